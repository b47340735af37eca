import CaseModel
import Screen
import TextLayout

/// The selected row of a table and the first visible one, each known by its content: pins, filter and order change the
/// rows between two uses.
struct TableSelection<Row: Hashable & Sendable>: Hashable, Sendable {
    var row: Row?
    /// The first visible row.
    var top: Row?

    /// The index of the selected row; 0 for one that is not shown, nil for an empty table.
    func index(in rows: [Row]) -> Int? {
        rows.isEmpty ? nil : row.flatMap { rows.firstIndex(of: $0) } ?? 0
    }

    /// The index of the row that was the first visible one; 0 if it is not shown any more.
    func topIndex(in rows: [Row]) -> Int { top.flatMap { rows.firstIndex(of: $0) } ?? 0 }

    /// Moves the selection in a table that shows some rows at a time; there is nothing sideways.
    mutating func move(_ movement: Movement, in rows: [Row], height: Int) {
        guard let here = index(in: rows) else { return }
        let page = max(1, height - 1)
        let wanted: Int
        switch movement {
        case .up: wanted = here - 1
        case .down: wanted = here + 1
        case .pageUp: wanted = here - page
        case .pageDown: wanted = here + page
        case .first: wanted = 0
        case .last: wanted = rows.count - 1
        case .left, .right: return
        }
        row = rows[min(max(0, wanted), rows.count - 1)]
        scroll(in: rows, height: height)
    }

    /// Brings the selected row into view.
    mutating func scroll(in rows: [Row], height: Int) {
        let first = Scrolling.top(topIndex(in: rows), showing: index(in: rows), of: rows.count, in: height)
        top = rows.indices.contains(first) ? rows[first] : nil
    }
}

/// The layout of a chart that is a table: summary, names of the columns, rows, and the whole of the selected one.
struct TableLayout {
    let summary: Rect
    let heading: Rect
    let list: Rect
    let detail: Rect

    init(area: Rect) {
        let detailRows = area.rows >= 14 ? min(12, area.rows / 3) : 0
        let divider = detailRows > 0 ? 1 : 0
        summary = area.line(0)
        heading = area.lines(area.rows >= 6 ? 1 : 0, at: summary.bottom)
        list = area.lines(
            area.rows - summary.rows - heading.rows - detailRows - divider, at: heading.bottom)
        detail = area.lines(detailRows, at: list.bottom + divider)
    }

    /// The width of the text of the details.
    var detailColumns: Int { detail.inset(columns: 1).columns }

    /// The rows that are visible at a time in the area of a chart.
    static func height(in context: ChartContext) -> Int { TableLayout(area: Rect(context.area)).list.rows }

    /// Draws the rows in view, each with the reader's signs at its end, and the cursor on the selected one.
    func draw<Row>(
        _ rows: [Row], _ selection: TableSelection<Row>, on grid: inout Grid, marker: (Row) -> NoteMarker?,
        text: (Row) -> String
    ) {
        guard let selected = selection.index(in: rows) else { return }
        let top = Scrolling.top(
            selection.topIndex(in: rows), showing: selected, of: rows.count, in: list.rows)
        for number in 0..<min(list.rows, rows.count - top) {
            let line = list.line(number)
            let isSelected = top + number == selected
            grid.react(line, as: .part(top + number))
            if isSelected {
                grid.fill(line, style: Theme.selected)
                grid.cursor = Point(row: line.row, column: line.column)
            }
            let row = rows[top + number]
            let room = grid.write(marker(row), atEndOf: line, isSelected: isSelected)
            grid.write(text(row), in: room, style: isSelected ? Theme.selected : .plain)
        }
    }

    /// Says in place of the rows why there are none.
    func drawReason(_ reason: String, on grid: inout Grid) {
        grid.write(wrapping: reason, in: list.inset(columns: 1))
    }

    /// Draws the details below a divider that names the row; an arrow says that there are more.
    func drawDetail(_ label: String, _ lines: [[Span]], on grid: inout Grid) {
        let divider = detail.lines(1, at: detail.row - 1)
        grid.fill(divider, with: Theme.rule, style: Theme.frame)
        grid.write(
            " \(label) ", at: Point(row: divider.row, column: divider.right - label.columns - 4),
            in: divider, style: Theme.frame)
        let room = detail.inset(columns: 1)
        grid.write(lines: lines, in: room)
        if lines.count > room.rows {
            grid.put("↓", at: Point(row: room.bottom - 1, column: room.right - 1))
        }
    }
}
