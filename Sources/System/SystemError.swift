import Glibc

/// A request to the operating system that failed: what was to be done, with what, and why it was not.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was to be done, as the participle of the sentence.
    package enum Operation: String, Sendable {
        case examined, opened, read, listed, written, made, removed, renamed, locked, started, connected
    }

    /// Why it was not done.
    package enum Cause: Hashable, Sendable {
        /// The system's `errno`.
        case code(Int32)
        /// What stands at the path is a folder or a device.
        case notAFile
        /// The file has more bytes than the caller takes.
        case tooLarge
        /// Another process held the lock all the time.
        case held
    }

    package let operation: Operation
    /// The path, or whatever else names the thing.
    package let path: String
    package let cause: Cause

    package init(_ operation: Operation, _ path: String, _ cause: Cause) {
        (self.operation, self.path, self.cause) = (operation, path, cause)
    }

    /// A system call that has just failed: the cause is the calling thread's `errno`.
    package init(_ operation: Operation, _ path: String) {
        self.init(operation, path, .code(errno))
    }

    /// The cause in lower case, such as `permission denied`.
    package var reason: String {
        switch cause {
        case .code(let code): String(cString: strerror(code)).lowercased()
        case .notAFile: "it is not a file"
        case .tooLarge: "it is too large"
        case .held: "another process holds it"
        }
    }

    /// One lower-case sentence without a full stop.
    package var description: String { "\(path) cannot be \(operation.rawValue): \(reason)" }

    /// True if the path leads nowhere.
    package var isMissing: Bool { isCode(ENOENT, ENOTDIR) }
    /// True if the user lacks the permission.
    package var isDenied: Bool { isCode(EACCES, EPERM) }
    /// True if something stands at the path already.
    package var isOccupied: Bool { isCode(EEXIST) }
    /// True if nobody reads any more what was written.
    package var isBrokenPipe: Bool { isCode(EPIPE) }

    private func isCode(_ codes: Int32...) -> Bool {
        if case .code(let code) = cause { codes.contains(code) } else { false }
    }
}
