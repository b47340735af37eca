import CaseModel
import Explorer
import TextLayout

/// The notebook of the open case during a session.
struct NotebookSession {
    private let folder: StateFolder?
    private var notebook: NotebookStore?
    /// True if the notebook is undamaged, or does not exist yet and can be created.
    private(set) var isUntroubled = false
    /// Where damaged notebooks were set aside, and why, for the end of the session: the last line of a screen is too
    /// short for the whole of it.
    private(set) var setAside: [Text] = []

    /// Notebooks in the user's own folder, if the environment has one.
    init(in folder: StateFolder? = StateFolder()) {
        self.folder = folder
    }

    /// Opens the notebook of the open case, unless it is open already; shows a problem as a notice.
    mutating func open(for state: inout State) {
        // Notes on a case that a presenter has sent do not mix with those on the user's own.
        let own = state.graph.case.manifest.id
        let id = state.isFromPresenter ? ID(own.text + "@presenter") : own
        guard notebook?.id != id else { return }
        guard let folder else {
            let reason = NotebookTrouble.noFolder.notice
            if state.notebookAvailability != .nothing(because: reason) {
                state.load(.nothing(because: reason))
            }
            return
        }
        notebook?.retry()
        var opened = NotebookStore(of: id, in: folder)
        let trouble = opened.open()
        state.load(opened.availability)
        tell(trouble, in: &state)
        isUntroubled = trouble == nil && folder.canKeep
        notebook = opened
    }

    /// Makes changes as of now, and shows the updated notebook, including the changes of other sessions.
    mutating func keep(_ changes: [NotebookChange], in state: inout State) {
        guard notebook != nil else { return }
        let trouble = notebook?.keep(changes, at: .nowOrEpoch)
        if let availability = notebook?.availability { state.note(availability, after: changes) }
        tell(trouble, in: &state)
    }

    /// Shows a problem as a notice.
    private mutating func tell(_ trouble: NotebookTrouble?, in state: inout State) {
        guard let trouble else { return }
        state.notify(trouble.notice)
        if case .setAside = trouble { setAside.append(trouble.whole) }
    }

    /// Shows what other sessions have written meanwhile.
    mutating func reread(in state: inout State) {
        notebook?.reread()
        guard let availability = notebook?.availability, availability != state.notebookAvailability else {
            return
        }
        state.note(availability)
    }

    /// Saves everything that would be lost with the session; throws what cannot be saved, so that the reader at
    /// least has it on standard error.
    mutating func close(with state: State) throws(Failure) {
        guard var notebook else { return }
        guard let trouble = notebook.keep(state.closingChanges, at: .nowOrEpoch) else { return }
        let lost = notebook.unwritten.compactMap(\.line)
        guard !lost.isEmpty else { return }
        let cause = trouble.cause
        let heading = localized(
            zh: "以下各项没有存下（\(cause.localized(in: .chinese))）：",
            en: "these are lost, since \(cause.localized(in: .english)):")
        throw Failure(([heading] + lost).joined(separator: "\n  "), .inputOutput)
    }
}

extension NotebookChange {
    /// The change as a line of text; nil for one that is no loss.
    fileprivate var line: String? {
        switch self {
        case .mark(let entity, true): localized(zh: "标记 \(entity.id)", en: "mark \(entity.id)")
        case .mark(let entity, false): localized(zh: "取消标记 \(entity.id)", en: "unmark \(entity.id)")
        case .note(let entity, let text, _):
            localized(
                zh: "\(entity.id) 的笔记：\(text ?? "已移除")", en: "note on \(entity.id): \(text ?? "removed")")
        case .bookmark(let place, let title?, _):
            localized(zh: "书签“\(title)”：\(place)", en: "bookmark '\(title)': \(place)")
        case .bookmark(let place, nil, _):
            localized(zh: "移除的书签：\(place)", en: "bookmark removed: \(place)")
        case .lastPlace, .queries: nil
        }
    }
}
