import CaseModel
import Testing

/// What a reference says of a work besides its author, title and container, and the language that it is set in where
/// the case does not state it.
@Suite struct PublicationTests {
    private func source(
        _ form: Source.Form, _ title: Text = Text("Title"), change: (inout Source) -> Void = { _ in }
    ) -> Source {
        var source = Source(id: "src-a", title: title, form: form)
        source.date = PartialDate("2001")
        change(&source)
        return source
    }

    private func container(_ title: String, volume: String? = nil, pages: String? = nil) -> Source.Container {
        var container = Source.Container(title: Text(title))
        (container.volume, container.pages) = (volume, pages)
        return container
    }

    private func gbt(_ source: Source, _ reader: LanguageTag = .english) -> String {
        GBT7714().reference(to: source, in: reader)
    }

    private func apa(_ source: Source, _ reader: LanguageTag = .english) -> String {
        APA().reference(to: source, in: reader)
    }

    private func biblatex(_ source: Source) -> String {
        BibTeX(.biblatex).reference(to: source, in: .english)
    }

    // MARK: Language

    private static let both = Text(chinese: "意见", english: "Opinions")

    /// A work without a stated language, with what tells it.
    struct Clue: CustomTestStringConvertible {
        let testDescription: String
        let language: LanguageTag
        let original: LanguageTag
        let change: @Sendable (inout Source) -> Void
    }

    @Test(arguments: [
        Clue(testDescription: "a number", language: .chinese, original: .english) {
            $0.documentNumber = "国发〔2022〕2号"
        },
        Clue(testDescription: "a container", language: .english, original: .chinese) {
            $0.container = .init(title: Text(english: "Water"))
        },
        Clue(testDescription: "an outlet", language: .chinese, original: .english) {
            $0.outlet = Text(chinese: "重庆日报")
        },
        Clue(testDescription: "a name in Chinese", language: .chinese, original: .english) {
            $0.authors = [.init(family: "Li", given: "Si", chinese: "李四")]
        },
        Clue(testDescription: "a name in Latin letters", language: .english, original: .chinese) {
            $0.authors = [.init(family: "Roe", given: "Ann")]
        },
        Clue(testDescription: "the case", language: .english, original: .english) { _ in },
        Clue(testDescription: "the case", language: .chinese, original: .chinese) { _ in },
        Clue(testDescription: "what is stated", language: .english, original: .chinese) {
            $0.language = .english
            $0.documentNumber = "国发〔2022〕2号"
        },
    ])
    func `a work with titles in several languages is in one of them for every reader`(clue: Clue) {
        var manifest = Manifest(id: "x", title: Text("X"))
        manifest.languages = [clue.original, clue.original == .chinese ? .english : .chinese]
        var whole = Case(manifest: manifest)
        whole.sources = [source(.opinion, Self.both, change: clue.change)]
        let told = CaseGraph(whole).case.sources[0]
        for reader in [LanguageTag.chinese, .english] {
            #expect(CitedWork(told, for: reader).language == clue.language)
        }
        #expect(gbt(told, .chinese) == gbt(told, .english))
        // The case itself is in the language of its reader.
        #expect(CaseGraph(whole).case.manifest.source.presumedLanguage == nil)
    }

    @Test func `a title in one language needs no clue`() {
        var whole = Case(manifest: Manifest(id: "x", title: Text("X")))
        whole.sources = [source(.web, Text(english: "Only")), source(.web, Text("Same"))]
        #expect(CaseGraph(whole).case.sources.map(\.presumedLanguage) == [nil, nil])
    }

    // MARK: Translators, volumes, versions

    @Test func `translators stand behind the title`() {
        let book = source(.book) {
            $0.authors = [.init(family: "Piaget", given: "Jean")]
            $0.translators = [.init(family: "Weaver", given: "Helen"), .init(family: "Roe", given: "Ann")]
            $0.edition = Text("2")
        }
        #expect(gbt(book) == "PIAGET J. Title[M]. WEAVER H, ROE A, trans. 2nd ed. 2001.")
        #expect(apa(book) == "Piaget, J. (2001). Title (H. Weaver & A. Roe, Trans.; 2nd ed.).")
        #expect(biblatex(book).contains("translator = {Weaver, Helen and Roe, Ann}"))
        let chinese = source(.book, Text("外国出版史")) {
            $0.authors = [.init(family: "昂温", given: "G"), .init(family: "昂温", given: "P S")]
            $0.translators = [.init(family: "Chen", given: "Shengzheng", chinese: "陈生铮")]
            ($0.publicationPlace, $0.publisher) = (Text("北京"), Text("中国书籍出版社"))
        }
        // The example of GB/T 7714—2015, 8.1.1.
        #expect(gbt(chinese, .chinese) == "昂温 G, 昂温 P S. 外国出版史[M]. 陈生铮, 译. 北京: 中国书籍出版社, 2001.")
        #expect(apa(chinese, .chinese) == "昂温, G., 昂温, P. S. (2001). 外国出版史 (陈生铮, 译). 中国书籍出版社.")
    }

    @Test func `the editors of a work that others sign stand behind its title in APA`() {
        let book = source(.book, Text("Conditioned emotional reactions")) {
            $0.authors = [.init(family: "Watson", given: "John B.")]
            $0.editors = [.init(family: "Webb", given: "D.")]
            $0.publisher = Text("CreateSpace")
        }
        #expect(
            apa(book) == "Watson, J. B. (2001). Conditioned emotional reactions (D. Webb, Ed.). CreateSpace.")
        var translated = book
        translated.translators = [.init(family: "Percival", given: "M.")]
        translated.edition = Text("2")
        #expect(apa(translated).contains("reactions (D. Webb, Ed.; M. Percival, Trans.; 2nd ed.). Create"))
        translated.editors.append(.init(family: "Roe", given: "Ann"))
        #expect(apa(translated).contains("(D. Webb & A. Roe, Eds.; M. Percival, Trans.; 2nd ed.)"))
        var issued = book
        (issued.authors, issued.issuer) = ([], Text("World Bank"))
        #expect(apa(issued).hasPrefix("World Bank. (2001). Conditioned emotional reactions (D. Webb, Ed.)."))
        let chinese = source(.book, Text("文集")) {
            $0.authors = [.init(family: "Lu", given: "Xun", chinese: "鲁迅")]
            $0.editors = [.init(family: "Zhao", given: "Ying", chinese: "赵映")]
        }
        #expect(apa(chinese, .chinese) == "鲁迅. (2001). 文集 (赵映, 编).")
        // Those of a periodical are none of the article.
        let article = source(.paper) {
            $0.editors = [.init(family: "Webb", given: "D.")]
            $0.container = container("Journal")
        }
        #expect(apa(article) == "Title. (2001). Journal.")
    }

    @Test func `a patent has its day in GB/T 7714 and its year in APA, whoever issues it`() {
        var patent = source(.report, Text("Pump")) {
            ($0.genre, $0.documentNumber, $0.language) = (Text("patent"), "US 123", .english)
            $0.authors = [.init(family: "Zed", given: "Y")]
            $0.date = PartialDate("2000-05-06")
        }
        #expect(apa(patent) == "Zed, Y. (2000). Pump (Patent No. US 123).")
        for issuer in [nil, Text("USPTO")] {
            patent.issuer = issuer
            #expect(gbt(patent) == "ZED Y. Pump: US 123[P]. 2000-05-06.")
        }
        #expect(apa(patent) == "Zed, Y. (2000). Pump (Patent No. US 123). USPTO.")
        (patent.url, patent.accessed) = ("https://example.org", PartialDate("2024-01-02"))
        #expect(
            gbt(patent) == "ZED Y. Pump: US 123[P/OL]. (2000-05-06)[2024-01-02]. https://example.org.")
    }

    @Test func `a thesis of unknown degree is no doctor's`() {
        var thesis = source(.thesis) {
            $0.authors = [.init(family: "Roe", given: "Ann")]
            ($0.publisher, $0.language) = (Text("Uni"), .english)
        }
        func classic() -> String { BibTeX().reference(to: thesis, in: .english) }
        #expect(classic().hasPrefix("@misc{"))
        #expect(classic().contains("type = {Thesis}"))
        #expect(classic().contains("school = {{Uni}}"))
        #expect(biblatex(thesis).hasPrefix("@thesis{"))
        #expect(biblatex(thesis).contains("type = {Thesis}"))
        thesis.genre = Text("PhD thesis")
        #expect(classic().hasPrefix("@phdthesis{"))
        thesis.genre = Text("Bachelor's thesis")
        #expect(classic().hasPrefix("@misc{"))
        thesis.genre = Text("Master's thesis")
        #expect(classic().hasPrefix("@mastersthesis{"))
    }

    @Test func `a report of biblatex has what must be there, and what lacks it is none`() {
        var law = source(.law) {
            ($0.issuer, $0.documentNumber, $0.language) = (Text("Office"), "No. 7", .english)
        }
        #expect(biblatex(law).hasPrefix("@report{"))
        for field in ["author = {{Office}}", "type = {Law}", "institution = {{Office}}", "number = {No. 7}"] {
            #expect(biblatex(law).contains(field))
        }
        law.issuer = nil
        #expect(biblatex(law).hasPrefix("@manual{"))
        law.documentNumber = nil
        #expect(biblatex(law).hasPrefix("@misc{"))
        #expect(biblatex(source(.report)).hasPrefix("@misc{"))
    }

    @Test func `an archive and its shelf mark stand beside an address`() {
        var record = source(.archive, Text("Lettre")) {
            ($0.language, $0.date) = (LanguageTag("fr"), PartialDate("1935-02-04"))
            ($0.archive, $0.archiveLocation) = (Text("ANOM"), "B 64")
        }
        #expect(gbt(record) == "Lettre[A]. ANOM, B 64, 1935-02-04.")
        (record.url, record.accessed) = ("https://example.org", PartialDate("2024-01-01"))
        #expect(gbt(record) == "Lettre[A/OL]. ANOM, B 64, 1935-02-04[2024-01-01]. https://example.org.")
        record.form = .interview
        #expect(gbt(record) == "Lettre[EB/OL]. ANOM, B 64, 1935-02-04[2024-01-01]. https://example.org.")
    }

    @Test func `a volume is a part of the title of its book, and the number of a series is none`() {
        let chapter = source(.chapter) {
            $0.container = container("Handbook", volume: "2", pages: "3–9")
        }
        #expect(gbt(chapter) == "Title[M]//Handbook: Vol. 2. 2001: 3-9.")
        #expect(apa(chapter) == "Title. (2001). In Handbook (Vol. 2, pp. 3–9).")
        let chinese = source(.chapter, Text("政治经济学批判")) {
            $0.container = container("马克思恩格斯全集", volume: "35", pages: "302")
        }
        #expect(gbt(chinese, .chinese) == "政治经济学批判[M]//马克思恩格斯全集: 第35卷. 2001: 302.")
        #expect(apa(chinese, .chinese) == "政治经济学批判. (2001). 载 马克思恩格斯全集 (第35卷, 第302页).")
        let book = source(.book) {
            $0.container = container("Water studies", volume: "7")
            $0.publisher = Text("Press")
        }
        #expect(gbt(book) == "Title[M]. Press, 2001.")
        #expect(biblatex(book).contains("series = {{Water studies}},\n  number = {7}"))
        #expect(!biblatex(book).contains("volume"))
    }

    @Test func `software has versions, and a patent is called so`() {
        let software = source(.web) {
            $0.genre = Text(chinese: "软件", english: "software")
            ($0.edition, $0.url) = (Text("4.1"), "https://example.org")
        }
        #expect(gbt(software) == "Title[CP/OL]. Version 4.1. (2001). https://example.org.")
        #expect(apa(software) == "Title (Version 4.1) [Computer software]. (2001). https://example.org")
        #expect(biblatex(software).hasPrefix("@software{"))
        #expect(biblatex(software).contains("version = {4.1}"))
        let patent = source(.report) {
            ($0.genre, $0.documentNumber) = (Text("patent"), "88105607.3")
        }
        #expect(gbt(patent) == "Title: 88105607.3[P]. 2001.")
        #expect(apa(patent) == "Title (Patent No. 88105607.3). (2001).")
        #expect(apa(patent, .chinese) == "Title (Patent No. 88105607.3). (2001).")
        var pump = patent
        pump.title = Text("水泵")
        #expect(apa(pump, .chinese) == "水泵 (专利号 88105607.3). (2001).")
        #expect(biblatex(patent).hasPrefix("@patent{"))
        let data = source(.dataset) { $0.doi = "10.1000/1" }
        #expect(gbt(data) == "Title[DS/OL]. 2001. DOI: 10.1000/1.")
    }

    @Test(arguments: [("e0209899", "e0209899"), ("Article 0209899", "0209899")])
    func `an article that has a number for pages is cited by it`(pages: String, number: String) {
        let paper = source(.paper) {
            $0.container = container("PLoS ONE", volume: "13", pages: pages)
        }
        #expect(gbt(paper) == "Title[J]. PLoS ONE, 2001, 13: \(number).")
        #expect(apa(paper) == "Title. (2001). PLoS ONE, 13, Article \(number).")
        let proceedings = source(.paper) {
            $0.genre = Text("conference paper")
            $0.container = container("Proceedings", pages: pages)
        }
        #expect(apa(proceedings) == "Title. (2001). In Proceedings (Article \(number)).")
    }

    @Test func `the edition of a newspaper stands behind its name`() {
        let news = source(.news) {
            $0.container = container("Los Angeles Times", pages: "A1")
            $0.edition = Text("Late edition")
        }
        #expect(gbt(news) == "Title[N]. Los Angeles Times (Late edition), 2001(A1).")
        #expect(apa(news) == "Title. (2001). Los Angeles Times (Late edition), A1.")
    }

    @Test func `what an article is shows by its magazine, and other genres are in the language of the work`()
    {
        let article = source(.news) {
            $0.genre = Text("magazine article")
            $0.container = .init(title: Text("The New Yorker"))
        }
        #expect(apa(article) == "Title. (2001). The New Yorker.")
        #expect(biblatex(article).contains("entrysubtype = {magazine}"))
        #expect(apa(source(.archive) { $0.genre = Text("map") }, .chinese) == "Title [Map]. (2001).")
        #expect(apa(source(.archive, Text("图")) { $0.genre = Text("map") }, .chinese) == "图 [地图]. (2001).")
    }

    // MARK: Order

    @Test func `a list is sorted by the title that a work begins with, as far as its reader spells it`() {
        func web(_ tag: String, _ title: String, _ translation: String, _ reader: LanguageTag) -> Source {
            var source = source(.web)
            source.language = LanguageTag(tag)
            source.title = Text([(source.language ?? .english, title), (reader, translation)])
            return source
        }
        func list(_ sources: [Source], _ reader: LanguageTag) -> [String] {
            APA().list(of: sources, in: reader) { $0.lowercased() }.map { String($0.prefix(4)) }
        }
        let english = [
            web("fr", "Le fleuve", "A river", .english), web("zh", "桥", "Bridge", .english),
            web("ru", "Река", "Current", .english), web("zh", "“车”", "A “bus”", .english),
        ]
        #expect(list(english, .english) == ["桥 [B", "“车” ", "Река", "Le f"])
        let chinese = [web("en", "Zebra", "阿", .chinese), web("en", "Ant", "紫", .chinese)]
        #expect(list(chinese, .chinese) == ["Ant ", "Zebr"])
        #expect(
            APA().reference(to: english[0], at: Locator(page: "3"), in: .english)
                .hasPrefix("(“Le fleuve”, 2001, p. 3)"))
        // What is in letters that the reader cannot spell is cited by what its reference begins with as well.
        #expect(
            APA().reference(to: english[1], at: Locator(page: "3"), in: .english)
                .hasPrefix("(“桥”, 2001, p. 3)\n桥 [Bridge]. (2001)."))
        var described = english[1]
        described.titleIsDescriptive = true
        #expect(
            APA().reference(to: described, at: Locator(page: "3"), in: .english)
                .hasPrefix("([Bridge], 2001, p. 3)\n[Bridge]. (2001)."))
        var issued = english[1]
        issued.issuer = Text(chinese: "办公室", english: "Office")
        #expect(
            APA().reference(to: issued, at: Locator(page: "3"), in: .english)
                .hasPrefix("(办公室, 2001, p. 3)\n办公室 [Office]. (2001). 桥"))
    }
}
