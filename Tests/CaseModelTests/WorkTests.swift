import CaseModel
import Testing

/// Each reference is set in the language of the work, for whoever reads it.
@Suite struct WorkTests {
    private func person(_ family: String, _ given: String = "") -> Source.Author {
        Source.Author(family: family, given: given)
    }

    private func gbt(_ source: Source, _ reader: LanguageTag = .english) -> String {
        GBT7714().reference(to: source, in: reader)
    }

    private func apa(_ source: Source, _ reader: LanguageTag = .english) -> String {
        APA().reference(to: source, in: reader)
    }

    private func tex(_ source: Source, _ reader: LanguageTag = .english) -> String {
        BibTeX().reference(to: source, in: reader)
    }

    @Test func `a spelling in Latin letters stands in the place of the original in APA, for who reads such`()
    {
        var source = Source(
            id: "src-a", title: Text(chinese: "路径研究", english: "A Study of Paths"), form: .paper)
        source.title[LanguageTag("zh-Latn") ?? .english] = "Lujing yanjiu"
        source.language = .chinese
        source.date = PartialDate("2026")
        source.container = .init(title: Text(chinese: "学报", english: "Journal"))
        source.container?.title[LanguageTag("zh-Latn") ?? .english] = "Xuebao"
        #expect(apa(source) == "Lujing yanjiu [A Study of Paths]. (2026). Xuebao.")
        #expect(apa(source, .chinese) == "路径研究. (2026). 学报.")
        #expect(gbt(source) == "路径研究[J]. 学报, 2026.")
        // It is sorted and cited by what it begins with.
        var other = Source(id: "src-b", title: Text(english: "Bridges"), form: .web)
        other.date = PartialDate("2020")
        let list = APA().list(of: [source, other], in: .english) { $0.lowercased() }
        #expect(list.map { $0.prefix(6) } == ["Bridge", "Lujing"])
        #expect(
            APA().reference(to: source, at: Locator(page: "3"), in: .english).hasPrefix(
                "(“Lujing yanjiu”, 2026, p. 3)\n"))
    }

    @Test(arguments: ["Martin Luther, Jr.", "Martin Luther Jr."])
    func `a suffix stands behind the given names and is none of them`(given: String) {
        var source = Source(id: "src-a", title: Text(english: "Title"), form: .chapter)
        source.authors = [person("King", given)]
        source.editors = [person("Gates", "Henry Louis III")]
        source.container = .init(title: Text(english: "Book"))
        #expect(gbt(source) == "KING M L Jr. Title[M]//GATES H L III. Book.")
        #expect(apa(source) == "King, M. L., Jr. (n.d.). Title. In H. L. Gates III (Ed.), Book.")
        #expect(tex(source).contains("author = {King, Jr., Martin Luther}"))
        #expect(tex(source).contains("editor = {Gates, III, Henry Louis}"))
    }

    @Test
    func `a list is sorted by words and not by quotation marks, and the season of a journal is not its date`()
    {
        var first = Source(id: "src-a", title: Text(english: "“Quoted” words"), form: .web)
        first.date = PartialDate("2020")
        var second = Source(id: "src-b", title: Text(english: "Plain words"), form: .paper)
        second.date = PartialDate("1994-21")
        second.container = .init(title: Text(english: "Science"))
        let list = APA().list(of: [first, second], in: .chinese) { $0.lowercased() }
        #expect(list == ["Plain words. (1994). Science.", "“Quoted” words. (2020)."])
    }

    @Test func `a citation key is what manuscripts cite by`() {
        var source = Source(id: "src-ostrom-1990", title: Text(english: "Governing the Commons"), form: .book)
        source.citationKey = "ostrom1990"
        source.short = Text(english: "Governing")
        #expect(tex(source).hasPrefix("@book{ostrom1990,\n"))
        #expect(tex(source).contains("  shorttitle = {{Governing}},\n"))
        #expect(
            BibTeX().reference(to: source, at: Locator(page: "3"), in: .english).hasPrefix(
                "\\cite[p.~3]{ostrom1990}"))
    }

    @Test func `the style follows the languages of the case`() {
        var manifest = Manifest(id: "x", title: Text("X"))
        for (languages, name) in [
            (["en"], "APA 7"), (["es", "fr"], "APA 7"), (["en", "zh"], "GB/T 7714—2015"),
            (["zh-Hant"], "GB/T 7714—2015"),
            ([], "GB/T 7714—2015"),
        ] {
            manifest.languages = languages.compactMap { LanguageTag($0) }
            #expect(manifest.referenceStyle.name == name)
        }
    }

    // MARK: Names

    @Test(arguments: [
        ("李", "世民", "李世民"), ("山田", "太郎", "山田太郎"), ("김", "영희", "김영희"), ("نجيب", "محفوظ", "نجيب محفوظ"),
        ("李 明", "", "李明"), ("김 철수", "", "김철수"), ("佐々木", "一", "佐々木一"), ("نجيب محفوظ", "", "نجيب محفوظ"),
    ])
    func `a name in a script without letter case is set whole`(family: String, given: String, whole: String) {
        var source = Source(id: "src-a", title: Text("Title"), form: .web)
        source.authors = [person(family, given)]
        #expect(gbt(source) == "\(whole). Title[Z].")
        #expect(apa(source) == "\(whole). (n.d.). Title.")
        #expect(tex(source).contains("author = {{\(whole)}}"))
    }

    @Test func `the words for further authors are in the language of the work`() {
        var source = Source(id: "src-a", title: Text(english: "Title"), form: .web)
        source.authors = [
            person("Smith", "Ann"), person("Doe", "Bo"), person("Roe", "Cy"), person("Poe", "Di"),
        ]
        #expect(gbt(source, .chinese) == "SMITH A, DOE B, ROE C, et al. Title[Z].")
        source.title = Text(chinese: "题名", english: "Title")
        source.language = .chinese
        #expect(gbt(source, .english) == "SMITH A, DOE B, ROE C, 等. 题名[Z].")
    }

    @Test
    func `a Chinese work has its own title for an English reader, and a translation by the style's rules`() {
        var source = Source(
            id: "src-a", title: Text(chinese: "路径研究", english: "A Study of Paths"), form: .paper)
        source.language = .chinese
        source.authors = [.init(family: "Zhao", given: "Ying", chinese: "赵映")]
        source.date = PartialDate("2026-05")
        source.container = .init(title: Text(chinese: "学报", english: "Journal"))
        source.container?.pages = "27–41"
        #expect(gbt(source) == "赵映. 路径研究[J]. 学报, 2026-05: 27-41.")
        #expect(gbt(source) == gbt(source, .chinese))
        #expect(apa(source) == "Zhao, Y. (2026). 路径研究 [A Study of Paths]. 学报, 27–41.")
        #expect(apa(source, .chinese) == "赵映. (2026). 路径研究. 学报, 27–41.")
        #expect(tex(source).contains("langid = {chinese}"))
        #expect(tex(source).contains("title = {{路径研究}}"))
        let biblatex = BibTeX(.biblatex).reference(to: source, in: .english)
        #expect(biblatex.contains("titleaddon = {{[A Study of Paths]}}"))
        #expect(biblatex.contains("journaltitle = {{学报}}"))
    }

    @Test(arguments: [
        ("zh-Hant", "chinese", true), ("zh-TW", "chinese", true), ("zh", "chinese", false),
        ("en-GB", "british", false),
        ("pt-BR", "brazilian", false), ("pt", "portuguese", false),
    ])
    func `the language of an entry is named with its region and script, as far as TeX does`(
        tag: String, name: String, isTraditional: Bool
    ) {
        var source = Source(id: "src-a", title: Text("Title"), form: .book)
        source.language = LanguageTag(tag)
        #expect(tex(source).contains("langid = {\(name)}"))
        #expect(tex(source).contains("langidopts = {variant=traditional}") == isTraditional)
    }

    @Test func `an English work has its own title for a Chinese reader`() {
        var source = Source(
            id: "src-a", title: Text(chinese: "公共事物的治理之道", english: "Governing the Commons"), form: .book)
        source.language = .english
        source.authors = [person("Ostrom", "Elinor")]
        source.date = PartialDate("1990")
        source.publisher = Text("Cambridge University Press")
        source.publicationPlace = Text("Cambridge")
        #expect(
            gbt(source, .chinese)
                == "OSTROM E. Governing the Commons[M]. Cambridge: Cambridge University Press, 1990.")
        #expect(
            apa(source, .chinese)
                == "Ostrom, E. (1990). Governing the Commons [公共事物的治理之道]. Cambridge University Press.")
        #expect(
            apa(source) == "Ostrom, E. (1990). Governing the Commons. Cambridge University Press.")
    }

    // MARK: Newspapers

    @Test func `a newspaper is what a report appeared in and not its author`() {
        var source = Source(id: "src-n", title: Text(chinese: "标题", english: "Headline"), form: .news)
        source.issuer = Text(chinese: "重庆日报", english: "Chongqing Daily")
        source.date = PartialDate("2020-04-14")
        source.language = .chinese
        #expect(gbt(source) == "标题[N]. 重庆日报, 2020-04-14.")
        #expect(apa(source) == "标题 [Headline]. (2020, April 14). 重庆日报.")
        #expect(tex(source).contains("@article{src-n,"))
        #expect(tex(source).contains("journal = {{重庆日报}}"))
        #expect(!tex(source).contains("author"))
        source.authors = [.init(family: "Li", given: "Si", chinese: "李四")]
        #expect(gbt(source) == "李四. 标题[N]. 重庆日报, 2020-04-14.")
        source.url = "https://example.org"
        source.accessed = PartialDate("2026-11-23")
        #expect(gbt(source) == "李四. 标题[N/OL]. 重庆日报, 2020-04-14[2026-11-23]. https://example.org.")
        source.issuer = Text(chinese: "央视网", english: "CCTV")
        #expect(gbt(source) == "李四. 标题[EB/OL]. 央视网, 2020-04-14[2026-11-23]. https://example.org.")
    }

    @Test(arguments: [
        ("中国新闻周刊", nil, nil, "标题[J]. 中国新闻周刊, 2023-02-10."),
        ("民主与法制", "4", nil, "标题[J]. 民主与法制, 2023(4)."),
        ("人民日报海外版", nil, nil, "标题[N]. 人民日报海外版, 2023-02-10."),
        ("新华社", nil, nil, "标题[Z]. 新华社, 2023-02-10."),
        ("新华社", nil, "https://example.org", "标题[EB/OL]. 新华社, 2023-02-10. https://example.org."),
        ("湄公河日報", nil, "https://example.org", "标题[N/OL]. 湄公河日報, 2023-02-10. https://example.org."),
        ("世界電視", nil, nil, "标题[Z]. 世界電視, 2023-02-10."),
        ("南方週末", nil, nil, "标题[N]. 南方週末, 2023-02-10."),
        ("鏡週刊", nil, nil, "标题[J]. 鏡週刊, 2023-02-10."),
        ("The Guardian", nil, nil, "标题[N]. The Guardian, 2023-02-10."),
        ("Le Monde", nil, "https://example.org", "标题[N/OL]. Le Monde, 2023-02-10. https://example.org."),
        ("BBC News", nil, "https://example.org", "标题[EB/OL]. BBC News, 2023-02-10. https://example.org."),
        ("rappler.com", nil, nil, "标题[Z]. rappler.com, 2023-02-10."),
        ("Agence France-Presse", nil, nil, "标题[Z]. Agence France-Presse, 2023-02-10."),
        ("St. Louis Post-Dispatch", nil, nil, "标题[N]. St. Louis Post-Dispatch, 2023-02-10."),
        (nil, nil, nil, "标题[Z]. 2023-02-10."),
    ])
    func `magazines are periodicals, and agencies and sites no newspapers`(
        outlet: String?, issue: String?, url: String?, reference: String
    ) {
        var source = Source(id: "src-n", title: Text("标题"), form: .news)
        source.outlet = outlet.map { Text($0) }
        source.container = issue.map { issue in
            var container = Source.Container(title: Text(outlet ?? ""))
            container.issue = issue
            return container
        }
        (source.url, source.date) = (url, PartialDate("2023-02-10"))
        #expect(gbt(source, .chinese) == reference)
        // The format agrees with the style on what is a newspaper.
        let isNewspaper = reference.contains("[N")
        let subtype = issue != nil ? "magazine" : isNewspaper ? "newspaper" : "news"
        let entry = BibTeX(.biblatex).reference(to: source, in: .chinese)
        #expect(entry.contains("entrysubtype = {\(subtype)}"), "\(entry)")
    }

    @Test func `the page of a newspaper is in brackets behind the day`() {
        var source = Source(id: "src-n", title: Text("标题"), form: .news)
        source.container = .init(title: Text("中国青年报"))
        source.container?.pages = "15"
        source.date = PartialDate("2000-11-20")
        #expect(gbt(source, .chinese) == "标题[N]. 中国青年报, 2000-11-20(15).")
    }

    // MARK: Sorts of work

    /// A source with what each style makes of it.
    struct Sort: CustomTestStringConvertible {
        let form: Source.Form
        let gbt: String
        let apa: String
        let entry: [String]
        let change: @Sendable (inout Source) -> Void
        var testDescription: String { form.rawValue }
    }

    @Test(arguments: [
        Sort(
            form: .book, gbt: "ROE A. Title[M]. 2nd ed. Oxford: Press, 2001.",
            apa: "Roe, A. (2001). Title (2nd ed.). Press.",
            entry: [
                "@book", "publisher = {{Press}}", "address = {{Oxford}}", "edition = {Second}",
                "isbn = {0-1}",
            ]
        ) {
            $0.edition = Text("2nd ed.")
            $0.isbn = "0-1"
        },
        Sort(
            form: .chapter, gbt: "ROE A. Title[M]//POE B. The Book. Oxford: Press, 2001: 1-9.",
            apa: "Roe, A. (2001). Title. In B. Poe (Ed.), The Book (pp. 1–9). Press.",
            entry: ["@incollection", "booktitle = {{The Book}}", "editor = {Poe, Bo}", "pages = {1--9}"]
        ) {
            $0.container = .init(title: Text("The Book"))
            $0.container?.pages = "1-9"
            $0.editors = [.init(family: "Poe", given: "Bo")]
        },
        Sort(
            form: .thesis, gbt: "ROE A. Title[D]. Oxford: Press, 2001.",
            apa: "Roe, A. (2001). Title [Master's thesis, Press].",
            entry: ["@mastersthesis", "school = {{Press}}"]
        ) { $0.genre = Text("Master's thesis") },
        Sort(
            form: .report, gbt: "ROE A. Title: No. 7[R]. Oxford: Press, 2001.",
            apa: "Roe, A. (2001). Title (No. 7). Press.",
            entry: ["@techreport", "institution = {{Press}}", "number = {No. 7}"]
        ) { $0.documentNumber = "No. 7" },
        Sort(
            form: .paper, gbt: "ROE A. Title[C]//POE B. Proceedings. Oxford: Press, 2001: 7.",
            apa: "Roe, A. (2001). Title. In B. Poe (Ed.), Proceedings (p. 7). Press.",
            entry: ["@inproceedings", "booktitle = {{Proceedings}}", "publisher = {{Press}}"]
        ) {
            $0.genre = Text("Conference paper")
            $0.container = .init(title: Text("Proceedings"))
            $0.container?.pages = "7"
            $0.editors = [.init(family: "Poe", given: "Bo")]
        },
        Sort(
            form: .archive, gbt: "ROE A. Title[CM]. Oxford: Press, 2001-05-06.",
            apa: "Roe, A. (2001, May 6). Title [Map]. Press.", entry: ["@misc"]
        ) { $0.genre = Text("Map") },
        Sort(
            form: .interview, gbt: "ROE A. Title[Z]. Oxford: Press, 2001-05-06.",
            apa: "Roe, A. (2001, May 6). Title [Interview]. Press.", entry: ["@misc"]
        ) { _ in },
        Sort(
            form: .archive, gbt: "ROE A. Title[A]. City Archive, F 1/2, 2001-05-06.",
            apa: "Roe, A. (2001, May 6). Title. F 1/2, City Archive.",
            entry: ["@misc", "library = {{City Archive; F 1/2}}"]
        ) {
            ($0.publisher, $0.publicationPlace) = (nil, nil)
            ($0.archive, $0.archiveLocation) = (Text("City Archive"), "F 1/2")
        },
        Sort(
            form: .dataset, gbt: "ROE A. Title[DS]. Version 1.2. Oxford: Press, 2001.",
            apa: "Roe, A. (2001). Title (Version 1.2) [Data set]. Press.", entry: ["@misc"]
        ) { $0.edition = Text("1.2") },
        Sort(
            form: .film, gbt: "ROE A. Title[Z]. Oxford: Press, 2001.",
            apa: "Roe, A. (Director). (2001). Title [Film]. Press.", entry: ["@misc"]
        ) { _ in },
        Sort(
            form: .standard, gbt: "ROE A. Title: GB 1[S]. Oxford: Press, 2001.",
            apa: "Roe, A. (2001). Title (GB 1). Press.", entry: ["@misc", "number = {GB 1}"]
        ) { $0.documentNumber = "GB 1" },
    ])
    func `each sort of work in each style`(sort: Sort) {
        var source = Source(id: "src-a", title: Text("Title"), form: sort.form)
        source.authors = [person("Roe", "Ann")]
        source.date = PartialDate("2001-05-06")
        source.publisher = Text("Press")
        source.publicationPlace = Text("Oxford")
        sort.change(&source)
        #expect(gbt(source) == sort.gbt)
        #expect(apa(source) == sort.apa)
        for part in sort.entry { #expect(tex(source).contains(part), "\(tex(source))") }
    }

    @Test func `a publisher that is the author as well is named once`() {
        var source = Source(id: "src-a", title: Text("Title"), form: .report)
        source.issuer = Text("World Bank")
        source.publisher = source.issuer
        source.date = PartialDate("2001")
        #expect(apa(source) == "World Bank. (2001). Title.")
        #expect(gbt(source) == "World Bank. Title[R]. 2001.")
    }

    @Test func `a publisher is named beside its place even if it is the author as well`() {
        var source = Source(id: "src-a", title: Text("Title"), form: .report)
        (source.issuer, source.publisher) = (Text("World Bank"), Text("World Bank"))
        source.publicationPlace = Text("Washington")
        source.date = PartialDate("2001")
        #expect(gbt(source) == "World Bank. Title[R]. Washington: World Bank, 2001.")
    }

    @Test func `a book that only its editors sign is theirs`() {
        var source = Source(id: "src-a", title: Text("Title"), form: .book)
        source.editors = [person("Poe", "Bo"), person("Roe", "Ann")]
        source.date = PartialDate("2001")
        source.container = .init(title: Text("A Series"))
        source.container?.pages = "3–5"
        #expect(gbt(source) == "POE B, ROE A. Title[M]. 2001: 3-5.")
        #expect(apa(source) == "Poe, B., & Roe, A. (Eds.). (2001). Title (pp. 3–5).")
        #expect(tex(source).contains("series = {{A Series}}"))
        source.language = .chinese
        #expect(apa(source, .chinese) == "Poe, B., Roe, A. (编). (2001). Title (第3–5页).")
    }

    @Test(arguments: [
        ("1", "Title[M]. 2001.", "Title (1st ed.). (2001)."),
        ("2", "Title[M]. 2nd ed. 2001.", "Title (2nd ed.). (2001)."),
        ("12", "Title[M]. 12th ed. 2001.", "Title (12th ed.). (2001)."),
        ("Second", "Title[M]. 2nd ed. 2001.", "Title (2nd ed.). (2001)."),
        ("2nd", "Title[M]. 2nd ed. 2001.", "Title (2nd ed.). (2001)."),
        ("Second edition", "Title[M]. 2nd ed. 2001.", "Title (2nd ed.). (2001)."),
        ("21st edn.", "Title[M]. 21st ed. 2001.", "Title (21st ed.). (2001)."),
        ("First", "Title[M]. 2001.", "Title (1st ed.). (2001)."),
        ("Rev. ed.", "Title[M]. Rev. ed. 2001.", "Title (Rev. ed.). (2001)."),
        ("2nd rev. ed.", "Title[M]. 2nd rev. ed. 2001.", "Title (2nd rev. ed.). (2001)."),
        ("2. Aufl.", "Title[M]. 2. Aufl. 2001.", "Title (2. Aufl.). (2001)."),
        ("2nt", "Title[M]. 2nt. 2001.", "Title (2nt). (2001)."),
    ])
    func `an edition that is a number is an ordinal, however it is printed`(
        edition: String, gbtText: String, apaText: String
    ) {
        var source = Source(id: "src-a", title: Text("Title"), form: .book)
        (source.edition, source.date) = (Text(edition), PartialDate("2001"))
        #expect(gbt(source) == gbtText)
        #expect(apa(source) == apaText)
    }

    @Test(arguments: [
        ("第2版", "题名[M]. 2版. 2001.", "题名 (第2版). (2001).", "2"),
        ("第三版", "题名[M]. 3版. 2001.", "题名 (第3版). (2001).", "3"),
        ("第 十二 版", "题名[M]. 12版. 2001.", "题名 (第12版). (2001).", "12"),
        ("２版", "题名[M]. 2版. 2001.", "题名 (第2版). (2001).", "2"),
        ("第1版", "题名[M]. 2001.", "题名 (第1版). (2001).", "1"),
        ("修订版", "题名[M]. 修订版. 2001.", "题名 (修订版). (2001).", "修订版"),
    ])
    func `a Chinese edition has Arabic figures, and formats its number alone`(
        edition: String, gbtText: String, apaText: String, number: String
    ) {
        var source = Source(id: "src-a", title: Text("题名"), form: .book)
        (source.edition, source.date) = (Text(edition), PartialDate("2001"))
        #expect(gbt(source, .chinese) == gbtText)
        #expect(apa(source, .chinese) == apaText)
        #expect(tex(source, .chinese).contains("edition = {\(number)},"))
        let biblatex = BibTeX(.biblatex).reference(to: source, in: .chinese)
        #expect(biblatex.contains("edition = {\(number)},"))
    }

    @Test(arguments: [
        ("2nd ed.", "Second", "2"), ("第二版", "Second", "2"), ("21", "21st", "21"),
        ("Rev. ed.", "Rev. ed.", "Rev. ed."),
    ])
    func `the edition of a work in English is an ordinal in BibTeX and a number in biblatex`(
        edition: String, classic: String, number: String
    ) {
        var source = Source(id: "src-a", title: Text(english: "Title"), form: .book)
        source.edition = Text(edition)
        #expect(tex(source).contains("edition = {\(classic)},"))
        #expect(BibTeX(.biblatex).reference(to: source, in: .english).contains("edition = {\(number)},"))
    }

    @Test func `the words of APA are in the language of the work, for whoever reads it`() {
        func apaForBoth(_ source: Source) -> String {
            #expect(apa(source, .chinese) == apa(source))
            return apa(source, .chinese)
        }
        var book = Source(id: "src-a", title: Text(english: "A book"), form: .book)
        book.language = .english
        (book.edition, book.date) = (Text("2"), PartialDate("1960~"))
        book.editors = [person("Roe", "Ann")]
        #expect(apaForBoth(book) == "Roe, A. (Ed.). (ca. 1960). A book (2nd ed.).")
        var page = Source(id: "src-b", title: Text(english: "A page"), form: .web)
        (page.language, page.date, page.isCopy) = (.english, PartialDate("2020-01-06"), true)
        page.url = "https://example.org"
        #expect(apaForBoth(page) == "A page. (2020, January 6). Repost: https://example.org")
        var film = Source(id: "src-c", title: Text(english: "A film"), form: .film)
        (film.language, film.authors) = (.english, [person("Redford", "Robert")])
        #expect(apaForBoth(film) == "Redford, R. (Director). (n.d.). A film [Film].")
        #expect(
            APA().reference(to: film, at: Locator(paragraph: "2"), in: .chinese).hasPrefix(
                "(Redford, n.d., para. 2)\n"))
        var german = Source(id: "src-d", title: Text("Ein Buch"), form: .book)
        (german.language, german.edition, german.date) = (LanguageTag("de"), Text("3"), PartialDate("15XX"))
        #expect(apaForBoth(german) == "Ein Buch (3rd ed.). (1500–1599).")
    }

    @Test(arguments: [
        ("重庆市人民政府、贵州省人民政府", "重庆市人民政府, 贵州省人民政府"), ("贵阳市文化、体育和旅游局", "贵阳市文化、体育和旅游局"),
    ])
    func `bodies that sign together stand in a row`(issuer: String, names: String) {
        var source = Source(id: "src-a", title: Text("协议"), form: .agreement)
        source.issuer = Text(issuer)
        #expect(gbt(source, .chinese) == names + ". 协议[Z].")
        #expect(apa(source, .chinese) == names + ". (无日期). 协议.")
        // Where names end in an ampersand, those of bodies do so as well.
        #expect(apa(source).hasPrefix(names.replacing(", ", with: ", & ") + ". (n.d.)."))
    }

    @Test func `page numbers with a hyphen have a dash between them`() {
        var source = Source(id: "src-a", title: Text("Title"), form: .paper)
        source.container = .init(title: Text("Journal"))
        source.container?.pages = "16-1–16-4"
        #expect(gbt(source) == "Title[J]. Journal: 16-1–16-4.")
    }

    @Test func `a title that describes is in brackets, a repost and an archived copy are told`() {
        var source = Source(
            id: "src-a", title: Text(chinese: "会议通知", english: "Notice of a meeting"), form: .notice)
        source.language = .chinese
        source.titleIsDescriptive = true
        source.isCopy = true
        #expect(gbt(source) == "[会议通知][Z]. 据转载.")
        #expect(apa(source) == "[Notice of a meeting]. (n.d.). Read in a repost.")
        source.url = "https://example.org/a"
        source.archived = "https://archive.example/b"
        #expect(gbt(source) == "[会议通知][EB/OL]. 转载: https://example.org/a. 存档: https://archive.example/b.")
        #expect(
            apa(source)
                == "[Notice of a meeting]. (n.d.). Repost: https://example.org/a Archived at https://archive.example/b"
        )
    }

    @Test func `an undated page has the day of the visit in APA`() {
        var source = Source(id: "src-a", title: Text("Page"), form: .web)
        source.url = "https://example.org"
        source.accessed = PartialDate("2026-11-23")
        #expect(apa(source) == "Page. (n.d.). Retrieved November 23, 2026, from https://example.org")
        var chinese = source
        chinese.title = Text("网页")
        #expect(apa(chinese, .chinese) == "网页. (无日期). 2026年11月23日取自 https://example.org")
        source.isCopy = true
        #expect(apa(source) == "Page. (n.d.). Repost retrieved November 23, 2026, from https://example.org")
        chinese.isCopy = true
        #expect(apa(chinese, .chinese) == "网页. (无日期). 2026年11月23日取自转载 https://example.org")
    }

    // MARK: Pages

    @Test(arguments: [
        ("16-1–16-4", "16-1--16-4", "16-1–16-4", false), ("27–30, 41", "27--30, 41", "27–30, 41", false),
        ("1-9", "1--9", "1–9", false), ("1211-25", "1211--25", "1211–25", false),
        ("16-1", "16-1", "16-1", true), ("12-1-12-5", "12-1--12-5", "12-1–12-5", false),
        ("27--41", "27--41", "27–41", false), ("7", "7", "7", true), ("xii–xv", "xii--xv", "xii–xv", false),
        ("第3—5页", "第3--5页", "第3–5页", false), ("3〜9", "3--9", "3–9", false),
    ])
    func `the en dash makes a range and the hyphen need not`(
        text: String, tex: String, shown: String, isOne: Bool
    ) {
        let pages = PageRanges(text)
        #expect(pages.joined(range: "--") == tex)
        #expect(pages.joined(range: "–") == shown)
        #expect(pages.isOnePage == isOne)
    }

    // MARK: Lists

    @Test func `APA lists are sorted, and what shares author and year has letters`() {
        func source(_ id: ID<Source>, _ family: String, _ date: String, _ title: String) -> Source {
            var source = Source(id: id, title: Text(title), form: .web)
            if !family.isEmpty { source.authors = [person(family, "Ann")] }
            source.date = PartialDate(date)
            return source
        }
        let sources = [
            source("src-1", "Roe", "2020-01-10", "Beta"), source("src-2", "Doe", "2021", "Gamma"),
            source("src-3", "Roe", "2020-03", "Alpha"), source("src-4", "Roe", "2019", "Delta"),
            source("src-5", "", "2020", "The Cities"), source("src-6", "", "2020", "Cities"),
            source("src-7", "Roe", "2020", "A Zebra"), source("src-8", "Roe", "2020", "Mice"),
            source("src-9", "Roe", "", "Undated"),
        ]
        #expect(
            APA().list(of: sources, in: .english) { $0.lowercased() } == [
                "The Cities. (2020).", "Cities. (2020).", "Doe, A. (2021). Gamma.",
                "Roe, A. (n.d.). Undated.",
                "Roe, A. (2019). Delta.", "Roe, A. (2020a). Mice.", "Roe, A. (2020b). A Zebra.",
                "Roe, A. (2020c, January 10). Beta.", "Roe, A. (2020d, March). Alpha.",
            ])
        #expect(
            APA().list(of: sources, in: .chinese) { $0.lowercased() }.suffix(2) == [
                "Roe, A. (2020c, January 10). Beta.", "Roe, A. (2020d, March). Alpha.",
            ])
        let chinese = ["乙", "甲"].map { title in
            var source = source("src-x", "", "2020-03", title)
            source.issuer = Text("办公室")
            return source
        }
        #expect(
            APA().list(of: chinese, in: .chinese) { $0 } == ["办公室. (2020a, 3月). 乙.", "办公室. (2020b, 3月). 甲."])
    }

    @Test func `the case itself is cited in every style`() {
        var manifest = Manifest(id: "rivers", title: Text(chinese: "三河", english: "Three Rivers"))
        manifest.subtitle = Text(chinese: "共治", english: "Shared")
        manifest.authors = [Text(chinese: "甲", english: "Ann Roe"), Text(chinese: "乙", english: "Bo Poe")]
        manifest.version = "1.2"
        manifest.date = PartialDate("2026-11-29")
        manifest.url = "https://example.org/case"
        #expect(
            gbt(manifest.source, .chinese)
                == "甲, 乙. 三河：共治[DS/OL]. 1.2版. (2026-11-29). https://example.org/case.")
        #expect(
            apa(manifest.source)
                == "Ann Roe, Bo Poe. (2026, November 29). Three Rivers: Shared (Version 1.2) [Data set]. https://example.org/case"
        )
        #expect(tex(manifest.source).contains("@misc{rivers,"))
    }
}
