import Glibc

/// The socket that followers come in by: made, recognised as stale, and taken away again.
struct ListeningSocket {
    let descriptor: Int32
    private let path: String
    private let file: (device: dev_t, number: ino_t)

    /// Opens the door of a seminar. A socket that a dead presenter left is replaced; a live one is not.
    init(of name: SeminarName, in folder: SeminarFolder) throws(SeminarError) {
        let path = try folder.socket(of: name)
        try folder.prepare()
        // Whoever else opens a door here waits for their turn: of two who find the same stale socket, the
        // second would take away the door of the first.
        let lock = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0 else { throw .failed("open", path: folder.path, code: errno) }
        defer { close(lock) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            throw .occupied(path: path, why: "is being opened by another program")
        }
        try Self.clear(path, name)

        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .failed("socket", path: path, code: errno) }
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        var status = stat()
        // Nobody gets in before `listen`, whatever the mode is until then.
        guard SocketAddress.withAddress(of: path, { bind(descriptor, $0, $1) }) == 0,
            chmod(path, folder.socketMode) == 0, lstat(path, &status) == 0, listen(descriptor, 1024) == 0
        else {
            let code = errno
            close(descriptor)
            throw .failed("bind", path: path, code: code)
        }
        self.descriptor = descriptor
        self.path = path
        file = (status.st_dev, status.st_ino)
    }

    /// The next who has come in, or nil and why there is none.
    func next() -> (stream: ByteStream?, code: Int32) {
        let descriptor = accept(descriptor, nil, nil)
        guard descriptor >= 0 else { return (nil, errno) }
        var size = Limits.heldBack
        setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        return (ByteStream(descriptor), 0)
    }

    /// Shuts the door, and takes the socket away if it is still this one.
    func shut() {
        close(descriptor)
        var status = stat()
        if lstat(path, &status) == 0, status.st_dev == file.device, status.st_ino == file.number {
            unlink(path)
        }
    }

    private static func clear(_ path: String, _ name: SeminarName) throws(SeminarError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            throw .occupied(path: path, why: "is there and is not a socket")
        }
        switch SocketAddress.connect(to: path) {
        case .success(let stream):
            stream.close()
            throw .taken(name.text)
        case .failure(let failure):
            // Where a queue is full, somebody is there, if only suspended.
            guard [ECONNREFUSED, ENOENT].contains(failure.code) else { throw .taken(name.text) }
        }
        guard unlink(path) == 0 || errno == ENOENT else {
            throw .occupied(path: path, why: "was left behind by another user")
        }
    }
}

/// Paths of sockets as the system takes them, and who is at the other end.
enum SocketAddress {
    /// A system call's error.
    struct Failure: Error {
        let code: Int32
    }

    /// Lends the address of a path, which must be short enough for one.
    static func withAddress<Result>(
        of path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { room in
            room.copyBytes(from: path.utf8.prefix(room.count - 1))
        }
        return withUnsafeBytes(of: &address) {
            body($0.assumingMemoryBound(to: sockaddr.self).baseAddress!, socklen_t($0.count))
        }
    }

    /// Connects without waiting: a local socket answers at once, if only that its queue is full.
    static func connect(to path: String) -> Result<ByteStream, Failure> {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return .failure(Failure(code: errno)) }
        let stream = ByteStream(descriptor)
        guard withAddress(of: path, { Glibc.connect(descriptor, $0, $1) }) == 0 else {
            let failure = Failure(code: errno)
            stream.close()
            return .failure(failure)
        }
        return .success(stream)
    }

    /// The user whose process is at the other end, as the kernel knows it.
    static func user(of stream: ByteStream) -> uid_t? {
        // struct ucred, which glibc only declares for GNU sources: process, user, group.
        var credentials: (pid_t, uid_t, gid_t) = (0, 0, 0)
        var size = socklen_t(MemoryLayout.size(ofValue: credentials))
        guard getsockopt(stream.descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0 else {
            return nil
        }
        return credentials.1
    }
}
