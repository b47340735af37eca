import CaseModel
import Explorer
import TextLayout

/// The notebook of the case that is open, for as long as a session lasts.
struct NotebookSession {
    private let folder: StateFolder?
    private var notebook: NotebookStore?
    /// True if the notebook was found undamaged, or there is none yet and one can be kept.
    private(set) var isUntroubled = false

    /// Notebooks in the user's own folder, if the environment names one.
    init(in folder: StateFolder? = StateFolder()) {
        self.folder = folder
    }

    /// Opens the notebook of the case that is open, unless it is open already; shows a problem as a notice.
    mutating func open(for state: inout State) {
        let id = state.graph.case.manifest.id
        guard notebook?.id != id else { return }
        guard let folder else {
            let reason = NotebookTrouble.noFolder.notice
            if state.keeping != .nothing(because: reason) { state.load(.nothing(because: reason)) }
            return
        }
        notebook?.retry()
        var opened = NotebookStore(of: id, in: folder)
        let trouble = opened.open()
        state.load(opened.keeping)
        if let trouble { state.tell(trouble.notice) }
        isUntroubled = trouble == nil && folder.canKeep
        notebook = opened
    }

    /// Makes changes as of now, and shows the notebook as it is then, with the changes of other sessions.
    mutating func keep(_ changes: [NotebookChange], in state: inout State) {
        guard notebook != nil, let now = Timestamp.now else { return }
        let trouble = notebook?.keep(changes, at: now)
        if let keeping = notebook?.keeping { state.note(keeping) }
        if let trouble { state.tell(trouble.notice) }
    }

    /// Keeps what would be lost with the session; throws what cannot be kept, so that the reader has it at least on
    /// standard error.
    mutating func close(with state: State) throws(Failure) {
        guard var notebook, let now = Timestamp.now else { return }
        guard let trouble = notebook.keep(state.farewell, at: now) else { return }
        let lost = notebook.unwritten.compactMap(\.line)
        guard !lost.isEmpty else { return }
        throw Failure((["these are lost: \(trouble)"] + lost).joined(separator: "\n  "), .inputOutput)
    }
}

extension NotebookChange {
    /// The change as a line of text; nil for what is no loss.
    fileprivate var line: String? {
        switch self {
        case .mark(let anchor, let isMarked): "\(isMarked ? "mark" : "unmark") \(anchor.id)"
        case .note(let anchor, let text, _): "note on \(anchor.id): \(text ?? "removed")"
        case .bookmark(let place, let title, _): "bookmark \(place): \(title ?? "removed")"
        case .lastPlace, .queries: nil
        }
    }
}
