import CaseModel
import GoldenSupport
import Screen
import Testing

@testable import Explorer

/// Cases in other languages than Chinese and English, and in one language only.
struct LanguageTests {
    private static let (es, qu) = (ValleyCase.spanish, ValleyCase.quechua)
    private static let three: [LanguageTag] = [es, qu, .english]

    private func choice(_ wish: LanguageChoice.Wish, _ graph: CaseGraph = ValleyCase.graph) -> LanguageChoice
    {
        LanguageChoice(wish, of: graph.case.manifest.languages)
    }

    @Test func `the language key turns through the languages of the case, then all of them`() {
        var rehearsal = Rehearsal(ValleyCase.graph, language: choice(.locale(nil)))
        var names: [String] = []
        for _ in 0..<5 {
            names.append(
                rehearsal.picture.split(separator: "\n")[0].split(separator: " ").last.map(String.init) ?? "")
            rehearsal.press(.function(2))
        }
        #expect(names == ["español", "Runasimi", "English", "español/Runasimi/English", "español"])
    }

    @Test(arguments: [
        (LanguageChoice.Wish.only(qu), "qu"), (.only(es), "es"), (.all, "both"),
    ])
    func `pictures of three languages`(wish: LanguageChoice.Wish, name: String) throws {
        var rehearsal = Rehearsal(ValleyCase.graph, language: choice(wish))
        rehearsal.press(.tab, .tab)
        try expect(rehearsal.picture, matchesFile: "valley-\(name)", in: "Pictures")
        rehearsal.press("r")
        try expect(rehearsal.picture, matchesFile: "valley-reader-\(name)", in: "Pictures")
    }

    @Test func `a case in one language shows no tags and no other language`() throws {
        let locale = LanguageChoice.Wish.locale(LanguageTag("zh-CN"))
        var rehearsal = Rehearsal(ValleyCase.english, language: choice(locale, ValleyCase.english))
        rehearsal.press(.tab, .tab)
        #expect(!rehearsal.picture.contains("[en]"))
        #expect(!rehearsal.picture.contains("F2"))
        try expect(rehearsal.picture, matchesFile: "valley-english-only", in: "Pictures")
        rehearsal.press(.function(2))
        #expect(rehearsal.lastLine.contains("the case has one language only"))
        #expect(rehearsal.state.language == choice(locale, ValleyCase.english))
    }

    @Test func `Chinese can be spoken about a case that has none`() {
        let spoken = choice(.only(.chinese), ValleyCase.english)
        var rehearsal = Rehearsal(ValleyCase.english, language: spoken)
        #expect(rehearsal.picture.contains("The spring"))
        #expect(rehearsal.picture.contains("帮助"))
        rehearsal.press(.function(2))
        #expect(rehearsal.lastLine.contains("这个案例只有一种语言"))
    }

    @Test func `a work without a title in the language shown has its own, and not a translation`() throws {
        let french = try #require(LanguageTag("fr"))
        var work = Source(
            id: "src-work", title: Text([(french, "Le canal"), (Self.es, "El canal")]), form: .chapter)
        work.language = french
        work.container = .init(title: Text(english: "Commons"))
        work.container?.pages = "63–98"
        var whole = ValleyCase.graph.case
        whole.sources = Records(Array(whole.sources) + [work])
        let graph = CaseGraph(whole)
        let entity = Entity.source(graph.case.sources.count - 1)
        let quechua = choice(.only(Self.qu))
        #expect(quechua.title(of: entity, in: graph) == "Le canal [fr]")
        #expect(quechua.shortTitle(of: entity, in: graph) == "Le canal")
        #expect(work.label(in: quechua).contains("Le canal [fr]"))
        #expect(choice(.only(Self.es)).title(of: work) == "El canal")
        let page = SourceDocument.make(graph, number: graph.case.sources.count - 1, language: quechua)
            .text(columns: 80)
        #expect(page.contains("Le canal [fr]"))
        #expect(page.contains("Commons [en]: 63–98"), "\(page)")
    }

    @Test func `a missing wording is stood in for by the original, with its tag`() {
        let quechua = choice(.only(Self.qu))
        let title = ValleyCase.graph.item(3).title
        #expect(quechua.line(title) == "Guardián del agua [es]")
        #expect(quechua.line(Text("国发〔2022〕2号")) == "国发〔2022〕2号")
        #expect(quechua.line(Strings.evidence) == "evidence")
        #expect(choice(.all).line(title) == "Guardián del agua Water guard")
        #expect(choice(.all).line(Text(english: "Water")) == "Water [en]")
        #expect(choice(.all).line(Strings.evidence) == "evidence")
        #expect(LanguageChoice.both.line(Strings.evidence) == "证据 evidence")
    }

    @Test(
        arguments: [
            // The locale, the languages of the case, the one shown, the interface's.
            (nil, ["zh", "en"], "zh", Language.chinese), (nil, ["en"], "en", .english),
            (nil, ["fr"], "fr", .english),
            (nil, ["en", "zh"], "en", .english), ("zh-CN", ["en"], "en", .english),
            ("zh-CN", ["fr"], "fr", .english),
            ("zh-TW", ["en", "zh"], "zh", .chinese), ("fr-FR", ["zh", "en"], "en", .english),
            ("es-PE", ["es", "qu", "en"], "es", .english), ("de-DE", ["es", "qu", "en"], "en", .english),
            ("de-DE", ["es", "qu"], "es", .english), ("en-US", ["zh"], "zh", .chinese),
            ("zh-CN", ["zh-Hant", "en"], "zh-Hant", .chinese),
        ] as [(String?, [String], String, Language)])
    func `what is shown without being asked for`(
        locale: String?, offered: [String], shown: String, interface: Language
    ) {
        let choice = LanguageChoice(
            .locale(locale.flatMap { LanguageTag($0) }), of: offered.compactMap { LanguageTag($0) })
        #expect(choice.languages.map(\.text) == [shown])
        #expect(choice.interface == interface)
    }

    @Test func `a choice is carried to another case`() {
        let bundled: [LanguageTag] = [.chinese, .english]
        #expect(choice(.only(Self.qu)).carried(to: bundled) == .init(.only(Self.qu), of: bundled))
        #expect(choice(.only(Self.qu)).carried(to: bundled).languages == [.english])
        #expect(choice(.only(Self.qu)).carried(to: bundled).carried(to: Self.three) == choice(.only(Self.qu)))
        #expect(LanguageChoice.both.carried(to: Self.three).languages == Self.three)
    }

    @Test func `a follower reads in another language than the presenter`() {
        var presenter = Rehearsal(ValleyCase.graph, language: choice(.only(Self.es)))
        var follower = Rehearsal(ValleyCase.graph, language: choice(.only(Self.qu)))
        presenter.press(.tab, .tab, .down)
        follower.follow(TalkPosition(place: presenter.state.viewpoint.encoded(in: ValleyCase.graph)))
        #expect(follower.selected == presenter.selected)
        #expect(follower.picture.contains("Kamachiykuna"))
        #expect(!follower.picture.contains("Reglas"))
    }

    @Test func `an axis is named in the language shown within a phrase of the interface`() {
        let axis = Text([(Self.es, "prácticas"), (Self.qu, "ruwaykuna"), (.english, "practices")])
        #expect(choice(.only(Self.qu)).localized(Strings.rows(axis)) == "rows: ruwaykuna")
        #expect(
            LanguageChoice.chinese.localized(Strings.rows(Text(chinese: "领域", english: "fields"))) == "行：领域")
    }
}
