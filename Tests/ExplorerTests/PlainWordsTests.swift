import CaseModel
import Testing

@testable import Explorer

/// What plain mode advises can be typed, and what is typed means what it says.
@Suite struct PlainWordsTests {
    @Test(arguments: [
        (LanguageChoice.english, "widen", "widen searches everything"),
        (.english, "Tab", "widen searches everything"),
        (.chinese, "扩大", "“扩大” 搜索全部"),
    ])
    func `a search under a filter is widened by the word that it names`(
        language: LanguageChoice, word: String, advice: String
    ) {
        var plain = PlainRehearsal(language: language)
        plain.say("f kind:driver")
        let part = plain.say("search railway")
        #expect(part.contains(advice) && !part.contains("Chongqing–Guiyang"), "\(part)")
        let all = plain.say(word)
        #expect(!all.contains(advice) && all.contains("1. "), "\(all)")
        #expect(plain.say("1").contains("Chongqing–Guiyang railway"))
        #expect(plain.session.state.browse.filter?.query == "kind:driver")
    }

    @Test func `a search that finds nothing anywhere leaves its list`() {
        var plain = PlainRehearsal()
        plain.say("f kind:driver")
        #expect(plain.say("search zzzz").hasSuffix("An empty line goes back\n"))
        #expect(plain.session.prompt == "Search: ")
        #expect(plain.say("widen").hasPrefix("Nothing matches: “zzzz”"))
        #expect(plain.session.prompt != "Search: ")
        plain.say("search zzzz")
        plain.say("")
        #expect(plain.session.state.picker == nil)
    }

    @Test func `the next result of a search that is listed is the first`() {
        var plain = PlainRehearsal()
        plain.say("search railway")
        #expect(plain.say("n").hasPrefix("1 of "))
        plain.say("back", "search 2018")
        #expect(plain.say("N").hasPrefix("1 of 1, “2018”"))
    }

    @Test func `a command behind the colon is run by its whole name`() {
        var plain = PlainRehearsal()
        plain.say("read prj-rail")
        #expect(plain.say(":q").hasPrefix("Chongqing–Guiyang railway"))
        #expect(plain.session.state.reader == nil && plain.session.state.picker == nil)
        #expect(plain.say(":", "matrix").hasPrefix("Matrix") || plain.session.prompt == "matrix: ")
        #expect(plain.session.state.openView == .matrix)
        plain.say(":quit")
        #expect(plain.effects.contains(.quit))
    }

    @Test(arguments: [LanguageChoice.english, .chinese])
    func `help finds commands by words of either language`(language: LanguageChoice) {
        var plain = PlainRehearsal(language: language)
        let english = plain.say("help trace")
        #expect(english == plain.say("help 溯源"))
        #expect(english.contains(language == .english ? "trace, t: " : "溯源，t："), "\(english)")
        #expect(plain.say("help why").contains(language == .english ? "why: " : "为何："))
    }

    @Test(arguments: ["M", "+", "x", "zz"])
    func `a letter or two are like no command`(line: String) {
        var plain = PlainRehearsal()
        plain.say("copy")
        #expect(!plain.say(line).contains("did you mean"))
    }

    @Test func `a word behind a command that takes none is told so`() {
        var plain = PlainRehearsal()
        #expect(plain.say("quit now") == "Quit stands alone; “now” behind it means nothing\n")
        #expect(!plain.effects.contains(.quit))
        #expect(plain.say("read nothing").contains("takes a number or an id; “nothing” is neither here"))
        var chinese = PlainRehearsal(language: .chinese)
        #expect(chinese.say("quit now") == "“退出”之后不写什么；“now”没有意义\n")
        #expect(chinese.say("why 没有") == "“为何”之后要一个编号；“没有”不是这里的编号\n")
    }

    @Test func `a language is chosen by its name`() {
        var plain = PlainRehearsal()
        #expect(plain.say("language zh").hasPrefix("语言，中文"))
        #expect(plain.say("语言 both").hasPrefix("语言，中文/English"))
        #expect(plain.say("language english").hasPrefix("language, English"))
        #expect(plain.say("language fr") == "There is no language “fr”; there are en, both, zh\n")
        #expect(plain.say("language en") == "Nothing has changed\n")
    }

    @Test(arguments: [
        (LanguageChoice.english, "Bookmarked; notebook lists all\n"), (.chinese, "书签已存；“笔记本” 列出全部\n"),
    ])
    func `what lists bookmarks is a word`(language: LanguageChoice, said: String) {
        var plain = PlainRehearsal(language: language)
        #expect(plain.say("bookmark here") == said)
    }

    @Test func `where one is names a view once`() {
        var plain = PlainRehearsal()
        plain.say("trace prj-rail")
        let place = plain.say("where")
        #expect(
            place.lowercased().split(separator: "trace", omittingEmptySubsequences: false).count == 2,
            "\(place)")
    }
}
