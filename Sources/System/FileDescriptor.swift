import Glibc

/// An open file, pipe, terminal or socket, by its number; the owner must close it.
package struct FileDescriptor: Hashable, Sendable {
    package static let standardInput = FileDescriptor(STDIN_FILENO)
    package static let standardOutput = FileDescriptor(STDOUT_FILENO)
    package static let standardError = FileDescriptor(STDERR_FILENO)

    package let number: Int32

    package init(_ number: Int32) { self.number = number }

    /// Both ends of a new pipe, which no child process inherits.
    package static func pipe() throws(SystemError) -> (reader: FileDescriptor, writer: FileDescriptor) {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { throw SystemError(.made, "a pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (FileDescriptor(ends[0]), FileDescriptor(ends[1]))
    }

    package var isTerminal: Bool { isatty(number) == 1 }

    /// The columns of the terminal; nil for what is none, and for one that does not tell, as on a serial line.
    package var columns: Int? { window.flatMap { $0.ws_col > 0 ? Int($0.ws_col) : nil } }

    /// The rows of the terminal; nil as for the columns.
    package var rows: Int? { window.flatMap { $0.ws_row > 0 ? Int($0.ws_row) : nil } }

    private var window: winsize? {
        var window = winsize()
        return ioctl(number, UInt(TIOCGWINSZ), &window) == 0 ? window : nil
    }

    /// The bytes of one read(2), at most so many; none at the end.
    package func read(atMost limit: Int) throws(SystemError) -> [UInt8] {
        var count = 0
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
            repeat {
                count = Glibc.read(number, buffer.baseAddress, limit)
                code = errno
            } while count < 0 && code == EINTR
            filled = max(0, count)
        }
        guard count >= 0 else { throw SystemError(.read, name, .code(code)) }
        return bytes
    }

    /// Writes all of a text.
    package func write(_ text: String) throws(SystemError) {
        var text = text
        let code = text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
        if let code { throw SystemError(.written, name, .code(code)) }
    }

    /// Writes all bytes.
    package func write(_ bytes: [UInt8]) throws(SystemError) {
        if let code = bytes.withUnsafeBytes({ write($0) }) { throw SystemError(.written, name, .code(code)) }
    }

    package func close() { Glibc.close(number) }

    /// Writes all bytes; returns `errno` after a failure.
    private func write(_ bytes: UnsafeRawBufferPointer) -> Int32? {
        var written = 0
        while written < bytes.count {
            let count = Glibc.write(number, bytes.baseAddress! + written, bytes.count - written)
            if count < 0, errno == EAGAIN {
                // A terminal or pipe is shared, and another of its programs may have made it non-blocking.
                Poll.wait(readers: [], writers: [number])
            } else if count < 0, errno != EINTR {
                return errno
            }
            written += max(0, count)
        }
        return nil
    }

    private var name: String {
        switch number {
        case STDIN_FILENO: "standard input"
        case STDOUT_FILENO: "standard output"
        case STDERR_FILENO: "standard error"
        case _: "descriptor \(number)"
        }
    }
}
