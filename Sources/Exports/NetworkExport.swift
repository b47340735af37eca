import CaseModel

/// Who works with whom as `triptych network --format json` prints it: the figures, every actor of the directory,
/// every item that is counted, and the ties between actors. Components are numbered from 1, the largest first;
/// whoever takes part in nothing is in none.
package enum NetworkExport {
    /// A JSON object.
    package static func json(
        _ cooperation: Cooperation, through ground: Cooperation.Basis, at ego: Cooperation.Node?,
        of graph: CaseGraph
    ) -> String {
        let name = { (node: Cooperation.Node) in graph.id(of: node.entity) }
        let items = { (nodes: [Cooperation.Node], role: Kind.Role) in
            nodes.filter { node in
                guard case .item(let position) = node else { return false }
                return graph.kind(of: position)?.role == role
            }.map(name)
        }
        let partners = { (node: Cooperation.Node) in
            cooperation.ties(of: node).map {
                PartnerRecord(id: name($0.partner), shared: $0.shared.map(name))
            }
        }
        let actors = cooperation.actors
        return JSONText.encode(
            Record(
                through: ground.rawValue,
                sides: [cooperation.sides.first, cooperation.sides.second].compactMap { $0 }
                    .map(TextRecord.init),
                actors: graph.case.actors.enumerated().map { number, actor in
                    let node = Cooperation.Node.actor(number)
                    let groups = cooperation.groups(of: node)
                    return ActorRecord(
                        id: actor.id.text, level: actor.level.rawValue, side: actor.side.map(TextRecord.init),
                        degree: cooperation.degree(of: node), arrangements: items(groups, .arrangement),
                        projects: items(groups, .project), bridges: cooperation.bridges(node),
                        component: cooperation.component(of: node).map { $0 + 1 })
                },
                items: cooperation.items.map { position in
                    let node = Cooperation.Node.item(position)
                    return ItemRecord(
                        id: name(node), actors: cooperation.groups(of: node).map(name),
                        degree: cooperation.degree(of: node), bridges: cooperation.bridges(node),
                        component: cooperation.component(of: node).map { $0 + 1 })
                },
                ties: actors.groups.indices.flatMap { number in
                    let later = actors.partners(of: number).filter { $0.node > number }
                    return later.sorted { $0.node < $1.node }.map { partner in
                        TieRecord(
                            from: name(.actor(number)), to: name(.actor(partner.node)),
                            shared: partner.shared.map { name(.item(cooperation.items[$0])) })
                    }
                },
                takingPart: actors.takingPart.count, alone: actors.alone.count,
                components: actors.components.count, largestComponent: actors.components.first?.count ?? 0,
                crossingTies: cooperation.crossings, crossingShare: cooperation.crossingShare,
                centralisation: actors.centralisation,
                ego: ego.map { EgoRecord(id: name($0), partners: partners($0)) }))
    }

    private struct Record: Encodable {
        let through: String
        let sides: [TextRecord]
        let actors: [ActorRecord]
        let items: [ItemRecord]
        let ties: [TieRecord]
        let takingPart: Int
        let alone: Int
        let components: Int
        let largestComponent: Int
        let crossingTies: Int
        @OrNull var crossingShare: Double?
        @OrNull var centralisation: Double?
        @OrNull var ego: EgoRecord?
    }

    private struct ActorRecord: Encodable {
        let id: String
        let level: String
        @OrNull var side: TextRecord?
        let degree: Int
        let arrangements: [String]
        let projects: [String]
        let bridges: Bool
        @OrNull var component: Int?
    }

    private struct ItemRecord: Encodable {
        let id: String
        let actors: [String]
        let degree: Int
        let bridges: Bool
        @OrNull var component: Int?
    }

    private struct TieRecord: Encodable {
        let from: String
        let to: String
        let shared: [String]
    }

    private struct EgoRecord: Encodable {
        let id: String
        let partners: [PartnerRecord]
    }

    private struct PartnerRecord: Encodable {
        let id: String
        let shared: [String]
    }
}
