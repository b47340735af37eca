import CaseModel
import CaseSearch
import Screen

extension State {
    /// Looks anew for what is typed into the search.
    mutating func find() {
        guard let query = picker?.query else { return }
        _ = searchIndex()
        let finds = search?.search(query)
        picker?.finds = finds ?? []
    }

    /// What all of the case is searched by.
    mutating func searchIndex() -> SearchIndex {
        if let search { return search.index }
        let session = SearchSession(SearchIndex(graph))
        search = session
        return session.index
    }

    /// Carries out a command that finds something.
    mutating func find(_ command: FindCommand) {
        switch command {
        case .search: open(.finds)
        case .next: stepFinds(by: 1)
        case .previous: stepFinds(by: -1)
        case .goTo: open(.items)
        case .filter: openFilter()
        case .unfilter: unfilter()
        case .complete: break
        }
    }

    /// Goes on to the find after the one selected, or back to the one before, around the ends.
    private mutating func stepFinds(by step: Int) {
        guard !lastFinds.isEmpty else {
            notice = Phrases.nothingSearched
            return
        }
        let here = browse.selected.flatMap { lastFinds.firstIndex(of: $0) } ?? (step > 0 ? -1 : 0)
        show(lastFinds[(here + step + lastFinds.count) % lastFinds.count])
    }
}

/// One find as the list shows it: the item's pane and title, and the text that it was found in where that is not
/// the title; what was searched for is marked.
struct Find {
    let match: Match
    let marks: Highlight
    let state: State

    /// Characters shown before what was found in a text.
    private static let lead = 6

    var entry: Picker.Entry {
        let item = state.graph.item(match.position)
        let pane = state.graph.case.panes[state.graph.panes[match.position]].title
        var text = marked(state.language.line(item.title), isName: true)
        if match.field != .title { text += [Span("  ")] + snippet }
        return Picker.Entry(label: state.language.interface(pane), text: text, choice: .item(match.position))
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
