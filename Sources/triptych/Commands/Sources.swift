import ArgumentParser
import CaseModel
import Exports
import Explorer

/// `triptych sources`: the bibliography, one source a line.
struct Sources: ReportCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the sources of a case, one a line, with how often each is cited.",
        discussion: "Example: triptych sources --format json")

    @OptionGroup var options: CaseOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    func json(of graph: CaseGraph) -> String { SourceExport.json(of: graph) }

    func text(of listing: TextReport) -> String { listing.sources }

    func count(in case: Case) -> Int { `case`.sources.count }
}
