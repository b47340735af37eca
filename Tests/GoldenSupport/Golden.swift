import Foundation
import Testing

/// Expects a text, such as a picture or an export, to equal the file that is recorded for it in a folder beside
/// the test.
///
/// With `RECORD=1` in the environment the file is written and the test fails, so that nothing is recorded unseen.
package func expect(
    _ text: String, matchesFile name: String, in folder: String,
    sourceLocation: SourceLocation = #_sourceLocation, filePath: String = #filePath
) throws {
    let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent().appending(path: folder)
    let file = folder.appending(path: name + ".txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        Issue.record(
            "recorded \(name); look at it, and run without RECORD", sourceLocation: sourceLocation)
        return
    }
    guard let recorded = try? String(contentsOf: file, encoding: .utf8) else {
        Issue.record(
            "there is no \(folder.lastPathComponent)/\(name); record it with RECORD=1 swift test",
            sourceLocation: sourceLocation)
        return
    }
    let difference = lineDifference(from: recorded, to: text)
    if !difference.isEmpty {
        Issue.record("\(name) differs:\n\(difference)", sourceLocation: sourceLocation)
    }
}

/// The lines that differ, each recorded line above the new one.
package func lineDifference(from recorded: String, to new: String) -> String {
    let before = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let after = new.split(separator: "\n", omittingEmptySubsequences: false)
    return (0..<max(before.count, after.count)).compactMap { line in
        let old = line < before.count ? before[line] : nil
        let now = line < after.count ? after[line] : nil
        guard old != now else { return nil }
        return "line \(line + 1)\n  - \(old ?? "(none)")\n  + \(now ?? "(none)")"
    }.joined(separator: "\n")
}
