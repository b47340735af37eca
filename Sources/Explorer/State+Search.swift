import CaseModel
import CaseSearch
import Screen

extension State {
    /// Looks anew for what is typed into the search.
    mutating func find() {
        guard let query = picker?.query else { return }
        _ = searchIndex()
        let finds = search?.search(query)
        picker?.finds = Finds(finds ?? [], in: graph)
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
