/// The rows of a pane that are in view, line by line: while rows scroll, the head of their section stays on top, and
/// pinned rows stay at the edge beyond which they would be.
struct PaneWindow: Equatable, Sendable {
    /// The rows that stay on top, in their order.
    let above: [Int]
    /// The rows that scroll.
    let rows: Range<Int>
    /// The pinned rows that stay at the bottom.
    let below: [Int]

    /// The window of an outline from a row on, with the rows that are pinned in ascending order.
    init(_ outline: Outline, from top: Int, pinned: [Int], height: Int) {
        let count = outline.rows.count
        guard height > 1, count > height else {
            (above, below) = ([], [])
            rows = max(0, top)..<max(max(0, top), min(count, top + height))
            return
        }
        // A third of the pane at most is kept from scrolling. Each row that stays covers one more.
        let most = (height - 1) / 3
        var above: [Int] = []
        while top > 0 {
            let hidden = pinned.filter { $0 <= top + above.count }.suffix(most)
            if hidden.count == above.count { break }
            above = Array(hidden)
        }
        var below: [Int] = []
        while true {
            let hidden = pinned.filter { $0 >= top + height - below.count }.prefix(most - above.count)
            if hidden.count == below.count { break }
            below = Array(hidden)
        }
        let first = top + above.count
        if top > 0, outline.rows.indices.contains(first + 1), let head = outline.rows[first + 1].head,
            head < first, !above.contains(head)
        {
            above.append(head)
        }
        let start = top + above.count
        rows = start..<max(start, min(count, top + height - below.count))
        (self.above, self.below) = (above, below)
    }

    /// The row on a line of the pane; nil below the last one.
    func row(onLine line: Int) -> Int? {
        if line < above.count { return above[line] }
        let row = rows.lowerBound + line - above.count
        if row < rows.upperBound { return row }
        let last = line - above.count - rows.count
        return below.indices.contains(last) ? below[last] : nil
    }

    /// The first row of the window, given the present one, so that a row is in view: as `Scrolling.top`, with what
    /// stays in place left out.
    static func top(
        _ top: Int, showing row: Int?, of outline: Outline, pinned: [Int], height: Int
    ) -> Int {
        let plain = Scrolling.top(top, showing: row, of: outline.rows.count, in: height)
        guard let row, height > 0 else { return plain }
        let window = PaneWindow(outline, from: plain, pinned: pinned, height: height)
        if window.rows.contains(row) { return plain }
        // What stays in place covers the row: it goes to the middle, where nothing does.
        return min(max(0, row - height / 2), max(0, outline.rows.count - height))
    }
}
