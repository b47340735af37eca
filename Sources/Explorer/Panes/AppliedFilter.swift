import CaseModel
import CaseSearch

/// A filter as applied to the panes.
///
/// A pane with matching items shows only those. A pane without any, such as that of the drivers for `place:綦江`,
/// shows the items connected with matches in other panes, since these explain the matches.
struct AppliedFilter: Sendable {
    /// The parsed filter.
    let filter: Filter
    /// The number of matching items.
    let count: Int
    private let isIncluded: [Bool]
    /// The numbers of the panes with matching items.
    private let matching: Set<Int>

    init(_ filter: Filter, in graph: CaseGraph) {
        let positions = filter.positions
        var isIncluded = [Bool](repeating: false, count: graph.case.items.count)
        for position in positions { isIncluded[position] = true }
        let narrowed = Set(positions.map { graph.panes[$0] })
        if !narrowed.isEmpty, narrowed.count < graph.case.panes.count {
            let isConnected = graph.areConnected(withAnyOf: positions)
            for position in isConnected.indices where !narrowed.contains(graph.panes[position]) {
                isIncluded[position] = isConnected[position]
            }
        }
        self.filter = filter
        self.isIncluded = isIncluded
        matching = narrowed
        count = positions.count
    }

    /// The query as typed.
    var query: String { filter.query }

    /// True for a pane that shows what matches, false for one that shows what is connected with matches of others.
    func matches(inPane pane: Int) -> Bool { matching.contains(pane) || matching.isEmpty }

    /// True if the panes show the item at a position.
    func includes(_ position: Int) -> Bool { isIncluded[position] }
}
