import CaseModel

/// Whether anything of the reader's own is kept here.
package enum NotebookAvailability: Equatable, Sendable {
    /// Nothing is kept, and why.
    case nothing(because: Text)
    /// What is kept so far.
    case notebook(Notebook)
}

extension State {
    /// What the reader keeps of the case; empty where nothing is kept.
    var notebook: Notebook {
        switch keeping {
        case .notebook(let notebook): notebook
        case .nothing: Notebook()
        }
    }

    /// Opens what was kept in earlier sessions; what was searched for and filtered by is there to be used again.
    package mutating func load(_ keeping: NotebookAvailability) {
        self.keeping = keeping
        searches = Queries(latest: notebook.searches)
        filters = Queries(latest: notebook.filters)
        refresh()
    }

    /// Takes what is kept once changes have been made to it.
    package mutating func note(_ keeping: NotebookAvailability) {
        self.keeping = keeping
        refresh()
    }

    /// What is worth keeping when the session ends: a note that is being written, where one is, and what was
    /// searched for and filtered by.
    package var farewell: [NotebookChange] {
        guard case .notebook(let notebook) = keeping else { return [] }
        var changes: [NotebookChange] = []
        if let unsaved { changes.append(unsaved) }
        // A place on a talk's path was chosen by the talk, and the beginning of a case by nobody.
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
