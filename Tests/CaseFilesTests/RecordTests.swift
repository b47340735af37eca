import Foundation
import SeededRandom
import Testing

@testable import CaseFiles
@testable import CaseModel

/// What follows from the declarations of the records: examples that load, and one case in every form.
@Suite struct RecordTests {
    /// A record's example with all that it refers to.
    struct Example: CustomTestStringConvertible {
        let record: String
        let yaml: String
        var testDescription: String { record }

        static let all: [Example] = ([Case.self] + RecordOutline.nested(in: Case.self)).map {
            Example(record: $0.recordDescription.name, yaml: $0.recordDescription.example)
        }

        /// The example as a file: a record within another stands in one.
        var file: String {
            let key = String(yaml.prefix { $0 != ":" })
            let host: String? =
                switch key {
                case "period", "status", "metrics", "evidence", "links":
                    "items:\n  - id: host\n    kind: practice\n    title: host"
                case "locator":
                    "items:\n  - id: host\n    kind: practice\n    title: host\n    evidence:\n"
                        + "     -\n      claim: c\n      source: src-survey\n      strength: primary"
                case _ where isOfManifest: "format: 1\ncase:\n    id: trial\n    title: Trial"
                case "authors", "container": "sources:\n  - id: host\n    type: chapter\n    title: host"
                case "borders", "coordinates_source", "outline": "places:\n  - id: host\n    title: host"
                case "steps": "tours:\n  - id: host\n    title: host"
                case _: nil
                }
            guard let host else { return yaml }
            let indent = key == "locator" ? "      " : "    "
            return host + "\n" + yaml.split(separator: "\n").map { indent + $0 }.joined(separator: "\n")
        }

        /// True for a record that stands in the manifest.
        private var isOfManifest: Bool {
            ["levels", "sides", "strengths"].contains { yaml.hasPrefix($0 + ":") }
        }

        /// What the example refers to and does not define itself.
        var frame: String {
            let parts = [
                ("panes", "resource", "title: Resource"), ("panes", "rules", "title: Rules"),
                ("panes", "action", "title: Action"),
                ("kinds", "practice", "pane: action, title: p, plural: p, role: project"),
                ("kinds", "field", "pane: action, title: f, plural: f, role: field"),
                ("kinds", "mode", "pane: action, title: m, plural: m, role: mode"),
                ("kinds", "project", "pane: action, title: p, plural: p, role: project"),
                ("relations", "implements", "title: r, inverse: r, flow: backward"),
                ("statuses", "operating", "title: s, stage: in-force"),
                ("sources", "src-survey", "title: s, type: report"),
                ("sources", "src-plan", "title: s, type: plan"),
                ("items", "weir", "kind: practice, title: w"), ("items", "plan", "kind: practice, title: p"),
                ("places", "plc-valley", "title: p"), ("places", "plc-plain", "title: p"),
                ("places", "plc-hills", "title: p"),
                (
                    "actors", "act-council",
                    yaml.hasPrefix("levels") ? "title: a, level: council" : "title: a, level: county"
                ),
            ]
            var sections: [(key: String, entries: [String])] = []
            for (section, id, rest) in parts {
                guard !yaml.contains("id: \(id),"), !yaml.contains("id: \(id)}"),
                    !yaml.contains("id: \(id)\n")
                else { continue }
                if sections.last?.key != section { sections.append((section, [])) }
                sections[sections.count - 1].entries.append("  - {id: \(id), \(rest)}")
            }
            let manifest =
                yaml.hasPrefix("format") || isOfManifest ? "" : "format: 1\ncase: {id: trial, title: Trial}\n"
            return manifest
                + sections.map { "\($0.key):\n" + $0.entries.joined(separator: "\n") + "\n" }.joined()
        }
    }

    @Test(arguments: Example.all) func `the example of a record loads`(example: Example) throws {
        let outcome = try Marked(["a.yaml": example.frame, "b.yaml": example.file]).load()
        let mistakes = outcome.diagnostics.filter { $0.severity == .error }
        #expect(mistakes.isEmpty, "\(mistakes.map { $0.rendered(in: .english) }.joined(separator: "\n"))")
    }

    @Test(arguments: 0..<60) func `any case survives YAML, JSON and a pack`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let made = WovenCase.make(&random)
        try expectSurvival(of: made)
    }

    @Test func `the small case survives YAML, JSON and a pack`() throws {
        try expectSurvival(of: #require(try CaseReader.read(path: SmallCaseTests.folder).caseFile))
    }

    private func expectSurvival(of made: Case) throws {
        #expect(try Pack.open(Pack.bytes(of: made)) == made)
        for text in [YAMLWriter.document(made.document), made.jsonFile] {
            let outcome = try Marked(["case.yaml": text]).load()
            let mistakes = outcome.diagnostics.filter { $0.severity == .error }
            try #require(
                mistakes.isEmpty, "\(mistakes.map { $0.rendered(in: .english) }.joined(separator: "\n"))")
            #expect(outcome.caseFile == made, "\(text)")
        }
    }
}
