import System

/// A watch over the files of a case, which reports when they have changed.
///
/// Programs save in several steps: they empty a file and fill it, or write another and rename it. A change counts when
/// it has been quiet for a moment, and only if it has changed the files of the case.
package struct CaseWatch {
    /// What is watched: folders and files.
    private let paths: [String]
    private var folders: FolderWatch?
    private var stamps: [CaseStamp] = []
    /// The first and the latest change since the files were last looked at.
    private var changed: (first: ContinuousClock.Instant, latest: ContinuousClock.Instant)?

    private static let quiet = Duration.milliseconds(100)
    /// How long a program that writes without end can put a change off.
    private static let patience = Duration.seconds(1)

    /// Watches the case at some paths, in the state that its files are in now.
    package init(_ paths: [String]) {
        self.paths = paths
        reset()
    }

    /// The descriptors to wait for until they can be read.
    package var readers: [Int32] { folders.map { [$0.descriptor] } ?? [] }

    /// When `hasChanged` is to be asked; nil while nothing has changed.
    package var due: ContinuousClock.Instant? {
        changed.map { min($0.latest + Self.quiet, $0.first + Self.patience) }
    }

    /// Takes the changes reported so far.
    package mutating func receive(at now: ContinuousClock.Instant) {
        guard let folders, folders.drain() else { return }
        changed = (changed?.first ?? now, now)
    }

    /// True once after the files of the case have changed and been left alone for a moment.
    package mutating func hasChanged(at now: ContinuousClock.Instant) -> Bool {
        guard let due, due <= now else { return false }
        let before = stamps
        reset()
        return stamps != before
    }

    /// Takes the present state of the files as the known one, as before reading them.
    package mutating func reset() {
        changed = nil
        // Folders come and go. The new watch is there before the files are looked at, so that no change is missed.
        folders = FolderWatch()
        for path in paths { watch(path) }
        stamps = paths.map { CaseStamp(path: $0) { folders?.watch($0) } }
    }

    private func watch(_ path: String) {
        let kind = (try? FileSystem.status(of: path))?.kind
        let isLink = (try? FileSystem.status(of: path, followingLinks: false))?.kind == .symbolicLink
        // A folder that is a link, or is gone, comes back as an entry of the folder above.
        if kind != .folder || isLink { watchEntry(path) }
        if isLink, kind != .folder, let target = FileSystem.resolved(path) { watchEntry(target) }
    }

    private func watchEntry(_ path: String) {
        var parts = path.split(separator: "/", omittingEmptySubsequences: true)
        guard let name = parts.popLast() else { return }
        let above = parts.joined(separator: "/")
        folders?.watch(path.hasPrefix("/") ? "/" + above : above.isEmpty ? "." : above, for: String(name))
    }
}
