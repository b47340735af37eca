import CaseModel
import CaseSearch
import Screen
import TextLayout

/// Commands of search and filter.
package enum FindCommand: CaseIterable, Hashable, Sendable {
    case search
    /// Finds in the open page.
    case find
    case next, previous, goTo, filter, unfilter
}

/// The list of a search's results; for an empty query, earlier searches.
struct SearchList: Listing {
    /// The results found so far.
    private(set) var results: SearchResults?
    /// What a search under a filter covers.
    private var scope: SearchScope?
    /// True after Tab: everything is searched in spite of the filter.
    private var isEverything = false
    /// True if only a part of the case is searched, so that more of it could be.
    var isOfPart: Bool { scope != nil && !isEverything }

    static let keys = [
        KeyTable.chooseRow(
            in: .search, "打开所选结果，停在相符之处", "open the selected result where it matches",
            hint: .init(1, "打开", "open")),
        KeyRow(
            .list(.complete), [.tab], in: [.list(.search)], .here, "填入先前的搜索；筛选之下则搜索全部",
            "write an earlier search; under a filter search everything"),
    ]

    var name: ListName { .search }
    var prompt: String { "/ " }
    func title(in language: LanguageChoice) -> String {
        language.localized(Strings.search(in: language.offered))
    }

    /// Starts a search for the query. A large case takes several steps; `State.continueSearch` continues.
    mutating func refresh(_ query: String, in state: inout State) {
        if scope == nil, let filter = state.browse.filter { scope = SearchScope(filter, in: state.graph) }
        var session = state.takeSearch()
        take(session.begin(query), in: state.graph)
        state.isSearching = !session.isComplete
        state.search = session
    }

    /// Shows the matches that there are.
    fileprivate mutating func take(_ matches: Matches, in graph: CaseGraph) {
        results = SearchResults(matches, within: isEverything ? nil : scope, in: graph)
    }

    func entries(_ query: String, in state: State) -> Picker.Entries {
        if query.isEmpty { return Picker.Entries(state.searches.entries) }
        guard let results, !results.isEmpty else { return Picker.Entries([]) }
        let labels = results.counts.indices.map { SearchResult.label(of: $0, results, in: state).columns }
        let headings = headings(in: state)
        // As wide as the widest possible label, so that the titles stay still while the query changes.
        return Picker.Entries(headings.count + results.count, labelColumns: labels.max() ?? 0) { row in
            guard row >= headings.count else { return headings[row] }
            return SearchResult(row: row - headings.count, results: results, state: state).entry
        }
    }

    /// What is to be known about the results before them.
    private func headings(in state: State) -> [Picker.Entry] {
        guard let results, !results.isEmpty else { return [] }
        var lines: [Text] = []
        if isOfPart { lines.append(withinFilter(in: state)) }
        if results.isApproximate { lines.append(Strings.approximateResults) }
        return lines.map { line in
            let span = Span(state.language.localized(line), style: Theme.notice)
            return Picker.Entry(label: "", text: [span], action: .heading)
        }
    }

    private func withinFilter(in state: State) -> Text {
        let key = KeyTable.key(.list(.complete), in: .list(.search))
        let all = state.isPlain ? Strings.widen : Text(key)
        return Strings.withinFilter(state.browse.filter?.filter.query ?? "", all: all)
    }

    func choose(row: Int, _ query: String, in state: inout State) -> [Effect] {
        // Stepping through the results needs all of them.
        while state.isSearching { state.continueSearch() }
        guard let picker = state.picker, let list = picker.list as? SearchList else { return [] }
        state.searches.note(query)
        let entries = list.entries(query, in: state)
        guard entries.indices.contains(picker.selected),
            case .perform(let action) = entries[picker.selected].action
        else {
            state.refuse(query.isEmpty ? nil : list.nothing(query, in: state))
            return []
        }
        state.picker = nil
        if let results = list.results { state.found = FoundEntities(query.trimmed, results.entities) }
        return action(&state)
    }

    func complete(_ query: String, in state: inout State) -> Bool {
        guard scope != nil else { return false }
        var list = self
        list.isEverything.toggle()
        state.open(list, query: query)
        return true
    }

    func earlier(in state: State) -> [String] { state.searches.latest }

    func count(_ query: String) -> Int? { query.isEmpty ? nil : results?.count ?? 0 }

    func remark(_ query: String, in state: State) -> (text: Text, isMistake: Bool)? {
        query.trimmed.isEmpty || state.isSearching ? nil : (nothing(query, in: state), false)
    }

    /// Where nothing was found.
    private func nothing(_ query: String, in state: State) -> Text {
        let made = state.graph.case
        let nothing = Strings.nothingFound(
            query.trimmed,
            among: [made.items.count, made.sources.count, made.places.count, made.actors.count])
        guard isOfPart else { return nothing }
        return Strings.sentences([withinFilter(in: state), nothing])
    }

    /// The row of the same result after more were found.
    fileprivate func row(of row: Int, in earlier: SearchList, _ state: State) -> Int {
        guard let results, let before = earlier.results, !before.isEmpty else {
            return headings(in: state).count
        }
        let shift = earlier.headings(in: state).count
        return results.row(of: row - shift, in: before) + headings(in: state).count
    }
}

extension State {
    /// Continues the search for a few milliseconds, and keeps the selection.
    mutating func continueSearch() {
        guard var list = picker?.list as? SearchList, search != nil else {
            isSearching = false
            return
        }
        var session = takeSearch()
        let found = session.resume()
        isSearching = !session.isComplete
        search = session
        guard let found else { return }
        let earlier = list
        list.take(found, in: graph)
        let row = picker.map { list.row(of: $0.selected, in: earlier, self) }
        if let row { picker?.selected = row }
        picker?.list = list
    }

    /// Opens the page of a result, with the place in the text on the screen and marked.
    mutating func open(result number: Int) {
        guard let entities = found?.entities, entities.indices.contains(number), let query = found?.query
        else { return }
        found?.here = number
        read(.entity(entities[number]))
        let match = graph.match(of: query, in: entities[number])
        let (text, range) = (match?.text ?? "", match?.range ?? 0..<0)
        let wording = String(text.dropFirst(range.lowerBound).prefix(range.count))
        mark(Find(query: query, steps: .results, wording: wording)) { hits, page in
            hits.hit(near: text, in: page)
        }
        if layout.page?.hits?.count == 0 {
            notice = Strings.notShown(text.inOneLine, position: "\(number + 1)/\(entities.count)")
        }
    }

    /// The index of the case with all that items have.
    mutating func searchIndex() -> SearchIndex {
        var session = takeSearch()
        session.buildItems()
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
        case .find: if let reader { open(FindList(start: reader)) }
        case .next: stepFinds(by: 1)
        case .previous: stepFinds(by: -1)
        case .goTo: open(ItemList())
        case .filter: open(FilterList(), query: browse.filter?.query ?? "")
        case .unfilter: apply(nil)
        }
    }

    /// Goes to the next or previous place found in the page, or else result of the last search, wrapping around.
    private mutating func stepFinds(by step: Int) {
        if reader?.find?.steps == .places {
            stepPlaces(by: step)
        } else if let found, !found.entities.isEmpty {
            let count = found.entities.count
            let here = found.here ?? (step > 0 ? -1 : 0)
            let next = (here + step + count) % count
            open(result: next)
            if notice == nil, next != here + step {
                notice = Strings.wrapped(isForward: step > 0, position: "\(next + 1)/\(count)")
            }
        }
    }
}
