import CaseModel
import Testing

@testable import Imports

/// Libraries that are imported into a case once more.
struct KnownRecordsTests {
    private static let library = """
        @book{ostrom1990, title = {Governing}, author = {Ostrom, Elinor}, year = 1990}
        @misc{diary, title = {Diary}, year = 1992}
        """

    private static func valley(_ languages: [String], _ sources: [Source] = []) -> Case {
        var manifest = Manifest(id: "valley", title: Text("Valley"))
        manifest.languages = languages.compactMap { LanguageTag($0) }
        var content = Case(manifest: manifest)
        content.sources = Records(sources)
        return content
    }

    private func result(_ text: String, into content: Case) throws -> ImportResult {
        let names = content.sources.flatMap { [$0.id.text, $0.citationKey].compactMap { $0 } }
        return try Importer.bibTeX(
            Array(text.utf8), file: "x.bib", existing: Set(names), known: KnownRecords(of: content))
    }

    private func grown() throws -> Case {
        let first = try result(Self.library, into: Self.valley(["en"])).sources.map(\.source)
        return Self.valley(["en"], first)
    }

    @Test("a library that has grown adds its new works alone")
    func grownLibrary() throws {
        let content = try grown()
        #expect(content.sources.count == 2)
        let same = try result(Self.library, into: content)
        #expect(same.sources.isEmpty && same.report.lost.isEmpty && same.report.leftOut.isEmpty)
        #expect(same.report.fields.allSatisfy { $0.outcome == .known })
        let more = try result(Self.library + "@book{new2020, title = {New}, year = 2020}", into: content)
        #expect(more.sources.map(\.source.citationKey) == ["new2020"])
    }

    @Test("a work that the case tells otherwise is named, and one that only shares its key is another")
    func otherWords() throws {
        let content = try grown()
        let changed = try result("@book{ostrom1990, title = {Governing}, year = 1991}", into: content)
        #expect(changed.sources.isEmpty)
        #expect(
            changed.report.lines(in: .english).contains(
                "x.bib:1:1: ostrom1990 is not imported: 'src-ostrom-1990-governing' stands in the case and says something else; change it there if this is right"
            ), "\(changed.report.lines(in: .english))")
        let other = try result("@book{ostrom1990, title = {Understanding}, year = 2005}", into: content)
        #expect(other.sources.map(\.source.citationKey) == [nil])
        #expect(other.report.lost.map(\.outcome) == [.keyTaken])
        // The next time it is known as well.
        let both = Self.valley(["en"], Array(content.sources) + other.sources.map(\.source))
        let again = try result("@book{ostrom1990, title = {Understanding}, year = 2005}", into: both)
        #expect(again.sources.isEmpty && again.report.leftOut.isEmpty)
    }

    @Test("what the case says in more languages, or names in more ways, is no difference")
    func fewerLanguages() throws {
        var book = Source(
            id: "s", title: Text([(LanguageTag("de")!, "Titel"), (.english, "Title")]), form: .book)
        book.language = LanguageTag("de")
        book.authors = [.init(family: "Radkau", given: "J")]
        (book.publisher, book.edition, book.date) = (Text("oekom"), Text("2nd ed."), PartialDate("2007"))
        book.note = Text([(LanguageTag("de")!, "Eine\nNotiz"), (.english, "A note")])
        let content = Self.valley(["de", "en"], [book])
        let record = """
            @book{s, author = {Radkau, J}, title = {Titel}, publisher = {oekom}, edition = {Second},
              year = 2007, langid = {german}, annotation = {Eine Notiz}}
            """
        let same = try result(record, into: content)
        #expect(same.sources.isEmpty && same.report.leftOut.isEmpty)
        #expect(same.report.fields.allSatisfy { $0.outcome == .known })
        // What the case does not say is a difference.
        for (word, other) in [
            ("oekom", "Beck"), ("Second", "Third"), ("Radkau, J", "Radkau, J and Roe, A"),
            ("german", "french"),
            ("year = 2007", "year = 2007, doi = {10.1000/1}"),
        ] {
            let changed = try result(record.replacing(word, with: other), into: content)
            #expect(changed.sources.isEmpty && changed.report.leftOut.count == 1, "\(other)")
        }
    }

    @Test(
        "a translated title is in the language that its script and the case's languages tell",
        arguments: [
            (["ja", "de"], "english", "日本の入会地の管理", "ja"), (["ja", "de"], "english", "入会地管理", "ja"),
            (["zh", "ja"], "english", "公共池塘", "zh"), (["ja", "de"], "english", "Verwaltung", "de"),
            (["zh", "en"], "chinese", "Management", "en"), ([], "german", "Management", "en"),
            (["fr", "en", "de"], "french", "Management", "en"),
        ])
    func translatedTitles(_ languages: [String], _ work: String, _ translation: String, _ tag: String) throws
    {
        let record = "@book{k, title = {Own}, titleaddon = {[\(translation)]}, langid = {\(work)}}"
        let result = try result(record, into: Self.valley(languages))
        let source = try #require(result.sources.first?.source)
        let own = try #require(source.language)
        let language = try #require(LanguageTag(tag))
        #expect(source.title == Text([(own, "Own"), (language, translation)]))
        #expect(result.report.guesses.isEmpty == (work != "french"))
    }

    @Test(
        "a translated title of which nothing tells the language stands in the note, not in the place of the title"
    )
    func translationsWithoutLanguage() throws {
        let record = "@book{k, title = {Own}, titleaddon = {[Eigen]}, langid = {english}}"
        let result = try result(record, into: Self.valley(["en", "fr", "de"]))
        #expect(result.sources.map(\.source.title) == [Text(english: "Own")])
        #expect(result.sources.map(\.source.note) == [Text(english: "Translated title: Eigen")])
        #expect(result.report.inNotes.map(\.name) == ["titleaddon"])
    }

    @Test(
        "words of this program are in the languages of the case alone",
        arguments: [
            (["zh", "en"], Text(chinese: "手稿", english: "manuscript")),
            (["en", "fr"], Text(english: "manuscript")), (["fr"], Text("manuscript")),
        ])
    func languages(_ languages: [String], _ genre: Text) {
        let words = Text(chinese: "手稿", english: "manuscript")
        #expect(words.within(languages.compactMap { LanguageTag($0) }) == genre)
        #expect(words.within(nil) == words)
    }

    @Test("a genre that a type implies is in the languages of the case")
    func impliedGenre() throws {
        let letter = Array(#"[{"id": "q", "type": "personal_communication", "title": "T"}]"#.utf8)
        func genre(_ languages: String...) throws -> Text? {
            try Importer.cslJSON(letter, file: "x.json", known: KnownRecords(of: Self.valley(languages)))
                .sources[0].source.genre
        }
        #expect(try genre("fr") == Text("letter"))
        #expect(try genre("zh") == Text(chinese: "书信"))
    }
}
