import CaseFiles
import CaseModel

// The tables of the case itself. Their columns are the fields of the records; what is added here follows from the rest
// of the case.
extension Table {
    /// The records of a table, in the case's order; sources with what cites them in a part of the case, if one is given.
    static func records(
        _ table: RecordTable, of graph: CaseGraph, only selection: CaseSelection? = nil
    ) -> Table {
        let records: [Record] =
            switch table {
            case .items: items(of: graph)
            case .evidence: evidence(of: graph)
            case .links: links(of: graph)
            case .metrics: metrics(of: graph)
            case .sources:
                zip(graph.case.sources, graph.citers(in: selection)).map { source, citers in
                    Record(members: source.jsonMembers, derived: [list(citers.map { graph.id(of: $0) })])
                }
            case .places:
                zip(graph.case.places, graph.itemsOfPlaces).map { place, items in
                    Record(members: place.jsonMembers, derived: [ids(items, of: graph)])
                }
            case .actors:
                zip(graph.case.actors, graph.itemsOfActors).map { actor, items in
                    Record(members: actor.jsonMembers, derived: [ids(items, of: graph)])
                }
            }
        return Table(of: table, records: records)
    }

    /// The items. One without claims is marked as interpretation.
    private static func items(of graph: CaseGraph) -> [Record] {
        graph.case.items.enumerated().map { position, item in
            let sources = item.citedSources.count
            let standing: Link.Standing = sources > 0 ? .sourced : .interpretation
            return Record(
                members: item.jsonMembers,
                derived: [
                    .string(graph.pane(of: position).id.text),
                    ids(graph.modes(of: position), of: graph), .count(item.evidence.count), .count(sources),
                    .string(standing.rawValue),
                ])
        }
    }

    /// All claims on items, then places, then actors, in the case's order. `number` counts the claims on one `about`
    /// from 1. Every claim has a source, so that all are `sourced`.
    private static func evidence(of graph: CaseGraph) -> [Record] {
        func claims(_ type: String, _ id: String, _ title: Text, _ evidence: Records<Evidence>) -> [Record] {
            evidence.enumerated().map { number, claim in
                Record(
                    owner: [.string(id), .string(type)], members: claim.jsonMembers,
                    derived: [.text(title), .count(number + 1), .string(Link.Standing.sourced.rawValue)])
            }
        }
        return graph.case.items.flatMap { claims("item", $0.id.text, $0.title, $0.evidence) }
            + graph.case.places.flatMap { claims("place", $0.id.text, $0.title, $0.evidence) }
            + graph.case.actors.flatMap { claims("actor", $0.id.text, $0.title, $0.evidence) }
    }

    /// The figures of the items, in the case's order; `number` counts those of one item from 1.
    private static func metrics(of graph: CaseGraph) -> [Record] {
        graph.case.items.flatMap { item in
            item.metrics.enumerated().map { number, metric in
                Record(
                    owner: [.string(item.id.text)], members: metric.jsonMembers,
                    derived: [
                        .text(item.title), .count(number + 1),
                        .string(Link.Standing(of: metric.source).rawValue),
                    ])
            }
        }
    }

    /// The links, by the items that state them.
    private static func links(of graph: CaseGraph) -> [Record] {
        graph.outgoing.entries.map { edge in
            let (from, to, link) = (graph.item(edge.from), graph.item(edge.to), graph.link(edge))
            return Record(
                owner: [.string(from.id.text)], members: link.jsonMembers,
                derived: [
                    .text(from.title), graph.relation(link.relation).map { .text($0.title) },
                    .string(edge.flow.rawValue), .text(to.title),
                    .string(link.standing.rawValue), .bool(graph.runsBackwards(edge)),
                ])
        }
    }

    private static func ids(_ positions: [Int], of graph: CaseGraph) -> JSONValue? {
        list(positions.map { graph.item($0).id.text })
    }

    private static func list(_ words: [String]) -> JSONValue? { words.isEmpty ? nil : .strings(words) }
}
