import CaseModel

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
        case .subject(let subject)?: reference(to: subject)
        case .items(let positions, _)?: positions.count == 1 ? reference(to: .item(positions[0])) : nil
        case .evidence?, .link?, nil: nil
        }
    }

    /// The reference to a subject by id, which stays valid when the case changes; nil for a subject that is no
    /// entity.
    func reference(to subject: Subject) -> EntityRef? {
        switch subject {
        case .entity(let entity): graph.reference(to: entity)
        case .trace(let position, _): .item(graph.item(position).id)
        case .about, .chart: nil
        }
    }

    /// The title of an entity, or its id if the case does not have it.
    func title(of entity: EntityRef) -> String {
        graph.title(of: entity).map(language.line) ?? entity.id
    }

    /// Marks the entity here, or removes its mark.
    private mutating func toggleMark() -> [Effect] {
        guard let entity = currentEntity else { return explain(Strings.nothingToMark) }
        let change = NotebookChange.mark(entity, notebook.marks[entity] == nil)
        notice = Strings.done(change)
        return keep([change])
    }

    /// Opens the editor of the note on the entity here.
    private mutating func openNote() -> [Effect] {
        guard let entity = currentEntity else { return explain(Strings.nothingToMark) }
        guard case .notebook(let notebook) = notebookAvailability else { return keep([]) }
        let note = notebook.notes[entity]?.text
        editor = Editor(.note(entity, replacing: note), text: note ?? "")
        return []
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
            text: title ?? suggestedTitle(of: viewpoint))
        return []
    }

    /// Opens the list of the reader's marks, notes and bookmarks.
    private mutating func openNotebook() -> [Effect] {
        guard case .notebook(let notebook) = notebookAvailability else { return keep([]) }
        let entries = NotebookEntry.all(of: notebook, except: viewpoint.encoded(in: graph))
        guard !entries.isEmpty else { return explain(Strings.nothingKeptYet(in: mode)) }
        open(NotebookList(entries))
        return []
    }

    /// A title for a viewpoint from its pins, view and selection: `国发〔2022〕2号 › 网络 › 渝贵铁路`.
    func suggestedTitle(of viewpoint: Viewpoint) -> String {
        let selected = viewpoint.selections[viewpoint.focus]
        let name = selected.map { language.localized(graph.item($0).title) }
        let here: [String?]
        switch viewpoint.subject {
        case nil: here = [name]
        case .chart(let chart)?: here = [language.localized(chart.title), name]
        case .entity?, .trace?, .about?: here = [viewpoint.subject.map(title)]
        }
        let pins = viewpoint.pins.filter { $0 != selected }.map { shortTitle(of: .item($0)) }
        return (pins + here.compactMap(\.self)).joined(separator: Theme.deeper)
    }

    private func title(of subject: Subject) -> String {
        reference(to: subject).flatMap { entity in
            let title = graph.title(of: entity).map(language.localized)
            if case .trace = subject { return title.map { language.localized(Strings.trace) + " " + $0 } }
            return title
        } ?? shortTitle(of: subject)
    }

    /// Shows why a command has no effect.
    private mutating func explain(_ notice: Text) -> [Effect] {
        self.notice = notice
        return []
    }
}
