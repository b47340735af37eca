import CaseFiles
import CaseModel
import Foundation
import Testing

/// A case whose YAML has a `«` at each place that an expected diagnostic must point at.
struct Marked {
    /// The place of a mark.
    struct Place: Equatable, CustomStringConvertible {
        var file: String
        var line: Int
        var column: Int
        var description: String { "\(file):\(line):\(column)" }
    }

    /// The files without the marks.
    var files: [String: String] = [:]
    /// The places of the marks, in reading order.
    var places: [Place] = []

    /// Removes the marks from the files.
    init(_ files: [String: String]) {
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            let clean = text.filter { $0 != "«" }
            self.files[name] = clean
            for (row, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                var column = 1
                for character in line {
                    if character == "«" {
                        places.append(Place(file: "case/\(name)", line: row + 1, column: column))
                    } else {
                        column += 1
                    }
                }
            }
        }
    }

    /// One file beside a sound framework.
    init(_ text: String) {
        self.init(["base.yaml": Self.base, "marked.yaml": text])
    }

    /// Loads the files from a folder that diagnostics call `case`.
    func load() throws -> LoadOutcome {
        try Self.inFolder { folder in
            for (name, text) in files {
                let file = folder.appending(path: name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            }
            return try CaseReader.read(path: folder.path(), calledBy: "case")
        }
    }

    /// Runs a function with a temporary folder named `case`.
    static func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let unique = FileManager.default.temporaryDirectory.appending(path: "triptych-\(UUID().uuidString)")
        let folder = unique.appending(path: "case")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: unique) }
        return try body(folder)
    }

    /// Expects one diagnostic of this severity at each mark, in order, and no other of it.
    func expect(
        _ severity: Diagnostic.Severity, _ messages: [String], notes: [String]? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let outcome = try load()
        let found = outcome.diagnostics.filter { $0.severity == severity }
        let picture = Comment(
            rawValue: outcome.diagnostics.map { $0.rendered(in: .english) }.joined(separator: "\n"))
        #expect(found.map(\.english) == messages, picture, sourceLocation: sourceLocation)
        #expect(
            found.map { Place(file: $0.file, line: $0.line, column: $0.column) } == places, picture,
            sourceLocation: sourceLocation)
        if let notes {
            #expect(found.flatMap(\.englishNotes) == notes, picture, sourceLocation: sourceLocation)
        }
        let hasErrors = outcome.diagnostics.contains { $0.severity == .error }
        #expect((outcome.caseFile == nil) == hasErrors, sourceLocation: sourceLocation)
    }
}

extension Diagnostic {
    /// The message in English.
    var english: String { message.phrase(in: .english) }
    /// The notes in English.
    var englishNotes: [String] { notes.map { $0.phrase(in: .english) } }
    /// The message in Chinese.
    var chinese: String { message.phrase(in: .chinese) }
}

/// A fault with the diagnostics expected for it.
struct Fault: CustomTestStringConvertible, Sendable {
    var yaml: String
    var messages: [String]
    var notes: [String]?

    init(_ yaml: String, _ messages: String..., notes: [String]? = nil) {
        self.yaml = yaml
        self.messages = messages
        self.notes = notes
    }

    var testDescription: String { messages.first ?? "" }
}

extension Marked {
    /// A sound framework, to which the marked file adds a fault.
    static let base = """
        format: 1
        case: {id: trial, title: {zh: 试, en: Trial}}
        panes:
          - {id: left, title: {zh: 左, en: Left}}
          - {id: middle, title: {zh: 中, en: Middle}}
          - {id: right, title: {zh: 右, en: Right}}
        kinds:
          - {id: driver, pane: left, title: 因, plural: 因, role: driver}
          - {id: plan, pane: middle, title: 案, plural: 案, role: arrangement}
          - {id: project, pane: right, title: 事, plural: 事, role: project}
        relations:
          - {id: implements, title: 落实, inverse: 由其落实, flow: backward}
        statuses:
          - {id: operating, title: 运行, stage: done}
        sources:
          - {id: src-base, title: 源, type: web}
        places:
          - {id: plc-base, title: 地, borders: [{place: plc-far, source: src-base}]}
          - {id: plc-far, title: 远, borders: [plc-base]}
        actors:
          - {id: act-base, title: 人, level: county}
        items:
          - id: drv-base
            kind: driver
            title: 令
            evidence: [{claim: 有令。, source: src-base, strength: primary}]
          - id: pln-base
            kind: plan
            title: 案
            evidence: [{claim: 有案。, source: src-base, strength: primary}]

        """
}
