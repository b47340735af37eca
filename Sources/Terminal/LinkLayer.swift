import Screen

/// Links (OSC 8) over a frame.
///
/// ncurses' cells cannot carry them. So once it has drawn a frame, what leads somewhere is written again where it
/// stands, the same characters in the same style but inside of a link, and the cursor and its attributes are put back:
/// what ncurses believes of the screen stays true. The other way round, a cell that goes on to show the same character
/// is not drawn again by ncurses, and would lead where it did: where it no longer does, it is written again as well.
/// Frames without links, as the panes and charts are, cost nothing.
struct LinkLayer {
    /// The styles as the terminal shows them, each at the index of its look.
    let styles: [Style]

    /// ECMA-48 has no way to remember the cursor, but every terminal that knows links has VT100's (DECSC, DECRC).
    private static let save = "\u{1B}7"
    private static let restore = "\u{1B}8"

    /// What lays the links of a grid over it, after the rows that changed have been drawn over the grid before; that
    /// is nil where the screen was cleared first.
    func bytes(over grid: Grid, after before: Grid?, changed: Set<Int>, size: Size) -> [UInt8] {
        let new = links(of: grid, size)
        let old = before.map { links(of: $0, size) } ?? []
        var text = ""
        for row in Set((new + old).map(\.row)).sorted() {
            let (now, then) = (new.filter { $0.row == row }, old.filter { $0.row == row })
            // ncurses may draw any part of a row that has changed.
            guard changed.contains(row) || now != then else { continue }
            let kept = then.flatMap(\.columns).filter { column in
                before?[row, column] == grid[row, column] && !now.contains { $0.columns.contains(column) }
            }
            for columns in Self.runs(of: kept) { write(grid, row, columns, into: &text) }
            for link in now {
                text += link.address.opening
                write(grid, row, link.columns, into: &text)
                text += WebAddress.closing
            }
        }
        return text.isEmpty ? [] : Array((Self.save + text + Self.restore).utf8)
    }

    // What is drawn the same way by every terminal: printable ASCII, with which ncurses and the screen agree on columns.
    private func links(of grid: Grid, _ size: Size) -> [Grid.Link] {
        grid.links.filter { link in
            link.row < size.rows && link.columns.upperBound <= size.columns
                && link.columns.allSatisfy { column in
                    grid[link.row, column].character?.asciiValue.map { (0x20..<0x7F).contains($0) } == true
                }
        }.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
    }

    private static func runs(of columns: [Int]) -> [Range<Int>] {
        columns.reduce(into: []) { runs, column in
            let begun = runs.last?.upperBound == column ? runs.removeLast().lowerBound : column
            runs.append(begun..<column + 1)
        }
    }

    private func write(_ grid: Grid, _ row: Int, _ columns: Range<Int>, into text: inout String) {
        text += "\u{1B}[\(row + 1);\(columns.lowerBound + 1)H"
        var style: Style?
        for column in columns {
            let cell = grid[row, column]
            let shown = styles[CellAttributes.index(cell.style)]
            if shown != style { text += shown.sgr }
            style = shown
            if let character = cell.character { text.append(character) }
        }
    }
}
