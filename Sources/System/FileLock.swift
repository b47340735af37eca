import Glibc

/// Exclusive locks by flock(2); the system releases them at the latest when the process ends.
package enum FileLock {
    /// Runs a closure while holding the lock of a file, which is created if necessary; waits at most this many
    /// milliseconds for another process to release it.
    ///
    /// On a file system without locks the closure runs without one.
    package static func hold<Outcome>(
        file path: String, milliseconds: Int, during work: () -> Outcome
    ) throws(SystemError) -> Outcome {
        let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
        return try hold(
            uninterrupted { open(path, flags, 0o600) }, path, milliseconds: milliseconds, during: work)
    }

    /// Runs a closure while holding the lock of a folder, waiting up to half a second: a process that is being
    /// started shares the descriptors of its parent until it runs its own program.
    package static func hold<Outcome>(
        folder path: String, during work: () -> Outcome
    ) throws(SystemError) -> Outcome {
        try hold(
            uninterrupted { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }, path, milliseconds: 500,
            during: work)
    }

    private static func hold<Outcome>(
        _ descriptor: Int32, _ path: String, milliseconds: Int, during work: () -> Outcome
    ) throws(SystemError) -> Outcome {
        guard descriptor >= 0 else { throw SystemError(.locked, path) }
        defer { close(descriptor) }
        let end = ContinuousClock.now + .milliseconds(milliseconds)
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EINTR || errno == EWOULDBLOCK {
            guard ContinuousClock.now < end else { throw SystemError(.locked, path, .held) }
            Poll.pause(milliseconds: 5)
        }
        return work()
    }
}
