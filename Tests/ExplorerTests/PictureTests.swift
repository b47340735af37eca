import CaseModel
import Screen
import GoldenSupport
import Testing

@testable import Explorer

/// Whole screens as text.
@Suite struct PictureTests {
    static let sizes = [(200, 60), (80, 24), (60, 20), (40, 20), (40, 10), (12, 4)]

    @Test(arguments: sizes, LanguageChoice.allCases)
    func `browse and reader`(size: (Int, Int), language: LanguageChoice) throws {
        var rehearsal = Rehearsal(columns: size.0, rows: size.1, language: language)
        let suffix = "-\(size.0)x\(size.1)-\(language)"
        try expect(rehearsal.picture, matchesFile: "browse" + suffix, in: "Pictures")
        rehearsal.press(.enter, "v", .enter)
        try expect(rehearsal.picture, matchesFile: "drilled" + suffix, in: "Pictures")
        rehearsal.press(.enter, .tab)
        try expect(rehearsal.picture, matchesFile: "reader" + suffix, in: "Pictures")
    }

    @Test(arguments: [(200, 60), (80, 24), (40, 10)], [LanguageChoice.chinese, .english])
    func `trace and overview`(size: (Int, Int), language: LanguageChoice) throws {
        var rehearsal = Rehearsal(columns: size.0, rows: size.1, language: language)
        let suffix = "-\(size.0)x\(size.1)-\(language)"
        rehearsal.press("9", .tab)
        try expect(rehearsal.picture, matchesFile: "overview" + suffix, in: "Pictures")
        rehearsal.press("q", "3", .end, .up, .up, .up, "t")
        try expect(rehearsal.picture, matchesFile: "trace" + suffix, in: "Pictures")
    }

    @Test func `help over the panes`() throws {
        var rehearsal = Rehearsal()
        rehearsal.press("?")
        try expect(rehearsal.picture, matchesFile: "help-80x24-zh", in: "Pictures")
    }

    @Test func `one pane or the detail bar alone`() throws {
        var rehearsal = Rehearsal()
        rehearsal.press("z")
        try expect(rehearsal.picture, matchesFile: "zoom-pane-80x24-zh", in: "Pictures")
        rehearsal.press("z", "3", .end, .up, .up, .up, "Z")
        try expect(rehearsal.picture, matchesFile: "zoom-strip-80x24-zh", in: "Pictures")
    }

    @Test func `styles of a brushed screen`() throws {
        try expect(
            Rehearsal(columns: 72, rows: 16).grid.picture(marking: true), matchesFile: "styles-72x16-zh",
            in: "Pictures")
    }

    @Test func `the smallest screens show as much as fits`() {
        for (columns, rows) in [(0, 0), (1, 1), (1, 10), (10, 1), (2, 2), (3, 3), (7, 7)] {
            var rehearsal = Rehearsal(columns: columns, rows: rows)
            for keys: [Key] in [[], [.enter], [.enter, .enter, .enter], ["?"], [.escape, ":"]] {
                rehearsal.press(keys)
                #expect(rehearsal.grid.size == Size(columns: columns, rows: rows))
            }
        }
        #expect(Rehearsal(columns: 11, rows: 1).picture.contains("支持"))
    }
}
