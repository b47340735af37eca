import Glibc

/// A program that carries the bytes of a connection: its input and output are one socket of ours, and what it
/// complains of is kept for the status line.
struct ChildProcess {
    /// Its input and output.
    let stream: ByteStream
    /// Its complaints.
    let complaints: ByteStream
    private let process: pid_t

    /// Starts a program, by its path or by a name in PATH.
    init(_ words: [String]) throws(SeminarError) {
        var sockets: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &sockets) == 0 else {
            throw .failed("socketpair", path: words[0], code: errno)
        }
        var pipes: [Int32] = [-1, -1]
        guard pipe(&pipes) == 0 else {
            let code = errno
            sockets.forEach { close($0) }
            throw .failed("pipe", path: words[0], code: code)
        }
        stream = ByteStream(sockets[0])
        complaints = ByteStream(pipes[0])
        defer {
            close(sockets[1])
            close(pipes[1])
        }
        _ = fcntl(pipes[1], F_SETFD, FD_CLOEXEC)
        var process: pid_t = 0
        let problem = Self.spawn(&process, words, stream: sockets[1], complaints: pipes[1])
        self.process = process
        guard problem == 0 else {
            stream.close()
            complaints.close()
            throw .failed("starting it", path: words[0], code: problem)
        }
    }

    private static func spawn(
        _ process: inout pid_t, _ words: [String], stream: Int32, complaints: Int32
    ) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, stream, 0)
        posix_spawn_file_actions_adddup2(&actions, stream, 1)
        posix_spawn_file_actions_adddup2(&actions, complaints, 2)
        // What we ignore or answer would otherwise be ignored there.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        return posix_spawnp(&process, words[0], &actions, &attributes, &arguments, environ)
    }

    /// Ends it, and waits until it has: politely for a moment, since ssh may have changed the terminal's modes
    /// to ask for a password.
    func end() {
        stream.close()
        complaints.close()
        kill(process, SIGTERM)
        for _ in 0..<20 {
            if waitpid(process, nil, WNOHANG) != 0 { return }
            poll(nil, 0, 5)
        }
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }
}
