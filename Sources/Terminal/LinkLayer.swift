import Screen

/// The links (OSC 8) of a frame.
///
/// ncurses' cells cannot contain them. After ncurses has drawn a frame, linked text is therefore written again in
/// place: the same characters in the same style, but inside a link; then the cursor and its attributes are
/// restored, so that ncurses' image of the screen stays correct. Conversely, ncurses does not redraw a cell whose
/// character stays the same, so that a removed link is overwritten in the same way. Frames without links cost
/// nothing.
struct LinkLayer {
    /// The styles as displayed, each at its number.
    let styles: [Style]

    /// ECMA-48 cannot save the cursor, but every terminal that supports links has DECSC and DECRC of VT100.
    private static let save = "\u{1B}7"
    private static let restore = "\u{1B}8"

    /// The bytes that add a grid's links after the changed rows have been drawn over the previous grid, which is
    /// nil if the screen was cleared first.
    func bytes(over grid: Grid, after before: Grid?, changed: Set<Int>, size: Size) -> [UInt8] {
        let new = links(of: grid, size)
        let old = before.map { links(of: $0, size) } ?? []
        var text = ""
        for row in Set((new + old).map(\.row)).sorted() {
            let (now, then) = (new.filter { $0.row == row }, old.filter { $0.row == row })
            // ncurses may draw any part of a changed row.
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

    // The links on printable ASCII, for which ncurses and every terminal agree on columns.
    private func links(of grid: Grid, _ size: Size) -> [Grid.Link] {
        grid.links.filter { link in
            link.row < size.rows && link.columns.upperBound <= size.columns
                && link.columns.allSatisfy { column in
                    grid[link.row, column].scalar.map { (0x20..<0x7F).contains($0.value) } == true
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
            let shown = styles[Int(cell.styleNumber)]
            if shown != style { text += shown.sgr }
            style = shown
            if let character = cell.character { text.append(character) }
        }
    }
}
