import CLinux
import Glibc

/// Changes of files in folders, as one descriptor that can be waited for: inotify(7).
///
/// Nothing wakes the process while nothing changes. Folders below a watched one are not watched with it, and changes
/// that other machines make on a network's file system go unseen.
package final class FolderWatch {
    /// Becomes readable when something has changed.
    package let descriptor: Int32
    /// The names that count in each watched folder; nil where all do.
    private var names: [Int32: Set<String>?] = [:]

    /// Nil if the system gives no descriptor, for instance because the user has too many.
    package init?() {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        if descriptor < 0 { return nil }
    }

    deinit { close(descriptor) }

    /// Watches a folder, or only the entries of a name in it; a folder that is not there is left out.
    package func watch(_ folder: String, for name: String? = nil) {
        let changes =
            IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
            | IN_DELETE_SELF | IN_MOVE_SELF
        let watched = inotify_add_watch(descriptor, folder, UInt32(changes) | UInt32(IN_ONLYDIR))
        guard watched >= 0 else { return }
        guard let name else {
            names[watched] = .some(nil)
            return
        }
        // A folder watched as a whole stays so.
        if let known = names[watched] {
            names[watched] = known.map { $0.union([name]) }
        } else {
            names[watched] = [name]
        }
    }

    /// Takes all changes that have been reported; true if one of them counts.
    package func drain() -> Bool {
        var hasChanged = false
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return hasChanged }
            buffer.withUnsafeBytes { bytes in
                var offset = 0
                while offset + Self.headerBytes <= count {
                    // struct inotify_event: watch, mask, cookie, length of the name, and the name with zeros after it.
                    let watched = bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self)
                    let length = bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self)
                    let start = offset + Self.headerBytes
                    offset = start + Int(length)
                    guard offset <= count else { break }
                    let name = String(decoding: bytes[start..<offset].prefix { $0 != 0 }, as: UTF8.self)
                    if counts(name, in: watched) { hasChanged = true }
                }
            }
        }
    }

    private static let headerBytes = 16

    /// Events without a name are on the folder itself, or tell that some were lost.
    private func counts(_ name: String, in watched: Int32) -> Bool {
        guard !name.isEmpty, let known = names[watched], let wanted = known else { return true }
        return wanted.contains(name)
    }
}
