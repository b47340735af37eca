import ArgumentParser
import CaseModel
import Exports
import Explorer

/// `triptych list`: the items, one a line.
struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the items of a case, one a line.",
        discussion: """
            A filter is made of facets and words, all of which must hold: kind, field, mode, place, province, \
            actor, level, side, status, year (2018, 2018..2022, -0255 for 256 BCE), source, strength, evidence \
            (none, some) or any kind of the case, with a value behind a colon, which is an id, part of a title in either language, or \
            its pinyin; words and "phrases" as in a search; a hyphen before what is to be shut out.

            Example: triptych list project --filter 'place:qijiang year:2018..2022 -rail' --format json
            """)

    @OptionGroup var options: ReportOptions
    @Argument(help: "Kinds to list, such as driver or project (default: all).") var kinds: [String] = []
    @OptionGroup var filter: FilterOptions

    func run() throws {
        try reporting {
            let graph = try options.open()
            let kinds = Set(try kinds.map { try graph.kind(named: $0).id })
            let positions = try filter.positions(in: graph).filter {
                kinds.isEmpty || kinds.contains(graph.item($0).kind)
            }
            try options.print(graph) { report in
                report.list(positions)
            } json: { report in
                report.list(positions)
            }
            if positions.isEmpty { throw ExitCode.nothingFound }
        }
    }
}

extension TextReport {
    /// Items, one a line: id, title and a remark.
    func list(_ positions: [Int], remark: (Int) -> String = { _ in "" }) -> String {
        let widest = positions.map { graph.item($0).id.text.count }.max() ?? 0
        return positions.enumerated().map { place, position in
            let item = graph.item(position)
            let gap = String(repeating: " ", count: widest - item.id.text.count + 2)
            return item.id.text + gap + language.line(item.title) + remark(place) + "\n"
        }.joined()
    }
}
