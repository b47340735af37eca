import Glibc

/// A lock that one process holds at a time, let go at the latest by the process's end.
enum FileLock {
    /// Why a lock was not taken.
    enum Refusal: Error {
        /// Another process has held it all the time.
        case held
        /// The file of the lock cannot be made.
        case failed(String)
    }

    /// Works under the lock of a file, which is made if it is not there; the lock is waited for for so many
    /// milliseconds at most.
    static func hold<Outcome>(
        _ path: String, milliseconds: Int, during work: () -> Outcome
    ) throws(Refusal) -> Outcome {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else { throw .failed(String(cString: strerror(errno)).lowercased()) }
        defer { close(descriptor) }
        let end = ContinuousClock.now + .milliseconds(milliseconds)
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EINTR || errno == EWOULDBLOCK {
            // Any other answer is a file system without locks: what is written there is whole all the same.
            guard ContinuousClock.now < end else { throw .held }
            poll(nil, 0, 5)
        }
        return work()
    }
}
