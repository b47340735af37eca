import CaseModel

/// The reader's notebook, or the reason why there is none.
package enum NotebookAvailability: Equatable, Sendable {
    case nothing(because: Text)
    case notebook(Notebook)
}

extension State {
    /// The reader's notebook of the case; empty if it is unavailable.
    var notebook: Notebook {
        switch notebookAvailability {
        case .notebook(let notebook): notebook
        case .nothing: Notebook()
        }
    }

    /// Opens the notebook of earlier sessions, with their searches and filters.
    package mutating func load(_ availability: NotebookAvailability) {
        notebookAvailability = availability
        searches = Queries(latest: notebook.searches)
        filters = Queries(latest: notebook.filters)
        refresh()
    }

    /// Updates the notebook after changes of this session, and perhaps of others. Where another session has changed a
    /// note meanwhile, so that its text is not the one asked for, that is said. A note that is open and unedited shows the
    /// text that it has now.
    package mutating func note(_ availability: NotebookAvailability, after changes: [NotebookChange] = []) {
        notebookAvailability = availability
        for case .note(let entity, let text, _) in changes where notebook.notes[entity]?.text != text {
            notice = Strings.changedElsewhere(wasRemoved: text == nil)
        }
        if let editor, case .note(let entity, let seen) = editor.purpose,
            editor.field.text == editor.original,
            notebook.notes[entity]?.text != seen
        {
            edit(noteOn: entity)
        }
        refilter()
        refresh()
    }

    /// The changes to save when the session ends: an unsaved note, the last viewpoint, searches and filters.
    package var closingChanges: [NotebookChange] {
        guard case .notebook(let notebook) = notebookAvailability else { return [] }
        var changes: [NotebookChange] = []
        if let unsaved { changes.append(unsaved) }
        // A talk's viewpoint and the initial one are not the reader's choice.
        if talk == nil, viewpoint != start { changes.append(.lastPlace(encodedPlace)) }
        if searches.latest != notebook.searches || filters.latest != notebook.filters {
            changes.append(.queries(searches: searches.latest, filters: filters.latest))
        }
        return changes
    }

    /// Orders changes to be saved; without a notebook, shows the reason.
    mutating func keep(_ changes: [NotebookChange]) -> [Effect] {
        switch notebookAvailability {
        case .nothing(let reason):
            notice = reason
            return []
        case .notebook: return changes.isEmpty ? [] : [.keep(changes)]
        }
    }
}
