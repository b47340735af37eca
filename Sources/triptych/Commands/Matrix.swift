import ArgumentParser
import CaseFiles
import CaseModel
import Exports
import Explorer

/// `triptych matrix`: the evidence-gap map.
struct MatrixCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix",
        abstract: "Print how many items and how much evidence there is where rows and columns meet.",
        discussion: """
            Without options it crosses what the case says, such as fields of action and governance modes. An axis \
            is a facet (kind, field, mode, place, province, actor, level, side, status, year, source, strength, \
            evidence) or any kind of the case. An item may stand in several rows and columns, or in none; a total \
            counts it once. Along strength and source only the claims of that strength, or from that source, count.

            Example: triptych matrix --rows place --columns field --filter 'year:2018..2022' --format json
            """)

    @OptionGroup var options: CaseOptions
    @Option(help: ArgumentHelp("What stands along the rows.", valueName: "axis")) var rows: String?
    @Option(help: ArgumentHelp("What stands along the columns.", valueName: "axis")) var columns: String?
    @Option(help: ArgumentHelp("The kind of item that is counted, such as project.", valueName: "kind"))
    var cells: String?
    // A query may begin with a hyphen.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Only the items that the query lets through.", valueName: "query"))
    var filter: String?
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() throws {
        try reporting {
            let graph = try options.open()
            let standard = graph.standardAxes
            let rows = try rows.map(graph.axis(called:)) ?? standard.rows
            let columns = try columns.map(graph.axis(called:)) ?? standard.columns
            let kind = try cells.map(graph.kind(called:)) ?? standard.cells
            let shown = try filter.map { Set(try FilterQuery(text: $0).positions(in: graph)) }
            let crossing = graph.crossing(rows: rows, columns: columns, cells: kind) {
                shown?.contains($0) ?? true
            }
            switch format {
            case .json: StandardStream.output.write(MatrixExport.json(crossing, of: graph))
            case .text:
                let listing = TextReport(graph, language: options.languageChoice)
                StandardStream.output.write(listing.matrix(crossing, of: kind))
            }
            if crossing[.all, .all].isGap { throw ExitCode(Failure.Status.nothingFound.rawValue) }
        }
    }
}

extension CaseGraph {
    /// The axis of this name; a sentence and 66 where the case has none.
    fileprivate func axis(called name: String) throws -> Axis {
        if let axis = axis(named: name) { return axis }
        throw Failure(missing: "kind or facet", name, among: axes.map(\.name))
    }

    /// The kind of this id; a sentence and 66 where the case has none.
    fileprivate func kind(called id: String) throws -> ID<Kind> {
        if let kind = `case`.kinds.first(where: { $0.id.text == id }) { return kind.id }
        throw Failure(missing: "kind", id, among: `case`.kinds.map(\.id.text))
    }
}

extension Failure {
    fileprivate init(missing noun: String, _ name: String, among names: [String]) {
        let hint =
            Suggestion.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
            ?? "it has \(names.joined(separator: ", "))"
        self.init("the case has no \(noun) '\(name)'; \(hint)", .missing)
    }
}
