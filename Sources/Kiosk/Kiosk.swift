import CLinux
import Glibc
import System

/// The sandbox of a process for anonymous users, who get a screen and a keyboard and nothing else.
///
/// It takes two steps. `begin` is called first of all, before anything reads an environment variable that it
/// removes. `lock` is called after entering the terminal, which opens files; from then on the kernel refuses
/// everything but the system calls that a kiosk needs, even to a compromised process: see `AllowedCall`.
package enum Kiosk {
    /// Removes all environment variables except terminal type and language, closes all descriptors except the
    /// standard streams, and turns off suspension and core dumps.
    package static func begin() {
        let kept = KeptVariables.of(CurrentProcess.variable)
        clearenv()
        for (name, value) in kept { setenv(name, value, 1) }
        // Descriptors inherited from the parent process.
        closefrom(STDERR_FILENO + 1)
        // There is no shell to continue a stopped process.
        for signal in [SIGTSTP, SIGTTIN, SIGTTOU, SIGXFSZ] { ignore(signal) }
        // Swift's own handlers may start a program for backtraces.
        for signal in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS, SIGQUIT] {
            restoreDefault(signal)
        }
        limit(RLIMIT_CORE, to: 0)
        _ = cl_forbid_dumps()
        _ = cl_forbid_privileges()
        _ = chdir("/")
    }

    /// The address space in bytes, three times the need of a large case fetched from a presenter.
    static let memory: rlim_t = 512 << 20

    /// Drops all system calls that a kiosk does not need, files, child processes and connections except to one
    /// address for the rest of the process's life, and lowers its priority.
    package static func lock(connectingTo address: SealedAddress? = nil) throws(KioskError) {
        limit(RLIMIT_FSIZE, to: 0)
        limit(__RLIMIT_NPROC, to: 0)
        limit(RLIMIT_AS, to: memory)
        _ = nice(10)
        guard cl_forbid_privileges() == 0 else { throw KioskError(cause: SystemError(.started, "seccomp")) }
        // A kernel without Landlock, or one that fails here, leaves the work to the filter.
        if let version = Landlock.version { _ = Landlock.enclose(version: version) }
        let calls = AllowedCall.kiosk(process: getpid(), connectingTo: address)
        var instructions = SystemCallFilter(allowing: calls).instructions
        guard cl_install_filter(&instructions, UInt16(instructions.count)) == 0 else {
            throw KioskError(cause: SystemError(.started, "seccomp"))
        }
    }

    /// What this kernel has to confine a kiosk with.
    package static var support: KioskSupport {
        KioskSupport(filtersCalls: cl_takes_filters() != 0, landlockVersion: Landlock.version)
    }

    private static func limit(_ resource: __rlimit_resource, to most: rlim_t) {
        var limit = rlimit(rlim_cur: most, rlim_max: most)
        setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }

    private static func ignore(_ number: Int32) { signal(number, SIG_IGN) }
    private static func restoreDefault(_ number: Int32) { signal(number, SIG_DFL) }
}

/// What a kernel has to confine a kiosk with.
package struct KioskSupport: Equatable, Sendable {
    /// True if it filters system calls (seccomp), without which no kiosk starts.
    package let filtersCalls: Bool
    /// The version of its Landlock, which a kiosk uses on top; nil without it.
    package let landlockVersion: Int?
}

/// The reason why the process could not be sandboxed.
package struct KioskError: Error, Equatable, Sendable, CustomStringConvertible {
    package let cause: SystemError

    /// One lower-case sentence that says what to do.
    package var description: String {
        "the kernel does not sandbox this process (seccomp: \(cause.reason)); "
            + "a kiosk needs a kernel that has CONFIG_SECCOMP_FILTER and a container that lets it be used"
    }
}
