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
