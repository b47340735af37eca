import ArgumentParser
import CaseModel
import Exports
import Explorer

/// `triptych sources`: the bibliography, one source a line.
struct Sources: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the sources of a case, one a line, with how often each is cited.",
        discussion: "Example: triptych sources --format json")

    @OptionGroup var options: CaseOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() throws {
        try reporting {
            let graph = try options.open()
            switch format {
            case .json: StandardStream.output.write(SourceExport.json(of: graph))
            case .text:
                StandardStream.output.write(Listing(graph, language: options.languageChoice).sources)
            }
            if graph.case.sources.isEmpty { throw ExitCode(Failure.Status.nothingFound.rawValue) }
        }
    }
}
