import CaseModel
import Screen
import Testing

@testable import Explorer

@Suite struct PickerTests {
    @Test func `help lists every command of its mode in both languages`() {
        for view in [ViewName.browse, .reader] {
            var rehearsal = Rehearsal(rows: 80)
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

    @Test func `a query without matches says so`() {
        var rehearsal = Rehearsal()
        rehearsal.press(":")
        rehearsal.type("prj-nowhere")
        #expect(rehearsal.picture.contains("没有相符的条目"))
        rehearsal.press(.enter)
        #expect(rehearsal.picture.contains("没有编号为“prj-nowhere”的条目"))
        #expect(rehearsal.state.mode == .view(.browse))
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

    @Test func `headings of the help are skipped`() {
        var rehearsal = Rehearsal(language: .english)
        rehearsal.press("?")
        let rows = KeyTable.rows(in: .view(.browse))
        for _ in rows { rehearsal.press(.down) }
        rehearsal.press(.home)
        for row in rows {
            let selected = rehearsal.state.picker.flatMap { picker in
                let entries = picker.entries(in: rehearsal.state)
                return entries.indices.contains(picker.selected) ? entries[picker.selected] : nil
            }
            #expect(selected?.label == row.label)
            rehearsal.press(.down)
        }
    }
}
