import CaseModel
import Explorer
import Exports
import System

/// The notebook of one case: what is on the disk, and what this session has changed and could not write yet.
///
/// Every change is made to what is on the disk at that moment, under a lock, and the whole is put in the old file's
/// place: a crash leaves the old or the new file, and two sessions lose nothing of each other.
struct NotebookStore {
    /// The case whose notebook it is.
    let id: ID<Case>
    private let folder: StateFolder
    private let file: NotebookFile
    /// The notebook as it was last read or written.
    private var written = Notebook()
    /// Changes that are not on the disk yet.
    private var pending: [(change: NotebookChange, moment: Timestamp)] = []
    /// Why nothing can be kept, if so.
    private var obstacle: NotebookTrouble?
    /// How many milliseconds to wait for another session: more than a write takes, too few to be noticed.
    private let timeout: Int

    init(of id: ID<Case>, in folder: StateFolder, timeout milliseconds: Int = 200) {
        (self.id, self.folder, timeout) = (id, folder, milliseconds)
        file = NotebookFile(path: folder.file(for: id))
    }

    /// What an explorer is to know.
    var keeping: NotebookAvailability {
        if let obstacle { return .nothing(because: obstacle.told) }
        return .notebook(notebook)
    }

    /// What is kept, written or not.
    var notebook: Notebook {
        var notebook = written
        for (change, moment) in pending { notebook.apply(change, at: moment) }
        return notebook
    }

    /// What would be lost if the session ended now.
    var unwritten: [NotebookChange] { pending.map(\.change) }

    /// Reads what was kept in earlier sessions; returns what there is to tell.
    mutating func open() -> NotebookTrouble? {
        let contents = file.read()
        guard case .defect(.damaged) = contents else { return takeIn(contents) }
        // Under the lock, lest another session is just setting it aside, or already has.
        let trouble = try? FileLock.hold(file: lockPath, milliseconds: timeout) { takeIn(file.read()) }
        return trouble ?? takeIn(file.read(), maySetAside: false)
    }

    /// Makes changes as of a moment, together with those that could not be written before; returns what there is
    /// to tell.
    mutating func keep(_ changes: [NotebookChange], at moment: Timestamp) -> NotebookTrouble? {
        if let obstacle { return obstacle }
        pending += changes.map { ($0, moment) }
        do {
            try folder.prepare()
            return try FileLock.hold(file: lockPath, milliseconds: timeout) { writePending() }
        } catch {
            switch error.cause {
            case .held: return .busy
            case .code, .notAFile, .tooLarge: return .unwritable(file.path, reason: error.reason)
            }
        }
    }

    /// Tries once more to write what could not be written.
    mutating func retry() {
        guard let last = pending.last else { return }
        _ = keep([], at: last.moment)
    }

    private var lockPath: String { file.path + ".lock" }

    /// Goes on from what stands in the file; a damaged one is set aside only under the lock.
    private mutating func takeIn(
        _ contents: NotebookFile.Contents, maySetAside: Bool = true
    ) -> NotebookTrouble? {
        switch contents {
        // Where the file has gone, what is known of it is written again rather than forgotten.
        case .missing: return nil
        case .notebook(let notebook):
            written = notebook
            return nil
        case .defect(.newer(let format)): obstacle = .newer(file.path, format: format)
        case .defect(.damaged(let reason)):
            if maySetAside, let aside = file.setAside() { return .setAside(aside, reason: reason) }
            obstacle = .unreadable(file.path, reason: reason)
        case .unreadable(let reason): obstacle = .unreadable(file.path, reason: reason)
        }
        return obstacle
    }

    /// Writes all changes on top of what stands in the file now; only under the lock.
    private mutating func writePending() -> NotebookTrouble? {
        let trouble = takeIn(file.read())
        if trouble?.isFinal == true { return trouble }
        let changed = notebook
        guard changed != written else {
            pending = []
            return trouble
        }
        let text = NotebookText.text(of: changed, on: id)
        guard text.utf8.count <= NotebookText.longest else {
            pending = []
            return .full
        }
        do { try WholeFile.write(text, to: file.path, permissions: 0o600) } catch {
            return .unwritable(file.path, reason: error.reason)
        }
        (written, pending) = (changed, [])
        return trouble
    }
}
