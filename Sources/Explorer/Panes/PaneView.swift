import CaseModel
import Screen
import TextLayout

/// Draws the rows of a pane.
///
/// ```
/// ▌title, indented under its parent      4●↶
/// ```
///
/// The right end of a row holds the number of items below it and its grade, so that a change of the selection
/// changes one glyph on each row whose connection changes; ↶ behind it says that its chain runs backwards in time.
/// ★ and ☆ are the reader's mark and note. While rows scroll, the heading of their section stays on top.
struct PaneView {
    let state: State
    let pane: Int
    let area: Rect
    /// The language of the rows: there is no room for a second one, which the detail bar shows.
    private let language: LanguageChoice
    private let marks: Connections?
    private let hasFocus: Bool

    init(state: State, pane: Int, area: Rect) {
        (self.state, self.pane, self.area) = (state, pane, area)
        language = state.language.first
        marks = state.browse.marks(in: pane)
        hasFocus = pane == state.browse.focus
    }

    /// The columns of the grade and of ↶ behind it.
    private var markColumns: Int { marks == nil ? 0 : 2 }

    func draw(on grid: inout Grid) {
        let column = state.browse.columns[pane]
        guard !column.outline.rows.isEmpty else { return drawEmpty(on: &grid) }
        let selected = column.selected.flatMap { column.outline.row(of: $0) }
        let window = state.browse.window(of: pane, height: area.rows)
        // The number of the selected item in its section, beside the section's heading.
        let place = selected.map { column.outline.rows[$0] }.flatMap { row in
            row.head.flatMap { hasFocus && row.rank > 0 ? (head: $0, rank: row.rank) : nil }
        }
        for line in 0..<area.rows {
            guard let row = window.row(onLine: line) else { break }
            let content = column.outline.rows[row]
            let count = count(of: content, rank: place?.head == row ? place?.rank : nil)
            draw(content, count: count, isSelected: row == selected, in: area.line(line), on: &grid)
        }
    }

    /// `35` items below a row, `3/35` where the third is selected, `+35` folded away.
    private func count(of row: Outline.Row, rank: Int?) -> String {
        if row.isFolded {
            // The first item of a kind stays in view.
            let hidden = row.head == nil ? row.count - 1 : row.count
            return hidden > 0 ? "+\(hidden)" : ""
        }
        guard row.count > 0 else { return "" }
        return rank.map { "\($0)/\(row.count)" } ?? String(row.count)
    }

    private func draw(
        _ row: Outline.Row, count: String, isSelected: Bool, in line: Rect, on grid: inout Grid
    ) {
        switch row.content {
        case .heading(let kind):
            let title = state.graph.case.kinds[kind].plural
            drawText(
                title, short: nil, count: count, own: nil, style: Theme.heading, indent: 0, in: line,
                on: &grid)
        case .item(let position):
            // The fields where they stand: a copy of the item would be one of all its texts.
            let items = state.graph.case.items
            let style = isSelected && hasFocus ? Theme.selected : style(of: position, row: row)
            drawText(
                items[position].title, short: items[position].short, count: count,
                own: NoteMarker(of: .item(items[position].id), in: state.notebook), style: style,
                indent: 1 + row.depth, in: line, on: &grid)
            if state.browse.isPinned(position) {
                grid.put(Theme.pinned, at: Point(row: line.row, column: line.column), style: Theme.pin)
            } else if isSelected {
                grid.put(Theme.bar, at: Point(row: line.row, column: line.column), style: Theme.title)
            }
            if let marks, let grade = marks.grade(of: position), !row.isContext {
                grid.put(grade.sign, at: Point(row: line.row, column: line.right - 2), style: Theme.mark)
                if marks.runsBackwards(to: position) {
                    grid.write(
                        Theme.backwards, at: Point(row: line.row, column: line.right - 1), in: line,
                        style: Theme.mark)
                }
            }
            if isSelected && hasFocus { grid.cursor = Point(row: line.row, column: line.column) }
        }
    }

    /// Writes a title, or the short one where it does not fit, and the number and the reader's signs at the end.
    private func drawText(
        _ title: Text, short: Text?, count: String, own: NoteMarker?, style: Style, indent: Int,
        in line: Rect,
        on grid: inout Grid
    ) {
        let end = line.right - markColumns
        let ownColumns = own?.signs.columns ?? 0
        let whole = line.columns - indent - markColumns - ownColumns
        var text = language.line(title)
        var count = count
        var room = whole - (count.isEmpty ? 0 : count.columns + 1)
        if text.columns > room {
            if let short { text = language.line(short) }
            // Beside the pane that is read, a title comes before the number of what is below it.
            if !hasFocus, text.columns > room { (count, room) = ("", whole) }
        }
        grid.write(
            text, in: Rect(row: line.row, column: line.column + indent, columns: room, rows: line.rows),
            style: style)
        grid.write(
            count, at: Point(row: line.row, column: end - count.columns), in: line, style: Theme.faint)
        if let own {
            let column = end - (count.isEmpty ? 0 : count.columns + 1) - ownColumns
            guard column > line.column else { return }
            grid.write(own.signs, at: Point(row: line.row, column: column), in: line, style: own.style)
        }
    }

    private func style(of position: Int, row: Outline.Row) -> Style {
        if row.isContext { return Theme.faint }
        guard !hasFocus || state.browse.pins.isEmpty, let marks else { return .plain }
        return marks.includes(position) ? .plain : Theme.faint
    }

    private func drawEmpty(on grid: inout Grid) {
        let text = state.language.localized(
            Strings.emptyPane(
                isPinned: !state.browse.pins.isEmpty, isFiltered: state.browse.filter != nil,
                farther: state.browse.columns[pane].farther)
        )
        grid.write(wrapping: text, in: area.inset(columns: 1))
        if hasFocus { grid.cursor = Point(row: area.row, column: area.column) }
    }
}
