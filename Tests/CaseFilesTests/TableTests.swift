import Exports
import Imports
import SeededRandom
import Testing

@testable import CaseFiles
@testable import CaseModel

/// Records in tables: the columns follow from the declarations, and a case survives them.
@Suite struct TableTests {
    @Test(arguments: 0..<60) func `any case survives the tables of its records`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        try expectSurvival(of: WovenCase.make(&random))
    }

    @Test func `the small case survives the tables of its records`() throws {
        try expectSurvival(of: #require(try CaseReader.read(path: SmallCaseTests.folder).caseFile))
    }

    /// Writes the records of a case as tables and puts the case together again from its frame and the tables.
    private func expectSurvival(of made: Case) throws {
        let graph = CaseGraph(made)
        var frame = made
        (frame.items, frame.sources, frame.places, frame.actors) = ([], [], [], [])
        var gathered = GatheredRecords()
        let order = RecordTable.allCases.filter { !RecordTable.nested.contains($0) } + RecordTable.nested
        for table in order {
            let text = DelimitedText(.records(table), delimiter: .comma).text(of: graph)
            let rows = try TableMapping(table).rows(
                of: DelimitedTable.read(Array(text.utf8), file: "\(table.rawValue).csv"))
            let report = gathered.add(rows, as: table)
            #expect(report.lost.isEmpty, "\(report.lines(in: .english))")
        }
        var files = ["case.yaml": YAMLWriter.document(frame.document)]
        files["tables.yaml"] = gathered.document.map(YAMLWriter.document)
        let outcome = try Marked(files).load()
        let mistakes = outcome.diagnostics.filter { $0.severity == .error }
        try #require(
            mistakes.isEmpty, "\(mistakes.map { $0.rendered(in: .english) }.joined(separator: "\n"))")
        #expect(outcome.caseFile == made, "\(files["tables.yaml"] ?? "")")
    }

    @Test func `the columns of a record are its fields`() {
        func names(_ table: RecordTable) -> [String] { table.columns.columns.map(\.name) }
        #expect(
            names(.items) == [
                "id", "kind", "parent", "title", "short", "aka", "summary", "period_start", "period_end",
                "status",
                "status_as_of", "status_source", "places", "actors", "note",
            ])
        let sources = names(.sources)
        for name in [
            "authors", "authors_zh", "editors", "container", "container_volume", "publication_place",
        ] {
            #expect(sources.contains(name), "\(name)")
        }
        #expect(!sources.contains("authors_given"), "a name has one cell")
        #expect(names(.places).contains("borders") && names(.places).contains("borders_source"))
        // Every field has a column of its own, except for the lists that have a table.
        for table in RecordTable.allCases {
            let nested = Set(RecordTable.nested.map(\.rawValue))
            let keys = RecordOutline(of: table.record).fields.map(\.key).filter { !nested.contains($0) }
            for key in keys {
                #expect(names(table).contains { $0 == key || $0.hasPrefix(key + "_") }, "\(table) \(key)")
            }
        }
    }

    @Test func `a name with a comma and names without a part come back`() throws {
        let columns = RecordTable.sources.columns
        let authors: JSONValue = .array([
            .object([("family", .string("Bond, Jr.")), ("given", .string("J, R"))]),
            .object([("family", .string("a\\b")), ("zh", .string("甲; 乙"))]),
            .object([("family", .string("Rao"))]),
        ])
        let record = JSONValue.object([("id", .string("src-x")), ("authors", authors)])
        let cells = Dictionary(
            uniqueKeysWithValues: zip(columns.columns.map(\.name), columns.cells(of: record)))
        let words = cells["authors"].flatMap { $0 }
        #expect(words == .strings(["Bond\\, Jr., J, R", "a\\\\b", "Rao"]))
        let again = columns.members { cells[$0.name].flatMap { $0 } }
        #expect(JSONValue.object(again) == record)
    }
}
