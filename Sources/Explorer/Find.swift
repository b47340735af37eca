import CaseModel
import CaseSearch
import Screen

/// What a search finds, pane by pane: the pane with the best match first, in each the best first.
struct Finds: Sendable {
    /// All matches, one pane's behind the other's.
    private(set) var matches: [Match] = []
    /// How many each pane has, by its number.
    private(set) var counts: [Int]

    init(_ ranked: [Match] = [], in graph: CaseGraph? = nil) {
        counts = [Int](repeating: 0, count: graph?.case.panes.count ?? 0)
        guard let graph, !ranked.isEmpty else { return }
        var order: [Int] = []
        for match in ranked {
            let pane = graph.panes[match.position]
            if counts[pane] == 0 { order.append(pane) }
            counts[pane] += 1
        }
        if order.count == 1 {
            matches = ranked
        } else {
            matches.reserveCapacity(ranked.count)
            for pane in order { matches += ranked.lazy.filter { graph.panes[$0.position] == pane } }
        }
    }

    /// The positions of the items found.
    var positions: [Int] { matches.map(\.position) }
}

/// One find as the list shows it: the item's pane, how many finds that has, and the title, and the text that it was found in where that is not
/// the title; what was searched for is marked.
struct Find {
    let match: Match
    let marks: Highlight
    let finds: Finds
    let state: State

    /// Characters shown before what was found in a text.
    private static let lead = 6

    var entry: Picker.Entry {
        let item = state.graph.item(match.position)
        let pane = state.graph.panes[match.position]
        var text = marked(state.language.line(item.title), isName: true)
        if match.field != .title { text += [Span("  ")] + snippet }
        return Picker.Entry(
            label: Self.label(of: pane, finds, in: state), text: text, choice: .item(match.position))
    }

    /// What a pane's finds stand under.
    static func label(of pane: Int, _ finds: Finds, in state: State) -> String {
        "\(state.language.interface(state.graph.case.panes[pane].title)) \(finds.counts[pane])"
    }

    /// The text that the find stands in, from a little before it.
    private var snippet: [Span] {
        guard let found = state.search?.index.text(of: match) else { return [] }
        let first = marks.ranges(in: found, isName: true).first?.lowerBound ?? 0
        let skipped = max(0, first - Self.lead)
        let shown = (skipped > 0 ? "…" : "") + found.dropFirst(skipped)
        return marked(shown, isName: true).map { $0.style == .plain ? Span($0.text, style: Look.faint) : $0 }
    }

    private func marked(_ text: String, isName: Bool) -> [Span] {
        let characters = Array(text)
        var spans: [Span] = []
        var end = 0
        for range in marks.ranges(in: text, isName: isName) where range.upperBound <= characters.count {
            spans.append(Span(String(characters[end..<range.lowerBound])))
            spans.append(Span(String(characters[range]), style: Look.found))
            end = range.upperBound
        }
        return spans + [Span(String(characters[end...]))]
    }
}
