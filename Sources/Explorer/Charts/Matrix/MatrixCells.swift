import CaseModel
import Screen
import TextLayout

/// Draws the cells of a matrix: a shade with the numbers of items and claims. A gap is a dashed line; a cell
/// emptied by pins and filter shows the number of excluded items in brackets.
struct MatrixCells {
    let table: MatrixTable
    let selection: MatrixSelection

    func draw(_ row: CrossTab.Line, _ column: CrossTab.Line, in rect: Rect, on grid: inout Grid) {
        let cell = table.crossTab[row, column]
        let isTotal = row == .all || column == .all
        let middle = rect.line((rect.rows - 1) / 2)
        let level = isTotal ? nil : table.shade.level(of: cell.evidence)
        if let level {
            grid.fill(rect, with: MatrixShade.glyphs[level], style: MatrixShade.styles[level])
        }
        let hidden = table.hidden(row, column)
        if cell.isGap, hidden > 0 {
            let text = MatrixShade.heldBack(String(hidden))
            let start = middle.column + max(0, (middle.columns - text.columns) / 2)
            grid.write(text, at: Point(row: middle.row, column: start), in: middle, style: Theme.faint)
        } else if cell.isGap {
            let columns = min(middle.columns, (column == .all ? table.totalDigits : table.digits).columns)
            let dashes = Rect(
                row: middle.row, column: middle.column + (middle.columns - columns) / 2, columns: columns,
                rows: middle.rows)
            grid.fill(dashes, with: MatrixShade.gap, style: Theme.faint)
        } else {
            write(
                cell, digits: column == .all ? table.totalDigits : table.digits,
                style: isTotal ? Theme.title : .plain, in: middle, on: &grid)
        }
        guard row == selection.row, column == selection.column else { return }
        grid.restyle(rect) { _ in Theme.selected }
        grid.cursor = Point(row: middle.row, column: middle.column)
    }

    /// `12·345`, with the dots of a column aligned.
    private func write(
        _ cell: CrossTab.Cell, digits: MatrixTable.Digits, style: Style, in line: Rect, on grid: inout Grid
    ) {
        let items = String(cell.items.count)
        let text = "\(items)·\(cell.evidence)"
        guard text.columns <= line.columns else {
            grid.write(text, in: line, style: style)
            return
        }
        let dot = (line.columns - digits.columns) / 2 + digits.items
        let start = line.column + min(max(0, dot - items.count), line.columns - text.columns)
        grid.write(" \(text) ", at: Point(row: line.row, column: start - 1), in: line, style: style)
    }

    /// The meaning of numbers and shades; the numbers are dropped first if there is no room.
    func drawLegend(in line: Rect, language: LanguageChoice, items: String, on grid: inout Grid) {
        grid.fill(line, with: Theme.rule, style: Theme.frame)
        let evidence = language.localized(Strings.evidence)
        var spans = [Span(" \(items)·\(evidence)", style: Theme.faint)]
        for shade in table.shade.legend {
            spans.append(Span("  \(shade.glyph)", style: shade.style))
            spans.append(Span(" " + shade.range, style: Theme.faint))
        }
        if table.hasHiddenCells {
            let text = "  \(MatrixShade.heldBack("n")) \(language.localized(Strings.heldBack))"
            spans.append(Span(text, style: Theme.faint))
        }
        let gap = "  \(MatrixShade.gap)\(MatrixShade.gap) \(language.localized(Strings.gap)) "
        spans.append(Span(gap, style: Theme.faint))
        while spans.columns > line.columns - 2, spans.count > 1 { spans.removeFirst() }
        let room = Rect(
            row: line.row, column: line.right - spans.columns - 1, columns: spans.columns, rows: line.rows)
        grid.write(spans, in: room)
    }
}
