import CaseModel

/// The rows of a pane: group headings, and the items under them as a tree.
///
/// A narrowed outline contains the visible items and, as context, the headings and items above them.
struct Outline: Equatable, Sendable {
    /// A line of the pane.
    struct Row: Equatable, Sendable {
        enum Content: Equatable, Sendable {
            /// The heading of the kind of this number.
            case heading(Int)
            /// The item at this position.
            case item(Int)
        }

        let content: Content
        /// The depth in the tree.
        let depth: Int
        /// The number of visible items below the row; 0 is not displayed.
        let count: Int
        /// True for a row that is shown only as context.
        let isContext: Bool
    }

    private(set) var rows: [Row] = []
    /// The number of visible items without context.
    private(set) var visible = 0
    /// The number of items of the pane.
    private(set) var total = 0
    private var rowOfItem: [Int: Int] = [:]

    /// The outline of a pane, narrowed to the items for which `isVisible` is true.
    init(of pane: Int, in graph: CaseGraph, isVisible: (Int) -> Bool) {
        let kinds = graph.case.kinds.indices.filter {
            graph.case.kinds[$0].pane == graph.case.panes[pane].id
        }
        var roots: [ID<Kind>: [Int]] = [:]
        for position in graph.case.items.indices where graph.panes[position] == pane {
            total += 1
            if graph.parents[position] == nil {
                roots[graph.item(position).kind, default: []].append(position)
            }
        }
        for kind in kinds {
            let heading = rows.count
            let before = visible
            rows.append(Row(content: .heading(kind), depth: 0, count: 0, isContext: true))
            for root in roots[graph.case.kinds[kind].id] ?? [] {
                append(root, depth: 0, in: graph, isVisible: isVisible)
            }
            if rows.count == heading + 1 {
                rows.removeLast()
            } else {
                rows[heading] = Row(
                    content: .heading(kind), depth: 0, count: visible - before, isContext: true)
            }
        }
        for (row, content) in rows.map(\.content).enumerated() {
            if case .item(let position) = content { rowOfItem[position] = row }
        }
    }

    /// The row of an item; nil if it is not in the outline.
    func row(of position: Int) -> Int? { rowOfItem[position] }

    /// The item on a row; nil for a heading and beyond the ends.
    func item(at row: Int) -> Int? {
        guard rows.indices.contains(row), case .item(let position) = rows[row].content else { return nil }
        return position
    }

    /// The first item at or after a row in steps of +1 or −1.
    func item(from row: Int, going step: Int) -> Int? {
        var row = row
        while rows.indices.contains(row) {
            if let position = item(at: row) { return position }
            row += step
        }
        return nil
    }

    /// Appends an item and its descendants, unless none of them is visible.
    private mutating func append(_ position: Int, depth: Int, in graph: CaseGraph, isVisible: (Int) -> Bool) {
        let own = rows.count
        let before = visible
        let isShown = isVisible(position)
        rows.append(Row(content: .item(position), depth: depth, count: 0, isContext: !isShown))
        for child in graph.children[position] {
            append(child, depth: depth + 1, in: graph, isVisible: isVisible)
        }
        let below = visible - before
        if isShown { visible += 1 }
        if !isShown && below == 0 {
            rows.removeLast(rows.count - own)
        } else {
            rows[own] = Row(content: .item(position), depth: depth, count: below, isContext: !isShown)
        }
    }
}
