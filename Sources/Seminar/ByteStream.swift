import Glibc

/// The other side has gone, or the connection has failed.
struct StreamEnd: Error, Equatable {}

/// One end of a connection that carries bytes and is never waited for.
struct ByteStream {
    let descriptor: Int32

    /// Takes over a descriptor; nothing that it does blocks from now on, and no child inherits it.
    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    /// What has come, at most so many bytes; nothing if nothing has.
    func read(atMost limit: Int) throws(StreamEnd) -> [UInt8] {
        var count = 0
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
            repeat {
                count = Glibc.read(descriptor, buffer.baseAddress, limit)
                failure = errno
            } while count < 0 && failure == EINTR
            filled = max(0, count)
        }
        if count == 0 || count < 0 && failure != EAGAIN { throw StreamEnd() }
        return bytes
    }

    /// Sends as much as there is room for; says how many bytes that were.
    func write(_ bytes: ArraySlice<UInt8>) throws(StreamEnd) -> Int {
        var count = 0
        var failure: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            repeat {
                // A socket that nobody reads must not end the program; a pipe cannot be told so.
                count = send(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
                if count < 0, errno == ENOTSOCK {
                    count = Glibc.write(descriptor, buffer.baseAddress, buffer.count)
                }
                failure = errno
            } while count < 0 && failure == EINTR
        }
        if count < 0 {
            guard failure == EAGAIN else { throw StreamEnd() }
            return 0
        }
        return count
    }

    /// Gives the descriptor back.
    func close() { Glibc.close(descriptor) }
}
