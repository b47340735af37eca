#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reads files by the system's own calls: no size is trusted before the bytes are there, a pipe or device
/// is told from a file, and Foundation's start is not paid for.
enum FileBytes {
    /// What stands at a path.
    enum Kind: Equatable {
        case file, folder, symbolicLink, other
    }

    /// A system call that failed, with the system's words for it.
    struct Failure: Error {
        /// The codes for a path that leads nowhere.
        static let noEntry = ENOENT
        static let notAFolder = ENOTDIR

        let code: Int32

        /// The reason in the system's words, in lower case.
        var reason: String {
            String(cString: strerror(code)).lowercased()
        }
    }

    /// Why a file was not read.
    enum Refusal: Error {
        case failed(Failure)
        case tooLarge
    }

    /// What stands at a path; a symbolic link is followed only if asked for.
    static func kind(of path: String, following: Bool) throws(Failure) -> Kind {
        var status = stat()
        guard (following ? stat(path, &status) : lstat(path, &status)) == 0 else {
            throw Failure(code: errno)
        }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .symbolicLink
        default: .other
        }
    }

    /// The names in a folder, sorted by their bytes, without those that begin with a dot: they belong to
    /// version control and editors.
    static func names(in folder: String) throws(Failure) -> [String] {
        guard let stream = opendir(folder) else { throw Failure(code: errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The bytes of a file, if they are no more than `limit` says when it has seen the first few; a symbolic
    /// link is followed only if asked for.
    static func read(
        _ path: String, following: Bool, limit: (_ beginning: [UInt8]) -> Int
    ) throws(Refusal) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | (following ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else { throw .failed(Failure(code: errno)) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .failed(Failure(code: errno)) }
        var bytes: [UInt8] = []
        try append(from: descriptor, atMost: 32, to: &bytes)
        let limit = limit(bytes)
        let size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
        if size > limit { throw .tooLarge }
        bytes.reserveCapacity(size + 1)
        // A pipe tells no size, and a file may grow while it is read: only nothing more is the end.
        var room = max(size - bytes.count, 0) + 1
        while try append(from: descriptor, atMost: room, to: &bytes) > 0 {
            if bytes.count > limit { throw .tooLarge }
            room = 1 << 16
        }
        return bytes
    }

    /// Reads once and answers how many bytes there were; none at the end of the file.
    @discardableResult
    private static func append(
        from descriptor: Int32, atMost room: Int, to bytes: inout [UInt8]
    ) throws(Refusal) -> Int {
        var failure: Int32 = 0
        var count = 0
        let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
            repeat {
                count = systemRead(descriptor, buffer.baseAddress, room)
                failure = errno
            } while count < 0 && failure == EINTR
            filled = max(0, count)
        }
        if count < 0 { throw .failed(Failure(code: failure)) }
        bytes += chunk
        return count
    }

    private static func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int)
        -> Int
    {
        #if canImport(Glibc)
            Glibc.read(descriptor, buffer, count)
        #elseif canImport(Musl)
            Musl.read(descriptor, buffer, count)
        #else
            Darwin.read(descriptor, buffer, count)
        #endif
    }
}
