import Glibc

/// The folder that the sockets of seminars stand in.
///
/// A user's own is for nobody else. One that users of a seminar host share may be opened to them, but not so
/// that one could put a socket in another's place.
package struct SeminarFolder: Equatable, Sendable {
    /// Its path.
    package let path: String
    /// Whether it was asked for, and is not the user's own.
    package let isShared: Bool

    /// The user's own: `triptych` in `$XDG_RUNTIME_DIR` where that is theirs, else in `/run/user/UID`, which a
    /// login without the variable has all the same, else `/tmp/triptych-UID`.
    package static var own: SeminarFolder {
        let user = geteuid()
        let runtimes = [getenv("XDG_RUNTIME_DIR").map { String(cString: $0) }, "/run/user/\(user)"]
        let runtime = runtimes.compactMap(\.self).first { path in
            guard path.hasPrefix("/"), let found = FolderStatus(path, following: true) else { return false }
            return found.isFolder && found.owner == user
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
        if !isShared, mkdir(path, 0o700) != 0, errno != EEXIST {
            throw .failed("mkdir", path: path, code: errno)
        }
        try verify()
    }

    /// Checks that nobody can put a socket there in another's name.
    package func verify() throws(SeminarError) {
        guard let status = FolderStatus(path, following: isShared) else {
            throw .failed("stat", path: path, code: errno)
        }
        if let why = isShared ? status.whyNotShared : status.whyNotOwn {
            throw .unsafeFolder(path: path, why: why)
        }
    }

    /// Who may connect to a socket in here: whoever may enter the folder.
    var socketMode: mode_t {
        guard isShared, let status = FolderStatus(path, following: true) else { return 0o600 }
        return 0o600 | (status.mode & 0o010 != 0 ? 0o060 : 0) | (status.mode & 0o001 != 0 ? 0o006 : 0)
    }

    /// Where the socket of a seminar stands.
    package func socket(of name: SeminarName) throws(SeminarError) -> String {
        let socket = "\(path)/\(name).sock"
        guard socket.utf8.count < 108 else { throw .longPath(socket) }
        return socket
    }

    /// The names that sockets stand here under, in the order of their scalars; a folder that is not there has
    /// none. Whether anybody presents is another question.
    package func names() throws(SeminarError) -> [SeminarName] {
        guard let stream = opendir(path) else {
            if errno == ENOENT, !isShared { return [] }
            throw .failed("opendir", path: path, code: errno)
        }
        defer { closedir(stream) }
        try verify()
        var names: [SeminarName] = []
        while let entry = readdir(stream) {
            let file = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard file.hasSuffix(".sock"), let name = try? SeminarName(String(file.dropLast(5))) else {
                continue
            }
            names.append(name)
        }
        return names.sorted { $0.text < $1.text }
    }
}

/// What there is to know of a folder before it is trusted.
private struct FolderStatus {
    let owner: uid_t
    let mode: mode_t

    init?(_ path: String, following: Bool) {
        var status = stat()
        guard (following ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        (owner, mode) = (status.st_uid, status.st_mode)
    }

    var isFolder: Bool { mode & S_IFMT == S_IFDIR }

    var whyNotOwn: String? {
        if !isFolder { return "is not a folder; remove it" }
        if owner != geteuid() { return "belongs to another user; have it removed, or use --dir" }
        if mode & 0o077 != 0 { return "is open to other users; close it with 'chmod 700'" }
        return nil
    }

    var whyNotShared: String? {
        if !isFolder { return "is not a folder; name one with --dir" }
        if mode & 0o022 != 0, mode & S_ISVTX == 0 {
            return "lets others replace what is yours; set its sticky bit with 'chmod +t'"
        }
        return nil
    }
}
