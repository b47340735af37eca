import CaseModel
import Screen
import TextLayout

/// Draws the open list over the view that it was opened from.
struct PickerView {
    let state: State
    let picker: Picker

    func draw(on grid: inout Grid) {
        let layout = Picker.Layout(size: grid.size, of: picker.content)
        grid.fill(layout.box)
        drawBox(layout, on: &grid)

        let entries = picker.entries(of: state)
        let used = grid.write(picker.content.prompt, in: layout.query, style: Theme.key)
        let field = Rect(
            row: layout.query.row, column: layout.query.column + used, columns: layout.query.columns - used,
            rows: layout.query.rows)
        let typed = grid.write(query, in: field)
        drawOutcome(in: field, after: typed, on: &grid)
        grid.cursor = Point(row: field.row, column: min(field.column + typed, max(0, grid.size.columns - 1)))

        let labelColumns = min(entries.labelColumns, layout.list.columns / 2)
        let top = Scrolling.top(
            picker.top, showing: max(0, picker.selected), of: entries.count, in: layout.list.rows)
        var group: String?
        for row in 0..<layout.list.rows {
            guard entries.indices.contains(top + row) else { break }
            let entry = entries[top + row]
            // A label that several have stands at the first of them that is in view.
            draw(
                entry, label: entry.label == group ? "" : entry.label,
                isSelected: top + row == picker.selected, labelColumns: labelColumns,
                in: layout.list.line(row), on: &grid)
            group = entry.label
        }
        if entries.isEmpty || picker.draft.isRefused, let remark { write(remark, in: layout.list, on: &grid) }
        if entries.indices.contains(picker.selected), case .copy(let text) = entries[picker.selected].choice {
            drawWhole(text, in: layout, on: &grid)
        }
    }

    /// The text that Enter copies, from edge to edge, so that the terminal's own selection can take it.
    private func drawWhole(_ text: String, in layout: Picker.Layout, on grid: inout Grid) {
        let area = layout.whole
        guard !area.isEmpty else { return }
        let lines = Wrapping.lines(of: text, columns: area.columns)
        for (number, line) in lines.prefix(area.rows).enumerated() {
            let isCut = number == area.rows - 1 && lines.count > area.rows
            grid.write(isCut ? line + " …" : line, in: area.line(number))
        }
        grid.write(state.language.localized(Strings.copyHint), in: layout.hint, style: Theme.faint)
    }

    private func draw(
        _ entry: Picker.Entry, label: String, isSelected: Bool, labelColumns: Int, in line: Rect,
        on grid: inout Grid
    ) {
        if isSelected { grid.fill(line, style: Theme.selected) }
        let style = isSelected ? Theme.selected : .plain
        grid.write(
            label, in: Rect(row: line.row, column: line.column, columns: labelColumns, rows: line.rows),
            style: isSelected ? style : Theme.key)
        let text = entry.text.map { span in
            isSelected ? span.with(style: span.style.adding(.reverse)) : span
        }
        grid.write(
            text,
            in: Rect(
                row: line.row, column: line.column + labelColumns + 2,
                columns: line.columns - labelColumns - 2, rows: line.rows))
    }

    /// What is typed; of a filter that cannot be read, what it fails at is marked.
    private var query: [Span] {
        guard case .mistaken(let error) = picker.draft.reading else { return [Span(picker.query)] }
        let characters = Array(picker.query)
        let range = error.range.clamped(to: 0..<characters.count)
        return [
            Span(String(characters[..<range.lowerBound])),
            Span(String(characters[range]), style: Theme.mistake),
            Span(String(characters[range.upperBound...])),
        ]
    }

    /// What there is to say where the list is empty.
    private var remark: Text? {
        switch picker.content {
        case .filter: picker.draft.remark
        case .commands, .items, .finds, .choice, .steps, .copies, .leads, .notebookEntries:
            picker.query.isEmpty || state.isSearching ? nil : Strings.nothingFound
        }
    }

    /// Says what there is to say in place of the list, or of its last lines.
    private func write(_ remark: Text, in area: Rect, on grid: inout Grid) {
        let lines = Wrapping.lines(of: state.language.localized(remark), columns: area.columns)
        let first = picker.draft.isRefused ? max(0, area.rows - lines.count) : 0
        for (number, line) in lines.enumerated() {
            let row = area.line(first + number)
            grid.fill(row)
            grid.write(line, in: row, style: picker.draft.isRefused ? Theme.notice : Theme.faint)
        }
    }

    /// How many items are found or let through, at the right end of what is typed.
    private func drawOutcome(in field: Rect, after typed: Int, on grid: inout Grid) {
        let count: Int
        switch picker.content {
        case .finds where !picker.query.isEmpty: count = picker.finds?.count ?? 0
        case .filter:
            guard case .sound(let found) = picker.draft.reading else { return }
            count = found
        case .commands, .items, .finds, .choice, .steps, .copies, .leads, .notebookEntries: return
        }
        let text = String(count) + (state.isSearching ? "…" : "")
        guard typed + text.columns + 2 <= field.columns else { return }
        grid.write(
            text, at: Point(row: field.row, column: field.right - text.columns), in: field, style: Theme.faint
        )
    }

    private func drawBox(_ layout: Picker.Layout, on grid: inout Grid) {
        let box = layout.box
        for line in layout.rules { grid.fill(line, with: "─", style: Theme.frame) }
        guard layout.query.row > box.row else { return }
        for row in layout.hasSides ? box.row..<box.bottom : 0..<0 {
            let corners: (Character, Character) =
                row == box.row ? ("┌", "┐") : row == box.bottom - 1 ? ("└", "┘") : ("│", "│")
            grid.put(corners.0, at: Point(row: row, column: box.column), style: Theme.frame)
            grid.put(corners.1, at: Point(row: row, column: box.right - 1), style: Theme.frame)
        }
        grid.write(
            " " + picker.content.title(in: state.language) + " ",
            in: Rect(row: box.row, column: box.column + 2, columns: box.columns - 4, rows: 1),
            style: Theme.title)
        guard let hint = picker.content.hint, layout.hasSides else { return }
        grid.write(
            " " + state.language.localized(hint) + " ", in: box.line(box.rows - 1).inset(columns: 2),
            style: Theme.faint)
    }
}
