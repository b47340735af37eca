import CaseModel
import Screen
import Testing

@testable import Explorer

@Suite struct PickerTests {
    @Test func `help lists every command of its mode in both languages`() {
        for view in [ViewName.browse, .reader] {
            var rehearsal = Rehearsal(rows: 120)
            if view == .reader { rehearsal.press("r") }
            rehearsal.press("?")
            for row in KeyTable.rows(in: .view(view)) {
                for title in [row.title.chinese, row.title.english] {
                    #expect(rehearsal.picture.contains(title ?? "?"), "\(row.title) in \(view)")
                }
            }
            rehearsal.type("F2")
            #expect(rehearsal.picture.contains("F2 L"))
            #expect(!rehearsal.picture.contains("PgUp"))
        }
    }

    @Test func `at 80 columns no line of the help is cut off`() {
        for view: Key in ["[", "r", "t", "4", "5", "6", "7", "8", "9"] {
            var rehearsal = Rehearsal(rows: 80)
            rehearsal.press(view, "?")
            let box = rehearsal.picture.split(separator: "\n").filter {
                $0.contains("  ") && $0.hasPrefix("    │")
            }
            for line in box { #expect(!line.prefix(72).contains("…"), "\(line)") }
        }
    }

    @Test func `a command can be found and run from the help`() {
        var rehearsal = Rehearsal()
        rehearsal.press("?")
        rehearsal.type("second pane")
        rehearsal.press(.enter)
        #expect(rehearsal.state.mode == .view(.browse))
        #expect(rehearsal.selected == "org-plan")
        rehearsal.press("?")
        rehearsal.type("切换语言")
        rehearsal.press(.enter)
        #expect(rehearsal.state.language == .english)
    }

    @Test(arguments: [
        ("◐", "有据", "3/35"), ("far-fetched", "○", "●"), ("牵强", "○", "●"), ("倒置", "◐↶", "3/35"),
        ("pinned", "◆", "○"),
    ])
    func `a sign is found in the help by itself and by its name`(typed: String, found: String, other: String)
    {
        for view: Key in ["[", "t"] where view == "[" || typed != "pinned" {
            var rehearsal = Rehearsal(rows: 40)
            rehearsal.press(view, "?")
            rehearsal.type(typed)
            let list = rehearsal.picture.split(separator: "\n").drop { !$0.contains("? " + typed) }
                .dropFirst()
            let text = list.joined(separator: "\n")
            #expect(
                text.contains(found) && !text.contains(Strings.nothingFound.phrase(in: .chinese)), "\(text)")
            #expect(!text.contains(other), "\(text)")
        }
    }

    @Test func `what cannot be found in the help is said, and Enter on a sign does nothing`() {
        var rehearsal = Rehearsal()
        rehearsal.press("?")
        rehearsal.type("xyzzy")
        #expect(rehearsal.picture.contains(Strings.nothingFound.phrase(in: .chinese)))
        rehearsal.press(.escape, "?")
        rehearsal.type("牵强")
        rehearsal.press(.enter)
        #expect(rehearsal.state.mode == .list(.help) && rehearsal.effects.isEmpty)
    }

    @Test func `an id leads to its item, and pins that hide it are removed`() {
        var rehearsal = Rehearsal()
        rehearsal.press(.enter, ":")
        rehearsal.type("prj-river")
        rehearsal.press(.enter)
        #expect(rehearsal.selected == "prj-river")
        #expect(rehearsal.pins.isEmpty)
        rehearsal.press("[")
        #expect(rehearsal.pins == ["drv-law"])
    }

    @Test func `a part of a title is enough, in either language`() {
        for (typed, id) in [("联席", "arr-talks"), ("alignment", "org-plan"), ("国发", "drv-law")] {
            var rehearsal = Rehearsal()
            rehearsal.press(":")
            rehearsal.type(typed)
            rehearsal.press(.enter)
            #expect(rehearsal.selected == ID(id))
        }
    }

    @Test(arguments: [
        ("matrix", ViewName.matrix), ("矩阵", .matrix), ("claims", .claims), ("timeline", .timeline),
        ("trace", .trace), ("reader", .reader), ("阅读", .reader), ("sources", .sources),
    ])
    func `a view is opened by its name in either language`(name: String, view: ViewName) {
        for language in [LanguageChoice.chinese, .english] {
            var rehearsal = Rehearsal(language: language)
            rehearsal.press(":")
            rehearsal.type(name)
            rehearsal.press(.enter)
            #expect(rehearsal.state.mode == .view(view))
        }
    }

    @Test func `other commands are run by their names`() {
        for (name, mode) in [("help", Mode.list(.help)), ("帮助", .list(.help)), ("筛选", .list(.filter))] {
            var rehearsal = Rehearsal()
            rehearsal.press(":")
            rehearsal.type(name)
            rehearsal.press(.enter)
            #expect(rehearsal.state.mode == mode, "\(name)")
        }
        var rehearsal = Rehearsal()
        rehearsal.press("r", ":")
        rehearsal.type("q")
        rehearsal.press(.enter)
        #expect(rehearsal.state.mode == .view(.browse), "q closes the page")
        rehearsal.press(":")
        rehearsal.type("q")
        rehearsal.press(.enter)
        #expect(rehearsal.effects == [.quit], "and leaves the panes")
    }

    @Test func `a list with a number in its title says how many of them match`() {
        let rehearsal = Rehearsal(language: .english)
        let list = EntryList(.choice, Text(chinese: "甲 3", english: "Things 3"), count: 3) { number, _ in
            Picker.Entry(label: "", text: [Span(["rail", "road", "river"][number])]) { _ in }
        }
        for (query, tally) in [("", nil), ("r", "3/3"), ("ro", "1/3"), ("x", "0/3")] {
            #expect(list.tally(query, in: rehearsal.state) == tally, "\(query)")
        }
        let rail = SmallCase.graph.position(of: "prj-rail")
        var items = ItemList([rail ?? 0], title: "Cell 1")
        var state = rehearsal.state
        #expect(items.tally("", in: state) == nil)
        items.refresh("prj-rail", in: &state)
        #expect(items.tally("prj-rail", in: state) == "1/1")
        items.refresh("zzzz", in: &state)
        #expect(items.tally("zzzz", in: state) == "0/1")
    }

    @Test func `a command takes what is typed behind its name`() throws {
        func typed(_ line: String) -> State {
            var rehearsal = Rehearsal(language: .english)
            rehearsal.press(":")
            rehearsal.type(line)
            rehearsal.press(.enter)
            return rehearsal.state
        }
        let rail = try #require(SmallCase.graph.entity(named: "prj-rail"))
        guard case .item(let position) = rail else { throw CancellationError() }
        for line in ["filter rail", "筛选 rail"] {
            #expect(
                typed(line).picker?.list.name == .filter && typed(line).picker?.query == "rail", "\(line)")
        }
        #expect(typed("search rail").picker?.list.name == .search)
        #expect(typed("search rail").picker?.query == "rail")
        for line in ["open prj-rail", "show prj-rail", "打开 prj-rail"] {
            #expect(typed(line).reader?.subject == .entity(rail), "\(line)")
        }
        let source = try #require(SmallCase.graph.entity(named: "src-news"))
        #expect(typed("open src-news").reader?.subject == .entity(source))
        let traced = typed("trace prj-rail")
        #expect(traced.mode == .view(.trace) && traced.itemHere == position)
        #expect(typed("lang zh").language == .chinese)
        #expect(typed("language 中文").language == .chinese)
        #expect(typed("lang xx").notice?.english?.contains("no language “xx”") == true)
        #expect(typed("trace src-news").mode == .list(.goTo), "a source has no trace")
    }

    @Test func `sources, places and actors are found by id and by title`() throws {
        for (typed, id) in [
            ("src-news", "src-news"), ("一则报道", "src-news"), ("plc-qij", "plc-qijiang"), ("綦江", "plc-qijiang"),
            ("DRC", "act-drc"),
        ] {
            var rehearsal = Rehearsal()
            rehearsal.press(":")
            rehearsal.type(typed)
            #expect(rehearsal.picture.contains(id), "\(typed)")
            rehearsal.press(.enter)
            let entity = try #require(SmallCase.graph.entity(named: id))
            #expect(rehearsal.state.reader?.subject == .entity(entity), "\(typed)")
        }
        // What is typed in full comes before what contains it.
        var rehearsal = Rehearsal()
        rehearsal.press(":")
        rehearsal.type("prj-rail")
        rehearsal.press(.enter)
        #expect(rehearsal.selected == "prj-rail")
    }

    @Test func `a query without matches says so`() {
        var rehearsal = Rehearsal()
        rehearsal.press(":")
        rehearsal.type("prj-nowhere")
        #expect(rehearsal.picture.contains("没有相符的条目"))
        rehearsal.press(.enter)
        #expect(rehearsal.picture.contains("没有编号、标题或命令叫“prj-nowhere”"))
        #expect(rehearsal.state.mode == .list(.goTo), "a slip can be mended")
        #expect(rehearsal.state.picker?.query == "prj-nowhere")
    }

    @Test(arguments: [
        ("flter strength:primary", "did you mean “filter”?"),
        ("open prj-nope", "there is no id or title “prj-nope”"),
        ("mouse left", "on or off can stand behind it, not “left”"),
        ("quit now", "quit stands alone; “now” behind it"),
    ])
    func `a line that leads nowhere stays, with the reason`(typed: String, reason: String) {
        var rehearsal = Rehearsal(columns: 120, language: .english)
        rehearsal.press(":")
        rehearsal.type(typed)
        rehearsal.press(.enter)
        #expect(rehearsal.lastLine.contains(reason), "\(rehearsal.lastLine)")
        #expect(rehearsal.state.picker?.query == typed)
        rehearsal.press(.control("u"))
        rehearsal.type("prj-rail")
        rehearsal.press(.enter)
        #expect(rehearsal.selected == "prj-rail")
    }

    @Test func `Enter without a match leaves every list open, so that no letter runs a command`() {
        for keys: [Key] in [["?"], ["/"], [":"], ["4", "x"], ["u"]] {
            var rehearsal = Rehearsal()
            rehearsal.press(keys)
            guard rehearsal.state.picker != nil else { continue }
            let mode = rehearsal.state.mode
            rehearsal.type("xyzzy")
            rehearsal.press(.enter)
            #expect(rehearsal.state.mode == mode, "\(keys)")
            rehearsal.type("q")
            #expect(rehearsal.state.picker?.query == "xyzzyq", "\(keys)")
        }
    }

    @Test func `the mouse is turned on and off by name`() {
        var rehearsal = Rehearsal()
        for (typed, isUsed) in [
            ("mouse on", true), ("mouse on", true), ("mouse off", false), ("mouse off", false),
        ] {
            rehearsal.press(":")
            rehearsal.type(typed)
            rehearsal.press(.enter)
            #expect(rehearsal.state.usesMouse == isUsed)
            #expect(rehearsal.effects.last == .useMouse(isUsed))
        }
    }

    @Test func `what has scrolled out of a query on the left is marked`() {
        var rehearsal = Rehearsal()
        rehearsal.press("f")
        rehearsal.type(
            "year:2018..2022 status:operating strength:primary kind:project place:plc-qijiang text")
        let line = rehearsal.picture.split(separator: "\n").first { $0.contains("│ f ") }
        #expect(line?.contains("│ f …") == true)
        #expect(line?.contains("plc-qijiang text") == true)
        rehearsal.press(.home)
        #expect(rehearsal.picture.contains("│ f year:2018"))
    }

    @Test func `typing can be undone, and Esc changes nothing`() {
        var rehearsal = Rehearsal()
        let before = rehearsal.picture
        rehearsal.press(":")
        rehearsal.type("xq")
        rehearsal.press(.backspace, .backspace, .backspace)
        rehearsal.type("rail")
        #expect(rehearsal.picture.contains("prj-rail"))
        rehearsal.press(.control("u"))
        #expect(rehearsal.picture.contains("drv-law"))
        rehearsal.press(.escape)
        #expect(rehearsal.picture == before)
    }

    @Test func `the query is edited like a note, and scrolls to the cursor`() {
        for key: Key in ["/", ":", "f", "?", "u"] {
            var rehearsal = Rehearsal()
            rehearsal.press("r", key)
            rehearsal.type("one two")
            rehearsal.press(.home, .right, "x", .end, .control("w"))
            #expect(rehearsal.state.picker?.query == "oxne ", "\(key)")
            rehearsal.press(.left, .left, .delete, .control("k"))
            #expect(rehearsal.state.picker?.query == "oxn", "\(key)")
        }
        for key: Key in ["/", ":", "f"] {
            var rehearsal = Rehearsal()
            rehearsal.press(key)
            rehearsal.type("one two three")
            rehearsal.press(.wordLeft, .alt("b"), "x", .wordRight, .delete)
            #expect(rehearsal.state.picker?.query == "one xtwothree", "\(key)")
        }
        // Elsewhere they are the arrows, and Escape with a letter.
        var view = Rehearsal()
        view.press(.wordRight)
        #expect(view.state.browse.focus == 1)
        view.press("/", .escape, .alt("f"))
        #expect(view.state.mode == .list(.filter))
        var rehearsal = Rehearsal(columns: 40)
        rehearsal.press("/")
        rehearsal.type(String(repeating: "渝", count: 40) + "end")
        #expect(rehearsal.picture.contains("渝end"))
        rehearsal.press(.home)
        #expect(!rehearsal.picture.contains("end"))
        // Behind the prompt of a list that fills a narrow screen.
        #expect(rehearsal.grid.cursor?.column == 2)
    }

    @Test(arguments: [(80, 24), (40, 12)])
    func `every line of the help can be brought into view, and only what runs is selected`(size: (Int, Int))
        throws
    {
        var rehearsal = Rehearsal(columns: size.0, rows: size.1, language: .english)
        rehearsal.press("?")
        var picker = try #require(rehearsal.state.picker)
        let entries = picker.entries(in: rehearsal.state)
        let wanted = entries.indices.filter { !entries[$0].isHeading }
        let explained = entries.indices.filter { entries[$0].isHeading && !entries[$0].label.isEmpty }
        var seen: Set<Int> = []
        for _ in entries.indices {
            seen.formUnion(
                explained.filter { rehearsal.picture.contains(entries[$0].text[0].text.prefix(12)) })
            rehearsal.press(.down)
        }
        #expect(seen == Set(explained))
        for _ in entries.indices { rehearsal.press(.up) }
        #expect(rehearsal.picture.contains(entries[explained[0]].text[0].text.prefix(12)))
        // A line that is not in view is brought there before it runs.
        if size.1 < 24 {
            rehearsal.press(.enter)
            #expect(rehearsal.state.mode == .list(.help))
        }
        rehearsal.press(.end, .home)
        for row in wanted {
            picker = try #require(rehearsal.state.picker)
            #expect(picker.selected == row)
            let text = entries[row].text.map(\.text).joined()
            #expect(rehearsal.picture.contains(text.prefix(12)), "\(text)")
            rehearsal.press(.down)
        }
        let rows = KeyTable.rows(in: .view(.browse))
        #expect(wanted.map { entries[$0].label } == rows.map(\.label))
        #expect(explained.prefix(3).map { entries[$0].label }.contains("●"))
    }
}
