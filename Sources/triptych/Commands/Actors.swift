import ArgumentParser
import CaseModel
import Exports
import Explorer

/// `triptych actors`: the directory, one actor a line.
struct Actors: ReportCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the actors of a case, one a line, with level, side and number of items.",
        discussion: "Example: triptych actors --format json")

    @OptionGroup var options: CaseOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    func json(of graph: CaseGraph) -> String { ActorExport.json(of: graph) }

    func text(of listing: TextReport) -> String { listing.actors }

    func count(in case: Case) -> Int { `case`.actors.count }
}
