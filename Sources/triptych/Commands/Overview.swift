import ArgumentParser
import CaseModel
import Exports
import Explorer

/// `triptych overview`: the case on one page.
struct Overview: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.overview.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "用一页打印案例概况：数目、证据、如何引用、方法与局限。",
            en: "Print the case on one page: counts, evidence, how to cite, method and limits."),
        discussion: localized(
            zh: "示例：triptych overview --lang en", en: "Example: triptych overview --lang en"))

    @OptionGroup var options: ReportOptions
    @OptionGroup var filter: FilterOptions

    func run() throws {
        try reporting {
            let graph = try options.open()
            let selection = try filter.selection(in: graph)
            try options.print(graph, only: selection) { report in
                aboutText(
                    graph, language: report.language, columns: options.layout.width,
                    only: selection.map { NarrowedCase($0, by: filter.filter ?? "") },
                    isLinked: report.isLinked)
            } json: { report in
                report.overview
            }
        }
    }
}
