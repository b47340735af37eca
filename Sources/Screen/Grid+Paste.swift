extension Grid {
    /// Copies another grid onto this one, its first cell at a point; what reaches beyond is cut. Its cursor comes
    /// along.
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
