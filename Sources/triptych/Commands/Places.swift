import ArgumentParser
import CaseModel
import Exports
import Explorer

/// `triptych places`: the gazetteer, one place a line.
struct Places: ReportCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the places of a case, one a line, with the items there and the borders.",
        discussion: "Example: triptych places --lang en")

    @OptionGroup var options: CaseOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    func json(of graph: CaseGraph) -> String { PlaceExport.json(of: graph) }

    func text(of listing: TextReport) -> String { listing.places }

    func count(in case: Case) -> Int { `case`.places.count }
}
