import Foundation
import Testing

/// The README and the parts of it that the program writes itself.
struct Readme {
    static let file = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "README.md")

    let text: String

    init() throws {
        text = try String(contentsOf: Self.file, encoding: .utf8)
    }

    /// Holds what stands between two marks against what should stand there. With `RECORD=1` the README is
    /// mended, and the test fails all the same, so that nothing is recorded unseen.
    func expect(
        between start: String, and end: String, is wanted: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let from = try #require(text.range(of: start), sourceLocation: sourceLocation)
        let to = try #require(
            text.range(of: end, range: from.upperBound..<text.endIndex), sourceLocation: sourceLocation)
        guard text[from.upperBound..<to.lowerBound] != wanted else { return }
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            let mended = text.replacingCharacters(in: from.upperBound..<to.lowerBound, with: wanted)
            try Data(mended.utf8).write(to: Self.file)
        }
        Issue.record(
            "the README is stale after '\(start)'; mend it with RECORD=1 swift test --filter ReadmeTests",
            sourceLocation: sourceLocation)
    }
}
