import Glibc

/// Exclusive locks by flock(2); the system releases them at the latest when the process ends.
package enum FileLock {
    /// Works while holding the lock of a file, which is made if it is not there; waits at most so many milliseconds
    /// for another process to release it.
    ///
    /// On a file system without locks the work is done without one.
    package static func hold<Outcome>(
        file path: String, milliseconds: Int, during work: () -> Outcome
    ) throws(SystemError) -> Outcome {
        let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
        return try hold(open(path, flags, 0o600), path, milliseconds: milliseconds, during: work)
    }

    /// Works while holding the lock of a folder, for which it waits half a second: a process that is just being
    /// started shares the descriptors of its parent until it runs its own program.
    package static func hold<Outcome>(
        folder path: String, during work: () -> Outcome
    ) throws(SystemError) -> Outcome {
        try hold(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), path, milliseconds: 500, during: work)
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
