import System

/// The folder that the sockets of seminars are in.
///
/// A user's own is for nobody else. One that users of a seminar host share may be open to them, but not so that one
/// could put a socket in another's place.
package struct SeminarFolder: Equatable, Sendable {
    package let path: String
    /// True if the folder was asked for and is not the user's own.
    package let isShared: Bool

    /// The user's own: `triptych` in `$XDG_RUNTIME_DIR` if that belongs to the user, else in `/run/user/UID`, which a
    /// login without the variable has all the same, else `/tmp/triptych-UID`.
    package static var own: SeminarFolder {
        let user = CurrentProcess.user
        let runtimes = [CurrentProcess.variable("XDG_RUNTIME_DIR"), "/run/user/\(user)"]
        let runtime = runtimes.compactMap(\.self).first { path in
            guard path.hasPrefix("/"), let found = try? FileSystem.status(of: path) else { return false }
            return found.kind == .folder && found.owner == user
        }
        return SeminarFolder(
            path: runtime.map { $0 + "/triptych" } ?? "/tmp/triptych-\(user)", isShared: false)
    }

    /// The folder at a path, which must be there, or else the user's own.
    package init(shared path: String?) {
        self = path.map { SeminarFolder(path: $0, isShared: true) } ?? .own
    }

    private init(path: String, isShared: Bool) {
        (self.path, self.isShared) = (path, isShared)
    }

    /// Makes the user's own folder if it is not there, and checks whatever is.
    package func prepare() throws(SeminarError) {
        if !isShared {
            do { try FileSystem.makeFolder(path, permissions: 0o700) } catch {
                if !error.isOccupied { throw .failed(error) }
            }
        }
        try verify()
    }

    /// Checks that nobody can put a socket there in another's name.
    package func verify() throws(SeminarError) {
        let status: FileSystem.Status
        do { status = try FileSystem.status(of: path, followingLinks: isShared) } catch {
            throw .failed(error)
        }
        if let why = isShared ? status.whyNotShared : status.whyNotOwn {
            throw .unsafeFolder(path: path, why: why)
        }
    }

    /// The permissions of a socket in here: whoever may enter the folder may connect.
    var socketMode: UInt32 {
        guard isShared, let status = try? FileSystem.status(of: path) else { return 0o600 }
        return 0o600 | (status.permissions & 0o010 != 0 ? 0o060 : 0)
            | (status.permissions & 0o001 != 0 ? 0o006 : 0)
    }

    /// The path of a seminar's socket.
    package func socket(of name: SeminarName) throws(SeminarError) -> String {
        let socket = "\(path)/\(name).sock"
        guard socket.utf8.count < 108 else { throw .longPath(socket) }
        return socket
    }

    /// The names of the sockets in here, in the order of their scalars, whether or not anybody presents. The user's
    /// own folder has none while it is not there.
    package func names() throws(SeminarError) -> [SeminarName] {
        let files: [String]
        do { files = try FileSystem.names(in: path) } catch {
            if error.isMissing, !isShared { return [] }
            if error.isDenied { throw .unsafeFolder(path: path, why: Self.whyNotListed) }
            throw .failed(error)
        }
        try verify()
        return files.filter { $0.hasSuffix(".sock") }.compactMap { try? SeminarName(String($0.dropLast(5))) }
            .sorted { $0.text < $1.text }
    }

    private static let whyNotListed =
        "does not let you list its seminars; ask the presenter for the name, and follow with 'triptych follow NAME'"
}

extension FileSystem.Status {
    fileprivate var whyNotOwn: String? {
        if kind != .folder { return "is not a folder; remove it" }
        if owner != CurrentProcess.user { return "belongs to another user; have it removed, or use --dir" }
        if permissions & 0o077 != 0 { return "is open to other users; close it with 'chmod 700'" }
        return nil
    }

    fileprivate var whyNotShared: String? {
        if kind != .folder { return "is not a folder; name one with --dir" }
        if permissions & 0o022 != 0, permissions & 0o1000 == 0 {
            return "lets others replace what is yours; set its sticky bit with 'chmod +t'"
        }
        return nil
    }
}
