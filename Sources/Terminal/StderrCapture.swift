import Glibc
import System

/// Standard error while the terminal is ours: a message there would spoil the picture and go with it, and the
/// one that says why a program crashes is needed most. So it waits in a pipe, and is told once the terminal
/// has been put back; beyond the 64 KiB that a pipe holds, the rest is lost.
struct StderrCapture {
    private var reader: Int32 = -1
    /// Where standard error really goes; -1 while nothing is held.
    private var original: Int32 = -1
    private let buffer = UnsafeMutableRawPointer.allocate(byteCount: StderrCapture.part, alignment: 16)
    private static let part = 1024

    /// Begins to hold, if standard error is a terminal; redirected, it disturbs nobody.
    mutating func hold() {
        guard FileDescriptor.standardError.isTerminal, let pipe = try? FileDescriptor.pipe() else { return }
        let (captured, writer) = (pipe.reader.number, pipe.writer.number)
        // Neither the writer, when it is full, nor the reader, when it is empty, may wait.
        for end in [captured, writer] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        (reader, original) = (captured, fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3))
        dup2(writer, STDERR_FILENO)
        close(writer)
    }

    /// Tells what was held so far. Async-signal-safe.
    func tell() {
        guard original >= 0 else { return }
        while true {
            let count = read(reader, buffer, StderrCapture.part)
            guard count > 0, write(original, buffer, count) == count else { return }
        }
    }

    /// Gives standard error back.
    mutating func release() {
        guard original >= 0 else { return }
        dup2(original, STDERR_FILENO)
        close(original)
        close(reader)
        (reader, original) = (-1, -1)
    }
}
