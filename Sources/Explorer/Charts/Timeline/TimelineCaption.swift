import CaseModel
import Screen
import TextLayout

/// The lines below a timeline: the legend, and the selected item with its period in words.
struct TimelineCaption {
    let context: ChartContext
    /// The position of the selected item; nil if it is not on the timeline.
    let position: Int?

    func draw(in layout: TimelineLayout, on grid: inout Grid) {
        grid.fill(layout.rule, with: Theme.rule, style: Theme.frame)
        let key = context.timelinePlan.hasDoubt ? Strings.timelineLegendOfDoubt : Strings.timelineLegend
        let legend = " " + context.language.localized(key) + " "
        if legend.columns + 2 <= layout.rule.columns {
            let start = Point(row: layout.rule.row, column: layout.rule.right - legend.columns - 1)
            grid.write(legend, at: start, in: layout.rule, style: Theme.faint)
        }
        let area = layout.caption.inset(columns: layout.caption.columns >= 20 ? 1 : 0)
        guard let position else {
            grid.write(context.language.localized(context.notInTime), in: area.line(0), style: Theme.faint)
            return
        }
        let item = context.graph.item(position)
        let wording = Wording(case: context.graph.case, language: context.language)
        let period = wording.inWords(context.graph.entry(of: position))
        if area.rows == 1 {
            grid.write(period, in: area.line(0))
            return
        }

        let status = item.status.map(wording.status) ?? ""
        grid.write(
            DetailText.titles(of: item, language: context.language),
            in: area.line(0).dropLast(columns: status.columns + 2))
        grid.write(
            status, at: Point(row: area.row, column: area.right - status.columns), in: area,
            style: Theme.faint)
        let kind = context.graph.kind(of: position).map { context.language.localized($0.title) }
        grid.write(
            [Span(period), Span(kind.map { " · " + $0 } ?? "", style: Theme.faint)]
                + (context.note(on: .item(position)).map { [Span("  ")] + $0 } ?? []), in: area.line(1))
        let summary = item.summary.map(context.language.paragraphs) ?? []
        let lines = summary.flatMap { Wrapping.lines(of: $0, columns: min(area.columns, 100)) }
        for (number, line) in lines.enumerated() where number + 2 < area.rows {
            let isCut = number + 3 == area.rows && number + 1 < lines.count
            grid.write(isCut ? line + "…" : line, in: area.line(number + 2))
        }
    }
}
