import CaseModel
import CaseSearch
import Screen

/// The items among some that answer to a name, the best first.
struct NameMatches: Sendable {
    private let positions: [Int]
    private let labelColumns: Int

    /// None.
    init() { (positions, labelColumns) = ([], 0) }

    /// These items, the best first.
    init(_ positions: [Int], of graph: CaseGraph) {
        self.positions = positions
        // Ids are ASCII: a byte is a column.
        labelColumns = positions.reduce(0) { max($0, graph.case.items[$1].id.text.utf8.count) }
    }

    /// The lines that show them.
    func entries(of state: State) -> Picker.Entries {
        Picker.Entries(positions.count, labelColumns: labelColumns) { number in
            let item = state.graph.item(positions[number])
            return Picker.Entry(
                label: item.id.text, text: [Span(state.language.line(item.title))],
                choice: .item(positions[number]))
        }
    }
}

extension State {
    /// Looks anew for the items that answer to what is typed.
    mutating func answer() {
        guard let picker else { return }
        let candidates: [Int]?
        switch picker.content {
        case .items: candidates = nil
        case .choice(let positions, _): candidates = positions
        case .commands, .finds, .filter, .steps, .copies, .leads, .notebookEntries: return
        }
        let positions: [Int]
        if picker.query.isEmpty {
            // The search is made for those who search.
            positions = candidates ?? Array(graph.case.items.indices)
        } else {
            positions = names().items(named: picker.query, among: candidates)
        }
        self.picker?.answers = NameMatches(positions, of: graph)
    }
}
