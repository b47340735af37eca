import BundledCase
import CaseFiles
import CaseModel
import Exports
import Foundation
import Testing

/// An independent validator of JSON Schema takes the schema, finds the cases sound and finds mistakes.
@Suite struct SchemaTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// What the validator says of files under a schema.
    private func judge(_ files: [URL], _ language: Language) throws -> (status: Int32, told: String) {
        try inFolder { folder in
            let schema = folder.appending(path: "schema.json")
            try Data(CaseSchema.text(in: language).utf8).write(to: schema)
            return try ReaderTests.run("schema.py", [schema.path] + files.map(\.path))
        }
    }

    private func inFolder<Result>(_ work: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try work(folder)
    }

    @Test(arguments: Language.allCases, ["Resources/cases/yuqian", "Tests/Fixtures/cases/small"])
    func `every file of a sound case is accepted`(language: Language, path: String) throws {
        let folder = Self.root.appending(path: path)
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        let files = names.filter { $0.hasSuffix("yaml") || $0.hasSuffix("yml") }.map {
            folder.appending(path: $0)
        }
        #expect(files.count > 2)
        let verdict = try judge(files, language)
        #expect(verdict.status == 0, "\(verdict.told)")
    }

    @Test(arguments: [ExportFormat.json, .yaml])
    func `a whole case as it is exported is accepted`(format: ExportFormat) throws {
        for whole in [try BundledCase.open(), TroubleCase.whole, FormatTests.valley.case] {
            try inFolder { folder in
                let file = folder.appending(path: "case.yaml")
                let writer = try #require(format.writer(of: .case, options: ExportOptions()))
                try Data(writer.text(of: CaseGraph(whole)).utf8).write(to: file)
                let verdict = try judge([file], .english)
                #expect(verdict.status == 0, "\(whole.manifest.id): \(verdict.told)")
            }
        }
    }

    @Test(arguments: [
        ("sumary: It is wet.", "items/0: Additional properties are not allowed ('sumary'"),
        ("places: plc-valley", "items/0/places: 'plc-valley' is not valid"),
        ("period: {start: soon}", "items/0/period/start: 'soon' does not match"),
        (
            "evidence: [{claim: It is wet., source: src-a}]",
            "items/0/evidence/0: 'strength' is a required property"
        ),
        (
            "evidence: [{claim: It is wet., source: src-a, strength: primary, supports: maybe}]",
            "items/0/evidence/0/supports: 'maybe' is not"
        ),
        ("parent: Not an id", "items/0/parent: 'Not an id' does not match"),
    ])
    func `a mistake is refused where it stands`(mistake: String, told: String) throws {
        try inFolder { folder in
            let file = folder.appending(path: "items.yaml")
            let sound = "items:\n  - id: itm-a\n    kind: plan\n    title: A plan\n"
            try Data(sound.utf8).write(to: file)
            #expect(try judge([file], .english).status == 0)
            try Data((sound + "    \(mistake)\n").utf8).write(to: file)
            let verdict = try judge([file], .english)
            #expect(verdict.status == 1)
            #expect(verdict.told.hasPrefix(told), "\(verdict.told)")
        }
    }
}
