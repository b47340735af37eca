import Glibc

/// Files that are read and written as a whole.
package enum WholeFile {
    /// Reads a file, a pipe or a device to its end; more than `limit` bytes are an error.
    package static func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
        try read(path, limit: { _ in limit })
    }

    /// Reads to the end, within a limit of bytes that may depend on the first ones.
    ///
    /// `followingLinks` reads the target of a symbolic link. `filesOnly` refuses anything but a regular file, since
    /// a pipe could block.
    package static func read(
        _ path: String, followingLinks: Bool = true, filesOnly: Bool = false,
        limit: (_ beginning: [UInt8]) -> Int
    ) throws(SystemError) -> [UInt8] {
        let flags = O_RDONLY | O_CLOEXEC | (followingLinks ? 0 : O_NOFOLLOW) | (filesOnly ? O_NONBLOCK : 0)
        let number = uninterrupted { open(path, flags) }
        guard number >= 0 else { throw SystemError(.read, path) }
        let descriptor = FileDescriptor(number)
        defer { descriptor.close() }
        var found = stat()
        guard fstat(number, &found) == 0 else { throw SystemError(.read, path) }
        let status = FileSystem.Status(found)
        if filesOnly, status.kind != .file { throw SystemError(.read, path, .notAFile) }

        var bytes: [UInt8] = []
        func append(atMost count: Int) throws(SystemError) -> Int {
            let more: [UInt8]
            do { more = try descriptor.read(atMost: count) } catch {
                throw SystemError(.read, path, error.cause)
            }
            bytes += more
            return more.count
        }
        _ = try append(atMost: 32)
        let limit = limit(bytes)
        let size = status.kind == .file ? status.size : 0
        if size > limit { throw SystemError(.read, path, .tooLarge) }
        bytes.reserveCapacity(size + 1)
        // A pipe has no size, and a file may grow while it is read: only an empty read is the end.
        var room = max(size - bytes.count, 0) + 1
        while try append(atMost: room) > 0 {
            if bytes.count > limit { throw SystemError(.read, path, .tooLarge) }
            room = 1 << 16
        }
        return bytes
    }

    /// Writes a file atomically: into a temporary file next to it, synchronised to the disk, which then replaces
    /// it.
    ///
    /// A symbolic link stays one, and a file keeps its permissions; `permissions` are those of a new file, reduced
    /// by the umask.
    package static func write(
        _ text: String, to path: String, permissions: UInt32 = 0o666
    ) throws(SystemError) {
        try write(Array(text.utf8), to: path, permissions: permissions)
    }

    /// Writes bytes in the same way.
    package static func write(
        _ bytes: [UInt8], to path: String, permissions: UInt32 = 0o666
    ) throws(SystemError) {
        let target = try existing(path)
        let status: FileSystem.Status?
        do { status = try target.map { path throws(SystemError) in try FileSystem.status(of: path) } } catch {
            throw SystemError(.written, path, error.cause)
        }
        // A device or folder is not replaced by a file.
        if let status, status.kind != .file { throw SystemError(.written, path, .notAFile) }
        let draft = "\(target ?? path).\(getpid()).part"
        // A temporary file of this name was left by a dead process with the same number.
        unlink(draft)
        let number = uninterrupted {
            open(
                draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                status.map { $0.permissions & 0o777 } ?? permissions)
        }
        guard number >= 0 else { throw SystemError(.written, path) }
        var cause: SystemError.Cause?
        do {
            try FileDescriptor(number).write(bytes)
        } catch {
            cause = error.cause
        }
        if cause == nil, uninterrupted({ fsync(number) }) != 0 { cause = .code(errno) }
        // Linux closes it also where a signal interrupts the call.
        if close(number) != 0, errno != EINTR, cause == nil { cause = .code(errno) }
        if cause == nil, rename(draft, target ?? path) != 0 { cause = .code(errno) }
        if let cause {
            unlink(draft)
            throw SystemError(.written, path, cause)
        }
    }

    /// The file that a path leads to, through links; nil if there is none. One that cannot be found out is not
    /// replaced by a new file in the place of a link.
    private static func existing(_ path: String) throws(SystemError) -> String? {
        if let target = FileSystem.resolved(path) { return target }
        guard errno == ENOENT else { throw SystemError(.written, path) }
        return nil
    }
}
