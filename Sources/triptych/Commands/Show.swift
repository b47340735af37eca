import ArgumentParser
import CaseModel
import Exports
import Explorer

/// `triptych show`: the pages of items, as text.
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print everything on one or more items: evidence, sources, links in both directions.",
        discussion: "Example: triptych show prj-chongqing-guiyang-railway --lang both")

    @OptionGroup var options: ReportOptions
    @Argument(help: "Ids of items.") var ids: [String]
    @OptionGroup var text: TextOptions

    func run() throws {
        try reporting {
            let graph = try options.open()
            let positions = try ids.map { try graph.position(named: $0) }
            try options.print(graph) { report in
                let pages = positions.map {
                    readerText(
                        graph, position: $0, language: report.language, columns: text.width,
                        isLinked: report.isLinked)
                }
                return pages.joined(separator: "\n" + String(repeating: "─", count: text.width) + "\n")
            } json: { report in
                report.items(positions)
            }
        }
    }
}
