import CaseModel
import Screen

/// The items among some that answer to a name, the best first.
struct Answers: Sendable {
    private let positions: [Int]
    private let labelColumns: Int

    /// None.
    init() { (positions, labelColumns) = ([], 0) }

    /// Those of some items, or all of the case, that answer to what is typed.
    init(to query: String, among candidates: [Int]?, of graph: CaseGraph) {
        let candidates = candidates ?? Array(graph.case.items.indices)
        let wanted = query.lowercased()
        if wanted.isEmpty {
            positions = candidates
        } else {
            var ranked = [[Int]](repeating: [], count: Self.ranks)
            for position in candidates {
                if let rank = Self.rank(of: graph.item(position), for: wanted) {
                    ranked[rank].append(position)
                }
            }
            positions = ranked.flatMap { $0 }
        }
        // Ids are ASCII: a byte is a column.
        labelColumns = positions.lazy.map { graph.case.items[$0].id.text.utf8.count }.max() ?? 0
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

    private static let ranks = 3

    /// How well an item answers to a name: 0 for its very id, then beginnings, then parts; nil if not at all.
    private static func rank(of item: Item, for wanted: String) -> Int? {
        let names = [item.id.text, item.title.chinese, item.title.english].compactMap { $0?.lowercased() }
        if names[0] == wanted { return 0 }
        if names.contains(where: { $0.hasPrefix(wanted) }) { return 1 }
        return (names + item.aka.map { $0.lowercased() }).contains { $0.contains(wanted) } ? 2 : nil
    }
}
