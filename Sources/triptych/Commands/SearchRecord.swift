import CaseModel
import CaseSearch
import Exports

/// A match as `triptych search --format json` prints it.
struct SearchRecord: Encodable {
    private let graph: CaseGraph
    private let match: Match

    /// A JSON array of these matches, the best first.
    static func json(_ matches: [Match], of graph: CaseGraph) -> String {
        JSONText.encode(matches.map { SearchRecord(graph: graph, match: $0) })
    }

    private enum Key: CodingKey { case id, kind, pane, title, rank, matchedIn }

    func encode(to encoder: any Encoder) throws {
        let item = graph.item(match.position)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(item.id.text, forKey: .id)
        try container.encode(item.kind.text, forKey: .kind)
        try container.encode(graph.case.panes[graph.panes[match.position]].id.text, forKey: .pane)
        try container.encode(match.rank, forKey: .rank)
        try container.encode(match.field.rawValue, forKey: .matchedIn)
        try container.encode(TextRecord(item.title), forKey: .title)
    }
}
