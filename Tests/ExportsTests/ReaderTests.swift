import BundledCase
import CaseFiles
import CaseModel
import Exports
import Foundation
import Testing

/// Independent programs read the exports of the bundled case and of the one full of difficulties, and find all
/// records of the case.
@Suite struct ReaderTests {
    /// A format with the script that reads it and the Debian package that the script needs.
    struct Reader: CustomTestStringConvertible {
        let subject: ExportSubject
        let format: ExportFormat
        let script: String
        let package: String
        var testDescription: String { "\(subject.rawValue) as \(format.rawValue)" }
    }

    static let readers =
        [ExportSubject.items, .evidence, .links, .sources].flatMap { subject in
            [ExportFormat.csv, .tsv].map {
                Reader(subject: subject, format: $0, script: "spreadsheet.py", package: "python3")
            }
        } + [
            Reader(
                subject: .sources, format: .bibtex, script: "bibtex.py", package: "python3-bibtexparser"),
            Reader(
                subject: .sources, format: .biblatex, script: "bibtex.py", package: "python3-bibtexparser"),
            Reader(subject: .sources, format: .ris, script: "ris.py", package: "bibutils"),
            Reader(subject: .sources, format: .cslJSON, script: "csl.py", package: "python3-citeproc"),
            Reader(
                subject: .sources, format: .cslJSON, script: "cslschema.py", package: "python3-jsonschema"),
            Reader(subject: .graph, format: .graphml, script: "network.py", package: "python3-networkx"),
            Reader(subject: .graph, format: .json, script: "network.py", package: "python3-networkx"),
            Reader(subject: .graph, format: .dot, script: "dot.py", package: "graphviz"),
            Reader(subject: .sources, format: .biblatex, script: "biber.py", package: "biber"),
            Reader(
                subject: .sources, format: .cslJSON, script: "pandoc.py",
                package: "pandoc and citation-style-language-styles"),
            Reader(subject: .tour, format: .html, script: "page.py", package: "python3"),
            Reader(subject: .case, format: .html, script: "browser.py", package: "chromium"),
        ]
        + [ExportSubject.tour, .case, .sources, .evidence].map {
            Reader(subject: $0, format: .markdown, script: "markdown.py", package: "cmark-gfm")
        }

    @Test(arguments: readers, [LanguageTag.chinese, .english])
    func `is read by others`(reader: Reader, language: LanguageTag) throws {
        // Works of every type are told in references alone.
        let works = reader.subject == .sources ? [try WorksCase.open()] : []
        for graph in [CaseGraph(try BundledCase.open()), TroubleCase.graph] + works {
            var options = ExportOptions()
            options.languages = [language]
            let writer = try #require(reader.format.writer(of: reader.subject, options: options))
            let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let file = folder.appending(path: "export.\(reader.format.rawValue)")
            try Data(writer.text(of: graph).utf8).write(to: file)
            let expected = folder.appending(path: "expected.json")
            try Data(expectation(of: reader, in: graph).utf8).write(to: expected)
            let outcome = try Self.run(reader.script, [file.path, expected.path])
            #expect(
                outcome.status == 0,
                """
                \(reader.script) refuses the \(reader.format.rawValue) of \(graph.case.manifest.id) \
                (it needs Debian's \(reader.package); install it if it is missing): \(outcome.told)
                """)
        }
    }

    @Test(arguments: [ExportFormat.json, .yaml])
    func `the whole case as a file is that case again`(format: ExportFormat) throws {
        for whole in [try BundledCase.open(), TroubleCase.whole, FormatTests.valley.case] {
            let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let writer = try #require(format.writer(of: .case, options: ExportOptions()))
            let text = writer.text(of: CaseGraph(whole))
            let file = folder.appending(path: "case.yaml")
            try Data(text.utf8).write(to: file)
            let outcome = try CaseReader.read(path: file.path)
            let mistakes = outcome.diagnostics.filter { $0.severity == .error }.map {
                $0.rendered(in: .english)
            }
            #expect(mistakes.isEmpty, "\(mistakes)")
            let again = try #require(outcome.caseFile)
            #expect(again == whole)
        }
    }

    /// The expected records: those of the plain JSON.
    private func expectation(of reader: Reader, in graph: CaseGraph) throws -> String {
        // A tour has no records of its own, so that the whole case is used.
        let subject = reader.subject == .tour || reader.format == .markdown ? .case : reader.subject
        let rows = try #require(ExportFormat.json.writer(of: subject, options: ExportOptions()))
        return rows.text(of: graph)
    }

    /// Runs a script of `Readers`.
    static func run(_ script: String, _ arguments: [String]) throws -> (status: Int32, told: String) {
        let process = Process()
        let readers = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Readers")
        // Debian's Python, for which the readers are packaged, even if another one comes first in PATH.
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = [readers.appending(path: script).path] + arguments
        let told = Pipe()
        process.standardOutput = told
        process.standardError = told
        try process.run()
        let text = String(decoding: told.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
