import ArgumentParser
import CaseModel
import Exports
import Explorer

/// `triptych places`: the gazetteer, one place a line.
struct Places: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the places of a case, one a line, with the items there and the borders.",
        discussion: "Example: triptych places --lang en")

    @OptionGroup var options: CaseOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() throws {
        try reporting {
            let graph = try options.open()
            switch format {
            case .json: StandardStream.output.write(PlaceExport.json(of: graph))
            case .text:
                StandardStream.output.write(Listing(graph, language: options.languageChoice).places)
            }
            if graph.case.places.isEmpty { throw ExitCode(Failure.Status.nothingFound.rawValue) }
        }
    }
}
