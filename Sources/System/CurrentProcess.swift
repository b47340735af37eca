import CLinux
import Glibc

/// The process that this code runs in.
package enum CurrentProcess {
    package static var identifier: Int32 { getpid() }

    /// The number of the user whose rights the process has.
    package static var user: UInt32 { geteuid() }

    /// A variable of the environment; nil if it is not set.
    package static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// Ends the process at once.
    package static func exit(_ status: Int32) -> Never { Glibc.exit(status) }

    /// Makes writing to a closed pipe an error instead of the process's end.
    package static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

    /// Lets other processes of the machine be scheduled first when they wake at the same time, until the process
    /// ends. Two hundred followers that did not would take the processor from the presenter with each step. A system
    /// without such a policy ignores it.
    package static func yieldToOthers() {
        // SCHED_BATCH, which glibc only declares for GNU sources.
        let batch: Int32 = 3
        var parameters = sched_param()
        _ = sched_setscheduler(0, batch, &parameters)
    }

    /// Shortens the process's time slices until it ends, so that it is scheduled soon after a key is pressed even
    /// while many others wake.
    package static func takeShortTimeSlices() { _ = cl_set_time_slice(100_000) }
}

/// Users of the machine.
package enum UserDirectory {
    /// The name of a user by their number; nil if the number has none.
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
