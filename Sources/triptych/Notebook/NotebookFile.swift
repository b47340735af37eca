import CaseModel
import Exports
import System

extension StateFolder {
    /// The user's notebook of a case, empty if there is none. A file that is no notebook is left as it is.
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

/// A notebook's file: read as a whole, and renamed if it is damaged.
struct NotebookFile {
    let path: String

    /// What reading the file came to.
    enum Contents {
        case missing
        case notebook(Notebook)
        case defect(NotebookDefect)
        /// It cannot be read, and why.
        case unreadable(String)
    }

    /// Reads the file as it is now.
    func read() -> Contents {
        let bytes: [UInt8]
        do {
            bytes = try WholeFile.read(path, filesOnly: true) { _ in NotebookText.longest }
        } catch {
            switch error.cause {
            case .code where error.isMissing: return .missing
            case .tooLarge: return .defect(.damaged("it is longer than \(NotebookText.longest) bytes"))
            case .code, .notAFile, .held: return .unreadable(error.reason)
            }
        }
        do {
            return .notebook(try NotebookText.read(bytes))
        } catch {
            return .defect(error)
        }
    }

    /// Renames the file to a name that is free; returns that path, or nil if it cannot be renamed. Only under the
    /// lock.
    func setAside() -> String? {
        for number in 1...1000 {
            let aside = path + ".damaged" + (number > 1 ? "-\(number)" : "")
            if (try? FileSystem.status(of: aside, followingLinks: false)) != nil { continue }
            return (try? FileSystem.rename(path, to: aside)) == nil ? nil : aside
        }
        return nil
    }
}
