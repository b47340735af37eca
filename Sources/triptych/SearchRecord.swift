import CaseModel
import CaseSearch
import Foundation

/// A match as `triptych search --format json` prints it.
struct SearchRecord: Encodable {
    private let graph: CaseGraph
    private let match: Match

    /// A JSON array of these matches, the best first.
    static func json(_ matches: [Match], of graph: CaseGraph) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        // Records hold texts and numbers: nothing that JSON could not say.
        let data = (try? encoder.encode(matches.map { SearchRecord(graph: graph, match: $0) })) ?? Data()
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    private enum Key: CodingKey { case id, kind, pane, title, rank, matchedIn }
    private enum TitleKey: CodingKey { case zh, en }

    func encode(to encoder: any Encoder) throws {
        let item = graph.item(match.position)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(item.id.text, forKey: .id)
        try container.encode(item.kind.text, forKey: .kind)
        try container.encode(graph.case.panes[graph.panes[match.position]].id.text, forKey: .pane)
        try container.encode(match.rank, forKey: .rank)
        try container.encode(match.field.rawValue, forKey: .matchedIn)
        var title = container.nestedContainer(keyedBy: TitleKey.self, forKey: .title)
        try title.encode(item.title.chinese, forKey: .zh)
        try title.encode(item.title.english, forKey: .en)
    }
}
