import CaseModel
import CaseSearch

/// A filter as the panes obey it.
///
/// A pane in which it lets something through shows just that. A pane in which it lets nothing through, such as that
/// of the drivers for `place:綦江`, shows what is connected with something that it lets through elsewhere: one
/// filters for what one wants to see explained.
struct AppliedFilter: Sendable {
    /// The filter as it was read.
    let filter: Filter
    /// How many items it lets through.
    let count: Int
    private let isLetThrough: [Bool]

    init(_ filter: Filter, in graph: CaseGraph) {
        let positions = filter.positions
        var isLetThrough = [Bool](repeating: false, count: graph.case.items.count)
        for position in positions { isLetThrough[position] = true }
        let narrowed = Set(positions.map { graph.panes[$0] })
        if !narrowed.isEmpty, narrowed.count < graph.case.panes.count {
            let isConnected = graph.areConnected(withAnyOf: positions)
            for position in isConnected.indices where !narrowed.contains(graph.panes[position]) {
                isLetThrough[position] = isConnected[position]
            }
        }
        self.filter = filter
        self.isLetThrough = isLetThrough
        count = positions.count
    }

    /// Whether the panes show the item at a position.
    func letsThrough(_ position: Int) -> Bool { isLetThrough[position] }
}
