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
