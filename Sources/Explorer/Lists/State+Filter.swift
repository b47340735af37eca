import CaseModel
import CaseSearch

/// What is made of a filter while it is typed.
struct FilterDraft: Sendable {
    enum Reading: Sendable {
        /// Nothing is typed.
        case empty
        /// It can be read, and lets so many items through.
        case sound(count: Int)
        /// It cannot be read.
        case mistaken(FilterError)
    }

    var reading = Reading.empty
    /// What can stand where one types.
    var completion: FilterCompletion?
    /// Whether it was to be taken although it cannot be read. Until then a word that is not finished is no
    /// mistake.
    var isRefused = false

    /// What there is to say of it; a mistake only where it was refused, or where nothing leads on from it.
    var remark: Text? {
        switch reading {
        case .empty: nil
        case .sound(let count): count == 0 ? Strings.nothingFound : nil
        case .mistaken(let error):
            isRefused || completion?.candidates.isEmpty != false ? error.sentence : nil
        }
    }
}

extension State {
    /// What a query would let through.
    mutating func narrowing(to query: String) throws(FilterError) -> AppliedFilter {
        AppliedFilter(try Filter.parse(query, in: searchIndex()), in: graph)
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
        var draft = FilterDraft()
        do {
            let isEmpty = query.allSatisfy(\.isWhitespace)
            // What the panes would make of it is reckoned once it is taken.
            draft.reading =
                isEmpty ? .empty : .sound(count: try Filter.parse(query, in: searchIndex()).count)
        } catch {
            draft.reading = .mistaken(error)
        }
        var completer = self.completer ?? FilterCompleter(graph)
        draft.completion = completer.completion(of: query, at: query.count)
        self.completer = completer
        picker?.draft = draft
    }

    /// Filters by what is typed, if it can be read; otherwise the prompt stays, and says why.
    mutating func applyFilter() {
        guard let picker else { return }
        let narrowing: AppliedFilter?
        switch picker.draft.reading {
        case .empty: narrowing = nil
        case .sound: narrowing = try? self.narrowing(to: picker.query.trimmed)
        case .mistaken:
            self.picker?.draft.isRefused = true
            return
        }
        if let query = narrowing?.filter.query { filters.note(query) }
        self.picker = nil
        narrow(to: narrowing)
    }

    /// Lets everything through again; says so where there is nothing to take off.
    mutating func unfilter() {
        guard browse.narrowing != nil else {
            notice = Strings.noFilter
            return
        }
        narrow(to: nil)
    }

    private mutating func narrow(to narrowing: AppliedFilter?) {
        let left = visit
        browse.narrow(to: narrowing, in: graph)
        go(to: viewpoint, leaving: left)
    }
}
