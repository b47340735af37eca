import ArgumentParser
import CaseModel
import Exports
import Explorer
import System

/// The format of printed reports.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}

/// The options of all commands that print a report on a case.
struct ReportOptions: ParsableArguments {
    @OptionGroup var `case`: CaseOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    func open() throws -> CaseGraph { try `case`.open() }

    /// The language of the text.
    func language(of graph: CaseGraph) throws(Failure) -> LanguageChoice {
        try `case`.languageChoice(of: graph)
    }

    /// Prints a report in the format asked for.
    func print(_ graph: CaseGraph, text: (TextReport) -> String, json: (JSONReport) -> String) throws(Failure)
    {
        switch format {
        case .json: StandardStream.output.write(json(JSONReport(graph)))
        case .text:
            let language = try language(of: graph)
            let report = TextReport(graph, language: language, isLinked: StandardStream.output.takesLinks)
            StandardStream.output.write(text(report))
        }
    }
}

/// The options of running text.
struct TextOptions: ParsableArguments {
    @Option(help: "How wide the text is, in columns.") var width = 80

    func validate() throws {
        guard (20...1000).contains(width) else {
            throw ValidationError("--width takes 20 to 1000 columns")
        }
    }
}

/// The option for the output file.
struct FileOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("Write this file, whole or not at all (default: stdout).", valueName: "file"))
    var output: String?

    /// Writes the file, or to stdout without one.
    func write(_ text: String) throws {
        if let output {
            try WholeFile.write(text, to: output)
        } else {
            StandardStream.output.write(text)
        }
    }
}

extension ExitCode {
    /// The exit status of a command without results.
    static var nothingFound: ExitCode { ExitCode(Failure.Status.nothingFound.rawValue) }
}
