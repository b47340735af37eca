import CaseFiles
import CaseModel

/// The output of commands with `--format json`: the records of the case format, whatever the displayed language,
/// with the members that a command adds. What is absent is left out, as in the case files; lists that a command counts
/// out are there even if they are empty. Entities are in the case's order.
package struct JSONReport {
    let graph: CaseGraph
    /// The part of the case that is listed; nil for all of it.
    let selection: CaseSelection?

    /// Reports on a case, or on a part of it.
    package init(_ graph: CaseGraph, selection: CaseSelection? = nil) {
        self.graph = graph
        self.selection = selection
    }

    /// The complete records of entities of any kind: an item with its pane and the links that other items state; a
    /// source with what cites it and the claims that do; a place or an actor with its items.
    package func entities(_ entities: [Entity]) -> String {
        array(entities) { entity in
            switch entity {
            case .item(let position): return record(ofItem: position)
            case .source(let number):
                let source = graph.case.sources[number]
                let claims = graph.claims.filter { graph.evidence(of: $0).source == source.id }
                return source.jsonMembers + [
                    ("cited_by", .strings(graph.citers(of: source.id).map { graph.id(of: $0) })),
                    ("claims", .array(claims.map { .object(record(of: $0)) })),
                ]
            case .place(let number):
                let place = graph.case.places[number]
                return place.jsonMembers + [ids("items", graph.items(at: place.id))]
            case .actor(let number):
                let actor = graph.case.actors[number]
                return actor.jsonMembers + [ids("items", graph.items(of: actor.id))]
            }
        }
    }

    /// Claims, each with what it is about and its number there.
    package func claims(_ claims: [Claim]) -> String {
        array(claims) { record(of: $0) }
    }

    private func record(of claim: Claim) -> JSONRecord {
        let reference = graph.reference(to: claim.entity)
        return [
            ("about", .string(reference.id)), ("about_type", .string(reference.kind.rawValue)),
            ("number", .count(claim.number + 1)),
        ] + graph.evidence(of: claim).jsonMembers
    }

    /// The keys of an item that its short record has.
    private static let listed: Set<String> = [
        "id", "kind", "parent", "title", "short", "status", "period", "places", "actors",
    ]

    /// The items at these positions, a short record each, with the chain that connects each if there are any.
    package func list(_ positions: [Int], chains: [Chain] = []) -> String {
        array(positions.enumerated()) { number, position in
            let item = graph.item(position)
            var connection: JSONRecord = []
            if chains.indices.contains(number) {
                connection = grade(of: chains[number]) + [("chain", record(of: chains[number]))]
            }
            return item.jsonMembers.filter { Self.listed.contains($0.key) } + derived(of: position)
                + connection
        }
    }

    /// What an item has by its place in the case: pane and modes, and the numbers of its claims and sources.
    private func derived(of position: Int) -> JSONRecord {
        let item = graph.item(position)
        return [
            pane(of: position), ids("modes", graph.modes(of: position)),
            ("evidence_count", .count(item.evidence.count)),
            ("source_count", .count(item.citedSources.count)),
        ]
    }

    private func record(ofItem position: Int) -> JSONRecord {
        let incoming = graph.incoming[position].map { edge in
            let link = graph.link(edge)
            return JSONValue.object([("from", id(edge.from))] + link.jsonMembers.filter { $0.key != "to" })
        }
        return graph.item(position).jsonMembers + derived(of: position) + [("incoming", .array(incoming))]
    }

    /// The matches of a search, given by entity, rank and field, the best first, and whether a mistake in the query is
    /// forgiven. Only items have a kind and a pane.
    package func matches(
        _ matches: [(entity: Entity, rank: Int, field: String)], isApproximate: Bool
    ) -> String {
        array(matches) { match in
            var members = [
                ("id", JSONValue.string(graph.id(of: match.entity))),
                ("entity", .string(graph.reference(to: match.entity).kind.rawValue)),
            ]
            if case .item(let position) = match.entity {
                members += [("kind", .string(graph.item(position).kind.text)), pane(of: position)]
            }
            return members + [
                ("rank", .count(match.rank)), ("matched_in", .string(match.field)),
                ("approximate", .bool(isApproximate)), ("title", .text(graph.title(of: match.entity))),
            ]
        }
    }

    /// The bibliography, with the ids of the entities that cite each source: items, then places and actors. Of a part
    /// of the case it is what that part cites.
    package var sources: String {
        let listed = zip(graph.case.sources, graph.citers(in: selection)).filter { source, _ in
            selection?.sources.contains(source.id) ?? true
        }
        return array(listed) { source, citers in
            source.jsonMembers + [("cited_by", .strings(citers.map { graph.id(of: $0) }))]
        }
    }

    /// The places, with the ids of the items at each.
    package var places: String {
        let listed = zip(graph.case.places, graph.itemsOfPlaces).filter { place, _ in
            selection?.places.contains(place.id) ?? true
        }
        return array(listed) { place, items in
            place.jsonMembers + [ids("items", items)]
        }
    }

    /// The actors, with the ids of the items of each.
    package var actors: String {
        let listed = zip(graph.case.actors, graph.itemsOfActors).filter { actor, _ in
            selection?.actors.contains(actor.id) ?? true
        }
        return array(listed) { actor, items in
            actor.jsonMembers + [ids("items", items)]
        }
    }

    /// The tours, with the ids of the items of each.
    package var tours: String {
        array(graph.tours(in: selection)) { tour in tour.jsonMembers + [ids("items", graph.items(of: tour))] }
    }

    /// The dated items, and the undated drivers, arrangements and projects.
    package var timeline: String {
        let timeline = graph.timeline
        let all = timeline.entries.map(\.position) + timeline.undated
        let positions = all.filter { selection?.items.contains(graph.item($0).id) ?? true }
        return array(positions.sorted()) { position in
            let item = graph.item(position)
            return [
                ("id", .string(item.id.text)), ("start", JSONValue(item.period?.beginning.text)),
                ("end", JSONValue(item.period?.ending.text)), ("kind", .string(item.kind.text)),
            ].stated
        }
    }

    /// The counts of what is selected, with every kind and every strength, also at 0.
    package var overview: String {
        let overview = graph.overview(of: selection)
        let strengths = graph.case.manifest.rankedStrengths.map { strength in
            (key: strength.id.text, value: JSONValue.count(overview.evidence[strength.id] ?? 0))
        }
        return JSONValue.object([
            (
                "items",
                .object(overview.kinds.map { (graph.case.kinds[$0.kind].id.text, .count($0.items)) })
            ),
            ("evidence", .object([("total", .count(overview.evidenceTotal))] + strengths)),
            ("sources", .count(overview.sources)),
            (
                "links",
                .object(
                    Link.Standing.allCases.map { ($0.rawValue, .count(overview.links[$0] ?? 0)) })
            ),
            ids("unevidenced", overview.unevidenced),
        ]).rendered()
    }

    /// A matrix with all cells of all rows, including empty ones. Items without a value are in no row or column.
    package func matrix(_ crossTab: CrossTab) -> String {
        let cells = crossTab.rows.enumerated().flatMap { row, rowValue in
            crossTab.columns.enumerated().map { column, columnValue in
                let cell = crossTab[.value(row), .value(column)]
                return JSONValue.object([
                    ("row", .string(rowValue.id)), ("column", .string(columnValue.id)),
                    ids("items", cell.items), ("evidence_count", .count(cell.evidence)),
                ])
            }
        }
        return JSONValue.object([
            ("rows", .strings(crossTab.rows.map(\.id))), ("columns", .strings(crossTab.columns.map(\.id))),
            ("cells", .array(cells)),
        ]).rendered()
    }

    /// Chains in the order given, each with its steps and their reasons and sources. Each is written separately,
    /// since all of them may not fit into memory. Only a connection has a grade.
    package func chains(
        _ chains: some Sequence<Chain>, areConnections: Bool = true, write: (String) -> Void
    ) {
        let (start, end) = ("[", "\n]\n")
        var isFirst = true
        for chain in chains {
            let text = JSONValue.array([record(of: chain, isConnection: areConnections)]).rendered()
            write((isFirst ? start : ",") + text.dropFirst(start.count).dropLast(end.count))
            isFirst = false
        }
        write(isFirst ? JSONValue.array([]).rendered() : end)
    }

    private func record(of chain: Chain, isConnection: Bool = true) -> JSONValue {
        let predated = [nil] + graph.predatedItems(in: chain)
        let claimed = [nil] + graph.itemsClaimedBefore(in: chain)
        return .object(
            [("length", .count(chain.length)), ("sourced", .bool(graph.isSourced(chain)))]
                + grade(of: chain).filter { isConnection || $0.key != "grade" }
                + [
                    (
                        "steps",
                        .array(
                            chain.items.indices.map { number in
                                step(
                                    number, of: chain, predated: predated[number],
                                    claimedBefore: claimed[number])
                            })
                    )
                ])
    }

    /// The grade of a connection by a chain, and whether a step of it runs backwards in time.
    private func grade(of chain: Chain) -> JSONRecord {
        let cost = graph.cost(of: chain)
        return [("grade", .string(cost.grade.name)), ("backwards", .bool(cost.backwards > 0))]
    }

    /// An item of a chain with the step to it: `direction` is `forward` if the previous item states the link,
    /// `backward` if this one does. A step from parent to child has the relation `parent`, and the opposite one is
    /// the same backward. `predates` is the item above, next to this one or farther, that began after it;
    /// `claimed_before` is the same for an undated item, by `claimed_since`, the earliest date of its claims.
    private func step(_ number: Int, of chain: Chain, predated: Int?, claimedBefore: Int?) -> JSONValue {
        let position = chain.items[number]
        var (relation, direction): (String?, String?)
        var link: Link?
        let taken = number > 0 ? chain.steps[number - 1] : nil
        switch taken {
        case .link(let edge):
            link = graph.link(edge)
            (relation, direction) = (link?.relation.text, edge.to == position ? "forward" : "backward")
        case .parent: (relation, direction) = ("parent", "forward")
        case .child: (relation, direction) = ("parent", "backward")
        case nil: break
        }
        let members: JSONRecord = [
            ("id", id(position)), ("relation", JSONValue(relation)), ("direction", JSONValue(direction)),
            ("because", .text(link?.because)), ("source", JSONValue(link?.source?.text)),
            ("standing", JSONValue(taken.map { graph.standing(of: $0).rawValue })),
            (
                "backwards",
                taken.map { .bool(graph.runsBackwards($0, from: chain.items[number - 1], to: position)) }
                    ?? .null
            ),
            ("predates", predated.map(id) ?? .null),
            ("claimed_since", JSONValue(graph.claimedSince(position)?.description)),
            ("claimed_before", claimedBefore.map(id) ?? .null),
        ]
        return .object(members.stated)
    }

    private func array<Elements: Sequence>(
        _ elements: Elements, _ record: (Elements.Element) -> JSONRecord
    ) -> String {
        JSONValue.array(elements.map { .object(record($0)) }).rendered()
    }

    private func id(_ position: Int) -> JSONValue { .string(graph.item(position).id.text) }

    private func ids(_ key: String, _ positions: [Int]) -> JSONRecord.Element {
        (key, .array(positions.map(id)))
    }

    private func pane(of position: Int) -> JSONRecord.Element {
        ("pane", .string(graph.pane(of: position).id.text))
    }
}

/// The members of a JSON object.
typealias JSONRecord = [(key: String, value: JSONValue)]

extension JSONRecord {
    /// The members that have a value.
    var stated: JSONRecord { filter { $0.value != .null } }
}
