import Screen
import Testing

@testable import Explorer

/// Commands called by their words in the list of `:`.
@Suite struct CommandWordsTests {
    @Test func `what leaves vim leaves, and asks for help`() {
        for words in ["x", "wq", "wqa", "qa!"] {
            var rehearsal = Rehearsal()
            rehearsal.press(":")
            rehearsal.type(words)
            rehearsal.press(.enter)
            #expect(rehearsal.effects.contains(.quit), "\(words)")
        }
        var rehearsal = Rehearsal()
        rehearsal.press(":")
        rehearsal.type("h")
        rehearsal.press(.enter)
        #expect(rehearsal.state.picker?.list.name == .help)
    }

    @Test func `a command spelled whole in pinyin comes first`() {
        var rehearsal = Rehearsal()
        rehearsal.press(":")
        rehearsal.type("ditu")
        rehearsal.press(.enter)
        #expect(rehearsal.state.mode == .view(.map))
    }

    @Test func `a command with what stands behind it is listed once`() throws {
        for language in [LanguageChoice.chinese, .english] {
            for words in ["mouse on", "mouse off"] {
                var rehearsal = Rehearsal(language: language)
                rehearsal.press(":")
                rehearsal.type(words)
                let picker = try #require(rehearsal.state.picker)
                #expect(picker.list.entries(picker.query, in: rehearsal.state).count == 1, "\(words)")
            }
        }
    }
}
