import CaseModel
import Screen

/// A line in the list of the reader's notebook, as of the opening of the list: a removed line stays in its place
/// and can be restored.
enum NotebookEntry: Equatable, Sendable {
    /// An entity with a mark, a note or both.
    case entity(EntityRef, isMarked: Bool, note: String?)
    case bookmark(Notebook.Bookmark)
    /// The viewpoint at which the last session ended.
    case lastPlace(String)

    /// All entries of a notebook: the last viewpoint, unless it is the present one, then the others, the latest
    /// first.
    static func all(of notebook: Notebook, except here: String) -> [NotebookEntry] {
        var dated: [(moment: Timestamp, order: String, notebookEntry: NotebookEntry)] = []
        for reference in Set(notebook.marks.keys).union(notebook.notes.keys) {
            let moments = [notebook.marks[reference], notebook.notes[reference]?.moment].compactMap(\.self)
            guard let latest = moments.max() else { continue }
            dated.append(
                (
                    latest, reference.id,
                    .entity(
                        reference, isMarked: notebook.marks[reference] != nil,
                        note: notebook.notes[reference]?.text)
                ))
        }
        for bookmark in notebook.bookmarks.values {
            dated.append((bookmark.moment, bookmark.place, .bookmark(bookmark)))
        }
        dated.sort { ($1.moment, $0.order) < ($0.moment, $1.order) }
        let last = notebook.lastPlace.flatMap { $0 == here ? nil : NotebookEntry.lastPlace($0) }
        return [last].compactMap(\.self) + dated.map(\.notebookEntry)
    }

    /// True if the notebook contains the entry.
    func isKept(in notebook: Notebook) -> Bool {
        switch self {
        case .entity(let reference, _, _):
            notebook.marks[reference] != nil || notebook.notes[reference] != nil
        case .bookmark(let bookmark): notebook.bookmarks[bookmark.place] != nil
        case .lastPlace(let place): notebook.lastPlace == place
        }
    }

    /// The changes that add the entry to a notebook, or remove it.
    func changes(isKept: Bool) -> [NotebookChange] {
        switch self {
        case .entity(let reference, let isMarked, let note):
            let mark = isMarked ? [NotebookChange.mark(reference, isKept)] : []
            let text = note.map {
                NotebookChange.note(reference, isKept ? $0 : nil, replacing: isKept ? nil : $0)
            }
            return mark + [text].compactMap(\.self)
        case .bookmark(let bookmark):
            return [
                .bookmark(
                    place: bookmark.place, title: isKept ? bookmark.title : nil, entity: bookmark.entity)
            ]
        case .lastPlace(let place): return [.lastPlace(isKept ? place : nil)]
        }
    }

    fileprivate func entry(in state: State, titleOfLastPlace: String) -> Picker.Entry {
        let isKept = isKept(in: state.notebook)
        let parts = text(in: state, titleOfLastPlace: titleOfLastPlace)
        let text = isKept ? parts : parts.map { Span($0.text, style: Theme.faint) }
        return Picker.Entry(label: isKept ? label : Theme.removed, text: text) { $0.go(to: self) }
    }

    private var label: String {
        switch self {
        case .entity(_, let isMarked, let note):
            NoteMarker(isMarked: isMarked, isNoted: note != nil)?.signs ?? ""
        case .bookmark: Theme.bookmark
        case .lastPlace: Theme.wayBack
        }
    }

    private func text(in state: State, titleOfLastPlace: String) -> [Span] {
        switch self {
        case .entity(let reference, _, let note):
            let gone =
                state.graph.title(of: reference) == nil
                ? [Span("  " + state.language.localized(Strings.notInCase), style: Theme.faint)] : []
            let words = note.map { [Span("  " + $0.replacing("\n", with: " "), style: Theme.faint)] } ?? []
            return [Span(state.titles.title(of: reference))] + gone + words
        case .bookmark(let bookmark): return [Span(bookmark.title)]
        case .lastPlace:
            return [
                Span(state.language.localized(Strings.lastPlace) + "  "),
                Span(titleOfLastPlace, style: Theme.faint),
            ]
        }
    }
}

/// The reader's marks, notes and bookmarks; Del removes an entry and restores it.
struct NotebookList: Listing {
    private let kept: [NotebookEntry]
    /// The title of the place that the last session was left at, found once: its view has to be opened for it.
    private var titleOfLastPlace = ""

    static let keys = [
        KeyTable.chooseRow(
            in: .notebook, "前往所选一处", "go to the selected place", hint: .init(1, "前往", "go there")),
        KeyRow(
            .list(.remove), [.delete], in: [.list(.notebook)], .here, "移除所选一项，再按放回",
            "remove it, or put it back",
            hint: .init(1, "移除/放回", "remove/restore")),
    ]

    init(_ kept: [NotebookEntry], in state: State) {
        self.kept = kept
        translate(in: state)
    }

    var name: ListName { .notebook }
    var prompt: String { "' " }
    var groupsByLabel: Bool { false }
    func title(in language: LanguageChoice) -> String { language.localized(Strings.notebookTitle) }

    private func answering(_ query: String, in state: State) -> [(kept: NotebookEntry, entry: Picker.Entry)] {
        kept.map { ($0, $0.entry(in: state, titleOfLastPlace: titleOfLastPlace)) }
            .filter { $0.1.contains(query) }
    }

    func entries(_ query: String, in state: State) -> Picker.Entries {
        Picker.Entries(answering(query, in: state).map(\.entry))
    }

    mutating func translate(in state: State) {
        for case .lastPlace(let place) in kept {
            titleOfLastPlace = Viewpoint(encoded: place, in: state).map(state.suggestedTitle(at:)) ?? ""
        }
    }

    func remove(row: Int, _ query: String, in state: inout State) -> [Effect] {
        let answering = answering(query, in: state)
        guard answering.indices.contains(row) else { return [] }
        let entry = answering[row].kept
        let isKept = entry.isKept(in: state.notebook)
        state.notice = isKept ? Strings.removed : Strings.restored
        return state.keep(entry.changes(isKept: !isKept))
    }
}

extension State {
    /// Goes to the viewpoint or page of an entry.
    fileprivate mutating func go(to entry: NotebookEntry) {
        switch entry {
        case .entity(let reference, _, _):
            switch graph.entity(reference) {
            case .item(let position)?: show(position)
            case let entity?: read(.entity(entity))
            case nil: notice = Strings.isGone
            }
        case .bookmark(let bookmark): go(toEncoded: bookmark.place)
        case .lastPlace(let place): go(toEncoded: place)
        }
    }

    private mutating func go(toEncoded text: String) {
        guard let viewpoint = Viewpoint(encoded: text, in: self) else {
            notice = Strings.isGone
            return
        }
        let left = visit
        go(to: viewpoint, leaving: left)
    }
}
