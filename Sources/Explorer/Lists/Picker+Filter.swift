import CaseSearch
import Screen

extension Picker {
    /// What can stand where a filter is being written: what is inserted, what it means, how many items have it.
    static func entries(of completion: FilterCompletion?, in language: LanguageChoice) -> [Entry] {
        guard let completion else { return [] }
        return completion.candidates.map { candidate in
            let count = candidate.items.map { [Span("  \($0)", style: Theme.faint)] } ?? []
            return Entry(
                label: candidate.insertion, text: [Span(language.line(candidate.title))] + count,
                choice: .query(completion.query(taking: candidate)))
        }
    }
}

extension FilterCompletion {
    /// The query with a candidate put in, ready for what follows: the value behind a facet's colon, the next word
    /// behind a value. A year may still become a range.
    fileprivate func query(taking candidate: Candidate) -> String {
        let isFinished = facet != nil && facet != .facet(.year)
        return taking(candidate).query + (isFinished ? " " : "")
    }
}
