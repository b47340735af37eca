import CaseModel

/// The rows of a pane: group headings, and the items under them as a tree.
///
/// A narrowed outline contains the visible items and, as context, the headings and items above them. A heading, or an
/// item with others below it, is the head of a *section*, which can be folded.
struct Outline: Equatable, Sendable {
    /// The content of a row, by which a section can be named whatever the rows are.
    enum Content: Hashable, Sendable {
        /// The heading of the kind of this number.
        case heading(Int)
        /// The item at this position.
        case item(Int)
    }

    /// A line of the pane.
    struct Row: Equatable, Sendable {
        let content: Content
        /// The depth in the tree.
        let depth: Int
        /// The row of the section's head; nil for a heading.
        let head: Int?
        /// The number of the item in its section, from 1; 0 for a heading and for a row shown only as context.
        let rank: Int
        /// The number of visible items of the section of which the row is the head: those of the kind under its
        /// heading, all below an item. 0 is not displayed.
        var count: Int
        /// True for a row that is shown only as context.
        let isContext: Bool
        /// True for the head of a section whose rows are folded away.
        var isFolded = false
    }

    private(set) var rows: [Row] = []
    /// The number of visible items without context.
    private(set) var visible = 0
    /// The number of items of the pane.
    private(set) var total = 0
    /// For each item of the case its row; −1 for one without.
    private var rowOfItem: [Int32]
    /// For each item folded away, the row that stands for its section; negative for one that was only context.
    private var foldedRows: [Int: Int] = [:]

    /// The outline of a pane, narrowed to the items for which `isVisible` is true.
    ///
    /// Of a folded section its head remains, and of the items of a kind the first one, since a heading cannot be
    /// selected.
    init(of pane: Int, in graph: CaseGraph, folding folded: Set<Content> = [], isVisible: (Int) -> Bool) {
        rowOfItem = [Int32](repeating: -1, count: graph.case.items.count)
        let kinds = graph.case.kinds.indices.filter {
            graph.case.kinds[$0].pane == graph.case.panes[pane].id
        }
        var roots = [[Int]](repeating: [], count: graph.case.kinds.count)
        for position in graph.case.items.indices where graph.panes[position] == pane {
            total += 1
            if graph.parents[position] == nil, let kind = graph.kindNumber(of: position) {
                roots[kind].append(position)
            }
        }
        for kind in kinds {
            let heading = rows.count
            rows.append(
                Row(content: .heading(kind), depth: 0, head: nil, rank: 0, count: 0, isContext: true))
            var shown = 0
            for root in roots[kind] {
                let isShown = append(
                    root, under: heading, rank: shown + 1, in: graph, folding: folded, isVisible: isVisible)
                if isShown { shown += 1 }
            }
            if rows.count == heading + 1 {
                rows.removeLast()
                continue
            }
            rows[heading].count = shown
            if folded.contains(.heading(kind)) { fold(heading, keeping: 1) }
        }
        for row in rows.indices {
            if case .item(let position) = rows[row].content { rowOfItem[position] = Int32(row) }
        }
    }

    /// The row of an item; nil if it is not in the outline, or folded away.
    func row(of position: Int) -> Int? {
        guard rowOfItem.indices.contains(position), rowOfItem[position] >= 0 else { return nil }
        return Int(rowOfItem[position])
    }

    /// The row of an item, or the one that stands for the section in which it is folded away.
    func row(standingFor position: Int) -> Int? {
        row(of: position) ?? foldedRows[position].map { abs($0) }
    }

    /// Whether an item is visible, and not only context; true as well where it is folded away.
    func includes(_ position: Int) -> Bool {
        if let row = row(of: position) { return !rows[row].isContext }
        return foldedRows[position].map { $0 > 0 } ?? false
    }

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

    /// The innermost section of a row that can be folded, or unfolded: its own, or else the one that it is in.
    func section(of row: Int, folded: Bool) -> Int? {
        guard rows.indices.contains(row) else { return nil }
        let own = rows[row]
        if own.isFolded == folded, folded || own.count > 0 { return row }
        return own.head.flatMap { section(of: $0, folded: folded) }
    }

    /// The contents of the heads of the innermost sections: of the kinds whose items have none below them, and of
    /// the items that do.
    var sections: Set<Content> {
        var found: Set<Content> = []
        for (number, row) in rows.enumerated() where row.count > 0 {
            // A heading's rows end where the next heading begins.
            let below = rows[(number + 1)...].prefix { $0.head != nil }
            if row.head != nil || !below.contains(where: { $0.count > 0 }) { found.insert(row.content) }
        }
        return found
    }

    /// Appends an item and its descendants, unless none of them is visible. Returns whether the item itself is.
    private mutating func append(
        _ position: Int, under head: Int, rank: Int, in graph: CaseGraph, folding folded: Set<Content>,
        isVisible: (Int) -> Bool
    ) -> Bool {
        let own = rows.count
        let before = visible
        let isShown = isVisible(position)
        let depth = rows[head].head == nil ? 0 : rows[head].depth + 1
        rows.append(
            Row(
                content: .item(position), depth: depth, head: head, rank: isShown ? rank : 0, count: 0,
                isContext: !isShown))
        for child in graph.children[position] {
            _ = append(
                child, under: own, rank: visible - before + 1, in: graph, folding: folded,
                isVisible: isVisible)
        }
        let below = visible - before
        if isShown { visible += 1 }
        if !isShown && below == 0 {
            rows.removeLast(rows.count - own)
            return false
        }
        rows[own].count = below
        if below > 0, folded.contains(.item(position)) { fold(own, keeping: 0) }
        return isShown
    }

    /// Folds the section of a head, whose rows are the last ones, down to the head and some rows below it.
    private mutating func fold(_ head: Int, keeping kept: Int) {
        for row in rows[(head + kept + 1)...] {
            guard case .item(let position) = row.content else { continue }
            foldedRows[position] = row.isContext ? -(head + kept) : head + kept
        }
        // An item already folded away below stands where its section does now.
        let isDeeper = { (row: Int) in abs(row) > head + kept }
        for (position, row) in foldedRows where isDeeper(row) {
            foldedRows[position] = row < 0 ? -(head + kept) : head + kept
        }
        rows.removeLast(rows.count - head - kept - 1)
        rows[head].isFolded = true
    }
}
