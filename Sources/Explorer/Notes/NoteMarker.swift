import CaseModel
import Screen
import TextLayout

/// The signs of the reader's mark and note on an entity, wherever a row stands for it: `★`, `☆` or `★☆`.
struct NoteMarker {
    let signs: String
    let style = Theme.notebook

    /// Nil for an entity without a mark or note.
    init?(of entity: EntityRef, in notebook: Notebook) {
        self.init(isMarked: notebook.marks[entity] != nil, isNoted: notebook.notes[entity] != nil)
    }

    init?(isMarked: Bool, isNoted: Bool) {
        signs = (isMarked ? String(Theme.marked) : "") + (isNoted ? String(Theme.noted) : "")
        if signs.isEmpty { return nil }
    }

    /// The signs before a title, with a blank between.
    var lead: Span { Span(signs + " ", style: style) }

    /// The signs behind a title, with a blank between.
    var tail: Span { Span(" " + signs, style: style) }
}

extension Grid {
    /// Writes the signs of a mark and note, if there are any, at the end of a row, and returns the part of the row that
    /// is left for its text. The text goes first where both do not fit.
    mutating func write(_ marker: NoteMarker?, atEndOf line: Rect, isSelected: Bool) -> Rect {
        guard let marker, marker.tail.text.columns < line.columns else { return line }
        let rest = line.dropLast(columns: marker.tail.text.columns)
        let tail = isSelected ? marker.tail.with(style: marker.style.adding(.reverse)) : marker.tail
        write(tail, at: Point(row: line.row, column: rest.right), in: line)
        return rest
    }
}

extension Notebook {
    /// The note on an entity as a paragraph of its details: `☆ The two figures for the total investment differ.`
    func paragraph(on entity: EntityRef) -> [Span]? {
        notes[entity].map { note in
            [
                Span(String(Theme.noted) + " ", style: Theme.notebook),
                Span(note.text.replacing("\n", with: " ")),
            ]
        }
    }
}

/// The reader's mark and note as shown on the entity's page; the sign distinguishes them from the case's texts.
///
/// ```
/// ★☆ your note  2026-11-23
///   The two figures for the total investment differ.
/// ```
struct NoteSection {
    private(set) var document = Document()

    init?(of subject: Subject, in state: State) {
        switch subject {
        case .trace, .about, .chart: return nil
        case .entity: break
        }
        guard let entity = state.graph.reference(to: subject),
            let marker = NoteMarker(of: entity, in: state.notebook)
        else {
            return nil
        }
        let note = state.notebook.notes[entity]
        let title = state.language.localized(note == nil ? Strings.yourMark : Strings.yourNote)
        let moment = note?.moment ?? state.notebook.marks[entity]
        document.add("")
        document.add([
            Span(marker.signs, style: marker.style),
            Span(" " + Document.capitalized(title), style: Theme.notebook),
            Span(moment.map { "  \($0.date)" } ?? "", style: Theme.faint),
        ])
        for line in note?.text.split(separator: "\n", omittingEmptySubsequences: false) ?? [] {
            document.add(String(line), indent: 2)
        }
    }
}
