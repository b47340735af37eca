import Screen
import TextLayout

extension Grid {
    /// Writes a text, wrapped to an area, on its lines from this one on.
    mutating func write(wrapping text: String, in area: Rect, from first: Int = 0) {
        for (number, line) in Wrapping.lines(of: text, columns: area.columns).enumerated() {
            write(line, in: area.line(first + number), style: Theme.faint)
        }
    }

    /// Writes lines from the top of an area on, as many as there is room for.
    mutating func write(lines: some Collection<[Span]>, in area: Rect) {
        for (number, line) in lines.prefix(area.rows).enumerated() { write(line, in: area.line(number)) }
    }

    /// Draws lines along the inside of an area's border.
    mutating func frame(_ area: Rect) {
        for line in [area.line(0), area.line(area.rows - 1)] {
            fill(line, with: Theme.rule, style: Theme.frame)
        }
        for row in area.row..<area.bottom {
            let corners: (Character, Character) =
                row == area.row ? ("┌", "┐") : row == area.bottom - 1 ? ("└", "┘") : ("│", "│")
            put(corners.0, at: Point(row: row, column: area.column), style: Theme.frame)
            put(corners.1, at: Point(row: row, column: area.right - 1), style: Theme.frame)
        }
    }
}
