/// A size in character cells.
public struct Size: Hashable, Sendable {
    /// Cells from left to right, zero or more.
    public var columns: Int
    /// Cells from top to bottom, zero or more.
    public var rows: Int

    /// A size; negative measures count as zero, so that what is left over can be handed on without asking.
    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}

/// A cell's place, counted from the upper left corner, which is row 0 and column 0.
public struct Point: Hashable, Sendable {
    /// Cells from the top.
    public var row: Int
    /// Cells from the left.
    public var column: Int

    /// A place.
    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// A rectangle of cells; an empty one is fine everywhere.
public struct Rect: Hashable, Sendable {
    /// The first row.
    public var row: Int
    /// The first column.
    public var column: Int
    /// How far it reaches.
    public var size: Size

    /// A rectangle of this many columns and rows; negative measures count as zero.
    public init(row: Int, column: Int, columns: Int, rows: Int) {
        self.row = row
        self.column = column
        size = Size(columns: columns, rows: rows)
    }

    /// The rectangle that a whole screen of this size is.
    public init(_ size: Size) {
        row = 0
        column = 0
        self.size = size
    }

    /// Cells from left to right.
    public var columns: Int { size.columns }
    /// Cells from top to bottom.
    public var rows: Int { size.rows }
    /// The first row below.
    public var bottom: Int { Self.sum(row, rows) }
    /// The first column to the right.
    public var right: Int { Self.sum(column, columns) }
    /// Whether there is no cell in it.
    public var isEmpty: Bool { rows == 0 || columns == 0 }

    /// What is left when so much is taken away on each side.
    public func inset(rows: Int = 0, columns: Int = 0) -> Rect {
        Rect(
            row: Self.sum(row, rows), column: Self.sum(column, columns),
            columns: Self.difference(Self.difference(self.columns, columns), columns),
            rows: Self.difference(Self.difference(self.rows, rows), rows))
    }

    /// The rectangle's own row of this number, one row high and empty when there is none.
    public func line(_ number: Int) -> Rect {
        Rect(
            row: Self.sum(row, number), column: column, columns: columns,
            rows: number >= 0 && number < rows ? 1 : 0)
    }

    // Scroll offsets come from anywhere: arithmetic stops at the ends of Int instead of trapping.
    static func sum(_ left: Int, _ right: Int) -> Int {
        let (result, overflow) = left.addingReportingOverflow(right)
        return overflow ? (right < 0 ? .min : .max) : result
    }

    static func difference(_ left: Int, _ right: Int) -> Int {
        let (result, overflow) = left.subtractingReportingOverflow(right)
        return overflow ? (right < 0 ? .max : .min) : result
    }
}
