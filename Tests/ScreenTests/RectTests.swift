import Screen
import Testing

/// The parts that views cut from a rectangle.
@Suite struct RectTests {
    private let rect = Rect(row: 2, column: 10, columns: 6, rows: 3)

    @Test func `columns are dropped on either side, at most all of them`() {
        #expect(rect.dropFirst(columns: 4) == Rect(row: 2, column: 14, columns: 2, rows: 3))
        #expect(rect.dropLast(columns: 4) == Rect(row: 2, column: 10, columns: 2, rows: 3))
        #expect(rect.dropFirst(columns: 9).isEmpty)
        #expect(rect.dropLast(columns: 9).isEmpty)
    }

    @Test func `a line is one of the rectangle, and lines may lie outside`() {
        #expect(rect.line(1) == Rect(row: 3, column: 10, columns: 6, rows: 1))
        #expect(rect.line(3).isEmpty)
        #expect(rect.lines(2, at: 7) == Rect(row: 7, column: 10, columns: 6, rows: 2))
        #expect(rect.lines(-1, at: 7).isEmpty)
    }

    @Test func `points are contained up to the last row and column`() {
        #expect(rect.contains(Point(row: 2, column: 10)))
        #expect(rect.contains(Point(row: 4, column: 15)))
        #expect(!rect.contains(Point(row: 5, column: 10)))
        #expect(!rect.contains(Point(row: 2, column: 16)))
    }
}
