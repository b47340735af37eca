import Glibc

/// The signals that ask a program to end: Ctrl-C, a hang-up, kill(1).
package enum EndSignals {
    /// A descriptor that becomes readable with the first of them, which no longer ends the process.
    package static func watched() throws(SystemError) -> FileDescriptor {
        let pipe = try FileDescriptor.pipe()
        _ = fcntl(pipe.writer.number, F_SETFL, O_NONBLOCK)
        writer = pipe.writer.number
        for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, tell) }
        return pipe.reader
    }

    /// The signal that has come, by its number; nil for none.
    package static func number(from reader: FileDescriptor) -> Int32? {
        (try? reader.read(atMost: 1))?.first.map(Int32.init)
    }
}

/// The writing end of the pipe, which the handler needs.
nonisolated(unsafe) private var writer: Int32 = -1

private func tell(_ number: Int32) {
    let before = errno
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(writer, &byte, 1)
    errno = before
}
