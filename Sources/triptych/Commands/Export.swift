import ArgumentParser
import CaseModel
import Exports
import Explorer
import System

/// `triptych export`: a part of a case, or all of it, for other programs.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract:
            "Write items, evidence, links, metrics, sources, places, actors, the graph, the tours, the case or your "
            + "own notebook for other programs.",
        discussion: """
            \(ExportSubject.allCases.map { "\($0.rawValue): \($0.formatNames)" }.joined(separator: "\n"))

            The notebook is what you have marked, noted and bookmarked in the case.

            Example: triptych export sources --format bibtex --lang en -o sources.bib
            """)

    @OptionGroup var options: CaseOptions
    @Argument(
        help: "items, evidence, links, metrics, sources, places, actors, graph, tour, case or notebook.")
    var subject: ExportSubject
    @Option(help: "One of the formats above.") var format: String
    @OptionGroup var file: FileOptions
    @Flag(help: "Begin csv and tsv with the byte order mark that Excel wants.") var bom = false
    @Flag(help: "Include the speaker's notes of a tour.") var notes = false

    func validate() throws {
        guard let writable = ExportFormat(rawValue: format), subject.formats.contains(writable) else {
            throw ValidationError(
                "'\(subject.rawValue)' cannot be exported as '\(format)'; it has \(subject.formatNames)")
        }
        if bom, writable != .csv, writable != .tsv {
            throw ValidationError("--bom goes with csv and tsv only")
        }
        if notes, subject != .tour { throw ValidationError("--notes goes with 'tour' only") }
    }

    func run() throws {
        try reporting {
            var choices = ExportOptions()
            let graph = try options.open()
            choices.languages = try options.languageChoice(of: graph).languages
            choices.byteOrderMark = bom
            choices.notes = notes
            if subject == .notebook {
                choices.notebook = try StateFolder.notebook(on: graph.case.manifest.id)
            }
            guard let writer = ExportFormat(rawValue: format)?.writer(of: subject, options: choices) else {
                return
            }
            try file.write(writer.text(of: graph))
        }
    }
}

extension ExportSubject: ExpressibleByArgument {
    /// The names of its formats, for messages.
    fileprivate var formatNames: String { formats.map(\.rawValue).joined(separator: ", ") }
}
