import CaseModel
import Testing

/// Texts: their length, their characters, and how YAML hands them over.
@Suite struct TextTests {
    private func item(_ rest: String) -> Marked {
        Marked("items:\n  - {id: prj-x, kind: project, \(rest)}")
    }

    @Test func quoteHoldsSixtyCharacters() throws {
        func evidence(_ quote: String) -> Marked {
            item("title: 事, evidence: [{claim: 有。, source: src-base, strength: primary, quote: «\(quote)}]")
        }
        let sixty = String(repeating: "渝", count: 60)
        try evidence(sixty + "黔").expect(
            .error,
            [
                "'quote' has 61 characters; shorten it to 60, or set another limit with 'quote_limit' in 'case', up to 2000"
            ])
        #expect(try evidence(sixty).load().caseFile?.items.last?.evidence.first?.quote == sixty)
    }

    @Test func lengths() throws {
        try item("title: «\(String(repeating: "长", count: 301))").expect(
            .error, ["'title' has 301 characters; shorten it to 300"])
        try item("title: {zh: 短, en: «\(String(repeating: "x", count: 301))}").expect(
            .error, ["'en' has 301 characters; shorten it to 300"])
        try item("title: 短, summary: «\(String(repeating: "x", count: 5001))").expect(
            .error, ["'summary' has 5001 characters; shorten it to 5000"])
    }

    @Test func titleStandsOnOneLine() throws {
        try Marked("items:\n  - id: prj-x\n    kind: project\n    title: «|\n      事\n      情").expect(
            .error, ["'title' must stand on one line; take the line break out"])
    }

    @Test(arguments: [
        ("\u{1B}", "001B"), ("\u{07}", "0007"), ("\u{7F}", "007F"), ("\u{9B}", "009B"), ("\u{85}", "0085"),
        ("\u{202E}", "202E"), ("\u{2066}", "2066"), ("\u{200F}", "200F"), ("\u{061C}", "061C"),
        ("\u{2028}", "2028"), ("\u{FEFF}", "FEFF"), ("\u{0}", "0000"), ("\u{FFFE}", "FFFE"),
        ("\u{FFFF}", "FFFF"),
    ])
    func unsafeCharacters(_ character: String, code: String) throws {
        try item("title: 事情«\(character)情").expect(
            .error, ["the text holds U+\(code), a character that is not safe to show; delete it"])
        // The same, written as an escape: the diagnostic points at the text.
        try item("title: «\"事情\\u\(code)情\"").expect(
            .error, ["the text holds U+\(code), a character that is not safe to show; delete it"])
    }

    @Test func tagsBelongToFlags() throws {
        try item("title: «\"事\\U000E0041\"").expect(
            .error, ["the text holds U+E0041, a character that is not safe to show; delete it"])
        let england = "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}"
        #expect(try item("title: \(england)").load().caseFile?.items.last?.title == Text(england))
    }

    @Test func tabInAText() throws {
        try item("title: «\"a\\tb\"").expect(
            .error, ["the text holds U+0009, a character that is not safe to show; delete it"])
    }

    @Test func manyControlsAreCutShort() throws {
        let marked = item("title: \(String(repeating: "\u{1B}", count: 500))")
        #expect(try marked.load().diagnostics.count == 20)
    }

    @Test func scalarsStayText() throws {
        let marked = Marked(
            """
            sources:
              - id: src-x
                title: no
                type: web
                date: 2018
                document_number: 0x10
                url: null
                issuer: ""
                note: ~
                container: {title: yes, volume: 007, issue: 1_0, pages: 1:30}
            """)
        let source = try #require(try marked.load().caseFile?.sources.last)
        #expect(source.title.english == "no")
        #expect(source.date?.description == "2018")
        #expect(source.documentNumber == "0x10")
        #expect(source.url == nil && source.issuer == nil && source.note == nil)
        #expect(source.container?.title.chinese == "yes")
        #expect(source.container?.volume == "007")
        #expect(source.container?.issue == "1_0")
        #expect(source.container?.pages == "1:30")
    }

    @Test func emptyValuesCountAsAbsent() throws {
        let marked = item(
            "title: 事, aka: [], summary: '', note: {}, parent: , period: {start: ~}, status: null, places: ~")
        let read = try #require(try marked.load().caseFile?.items.last)
        #expect(read == Item(id: "prj-x", kind: "project", title: Text("事")))
    }

    @Test func blockScalarsLoseTheirLastLineBreak() throws {
        let marked = Marked(
            """
            items:
              - id: prj-x
                kind: project
                title: >
                  一事
                summary:
                  zh: |
                    甲

                    乙
                  en: >-
                    one
                    two
            """)
        let item = try #require(try marked.load().caseFile?.items.last)
        #expect(item.title.chinese == "一事")
        #expect(item.summary?.chinese == "甲\n\n乙")
        #expect(item.summary?.english == "one two")
    }

    /// Where libyaml says that a value begins, for every style.
    @Test(arguments: [
        "«2018/1", "«'2018/1'", "«\"2018/1\"", "«|\n      2018/1", "«>-\n      2018/1", "«&anchor 2018/1",
        "\n      «2018/1", "«!!str 2018/1",
    ])
    func placeOfScalar(_ scalar: String) throws {
        try Marked("sources:\n  - id: src-x\n    title: 源\n    type: web\n    date: \(scalar)").expect(
            .error, [DateSentence.bad("2018/1")])
    }
}
