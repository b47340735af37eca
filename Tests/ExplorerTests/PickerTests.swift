import CaseModel
import Screen
import Testing

@testable import Explorer

@Suite struct PickerTests {
    @Test func `help lists every command of its mode in both languages`() {
        for mode in [Mode.browse, .reader] {
            var rehearsal = Rehearsal(rows: 60)
            if mode == .reader { rehearsal.press("r") }
            rehearsal.press("?")
            for command in KeyTable.commands(in: mode) {
                #expect(rehearsal.picture.contains(command.title.chinese ?? "?"), "\(command) in \(mode)")
            }
            rehearsal.type("F2")
            #expect(rehearsal.picture.contains("F2 L"))
            #expect(!rehearsal.picture.contains("PgUp"))
        }
    }

    @Test func `at 80 columns no line of the help is cut`() {
        for mode in [Mode.browse, .reader] {
            var rehearsal = Rehearsal(rows: 60)
            if mode == .reader { rehearsal.press("r") }
            rehearsal.press("?")
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
        #expect(rehearsal.state.mode == .browse)
        #expect(rehearsal.selected == "org-plan")
        rehearsal.press("?")
        rehearsal.type("切换语言")
        rehearsal.press(.enter)
        #expect(rehearsal.state.language == .english)
    }

    @Test func `an id leads to its item, and pins that hide it are taken off`() {
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

    @Test func `what is not there is said`() {
        var rehearsal = Rehearsal()
        rehearsal.press(":")
        rehearsal.type("prj-nowhere")
        #expect(rehearsal.picture.contains("没有相符的条目"))
        rehearsal.press(.enter)
        #expect(rehearsal.picture.contains("没有编号为“prj-nowhere”的条目"))
        #expect(rehearsal.state.mode == .browse)
    }

    @Test func `typing can be taken back, and Esc leaves everything as it was`() {
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
}
