import CLinux
import Glibc

/// The process that runs this code.
package enum CurrentProcess {
    package static var identifier: Int32 { getpid() }

    /// When a process began, in clock ticks since the machine did (proc(5)); nil for none of this number, and for one
    /// that has ended but is not yet waited for.
    package static func beginning(of identifier: Int) -> Int? {
        guard let bytes = try? WholeFile.read("/proc/\(identifier)/stat", limit: 4096) else { return nil }
        // The name of the program, in brackets, may hold anything.
        let fields = bytes.suffix(from: (bytes.lastIndex(of: UInt8(ascii: ")")) ?? -1) + 1)
            .split(separator: UInt8(ascii: " "))
        guard fields.count > 19, fields[0] != [UInt8(ascii: "Z")] else { return nil }
        return Int(String(decoding: fields[19], as: UTF8.self))
    }

    /// The number of the process's effective user.
    package static var user: UInt32 { geteuid() }

    /// The working folder; nil if it has been removed or cannot be read.
    package static var folder: String? {
        guard let path = getcwd(nil, 0) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    /// A variable of the environment; nil if it is not set.
    package static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// Sets a variable of the environment, for a library that reads it.
    package static func setVariable(_ name: String, to value: String) { setenv(name, value, 1) }

    /// Ends the process at once.
    package static func exit(_ status: Int32) -> Never { Glibc.exit(status) }

    /// Makes writing to a closed pipe, or beyond the largest size that the user's files may have, an error instead of the
    /// process's end.
    package static func surviveFailedWrites() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Gives other processes of the machine precedence when they wake at the same time, until the process ends.
    /// Otherwise two hundred followers would take the processor from the presenter at each step. A system without
    /// such a policy ignores it.
    package static func yieldToOthers() {
        // SCHED_BATCH, which glibc declares only for GNU sources.
        let batch: Int32 = 3
        var parameters = sched_param()
        _ = sched_setscheduler(0, batch, &parameters)
    }

    /// Shortens the process's time slices until it ends, so that it is scheduled soon after a key is pressed, even
    /// while many others wake.
    package static func takeShortTimeSlices() { _ = cl_set_time_slice(100_000) }
}

/// The signal of Ctrl-C, for a program that ends by it when it is ready to.
package enum Interrupt {
    /// Holds the signal back until it is waited for.
    package static func hold() {
        var signals = Self.signals
        sigprocmask(SIG_BLOCK, &signals, nil)
    }

    /// Waits for the signal, which must be held back, for at most so many milliseconds; true if it has come.
    package static func wait(milliseconds: Int) -> Bool {
        var signals = Self.signals
        var time = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
        return sigtimedwait(&signals, nil, &time) == SIGINT
    }

    private static var signals: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        return signals
    }
}

/// Users of the machine.
package enum UserDirectory {
    /// The name of a user by number; nil for an unknown one.
    package static func name(of user: UInt32) -> String? {
        getpwuid(user).map { String(cString: $0.pointee.pw_name) }
    }
}

/// The exit statuses of programs that a signal has ended, as shells report them.
package enum ExitStatus {
    /// SIGINT, as by Ctrl-C.
    package static let interrupted = ended(by: SIGINT)
    /// SIGHUP, as by a closed terminal.
    package static let hungUp = ended(by: SIGHUP)

    package static func ended(by signal: Int32) -> Int32 { 128 + signal }
}
