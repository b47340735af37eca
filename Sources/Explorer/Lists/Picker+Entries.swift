import CaseModel
import CaseSearch
import Screen
import TextLayout

extension Picker {
    /// The lines of a list, numbered from 0. Those of a long one are made when they are asked for: very many may be
    /// found, and only a screenful of them is looked at.
    struct Entries {
        let count: Int
        /// How wide the widest label is, in columns.
        let labelColumns: Int
        private let make: (Int) -> Entry

        /// So many lines.
        init(_ count: Int, labelColumns: Int, make: @escaping (Int) -> Entry) {
            (self.count, self.labelColumns, self.make) = (count, labelColumns, make)
        }

        /// Lines that are few enough to be made all at once.
        init(_ entries: [Entry]) {
            self.init(entries.count, labelColumns: entries.map(\.label.columns).max() ?? 0) { entries[$0] }
        }

        var indices: Range<Int> { 0..<count }
        var isEmpty: Bool { count == 0 }
        subscript(number: Int) -> Entry { make(number) }
    }

    /// The lines that match the query, best first.
    func entries(of state: State) -> Entries {
        let wanted = query.lowercased()
        switch content {
        case .commands(let mode):
            let entries = KeyTable.commands(in: mode).map { command in
                let title = command.title
                let label = KeyTable.label(of: command, in: mode)
                let text = [title.chinese, title.english].compactMap { $0 }.joined(separator: "  ")
                return Entry(label: label, text: [Span(text)], choice: .command(command))
            }
            return Entries(entries.filter { $0.contains(wanted) })
        case .items, .choice: return answers.entries(of: state)
        case .finds:
            return query.isEmpty ? Entries(Self.entries(of: state.searches)) : found(by: state)
        case .steps: return Entries(Self.steps(of: state, for: wanted))
        case .filter:
            let earlier = query.isEmpty ? Self.entries(of: state.filters) : []
            return Entries(earlier + Self.entries(of: draft.completion, in: state.language))
        case .copies(let copies): return Entries(copies.map(Entry.init).filter { $0.contains(wanted) })
        case .leads(let leads):
            let entries = leads.enumerated().map { Entry($1, number: $0 + 1) }
            let isNumber = !wanted.isEmpty && wanted.allSatisfy(\.isWholeNumber)
            return Entries(entries.filter { isNumber ? $0.label.hasPrefix(wanted) : $0.contains(wanted) })
        case .notebookEntries(let notebookEntries):
            return Entries(notebookEntries.map { $0.entry(of: state) }.filter { $0.contains(wanted) })
        }
    }

    /// What the search found. The labels are panes, and as wide as the widest whichever of them are there, so that
    /// little moves sideways while one types.
    private func found(by state: State) -> Entries {
        guard let finds else { return Entries([]) }
        let marks = Highlight(query)
        let labels = finds.counts.indices.map { SearchResult.label(of: $0, finds, in: state).columns }
        return Entries(finds.count, labelColumns: labels.max() ?? 0) {
            SearchResult(match: finds[$0], marks: marks, finds: finds, state: state).entry
        }
    }

    /// Those steps of the tour whose number or headline answers.
    private static func steps(of state: State, for wanted: String) -> [Entry] {
        let steps = state.talk?.tour.map { state.graph.case.tours[$0].steps } ?? []
        return steps.enumerated().compactMap { number, step in
            let headline = state.language.line(step.headline)
            let isMeant =
                wanted.isEmpty || String(number + 1) == wanted || headline.lowercased().contains(wanted)
            return isMeant
                ? Entry(label: String(number + 1), text: [Span(headline)], choice: .step(number)) : nil
        }
    }

    private static func entries(of queries: Queries) -> [Entry] {
        queries.latest.map { Entry(label: "", text: [Span($0)], choice: .query($0)) }
    }
}
