import CaseModel
import Screen

/// The sign of a mark or note on an entity.
struct NoteMarker {
    let glyph: Character
    let style: Style

    /// Nil for an entity without a mark or note.
    init?(of entity: EntityRef, in notebook: Notebook) {
        let isNoted = notebook.notes[entity] != nil
        if notebook.marks[entity] != nil {
            (glyph, style) = (Theme.marked, isNoted ? Theme.notebook.adding(.underline) : Theme.notebook)
        } else if isNoted {
            (glyph, style) = (Theme.noted, Theme.notebook)
        } else {
            return nil
        }
    }
}

/// The reader's mark and note as shown on the entity's page; the sign distinguishes them from the case's texts.
///
/// ```
/// ★ your note  2026-11-23
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
            let sign = NoteMarker(of: entity, in: state.notebook)
        else {
            return nil
        }
        let note = state.notebook.notes[entity]
        let title = state.language.localized(note == nil ? Strings.yourMark : Strings.yourNote)
        let moment = note?.moment ?? state.notebook.marks[entity]
        document.add("")
        document.add([
            Span("\(sign.glyph)", style: sign.style),
            Span(" " + Document.capitalized(title), style: Theme.notebook),
            Span(moment.map { "  \($0.date)" } ?? "", style: Theme.faint),
        ])
        for line in note?.text.split(separator: "\n", omittingEmptySubsequences: false) ?? [] {
            document.add(String(line), indent: 2)
        }
    }
}
