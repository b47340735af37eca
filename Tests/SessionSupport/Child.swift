import Glibc

/// The end of a process.
package enum Ending: Equatable, Sendable {
    /// An exit with this status.
    case exited(Int32)
    /// A signal.
    case signalled(Int32)
}

/// A process started by a test.
struct Child {
    let identifier: pid_t

    /// Starts a program as a session leader, so that a terminal opened as descriptor 0 controls it.
    init(_ arguments: [String], environment: [String: String], terminal: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        try self.init(arguments, environment, &actions)
    }

    /// Starts a program whose output goes to a descriptor.
    init(_ arguments: [String], environment: [String: String], output: Int32) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, output, 2)
        try self.init(arguments, environment, &actions)
    }

    private init(
        _ arguments: [String], _ environment: [String: String], _ actions: inout posix_spawn_file_actions_t
    ) throws {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // POSIX_SPAWN_SETSID, which glibc only declares for GNU sources. The signals are as in a login.
        let setSession: Int16 = 0x80
        posix_spawnattr_setflags(
            &attributes, setSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)

        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        var settings: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { (words + settings).forEach { free($0) } }
        var identifier: pid_t = 0
        let problem = posix_spawnp(&identifier, arguments[0], &actions, &attributes, &words, &settings)
        guard problem == 0 else {
            throw Overdue(
                description: "\(arguments[0]) does not start: \(String(cString: strerror(problem)))")
        }
        self.identifier = identifier
    }

    /// The end and the milliseconds of processor time used; nil while the process runs.
    func ending() -> (Ending, processor: Int)? {
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(identifier, &status, WNOHANG, &usage) == identifier else { return nil }
        let microseconds = Int(usage.ru_utime.tv_usec) + Int(usage.ru_stime.tv_usec)
        let processor = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 + microseconds / 1000
        let signal = status & 0x7F
        return (signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal), processor)
    }
}
