import BundledCase
import CaseModel
import Screen
import Testing

@testable import Explorer

/// Pasted text is typed into a text field, and never runs a command.
@Suite struct PasteTests {
    @Test(arguments: [["r"], ["t"], ["3"], ["4"], ["5"], ["6"], ["7"], ["s"], []] as [[Key]])
    func `without a text field a paste shows only a notice`(keys: [Key]) {
        for (language, told) in [
            (LanguageChoice.chinese, "粘贴的内容未采用"), (.english, "what was pasted is dropped"),
        ] {
            var rehearsal = Rehearsal(language: language)
            rehearsal.press(keys)
            let before = rehearsal
            rehearsal.paste("q\nQ")
            #expect(rehearsal.effects == before.effects)
            #expect(rehearsal.state.viewpoint == before.state.viewpoint)
            let lines = rehearsal.picture.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.last?.contains(told) == true)
            #expect(
                lines.dropLast()
                    == before.picture.split(separator: "\n", omittingEmptySubsequences: false).dropLast())
        }
    }

    @Test func `in a talk a paste does not leave the path`() throws {
        var rehearsal = Rehearsal(CaseGraph(try BundledCase.open()), language: .english)
        rehearsal.present(tour: 0)
        let place = rehearsal.state.viewpoint
        rehearsal.paste("q\nQ ")
        #expect(rehearsal.state.talk?.isOnPath == true)
        #expect(rehearsal.state.viewpoint == place)
        #expect(rehearsal.picture.contains("dropped"))
    }

    @Test func `a note keeps the lines, as far as they fit`() {
        var rehearsal = Rehearsal()
        rehearsal.keep()
        rehearsal.press("i")
        rehearsal.paste("第一行\nq")
        rehearsal.press(.left)
        rehearsal.paste("、")
        #expect(rehearsal.state.editor?.field.text == "第一行\n、q")
        rehearsal.paste(String(repeating: "渝", count: 20_000))
        #expect(rehearsal.state.editor?.field.text.utf8.count ?? 0 > Notebook.longestNote - 3)
        #expect(rehearsal.picture.contains("笔记已满"))
        rehearsal.press(.escape)
        #expect(rehearsal.picture.contains("尚未保存"))
        rehearsal.paste("x")
        #expect(!rehearsal.picture.contains("尚未保存"), "what was asked was whether to give the text up")
    }

    @Test func `a field of one line has spaces for line ends`() {
        var rehearsal = Rehearsal()
        rehearsal.keep()
        rehearsal.press("b", .control("u"))
        rehearsal.paste("\n我的\n\n书签\n")
        #expect(rehearsal.state.editor?.field.text == "我的 书签")
    }

    @Test func `a list is narrowed by a paste, without choosing`() {
        var rehearsal = Rehearsal()
        rehearsal.press("/")
        rehearsal.paste("渝贵\n铁路\n")
        #expect(rehearsal.state.picker?.query == "渝贵 铁路")
        #expect(rehearsal.results?.isEmpty == false)
        rehearsal.paste(String(repeating: "渝", count: 1000))
        #expect(rehearsal.state.picker?.query.utf8.count ?? 0 <= Picker.longestQuery)
        rehearsal.press(.escape, "r", "u")
        rehearsal.paste("1")
        #expect(rehearsal.state.mode == .list(.links), "typed, the digit would follow the link")
    }
}
