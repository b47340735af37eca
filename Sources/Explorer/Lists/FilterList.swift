import CaseModel
import CaseSearch
import Screen
import TextLayout

/// The list below a filter being typed: earlier filters, and completions of the query.
struct FilterList: Listing {
    private enum Reading: Sendable {
        case empty
        /// A valid query that includes this number of items, and what there is to say on it.
        case sound(count: Int, remarks: [Text])
        case mistaken(FilterError)

        static func sound(_ filter: Filter, in graph: CaseGraph) -> Reading {
            .sound(count: filter.count, remarks: filter.remarks(in: graph))
        }
    }

    private var reading = Reading.empty
    /// The completions at the end of the query.
    private var completion: FilterCompletion?
    /// True after Enter on an invalid query. Until then an unfinished word is not reported.
    private var isRefused = false

    static let keys = [
        KeyTable.chooseRow(
            in: .filter, "按所输入的筛选；选了一行则填入", "filter by what is typed, or write the selected line",
            hint: .init(0, "筛选", "filter")),
        KeyRow(
            .list(.complete), [.tab], in: [.list(.filter)], .here, "填入所选或第一行",
            "write the selected or first line",
            hint: .init(1, "补全", "complete")),
    ]

    var name: ListName { .filter }
    var prompt: String { "f " }
    var firstRow: Int { -1 }
    func title(in language: LanguageChoice) -> String { language.localized(Strings.filterTitle) }

    mutating func refresh(_ query: String, in state: inout State) {
        isRefused = false
        do {
            let isEmpty = query.allSatisfy(\.isWhitespace)
            // The filter applies to the panes only after Enter.
            reading = isEmpty ? .empty : .sound(try state.filter(for: query), in: state.graph)
        } catch {
            reading = .mistaken(error)
        }
        var completer = state.completer ?? FilterCompleter(state.graph)
        completion = completer.completion(
            of: query, at: query.count, in: state.searchIndex(), notebook: state.notebook)
        state.completer = completer
    }

    func entries(_ query: String, in state: State) -> Picker.Entries {
        let earlier = query.isEmpty ? state.filters.entries : []
        let candidates = completion.map { completion in
            completion.candidates.map { candidate in
                let count = candidate.items.map { [Span("  \($0)", style: Theme.faint)] } ?? []
                return Picker.Entry(
                    label: candidate.insertion, text: [Span(state.language.line(candidate.title))],
                    count: count,
                    action: .write(completion.query(taking: candidate)))
            }
        }
        return Picker.Entries(earlier + (candidates ?? []) + unlisted(in: state))
    }

    /// The line below completions that are not all.
    private func unlisted(in state: State) -> [Picker.Entry] {
        guard let omitted = completion?.omitted, omitted > 0 else { return [] }
        let told = state.language.localized(Strings.unlisted(omitted))
        return [Picker.Entry(label: "", text: [Span(told, style: Theme.faint)], action: .heading)]
    }

    /// The number of items; as long as the query cannot be read, how many of the completions are listed if not all are.
    func tally(_ query: String, in state: State) -> String? {
        if let count = count(query) { return String(count) }
        guard let completion, completion.omitted > 0 else { return nil }
        return "\(completion.candidates.count)/\(completion.candidates.count + completion.omitted)"
    }

    /// Applies the query if it is valid; otherwise the list stays open and shows the error.
    func choose(row: Int, _ query: String, in state: inout State) -> [Effect] {
        let filter: AppliedFilter?
        switch reading {
        case .empty: filter = nil
        case .sound: filter = try? state.appliedFilter(for: query.trimmed)
        case .mistaken:
            var refused = self
            refused.isRefused = true
            state.picker?.list = refused
            return []
        }
        if let query = filter?.filter.query { state.filters.note(query) }
        state.picker = nil
        state.apply(filter)
        if case .sound(_, let remarks) = reading { state.notice = remarks.first }
        return []
    }

    /// An error is reported only after Enter, or if no completion follows.
    func remark(_ query: String, in state: State) -> (text: Text, isMistake: Bool)? {
        switch reading {
        case .empty: return nil
        case .sound(let count, let remarks):
            return remarks.first.map { ($0, true) } ?? (count == 0 ? (Strings.nothingFound, false) : nil)
        case .mistaken(let error):
            return isRefused || completion?.candidates.isEmpty != false ? (error.sentence, isRefused) : nil
        }
    }

    func mistake(in query: String) -> Range<Int>? {
        if case .mistaken(let error) = reading { error.range } else { nil }
    }

    func count(_ query: String) -> Int? { if case .sound(let count, _) = reading { count } else { nil } }
}

extension FilterCompletion {
    /// The query with a candidate inserted, ready for more: a value after a facet's colon, the next word after a
    /// value. A year may still become a range.
    fileprivate func query(taking candidate: Candidate) -> String {
        let isFinished = facet != nil && facet != .facet(.year)
        return taking(candidate).query + (isFinished ? " " : "")
    }
}

extension State {
    /// The filter of a query.
    mutating func appliedFilter(for query: String) throws(FilterError) -> AppliedFilter {
        AppliedFilter(try filter(for: query), in: graph)
    }

    /// The parsed filter of a query.
    fileprivate mutating func filter(for query: String) throws(FilterError) -> Filter {
        try Filter.parse(query, in: searchIndex(), notebook: notebook)
    }

    /// Applies the present filter again, after the reader has marked or noted something that it may ask for.
    mutating func refilter() {
        guard let query = browse.filter?.query, Filter.asksForNotebook(query) else { return }
        browse.apply(try? appliedFilter(for: query), in: graph)
        refresh()
    }

    /// Applies a filter to the panes, or removes the present one.
    mutating func apply(_ filter: AppliedFilter?) {
        let left = visit
        browse.apply(filter, in: graph)
        go(to: viewpoint, leaving: left, isWithinView: true)
    }
}
