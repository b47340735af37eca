import CaseModel
import Screen
import TextLayout

/// Draws a matrix.
struct MatrixView {
    let table: MatrixTable
    let layout: MatrixLayout
    let context: ChartContext
    let selection: MatrixSelection
    /// The first visible row and column.
    let top, left: Int

    private static let columnMark = "▾"

    private var language: LanguageChoice { context.language }
    private var crossTab: CrossTab { table.crossTab }
    private var itemsName: String { language.localized(context.graph.plural(of: table.kind)) }

    func draw(in area: Rect, on grid: inout Grid) {
        guard !table.isEmpty else { return drawNothing(in: area, on: &grid) }
        grid.cursor = Point(row: area.row, column: area.column)
        let cells = MatrixCells(table: table, selection: selection)
        drawSummary(on: &grid)
        grid.fill(layout.rule, with: Theme.rule, style: Theme.frame)
        drawHeading(on: &grid)
        for number in rowsInView {
            guard let line = layout.line(ofRow: number, top: top) else { continue }
            drawTitle(of: table.rows[number], in: line, on: &grid)
            for column in columnsInView {
                guard let span = layout.span(ofColumn: column, left: left) else { continue }
                let cell = Rect(row: line.row, column: span.start, columns: span.columns, rows: line.rows)
                cells.draw(table.rows[number], table.columns[column], in: cell, on: &grid)
                grid.react(cell, as: .part(number * table.columns.count + column))
            }
        }
        cells.drawLegend(in: layout.legend, language: language, items: itemsName, on: &grid)
        MatrixDetails(selection: selection, context: context).draw(
            in: layout.details, wrapping: layout.isWide, on: &grid)
        grid.write(
            wrapping: language.localized(Strings.matrixLimits), in: layout.limits.inset(columns: 1))
    }

    private var rowsInView: [Int] {
        Array((top..<top + layout.rowsInView).clamped(to: 0..<layout.rows))
            + [table.rows.count - 1]
            .filter { $0 >= layout.rows }
    }

    private var columnsInView: [Int] {
        Array((left..<left + layout.columnsInView).clamped(to: 0..<layout.columns))
            + [table.columns.count - 1].filter { $0 >= layout.columns }
    }

    /// `矩阵 · 行动领域 × 治理方式 · 项目 12/58 · 证据 80`, and the visible rows and columns if not all are.
    private func drawSummary(on grid: inout Grid) {
        let text = table.summary(in: context)
        let view = inView
        let line = layout.summary
        grid.write(
            view, at: Point(row: line.row, column: line.right - view.columns - 1), in: line,
            style: Theme.faint
        )
        let room = line.dropFirst(columns: 1).dropLast(columns: view.isEmpty ? 0 : view.columns + 3)
        grid.write(text, in: room, style: Theme.title)
    }

    /// `行 5–20/61  列 3–9/23`, for the axes that are not wholly visible.
    private var inView: String {
        func part(_ name: Text, _ first: Int, _ shown: Int, _ count: Int) -> String? {
            guard shown < count else { return nil }
            return "\(language.localized(name)) \(first + 1)–\(first + shown)/\(count)"
        }
        return [
            part(Strings.matrixRows, top, layout.rowsInView, layout.rows),
            part(Strings.matrixColumns, left, layout.columnsInView, layout.columns),
        ].compactMap { $0 }.joined(separator: "  ")
    }

    /// The column titles, aligned to the rule below; arrows in the corner if there is more to scroll to.
    private func drawHeading(on grid: inout Grid) {
        let heading = layout.heading
        guard layout.titleColumns > 0 else {
            grid.write(selection.title(in: context), in: heading.line(heading.rows - 1), style: Theme.title)
            return
        }
        let corner = Rect(
            row: heading.bottom - 1, column: heading.column + 1, columns: layout.titleColumns - 2,
            rows: min(1, heading.rows))
        let arrows = [
            left > 0 ? "←" : nil, left + layout.columnsInView < layout.columns ? "→" : nil,
            top > 0 ? "↑" : nil, top + layout.rowsInView < layout.rows ? "↓" : nil,
        ].compactMap { $0 }
        grid.write(arrows.joined(separator: " "), in: corner, style: Theme.faint)
        for column in columnsInView {
            guard let span = layout.span(ofColumn: column, left: left) else { continue }
            let line = table.columns[column]
            let isSelected = line == selection.column
            let lines = layout.titles.lines(of: line)
            for (number, text) in lines.enumerated() {
                let row = heading.bottom - lines.count + number
                let start = span.start + max(0, (span.columns - text.columns) / 2)
                let room = Rect(row: row, column: span.start, columns: span.columns, rows: 1)
                grid.write(
                    text, at: Point(row: row, column: start), in: room,
                    style: isSelected ? Theme.title : line == .all ? Theme.faint : .plain)
            }
            if isSelected {
                let place = span.start + span.columns / 2
                grid.write(
                    Self.columnMark, at: Point(row: layout.rule.row, column: place), in: layout.rule,
                    style: Theme.title)
            }
        }
    }

    private func drawTitle(of row: CrossTab.Line, in line: Rect, on grid: inout Grid) {
        guard layout.titleColumns > 0 else { return }
        let isSelected = row == selection.row
        let middle = Rect(
            row: line.row + (line.rows - 1) / 2, column: line.column, columns: layout.titleColumns - 1,
            rows: 1)
        if isSelected {
            for number in 0..<line.rows {
                grid.put(
                    Theme.bar, at: Point(row: line.row + number, column: line.column), style: Theme.title)
            }
        }
        let text = row.title(among: crossTab.rows)
        let whole = language.line(text)
        let room = middle.dropFirst(columns: 1)
        let title = whole.columns <= room.columns ? whole : language.localized(text)
        grid.write(title, in: room, style: isSelected ? Theme.title : row == .all ? Theme.faint : .plain)
    }

    private func drawNothing(in area: Rect, on grid: inout Grid) {
        grid.write(
            wrapping: language.localized(Strings.nothingToCross), in: area.inset(columns: 1),
            from: area.rows / 3)
        grid.cursor = Point(row: area.row, column: area.column)
    }
}

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
        for (number, line) in lines.prefix(room.rows).enumerated() { grid.write(line, in: room.line(number)) }
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
