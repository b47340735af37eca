import CaseModel
import Screen
import TextLayout

extension Picker {
    /// The layout of an open list: the query, then the entries, in a box over the view; or over the whole screen,
    /// if the screen is small or the selected text is shown below.
    struct Layout {
        let box: Rect
        let query: Rect
        let list: Rect
        /// The horizontal lines.
        var rules: [Rect] = []
        /// True for a box with sides, below which the view's last line is visible.
        var hasSides = false
        /// The whole selected text.
        var whole = Rect.empty
        /// The hints, if the view's last line is covered.
        var hint = Rect.empty

        /// The least columns of a screen for a box over the view.
        private static let narrow = 60
        private static let widest = 84

        init(size: Size, of list: any Listing) {
            if list.isOneLine {
                self.init(lastLineOf: size)
            } else if list.showsWholeText {
                self.init(besideText: size)
            } else {
                self.init(size: size)
            }
        }

        /// The query, with the hints beside it if there is room.
        private init(lastLineOf size: Size) {
            box = Rect(row: size.rows - 1, column: 0, columns: size.columns, rows: min(1, size.rows))
            let hints = size.columns >= 60 ? size.columns * 2 / 5 : 0
            query = Rect(
                row: box.row, column: min(1, size.columns), columns: max(0, size.columns - hints - 1),
                rows: box.rows)
            list = Rect(row: size.rows, column: 0, columns: 0, rows: 0)
            hint = Rect(row: box.row, column: query.right, columns: hints, rows: box.rows)
        }

        private init(size: Size) {
            guard size.columns >= Self.narrow, size.rows >= 12 else {
                box = Rect(size)
                let title = size.rows >= 12 ? 1 : 0
                query = box.line(title)
                let hints = size.rows >= 4 ? 1 : 0
                list = box.lines(size.rows - 1 - title - hints, at: title + 1)
                if title > 0 { rules = [box.line(0)] }
                hint = box.lines(hints, at: size.rows - 1)
                return
            }
            // Beside a narrower box only unreadable strips of the view would be left.
            let columns = size.columns < Self.widest + 8 ? size.columns : Self.widest
            let rows = size.rows - 4
            box = Rect(
                row: (size.rows - rows) / 2, column: (size.columns - columns) / 2, columns: columns,
                rows: rows)
            let inner = box.inset(rows: 1, columns: 2)
            query = inner.line(0)
            list = inner.lines(inner.rows - 1, at: inner.row + 1)
            hasSides = true
        }

        /// The text gets half of the screen; on a low screen the list keeps three rows, or all rows on a very low one.
        private init(besideText size: Size) {
            box = Rect(size)
            let title = size.rows >= 12 ? 1 : 0
            query = box.line(title)
            let hints = size.rows >= 4 ? 1 : 0
            let rest = size.rows - title - 1 - hints
            let isRoomy = rest >= 6
            let rows = isRoomy ? max(3, rest / 2) : rest
            list = box.lines(rows, at: query.row + 1)
            let rule = box.lines(isRoomy ? 1 : 0, at: list.bottom)
            rules = title > 0 ? [box.line(0), rule] : [rule]
            hint = box.lines(hints, at: size.rows - 1)
            whole = box.lines(isRoomy ? hint.row - rule.bottom : 0, at: rule.bottom)
        }
    }
}

/// Draws the open list over the view below.
struct PickerView {
    let state: State
    let picker: Picker

    func draw(on grid: inout Grid) {
        let layout = Picker.Layout(size: grid.size, of: picker.list)
        grid.fill(layout.box)
        drawFrame(layout, on: &grid)
        drawQuery(in: layout.query, on: &grid)

        let entries = picker.entries(in: state)
        let labelColumns = min(entries.labelColumns, layout.list.columns / 2)
        let top = picker.visible(of: entries.count, in: layout.list.rows).lowerBound
        var group: String?
        for row in 0..<layout.list.rows {
            guard entries.indices.contains(top + row) else { break }
            let entry = entries[top + row]
            // The label of a group is shown on its first visible row.
            let isRepeated = picker.list.groupsByLabel && entry.label == group
            draw(
                entry, label: isRepeated ? "" : entry.label,
                isSelected: top + row == picker.selected, labelColumns: labelColumns,
                in: layout.list.line(row), on: &grid)
            group = entry.label
        }
        if let remark = picker.list.remark(picker.query, in: state), entries.isEmpty || remark.isMistake {
            write(remark.text, isMistake: remark.isMistake, in: layout.list, on: &grid)
        }
        if entries.indices.contains(picker.selected), let whole = entries[picker.selected].whole {
            drawWhole(whole, in: layout.whole, on: &grid)
        }
        Frame(state: state).drawKeys(in: layout.hint, on: &grid)
    }

    private func drawFrame(_ layout: Picker.Layout, on grid: inout Grid) {
        if layout.hasSides { grid.frame(layout.box) }
        for line in layout.rules { grid.fill(line, with: Theme.rule, style: Theme.frame) }
        guard layout.query.row > layout.box.row else { return }
        grid.write(
            " " + picker.list.title(in: state.language) + " ",
            in: layout.box.line(0).inset(columns: 2), style: Theme.title)
    }

    /// The query with the cursor; invalid parts are marked, and the number of matches is right-aligned.
    private func drawQuery(in line: Rect, on grid: inout Grid) {
        let used = grid.write(picker.list.prompt, in: line, style: Theme.key)
        let field = line.dropFirst(columns: used)
        let window = picker.field.window(columns: field.columns)
        let characters = Array(picker.query)
        let mistake = picker.list.mistake(in: picker.query)?.clamped(to: 0..<characters.count) ?? 0..<0
        var spans = characters.indices.dropFirst(window.skipped).map { number in
            Span(String(characters[number]), style: mistake.contains(number) ? Theme.mistake : .plain)
        }
        if window.skipped > 0, let first = spans.first {
            spans[0] = Span(TextFit.padded("…", to: first.text.columns), style: Theme.faint)
        }
        grid.write(spans, in: field)
        grid.cursor = Point(
            row: field.row, column: min(field.column + window.cursor, max(0, grid.size.columns - 1)))
        guard let text = picker.list.tally(picker.query, in: state),
            spans.columns + text.columns + 2 <= field.columns
        else { return }
        grid.write(
            text, at: Point(row: field.row, column: field.right - text.columns), in: field, style: Theme.faint
        )
    }

    private func draw(
        _ entry: Picker.Entry, label: String, isSelected: Bool, labelColumns: Int, in line: Rect,
        on grid: inout Grid
    ) {
        if entry.isHeading, entry.label.isEmpty {
            grid.write(entry.text, in: line)
            return
        }
        let isSelected = isSelected && !entry.isHeading
        if isSelected { grid.fill(line, style: Theme.selected) }
        let style = isSelected ? Theme.selected : .plain
        grid.write(
            label, in: Rect(row: line.row, column: line.column, columns: labelColumns, rows: line.rows),
            style: isSelected ? style : Theme.key)
        func shown(_ spans: [Span]) -> [Span] {
            spans.map { isSelected ? $0.with(style: $0.style.adding(.reverse)) : $0 }
        }
        let marker = entry.entity.flatMap {
            NoteMarker(of: state.graph.reference(to: $0), in: state.notebook)
        }
        let rest = grid.write(
            marker, atEndOf: line.dropFirst(columns: labelColumns + 2), isSelected: isSelected)
        let used = grid.write(shown(entry.text), in: rest.dropLast(columns: entry.count.columns))
        grid.write(shown(entry.count), in: rest.dropFirst(columns: used))
    }

    /// The whole selected text, from edge to edge, so that the terminal's own selection can take one that Enter copies.
    private func drawWhole(_ text: String, in area: Rect, on grid: inout Grid) {
        let lines = Wrapping.lines(of: text, columns: area.columns)
        for (number, line) in lines.prefix(area.rows).enumerated() {
            let isCut = number == area.rows - 1 && lines.count > area.rows
            grid.write(isCut ? line + " …" : line, in: area.line(number))
        }
    }

    /// Writes a remark in place of the list, or an error over its last lines.
    private func write(_ remark: Text, isMistake: Bool, in area: Rect, on grid: inout Grid) {
        let lines = Wrapping.lines(of: state.language.localized(remark), columns: area.columns)
        let first = isMistake ? max(0, area.rows - lines.count) : 0
        for (number, line) in lines.enumerated() {
            let row = area.line(first + number)
            grid.fill(row)
            grid.write(line, in: row, style: isMistake ? Theme.notice : Theme.faint)
        }
    }
}
