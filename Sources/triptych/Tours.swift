import ArgumentParser
import CaseModel
import Exports
import Explorer

/// `triptych tours`: the presentations and their steps.
struct Tours: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the tours of a case, each with its steps.",
        discussion: "Example: triptych tours --lang en")

    @OptionGroup var options: CaseOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() throws {
        try reporting {
            let graph = try options.open()
            switch format {
            case .json: StandardStream.output.write(TourExport.json(of: graph))
            case .text:
                StandardStream.output.write(Listing(graph, language: options.languageChoice).tours)
            }
            if graph.case.tours.isEmpty { throw ExitCode(Failure.Status.nothingFound.rawValue) }
        }
    }
}
