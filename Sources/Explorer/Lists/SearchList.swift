import CaseModel
import CaseSearch
import Screen
import TextLayout

/// The list of a search's results; for an empty query, earlier searches.
struct SearchList: Listing {
    /// The results found so far.
    private(set) var results: SearchResults?

    static let keys = [
        KeyTable.chooseRow(
            in: .search, "前往所选结果", "go to the selected find", hint: .init(1, "前往", "go there")),
        KeyRow(
            .list(.complete), [.tab], in: [.list(.search)], .here, "填入先前的搜索", "write an earlier search"),
    ]

    var name: ListName { .search }
    var prompt: String { "/ " }
    func title(in language: LanguageChoice) -> String {
        language.localized(Strings.search(in: language.offered))
    }

    /// Starts a search for the query. A large case takes several steps; `State.continueSearch` continues.
    mutating func refresh(_ query: String, in state: inout State) {
        var session = state.takeSearch()
        results = SearchResults(session.begin(query), in: state.graph)
        state.isSearching = !session.isComplete
        state.search = session
    }

    func entries(_ query: String, in state: State) -> Picker.Entries {
        if query.isEmpty { return Picker.Entries(state.searches.entries) }
        guard let results else { return Picker.Entries([]) }
        let marks = Highlight(query)
        let labels = results.counts.indices.map { SearchResult.label(of: $0, results, in: state).columns }
        // As wide as the widest possible label, so that the titles stay still while the query changes.
        return Picker.Entries(results.count, labelColumns: labels.max() ?? 0) {
            SearchResult(match: results[$0], marks: marks, results: results, state: state).entry
        }
    }

    func choose(row: Int, _ query: String, in state: inout State) -> [Effect] {
        // Stepping through the results needs all of them.
        while state.isSearching { state.continueSearch() }
        guard let picker = state.picker, let list = picker.list as? SearchList else { return [] }
        state.searches.note(query)
        state.picker = nil
        let entries = list.entries(query, in: state)
        guard entries.indices.contains(picker.selected),
            case .perform(let action) = entries[picker.selected].action
        else {
            if !query.isEmpty { state.notice = missing(query) }
            return []
        }
        if let results = list.results, !results.isEmpty { state.lastResults = results.positions }
        return action(&state)
    }

    func count(_ query: String) -> Int? { query.isEmpty ? nil : results?.count ?? 0 }

    fileprivate mutating func take(_ results: SearchResults) { self.results = results }
}

extension State {
    /// Continues the search for a few milliseconds, and keeps the selection.
    mutating func continueSearch() {
        guard var list = picker?.list as? SearchList, let session = search else {
            isSearching = false
            return
        }
        var going = session
        search = nil
        let results = SearchResults(going.resume(), in: graph)
        isSearching = !going.isComplete
        search = going
        if let earlier = list.results, let row = picker?.selected {
            picker?.selected = results.row(of: row, in: earlier)
        }
        list.take(results)
        picker?.list = list
    }

    /// The complete index of the case.
    mutating func searchIndex() -> SearchIndex {
        var session = takeSearch()
        session.buildAll()
        search = session
        return session.index
    }

    /// The index of the names of all items.
    mutating func names() -> SearchIndex {
        let session = takeSearch()
        search = session
        return session.index
    }

    /// Takes the search out of the state, so that it is uniquely referenced while it changes.
    fileprivate mutating func takeSearch() -> SearchSession {
        defer { search = nil }
        return search ?? SearchSession(SearchIndex(graph))
    }

    /// Carries out a command of search and filter.
    mutating func find(_ command: FindCommand) {
        switch command {
        case .search: open(SearchList())
        case .next: stepResults(by: 1)
        case .previous: stepResults(by: -1)
        case .goTo: open(ItemList())
        case .filter: open(FilterList(), query: browse.filter?.query ?? "")
        case .unfilter: apply(nil)
        }
    }

    /// Selects the next or previous result of the last search, wrapping around.
    private mutating func stepResults(by step: Int) {
        guard !lastResults.isEmpty else { return }
        let here = browse.selected.flatMap { lastResults.firstIndex(of: $0) } ?? (step > 0 ? -1 : 0)
        show(lastResults[(here + step + lastResults.count) % lastResults.count])
    }
}

/// Earlier queries, the latest first, each once.
struct Queries: Equatable, Sendable {
    /// The number kept.
    static let capacity = Notebook.queries

    private(set) var latest: [String]

    init(latest: [String] = []) {
        self.latest = Array(latest.prefix(Self.capacity))
    }

    /// Adds a query, without the spaces around it.
    mutating func note(_ query: String) {
        let query = query.trimmed
        guard !query.isEmpty else { return }
        latest.removeAll { $0 == query }
        latest.insert(query, at: 0)
        if latest.count > Self.capacity { latest.removeLast() }
    }

    /// The queries as lines of a list, which choosing types again.
    var entries: [Picker.Entry] {
        latest.map { Picker.Entry(label: "", text: [Span($0)], action: .write($0)) }
    }
}

extension String {
    /// The text without the spaces around it.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
