import CaseModel
import System

/// The folder of the user's notebooks: `$XDG_STATE_HOME/triptych`, else
/// `~/.local/state/triptych` (XDG Base Directory Specification).
struct StateFolder: Equatable {
    let path: String

    /// Bytes of the longest file name made from an id.
    private static let longestName = 200

    /// A folder that need not be there yet.
    init(path: String) {
        self.path = path
    }

    /// The user's own; nil if the environment names none. A relative path counts as none, as in the specification.
    init?(environment: (String) -> String? = CurrentProcess.variable) {
        func absolute(_ name: String) -> String? {
            environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        guard let state = absolute("XDG_STATE_HOME") ?? absolute("HOME").map({ $0 + "/.local/state" }) else {
            return nil
        }
        path = state + "/triptych"
    }

    /// The file of a case. It is named by the case's id alone, so that it is found again for every path, copy and
    /// edition of the case. Two cases of one id share it: notes on items that the open one does not have are kept.
    /// Characters of an id that could lead to another folder are escaped.
    func file(for case: ID<Case>) -> String {
        let safe = `case`.text.utf8.prefix(Self.longestName).map { byte -> String in
            let isPlain =
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
            return isPlain ? String(Unicode.Scalar(byte)) : "_" + String(byte, radix: 16, uppercase: true)
        }.joined()
        return
            "\(path)/\(safe.utf8.prefix(Self.longestName).map { String(Unicode.Scalar($0)) }.joined()).json"
    }

    /// True if a notebook could be written here, as far as can be told without making the folder.
    var canKeep: Bool {
        var nearest = path
        while !FileSystem.exists(nearest) {
            guard let slash = nearest.lastIndex(of: "/"), slash > nearest.startIndex else { return false }
            nearest = String(nearest[..<slash])
        }
        guard let status = try? FileSystem.status(of: nearest), status.kind == .folder else { return false }
        return (try? FileSystem.checkWritable(folder: nearest)) != nil
    }

    /// Makes the folder and those above it where they are missing, for the user alone.
    func prepare() throws(SystemError) {
        var made = ""
        for part in path.split(separator: "/") {
            made += "/" + part
            do { try FileSystem.makeFolder(made, permissions: 0o700) } catch {
                // A folder above that the user may not write to can still lead to the user's own.
                if !FileSystem.exists(made) { throw error }
            }
        }
    }
}
