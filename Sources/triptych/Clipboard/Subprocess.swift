import Glibc

/// Another program, run for its effect: it is given its input, and is not waited for longer than a moment.
struct Subprocess {
    private let arguments: [String]
    private var rest: ArraySlice<UInt8>
    private let end: ContinuousClock.Instant

    /// A program by its name in PATH and its arguments, which no shell sees.
    init(_ arguments: [String], input: [UInt8], milliseconds: Int) {
        self.arguments = arguments
        rest = input[...]
        end = .now + .milliseconds(milliseconds)
    }

    /// Runs it to its end; returns why it failed, in its own words where it has any, or nil.
    consuming func run() -> String? {
        var (input, errors) = ([Int32](repeating: -1, count: 2), [Int32](repeating: -1, count: 2))
        // A socket rather than a pipe: writing to one that nobody reads any more need not raise a signal.
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &input) == 0, pipe(&errors) == 0 else {
            return Self.reason(errno)
        }
        for end in input + errors { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var child: pid_t = 0
        let problem = spawn(&child, input: input[0], errors: errors[1])
        close(input[0])
        close(errors[1])
        defer { close(errors[0]) }
        guard problem == 0 else {
            close(input[1])
            return Self.reason(problem)
        }
        _ = fcntl(input[1], F_SETFL, O_NONBLOCK)
        let said = converse(input: input[1], errors: errors[0])
        return outcome(of: child, saying: said)
    }

    private func spawn(_ child: inout pid_t, input: Int32, errors: Int32) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        // What the explorer ignores or holds back, the program must not.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
        var (all, none) = (sigset_t(), sigset_t())
        sigfillset(&all)
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        return posix_spawnp(&child, arguments[0], &actions, &attributes, &words, environ)
    }

    /// Writes the input and reads what is said, until the program closes its standard error, as its end does.
    private mutating func converse(input: Int32, errors: Int32) -> [UInt8] {
        var input = input
        var said: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 512)
        while left > 0 {
            if rest.isEmpty, input >= 0 {
                close(input)
                input = -1
            }
            // poll(2) passes over a descriptor that is closed.
            var watched = [
                pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
                pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
            ]
            guard poll(&watched, 2, left) > 0 else { continue }
            if watched[1].revents != 0 {
                let count = rest.withUnsafeBytes { send(input, $0.baseAddress, $0.count, Self.quietly) }
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if errno != EAGAIN, errno != EINTR {
                    // It wants no more, and will say why.
                    rest = []
                }
            }
            if watched[0].revents != 0 {
                let count = read(errors, &buffer, buffer.count)
                if count == 0 { break }
                if count > 0, said.count < buffer.count { said += buffer[..<count] }
            }
        }
        if input >= 0 { close(input) }
        return said
    }

    /// Waits for the program to end, or ends it once the time is over.
    private func outcome(of child: pid_t, saying said: [UInt8]) -> String? {
        var status: Int32 = 0
        while waitpid(child, &status, WNOHANG) == 0 {
            guard left > 0 else {
                kill(child, SIGKILL)
                waitpid(child, &status, 0)
                return "no answer in time"
            }
            poll(nil, 0, 1)
        }
        if status == 0 { return nil }
        let line = String(decoding: said, as: UTF8.self).split(separator: "\n").first.map(String.init)
        return line ?? "status \(status >> 8 & 0xFF)"
    }

    private static let quietly = Int32(MSG_NOSIGNAL)

    /// Milliseconds that it may still take.
    private var left: Int32 {
        let left = ContinuousClock.now.duration(to: end).components
        return Int32(clamping: max(0, left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000))
    }

    private static func reason(_ problem: Int32) -> String { String(cString: strerror(problem)) }
}
