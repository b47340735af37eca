import CaseModel
import Screen
import TextLayout

/// Commands of the editor of a note or a bookmark's title.
package enum EditorCommand: CaseIterable, Hashable, Sendable {
    case move(Movement)
    case newLine, save, close

    package static var allCases: [EditorCommand] {
        Movement.allCases.map(EditorCommand.move) + [.newLine, .save, .close]
    }
}

/// The editor of a note, of a bookmark's title, or of a question to the speaker.
struct Editor: Equatable, Sendable {
    /// The outcome of a command, to be handled by the state.
    enum Outcome {
        /// The editor stays open.
        case open
        case discard
        /// The text is saved; nil if nothing changes.
        case save(NotebookChange?)
        /// A hand is raised with the text as its question.
        case ask(String)
    }

    /// The use of the text.
    enum Purpose: Equatable, Sendable {
        /// A note on an entity, in place of an earlier note.
        case note(EntityRef, replacing: String?)
        /// The title of a bookmark for an encoded viewpoint with its entity, if any, and whether the bookmark
        /// exists already.
        case bookmark(place: String, entity: EntityRef?, exists: Bool)
        /// A question to the speaker, which may stay empty.
        case question

        var mode: Mode {
            switch self {
            case .note: .note
            case .bookmark: .bookmark
            case .question: .question
            }
        }

        /// True if the text may have several lines.
        var hasLines: Bool {
            switch self {
            case .note: true
            case .bookmark, .question: false
            }
        }
    }

    let purpose: Purpose
    var field: TextField
    /// The text when the editor was opened.
    let original: String
    /// True after one Esc in a changed text; a second one discards it.
    private(set) var isLeaving = false

    /// The longest title of a bookmark in bytes.
    private static let longestTitle = 512

    init(_ purpose: Purpose, text: String) {
        self.purpose = purpose
        original = text
        let capacity =
            switch purpose {
            case .note: Notebook.longestNote
            case .bookmark: Self.longestTitle
            case .question: RaisedHand.longestQuestion
            }
        field = TextField(text, capacity: capacity)
    }

    /// The change made by saving; nil if there is none. Spaces around a text do not count, and an empty text
    /// removes the note or bookmark.
    var change: NotebookChange? {
        let text = field.text.trimmed
        switch purpose {
        case .note(let entity, let seen):
            let new = text.isEmpty ? nil : text
            return new == seen ? nil : .note(entity, new, replacing: seen)
        case .bookmark(let place, let entity, let exists):
            if text.isEmpty { return exists ? .bookmark(place: place, title: nil, entity: nil) : nil }
            return exists && text == original ? nil : .bookmark(place: place, title: text, entity: entity)
        case .question: return nil
        }
    }
}

extension Editor {
    /// The layout of an editor: a box with the text, or all of a small screen.
    struct Layout: Sendable {
        let box: Rect
        let title: Rect
        let text: Rect
        let hint: Rect
        let isFramed: Bool
        let field: TextField.Layout

        /// The number of lines of a note, if there is room.
        private static let lines = 9

        /// Reuses the wrapped lines of an earlier layout if the text is the same.
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
                // The last line of the view stays visible.
                hint = Rect(row: box.bottom, column: 0, columns: 0, rows: 0)
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

extension Editor {
    /// Types or edits with a key; false if the text is full.
    mutating func type(_ key: Key) -> Bool {
        isLeaving = false
        if case .character(let character) = key { return field.insert(character) }
        _ = field.edit(key)
        return true
    }

    /// Inserts as much of a pasted text as fits; false if that is not all of it.
    mutating func paste(_ text: String) -> Bool {
        isLeaving = false
        return (purpose.hasLines ? text : text.inOneLine).allSatisfy { field.insert($0) }
    }

    /// Carries out a command in the text as laid out.
    mutating func carryOut(_ command: EditorCommand, in layout: Layout) -> Outcome {
        let wasLeaving = isLeaving
        isLeaving = false
        switch command {
        case .move(let movement): field.move(movement, in: layout.field)
        case .newLine: if purpose.hasLines { _ = field.insert("\n") }
        case .save: return purpose == .question ? .ask(field.text.trimmed) : .save(change)
        case .close:
            // A single key must not discard typed text.
            if field.text == original || wasLeaving { return .discard }
            isLeaving = true
        }
        return .open
    }
}

extension State {
    /// The note that would be lost if the session ended now.
    package var unsaved: NotebookChange? {
        guard let editor, case .note = editor.purpose else { return nil }
        return editor.change
    }

    /// Types or edits with a key in the open editor.
    mutating func typeIntoEditor(_ key: Key) {
        if editor?.type(key) == false { notice = Strings.noRoom }
    }

    /// Inserts a pasted text into the open editor.
    mutating func pasteIntoEditor(_ text: String) {
        if editor?.paste(text) == false { notice = Strings.noRoom }
    }

    /// Carries out a command of the open editor.
    mutating func carryOutInEditor(_ command: EditorCommand) -> [Effect] {
        guard let layout = layout.editor, let outcome = editor?.carryOut(command, in: layout) else {
            return []
        }
        switch outcome {
        case .open:
            if let editor, editor.isLeaving { notice = Strings.notSaved(in: editor.purpose.mode) }
            return []
        case .discard:
            editor = nil
            return []
        case .ask(let question):
            editor = nil
            raiseHand(asking: question.isEmpty ? nil : question)
            return []
        case .save(let change):
            let isEmpty = editor?.field.text.trimmed.isEmpty == true
            if editor?.purpose.mode == .bookmark, change == nil, isEmpty {
                notice = Strings.bookmarkWithoutTitle
            }
            editor = nil
            guard let change else { return [] }
            notice = Strings.done(change, isPlain: isPlain)
            return keep([change])
        }
    }

    /// Lays out the open editor.
    mutating func layOutEditor() {
        layout.editor = editor.map { Editor.Layout(of: $0, size: size, known: layout.editor) }
    }
}

/// Draws the editor over the view below.
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
        Frame(state: state).drawKeys(in: layout.hint, on: &grid)
    }

    /// Marks more lines above or below: in the margin, or in the last column without one.
    private func mark(_ mark: Character, row: Int, _ layout: Editor.Layout, on grid: inout Grid) {
        let column = layout.isFramed ? layout.text.right : layout.text.right - 1
        grid.put(mark, at: Point(row: layout.text.row + row, column: column), style: Theme.faint)
    }

    private func title(in layout: Editor.Layout) -> String {
        let title: String
        switch editor.purpose {
        case .note(let entity, _):
            let name = Document.capitalized(state.language.localized(Strings.yourNote))
            title = name + " · " + state.titles.title(of: entity)
        case .bookmark: title = Document.capitalized(state.language.localized(Strings.bookmarkTitle))
        case .question: title = state.language.localized(Strings.yourQuestion)
        }
        return layout.isFramed ? TextFit.clipped(" " + title, to: layout.title.columns - 1) + " " : title
    }
}
