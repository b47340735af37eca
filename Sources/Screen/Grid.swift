import TextLayout

/// A screen as a value: rows of cells, and where the hardware cursor is parked.
///
/// No write can leave half a glyph: a cell whose character is nil always has a glyph of two columns on its
/// left, and such a glyph always has such a cell on its right.
package struct Grid: Equatable, Sendable {
    /// The largest grid there is; a larger one is cut, so that no size can exhaust the memory.
    package static let largest = Size(columns: 2000, rows: 1000)

    /// Its columns and rows.
    package let size: Size
    /// The cells, row by row.
    package private(set) var cells: [Cell]
    /// The parts of it that lead somewhere on the web.
    package internal(set) var links: [Link] = []
    /// Where the hardware cursor is parked, for screen readers and braille; nil hides it.
    package var cursor: Point?

    /// A blank grid.
    package init(size: Size) {
        self.size = Size(
            columns: min(size.columns, Self.largest.columns), rows: min(size.rows, Self.largest.rows))
        cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
    }

    /// A cell; a blank one outside of the grid.
    package subscript(row: Int, column: Int) -> Cell {
        guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return .blank }
        return cells[row * size.columns + column]
    }

    /// Fills an area; a wide character is repeated as often as it fits.
    package mutating func fill(_ area: Rect, with character: Character = " ", style: Style = .plain) {
        let part = clip(area)
        let glyph = Glyph(character) ?? .space
        for row in part.rows {
            for column in stride(
                from: part.columns.lowerBound, to: part.columns.upperBound, by: glyph.columns)
            {
                set(column + glyph.columns <= part.columns.upperBound ? glyph : .space, row, column, style)
            }
        }
    }

    /// Draws one character, such as a piece of a border; nothing where it does not fit into the grid.
    package mutating func put(_ character: Character, at point: Point, style: Style = .plain) {
        let glyph = Glyph(character) ?? .space
        guard (0..<size.rows).contains(point.row), point.column >= 0,
            point.column <= size.columns - glyph.columns
        else { return }
        set(glyph, point.row, point.column, style)
    }

    /// Changes how the glyphs of an area look. A wide glyph changes as a whole, and with its left half.
    package mutating func restyle(_ area: Rect, _ change: (Style) -> Style) {
        let part = clip(area)
        for row in part.rows {
            for column in part.columns {
                let index = row * size.columns + column
                guard cells[index].character != nil else { continue }
                let style = change(cells[index].style)
                cells[index].style = style
                if column + 1 < size.columns, cells[index + 1].character == nil {
                    cells[index + 1].style = style
                }
            }
        }
    }

    // The rows and columns of an area that lie in the grid.
    func clip(_ area: Rect) -> (rows: Range<Int>, columns: Range<Int>) {
        func part(_ start: Int, _ length: Int, _ end: Int) -> Range<Int> {
            let upper = max(0, min(Rect.sum(start, length), end))
            return min(max(0, start), upper)..<upper
        }
        return (part(area.row, area.rows, size.rows), part(area.column, area.columns, size.columns))
    }

    // Puts a glyph that fits into the row, and blanks what it leaves of wide ones that it covers in part.
    mutating func set(_ glyph: Glyph, _ row: Int, _ column: Int, _ style: Style) {
        if !links.isEmpty { unlink(row, column..<column + glyph.columns) }
        let index = row * size.columns + column
        let end = index + glyph.columns
        if cells[index].character == nil { cells[index - 1].character = " " }
        if end < (row + 1) * size.columns, cells[end].character == nil { cells[end].character = " " }
        cells[index] = Cell(glyph.character, style: style)
        if glyph.columns == 2 { cells[index + 1] = Cell(nil, style: style) }
    }
}
