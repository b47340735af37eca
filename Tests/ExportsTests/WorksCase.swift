import CaseFiles
import CaseModel
import Foundation
import Testing

/// The case of `Tests/Fixtures/cases/works`: each type of source, names in several scripts, dates that are missing or
/// shared.
enum WorksCase {
    static func open() throws -> CaseGraph {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/cases/works")
        let outcome = try CaseReader.read(path: folder.path)
        return CaseGraph(try #require(outcome.caseFile, "\(outcome.diagnostics)"))
    }
}
