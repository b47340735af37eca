import ArgumentParser
import CaseModel
import Exports
import Explorer

/// `triptych matrix`: the evidence gap map.
struct MatrixCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.matrix.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "打印行列相交处各有多少条目和证据。",
            en: "Print how many items and how much evidence there is where rows and columns meet."),
        discussion: localized(
            zh: """
                不加选项时按案例所定交叉。维度是一个方面（kind、field、mode、place、province、actor、level、side、status、year、source、strength、standing、evidence）或案例的任何类别。一个条目可在几行几列，也可不在其中；合计只算一次。以 strength、source 或 standing 为维度时，只计该强度、该来源或该依据的论断；论断都有来源，因此归类为解读或解读之下没有论断。

                示例：triptych matrix --rows place --columns field --filter 'year:2018..2022' --format json
                """,
            en: """
                Without options it crosses what the case says. An axis is a facet (kind, field, mode, place, province, \
                actor, level, side, status, year, source, strength, standing, evidence) or any kind of the case. An \
                item may stand in several rows and columns, or in none; a total counts it once. Along strength, source \
                and standing only the claims of that one count; each claim has its source, so that items classified or \
                interpreted by the case's author have no claims there.

                Example: triptych matrix --rows place --columns field --filter 'year:2018..2022' --format json
                """))

    @OptionGroup var options: ReportOptions
    @Option(
        help: ArgumentHelp(localized(zh: "行的维度。", en: "What stands along the rows."), valueName: "axis"),
        completion: .axes) var rows: String?
    @Option(
        help: ArgumentHelp(localized(zh: "列的维度。", en: "What stands along the columns."), valueName: "axis"),
        completion: .axes)
    var columns: String?
    @Option(
        help: ArgumentHelp(
            localized(zh: "所计条目的类别，如 project。", en: "The kind of item that is counted, such as project."),
            valueName: "kind"),
        completion: .kinds)
    var cells: String?
    @OptionGroup var filter: FilterOptions

    func run() throws {
        try reporting {
            let graph = try options.open()
            let standard = graph.standardAxes
            let rows = try rows.map { try graph.axis(called: $0) } ?? standard.rows
            let columns = try columns.map { try graph.axis(called: $0) } ?? standard.columns
            let kind = try cells.map { try graph.kind(named: $0).id } ?? standard.cells
            let selection = try filter.selection(in: graph)
            let isShown = { (position: Int) in
                selection?.items.contains(graph.item(position).id) ?? true
            }
            let crossTab = graph.crossTab(
                rows: rows, columns: columns, cells: kind, isShown: isShown, counting: selection?.claims)
            let whole = filter.filter.map { _ in graph.crossTab(rows: rows, columns: columns, cells: kind) }
            try options.print(graph) { report in
                report.matrix(crossTab, of: kind, without: whole)
            } json: { report in
                report.matrix(crossTab)
            }
            if crossTab[.all, .all].isGap {
                throw filter.nothingToList(isEmpty: selection?.items.isEmpty ?? false)
            }
        }
    }
}

extension CaseGraph {
    /// The axis with this name.
    fileprivate func axis(called name: String) throws -> Axis {
        if let axis = axis(named: name) { return axis }
        throw Failure(missing: "kind or facet", name, among: axes.map(\.name))
    }
}
