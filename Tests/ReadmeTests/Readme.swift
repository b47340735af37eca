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
        let mended = text.replacingCharacters(in: from.upperBound..<to.lowerBound, with: wanted)
        try Self.tell(
            "the README is stale after '\(start)'", file: Self.file, mended: mended,
            sourceLocation: sourceLocation)
    }

    /// Holds a file that the README shows, by its path from there, against what it should be, and mends it in
    /// the same way.
    static func expect(
        file path: String, is wanted: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = file.deletingLastPathComponent().appending(path: path)
        guard (try? String(contentsOf: file, encoding: .utf8)) != wanted else { return }
        try tell("\(path) is stale", file: file, mended: wanted, sourceLocation: sourceLocation)
    }

    private static func tell(
        _ what: String, file: URL, mended: String, sourceLocation: SourceLocation
    ) throws {
        if ProcessInfo.processInfo.environment["RECORD"] == "1" { try Data(mended.utf8).write(to: file) }
        Issue.record(
            "\(what); mend it with RECORD=1 swift test --filter ReadmeTests", sourceLocation: sourceLocation)
    }
}
