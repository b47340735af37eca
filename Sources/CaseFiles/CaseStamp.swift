import System

/// The state of a case's files at one moment, by which one sees that some have been changed, added or removed since.
package struct CaseStamp: Equatable, Sendable {
    private let files: [String: FileSystem.Status]

    /// The state of the case at a path; that of no files where there is nothing.
    package init(path: String) {
        var files: [String: FileSystem.Status] = [:]
        let whole = try? FileSystem.status(of: path)
        for file in whole?.kind == .folder ? CaseFolder.paths(under: path) : [path] {
            files[file] = try? FileSystem.status(of: file)
        }
        self.files = files
    }
}
