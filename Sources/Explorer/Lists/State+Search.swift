import CaseModel
import CaseSearch
import Screen

extension State {
    /// Looks anew for what is typed into the search. In a large case not all is found at once; `refresh` goes on.
    mutating func find() {
        guard let query = picker?.query else { return }
        var session = takeSearch()
        picker?.finds = SearchResults(session.begin(query), in: graph)
        isSearching = !session.isComplete
        search = session
    }

    /// SearchResults some more of what is typed. What is selected stays so.
    mutating func findOn() {
        guard case .finds? = picker?.content, var session = search else {
            isSearching = false
            return
        }
        search = nil
        let finds = SearchResults(session.goOn(), in: graph)
        isSearching = !session.isComplete
        search = session
        if let earlier = picker?.finds, let row = picker?.selected {
            picker?.selected = finds.row(of: row, in: earlier)
        }
        picker?.finds = finds
    }

    /// SearchResults all that is still to be found.
    mutating func findToTheEnd() {
        while isSearching { findOn() }
    }

    /// What all of the case is searched by, made whole.
    mutating func searchIndex() -> SearchIndex {
        var session = takeSearch()
        session.makeAll()
        search = session
        return session.index
    }

    /// What the names of all items are searched by.
    mutating func names() -> SearchIndex {
        let session = takeSearch()
        search = session
        return session.index
    }

    /// The search, out of the state, so that nobody else has it while it changes.
    private mutating func takeSearch() -> SearchSession {
        defer { search = nil }
        return search ?? SearchSession(SearchIndex(graph))
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
            notice = Strings.nothingSearched
            return
        }
        let here = browse.selected.flatMap { lastFinds.firstIndex(of: $0) } ?? (step > 0 ? -1 : 0)
        show(lastFinds[(here + step + lastFinds.count) % lastFinds.count])
    }
}
