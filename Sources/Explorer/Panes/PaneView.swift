import CaseModel
import Screen
import TextLayout

/// Draws the rows of a pane.
///
/// ```
/// ▌title, indented under its parent      4 ●
/// ```
///
/// The right end of a row holds the number of items below it and its grade, so that a change of the selection
/// changes one glyph on each row whose connection changes. ★ or ☆ before it is the reader's mark or note.
struct PaneView {
    let state: State
    let pane: Int
    let area: Rect

    func draw(on grid: inout Grid) {
        let column = state.browse.columns[pane]
        guard !column.outline.rows.isEmpty else { return drawEmpty(on: &grid) }
        let selected = column.selected.flatMap { column.outline.row(of: $0) }
        let top = column.top
        for line in 0..<area.rows {
            guard column.outline.rows.indices.contains(top + line) else { break }
            draw(
                column.outline.rows[top + line], isSelected: top + line == selected, in: area.line(line),
                on: &grid)
        }
    }

    private func draw(_ row: Outline.Row, isSelected: Bool, in line: Rect, on grid: inout Grid) {
        switch row.content {
        case .heading(let kind):
            let title = state.language.line(state.graph.case.kinds[kind].plural)
            drawText(title, count: row.count, own: nil, style: Theme.heading, indent: 0, in: line, on: &grid)
        case .item(let position):
            // Once: a copy of an item is one of all its texts.
            let item = state.graph.item(position)
            let hasFocus = pane == state.browse.focus
            let style = isSelected && hasFocus ? Theme.selected : style(of: position, row: row)
            let indent = 1 + 2 * row.depth
            drawText(
                state.language.line(item.title), count: row.count,
                own: NoteMarker(of: .item(item.id), in: state.notebook), style: style,
                indent: indent, in: line, on: &grid)
            if state.browse.isPinned(position) {
                grid.put(Theme.pinned, at: Point(row: line.row, column: line.column), style: Theme.pin)
            } else if isSelected {
                grid.put(Theme.bar, at: Point(row: line.row, column: line.column), style: Theme.title)
            }
            if !hasFocus, let grade = state.browse.brush?.grade(of: position), !row.isContext {
                grid.put(grade.sign, at: Point(row: line.row, column: line.right - 1), style: Theme.mark)
            }
            if isSelected && hasFocus { grid.cursor = Point(row: line.row, column: line.column) }
        }
    }

    private func drawText(
        _ text: String, count: Int, own: NoteMarker?, style: Style, indent: Int, in line: Rect,
        on grid: inout Grid
    ) {
        let number = count > 0 ? String(count) : ""
        // The sign of a mark or note is before the grade, or before the number.
        let tail = (number.isEmpty ? 2 : number.columns + 3) + (own == nil ? 0 : number.isEmpty ? 1 : 2)
        let room = Rect(
            row: line.row, column: line.column + indent, columns: line.columns - indent - tail,
            rows: line.rows)
        grid.write(text, in: room, style: style)
        grid.write(
            number, at: Point(row: line.row, column: line.right - 2 - number.columns), in: line,
            style: Theme.faint)
        if let own {
            let column = line.right - 2 - (number.isEmpty ? 0 : number.columns + 2)
            guard column > line.column else { return }
            grid.put(own.glyph, at: Point(row: line.row, column: column), style: own.style)
        }
    }

    private func style(of position: Int, row: Outline.Row) -> Style {
        if row.isContext { return Theme.faint }
        guard pane != state.browse.focus, let brush = state.browse.brush else { return .plain }
        return brush.includes(position) ? .plain : Theme.faint
    }

    private func drawEmpty(on grid: inout Grid) {
        let text = state.language.localized(
            Strings.emptyPane(isPinned: !state.browse.pins.isEmpty, isFiltered: state.browse.filter != nil)
        )
        for (number, line) in Wrapping.lines(of: text, columns: area.columns - 2).enumerated() {
            grid.write(line, in: area.inset(columns: 1).line(number), style: Theme.faint)
        }
        if pane == state.browse.focus { grid.cursor = Point(row: area.row, column: area.column) }
    }
}
