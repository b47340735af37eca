import CSeccomp
import Glibc

/// Makes of this process one that strangers can be given: a picture and keys, and no way out of it.
///
/// It goes in two steps. `begin` is the first thing that the program does: nothing of the environment is left
/// by the time when anything asks for it. `lock` comes when the terminal has been entered, for which files
/// have to be opened; from then on the kernel itself refuses what a kiosk has no use for, whatever becomes of
/// the program: see `SystemCallFilter`.
package enum Kiosk {
    /// Leaves nothing of the environment but the kind of terminal and the language, and nothing open but the
    /// standard streams; no stop, no core dump.
    package static func begin() {
        let kept = KeptVariables.of { getenv($0).map { String(cString: $0) } }
        clearenv()
        for (name, value) in kept { setenv(name, value, 1) }
        // What was left open by whoever started this is not for strangers.
        closefrom(STDERR_FILENO + 1)
        // There is no shell that could continue what was stopped.
        for signal in [SIGTSTP, SIGTTIN, SIGTTOU, SIGXFSZ] { ignore(signal) }
        // Swift's own handlers may start a program that explains the crash.
        for signal in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS, SIGQUIT] {
            answerByDefault(signal)
        }
        allow(0, of: RLIMIT_CORE)
        _ = sc_forbid_dumps()
        _ = sc_forbid_privileges()
        _ = chdir("/")
    }

    /// The bytes that a kiosk may have in memory; with a large case fetched it has a third of that.
    static let memory: rlim_t = 512 << 20

    /// Gives up, until the process ends, the system calls that a kiosk has no use for; no file grows, and there
    /// is no child. What is not given up is shared out: others go first where there is much to do.
    package static func lock() throws(KioskError) {
        allow(0, of: RLIMIT_FSIZE)
        allow(0, of: __RLIMIT_NPROC)
        allow(memory, of: RLIMIT_AS)
        _ = nice(10)
        var instructions = SystemCallFilter.kiosk(process: getpid()).instructions
        guard sc_forbid_privileges() == 0, sc_filter(&instructions, UInt16(instructions.count)) == 0 else {
            throw KioskError(code: errno)
        }
    }

    private static func allow(_ most: rlim_t, of resource: __rlimit_resource) {
        var limit = rlimit(rlim_cur: most, rlim_max: most)
        setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }

    private static func ignore(_ number: Int32) { signal(number, SIG_IGN) }
    private static func answerByDefault(_ number: Int32) { signal(number, SIG_DFL) }
}

/// Why the process could not be locked in.
package struct KioskError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The system's code.
    package let code: Int32

    /// One lower-case sentence that says what to do.
    package var description: String {
        "the kernel does not lock this process in (seccomp: \(String(cString: strerror(code)))); "
            + "a kiosk needs a kernel that has CONFIG_SECCOMP_FILTER and a container that lets it be used"
    }
}
