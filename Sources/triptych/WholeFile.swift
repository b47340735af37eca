import Glibc

/// A file that is written whole or not at all: whoever reads it meanwhile sees the old one.
struct WholeFile {
    let path: String
    /// Who may do what with a file that was not there before, as far as the umask lets them.
    var mode: mode_t = 0o666

    /// Writes the file, or says why it cannot.
    func write(_ text: String) throws {
        if let reason = replace(with: text) {
            throw Failure("\(path) cannot be written: \(reason)", .inputOutput)
        }
    }

    /// Writes next to the file, makes sure that it is on the disk, and puts it in the file's place; returns why that
    /// failed, or nil.
    func replace(with text: String) -> String? {
        let target = realpath(path, nil).map { resolved in
            defer { free(resolved) }
            return String(cString: resolved)
        }
        var status = stat()
        // A device or a folder is not to be replaced by a file.
        if let target, stat(target, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            return "it is not a file"
        }
        let draft = "\(target ?? path).\(getpid()).part"
        // An existing file keeps its permissions.
        let mode = target == nil ? mode : status.st_mode & 0o777
        // A draft of this name was left by a process that is no more: this one has its number now.
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { return Self.reason }
        var failure = fill(descriptor, with: text)
        if close(descriptor) != 0, failure == nil { failure = Self.reason }
        if failure == nil, rename(draft, target ?? path) != 0 { failure = Self.reason }
        if failure != nil { unlink(draft) }
        return failure
    }

    private func fill(_ descriptor: Int32, with text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            var written = 0
            while written < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
                if count < 0, errno != EINTR { return Self.reason }
                written += max(0, count)
            }
            return fsync(descriptor) == 0 ? nil : Self.reason
        }
    }

    private static var reason: String { String(cString: strerror(errno)) }
}
