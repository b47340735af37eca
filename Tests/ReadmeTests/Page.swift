import Foundation
import Testing

/// A page of the documentation, by its path in the package.
struct Page: CustomTestStringConvertible {
    let path: String
    let text: String

    /// The folder of the package.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The README, the pages for contributors, and everything in the folder of the documentation.
    static var all: [Page] {
        get throws {
            let folder = "Resources/docs"
            let names = try FileManager.default.contentsOfDirectory(
                atPath: root.appending(path: folder).path(percentEncoded: false))
            let pages = names.filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
            let others = [
                "README.md", ".github/CONTRIBUTING.md", ".github/SECURITY.md", "Resources/licences/README.md",
            ]
            return try (others + pages).map { try Page($0) }
        }
    }

    init(_ path: String) throws {
        self.path = path
        text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    }

    var testDescription: String { path }

    /// The contents of the fenced blocks of a language.
    func blocks(_ language: String) -> [String] {
        text.components(separatedBy: "\n```\(language)\n").dropFirst().map {
            $0.components(separatedBy: "```")[0]
        }
    }

    /// The targets of the links and pictures outside of fenced blocks.
    var links: [String] {
        let fences = text.components(separatedBy: "\n```")
        let prose = fences.indices.filter { $0 % 2 == 0 }.map { fences[$0] }.joined(separator: "\n")
        return prose.matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }
    }

    /// The anchors of the headings, as GitHub makes them.
    var anchors: Set<String> {
        Set(
            text.matches(of: /\n#+ ([^\n]+)/).map { heading in
                String(heading.1.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) })
                    .replacing(" ", with: "-")
            })
    }

    /// Compares the text between two marks with the expected one. With `RECORD=1` the page is rewritten and the
    /// test fails all the same, so that nothing is recorded unseen.
    func expect(
        between start: String, and end: String, is wanted: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let from = try #require(text.range(of: start), sourceLocation: sourceLocation)
        let to = try #require(
            text.range(of: end, range: from.upperBound..<text.endIndex), sourceLocation: sourceLocation)
        let fresh = text.replacingCharacters(in: from.upperBound..<to.lowerBound, with: wanted)
        try Self.expect(file: path, is: fresh, sourceLocation: sourceLocation)
    }

    /// Compares a file with the expected text, and rewrites it in the same way.
    static func expect(
        file path: String, is wanted: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = root.appending(path: path)
        guard (try? String(contentsOf: file, encoding: .utf8)) != wanted else { return }
        if ProcessInfo.processInfo.environment["RECORD"] == "1" { try Data(wanted.utf8).write(to: file) }
        Issue.record(
            "\(path) is stale; record it with RECORD=1 swift test --disable-xctest --filter ReadmeTests",
            sourceLocation: sourceLocation)
    }
}
