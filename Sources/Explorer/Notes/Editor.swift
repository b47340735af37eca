import CaseModel
import Screen

/// A note or the title of a bookmark while it is written.
struct Editor: Equatable, Sendable {
    /// What the text is for.
    enum Purpose: Equatable, Sendable {
        /// A note on a thing, where there was this one.
        case note(EntityRef, replacing: String?)
        /// The title of a bookmark for a place, which shows one thing or not; whether there is one already.
        case bookmark(place: String, anchor: EntityRef?, exists: Bool)

        /// Whether the text may have more than one line.
        var hasLines: Bool {
            switch self {
            case .note: true
            case .bookmark: false
            }
        }
    }

    let purpose: Purpose
    var field: TextField
    /// The text as it was when it was opened.
    let original: String
    /// Whether Esc was pressed although something has changed, and is to be pressed once more.
    var isLeaving = false

    /// Bytes of the longest title of a bookmark.
    private static let longestTitle = 512

    init(_ purpose: Purpose, text: String) {
        self.purpose = purpose
        original = text
        field = TextField(text, capacity: purpose.hasLines ? Notebook.longestNote : Self.longestTitle)
    }

    /// What saving the text changes; nil where there is nothing to change. Spaces around a text do not count, and
    /// an empty one takes away what there was.
    var change: NotebookChange? {
        let text = field.text.trimmed
        switch purpose {
        case .note(let anchor, let seen):
            let new = text.isEmpty ? nil : text
            return new == seen ? nil : .note(anchor, new, replacing: seen)
        case .bookmark(let place, let anchor, let exists):
            if text.isEmpty { return exists ? .bookmark(place: place, title: nil, anchor: nil) : nil }
            return exists && text == original ? nil : .bookmark(place: place, title: text, anchor: anchor)
        }
    }
}

extension State {
    /// What would be lost if the session ended now: a note that is being written.
    package var unsaved: NotebookChange? {
        guard let editor, case .note = editor.purpose else { return nil }
        return editor.change
    }

    /// Takes a key that types or edits into the open text.
    mutating func write(_ key: Key) {
        guard var editor else { return }
        editor.isLeaving = false
        if case .character(let character) = key {
            if !editor.field.insert(character) { notice = Strings.noRoom }
        } else {
            _ = editor.field.edit(key)
        }
        self.editor = editor
    }

    /// Carries out a command while a text is written.
    mutating func write(_ command: Command) -> [Effect] {
        guard var editor else { return [] }
        let isLeaving = editor.isLeaving
        editor.isLeaving = false
        switch command {
        case .move(let movement):
            if let layout = layout.editor { editor.field.move(movement, in: layout.field) }
        case .own(.newLine): if editor.purpose.hasLines { _ = editor.field.insert("\n") }
        case .own(.save):
            self.editor = nil
            guard let change = editor.change else { return [] }
            notice = Strings.done(change)
            return keep([change])
        case .close:
            // What was typed is not thrown away by one key.
            guard editor.field.text == editor.original || isLeaving else {
                editor.isLeaving = true
                break
            }
            self.editor = nil
            return []
        case .enter, .back, .pane, .reading, .chart, .view, .travel, .find, .own, .talk, .program: break
        }
        self.editor = editor
        return []
    }
}
