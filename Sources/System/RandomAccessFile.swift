import Glibc

/// A regular file that is read in pieces, in any order.
package final class RandomAccessFile: Sendable {
    private let descriptor: FileDescriptor
    private let path: String
    /// The bytes that it had when it was opened.
    package let size: Int

    /// Opens a file; what is not a regular file is an error.
    package init(_ path: String) throws(SystemError) {
        // A pipe would be waited for.
        let number = uninterrupted { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard number >= 0 else { throw SystemError(.read, path) }
        descriptor = FileDescriptor(number)
        self.path = path
        var found = stat()
        let code = fstat(number, &found) == 0 ? 0 : errno
        let status = FileSystem.Status(found)
        size = status.size
        // From here on `deinit` closes it.
        guard code == 0 else { throw SystemError(.read, path, .code(code)) }
        guard status.kind == .file else { throw SystemError(.read, path, .notAFile) }
    }

    deinit { descriptor.close() }

    /// The bytes of a range; fewer at the end of the file.
    package func read(_ range: Range<Int>) throws(SystemError) -> [UInt8] {
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            while filled < range.count {
                let count = pread(
                    descriptor.number, buffer.baseAddress! + filled, range.count - filled,
                    off_t(range.lowerBound + filled))
                if count < 0, errno == EINTR { continue }
                code = count < 0 ? errno : 0
                if count <= 0 { break }
                filled += count
            }
        }
        guard code == 0 else { throw SystemError(.read, path, .code(code)) }
        return bytes
    }
}
