import Glibc

/// A file that is written whole or not at all: whoever reads it meanwhile sees the old one.
struct WholeFile {
    let path: String

    /// Writes next to the file, makes sure that it is on the disk, and puts it in the file's place.
    func write(_ text: String) throws {
        let target = realpath(path, nil).map { resolved in
            defer { free(resolved) }
            return String(cString: resolved)
        }
        var status = stat()
        // A device or a folder is not to be replaced by a file.
        if let target, stat(target, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            throw Failure("\(path) is not a file that could be written", .inputOutput)
        }
        let draft = "\(target ?? path).\(getpid()).part"
        // An existing file keeps its permissions.
        let mode = target == nil ? 0o666 : status.st_mode & 0o777
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw failure() }
        do {
            try fill(descriptor, with: text)
            guard close(descriptor) == 0, rename(draft, target ?? path) == 0 else { throw failure() }
        } catch {
            unlink(draft)
            throw error
        }
    }

    private func fill(_ descriptor: Int32, with text: String) throws {
        do {
            var text = text
            try text.withUTF8 { bytes in
                var written = 0
                while written < bytes.count {
                    let count = Glibc.write(
                        descriptor, bytes.baseAddress! + written, bytes.count - written)
                    if count < 0, errno != EINTR { throw failure() }
                    written += max(0, count)
                }
            }
            guard fsync(descriptor) == 0 else { throw failure() }
        } catch {
            close(descriptor)
            throw error
        }
    }

    private func failure() -> Failure {
        Failure("\(path) cannot be written: \(String(cString: strerror(errno)))", .inputOutput)
    }
}
