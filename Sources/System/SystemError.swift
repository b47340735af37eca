import Glibc

/// A failed request to the operating system: the operation, its object, and the cause.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The operation, as a participle for the sentence.
    package enum Operation: String, Sendable {
        case examined, opened, read, listed, written, made, removed, renamed, locked, started, connected
    }

    /// The cause of the failure.
    package enum Cause: Hashable, Sendable {
        /// The system's `errno`.
        case code(Int32)
        /// The path is that of a folder or a device.
        case notAFile
        /// The file is larger than the caller's limit.
        case tooLarge
        /// Another process held the lock for the whole time.
        case held
    }

    package let operation: Operation
    /// The path, or another name of the object.
    package let path: String
    package let cause: Cause

    package init(_ operation: Operation, _ path: String, _ cause: Cause) {
        (self.operation, self.path, self.cause) = (operation, path, cause)
    }

    /// An error of the system call that has just failed, with the calling thread's `errno` as its cause.
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
    /// True if something already exists at the path.
    package var isOccupied: Bool { isCode(EEXIST) }
    /// True if the reader of the output has gone.
    package var isBrokenPipe: Bool { isCode(EPIPE) }

    private func isCode(_ codes: Int32...) -> Bool {
        if case .code(let code) = cause { codes.contains(code) } else { false }
    }
}

/// Makes a system call again as long as a signal interrupts it before it has done anything.
package func uninterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}
