import CaseModel
import CaseSearch
import Screen

/// What a search finds, pane by pane: the pane with the best match first, in each the best first.
struct SearchResults: Sendable {
    private let matches: Matches
    /// The places of the matches, one pane's behind the other's.
    private var places: [Int32] = []
    /// The panes in their order here.
    private var panes: [Int] = []
    /// How many each pane has, by its number.
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

    /// The row of what stood on a row of earlier results, to each of whose panes something was added at the end.
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

/// One find as a line of the list: the item's pane with the number of its finds, the title, and, where that is not what
/// was found, the text that was; the match is marked.
struct SearchResult {
    let match: Match
    let marks: Highlight
    let results: SearchResults
    let state: State

    /// Characters shown before what was found in a text.
    private static let lead = 6

    var entry: Picker.Entry {
        let item = state.graph.item(match.position)
        let pane = state.graph.panes[match.position]
        var text = marked(state.language.line(item.title), isName: true)
        if match.field != .title { text += [Span("  ")] + snippet }
        let position = match.position
        return Picker.Entry(label: Self.label(of: pane, results, in: state), text: text) { $0.show(position) }
    }

    /// What a pane's results stand under.
    static func label(of pane: Int, _ results: SearchResults, in state: State) -> String {
        "\(state.language.localized(state.graph.case.panes[pane].title)) \(results.counts[pane])"
    }

    /// The text that the find stands in, from a little before it.
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
