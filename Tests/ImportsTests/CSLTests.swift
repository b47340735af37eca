import CaseFiles
import CaseModel
import Testing

@testable import Imports

struct CSLTests {
    private func result(_ text: String) throws -> ImportResult {
        try Importer.cslJSON(Array(text.utf8), file: "x.json")
    }

    private func source(_ members: String) throws -> Source {
        try #require(try result("[{\"id\": \"k\", \"title\": \"T\", \(members)}]").sources.first).source
    }

    @Test(
        "dates in parts, as text, with seasons and as spans",
        arguments: [
            (#"{"date-parts": [[2020, 5, 17]]}"#, "2020-05-17", ImportedField.Outcome.carried),
            (#"{"date-parts": [["2020", "05"]]}"#, "2020-05", .carried),
            (#"{"date-parts": [[2020, 0, 0]]}"#, "2020", .carried),
            (#"{"raw": "2020-05-17"}"#, "2020-05-17", .carried),
            (#"{"literal": "May 2020"}"#, "2020-05", .carried),
            (#"{"literal": "summer 2025"}"#, "2025-22", .carried),
            (#"{"date-parts": [[2020]], "season": 2}"#, "2020-22", .carried),
            (#"{"date-parts": [[2020]], "season": "late"}"#, "2020", .inPart("2020")),
            (#"{"date-parts": [[2019, 11], [2020, 2]]}"#, "2019-11", .inPart("2019-11")),
        ])
    func dates(_ json: String, _ date: String, _ outcome: ImportedField.Outcome) throws {
        let result = try result("[{\"type\": \"book\", \"title\": \"T\", \"issued\": \(json)}]")
        #expect(result.sources[0].source.date == PartialDate(date))
        #expect(result.report.fields.last?.outcome == outcome)
    }

    @Test("a key is kept, and one that cannot be is named")
    func keys() throws {
        func imported(_ members: String, besides existing: Set<String> = []) throws -> (String?, [String]) {
            let text = "[{\"title\": \"T\", \(members)}]"
            let result = try Importer.cslJSON(Array(text.utf8), file: "x.json", existing: existing)
            let lost = result.report.lost.map { "\($0.name): \($0.outcome.reason.localized(in: .english))" }
            return (result.sources[0].source.citationKey, lost)
        }
        #expect(try imported(#""id": "ostrom1990""#) == ("ostrom1990", []))
        #expect(try imported(#""id": 17"#) == ("17", []))
        // An id of a case is none besides.
        #expect(try imported(#""id": "src-ostrom-1990""#) == (nil, []))
        let placeless = ["id: the case format has no place for it"]
        #expect(
            try imported(#""id": "http://zotero.org/users/1/items/A", "citation-key": "a1""#) == (
                "a1", placeless
            ))
        #expect(try imported(#""id": "two words""#) == (nil, placeless))
        #expect(
            try imported(#""id": "a1""#, besides: ["a1"]) == (
                nil, ["id: another source of the case has this key"]
            ))
    }

    @Test("a work before our era has the year of historians in its id")
    func beforeOurEra() throws {
        let text = #"[{"id": "a", "title": "Weir", "issued": {"date-parts": [[-255]]}}]"#
        let source = try #require(try result(text).sources.first).source
        #expect(source.id == "src-weir-bce-255" && source.date == PartialDate("-0254"))
    }

    @Test("names with particles and suffixes, undivided, and of bodies")
    func names() throws {
        let source = try source(
            """
            "author": [{"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"},
              {"family": "King", "given": "Martin Luther", "suffix": "Jr."}, {"literal": "World Bank"},
              {"literal": "王建国"}, {"given": "Madonna"}], "editor": [{"family": "Rai", "given": "A."}]
            """)
        #expect(
            source.authors.map(\.inverted) == [
                "van Gogh, Vincent", "King, Martin Luther Jr.", "World Bank", "王建国", "Madonna",
            ])
        #expect(source.authors[3] == Source.Author(family: "王建国", given: ""))
        #expect(source.editors.map(\.inverted) == ["Rai, A."])
    }

    @Test("numbers are texts, tags of rich text are taken away, nothing else is")
    func values() throws {
        let source = try source(
            #""type": "article-journal", "container-title": "J", "volume": 12, "issue": "<i>3</i> a < b""#)
        #expect(source.container?.volume == "12")
        #expect(source.container?.issue == "3 a < b")
    }

    @Test("the place of an event is that of the publication where Zotero repeats it")
    func eventPlace() throws {
        let repeated = try source(#""publisher-place": "Bern", "event-place": "Bern""#)
        #expect(repeated.publicationPlace == Text("Bern"))
        #expect(repeated.note == nil)
        #expect(try source(#""event-place": "Bern""#).note == Text("Place of the event: Bern"))
    }

    @Test("a film is its director's, a translator is kept, a structure is told")
    func roles() throws {
        let film = try source(
            #""type": "motion_picture", "director": [{"family": "Ray", "given": "Satyajit"}]"#)
        #expect(film.authors.map(\.family) == ["Ray"])
        let book = try source(
            #""type": "book", "translator": [{"family": "Rai", "given": "A."}], "language": "zh-CN""#)
        #expect(book.translators.map(\.family) == ["Rai"] && book.note == nil)
        let inSeries = try source(
            #""type": "book", "collection-title": "Series", "collection-number": "7", "volume": "2""#)
        #expect(inSeries.container?.title == Text("Series") && inSeries.container?.volume == "7")
        #expect(inSeries.note == Text("Volume: 2"))
        let report = try result(#"[{"type": "book", "title": {"a": [1, null]}, "custom": {"b": true}}]"#)
            .report
        #expect(report.lost.map(\.value) == ["a: 1, null", "b: true"])
        #expect(report.lost.map(\.outcome) == [.unknown, .noPlace])
    }

    @Test("one item alone and an object of items are read as well")
    func shapes() throws {
        #expect(try result(#"{"type": "book", "title": "A"}"#).sources.count == 1)
        #expect(try result(#"{"items": [{"type": "book"}, {"type": "map"}]}"#).sources.count == 2)
        #expect(try result("[]").sources.isEmpty)
    }

    @Test(
        "escapes are characters, pairs of them one",
        arguments: [
            (#""a\"b\\c\/d\n\u00e9""#, "a\"b\\c/d\né"), (#""\ud83c\udfd4""#, "🏔"), (#""\u6c34""#, "水"),
        ])
    func escapes(_ json: String, _ text: String) throws {
        #expect(try JSONNode.read(Array(json.utf8)).word == text)
    }

    @Test(
        "what is no JSON is told at its place",
        arguments: [
            ("", "1:1: this is no JSON value; check the commas and quotes before it"),
            (
                "[{\"id\": \"a\",\n \"title\": }]",
                "2:11: this is no JSON value; check the commas and quotes before it"
            ),
            ("[{\"id\" \"a\"}]", "1:8: ':' should stand here; add it"),
            ("[{\"id\": \"a\"]", "1:12: '}' should stand here; add it"),
            ("[1", "1:3: ']' should stand here; add it"),
            ("[\"水\", \"a", "1:7: the string opened here is not closed; close it"),
            ("[\"\\x\"]", "1:3: JSON has no such escape; mend it"),
            ("[\"\\ud800\"]", "1:3: JSON has no such escape; mend it"),
            ("[{\"a\": 1, \"a\": 2}]", "1:11: 'a' stands here twice; take one out"),
            ("[] []", "1:4: something follows the end of the value; take it out"),
            ("\"a\"", "1:1: an array of CSL-JSON items should stand here"),
            ("[3]", "1:2: an array of CSL-JSON items should stand here"),
            ("[01]", "1:2: this is no JSON value; check the commas and quotes before it"),
            (String(repeating: "[", count: 5000), "1:66: this is nested more than 64 deep; simplify it"),
        ])
    func errors(_ text: String, _ message: String) throws {
        let error = #expect(throws: ImportError.self) { try result(text) }
        #expect(error?.description == "x.json:" + message)
    }
}
