import Glibc
import System

/// Capture of standard error during the session: a message on the screen would disturb the picture and disappear
/// with it, although that of a crash is important. It is kept in a pipe and written when the terminal has been
/// restored; anything beyond the pipe's 64 KiB is lost.
struct StderrCapture {
    private var reader: Int32 = -1
    /// The original standard error; -1 without a capture.
    private var original: Int32 = -1
    private let buffer = UnsafeMutableRawPointer.allocate(byteCount: StderrCapture.part, alignment: 16)
    private static let part = 1024

    /// Starts the capture, unless standard error is redirected.
    mutating func hold() {
        guard FileDescriptor.standardError.isTerminal, let pipe = try? FileDescriptor.pipe() else { return }
        let (captured, writer) = (pipe.reader.number, pipe.writer.number)
        // Neither a writer to the full pipe nor the reader of the empty one may block.
        for end in [captured, writer] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        let copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
        if copy >= 0, uninterrupted({ dup2(writer, STDERR_FILENO) }) >= 0 {
            (reader, original) = (captured, copy)
        } else {
            // Without a descriptor for it, what is said goes to the screen.
            for end in [captured, copy] where end >= 0 { close(end) }
        }
        close(writer)
    }

    /// Writes the captured output to the original standard error. Async-signal-safe.
    func tell() {
        guard original >= 0 else { return }
        while true {
            let count = read(reader, buffer, StderrCapture.part)
            guard count > 0, write(original, buffer, count) == count else { return }
        }
    }

    /// Ends the capture.
    mutating func release() {
        guard original >= 0 else { return }
        _ = uninterrupted { dup2(original, STDERR_FILENO) }
        close(original)
        close(reader)
        (reader, original) = (-1, -1)
    }
}
