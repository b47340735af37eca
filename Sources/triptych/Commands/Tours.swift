import ArgumentParser
import CaseModel
import Exports
import Explorer

/// `triptych tours`: the presentations and their steps.
struct Tours: ReportCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the tours of a case, each with its steps.",
        discussion: "Example: triptych tours --lang en")

    @OptionGroup var options: CaseOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    func json(of graph: CaseGraph) -> String { TourExport.json(of: graph) }

    func text(of listing: TextReport) -> String { listing.tours }

    func count(in case: Case) -> Int { `case`.tours.count }
}
