import CaseModel
import CaseSearch

/// What is made of a filter while it is typed.
enum FilterDraft: Sendable {
    /// Nothing is typed.
    case empty
    /// It can be read, and lets something or nothing through.
    case sound(Narrowing)
    /// It cannot be read.
    case mistaken(FilterError)
}

extension State {
    /// What a query would let through.
    mutating func narrowing(to query: String) throws(FilterError) -> Narrowing {
        Narrowing(try Filter.parse(query, in: searchIndex()), in: graph)
    }

    /// Opens the prompt of the filter, with the present one in it.
    mutating func openFilter() {
        open(.filter)
        picker?.query = browse.narrowing?.filter.query ?? ""
        picker?.selected = -1
        draftFilter()
    }

    /// Reads the filter anew as it is typed.
    mutating func draftFilter() {
        guard case .filter? = picker?.content, let query = picker?.query else { return }
        let draft: FilterDraft
        do {
            let isEmpty = query.allSatisfy(\.isWhitespace)
            draft = isEmpty ? .empty : .sound(try narrowing(to: query))
        } catch {
            draft = .mistaken(error)
        }
        picker?.draft = draft
    }

    /// Filters by what is typed, if it can be read; otherwise the prompt stays, and says why.
    mutating func applyFilter() {
        guard let draft = picker?.draft else { return }
        let narrowing: Narrowing?
        switch draft {
        case .empty: narrowing = nil
        case .sound(let read): narrowing = read
        case .mistaken: return
        }
        if let query = narrowing?.filter.query { filters.note(query) }
        picker = nil
        narrow(to: narrowing)
    }

    /// Lets everything through again; says so where there is nothing to take off.
    mutating func unfilter() {
        guard browse.narrowing != nil else {
            notice = Phrases.noFilter
            return
        }
        narrow(to: nil)
    }

    private mutating func narrow(to narrowing: Narrowing?) {
        let left = visit
        browse.narrow(to: narrowing, in: graph)
        go(to: viewpoint, leaving: left)
    }
}
