import CaseModel
import Screen
import TextLayout

/// The items of the selected cell, each with its number of claims that count there.
struct MatrixDetails {
    let selection: MatrixSelection
    let context: ChartContext

    private var language: LanguageChoice { context.language }

    /// Draws as much as fits; beside the matrix titles are wrapped, below it each takes one line.
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
        grid.write(lines: lines, in: room)
        guard isCut || lines.count > room.rows, room.rows > 1 else { return }
        let last = room.line(room.rows - 1)
        grid.fill(last)
        grid.write("\(Theme.more) \(language.localized(Strings.allWithEnter))", in: last, style: Theme.faint)
    }

    /// The titles of row and column with the number of items and claims.
    private func heading(columns: Int, wrapping: Bool) -> [[Span]] {
        let cell = selection.cell
        let title = selection.title(in: context)
        let inCell = Strings.inCell(items: cell.items.count, evidence: cell.evidence)
        let count = cell.isGap ? "" : language.localized(inCell)
        guard wrapping else {
            // The figures say what the matrix does not; the titles stand beside it.
            let room = max(columns - count.columns - 2, min(columns, 20))
            let shown = TextFit.clipped(title, to: count.isEmpty ? columns : room)
            return [[Span(shown, style: Theme.title), Span("  " + count, style: Theme.faint)]]
        }
        return Wrapping.lines(of: title, columns: columns).map { [Span($0, style: Theme.title)] }
            + (count.isEmpty ? [] : [[Span(count, style: Theme.faint)]]) + [[]]
    }

    /// `12  江津综合保税区……`; an item without claims is marked.
    private func entry(_ position: Int, columns: Int, wrapping: Bool) -> [[Span]] {
        let item = context.graph.item(position)
        let evidence = selection.crossTab.evidence(
            of: position, row: selection.row, column: selection.column, in: context.graph)
        let digits = String(selection.cell.evidence).columns
        let lead = TextFit.rightAligned(String(evidence), to: digits) + "  "
        let mark = item.evidence.isEmpty ? "  " + language.localized(Strings.unevidenced) : ""
        let title =
            [context.marker(of: .item(position))?.lead].compactMap(\.self)
            + [Span(language.line(item.title)), Span(mark, style: Theme.interpretation)]
        guard wrapping else { return [[Span(lead, style: Theme.faint)] + title] }
        let lines = Wrapping.lines(of: title, columns: max(1, columns - lead.columns))
        let blank = String(repeating: " ", count: lead.columns)
        return lines.enumerated().map { number, line in
            [Span(number == 0 ? lead : blank, style: Theme.faint)] + line
        }
    }
}
