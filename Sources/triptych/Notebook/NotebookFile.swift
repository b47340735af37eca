import CaseModel
import Exports
import Glibc

extension StateFolder {
    /// What the user keeps of a case; empty where that is nothing. A file that is no notebook is left as it is.
    static func notebook(on case: ID<Case>) throws(Failure) -> Notebook {
        guard let folder = StateFolder() else { return Notebook() }
        let file = NotebookFile(path: folder.file(for: `case`))
        switch file.read() {
        case .missing: return Notebook()
        case .notebook(let notebook): return notebook
        case .defect(let defect): throw Failure("\(file.path) is no notebook: \(defect)", .badData)
        case .unreadable(let reason): throw Failure("\(file.path) cannot be read: \(reason)", .inputOutput)
        }
    }
}

/// A notebook's file: read as a whole, set aside as it is where it is damaged.
struct NotebookFile {
    let path: String

    /// What stands there.
    enum Contents {
        case missing
        case notebook(Notebook)
        case defect(NotebookDefect)
        /// It cannot be read, and why.
        case unreadable(String)
    }

    /// Reads what stands there now.
    func read() -> Contents {
        // A pipe in the file's place must not keep the program waiting.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            return errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(Self.reason(errno))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .unreadable(Self.reason(errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else { return .unreadable("it is not a file") }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: min(max(Int(status.st_size) + 1, 512), 1 << 16))
        while bytes.count <= NotebookText.longest {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            if count < 0 { return .unreadable(Self.reason(errno)) }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        do {
            return .notebook(try NotebookText.read(bytes))
        } catch {
            return .defect(error)
        }
    }

    /// Gives the file another name, under which no other stands; returns that path, or nil where it cannot be. Only
    /// under the lock.
    func setAside() -> String? {
        for number in 1...1000 {
            let aside = path + ".damaged" + (number > 1 ? "-\(number)" : "")
            var status = stat()
            if lstat(aside, &status) == 0 { continue }
            return rename(path, aside) == 0 ? aside : nil
        }
        return nil
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)).lowercased() }
}
