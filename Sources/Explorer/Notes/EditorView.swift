import CaseModel
import Screen
import TextLayout

extension Editor {
    /// Where the parts of an open text stand: a box with the text in it, or the whole of a small screen.
    struct Layout: Sendable {
        let box: Rect
        let title: Rect
        let text: Rect
        let hint: Rect
        let isFramed: Bool
        /// The lines of the text.
        let field: TextField.Layout

        /// Rows of text that a note has where there is room.
        private static let lines = 9

        /// Lines that are known from an earlier layout are not wrapped again.
        init(of editor: Editor, size: Size, known: Layout?) {
            let rows = editor.purpose.hasLines ? Self.lines : 1
            isFramed = size.columns >= 40 && size.rows >= 8
            if isFramed {
                let columns = min(size.columns - 8, 84)
                let height = min(size.rows - 4, rows + 2)
                box = Rect(
                    row: (size.rows - height) / 2, column: (size.columns - columns) / 2, columns: columns,
                    rows: height)
                title = box.line(0).inset(columns: 2)
                text = box.inset(rows: 1, columns: 2)
                hint = box.line(box.rows - 1).inset(columns: 2)
            } else {
                box = Rect(size)
                let (head, foot) = (size.rows >= 2 ? 1 : 0, size.rows >= 3 ? 1 : 0)
                title = Rect(row: 0, column: 0, columns: size.columns, rows: head)
                text = Rect(row: head, column: 0, columns: size.columns, rows: size.rows - head - foot)
                hint = Rect(row: size.rows - 1, column: 0, columns: size.columns, rows: foot)
            }
            field = TextField.Layout(editor.field, columns: text.columns, known: known?.field)
        }
    }
}

extension State {
    /// Lays out the text that is being written.
    mutating func layOutEditor() {
        layout.editor = editor.map { Editor.Layout(of: $0, size: size, known: layout.editor) }
    }
}

/// Draws a text that is being written over the view that it was opened from.
struct EditorView {
    let state: State
    let editor: Editor

    func draw(on grid: inout Grid) {
        guard let layout = state.layout.editor else { return }
        grid.fill(layout.box)
        if layout.isFramed { grid.frame(layout.box) }
        grid.write(title(in: layout), in: layout.title, style: Theme.title)
        let field = layout.field
        let top = Scrolling.top(0, showing: field.row, of: field.lines.count, in: layout.text.rows)
        for row in 0..<layout.text.rows where field.lines.indices.contains(top + row) {
            grid.write(String(field.text[field.lines[top + row]]), in: layout.text.line(row))
        }
        if top > 0 { mark("↑", row: 0, layout, on: &grid) }
        if top + layout.text.rows < field.lines.count {
            mark(Character(Theme.more), row: layout.text.rows - 1, layout, on: &grid)
        }
        grid.cursor = Point(
            row: layout.text.row + max(0, field.row - top), column: layout.text.column + field.column)
        drawHint(in: layout, on: &grid)
    }

    /// More above or below: in the margin, or over the last column where there is none.
    private func mark(_ mark: Character, row: Int, _ layout: Editor.Layout, on grid: inout Grid) {
        let column = layout.isFramed ? layout.text.right : layout.text.right - 1
        grid.put(mark, at: Point(row: layout.text.row + row, column: column), style: Theme.faint)
    }

    private func title(in layout: Editor.Layout) -> String {
        let title: String
        switch editor.purpose {
        case .note(let anchor, _):
            let name = Document.capitalized(state.language.localized(Strings.yourNote))
            title = name + " · " + state.title(of: anchor)
        case .bookmark: title = Document.capitalized(state.language.localized(Strings.bookmarkTitle))
        }
        return layout.isFramed ? TextFit.clipped(" " + title, to: layout.title.columns - 1) + " " : title
    }

    private func drawHint(in layout: Editor.Layout, on grid: inout Grid) {
        let (text, style): (Text, Style)
        if let notice = state.notice {
            (text, style) = (notice, Theme.notice)
        } else if editor.isLeaving {
            (text, style) = (Strings.notSaved, Theme.notice)
        } else {
            (text, style) = (editor.purpose.hasLines ? Strings.noteHint : Strings.bookmarkHint, Theme.faint)
        }
        let words = state.language.localized(text)
        grid.write(layout.isFramed ? " \(words) " : words, in: layout.hint, style: style)
    }
}
