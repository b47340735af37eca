import Glibc

/// The connection has ended or failed.
package struct StreamEnd: Error, Equatable {
    package init() {}
}

/// One end of a connection that carries bytes, read and written without blocking.
package struct ByteStream: Sendable {
    package let descriptor: Int32

    /// Takes over a descriptor: it becomes non-blocking, and no child process inherits it.
    package init(_ descriptor: Int32) {
        self.descriptor = descriptor
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    /// Both ends of a new connection within this machine. Unlike with a pipe, writing after the other side has gone
    /// does not raise SIGPIPE.
    package static func pair() throws(SystemError) -> (ByteStream, ByteStream) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw SystemError(.made, "a connection") }
        return (ByteStream(ends[0]), ByteStream(ends[1]))
    }

    /// The bytes that have arrived, at most so many; empty if none have.
    package func read(atMost limit: Int) throws(StreamEnd) -> [UInt8] {
        do {
            let bytes = try FileDescriptor(descriptor).read(atMost: limit)
            if bytes.isEmpty { throw StreamEnd() }
            return bytes
        } catch let error as SystemError where error.cause == .code(EAGAIN) {
            return []
        } catch {
            throw StreamEnd()
        }
    }

    /// Sends as much as there is room for; returns the number of bytes sent.
    package func write(_ bytes: ArraySlice<UInt8>) throws(StreamEnd) -> Int {
        var count = 0
        var code: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            repeat {
                // SIGPIPE must not end the program; only sockets have a flag for that.
                count = send(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
                if count < 0, errno == ENOTSOCK {
                    count = Glibc.write(descriptor, buffer.baseAddress, buffer.count)
                }
                code = errno
            } while count < 0 && code == EINTR
        }
        guard count < 0 else { return count }
        guard code == EAGAIN else { throw StreamEnd() }
        return 0
    }

    package func close() { Glibc.close(descriptor) }
}
