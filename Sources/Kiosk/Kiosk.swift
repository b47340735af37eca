import CLinux
import Glibc
import System

/// Sandboxes this process for anonymous users, who get a screen and keys and no way to anything else.
///
/// It takes two steps. `begin` is called before anything else, so that nobody reads a variable of the environment
/// that it removes. `lock` is called once the terminal has been entered, which opens files; from then on the kernel
/// refuses the system calls that a kiosk does not need, even if the program is taken over: see `SystemCallFilter`.
package enum Kiosk {
    /// Removes all of the environment but the type of the terminal and the language, closes everything but the
    /// standard streams, and turns suspension and core dumps off.
    package static func begin() {
        let kept = KeptVariables.of(CurrentProcess.variable)
        clearenv()
        for (name, value) in kept { setenv(name, value, 1) }
        // Descriptors that the parent process left open.
        closefrom(STDERR_FILENO + 1)
        // There is no shell that could continue a stopped process.
        for signal in [SIGTSTP, SIGTTIN, SIGTTOU, SIGXFSZ] { ignore(signal) }
        // Swift's own handlers may start a program that explains the crash.
        for signal in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS, SIGQUIT] {
            restoreDefault(signal)
        }
        limit(RLIMIT_CORE, to: 0)
        _ = cl_forbid_dumps()
        _ = cl_forbid_privileges()
        _ = chdir("/")
    }

    /// The address space of a kiosk in bytes; with a large case fetched it uses a third of that.
    static let memory: rlim_t = 512 << 20

    /// Gives up the system calls that a kiosk does not need, the growing of files and child processes until the
    /// process ends, and lowers its priority.
    package static func lock() throws(KioskError) {
        limit(RLIMIT_FSIZE, to: 0)
        limit(__RLIMIT_NPROC, to: 0)
        limit(RLIMIT_AS, to: memory)
        _ = nice(10)
        var instructions = SystemCallFilter.kiosk(process: getpid()).instructions
        guard cl_forbid_privileges() == 0, cl_install_filter(&instructions, UInt16(instructions.count)) == 0
        else {
            throw KioskError(cause: SystemError(.started, "seccomp"))
        }
    }

    private static func limit(_ resource: __rlimit_resource, to most: rlim_t) {
        var limit = rlimit(rlim_cur: most, rlim_max: most)
        setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }

    private static func ignore(_ number: Int32) { signal(number, SIG_IGN) }
    private static func restoreDefault(_ number: Int32) { signal(number, SIG_DFL) }
}

/// Why the process could not be sandboxed.
package struct KioskError: Error, Equatable, Sendable, CustomStringConvertible {
    package let cause: SystemError

    /// One lower-case sentence that says what to do.
    package var description: String {
        "the kernel does not sandbox this process (seccomp: \(cause.reason)); "
            + "a kiosk needs a kernel that has CONFIG_SECCOMP_FILTER and a container that lets it be used"
    }
}
