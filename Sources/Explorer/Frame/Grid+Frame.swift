import Screen

extension Grid {
    /// Draws lines along the inside of an area's border.
    mutating func frame(_ area: Rect) {
        for line in [area.line(0), area.line(area.rows - 1)] { fill(line, with: "─", style: Theme.frame) }
        for row in area.row..<area.bottom {
            let corners: (Character, Character) =
                row == area.row ? ("┌", "┐") : row == area.bottom - 1 ? ("└", "┘") : ("│", "│")
            put(corners.0, at: Point(row: row, column: area.column), style: Theme.frame)
            put(corners.1, at: Point(row: row, column: area.right - 1), style: Theme.frame)
        }
    }
}
