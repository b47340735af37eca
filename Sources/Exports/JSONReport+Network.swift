import CaseFiles
import CaseModel

extension JSONReport {
    /// The cooperation network: the figures, all actors of the directory, all counted items, the ties between
    /// actors, and the partners of one node, if requested. Components are numbered from 1, the largest first; a
    /// node without groups has none.
    package func network(
        _ cooperation: Cooperation, through basis: Cooperation.Basis, at ego: Cooperation.Node?
    ) -> String {
        let actors = cooperation.actors
        let sides = cooperation.sides.titles
        let members: JSONRecord = [
            ("through", .string(basis.rawValue)), ("sides", .array(sides.map { .text($0) })),
            ("actors", .array(graph.case.actors.indices.map { record(ofActor: $0, in: cooperation) })),
            ("items", .array(cooperation.items.map { record(ofItem: $0, in: cooperation) })),
            ("ties", .array(ties(of: cooperation))),
            ("taking_part", .count(actors.takingPart.count)), ("alone", .count(actors.alone.count)),
            ("components", .count(actors.components.count)),
            ("largest_component", .count(actors.components.first?.count ?? 0)),
            ("crossings", .array(cooperation.crossings.map { record(of: $0, between: sides) })),
            ("crossing_ties", .count(cooperation.crossingTies)),
            ("crossing_share", .decimal(cooperation.crossingShare)),
            ("centralisation", .decimal(actors.centralisation)),
            ("ego", ego.map { record(ofEgo: $0, in: cooperation) } ?? .null),
        ]
        return JSONValue.object(members.stated).rendered()
    }

    private func record(of crossing: Cooperation.Crossing, between sides: [Text]) -> JSONValue {
        .object([
            ("sides", .array([.text(sides[crossing.first]), .text(sides[crossing.second])])),
            ("ties", .count(crossing.ties)),
        ])
    }

    private func record(ofActor number: Int, in cooperation: Cooperation) -> JSONValue {
        let actor = graph.case.actors[number]
        let groups = cooperation.groups(of: .actor(number))
        let items = { (role: Kind.Role) in
            groups.filter { node in
                guard case .item(let position) = node else { return false }
                return graph.kind(of: position)?.role == role
            }
        }
        let members: JSONRecord = [
            ("id", .string(actor.id.text)), ("level", .string(actor.level.text)),
            ("side", .text(graph.sides.titlesOfActors[number])), ("arrangements", ids(items(.arrangement))),
            ("projects", ids(items(.project))),
        ]
        return .object((members + standing(of: .actor(number), in: cooperation)).stated)
    }

    private func record(ofItem position: Int, in cooperation: Cooperation) -> JSONValue {
        let node = Cooperation.Node.item(position)
        let members: JSONRecord = [("id", id(node)), ("actors", ids(cooperation.groups(of: node)))]
        return .object((members + standing(of: node, in: cooperation)).stated)
    }

    private func record(ofEgo node: Cooperation.Node, in cooperation: Cooperation) -> JSONValue {
        let partners = cooperation.ties(of: node).map { tie in
            JSONValue.object([("id", id(tie.partner)), ("shared", ids(tie.shared))])
        }
        return .object([("id", id(node)), ("partners", .array(partners))])
    }

    private func standing(of node: Cooperation.Node, in cooperation: Cooperation) -> JSONRecord {
        [
            ("degree", .count(cooperation.degree(of: node))), ("bridges", .bool(cooperation.bridges(node))),
            ("component", cooperation.component(of: node).map { JSONValue.count($0 + 1) } ?? .null),
        ]
    }

    /// Each tie between two actors once, at the one that is first in the directory.
    private func ties(of cooperation: Cooperation) -> [JSONValue] {
        cooperation.actors.groups.indices.flatMap { number in
            cooperation.actors.partners(of: number).filter { $0.node > number }
                .sorted { $0.node < $1.node }.map { partner in
                    .object([
                        ("from", id(.actor(number))), ("to", id(.actor(partner.node))),
                        ("shared", ids(partner.shared.map { .item(cooperation.items[$0]) })),
                    ])
                }
        }
    }

    private func id(_ node: Cooperation.Node) -> JSONValue { .string(graph.id(of: node.entity)) }

    private func ids(_ nodes: [Cooperation.Node]) -> JSONValue { .array(nodes.map(id)) }
}
