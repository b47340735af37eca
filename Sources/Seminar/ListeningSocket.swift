import Glibc
import CaseModel
import System

/// The socket to which followers connect: it replaces a stale one, and is removed at the end.
struct ListeningSocket {
    /// The result of accepting a connection.
    enum Arrival {
        case connection(ByteStream)
        case nobody
        /// The process or the system has no descriptor left, so that the socket stays ready.
        case exhausted
    }

    let descriptor: Int32
    private let path: String
    private let identity: FileSystem.Identity

    /// Opens the socket of a seminar, replacing a stale one of a dead presenter but not a live one.
    init(of name: SeminarName, in folder: SeminarFolder) throws(SeminarError) {
        let path = try folder.socket(of: name)
        try folder.prepare()
        // If two presenters find the same stale socket, the second would remove the new socket of the first; a lock
        // makes them take turns.
        let opened: Result<(Int32, FileSystem.Identity), SeminarError>
        do {
            opened = try FileLock.hold(folder: folder.path) {
                Result { () throws(SeminarError) in try Self.open(path, name, mode: folder.socketMode) }
            }
        } catch {
            guard case .held = error.cause else { throw .failed(error) }
            throw .occupied(
                path: path,
                why: Text(chinese: "正被另一程序打开；请再试", english: "is being opened by another program; try again"))
        }
        (descriptor, identity) = try opened.get()
        self.path = path
    }

    func accept() -> Arrival {
        let descriptor = uninterrupted { Glibc.accept(self.descriptor, nil, nil) }
        guard descriptor >= 0 else {
            return [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) ? .exhausted : .nobody
        }
        var size = Limits.sendBuffer
        setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        return .connection(ByteStream(descriptor))
    }

    /// Closes the socket, and removes its file unless it has been replaced.
    func close() {
        Glibc.close(descriptor)
        guard let status = try? FileSystem.status(of: path, followingLinks: false),
            status.identity == identity
        else { return }
        try? FileSystem.remove(path)
    }

    private static func open(
        _ path: String, _ name: SeminarName, mode: UInt32
    ) throws(SeminarError) -> (Int32, FileSystem.Identity) {
        try removeStale(path, name)
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .failed(SystemError(.made, path)) }
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        // Nobody can connect before `listen`, whatever the permissions are until then.
        guard UnixSocket.withAddress(of: path, { bind(descriptor, $0, $1) }) == 0 else {
            let error = SystemError(.made, path)
            Glibc.close(descriptor)
            throw .failed(error)
        }
        guard chmod(path, mode) == 0, let status = try? FileSystem.status(of: path, followingLinks: false),
            listen(descriptor, 1024) == 0
        else {
            let error = SystemError(.made, path)
            Glibc.close(descriptor)
            // It is ours, under the lock of the folder; nobody is to find a socket without a presenter.
            try? FileSystem.remove(path)
            throw .failed(error)
        }
        return (descriptor, status.identity)
    }

    static let notASocket = Text(
        chinese: "已经存在，且不是套接字；请删去或另取名称",
        english: "is there and is not a socket; remove it or choose another name")

    private static func belonging(to owner: String, _ chinese: String, _ english: String) -> Text {
        Text(
            chinese: chinese + "；请另取名称，或请 \(owner) 删去",
            english: english + "; choose another name, or ask \(owner) to remove it")
    }

    private static func removeStale(_ path: String, _ name: SeminarName) throws(SeminarError) {
        guard let status = try? FileSystem.status(of: path, followingLinks: false) else { return }
        guard status.kind == .socket else {
            throw .occupied(path: path, why: notASocket)
        }
        do {
            try UnixSocket.connect(to: path).close()
            throw SeminarError.taken(name.text)
        } catch let error as SystemError {
            let owner = UserDirectory.name(of: status.owner) ?? "uid \(status.owner)"
            if error.isDenied {
                throw .occupied(
                    path: path,
                    why: belonging(
                        to: owner, "属于 \(owner)，可能正在讲解", "belongs to \(owner), who may be presenting"))
            }
            // A full queue means that a process is there, possibly suspended.
            guard error.isUnanswered else { throw .taken(name.text) }
            do { try FileSystem.remove(path) } catch {
                throw .occupied(
                    path: path, why: belonging(to: owner, "是 \(owner) 留下的", "was left behind by \(owner)"))
            }
        } catch {
            throw .taken(name.text)
        }
    }

}

/// Unix sockets by path.
enum UnixSocket {
    /// Calls a function with the address of a path; the path must be short enough.
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

    /// Connects without waiting; a local socket answers at once, even if its queue is full. `sealed` is the address of
    /// the path, if the process may connect to no other.
    static func connect(to path: String, sealed: SealedAddress? = nil) throws(SystemError) -> ByteStream {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SystemError(.connected, path) }
        let stream = ByteStream(descriptor)
        let result =
            sealed?.connect(descriptor) ?? withAddress(of: path) { Glibc.connect(descriptor, $0, $1) }
        guard result == 0 else {
            let error = SystemError(.connected, path)
            stream.close()
            throw error
        }
        return stream
    }

    /// The user of the process at the other end, according to the kernel.
    static func user(of stream: ByteStream) -> UInt32? {
        // struct ucred, which glibc declares only for GNU sources: process, user, group.
        var credentials: (pid_t, uid_t, gid_t) = (0, 0, 0)
        var size = socklen_t(MemoryLayout.size(ofValue: credentials))
        guard getsockopt(stream.descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0 else {
            return nil
        }
        return credentials.1
    }
}

extension SystemError {
    /// True if nobody listens on the socket, or it does not exist.
    var isUnanswered: Bool { [.code(ENOENT), .code(ECONNREFUSED)].contains(cause) }
    /// True if the queue of waiting connections is full, as for a suspended process.
    var isQueueFull: Bool { cause == .code(EAGAIN) }
}
