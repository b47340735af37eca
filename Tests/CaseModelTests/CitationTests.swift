import CaseModel
import Testing

/// References to sources with more or less data than usual.
@Suite struct CitationTests {
    private func article() -> Source {
        var source = Source(id: "src-a", title: Text(chinese: "题名", english: "Title"), form: .paper)
        source.authors = [.init(family: "Zhao", given: "Ying", chinese: "赵映")]
        source.date = PartialDate("2018-03-01")
        source.container = .init(title: Text(chinese: "学报", english: "Journal"))
        source.container?.pages = "1–9"
        return source
    }

    @Test func `an issue without a volume comes after the year`() {
        var source = article()
        source.container?.issue = "1"
        #expect(GBT7714().reference(to: source, in: .chinese) == "赵映. 题名[J]. 学报, 2018(1): 1-9.")
        source.container?.volume = "32"
        #expect(GBT7714().reference(to: source, in: .chinese) == "赵映. 题名[J]. 学报, 2018, 32(1): 1-9.")
        #expect(
            GBT7714().reference(to: source, in: .english) == "ZHAO Ying. Title[J]. Journal, 2018, 32(1): 1-9."
        )
    }

    @Test func `a newspaper has its day, and the web its last visit`() {
        var source = Source(id: "src-n", title: Text("题名"), form: .news)
        source.date = PartialDate("2018-01-25")
        source.container = .init(title: Text("日报"))
        #expect(GBT7714().reference(to: source, in: .chinese) == "题名[N]. 日报, 2018-01-25.")
        source.url = "https://example.org"
        source.accessed = PartialDate("2026-11-23")
        #expect(
            GBT7714().reference(to: source, in: .chinese)
                == "题名[N/OL]. 日报, 2018-01-25[2026-11-23]. https://example.org.")
        source.container = nil
        #expect(
            GBT7714().reference(to: source, in: .chinese)
                == "题名[EB/OL]. (2018-01-25)[2026-11-23]. https://example.org.")
    }

    @Test func `APA names twenty authors, of more the first nineteen and the last`() {
        var source = article()
        let author = Source.Author(family: "A", given: "B")
        source.authors = Array(repeating: author, count: 20)
        let twenty = APA().reference(to: source, in: .english)
        #expect(twenty.hasPrefix(String(repeating: "A, B., ", count: 19) + "& A, B. (2018). Title."))
        source.authors.append(.init(family: "Last", given: "One"))
        let more = APA().reference(to: source, in: .english)
        #expect(more.hasPrefix(String(repeating: "A, B., ", count: 19) + ". . . Last, O. (2018)."))
    }

    /// A date and how each style has it in an article without a volume.
    struct Dated: CustomTestStringConvertible {
        let date: String
        let gbt: String
        let apa: String
        let tex: [String]
        let language: LanguageTag
        var testDescription: String { date + " " + language.text }
    }

    @Test(arguments: [
        Dated(
            date: "0960", gbt: "学报, 960: 1-9", apa: "(960)", tex: ["year = {960}"], language: .chinese),
        Dated(
            date: "-0255", gbt: "Journal, 256 BCE: 1-9", apa: "(256 BCE)",
            tex: ["date = {-0255}", "year = {256 BCE}"], language: .english),
        Dated(
            date: "-0255", gbt: "学报, 公元前256年: 1-9", apa: "(公元前256年)",
            tex: ["date = {-0255}", "year = {公元前256年}"], language: .chinese),
        Dated(
            date: "1200~", gbt: "Journal, [1200]: 1-9", apa: "(ca. 1200)",
            tex: ["date = {1200~}", "year = {c. 1200}"], language: .english),
        Dated(
            date: "1200%", gbt: "学报, [1200]: 1-9", apa: "(约1200年？)",
            tex: ["date = {1200%}", "year = {约1200年？}"], language: .chinese),
        Dated(
            date: "2025-21", gbt: "Journal, spring 2025: 1-9", apa: "(2025)",
            tex: ["date = {2025-21}", "year = {2025}"], language: .english),
        Dated(
            date: "201X", gbt: "Journal, 2010s: 1-9", apa: "(2010s)",
            tex: ["date = {201X}", "year = {2010s}"],
            language: .english),
    ])
    func `dates that are no plain ones`(dated: Dated) {
        var source = article()
        source.date = PartialDate(dated.date)
        let language = dated.language
        let gbt = GBT7714().reference(to: source, in: language)
        #expect(gbt.hasSuffix(dated.gbt + "."), "\(gbt)")
        let apa = APA().reference(to: source, in: language)
        #expect(apa.contains(" \(dated.apa). "), "\(apa)")
        let tex = BibTeX().reference(to: source, at: nil, in: language)
        for line in dated.tex { #expect(tex.contains("  " + line + ",\n"), "\(tex)") }
        #expect(tex.contains("  date") == (dated.tex.count > 1))
    }

    @Test func `the day of what is dated by the day, in APA`() {
        var source = Source(id: "src-n", title: Text("Report"), form: .news)
        for (date, words) in [
            ("2018-01-25~", "(ca. 2018, January 25)"), ("-0043-03-15", "(44 BCE, March 15)"),
            ("2025-21?", "(2025, Spring?)"), ("2018-01-25", "(2018, January 25)"),
        ] {
            source.date = PartialDate(date)
            #expect(APA().reference(to: source, in: .english).contains(words))
        }
        source.date = PartialDate("1200-05~")
        source.url = "https://example.org"
        #expect(
            GBT7714().reference(to: source, in: .chinese)
                == "Report[EB/OL]. [1200-05]. https://example.org.")
        source.accessed = PartialDate("2024-01-02")
        #expect(
            GBT7714().reference(to: source, in: .chinese)
                == "Report[EB/OL]. [1200-05][2024-01-02]. https://example.org.")
    }

    /// A locator as the case has it, and what each style makes of it for the article.
    struct Cited: CustomTestStringConvertible {
        let locator: Locator
        let language: LanguageTag
        let gbt: String
        let apa: String
        let tex: String
        var testDescription: String { locator.text.localized(in: language) }
    }

    @Test(arguments: [
        Cited(
            locator: Locator(Text("p. 3")), language: .english, gbt: "ZHAO Ying. Title[J]. Journal, 2018: 3.",
            apa: "(Zhao, 2018, p. 3)", tex: "\\cite[p.~3]{src-a}"),
        Cited(
            locator: Locator(Text(chinese: "第 3—5 页", english: "3, 5")), language: .chinese,
            gbt: "赵映. 题名[J]. 学报, 2018: 3-5.", apa: "(赵映, 2018, 第3–5页)", tex: "\\cite[第3--5页]{src-a}"),
        Cited(
            locator: Locator(Text(chinese: "第 3—5 页", english: "3, 5")), language: .english,
            gbt: "ZHAO Ying. Title[J]. Journal, 2018: 3,5.", apa: "(Zhao, 2018, pp. 3,5)",
            tex: "\\cite[pp.~3,5]{src-a}"),
        Cited(
            locator: Locator(Text(chinese: "摘要", english: "abstract")), language: .chinese,
            gbt: "赵映. 题名[J]. 学报, 2018: 1-9, 摘要.", apa: "(赵映, 2018, 摘要)", tex: "\\cite[摘要]{src-a}"),
        Cited(
            locator: Locator(Text("part [2] @ 50%")), language: .english,
            gbt: "ZHAO Ying. Title[J]. Journal, 2018: 1-9, part [2] @ 50%.",
            apa: "(Zhao, 2018, part [2] @ 50%)", tex: "\\cite[{part [2] \\char64{} 50\\%}]{src-a}"),
        Cited(
            locator: Locator(page: "3-5", section: "2"), language: .english,
            gbt: "ZHAO Ying. Title[J]. Journal, 2018: 3-5, section 2.",
            apa: "(Zhao, 2018, Section 2, pp. 3–5)", tex: "\\cite[section 2, pp.~3--5]{src-a}"),
        Cited(
            locator: Locator(page: "3-5", section: "2"), language: .chinese,
            gbt: "赵映. 题名[J]. 学报, 2018: 3-5, 第2节.", apa: "(赵映, 2018, 第2节，第3–5页)",
            tex: "\\cite[第2节，第3--5页]{src-a}"),
        Cited(
            locator: Locator(article: "3", paragraph: "1-2"), language: .english,
            gbt: "ZHAO Ying. Title[J]. Journal, 2018: 1-9, article 3, paras. 1–2.",
            apa: "(Zhao, 2018, Article 3, paras. 1–2)", tex: "\\cite[article 3, paras. 1--2]{src-a}"),
        Cited(
            locator: Locator(article: "3", paragraph: "1-2"), language: .chinese,
            gbt: "赵映. 题名[J]. 学报, 2018: 1-9, 第3条第1–2款.", apa: "(赵映, 2018, 第3条第1–2款)",
            tex: "\\cite[第3条第1--2款]{src-a}"),
        Cited(
            locator: Locator(page: "iv", words: Text(chinese: "序", english: "preface")), language: .english,
            gbt: "ZHAO Ying. Title[J]. Journal, 2018: iv, preface.",
            apa: "(Zhao, 2018, preface, p. iv)", tex: "\\cite[preface, p.~iv]{src-a}"),
    ])
    func `a locator is in the position that each style requires`(cited: Cited) {
        var source = article()
        source.date = PartialDate("2018")
        let language = cited.language
        #expect(GBT7714().reference(to: source, at: cited.locator, in: language) == cited.gbt)
        #expect(
            APA().reference(to: source, at: cited.locator, in: language)
                == cited.apa + "\n" + APA().reference(to: source, in: language))
        #expect(
            BibTeX().reference(to: source, at: cited.locator, in: language)
                == cited.tex + "\n" + BibTeX().reference(to: source, in: language))
    }

    @Test func `a locator reads well in the languages that it has, and in words as it is written`() {
        #expect(
            Locator(section: "方法", paragraph: "3").text
                == Text(chinese: "“方法”一节，第3段", english: "section 方法, para. 3"))
        let words = Text(chinese: "表2", english: "table 2")
        #expect(Locator(words).text == words)
        #expect(
            Locator(page: "第12页", article: "第八条", words: words).text
                == Text(chinese: "第八条，表2，第12页", english: "article 第八条, table 2, p. 12"))
        let french = LanguageTag("fr")!
        #expect(Locator(page: "7", words: Text([(french, "préface")])).text[french] == "préface, p. 7")
        #expect(Locator().text.isEmpty)
    }

    @Test func `in the text APA names two authors, the organisation, or the title`() {
        var source = article()
        func cited(_ language: LanguageTag) -> Substring? {
            APA().reference(to: source, at: Locator(Text("1")), in: language).split(separator: "\n").first
        }
        source.authors.append(.init(family: "Zhang", given: "Peng", chinese: "张鹏"))
        #expect(cited(.english) == "(Zhao & Zhang, 2018, p. 1)")
        #expect(cited(.chinese) == "(赵映, 张鹏, 2018, 第1页)")
        source.authors.append(.init(family: "Li", given: "Si"))
        #expect(cited(.english) == "(Zhao et al., 2018, p. 1)")
        #expect(cited(.chinese) == "(赵映 等, 2018, 第1页)")
        source.authors = []
        source.date = nil
        #expect(cited(.english) == "(“Title”, n.d., p. 1)")
        source.issuer = Text(chinese: "办公室", english: "Office")
        #expect(cited(.chinese) == "(办公室, 无日期, 第1页)")
    }

    @Test func `on the web a locator comes before the dates, in print after them`() {
        var source = Source(id: "src-w", title: Text("题名"), form: .notice)
        source.date = PartialDate("2018-01")
        let locator = Locator(Text(chinese: "第二部分", english: "part 2"))
        #expect(GBT7714().reference(to: source, at: locator, in: .chinese) == "题名[Z]. 2018-01: 第二部分.")
        source.url = "https://example.org"
        source.accessed = PartialDate("2026-11-23")
        #expect(
            GBT7714().reference(to: source, at: locator, in: .chinese)
                == "题名[EB/OL]. 第二部分(2018-01)[2026-11-23]. https://example.org.")
        source.date = nil
        source.accessed = nil
        #expect(
            GBT7714().reference(to: source, at: Locator(Text("")), in: .chinese)
                == "题名[EB/OL]. https://example.org.")
    }

    @Test func `a quotation is the claim, the words and the reference`() {
        var evidence = Evidence(
            claim: Text(chinese: "铁路通车。", english: "The line opened."), source: "src-a", strength: .analytic)
        evidence.locator = Locator(Text("7"))
        #expect(
            Quotation(evidence, from: article()).text(in: GBT7714(), .english)
                == "The line opened.\nZHAO Ying. Title[J]. Journal, 2018-03-01: 7.")
        evidence.quote = "通车"
        #expect(
            Quotation(evidence, from: article()).text(in: GBT7714(), .chinese)
                == "铁路通车。\n“通车”\n赵映. 题名[J]. 学报, 2018-03-01: 7.")
    }
}
