/// A size in character cells.
package struct Size: Hashable, Sendable {
    /// Cells from left to right, zero or more.
    package var columns: Int
    /// Cells from top to bottom, zero or more.
    package var rows: Int

    /// A size; negative numbers count as zero, so that the rest of a subtraction needs no check.
    package init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}

/// The position of a cell from the upper left corner, which is row 0 and column 0.
package struct Point: Hashable, Sendable {
    /// Cells from the top.
    package var row: Int
    /// Cells from the left.
    package var column: Int

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// A rectangle of cells, possibly empty.
package struct Rect: Hashable, Sendable {
    /// The first row.
    package var row: Int
    /// The first column.
    package var column: Int
    /// Its columns and rows.
    package var size: Size

    /// A rectangle without cells.
    package static let empty = Rect(row: 0, column: 0, columns: 0, rows: 0)

    /// A rectangle of this many columns and rows; negative numbers count as zero.
    package init(row: Int, column: Int, columns: Int, rows: Int) {
        self.row = row
        self.column = column
        size = Size(columns: columns, rows: rows)
    }

    /// The rectangle of a whole screen of this size.
    package init(_ size: Size) {
        row = 0
        column = 0
        self.size = size
    }

    /// Cells from left to right.
    package var columns: Int { size.columns }
    /// Cells from top to bottom.
    package var rows: Int { size.rows }
    /// The first row below.
    package var bottom: Int { Self.sum(row, rows) }
    /// The first column to the right.
    package var right: Int { Self.sum(column, columns) }
    /// True if it has no cells.
    package var isEmpty: Bool { rows == 0 || columns == 0 }

    /// The rectangle reduced by a number of cells on each side.
    package func inset(rows: Int = 0, columns: Int = 0) -> Rect {
        Rect(
            row: Self.sum(row, rows), column: Self.sum(column, columns),
            columns: Self.difference(Self.difference(self.columns, columns), columns),
            rows: Self.difference(Self.difference(self.rows, rows), rows))
    }

    /// The row of this number within the rectangle, one row high; empty if there is none.
    package func line(_ number: Int) -> Rect {
        Rect(
            row: Self.sum(row, number), column: column, columns: columns,
            rows: number >= 0 && number < rows ? 1 : 0)
    }

    /// A rectangle of the same columns, from a row on, which may lie outside.
    package func lines(_ count: Int, at row: Int) -> Rect {
        Rect(row: row, column: column, columns: columns, rows: count)
    }

    /// The rectangle without its first columns.
    package func dropFirst(columns count: Int) -> Rect {
        Rect(
            row: row, column: Self.sum(column, count), columns: Self.difference(columns, count), rows: rows)
    }

    /// The rectangle without its last columns.
    package func dropLast(columns count: Int) -> Rect {
        Rect(row: row, column: column, columns: Self.difference(columns, count), rows: rows)
    }

    /// True for a point that is one of its cells.
    package func contains(_ point: Point) -> Bool {
        point.row >= row && point.row < bottom && point.column >= column && point.column < right
    }

    // Scroll offsets may have any value: arithmetic stops at the ends of Int instead of trapping.
    static func sum(_ left: Int, _ right: Int) -> Int {
        let (result, overflow) = left.addingReportingOverflow(right)
        return overflow ? (right < 0 ? .min : .max) : result
    }

    static func difference(_ left: Int, _ right: Int) -> Int {
        let (result, overflow) = left.subtractingReportingOverflow(right)
        return overflow ? (right < 0 ? .max : .min) : result
    }
}
