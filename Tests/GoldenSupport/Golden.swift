import Foundation
import Testing

/// A text, such as a picture or an export, kept in a file of a folder next to the tests. With `RECORD=1` in the environment the file is written anew,
/// and the test fails all the same, so that nothing is recorded unseen.
package func expect(
    _ picture: String, matchesFile name: String, in folder: String,
    sourceLocation: SourceLocation = #_sourceLocation,
    filePath: String = #filePath
) throws {
    let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent().appending(path: folder)
    let file = folder.appending(path: name + ".txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(picture.utf8).write(to: file)
        Issue.record("recorded \(name); look at it, and run without RECORD", sourceLocation: sourceLocation)
        return
    }
    guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
        Issue.record(
            "there is no \(folder.lastPathComponent)/\(name); record it with RECORD=1 swift test",
            sourceLocation: sourceLocation)
        return
    }
    let difference = lineDifference(from: kept, to: picture)
    if !difference.isEmpty {
        Issue.record("\(name) differs:\n\(difference)", sourceLocation: sourceLocation)
    }
}

/// The lines that differ, the kept one over the new one.
package func lineDifference(from kept: String, to new: String) -> String {
    let (old, now) = (
        kept.split(separator: "\n", omittingEmptySubsequences: false),
        new.split(separator: "\n", omittingEmptySubsequences: false)
    )
    return (0..<max(old.count, now.count)).compactMap { line in
        let before = line < old.count ? old[line] : nil
        let after = line < now.count ? now[line] : nil
        guard before != after else { return nil }
        return "line \(line + 1)\n  - \(before ?? "(none)")\n  + \(after ?? "(none)")"
    }.joined(separator: "\n")
}
