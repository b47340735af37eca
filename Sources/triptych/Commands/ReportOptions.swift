import ArgumentParser
import CaseModel
import Exports
import Explorer
import System

/// What a command that prints is read by: people or scripts.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}

/// The options of every command that prints a report on a case.
struct ReportOptions: ParsableArguments {
    @OptionGroup var `case`: CaseOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    /// Opens the case asked for.
    func open() throws -> CaseGraph { try `case`.open() }

    /// The language of the text.
    var language: LanguageChoice { `case`.languageChoice }

    /// Prints a report in the format asked for.
    func print(_ graph: CaseGraph, text: (TextReport) -> String, json: (JSONReport) -> String) {
        switch format {
        case .json: StandardStream.output.write(json(JSONReport(graph)))
        case .text:
            let report = TextReport(graph, language: language, isLinked: StandardStream.output.takesLinks)
            StandardStream.output.write(text(report))
        }
    }
}

/// How running text is set.
struct TextOptions: ParsableArguments {
    @Option(help: "How wide the text is, in columns.") var width = 80

    func validate() throws {
        guard (20...1000).contains(width) else {
            throw ValidationError("--width takes 20 to 1000 columns")
        }
    }
}

/// Where a command writes that makes a file.
struct FileOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("Write this file, whole or not at all (default: stdout).", valueName: "file"))
    var output: String?

    /// Writes the file, or to stdout where none is named.
    func write(_ text: String) throws {
        if let output {
            try WholeFile.write(text, to: output)
        } else {
            StandardStream.output.write(text)
        }
    }
}

extension ExitCode {
    /// The end of a command that found nothing to print.
    static var nothingFound: ExitCode { ExitCode(Failure.Status.nothingFound.rawValue) }
}
