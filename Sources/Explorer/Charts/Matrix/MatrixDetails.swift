import CaseModel
import Screen
import TextLayout

/// What stands in the selected cell of a matrix: its items, each with how much evidence of it counts there.
struct MatrixDetails {
    let selection: MatrixSelection
    let context: ChartContext

    private var language: LanguageChoice { context.language }

    /// Draws as much as there is room for; beside the matrix titles are wrapped, below it each takes a line.
    func draw(in area: Rect, wrapping: Bool, on grid: inout Grid) {
        let room = area.inset(columns: wrapping ? 0 : 1)
        guard !room.isEmpty else { return }
        let cell = selection.cell
        var lines = heading(columns: room.columns, wrapping: wrapping)
        if cell.isGap {
            lines.append([Span(language.localized(selection.reasonForEmptiness), style: Theme.faint)])
        }
        var isCut = false
        for position in cell.items {
            guard lines.count <= room.rows else {
                isCut = true
                break
            }
            lines += entry(position, columns: room.columns, wrapping: wrapping)
        }
        for (number, line) in lines.prefix(room.rows).enumerated() { grid.write(line, in: room.line(number)) }
        guard isCut || lines.count > room.rows, room.rows > 1 else { return }
        let last = room.line(room.rows - 1)
        grid.fill(last)
        grid.write("\(Theme.more) \(language.localized(Strings.allWithEnter))", in: last, style: Theme.faint)
    }

    /// Row and column, and how much is there.
    private func heading(columns: Int, wrapping: Bool) -> [[Span]] {
        let cell = selection.cell
        let title = selection.title(in: context)
        let inCell = Strings.inCell(items: cell.items.count, evidence: cell.evidence)
        let count = cell.isGap ? "" : language.localized(inCell)
        guard wrapping else {
            return [[Span(title, style: Theme.title), Span("  " + count, style: Theme.faint)]]
        }
        return Wrapping.lines(of: title, columns: columns).map { [Span($0, style: Theme.title)] }
            + (count.isEmpty ? [] : [[Span(count, style: Theme.faint)]]) + [[]]
    }

    /// `12  江津综合保税区……`; an item of which nothing is claimed is said to be such.
    private func entry(_ position: Int, columns: Int, wrapping: Bool) -> [[Span]] {
        let item = context.graph.item(position)
        let evidence = selection.crossing.evidence(of: item, row: selection.row, column: selection.column)
        let digits = String(selection.cell.evidence).count
        let count = String(evidence)
        let lead = String(repeating: " ", count: max(0, digits - count.count)) + count + "  "
        let mark = item.evidence.isEmpty ? "  " + language.localized(Strings.unevidenced) : ""
        let title = [
            Span(language.line(item.title)), Span(mark, style: Theme.interpretation),
        ]
        guard wrapping else { return [[Span(lead, style: Theme.faint)] + title] }
        let lines = Wrapping.lines(of: title, columns: max(1, columns - lead.columns))
        let blank = String(repeating: " ", count: lead.columns)
        return lines.enumerated().map { number, line in
            [Span(number == 0 ? lead : blank, style: Theme.faint)] + line
        }
    }
}
