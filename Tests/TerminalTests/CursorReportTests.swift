import Testing

@testable import Terminal

/// The answers of a terminal that is asked where its cursor is.
@Suite struct CursorReportTests {
    private func columns(_ parts: String...) -> [Int] {
        var reports = CursorReports()
        for part in parts { reports.take(Array(part.utf8)) }
        return reports.columns
    }

    @Test func `reports are read among what is typed, and in pieces`() {
        #expect(columns("\u{1B}[12;2R") == [2])
        #expect(columns("ab\u{1B}[1;3Rq\u{1B}[A\u{1B}[24;80R") == [3, 80])
        #expect(columns("\u{1B}", "[1", ";", "2", "R") == [2])
    }

    @Test func `other sequences and damaged reports are none`() {
        #expect(columns("\u{1B}[R\u{1B}[1R\u{1B}[1;2;3R\u{1B}[;R\u{1B}OR R 1;2R").isEmpty)
        #expect(columns("\u{1B}[" + String(repeating: "9", count: 100) + ";1R\u{1B}[1;1R").last == 1)
    }
}
