import CaseModel
import Screen

/// One line in the list of what a reader keeps: as it was when the list was opened, so that it stays where it is
/// when it is removed, and can be put back.
enum NotebookEntry: Equatable, Sendable {
    /// A thing that carries a mark, a note or both.
    case thing(EntityRef, isMarked: Bool, note: String?)
    case bookmark(Notebook.Bookmark)
    /// Where the last session was left.
    case lastPlace(String)

    /// All that a notebook holds: where one was left first, unless that is where one is, then the latest first.
    static func all(of notebook: Notebook, except here: String) -> [NotebookEntry] {
        var dated: [(moment: Timestamp, order: String, notebookEntry: NotebookEntry)] = []
        for anchor in Set(notebook.marks.keys).union(notebook.notes.keys) {
            let moments = [notebook.marks[anchor], notebook.notes[anchor]?.moment].compactMap(\.self)
            guard let latest = moments.max() else { continue }
            dated.append(
                (
                    latest, anchor.id,
                    .thing(
                        anchor, isMarked: notebook.marks[anchor] != nil, note: notebook.notes[anchor]?.text)
                ))
        }
        for bookmark in notebook.bookmarks.values {
            dated.append((bookmark.moment, bookmark.place, .bookmark(bookmark)))
        }
        dated.sort { ($1.moment, $0.order) < ($0.moment, $1.order) }
        let last = notebook.lastPlace.flatMap { $0 == here ? nil : NotebookEntry.lastPlace($0) }
        return [last].compactMap(\.self) + dated.map(\.notebookEntry)
    }

    /// Whether a notebook (still) holds it.
    func isKept(in notebook: Notebook) -> Bool {
        switch self {
        case .thing(let anchor, _, _): notebook.marks[anchor] != nil || notebook.notes[anchor] != nil
        case .bookmark(let bookmark): notebook.bookmarks[bookmark.place] != nil
        case .lastPlace(let place): notebook.lastPlace == place
        }
    }

    /// What takes it out of a notebook, or puts it back.
    func changes(keeping isKept: Bool) -> [NotebookChange] {
        switch self {
        case .thing(let anchor, let isMarked, let note):
            let mark = isMarked ? [NotebookChange.mark(anchor, isKept)] : []
            let text = note.map {
                NotebookChange.note(anchor, isKept ? $0 : nil, replacing: isKept ? nil : $0)
            }
            return mark + [text].compactMap(\.self)
        case .bookmark(let bookmark):
            return [
                .bookmark(
                    place: bookmark.place, title: isKept ? bookmark.title : nil, anchor: bookmark.anchor)
            ]
        case .lastPlace(let place): return [.lastPlace(isKept ? place : nil)]
        }
    }

    /// The line in the list.
    func entry(of state: State) -> Picker.Entry {
        let isKept = isKept(in: state.notebook)
        let parts = text(of: state)
        let text = isKept ? parts : parts.map { Span($0.text, style: Theme.faint) }
        return Picker.Entry(
            label: isKept ? label : Theme.removed, text: text, choice: .notebookEntry(self))
    }

    private var label: String {
        switch self {
        case .thing(_, let isMarked, let note):
            (isMarked ? String(Theme.marked) : "") + (note == nil ? "" : String(Theme.noted))
        case .bookmark: Theme.bookmark
        case .lastPlace: Theme.wayBack
        }
    }

    private func text(of state: State) -> [Span] {
        switch self {
        case .thing(let anchor, _, let note):
            let gone =
                state.graph.title(of: anchor) == nil
                ? [Span("  " + state.language.localized(Strings.notInCase), style: Theme.faint)] : []
            let words = note.map { [Span("  " + $0.replacing("\n", with: " "), style: Theme.faint)] } ?? []
            return [Span(state.title(of: anchor))] + gone + words
        case .bookmark(let bookmark): return [Span(bookmark.title)]
        case .lastPlace(let place):
            let title = Viewpoint(words: place, in: state).map { state.suggestedTitle(of: $0) } ?? ""
            return [
                Span(state.language.localized(Strings.lastPlace) + "  "), Span(title, style: Theme.faint),
            ]
        }
    }
}

extension State {
    /// Takes the selected line out of the notebook, or puts it back.
    mutating func removeOrRestore(_ notebookEntry: NotebookEntry) -> [Effect] {
        let isKept = notebookEntry.isKept(in: notebook)
        notice = isKept ? Strings.removed : Strings.restored
        return keep(notebookEntry.changes(keeping: !isKept))
    }

    /// Goes where a line of the list leads.
    mutating func go(to notebookEntry: NotebookEntry) {
        switch notebookEntry {
        case .thing(let anchor, _, _):
            switch graph.entity(anchor) {
            case .item(let position)?: show(position)
            case let entity?: read(.entity(entity))
            case nil: notice = Strings.isGone
            }
        case .bookmark(let bookmark): go(toWords: bookmark.place)
        case .lastPlace(let place): go(toWords: place)
        }
    }

    private mutating func go(toWords words: String) {
        guard let viewpoint = Viewpoint(words: words, in: self) else {
            notice = Strings.isGone
            return
        }
        let left = visit
        go(to: viewpoint, leaving: left)
    }
}
