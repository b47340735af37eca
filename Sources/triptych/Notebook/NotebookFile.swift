import CaseModel
import Exports
import System

extension StateFolder {
    /// The user's notebook of a case; empty if there is none. An invalid file is left unchanged.
    static func notebook(on case: ID<Case>) throws(Failure) -> Notebook {
        guard let folder = StateFolder() else { return Notebook() }
        let file = NotebookFile(path: folder.file(for: `case`))
        switch file.read() {
        case .missing: return Notebook()
        case .notebook(let notebook): return notebook
        case .defect(let defect):
            throw Failure(
                localized(zh: "\(file.path) 不是笔记本：\(defect)", en: "\(file.path) is no notebook: \(defect)"),
                .badData)
        case .unreadable(let reason):
            throw Failure(
                localized(
                    zh: "\(file.path) 无法读取：\(reason.localized(in: .chinese))",
                    en: "\(file.path) cannot be read: \(reason.localized(in: .english))"),
                .inputOutput)
        }
    }
}

/// A notebook's file: it is read as a whole, and renamed if it is damaged.
struct NotebookFile {
    let path: String

    /// The result of reading the file.
    enum Contents {
        case missing
        case notebook(Notebook)
        case defect(NotebookDefect)
        /// It cannot be read, for this reason.
        case unreadable(Text)
    }

    /// Reads the present file.
    func read() -> Contents {
        let bytes: [UInt8]
        do {
            bytes = try WholeFile.read(path, filesOnly: true) { _ in NotebookText.longest }
        } catch {
            switch error.cause {
            case .code where error.isMissing: return .missing
            case .tooLarge: return .defect(.damaged("it is longer than \(NotebookText.longest) bytes"))
            case .code, .notAFile, .held: return .unreadable(error.reasonText)
            }
        }
        do {
            return .notebook(try NotebookText.read(bytes))
        } catch {
            return .defect(error)
        }
    }

    /// Renames the file to an unused name; returns that path, or nil on failure. Only under the lock.
    func setAside() -> String? {
        for number in 1...1000 {
            let aside = path + ".damaged" + (number > 1 ? "-\(number)" : "")
            if (try? FileSystem.status(of: aside, followingLinks: false)) != nil { continue }
            return (try? FileSystem.rename(path, to: aside)) == nil ? nil : aside
        }
        return nil
    }
}
