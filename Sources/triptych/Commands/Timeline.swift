import ArgumentParser
import CaseModel
import Exports
import Explorer

/// `triptych timeline`: the dated items, the earliest first.
struct Timeline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.timeline.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "按年份列出各条目，最早的在前。",
            en: "List the items along the years, the earliest first."),
        discussion: localized(
            zh: """
                日期按已知的精度写出。横线后为空表示持续至今；问号表示该日期不详或根本没有。条中 ● 为一日，┣━┫ 为时段，── 为运行或有效，░ 表示日期落在该年或该月之内；\
                ┄→ 仍在持续，┄? 终期不详，←┄ 没有始期，≈ 约，○ 存疑。这一列从案例最早的日期画到最晚的日期。

                示例：triptych timeline --lang zh --width 160
                """,
            en: """
                Dates stand as precisely as they are known. Nothing behind the dash: it lasts; a question mark: that \
                date is not known, or there is none at all. In the bars ● is a day, ┣━┫ a period, ── in use or in \
                force, ░ a year or month within which the date lies; ┄→ goes on, ┄? has an end that is not known, ←┄ has \
                no beginning, ≈ is about, ○ doubtful. The column spans the case from its first date to its last.

                Example: triptych timeline --lang en --width 160
                """))

    @OptionGroup var options: ReportOptions
    @OptionGroup var filter: FilterOptions

    func run() throws {
        try reporting {
            let graph = try options.open()
            let selection = try filter.selection(in: graph)
            try options.print(graph, only: selection) { report in
                report.timeline(columns: options.layout.width)
            } json: { report in
                report.timeline
            }
            let timeline = graph.timeline
            let listed = (timeline.entries.map(\.position) + timeline.undated).filter {
                selection?.items.contains(graph.item($0).id) ?? true
            }
            if listed.isEmpty { throw filter.nothingToList(isEmpty: selection?.items.isEmpty == true) }
        }
    }
}
