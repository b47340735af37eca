import System

/// The state of a case's files at one moment, by which one sees that some have been changed, added or removed since.
package struct CaseStamp: Equatable, Sendable {
    private let files: [String: FileSystem.Status]

    /// The state of the case at a path; that of no files where there is nothing.
    package init(path: String) { self.init(path: path, entering: { _ in }) }

    /// The state of the case at a path; each folder is passed on before it is read.
    init(path: String, entering: (String) -> Void) {
        var files: [String: FileSystem.Status] = [:]
        let whole = try? FileSystem.status(of: path)
        for file in whole?.kind == .folder ? CaseFolder.paths(under: path, entering: entering) : [path] {
            files[file] = try? FileSystem.status(of: file)
        }
        self.files = files
    }
}
