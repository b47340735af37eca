import Glibc

/// Files and folders by their paths.
package enum FileSystem {
    /// The attributes of a file, read without opening it.
    package struct Status: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case file, folder, symbolicLink, socket, other
        }

        package let kind: Kind
        /// The number of its owner.
        package let owner: UInt32
        /// The permission bits with the sticky bit, as chmod(1) takes them.
        package let permissions: UInt32
        /// The size in bytes.
        package let size: Int
        /// When it was last written, in nanoseconds since 1970.
        package let modified: Int
        /// The identity of the file on this machine.
        package let identity: Identity

        init(_ status: stat) {
            kind =
                switch status.st_mode & S_IFMT {
                case S_IFREG: .file
                case S_IFDIR: .folder
                case S_IFLNK: .symbolicLink
                case S_IFSOCK: .socket
                case _: .other
                }
            owner = status.st_uid
            permissions = status.st_mode & 0o7777
            size = Int(status.st_size)
            modified = status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec
            identity = Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
        }
    }

    /// A file's device and its number there.
    package struct Identity: Hashable, Sendable {
        package let device: UInt64
        package let number: UInt64
    }

    /// Examines the file at a path; `followingLinks` uses the target of a symbolic link.
    package static func status(
        of path: String, followingLinks: Bool = true
    ) throws(SystemError) -> Status {
        var status = stat()
        guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else {
            throw SystemError(.examined, path)
        }
        return Status(status)
    }

    /// True if there is anything at the path, also where the system does not let that be found out: what is taken for
    /// missing is written over.
    package static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0 || ![ENOENT, ENOTDIR, ENAMETOOLONG].contains(errno)
    }

    /// Checks that files can be created in a folder.
    package static func checkWritable(folder: String) throws(SystemError) {
        guard access(folder, W_OK | X_OK) == 0 else { throw SystemError(.written, folder) }
    }

    /// Checks that a file which is not there yet can be written.
    package static func checkWritable(newFile path: String) throws(SystemError) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        do { try checkWritable(folder: folder) } catch {
            throw SystemError(.written, path, error.cause)
        }
    }

    /// The names in a folder, sorted by their bytes, without `.` and `..`.
    package static func names(in folder: String) throws(SystemError) -> [String] {
        guard let stream = opendir(folder) else { throw SystemError(.listed, folder) }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                // The end of the folder leaves no error; a medium that fails does.
                guard errno == 0 else { throw SystemError(.listed, folder) }
                break
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Creates a folder; the umask may reduce the permissions.
    package static func makeFolder(_ path: String, permissions: UInt32) throws(SystemError) {
        guard mkdir(path, permissions) == 0 else { throw SystemError(.made, path) }
    }

    /// Removes a file, a link or a socket; a missing one is no error.
    package static func remove(_ path: String) throws(SystemError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw SystemError(.removed, path) }
    }

    /// Creates an empty file with a unique name, for this user alone.
    package static func makeTemporaryFile(
        in folder: String, prefix: String
    ) throws(SystemError) -> (path: String, descriptor: FileDescriptor) {
        var name = Array("\(folder)/\(prefix)XXXXXX".utf8CString)
        let number = uninterrupted { mkstemp(&name) }
        guard number >= 0 else { throw SystemError(.made, "\(folder)/\(prefix)…") }
        let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return (path, FileDescriptor(number))
    }

    /// Renames a file, replacing any file at the new path.
    package static func rename(_ path: String, to other: String) throws(SystemError) {
        guard Glibc.rename(path, other) == 0 else { throw SystemError(.renamed, path) }
    }

    /// The absolute path without symbolic links; nil if it leads nowhere.
    package static func resolved(_ path: String) -> String? {
        realpath(path, nil).map { resolved in
            defer { free(resolved) }
            return String(cString: resolved)
        }
    }
}
