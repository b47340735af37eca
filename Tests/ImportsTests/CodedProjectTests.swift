import CaseModel
import Testing

@testable import Imports

struct CodedProjectTests {
    private func result(_ name: String, existing: Set<String> = []) throws -> CodingResult {
        var choices = CodingChoices(kind: "theme")
        choices.kinds = ["信任": "attitude"]
        return try Importer.refiQDA(
            try Fixture.bytes(name), file: name, choices, existing: existing,
            spelling: { ["信": "xin", "任": "ren"][$0] })
    }

    @Test(
        "codes become items under each other, of the kinds that were chosen",
        arguments: ["interviews.qde", "interviews.qdpx"])
    func codes(_ name: String) throws {
        let items = try result(name).items
        #expect(
            items.map(\.id.text) == [
                "theme-rules", "theme-drawing-lots", "theme-shared-work", "attitude-xinren",
            ])
        #expect(items.map(\.parent?.text) == [nil, "theme-rules", "theme-rules", nil])
        #expect(items.map(\.kind.text) == ["theme", "theme", "theme", "attitude"])
        #expect(items[1].title == Text("Drawing lots"))
        #expect(items[1].summary == Text("Turns by lot, <not> by price."))
        #expect(items[2].note == Text("Nine days in every account."))
        #expect(items[3].title == Text(chinese: "信任"))
    }

    @Test("segments become claims with locator and quote", arguments: ["interviews.qde", "interviews.qdpx"])
    func segments(_ name: String) throws {
        let result = try result(name)
        let lots = result.items[1].evidence
        #expect(lots.map(\.source.text) == ["src-interview-with", "src-statute-channel"])
        #expect(lots[0].claim == Text("We draw lots before Lhosar 🏔."))
        #expect(lots[0].quote == "We draw lots before Lhosar 🏔.")
        #expect(lots[0].locator?.words == Text(chinese: "第50–78字符", english: "characters 50–78"))
        #expect(lots[1].claim == Text("Article 4 forbids the sale of turns."))
        #expect(lots[1].locator == Locator(page: "3"))
        #expect(lots[1].quote == nil)
        let work = result.items[2].evidence
        #expect(work[0].claim == Text("Labour is owed by the house, not by the person."))
        #expect(work[0].quote == "every house sent one person for nine days")
        #expect(work[1].claim == Text("refrain"))
        #expect(work[1].locator?.words == Text("00:01:01–00:01:15"))
        // One passage with two codes is a claim of both.
        #expect(
            result.items[3].evidence.map(\.claim.english) == [
                "We draw lots before Lhosar 🏔.", "I do not trust the book.",
            ])
    }

    @Test("documents become sources, with their memos", arguments: ["interviews.qde", "interviews.qdpx"])
    func sources(_ name: String) throws {
        let sources = try result(name, existing: ["src-interview-with"]).sources.map(\.source)
        #expect(
            sources.map(\.id.text) == [
                "src-interview-with-2", "src-interview-with-3", "src-statute-channel", "src-song-sluice",
            ])
        #expect(sources[0].note == Text("Recorded at the sluice.\nSpeaks for the upper houses."))
        #expect(sources[3].genre == Text(chinese: "录音", english: "audio recording"))
        #expect(sources.allSatisfy { $0.form == .interview && $0.titleIsDescriptive })
    }

    private static func project(_ selections: String) -> String {
        "<Project><CodeBook><Codes><Code guid='c' name='Rules'/></Codes></CodeBook><Sources>"
            + "<TextSource guid='s' name='Talk'><PlainTextContent>We draw lots.</PlainTextContent>\(selections)"
            + "</TextSource></Sources></Project>"
    }

    private static func selection(_ number: Int, _ start: Int, _ end: Int) -> String {
        "<PlainTextSelection guid='p\(number)' startPosition='\(start)' endPosition='\(end)'>"
            + "<Coding guid='k\(number)'><CodeRef targetGUID='c'/></Coding></PlainTextSelection>"
    }

    private func result(of text: String, in content: Case? = nil) throws -> CodingResult {
        try Importer.refiQDA(
            Array(text.utf8), file: "x.qde", CodingChoices(kind: "theme"),
            existing: Set((content?.items.map(\.id.text) ?? []) + (content?.sources.map(\.id.text) ?? [])),
            known: content.map { KnownRecords(of: $0) })
    }

    @Test("a segment beyond its text is named, and its claim has no place")
    func beyondText() throws {
        let result = try result(of: Self.project(Self.selection(1, 3, 9999) + Self.selection(2, 0, 2)))
        #expect(result.items[0].evidence.map(\.locator?.words?.english) == [nil, "characters 1–2"])
        let lost = try #require(result.report.lost.first { $0.name == "position" })
        #expect(lost.value == "characters 4–9999")
        #expect(lost.outcome.reason.english?.hasPrefix("the text has 13 characters") == true)
    }

    @Test("a text that the project does not hold is named with what is lost by it")
    func lackingText() throws {
        let project = Self.project(Self.selection(1, 3, 7))
            .replacing("<PlainTextContent>We draw lots.</PlainTextContent>", with: "")
            .replacing("guid='s'", with: "guid='s' plainTextPath='internal://talk.txt'")
        let result = try result(of: project)
        #expect(result.items[0].evidence.map(\.quote) == [nil])
        let lost = try #require(result.report.lost.first { $0.name == "plainTextPath" })
        #expect(
            lost.outcome.reason.english
                == "the project lacks the file talk.txt, so that its segments have no quote; export it with its sources as .qdpx"
        )
    }

    @Test("a project that has grown adds its new claims alone, to the items of the case")
    func grownProject() throws {
        var manifest = Manifest(id: "valley", title: Text("Valley"))
        manifest.languages = [LanguageTag("fr")].compactMap { $0 }
        var content = Case(manifest: manifest)
        let first = try result(of: Self.project(Self.selection(1, 0, 2)), in: content)
        content.items = Records(first.items)
        content.sources = Records(first.sources.map(\.source))
        let same = try result(of: Self.project(Self.selection(1, 0, 2)), in: content)
        #expect(same.items.isEmpty && same.sources.isEmpty && same.additions.isEmpty && same.report.hasKnown)
        let more = try result(
            of: Self.project(Self.selection(1, 0, 2) + Self.selection(2, 3, 7)), in: content)
        #expect(more.items.isEmpty && more.sources.isEmpty)
        #expect(more.additions.map(\.id) == ["theme-rules"])
        #expect(more.additions.first?.records.map { $0["quote"]?.word } == ["draw"])
        // A case in French has the words of this program without a language.
        #expect(more.additions.first?.records.first?["locator"] == .string("characters 4–7"))
    }

    @Test("what the case has no place for is named")
    func report() throws {
        let lost = try result("interviews.qde").report.lost
        let named = lost.map {
            "\($0.record.localized(in: .english))/\($0.name)/\($0.outcome == .noPlace ? $0.value : "—")"
        }
        for expected in [
            "code Rules/color/#cc0000", "source Interview with Tenzin/VariableValue/61",
            "segment of Interview with Tenzin/creatingUser/A. Coder",
            "segment of Interview with Maya/CodeRef/—",
            "source Statute of the channel/path/internal://statute.pdf",
            "project Water turns/Note/Compare with the lower valley.",
            "project Water turns/Variable/Age", "project Water turns/Case/Upper village",
            "project Water turns/Set/Chapter 2",
        ] {
            #expect(named.contains(expected), "\(expected) is not named")
        }
        let dangling = try #require(lost.first { $0.outcome == .dangling })
        #expect(dangling.address.description.hasPrefix("interviews.qde:30:"))
    }

    @Test(
        "what is no project is told at its place",
        arguments: [
            ("<Thing/>", "1:1: the root element is <Thing>; a REFI-QDA project has <Project> or <CodeBook>"),
            (
                "<Project>\n<CodeBook><Codes><Code guid='a'/></Codes></CodeBook></Project>",
                "2:18: <Code> has no attribute 'name'; export the project again"
            ),
            (
                "<Project><Sources><TextSource guid='a'><PlainTextSelection guid='b' startPosition='-1' endPosition='3'/></TextSource></Sources></Project>",
                "1:40: <PlainTextSelection> has no attribute 'startPosition'; export the project again"
            ),
        ])
    func errors(_ text: String, _ message: String) throws {
        let error = #expect(throws: ImportError.self) {
            try Importer.refiQDA(Array(text.utf8), file: "x.qde", CodingChoices(kind: "theme"))
        }
        #expect(error?.description == "x.qde:" + message)
    }

    @Test("a code book alone is read as well")
    func codeBook() throws {
        let text =
            "<CodeBook xmlns='urn:QDA-XML:codebook:1.0'><Codes><Code guid='{A}' name='Trust' isCodable='true'/></Codes></CodeBook>"
        let result = try Importer.refiQDA(Array(text.utf8), file: "x.qdc", CodingChoices(kind: "theme"))
        #expect(result.items.map(\.id.text) == ["theme-trust"])
    }
}
