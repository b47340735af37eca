import CaseModel
import System

/// The folder of the user's notebooks: `$XDG_STATE_HOME/triptych`, else
/// `~/.local/state/triptych` (XDG Base Directory Specification).
struct StateFolder: Equatable {
    let path: String

    /// The longest file name made from an id, in bytes.
    private static let longestName = 200

    /// A folder that may not exist yet.
    init(path: String) {
        self.path = path
    }

    /// The user's own folder; nil if the environment has none.
    init?(environment: (String) -> String? = CurrentProcess.variable) {
        guard
            let state = BaseFolder.path("XDG_STATE_HOME", inHome: ".local/state", environment: environment)
        else { return nil }
        path = state + "/triptych"
    }

    /// The file of a case. Its name depends only on the case's id, so that every path, copy and edition of the case
    /// has the same notebook. Two cases with the same id share it: notes on items that the open one does not have
    /// are kept. Characters of an id that could lead to another folder are escaped.
    func file(for case: ID<Case>) -> String { "\(path)/\(Self.safe(`case`.text)).json" }

    /// The file that says where a talk on a tour is.
    func talk(on tour: ID<Tour>, in case: ID<Case>, seminar: String?) -> String {
        let name = [`case`.text, tour.text, seminar].compactMap(\.self).map(Self.safe).joined(separator: ".")
        return "\(path)/\(name.utf8.count <= Self.longestName ? name : Self.safe(name)).talk"
    }

    private static func safe(_ id: String) -> String {
        let safe = id.utf8.prefix(longestName).map { byte -> String in
            let isPlain =
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
            return isPlain ? String(Unicode.Scalar(byte)) : "_" + String(byte, radix: 16, uppercase: true)
        }.joined()
        return safe.utf8.prefix(longestName).map { String(Unicode.Scalar($0)) }.joined()
    }

    /// True if a notebook can presumably be written here, without creating the folder.
    var canKeep: Bool {
        var nearest = path
        while !FileSystem.exists(nearest) {
            guard let slash = nearest.lastIndex(of: "/"), slash > nearest.startIndex else { return false }
            nearest = String(nearest[..<slash])
        }
        guard let status = try? FileSystem.status(of: nearest), status.kind == .folder else { return false }
        return (try? FileSystem.checkWritable(folder: nearest)) != nil
    }

    /// Creates the folder and its missing parents, for the user alone.
    func prepare() throws(SystemError) {
        var made = ""
        for part in path.split(separator: "/") {
            made += "/" + part
            do { try FileSystem.makeFolder(made, permissions: 0o700) } catch {
                // A parent folder without permission may still contain the user's own.
                if !FileSystem.exists(made) { throw error }
            }
        }
    }
}
