import CaseModel
import Testing

@testable import Imports

struct RISTests {
    private func result(_ text: String) throws -> ImportResult {
        try Importer.ris(Array(text.utf8), file: "x.ris")
    }

    private func source(_ lines: [String], type: String = "JOUR") throws -> Source {
        let text = (["TY  - \(type)"] + lines + ["ER  - "]).joined(separator: "\n")
        return try #require(try result(text).sources.first).source
    }

    @Test("a byte order mark, either line end, one blank before the hyphen, and no end of the last record")
    func lines() throws {
        let text =
            "\u{FEFF}\r\nTY  - BOOK\r\nTI  - One\r\nAU -Tamang, Dorje\r\nER  -\r\n\r\nTY  - BOOK\rT1  - Two\r\rTY  - BOOK\nTI  - Three"
        let titles = try result(text.replacing("AU -T", with: "AU - T")).sources.map(\.source.title)
        #expect(titles == [Text("One"), Text("Two"), Text("Three")])
        #expect(
            try result(text.replacing("AU -T", with: "AU - T")).sources[0].source.authors.map(\.family) == [
                "Tamang"
            ])
    }

    @Test("lines without a tag belong to the field before them")
    func continuation() throws {
        let source = try source(["TI  - A title", "  that goes on", "N1  - one", "two"])
        #expect(source.title == Text("A title that goes on"))
        #expect(source.note == Text("one\ntwo"))
    }

    @Test(
        "dates, with what is not known left out",
        arguments: [
            ("Y1  - 2010/05//", "2010-05"), ("Y1  - 2010/05/07/", "2010-05-07"), ("PY  - 2010", "2010"),
            ("DA  - 2010/00/00/", "2010"), ("DA  - 2010/05//Spring", "2010-05"),
            ("DA  - 2020/02/03/Monday", "2020-02-03"),
            ("PY  - 2010/5/7/", "2010-05-07"),
            ("DA  - 12 May 2010", "2010-05-12"), ("DA  - May 12, 2010", "2010-05-12"),
            ("DA  - 2010年5月7日", "2010-05-07"),
            ("DA  - 2010-05-07T10:00:00Z", "2010-05-07"), ("PY  - ca. 1843", "1843~"),
            ("PY  - 1840s", "184X"), ("DA  - Fall 2010", "2010-23"), ("DA  - 2010年夏", "2010-22"),
            ("PY  - 256 BCE", "-0255"),
            ("PY  - 公元前256年", "-0255"),
            ("DA  - 2010/13//", "2010"),
        ])
    func dates(_ line: String, _ date: String) throws {
        #expect(try source(["TI  - T", line]).date == PartialDate(date))
    }

    @Test(
        "a name in Chinese, Japanese or Korean letters has the family name in front, and that of a body stays",
        arguments: [
            ("李 明", "李明", true), ("山田 太郎", "山田太郎", true), ("김 철수", "김|철수", true), ("한국 은행", "한국 은행", false),
            ("王建国", "王建国", false), ("人民 日报", "人民 日报", false),
        ])
    func familyFirst(_ name: String, _ expected: String, _ isGuess: Bool) throws {
        let result = try result("TY  - JOUR\nTI  - T\nAU  - \(name)\nAU  - Roe, Ann\nER  - \n")
        let author = try #require(result.sources.first?.source.authors.first)
        #expect([author.family, author.given].filter { !$0.isEmpty }.joined(separator: "|") == expected)
        #expect(result.report.guesses.isEmpty != isGuess)
    }

    @Test("the year beside the whole date is no second date")
    func twoDates() throws {
        let report = try result("TY  - JOUR\nTI  - T\nPY  - 2010\nDA  - 2010/05/07/\nER  - \n").report
        #expect(report.lost.isEmpty)
        let other = try result("TY  - JOUR\nTI  - T\nPY  - 2011\nDA  - 2010/05/07/\nER  - \n").report
        #expect(other.lost.map(\.name) == ["PY"])
    }

    @Test(
        "all types of Zotero and of the specification have a form",
        arguments: [
            "ABST": Source.Form.paper, "ADVS": .film, "AGGR": .dataset, "ANCIENT": .archive, "ART": .archive,
            "BILL": .law,
            "BLOG": .web, "BOOK": .book, "CASE": .law, "CHAP": .chapter, "CHART": .archive, "CLSWK": .book,
            "COMP": .dataset,
            "CONF": .paper, "CPAPER": .paper, "CTLG": .news, "DATA": .dataset, "DBASE": .dataset,
            "DICT": .chapter,
            "EBOOK": .book, "ECHAP": .chapter, "EDBOOK": .book, "EJOUR": .paper, "ELEC": .web,
            "ENCYC": .chapter,
            "FIGURE": .archive, "GEN": .paper, "GOVDOC": .report, "HEAR": .report, "ICOMM": .archive,
            "INPR": .paper,
            "JFULL": .paper, "JOUR": .paper, "LEGAL": .law, "MANSCPT": .archive, "MAP": .archive,
            "MGZN": .news, "MPCT": .film,
            "MULTI": .film, "MUSIC": .film, "NEWS": .news, "PAMP": .book, "PAT": .report, "PCOMM": .interview,
            "RPRT": .report,
            "SER": .book, "SLIDE": .report, "SOUND": .film, "STAND": .standard, "STAT": .law, "THES": .thesis,
            "UNBILL": .law, "UNPB": .archive, "VIDEO": .film, "WEB": .web,
        ])
    func types(_ type: String, _ form: Source.Form) throws {
        let source = try source(["TI  - T"], type: type)
        #expect(source.form == form)
        // What the form does not say stays as the genre.
        #expect(source.genre?.english != type)
    }

    @Test("what a tag means depends on the type")
    func tags() throws {
        let book = try source(
            ["TI  - T", "A2  - Rai, A", "A3  - Rai, B", "SN  - 978-1-4028-9462-6", "SP  - 280"], type: "BOOK")
        #expect(book.editors.map(\.given) == ["B"])
        #expect(book.isbn == "978-1-4028-9462-6")
        #expect(book.note == Text("Series editor: A Rai\nNumber of pages: 280"))
        let part = try source(
            ["TI  - T", "T2  - Whole", "A2  - Rai, A", "A4  - Rai, C", "SP  - 3", "EP  - 9"], type: "CHAP")
        #expect(part.container?.title == Text("Whole"))
        #expect(part.container?.pages == "3–9")
        #expect(part.editors.map(\.given) == ["A"])
        #expect(part.translators.map(\.given) == ["C"])
        let inSeries = try source(["TI  - T", "T2  - Series", "VL  - 2", "M1  - 7"], type: "BOOK")
        #expect(inSeries.container?.title == Text("Series") && inSeries.container?.volume == "7")
        #expect(inSeries.note == Text("Volume: 2"))
        let article = try source([
            "TI  - T", "JO  - J. Water", "JF  - Journal of Water", "M1  - 4", "SN  - 0036-8075",
        ])
        #expect(article.container?.title == Text("Journal of Water"))
        #expect(article.container?.issue == "4")
        #expect(article.issn == "0036-8075")
        let report = try source(["TI  - T", "SN  - 12-A", "M3  - Working paper"], type: "RPRT")
        #expect(report.documentNumber == "12-A")
        #expect(report.genre == Text("Working paper"))
        let talk = try source(
            ["TI  - T", "T2  - Proceedings", "C3  - Volume", "C1  - Pokhara"], type: "CONF")
        #expect(talk.container?.title == Text("Volume"))
        #expect(talk.publicationPlace == Text("Pokhara"))
        #expect(talk.note == Text("Event: Proceedings"))
    }

    @Test("a name without a comma is a body, unless it is a person's in Chinese characters")
    func names() throws {
        let bank = try source(["TI  - T", "AU  - World Bank"])
        #expect(bank.issuer == Text("World Bank"))
        #expect(bank.authors.isEmpty)
        let two = try source(["TI  - T", "AU  - World Bank", "AU  - Rai, Asha"])
        #expect(two.issuer == nil)
        #expect(two.authors.map(\.inverted) == ["World Bank", "Rai, Asha"])
        let person = try source(["TI  - 水", "AU  - 赵英", "LA  - zh"])
        #expect(person.authors == [Source.Author(family: "赵英", given: "")])
        let office = try source(["TI  - 水", "AU  - 贵州省水利厅办公室", "LA  - zh"])
        #expect(office.issuer == Text(chinese: "贵州省水利厅办公室"))
    }

    @Test("a translated title stands in the other language")
    func translatedTitle() throws {
        let chinese = try source(["TI  - 水权", "TT  - Water rights", "LA  - zh"])
        #expect(chinese.title == Text(chinese: "水权", english: "Water rights"))
        let english = try source(["TI  - Water rights", "TT  - 水权", "LA  - en"])
        #expect(english.title == Text(chinese: "水权", english: "Water rights"))
    }

    @Test("what is no RIS is told at its place")
    func errors() throws {
        for (text, place) in [
            ("Once upon a time\nTY  - BOOK", "1:1"), ("\n\nAU  - Rai, A", "3:1"),
            ("TY  - BOOK\nER  - \nTI  - x", "3:1"),
        ] {
            let error = #expect(throws: ImportError.self) { try result(text) }
            #expect(
                error?.description
                    == "x.ris:\(place): a record begins with 'TY  - '; this does not look like an RIS file")
        }
        #expect(try result("").sources.isEmpty)
    }

    @Test("a note on a Chinese work that is not in Chinese has no language")
    func noteLanguage() throws {
        let source = try result("TY  - JOUR\nTI  - 水权\nLA  - zh\nN1  - Accessed 2024\nER  - \n").sources[0]
            .source
        #expect(source.note == Text("Accessed 2024"))
    }
}
