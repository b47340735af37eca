import ArgumentParser
import CaseModel
import Exports
import Explorer

/// `triptych show`: the pages of items, sources, places and actors, as text.
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.show.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "打印一个或几个条目、来源、地点、参与者的全部内容。",
            en: "Print everything on one or more items, sources, places or actors."),
        discussion: localized(
            zh: """
                条目：证据、来源和双向的链接；来源：如何引用，以及引用它的论断；地点或参与者：其论断和条目。

                示例：triptych show prj-chongqing-guiyang-railway src-paper-2026 --lang both
                """,
            en: """
                Of an item its evidence, sources, and links in both directions; of a source how to cite it, and the claims \
                that do; of a place or an actor its claims and items.

                Example: triptych show prj-chongqing-guiyang-railway src-paper-2026 --lang both
                """))

    @OptionGroup var options: ReportOptions
    @Argument(
        help: ArgumentHelp(localized(zh: "条目、来源、地点或参与者的编号。", en: "Ids of items, sources, places or actors.")),
        completion: .entities) var ids: [String]

    func run() throws {
        try reporting {
            let graph = try options.open()
            let entities = try ids.map { try graph.entity(called: $0) }
            try options.print(graph) { report in
                let pages = entities.map {
                    readerText(
                        graph, entity: $0, language: report.language, columns: options.layout.width,
                        isLinked: report.isLinked)
                }
                return pages.joined(
                    separator: "\n" + String(repeating: "─", count: options.layout.width) + "\n")
            } json: { report in
                report.entities(entities)
            }
        }
    }
}
