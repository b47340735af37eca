import ArgumentParser
import CaseModel
import Exports
import Explorer

/// `triptych actors`: the directory, one actor a line.
struct Actors: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the actors of a case, one a line, with level, side and number of items.",
        discussion: "Example: triptych actors --format json")

    @OptionGroup var options: CaseOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() throws {
        try reporting {
            let graph = try options.open()
            switch format {
            case .json: StandardStream.output.write(ActorExport.json(of: graph))
            case .text:
                StandardStream.output.write(Listing(graph, language: options.languageChoice).actors)
            }
            if graph.case.actors.isEmpty { throw ExitCode(Failure.Status.nothingFound.rawValue) }
        }
    }
}
