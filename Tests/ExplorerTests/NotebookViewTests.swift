import BundledCase
import CaseModel
import GoldenSupport
import Screen
import Testing

@testable import Explorer

/// The reader's own marks, notes and bookmarks: creating, displaying, listing and removing them.
@Suite struct NotebookViewTests {
    private static func rehearsal(
        columns: Int = 80, rows: Int = 24, language: LanguageChoice = .chinese
    ) -> Rehearsal {
        var rehearsal = Rehearsal(columns: columns, rows: rows, language: language)
        rehearsal.keep()
        return rehearsal
    }

    private func notebook(_ rehearsal: Rehearsal) -> Notebook { rehearsal.state.notebook }

    @Test func `Space marks the selection, and unmarks it again`() {
        var rehearsal = Self.rehearsal()
        let before = rehearsal.picture
        rehearsal.press(" ")
        #expect(rehearsal.effects == [.keep([.mark(.item("drv-law"), true)])])
        #expect(rehearsal.picture.contains("★"))
        // The key of an active input method.
        rehearsal.press("\u{3000}", .down, .up)
        #expect(rehearsal.picture == before)
    }

    @Test func `a mark changes only one cell of the row`() throws {
        var rehearsal = Self.rehearsal(columns: 120)
        rehearsal.show(try #require(SmallCase.graph.position(of: "prj-rail")))
        let before = rehearsal.grid
        rehearsal.press(" ", .down, .up)
        let after = rehearsal.grid
        var changed: [Character?] = []
        for row in 0..<after.size.rows {
            for column in 0..<after.size.columns where after[row, column] != before[row, column] {
                changed.append(after[row, column].character)
            }
        }
        #expect(changed == ["★"])
    }

    @Test func `in every view the mark belongs to the selection`() throws {
        let rail = try #require(SmallCase.graph.position(of: "prj-rail"))
        for view: Key in ["r", "t", "5", "7"] {
            var rehearsal = Self.rehearsal()
            rehearsal.show(rail)
            rehearsal.press(view)
            guard let entity = rehearsal.state.currentEntity else { continue }
            rehearsal.press(" ")
            #expect(notebook(rehearsal).marks[entity] != nil, "\(view)")
            #expect(rehearsal.picture.contains("★"), "\(view)")
        }
        var rehearsal = Self.rehearsal()
        rehearsal.read(.source(0))
        rehearsal.press(" ")
        #expect(notebook(rehearsal).marks.keys.map(\.kind) == [.source])
        rehearsal.press("a", " ")
        #expect(rehearsal.picture.contains("无从标记"))
    }

    @Test(arguments: ["5", "6", "8", "c"] as [Key])
    func `a row of a chart has the signs of what it stands for, and the details have the note`(view: Key)
        throws
    {
        var rehearsal = Self.rehearsal()
        rehearsal.show(try #require(SmallCase.graph.position(of: "prj-rail")))
        rehearsal.press(view)
        _ = try #require(rehearsal.state.currentEntity)
        rehearsal.press(" ", "i")
        rehearsal.type("再查")
        rehearsal.press(.enter)
        // Without the last line, which says that the note is kept.
        let lines = rehearsal.picture.split(separator: "\n").dropLast()
        #expect(lines.contains { $0.contains("★☆") })
        #expect(lines.contains { $0.contains("☆ 再查") })
    }

    @Test func `an actor of the network has its signs and its note`() throws {
        var rehearsal = Rehearsal(CaseGraph(try BundledCase.open()), language: .english)
        rehearsal.keep()
        rehearsal.press("7", " ", "i")
        rehearsal.type("ask again")
        rehearsal.press(.enter)
        let lines = rehearsal.picture.split(separator: "\n").dropLast()
        #expect(lines.contains { $0.contains("★☆") })
        #expect(lines.contains { $0.contains("☆ ask again") })
    }

    @Test func `what a search or an id finds has its signs`() throws {
        var rehearsal = Self.rehearsal()
        rehearsal.show(try #require(SmallCase.graph.position(of: "prj-rail")))
        rehearsal.press(" ", "/")
        rehearsal.type("渝贵")
        rehearsal.refresh()
        #expect(
            rehearsal.picture.split(separator: "\n").contains { $0.contains("渝贵铁路") && $0.contains(" ★") })
        rehearsal.press(.escape, ":")
        rehearsal.type("prj-rail")
        #expect(
            rehearsal.picture.split(separator: "\n").contains { $0.contains("prj-rail") && $0.contains(" ★") }
        )
        rehearsal.press(.escape, ":")
        rehearsal.type("prj-river")
        #expect(
            !rehearsal.picture.split(separator: "\n").contains {
                $0.contains("prj-river") && $0.contains("★")
            })
    }

    @Test func `a row with a mark and a note has both signs`() throws {
        var rehearsal = Self.rehearsal(columns: 120)
        rehearsal.press(" ", "i")
        rehearsal.type("x")
        rehearsal.press(.enter, .down, .up)
        #expect(rehearsal.picture.contains("★☆"))
    }

    @Test func `a note is written, shown, changed and removed`() {
        var rehearsal = Self.rehearsal()
        rehearsal.press("i")
        #expect(rehearsal.state.mode == .note)
        rehearsal.type("查 q 与 Q")
        rehearsal.press(.control("o"))
        rehearsal.type("第二行")
        rehearsal.press(.enter)
        #expect(notebook(rehearsal).notes[.item("drv-law")]?.text == "查 q 与 Q\n第二行")
        #expect(rehearsal.picture.contains("☆"))
        rehearsal.press("r")
        #expect(rehearsal.picture.contains("☆ 我的笔记  2026-11-23"))
        #expect(rehearsal.picture.contains("第二行"))
        rehearsal.press("i", .backspace, .enter)
        #expect(notebook(rehearsal).notes[.item("drv-law")]?.text == "查 q 与 Q\n第二")
        rehearsal.press("i", .control("u"), .backspace, .control("u"), .enter)
        #expect(notebook(rehearsal).notes.isEmpty)
        #expect(!rehearsal.picture.contains("☆ 我"))
    }

    @Test func `Esc discards typed text only when pressed twice`() {
        var rehearsal = Self.rehearsal()
        rehearsal.press("i", .escape)
        #expect(rehearsal.state.mode == .view(.browse), "nothing was typed")
        rehearsal.press("i")
        rehearsal.type("x")
        rehearsal.press(.escape)
        #expect(rehearsal.picture.contains("尚未保存"))
        rehearsal.type("y")
        rehearsal.press(.escape, .enter)
        #expect(notebook(rehearsal).notes[.item("drv-law")]?.text == "xy")
        rehearsal.press("i", "z", .escape, .escape)
        #expect(rehearsal.state.mode == .view(.browse))
        #expect(notebook(rehearsal).notes[.item("drv-law")]?.text == "xy")
    }

    @Test func `an unfinished note is saved when the session ends`() {
        var rehearsal = Self.rehearsal()
        rehearsal.press("i")
        #expect(rehearsal.state.unsaved == nil)
        rehearsal.type("half")
        #expect(rehearsal.state.closingChanges == [.note(.item("drv-law"), "half", replacing: nil)])
        rehearsal.press(.control("c"))
        #expect(rehearsal.effects == [.rereadNotebook, .quit])
        #expect(rehearsal.state.unsaved != nil)
    }

    @Test func `a viewpoint is bookmarked with a title, and the list leads back to it`() throws {
        var rehearsal = Self.rehearsal()
        rehearsal.press(.enter, "t", "b", .enter)
        let bookmark = try #require(notebook(rehearsal).bookmarks.values.first)
        #expect(bookmark.title.contains("溯源"))
        let there = rehearsal.state.viewpoint
        rehearsal.press("b", .control("u"))
        rehearsal.type("给导师看")
        rehearsal.press(.enter)
        #expect(notebook(rehearsal).bookmarks.count == 1)
        rehearsal.press("q", "1", .escape, .home, "'")
        rehearsal.type("导师")
        rehearsal.press(.enter)
        #expect(rehearsal.state.viewpoint == there)
        rehearsal.press("b", .control("u"), .enter)
        #expect(notebook(rehearsal).bookmarks.isEmpty)
    }

    @Test func `a removed entry can be restored until the list is closed`() {
        var rehearsal = Self.rehearsal()
        rehearsal.press(" ", "i")
        rehearsal.type("why")
        rehearsal.press(.enter, "’")
        let before = notebook(rehearsal)
        rehearsal.press(.delete)
        #expect(notebook(rehearsal) == Notebook())
        #expect(rehearsal.picture.contains("×"))
        rehearsal.press(.delete)
        #expect(notebook(rehearsal).marks.keys == before.marks.keys)
        #expect(notebook(rehearsal).notes.mapValues(\.text) == before.notes.mapValues(\.text))
        rehearsal.press(.delete, .escape, "'")
        #expect(rehearsal.state.mode == .view(.browse), "nothing is left to be listed")
        #expect(rehearsal.picture.contains("还没有标记"))
    }

    @Test func `entities that the case no longer has are listed as missing`() throws {
        let moment = try #require(Timestamp("2026-11-23T10:00:00Z"))
        var kept = Notebook()
        kept.apply(.mark(.item("prj-gone"), true), at: moment)
        kept.apply(.note(.source("src-gone"), "was good", replacing: nil), at: moment)
        kept.apply(.bookmark(place: "view=reader&at=prj-gone", title: "old", entity: nil), at: moment)
        kept.apply(.bookmark(place: "nonsense", title: "broken", entity: nil), at: moment)
        kept.apply(.lastPlace("%%%"), at: moment)
        var rehearsal = Rehearsal()
        rehearsal.keep(kept)
        rehearsal.press("'")
        #expect(rehearsal.picture.contains("prj-gone  （案例中已没有）"))
        for _ in 0..<5 {
            rehearsal.press(.enter)
            #expect(rehearsal.state.mode == .view(.browse))
            rehearsal.press("'", .down)
        }
        #expect(notebook(rehearsal) == kept)
    }

    @Test func `the last viewpoint is offered, but not opened`() {
        var first = Self.rehearsal()
        first.press(.enter, "t")
        #expect(first.state.closingChanges.count == 1)
        var kept = Notebook()
        guard case .lastPlace(let words)? = first.state.closingChanges.first else {
            Issue.record("no last place")
            return
        }
        kept.lastPlace = words
        var second = Rehearsal()
        second.keep(kept)
        #expect(second.state.viewpoint == second.state.start)
        #expect(second.state.closingChanges.isEmpty, "the beginning is no place that one was left at")
        second.press("'")
        #expect(second.picture.contains("上次离开处  "))
        second.press(.enter)
        #expect(second.state.viewpoint.subject == first.state.viewpoint.subject)
        second.press("'")
        #expect(!second.picture.contains("上次离开处"), "one is there")
    }

    @Test func `searches and filters are available in the next session`() {
        var rehearsal = Self.rehearsal()
        rehearsal.press("/")
        rehearsal.type("铁路")
        rehearsal.press(.enter)
        let queries = rehearsal.state.closingChanges.last
        #expect(queries == .queries(searches: ["铁路"], filters: []))
        var kept = Notebook()
        kept.searches = ["铁路"]
        var next = Rehearsal()
        next.keep(kept)
        next.press("/")
        #expect(next.picture.contains("铁路"))
        #expect(next.state.closingChanges.isEmpty)
    }

    @Test func `without a notebook the keys say so`() {
        for key: Key in [" ", "i", "b", "'"] {
            var rehearsal = Rehearsal()
            rehearsal.press(key)
            #expect(rehearsal.effects.isEmpty)
            #expect(rehearsal.state.mode == .view(.browse))
            #expect(rehearsal.picture.contains("不保存标记、书签和笔记"), "\(key)")
            #expect(rehearsal.state.closingChanges.isEmpty)
        }
    }

    @Test func `a follower can mark and note without leaving the path`() {
        var rehearsal = Self.rehearsal()
        rehearsal.follow(TalkPosition(place: rehearsal.state.viewpoint.encoded(in: SmallCase.graph)))
        rehearsal.press(" ", "i")
        rehearsal.type("ask this")
        rehearsal.press(.enter)
        #expect(rehearsal.state.talk?.isOnPath == true)
        #expect(notebook(rehearsal).marks.count == 1)
        #expect(notebook(rehearsal).notes.count == 1)
        #expect(rehearsal.state.closingChanges.isEmpty, "where the talk is, is no place of one's own")
    }

    /// The panes with all kinds of entries in the notebook.
    private static func full(
        columns: Int, rows: Int, language: LanguageChoice
    ) throws -> Rehearsal {
        var rehearsal = Self.rehearsal(columns: columns, rows: rows, language: language)
        rehearsal.press(" ", "b", .enter, "2", " ", "3", .down, .down, " ", "i")
        rehearsal.type("总投资有两个口径：可研批复与竣工决算。See the audit of 2019, table 3.")
        rehearsal.press(.enter)
        rehearsal.show(try #require(SmallCase.graph.position(of: "fld-roads")))
        rehearsal.press(" ")
        rehearsal.show(try #require(SmallCase.graph.position(of: "prj-rail")))
        return rehearsal
    }

    @Test(arguments: [(200, 60), (80, 24), (40, 10), (12, 4)], [LanguageChoice.chinese, .english])
    func `pictures`(size: (Int, Int), language: LanguageChoice) throws {
        let suffix = "-\(size.0)x\(size.1)-\(language)"
        var rehearsal = try Self.full(columns: size.0, rows: size.1, language: language)
        try expect(rehearsal.picture, matchesFile: "marks" + suffix, in: "Pictures")
        rehearsal.press("'", .down, .delete, .down)
        try expect(rehearsal.picture, matchesFile: "notebook" + suffix, in: "Pictures")
        rehearsal.press(.up, .delete, .escape, "i", "x", .escape)
        try expect(rehearsal.picture, matchesFile: "note" + suffix, in: "Pictures")
        rehearsal.press(.escape, "b")
        try expect(rehearsal.picture, matchesFile: "bookmark" + suffix, in: "Pictures")
        rehearsal.press(.escape, "r")
        try expect(rehearsal.picture, matchesFile: "noted-reader" + suffix, in: "Pictures")
    }

    @Test func `in ASCII the signs of marks differ from those of grades`() throws {
        let rehearsal = try Self.full(columns: 80, rows: 24, language: .english)
        let ascii = rehearsal.grid.drawn(in: .ascii).description
        #expect(ascii.contains("!"))
        try expect(ascii, matchesFile: "marks-ascii", in: "Pictures")
    }

    @Test(arguments: [(0, 0), (1, 1), (2, 30), (300, 1), (39, 7), (3, 3)])
    func `no size traps`(columns: Int, rows: Int) throws {
        for keys: [Key] in [["i", "渝", "x", .control("o")], ["b"], ["'"], []] {
            var rehearsal = try Self.full(columns: 80, rows: 24, language: .chinese)
            rehearsal.press(keys)
            rehearsal.resize(columns: columns, rows: rows)
            #expect(rehearsal.grid.size == Size(columns: columns, rows: rows))
            for movement: Key in [.up, .down, .left, .right, .home, .end, .delete, .backspace, .escape] {
                rehearsal.press(movement)
                #expect(rehearsal.grid.size == Size(columns: columns, rows: rows))
            }
        }
    }
}
