import CaseModel
import SeededRandom
import Testing

@testable import Exports

/// A notebook as text: what is written is read again, and anything else refused with a reason.
@Suite struct NotebookTextTests {
    static let notebook: Notebook = {
        var notebook = Notebook()
        let moments = ["2026-11-23T18:15:00+08:00", "2026-11-23T18:16:00+08:00"].compactMap { Timestamp($0) }
        notebook.apply(.mark(.item("prj-rail"), true), at: moments[0])
        notebook.apply(.mark(.place("plc-a"), true), at: moments[1])
        notebook.apply(.note(.item("prj-rail"), "两个口径 \"差\" \\ 多少？\n第二行 👩‍👩‍👧", replacing: nil), at: moments[0])
        notebook.apply(.note(.source("src-gone"), "=1+1 | a, b", replacing: nil), at: moments[1])
        notebook.apply(
            .bookmark(place: "view=map&focus=2", title: "地图：綦江", entity: .item("prj-rail")), at: moments[0])
        notebook.apply(.bookmark(place: "view=overview", title: "Overview", entity: nil), at: moments[1])
        notebook.apply(.lastPlace("view=browse&focus=1"), at: moments[1])
        notebook.apply(.queries(searches: ["重庆", "stgz"], filters: ["kind:project"]), at: moments[1])
        return notebook
    }()

    /// The same notebook with an entry for each kind of entity.
    static func notebook(of graph: CaseGraph) -> Notebook {
        var notebook = notebook
        guard let moment = Timestamp("2026-11-23T18:17:00+08:00"), let item = graph.case.items.last,
            let source = graph.case.sources.first, let actor = graph.case.actors.first
        else { return notebook }
        for entity: EntityRef in [.actor(actor.id), .source(source.id), .item(item.id)] {
            notebook.apply(.mark(entity, true), at: moment)
        }
        notebook.apply(.note(.item(item.id), "-x\n|y|", replacing: nil), at: moment)
        notebook.apply(
            .bookmark(place: "view=reader&at=\(item.id)", title: "=T", entity: .item(item.id)), at: moment)
        return notebook
    }

    private static let text = NotebookText.text(of: notebook, on: "small")

    private func read(_ text: String) throws(NotebookDefect) -> Notebook {
        try NotebookText.read(Array(text.utf8))
    }

    @Test func `what is written is read again`() throws {
        #expect(try read(Self.text) == Self.notebook)
        #expect(try read(NotebookText.text(of: Notebook(), on: "small")) == Notebook())
        #expect(NotebookText.text(of: try read(Self.text), on: "small") == Self.text)
    }

    @Test func `every entry has a line of its own`() {
        let lines = Self.text.split(separator: "\n")
        #expect(lines.contains("\"triptych-notebook\": 1,"))
        #expect(
            lines.contains(#"{"on": "item", "id": "prj-rail", "at": "2026-11-23T18:15:00+08:00"},"#))
        #expect(lines.count { $0.contains("prj-rail") } == 3)
    }

    @Test func `a file that is cut anywhere is damaged`() {
        let bytes = Array(Self.text.utf8)
        // Without its last newline the file is still complete.
        for length in 0..<bytes.count - 1 {
            #expect(throws: NotebookDefect.self, "cut at \(length)") {
                try NotebookText.read(Array(bytes[..<length]))
            }
        }
    }

    @Test(arguments: 0..<8) func `random bytes never trap`(seed: UInt64) {
        var random = Seeded(seed: seed)
        let bytes = Array(Self.text.utf8)
        for _ in 0..<500 {
            var harmed = bytes
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let place = Int.random(in: 0..<harmed.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: harmed[place] = UInt8.random(in: 0...255, using: &random)
                case 1: harmed.remove(at: place)
                case _:
                    harmed.insert(contentsOf: "\"[]{},:\\u\u{1B}e1-".utf8.shuffled(using: &random), at: place)
                }
            }
            // Some of them are still notebooks; these must survive writing and reading.
            guard let read = try? NotebookText.read(harmed) else { continue }
            let again = NotebookText.text(of: read, on: "small")
            #expect((try? NotebookText.read(Array(again.utf8))) == read)
        }
        for length in 0..<200 {
            let noise = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(throws: NotebookDefect.self) { try NotebookText.read(noise) }
        }
    }

    @Test(arguments: [
        (#"{}"#, "does not say"), (#"[]"#, "does not say"), (#"{"triptych-notebook": "1"}"#, "does not say"),
        (#"{"triptych-notebook": 0}"#, "does not say"), (#"{"triptych-notebook": 1.5}"#, "does not say"),
        (#"{"triptych-notebook": 1, "marks": {}}"#, "list is missing"),
        (#"{"triptych-notebook": 1, "marks": ["x"]}"#, "no object"),
        (
            #"{"triptych-notebook": 1, "marks": [{"on": "item", "id": 7, "at": "2026-11-23T18:15:00Z"}]}"#,
            "text"
        ),
        (
            #"{"triptych-notebook": 1, "marks": [{"on": "tour", "id": "a", "at": "2026-11-23T18:15:00Z"}]}"#,
            "hangs"
        ),
        (#"{"triptych-notebook": 1, "marks": [{"on": "item", "id": "a", "at": "yesterday"}]}"#, "moment"),
        (#"{"triptych-notebook": 1, "marks": [{"on": "item", "id": "a"}]}"#, "lacks 'at'"),
        (#"{"triptych-notebook": 1, "colour": "red"}"#, "'colour'"),
        (#"{"triptych-notebook": 1, "marks": [{"colour": "red"}]}"#, "'colour'"),
        (#"{"triptych-notebook": 1, "n\u007ftes\u202e": []}"#, #"'n\u007ftes\u202e' is not a key"#),
        (#"{"triptych-notebook": 1, "\u202e": 1, "\u202e": 2}"#, "stands here twice"),
        (#"{"triptych-notebook": 1, "searches": [1]}"#, "text is missing"),
        (#"{"triptych-notebook": 1, "last_place": "\u001b]52;c;AA\u0007"}"#, "control character"),
        (#"{"triptych-notebook": 1, "last_place": "\ud800"}"#, "no such escape"),
        (#"{"triptych-notebook": 1, "triptych-notebook": 1}"#, "twice"),
        (#"{"triptych-notebook": 1} {"#, "follows the end"),
        ("{\"triptych-notebook\": 1,\n\n\"searches\": [01]}", "line 3"),
    ])
    func `errors are explained`(text: String, reason: String) {
        #expect {
            try read(text)
        } throws: { error in
            guard case NotebookDefect.damaged(let told) = error else { return false }
            // Nothing of the file can drive the terminal that shows it.
            return told.contains(reason)
                && !told.unicodeScalars.contains { $0.properties.isBidiControl || $0.value == 0x7F }
        }
    }

    @Test func `the nesting of brackets is limited`() {
        for bracket in ["[", "{\"a\":"] {
            let deep = String(repeating: bracket, count: 100_000)
            #expect(throws: NotebookDefect.damaged("line 1: this is nested more than 64 deep; simplify it")) {
                try read(deep)
            }
        }
    }

    @Test func `a duplicate entry is damage, so that nothing is lost`() {
        let mark = #"{"on": "item", "id": "a", "at": "2026-11-23T18:15:00Z"}"#
        #expect(throws: NotebookDefect.damaged("'a' stands there twice")) {
            try read("{\"triptych-notebook\": 1, \"marks\": [\(mark), \(mark)]}")
        }
    }

    @Test func `a newer format differs from damage, whatever else is in it`() {
        #expect(throws: NotebookDefect.newer(2)) {
            try read(#"{"triptych-notebook": 2, "colours": {"red": [true, null, -1.5e3]}}"#)
        }
    }

    @Test func `escapes are read as JSON has them`() throws {
        let notebook = try read(#"{"triptych-notebook": 1, "searches": ["\u6e1d\/\ud83d\ude00\n\"\\"]}"#)
        #expect(notebook.searches == ["渝/😀\n\"\\"])
    }
}
