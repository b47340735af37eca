import Foundation
import SeededRandom
import SessionSupport

/// Calls of the system that fail as planned, through the library `FaultInjection`, which says what its variables mean.
struct Fault: Hashable, CustomStringConvertible {
    /// The call's name, as the library counts it.
    let call: String
    /// The number of the first call that fails, from 1.
    let first: Int
    /// The `errno`; 0 for a read or write that transfers half of what it could.
    let error: Int32
    /// How many calls fail in a row.
    var count = 1

    var description: String {
        let reason = error == 0 ? "half done" : String(cString: strerror(error))
        return "\(call) \(first): \(reason)" + (count > 1 ? ", \(count) times" : "")
    }

    /// The errors that a call is made to fail with, those that happen: a disk or quota that is full, a medium that is
    /// broken or read-only, no memory, no descriptors, no permission.
    static let errors: [String: [Int32]] = [
        "access": [EACCES, EIO], "accept": [EMFILE, ECONNABORTED], "bind": [EROFS, ENOSPC],
        "chmod": [EPERM], "close": [EIO], "close-file": [EIO, EDQUOT],
        "connect": [EAGAIN, ECONNREFUSED, EACCES], "create": [ENOSPC, EDQUOT, EROFS, EMFILE, EACCES],
        "dup2": [EMFILE], "epoll_create1": [EMFILE], "epoll_ctl": [ENOSPC, ENOMEM], "epoll_wait": [EINTR],
        "fcntl": [EMFILE], "flock": [ENOLCK, EINTR], "fopen": [EMFILE], "fread": [EIO], "fstat": [EIO],
        "fsync": [EIO, ENOSPC, EDQUOT], "getpwuid": [EIO], "getsockopt": [ENOBUFS],
        "inotify_add_watch": [ENOSPC],
        "inotify_init1": [EMFILE], "ioctl": [EIO], "isatty": [ENOTTY], "listen": [EADDRINUSE],
        "lstat": [EACCES, EIO], "mkdir": [ENOSPC, EDQUOT, EROFS, EACCES], "mmap": [ENOMEM],
        "mprotect": [ENOMEM], "open": [EMFILE, EIO, EACCES], "opendir": [EMFILE, EACCES],
        "pipe": [EMFILE, ENFILE], "poll": [ENOMEM, EINTR], "posix_spawnp": [EAGAIN, ENOMEM], "prctl": [EPERM],
        "pread": [EIO, EINTR, 0],
        "read": [EIO, EINTR, 0], "read-file": [EIO, EINTR, 0], "readdir": [EIO], "realpath": [EIO, ENOMEM],
        "rename": [EROFS, EIO, ENOSPC], "send": [EPIPE, EAGAIN, ENOBUFS], "setsockopt": [ENOBUFS],
        "socket": [EMFILE, ENFILE, ENOBUFS], "socketpair": [EMFILE],
        "stat": [EACCES, EIO], "tcgetattr": [EIO], "tcsetattr": [EIO, EINTR], "timerfd_create": [EMFILE],
        "unlink": [EROFS, EIO], "waitpid": [ECHILD, EINTR],
        "write": [EIO, EAGAIN, EINTR, 0], "write-file": [ENOSPC, EDQUOT, EIO, EINTR, 0],
    ]

    /// The calls that a signal may interrupt before they have done anything.
    static let interruptible = [
        "accept", "connect", "create", "epoll_wait", "flock", "fsync", "open", "poll", "pread", "read",
        "read-file", "send", "tcsetattr", "waitpid", "write", "write-file",
    ]

    /// The calls for memory. Swift ends a program that gets none, so that these are judged apart.
    static let forMemory = ["malloc", "realloc"]

    /// Faults for a program that makes so many of each call: one of each, or every one where FAULTS is `all`.
    static func sample(of counts: [String: Int], seed: UInt64, each: Int = 1) -> [Fault] {
        let takesAll = ProcessInfo.processInfo.environment["FAULTS"] == "all"
        var random = Seeded(seed: seed)
        let judged = counts.filter { !forMemory.contains($0.key) }.sorted { $0.key < $1.key }
        return judged.flatMap { call, count -> [Fault] in
            let errors = errors[call] ?? [EIO]
            if takesAll {
                return (1...count).flatMap { number in
                    errors.map { Fault(call: call, first: number, error: $0) }
                }
            }
            return (0..<each).map { _ in
                Fault(
                    call: call, first: .random(in: 1...count, using: &random),
                    error: errors.randomElement(using: &random) ?? EIO)
            }
        }
    }

    /// Memory that is not there for a moment or any more, for a program that asks for it so often.
    static func ofMemory(_ counts: [String: Int], seed: UInt64, each: Int) -> [Fault] {
        var random = Seeded(seed: seed)
        return forMemory.flatMap { call in
            [1, 1_000_000].flatMap { times in
                (0..<each).map { _ in
                    Fault(
                        call: call, first: .random(in: 1...max(1, counts[call] ?? 0), using: &random),
                        error: ENOMEM, count: times)
                }
            }
        }
    }

    /// The variables of a program with these faults.
    static func environment(_ faults: [Fault], countingIn file: String? = nil) -> [String: String] {
        var environment = ["LD_PRELOAD": Program.built("libFaultInjection.so")]
        environment["FAULT_PLAN"] = faults.map { "\($0.call):\($0.first):\($0.error):\($0.count)" }
            .joined(separator: ",")
        environment["FAULT_COUNTS"] = file
        // A program for backtraces would ask the reader what to do.
        environment["SWIFT_BACKTRACE"] = "enable=no"
        return environment
    }

    /// What comes of a program, and how often it calls what, by the file of its counts, which it needs before it starts.
    static func counting<Outcome>(
        _ run: (_ file: String) throws -> Outcome
    ) throws -> (outcome: Outcome, counts: [String: Int]) {
        let place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        let size = 32
        try Data(count: 64 * size).write(to: place)
        defer { try? FileManager.default.removeItem(at: place) }
        let outcome = try run(place.path)
        let bytes = [UInt8](try Data(contentsOf: place))
        var counts: [String: Int] = [:]
        for start in stride(from: 0, to: bytes.count, by: size) where bytes[start] != 0 {
            let name = String(decoding: bytes[start..<start + 24].prefix { $0 != 0 }, as: UTF8.self)
            counts[name] = bytes.withUnsafeBytes {
                $0.loadUnaligned(fromByteOffset: start + 24, as: Int.self)
            }
        }
        return (outcome, counts)
    }
}
