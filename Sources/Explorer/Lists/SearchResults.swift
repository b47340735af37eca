import CaseModel
import CaseSearch
import Screen

/// The results of a search by pane: the pane with the best match first, within one the best first.
struct SearchResults: Sendable {
    private let matches: Matches
    /// The indices of the matches, grouped by pane.
    private var places: [Int32] = []
    /// The panes in their order here.
    private var panes: [Int] = []
    /// The number of results of each pane.
    private(set) var counts: [Int] = []

    init(_ matches: Matches, in graph: CaseGraph) {
        self.matches = matches
        var byPane = [[Int32]](repeating: [], count: graph.case.panes.count)
        for place in matches.indices {
            let pane = graph.panes[matches.position(at: place)]
            if byPane[pane].isEmpty { panes.append(pane) }
            byPane[pane].append(Int32(place))
        }
        counts = byPane.map(\.count)
        places = panes.flatMap { byPane[$0] }
    }

    var isEmpty: Bool { places.isEmpty }
    var count: Int { places.count }

    /// The match on a row.
    subscript(row: Int) -> Match { matches[Int(places[row])] }

    /// The positions of the items found.
    var positions: [Int] { places.map { matches.position(at: Int($0)) } }

    /// The row of an earlier result, after more results were appended to some panes.
    func row(of row: Int, in earlier: SearchResults) -> Int {
        var (before, now) = (0, 0)
        for pane in earlier.panes {
            if row < before + earlier.counts[pane] { return now + row - before }
            before += earlier.counts[pane]
            now += counts[pane]
        }
        return row
    }
}

/// A result as a line of the list: the pane with its number of results, the title and, if the match is elsewhere,
/// the matching text; the match is highlighted.
struct SearchResult {
    let match: Match
    let marks: Highlight
    let results: SearchResults
    let state: State

    /// The number of characters shown before a match.
    private static let lead = 6

    var entry: Picker.Entry {
        let item = state.graph.item(match.position)
        let pane = state.graph.panes[match.position]
        var text = marked(state.language.line(item.title), isName: true)
        if match.field != .title { text += [Span("  ")] + snippet }
        let position = match.position
        return Picker.Entry(label: Self.label(of: pane, results, in: state), text: text) { $0.show(position) }
    }

    /// The label of a pane's results.
    static func label(of pane: Int, _ results: SearchResults, in state: State) -> String {
        "\(state.language.localized(state.graph.case.panes[pane].title)) \(results.counts[pane])"
    }

    /// The text with the match, from a little before it.
    private var snippet: [Span] {
        let first = marks.ranges(in: match.text, isName: true).first?.lowerBound ?? 0
        let skipped = max(0, first - Self.lead)
        let shown = (skipped > 0 ? "…" : "") + match.text.dropFirst(skipped)
        return marked(shown, isName: true).map { $0.style == .plain ? Span($0.text, style: Theme.faint) : $0 }
    }

    private func marked(_ text: String, isName: Bool) -> [Span] {
        let characters = Array(text)
        var spans: [Span] = []
        var end = 0
        for range in marks.ranges(in: text, isName: isName) where range.upperBound <= characters.count {
            spans.append(Span(String(characters[end..<range.lowerBound])))
            spans.append(Span(String(characters[range]), style: Theme.found))
            end = range.upperBound
        }
        return spans + [Span(String(characters[end...]))]
    }
}
