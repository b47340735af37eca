import CaseModel
import Explorer
import TextLayout

/// What keeps the reader's own for as long as a session lasts: the notebook of the case that is open.
struct NotebookSession {
    private let folder: StateFolder?
    private var notebook: NotebookStore?
    /// Whether the notebook was found, and found whole, or else there is none yet and one can be kept.
    private(set) var isUntroubled = false

    /// A keeper in the user's own folder, if the environment names one.
    init(in folder: StateFolder? = StateFolder()) {
        self.folder = folder
    }

    /// Opens the notebook of the case that is open, unless it is already; tells what there is to tell.
    mutating func open(for state: inout State) {
        let id = state.graph.case.manifest.id
        guard notebook?.id != id else { return }
        guard let folder else {
            let reason = NotebookTrouble.noFolder.told
            if state.keeping != .nothing(because: reason) { state.load(.nothing(because: reason)) }
            return
        }
        notebook?.retry()
        var opened = NotebookStore(of: id, in: folder)
        let trouble = opened.open()
        state.load(opened.keeping)
        if let trouble { state.tell(trouble.told) }
        isUntroubled = trouble == nil && folder.canKeep
        notebook = opened
    }

    /// Makes changes as of now, and shows the explorer what is kept then, with what other sessions have changed.
    mutating func keep(_ changes: [NotebookChange], in state: inout State) {
        guard notebook != nil, let now = Timestamp.now else { return }
        let trouble = notebook?.keep(changes, at: now)
        if let keeping = notebook?.keeping { state.note(keeping) }
        if let trouble { state.tell(trouble.told) }
    }

    /// Keeps what would be lost with the session. What cannot be kept is written to stderr, so that a reader has it
    /// at least there.
    mutating func close(with state: State, saying isHeard: Bool) {
        guard var notebook, let now = Timestamp.now else { return }
        guard let trouble = notebook.keep(state.farewell, at: now), isHeard else { return }
        let lost = notebook.unwritten.compactMap(\.told)
        guard !lost.isEmpty else { return }
        StandardStream.error.write(
            (["triptych: these are lost: \(trouble)"] + lost).joined(separator: "\n  ").linesSafeToShow + "\n"
        )
    }
}

extension NotebookChange {
    /// The change as a line of text; nil for what is no loss.
    fileprivate var told: String? {
        switch self {
        case .mark(let anchor, let isMarked): "\(isMarked ? "mark" : "unmark") \(anchor.id)"
        case .note(let anchor, let text, _): "note on \(anchor.id): \(text ?? "removed")"
        case .bookmark(let place, let title, _): "bookmark \(place): \(title ?? "removed")"
        case .lastPlace, .queries: nil
        }
    }
}
