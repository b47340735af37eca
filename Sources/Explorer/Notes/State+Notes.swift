import CaseModel

/// Commands for copies, and for the reader's own marks, notes and bookmarks.
package enum NoteCommand: CaseIterable, Hashable, Sendable {
    case copy, links
    case mark, note, bookmark
    /// Opens the list of marks, notes and bookmarks.
    case notebook
}

extension State {
    /// Carries out a command that copies, marks or notes something.
    mutating func perform(_ command: NoteCommand) -> [Effect] {
        switch command {
        case .copy:
            guard let list = CopyList(in: self) else { return explain(Strings.nothingToCopy) }
            open(list)
        case .links:
            guard let list = LinkList(in: self) else { return explain(Strings.noLinks) }
            open(list)
        case .mark: return toggleMark()
        case .note: return openNote()
        case .bookmark: return openBookmark()
        case .notebook: return openNotebook()
        }
        return []
    }

    /// Shows a text in the pager and orders it to be copied.
    mutating func take(_ text: String) -> [Effect] {
        pager = Pager(text: text)
        return [.copy(text)]
    }

    /// The entity that a mark or note would belong to here: the selected one, or that of the page.
    var currentEntity: EntityRef? {
        switch copySources.last {
        case .subject(let subject)?: graph.reference(to: subject)
        case .items(let positions, _)?:
            positions.count == 1 ? graph.reference(to: Subject.item(positions[0])) : nil
        case .evidence?, .link?, nil: nil
        }
    }

    /// Marks the entity here, or removes its mark.
    private mutating func toggleMark() -> [Effect] {
        guard let entity = currentEntity else { return explain(Strings.nothingToMark) }
        let change = NotebookChange.mark(entity, notebook.marks[entity] == nil)
        notice = Strings.done(change, isPlain: isPlain)
        return keep([change])
    }

    /// Opens the editor of the note on the entity here.
    private mutating func openNote() -> [Effect] {
        guard let entity = currentEntity else { return explain(Strings.nothingToMark) }
        guard case .notebook = notebookAvailability else { return keep([]) }
        edit(noteOn: entity)
        return [.rereadNotebook]
    }

    /// Opens the editor with the text of a note as it is known now.
    mutating func edit(noteOn entity: EntityRef) {
        let note = notebook.notes[entity]?.text
        editor = Editor(.note(entity, replacing: note), text: note ?? "")
    }

    /// Opens the editor of a bookmark's title for this viewpoint, with a suggested title.
    private mutating func openBookmark() -> [Effect] {
        guard case .notebook(let notebook) = notebookAvailability else { return keep([]) }
        let here = viewpoint.encoded(in: graph)
        // An earlier version may have encoded the same viewpoint differently.
        let place =
            notebook.bookmarks.keys.sorted().first {
                $0 == here || Viewpoint(encoded: $0, in: self)?.encoded(in: graph) == here
            } ?? here
        let title = notebook.bookmarks[place]?.title
        editor = Editor(
            .bookmark(place: place, entity: currentEntity, exists: title != nil),
            text: title ?? suggestedTitle)
        return []
    }

    /// A title for the present viewpoint, with what is selected in an open chart.
    var suggestedTitle: String {
        var selection = currentEntity.flatMap(graph.title).map(language.localized)
        if selection == nil, case .items(_, let title)? = copySources.first { selection = title }
        return titles.suggested(for: viewpoint, selecting: selection)
    }

    /// A title for another viewpoint. What is selected in a chart is known only where it is open.
    func suggestedTitle(at viewpoint: Viewpoint) -> String {
        guard case .chart? = viewpoint.subject else {
            return titles.suggested(for: viewpoint, selecting: nil)
        }
        var there = self
        there.picker = nil
        there.restore(viewpoint)
        return there.suggestedTitle
    }

    /// Opens the list of the reader's marks, notes and bookmarks.
    private mutating func openNotebook() -> [Effect] {
        guard case .notebook(let notebook) = notebookAvailability else { return keep([]) }
        let entries = NotebookEntry.all(of: notebook, except: viewpoint.encoded(in: graph))
        guard !entries.isEmpty else { return explain(Strings.nothingKeptYet(in: mode)) }
        open(NotebookList(entries, in: self))
        return []
    }

    /// Shows why a command has no effect.
    private mutating func explain(_ notice: Text) -> [Effect] {
        self.notice = notice
        return []
    }
}
