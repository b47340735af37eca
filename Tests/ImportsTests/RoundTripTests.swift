import BundledCase
import CaseFiles
import CaseModel
import Exports
import Testing

@testable import Imports

/// What the program writes for reference managers comes back as the same facts.
struct RoundTripTests {
    private let graph: CaseGraph

    init() throws {
        graph = CaseGraph(try BundledCase.open())
    }

    /// What a reference to a source tells, without what a format has no place for.
    private func facts(of source: Source, for reader: LanguageTag) -> [String] {
        let work = CitedWork(source, for: reader)
        func people(_ people: [Source.Author]) -> String? {
            let names = people.map { person in
                switch person.personName(in: work.language) {
                case .whole(let name): name
                case .parts(let family, let given, _): family + ", " + given
                }
            }
            return names.isEmpty ? nil : names.joined(separator: "; ")
        }
        let facts: [String: String?] = [
            "form": source.form.rawValue, "title": work.title.onOneLine, "language": work.language.text,
            "translation": work.translation(of: source.title)?.onOneLine,
            "descriptive": work.isTitleDescriptive ? "true" : nil,
            // A name that is never divided may be that of a person or of a body, for all that a format says.
            "by": people(source.authors) ?? work.original(work.organisation)?.onOneLine,
            "editors": people(source.editors), "translators": people(source.translators),
            "date": source.date?.description,
            "number": source.documentNumber, "in": work.container?.onOneLine,
            "volume": source.container?.volume, "issue": source.container?.issue,
            "pages": work.pages?.joined(range: "–"), "publisher": work.original(work.publisher)?.onOneLine,
            "place": work.original(source.publicationPlace), "edition": work.plainEdition,
            "genre": work.original(source.genre), "isbn": source.isbn, "issn": source.issn,
            "archive": work.original(source.archive), "shelf": source.archiveLocation,
            "url": source.url, "archived": source.archived, "doi": source.doi,
            "accessed": source.accessed?.description, "copy": source.isCopy ? "true" : nil,
            "note": source.note?.localized(in: reader).onOneLine,
        ]
        return facts.compactMap { name, value in value.map { "\(name): \($0)" } }.sorted()
    }

    private func check(
        _ result: ImportResult, _ reader: Language, of sources: Records<Source>, isLost: Set<String> = []
    ) throws {
        try #require(result.sources.count == sources.count)
        var differences: [String] = []
        for (imported, source) in zip(result.sources, sources) {
            #expect(imported.source.id == source.id)
            func kept(_ facts: [String]) -> [String] {
                facts.filter { fact in !isLost.contains { fact.hasPrefix($0) } }
            }
            let expected = kept(facts(of: source, for: reader.tag))
            let read = kept(facts(of: imported.source, for: reader.tag))
            if read != expected {
                let lost = Set(expected).subtracting(read).sorted()
                let made = Set(read).subtracting(expected).sorted()
                differences.append("\(source.id): lost \(lost), made \(made)")
            }
        }
        #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(4))")
        #expect(result.report.lost.isEmpty, "\(result.report.lines(in: .english).prefix(5))")
    }

    /// One source of each form with every field that the format of a case has.
    private static let rich: [Source] = Source.Form.allCases.map { form in
        var source = Source(
            id: ID("src-\(form.rawValue)"), title: Text(chinese: "题名", english: "A Title"), form: form)
        source.language = .chinese
        source.authors = [
            .init(family: "Zhao", given: "Ying", chinese: "赵映"), .init(family: "Roe", given: "Ann"),
        ]
        source.date = PartialDate("2018-01-25")
        source.url = "https://example.org/a_b"
        source.accessed = PartialDate("2026-11-23")
        source.publisher = Text(chinese: "出版社", english: "Press")
        source.publicationPlace = Text(chinese: "北京", english: "Beijing")
        source.archived = "https://archive.example/1"
        switch form {
        case .paper, .news:
            source.container = .init(title: Text(chinese: "学报", english: "Journal"))
            source.container?.volume = "32"
            source.container?.issue = "2"
            source.container?.pages = "27–41"
            source.publisher = nil
            source.publicationPlace = nil
        case .chapter:
            source.container = .init(title: Text(chinese: "书名", english: "Book"))
            source.container?.pages = "1–9"
            source.editors = [.init(family: "Poe", given: "Bo")]
            source.isbn = "978-0-521-40599-7"
        case .book:
            source.edition = Text("2nd")
            source.isbn = "978-0-521-40599-7"
        case .thesis: source.genre = Text(chinese: "博士学位论文", english: "PhD thesis")
        case .report, .standard: source.documentNumber = "7"
        case .archive:
            source.archive = Text(chinese: "市档案馆", english: "City Archive")
            source.archiveLocation = "F 1/2"
        case .law, .opinion, .plan, .agreement, .regulation, .notice, .statistics, .web, .interview, .dataset,
            .film:
            source.titleIsDescriptive = true
        }
        return source
    }

    /// What each format makes of sources, and what an import into their own case makes of that.
    @Test(
        "what a case writes is known to it when it comes back",
        arguments: [ExportFormat.bibtex, .biblatex, .ris, .cslJSON], ["zh", "en", "ja"])
    func knownToItsCase(format: ExportFormat, reader: String) throws {
        for graph in try cases {
            var options = ExportOptions()
            options.languages = [try #require(LanguageTag(reader))]
            let writer = try #require(format.writer(of: .sources, options: options))
            let bytes = Array(writer.text(of: graph).utf8)
            let known = KnownRecords(of: graph.case)
            let names = Set(graph.case.sources.flatMap { [$0.id.text, $0.citationKey].compactMap { $0 } })
            let result: ImportResult
            switch format {
            case .ris: result = try Importer.ris(bytes, file: "x", existing: names, known: known)
            case .cslJSON: result = try Importer.cslJSON(bytes, file: "x", existing: names, known: known)
            case _: result = try Importer.bibTeX(bytes, file: "x", existing: names, known: known)
            }
            #expect(result.report.leftOut.isEmpty, "\(result.report.lines(in: .english).prefix(5))")
            #expect(result.sources.isEmpty, "\(result.sources.map(\.record).prefix(5))")
        }
    }

    private static func graph(of sources: [Source]) -> CaseGraph {
        var whole = Case(manifest: Manifest(id: "rich", title: Text("Rich")))
        whole.sources = Records(sources)
        return CaseGraph(whole)
    }

    /// The made-up case with each type of source, and names in several scripts.
    private static func works() throws -> CaseGraph {
        let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        let outcome = try CaseReader.read(path: "/\(tests)/Fixtures/cases/works")
        return CaseGraph(try #require(outcome.caseFile))
    }

    private var cases: [CaseGraph] {
        get throws { [graph, Self.graph(of: Self.rich), try Self.works()] }
    }

    @Test(arguments: ["1850~", "1200-05~", "-0216", "2018-01-25"])
    func `dates that are about right or before our era come back`(date: String) throws {
        var source = Source(id: "src-x", title: Text("x"), form: .web)
        source.date = PartialDate(date)
        let graph = Self.graph(of: [source])
        let csl = CSLJSON(language: .english).text(of: graph)
        let ris = RIS(language: .english).text(of: graph)
        for result in [
            try Importer.cslJSON(Array(csl.utf8), file: "x.json"),
            try Importer.ris(Array(ris.utf8), file: "x.ris"),
        ] {
            #expect(result.sources.map(\.source.date) == [source.date])
            #expect(result.report.lost.isEmpty, "\(result.report.lines(in: .english))")
        }
    }

    @Test(arguments: [
        "195X", "19XX", "195X~", "-0090~", "-009X", "1850?", "1850%", "2025-21", "2025-22~", "-0043-03-15~",
        "Y17000",
    ])
    func `dates that are no plain ones come back from every format`(date: String) throws {
        var source = Source(id: "src-x", title: Text("x"), form: .web)
        source.date = PartialDate(date)
        let graph = Self.graph(of: [source])
        for reader in [LanguageTag.chinese, .english] {
            let csl = CSLJSON(language: reader).text(of: graph)
            let ris = RIS(language: reader).text(of: graph)
            let tex = ReferenceList(BibTeX(), languages: [reader]).text(of: graph)
            for result in [
                try Importer.cslJSON(Array(csl.utf8), file: "x.json"),
                try Importer.ris(Array(ris.utf8), file: "x.ris"),
                try Importer.bibTeX(Array(tex.utf8), file: "x.bib"),
            ] {
                #expect(result.sources.map(\.source.date) == [source.date])
                #expect(result.report.lost.isEmpty, "\(result.report.lines(in: .english))")
            }
        }
    }

    @Test(arguments: [BibTeX.Dialect.classic, .biblatex])
    func `the site of a page and its genre come back from BibTeX`(dialect: BibTeX.Dialect) throws {
        var source = Source(id: "src-x", title: Text(english: "x"), form: .web)
        (source.genre, source.outlet, source.url) = (Text("Tweet"), Text("Twitter"), "https://example.org")
        source.authors = [.init(family: "Roe", given: "Ann")]
        let text = ReferenceList(BibTeX(dialect), languages: [.english]).text(of: Self.graph(of: [source]))
        let read = try #require(Importer.bibTeX(Array(text.utf8), file: "x.bib").sources.first).source
        #expect(read.genre?.localized(in: .english) == "Tweet")
        #expect(CitedWork(read, for: .english).container == "Twitter")
        #expect(read.publisher == nil)
    }

    @Test(arguments: [BibTeX.Dialect.classic, .biblatex])
    func `a thesis or a document that says no more comes back without a genre`(dialect: BibTeX.Dialect) throws
    {
        for form in [Source.Form.thesis, .law, .report, .standard] {
            for issuer in [nil, Text(english: "Office")] {
                var source = Source(id: "src-x", title: Text(english: "x"), form: form)
                (source.issuer, source.documentNumber) = (issuer, form == .thesis ? nil : "No. 7")
                let text = ReferenceList(BibTeX(dialect), languages: [.english])
                    .text(of: Self.graph(of: [source]))
                let read = try #require(Importer.bibTeX(Array(text.utf8), file: "x.bib").sources.first).source
                #expect(read.form == form, "\(text)")
                #expect(read.genre == nil, "\(text)")
                #expect(read.issuer?.localized(in: .english) == issuer?.localized(in: .english), "\(text)")
                #expect(read.documentNumber == source.documentNumber, "\(text)")
            }
        }
    }

    @Test func `a note that looks like a variable is none, and comes back`() throws {
        var source = Source(id: "src-x", title: Text(english: "x"), form: .web)
        source.note = Text(english: "Number: 3")
        let text = CSLJSON(language: .english).text(of: Self.graph(of: [source]))
        #expect(text.contains("\"annote\": \"Number: 3\""))
        #expect(!text.contains("\"note\""))
        let read = try #require(Importer.cslJSON(Array(text.utf8), file: "x.json").sources.first).source
        #expect(read.note?.localized(in: .english) == "Number: 3")
    }

    @Test func `citation keys and short titles come back`() throws {
        var source = Source(id: "src-x", title: Text(chinese: "公共事物的治理", english: "Governing"), form: .book)
        source.language = .chinese
        source.citationKey = "ostrom:1990"
        source.short = Text(chinese: "治理")
        source.authors = [.init(family: "King", given: "Martin Luther Jr.")]
        let graph = Self.graph(of: [source])
        let files = [
            try Importer.cslJSON(Array(CSLJSON(language: .english).text(of: graph).utf8), file: "x.json"),
            try Importer.ris(Array(RIS(language: .english).text(of: graph).utf8), file: "x.ris"),
            try Importer.bibTeX(
                Array(ReferenceList(BibTeX(), languages: [.english]).text(of: graph).utf8), file: "x.bib"),
            try Importer.bibTeX(
                Array(ReferenceList(BibTeX(.biblatex), languages: [.english]).text(of: graph).utf8),
                file: "x.bib"),
        ]
        for result in files {
            #expect(result.sources.map(\.source.citationKey) == ["ostrom:1990"])
            #expect(result.sources.map(\.source.short) == [Text(chinese: "治理")])
            #expect(result.sources.map(\.source.authors) == [source.authors])
            #expect(result.report.lost.isEmpty)
        }
    }

    @Test(arguments: Language.allCases)
    func cslJSON(_ language: Language) throws {
        for graph in try cases {
            let text = CSLJSON(language: language.tag).text(of: graph)
            let result = try Importer.cslJSON(Array(text.utf8), file: "x.json")
            try check(result, language, of: graph.case.sources)
        }
    }

    @Test(arguments: Language.allCases)
    func ris(_ language: Language) throws {
        for graph in try cases {
            let text = RIS(language: language.tag).text(of: graph)
            let result = try Importer.ris(Array(text.utf8), file: "x.ris")
            try check(result, language, of: graph.case.sources)
        }
    }

    @Test(arguments: Language.allCases, [BibTeX.Dialect.classic, .biblatex])
    func bibTeX(_ language: Language, _ dialect: BibTeX.Dialect) throws {
        for graph in try cases {
            let text = ReferenceList(BibTeX(dialect), languages: [language.tag]).text(of: graph)
            let result = try Importer.bibTeX(Array(text.utf8), file: "x.bib")
            let lost: Set<String> = dialect == .classic ? ["translation:"] : []
            try check(result, language, of: graph.case.sources, isLost: lost)
        }
    }
}
