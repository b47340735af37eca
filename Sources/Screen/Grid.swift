import TextLayout

/// A screen as a value: rows of cells, links, and the position of the hardware cursor.
///
/// No write leaves half a glyph: a right half always has a glyph of two columns on its left, and such a glyph always has
/// a right half on its right.
package struct Grid: Equatable, Sendable {
    /// The largest size; a larger grid is clipped, so that no size can exhaust memory.
    package static let largest = Size(columns: 2000, rows: 1000)

    /// Its columns and rows.
    package let size: Size
    /// The cells, row by row.
    package private(set) var cells: [Cell]
    /// The parts that are links.
    package internal(set) var links: [Link] = []
    /// The parts that act on the mouse.
    var zones: [Zone] = []
    /// The position of the hardware cursor, which screen readers and braille displays follow; nil hides it.
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

    /// Draws one character, such as a piece of a border, if it fits into the grid.
    package mutating func put(_ character: Character, at point: Point, style: Style = .plain) {
        let glyph = Glyph(character) ?? .space
        guard (0..<size.rows).contains(point.row), point.column >= 0,
            point.column <= size.columns - glyph.columns
        else { return }
        set(glyph, point.row, point.column, style)
    }

    /// Changes the style of the glyphs of an area; a wide glyph changes as a whole, with its left half.
    package mutating func restyle(_ area: Rect, _ change: (Style) -> Style) {
        let part = clip(area)
        for row in part.rows {
            for column in part.columns {
                let index = row * size.columns + column
                guard !cells[index].isRightHalf else { continue }
                let style = change(cells[index].style)
                cells[index].style = style
                if column + 1 < size.columns, cells[index + 1].isRightHalf {
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

    // Draws a glyph that fits into the row, and blanks the other halves of wide glyphs that it covers.
    mutating func set(_ glyph: Glyph, _ row: Int, _ column: Int, _ style: Style) {
        if !links.isEmpty { unlink(row, column..<column + glyph.columns) }
        let index = row * size.columns + column
        let end = index + glyph.columns
        if cells[index].isRightHalf { cells[index - 1].character = " " }
        if end < (row + 1) * size.columns, cells[end].isRightHalf { cells[end].character = " " }
        cells[index] = Cell(glyph, style: style)
        if glyph.columns == 2 { cells[index + 1] = .rightHalf(style: style) }
    }
}

extension Grid {
    /// A part of a row that is a link.
    package struct Link: Hashable, Sendable {
        /// The row.
        package var row: Int
        /// The columns, at least one.
        package var columns: Range<Int>
        /// The address that it opens.
        package var address: WebAddress
    }

    /// Makes an area a link, until it is drawn over.
    package mutating func link(_ area: Rect, to address: WebAddress) {
        let part = clip(area)
        guard !part.columns.isEmpty else { return }
        for row in part.rows {
            unlink(row, part.columns)
            links.append(Link(row: row, columns: part.columns, address: address))
        }
    }

    // Removes links from columns that are drawn over; the rest of a link on either side stays.
    mutating func unlink(_ row: Int, _ columns: Range<Int>) {
        func isTouched(_ link: Link) -> Bool { link.row == row && link.columns.overlaps(columns) }
        guard links.contains(where: isTouched) else { return }
        links = links.flatMap { link in
            guard isTouched(link) else { return [link] }
            let sides = [
                link.columns.lowerBound..<max(link.columns.lowerBound, columns.lowerBound),
                min(link.columns.upperBound, columns.upperBound)..<link.columns.upperBound,
            ]
            return sides.filter { !$0.isEmpty }.map { Link(row: row, columns: $0, address: link.address) }
        }
    }
}

extension Grid {
    /// Copies another grid, with its cursor and links, onto this one with its first cell at a point, clipped.
    package mutating func paste(_ other: Grid, at point: Point) {
        for row in 0..<other.size.rows {
            for column in 0..<other.size.columns {
                let cell = other[row, column]
                guard let character = cell.character else { continue }
                put(
                    character, at: Point(row: point.row + row, column: point.column + column),
                    style: cell.style)
            }
        }
        for link in other.links {
            let row = Rect.sum(point.row, link.row)
            self.link(
                Rect(
                    row: row, column: Rect.sum(point.column, link.columns.lowerBound),
                    columns: link.columns.count,
                    rows: 1), to: link.address)
        }
        cursor = other.cursor.map { Point(row: point.row + $0.row, column: point.column + $0.column) }
    }
}
