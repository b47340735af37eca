import CaseModel
import Explorer
import Exports
import System

/// The notebook of one case: the file, and the changes of this session that have not been written yet.
///
/// Every change is applied to the present file under a lock, and the file is replaced atomically: a crash leaves
/// the old or the new file, and sessions do not lose each other's changes.
struct NotebookStore {
    /// The case of the notebook.
    let id: ID<Case>
    private let folder: StateFolder
    private let file: NotebookFile
    /// The notebook last read or written.
    private var written = Notebook()
    /// The changes that are not on the disk yet.
    private var pending: [(change: NotebookChange, moment: Timestamp)] = []
    /// The reason why nothing can be saved; nil if saving is possible.
    private var obstacle: NotebookTrouble?
    /// The milliseconds to wait for another session: longer than a write, too short to be noticed.
    private let timeout: Int

    init(of id: ID<Case>, in folder: StateFolder, timeout milliseconds: Int = 200) {
        (self.id, self.folder, timeout) = (id, folder, milliseconds)
        file = NotebookFile(path: folder.file(for: id))
    }

    /// The notebook for the explorer.
    var availability: NotebookAvailability {
        if let obstacle { return .nothing(because: obstacle.notice) }
        return .notebook(notebook)
    }

    /// The notebook with the unwritten changes.
    var notebook: Notebook {
        var notebook = written
        for (change, moment) in pending { notebook.apply(change, at: moment) }
        return notebook
    }

    /// The changes that would be lost if the session ended now: the last of those about one thing, unless it leaves the
    /// notebook as it was.
    var unwritten: [NotebookChange] {
        var seen: Set<NotebookChange.Target> = []
        let last = pending.reversed().filter { seen.insert($0.change.target).inserted }.reversed()
        return last.filter { change, moment in
            var changed = written
            changed.apply(change, at: moment)
            return changed != written
        }.map(\.change)
    }

    /// Reads the notebook of earlier sessions; returns a problem to show.
    mutating func open() -> NotebookTrouble? {
        let contents = file.read()
        guard case .defect(.damaged) = contents else { return adopt(contents) }
        // Under the lock: another session may be setting it aside, or already has.
        let trouble = try? FileLock.hold(file: lockPath, milliseconds: timeout) { adopt(file.read()) }
        return trouble ?? adopt(file.read(), maySetAside: false)
    }

    /// Reads what other sessions have written meanwhile. Nothing is locked or created for it, since the file is only ever
    /// replaced as a whole; a problem is told with the next change.
    mutating func reread() {
        if obstacle == nil, case .notebook(let notebook) = file.read() { written = notebook }
    }

    /// Writes changes as of a time, together with earlier unwritten ones; returns a problem to show.
    mutating func keep(_ changes: [NotebookChange], at moment: Timestamp) -> NotebookTrouble? {
        if let obstacle { return obstacle }
        pending += changes.map { ($0, moment) }
        do {
            try folder.prepare()
            return try FileLock.hold(file: lockPath, milliseconds: timeout) { writePending() }
        } catch {
            switch error.cause {
            case .held: return .busy
            case .code, .notAFile, .tooLarge: return .unwritable(file.path, reason: error.reasonText)
            }
        }
    }

    /// Tries again to write the unwritten changes.
    mutating func retry() {
        guard let last = pending.last else { return }
        _ = keep([], at: last.moment)
    }

    private var lockPath: String { file.path + ".lock" }

    /// Adopts the file's contents; a damaged file is renamed only under the lock.
    private mutating func adopt(
        _ contents: NotebookFile.Contents, maySetAside: Bool = true
    ) -> NotebookTrouble? {
        switch contents {
        // If the file has disappeared, the contents read before are written again.
        case .missing: return nil
        case .notebook(let notebook):
            written = notebook
            return nil
        case .defect(.newer(let format)): obstacle = .newer(file.path, format: format)
        case .defect(.damaged(let reason)):
            if maySetAside, let aside = file.setAside() { return .setAside(aside, reason: reason) }
            obstacle = .unreadable(file.path, reason: Text(reason))
        case .unreadable(let reason): obstacle = .unreadable(file.path, reason: reason)
        }
        return obstacle
    }

    /// Applies all changes to the present file; only under the lock.
    private mutating func writePending() -> NotebookTrouble? {
        let trouble = adopt(file.read())
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
            return .unwritable(file.path, reason: error.reasonText)
        }
        (written, pending) = (changed, [])
        return trouble
    }
}

extension NotebookChange {
    /// What a change is about: a later change of the same takes its place.
    fileprivate enum Target: Hashable {
        case mark(EntityRef), note(EntityRef), bookmark(String), lastPlace, queries
    }

    fileprivate var target: Target {
        switch self {
        case .mark(let entity, _): .mark(entity)
        case .note(let entity, _, _): .note(entity)
        case .bookmark(let place, _, _): .bookmark(place)
        case .lastPlace: .lastPlace
        case .queries: .queries
        }
    }
}
