import CaseModel

/// The reader's notebook, or the reason why there is none.
package enum NotebookAvailability: Equatable, Sendable {
    case nothing(because: Text)
    case notebook(Notebook)
}

extension State {
    /// The reader's notebook of the case; empty where nothing is kept.
    var notebook: Notebook {
        switch keeping {
        case .notebook(let notebook): notebook
        case .nothing: Notebook()
        }
    }

    /// Opens the notebook of earlier sessions, with their searches and filters.
    package mutating func load(_ keeping: NotebookAvailability) {
        self.keeping = keeping
        searches = Queries(latest: notebook.searches)
        filters = Queries(latest: notebook.filters)
        refresh()
    }

    /// Takes the notebook after changes to it.
    package mutating func note(_ keeping: NotebookAvailability) {
        self.keeping = keeping
        refresh()
    }

    /// The changes to keep when the session ends: an unsaved note, the last place, searches and filters.
    package var farewell: [NotebookChange] {
        guard case .notebook(let notebook) = keeping else { return [] }
        var changes: [NotebookChange] = []
        if let unsaved { changes.append(unsaved) }
        // Neither the place of a talk nor the beginning of a case was chosen by the reader.
        if talk == nil, viewpoint != start { changes.append(.lastPlace(viewpoint.words(in: graph))) }
        if searches.latest != notebook.searches || filters.latest != notebook.filters {
            changes.append(.queries(searches: searches.latest, filters: filters.latest))
        }
        return changes
    }

    /// Asks for changes to be kept; says why where nothing is.
    mutating func keep(_ changes: [NotebookChange]) -> [Effect] {
        switch keeping {
        case .nothing(let reason):
            notice = reason
            return []
        case .notebook: return changes.isEmpty ? [] : [.keep(changes)]
        }
    }
}
