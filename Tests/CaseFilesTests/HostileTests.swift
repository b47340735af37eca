import CaseFiles
import CaseModel
import Foundation
import Testing

/// Diagnostics about cases whose file names and texts are meant to harm the terminal or the reader, and their cost.
@Suite struct HostileTests {
    /// What every diagnostic may hold: one caret line may keep a tab.
    private func isSafe(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar == "\n"
                || ![.control, .lineSeparator, .paragraphSeparator].contains(
                    scalar.properties.generalCategory)
                    && !scalar.properties.isBidiControl
        }
    }

    private static let name = "\u{1B}]0;owned\u{7}\u{202E}\nx.yaml"

    /// Notes that name a file: where the definition is, what was meant.
    @Test(
        arguments: [
            ("actors: [{id: act-base, title: 人, level: county}]", "it is first defined at"),
            ("items: [{id: prj-x, kind: projec, title: 事}]", "did you mean"),
        ])
    func fileNamesInNotes(_ yaml: String, _ note: String) throws {
        let shown = "␛]0;owned␇\u{FFFD}␊x.yaml"
        let diagnostics = try Marked.inFolder { folder in
            // The hostile name holds the framework, which notes refer to, and the text with an error of its own.
            try Data(Marked.base.utf8).write(to: folder.appending(path: "a" + Self.name))
            try Data(yaml.utf8).write(to: folder.appending(path: "b" + Self.name))
            return try CaseReader.read(path: folder.path(), calledBy: "case").diagnostics
        }
        let error = try #require(diagnostics.first { $0.severity == .error })
        let picture = error.rendered(in: .english)
        #expect(picture.hasPrefix("case/b" + shown))
        #expect(picture.contains(note))
        #expect(picture.contains("case/a" + shown) || picture.components(separatedBy: shown).count == 3)
        #expect(isSafe(picture))
        // The path itself stays as it is, for a program that opens it.
        #expect(error.file == "case/b" + Self.name)
    }

    @Test func folderNames() throws {
        let picture = try Marked([:]).load().diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.file = "no\u{9B}31m"
            return diagnostic.rendered(in: .english)
        }
        #expect(picture.count == 1)
        #expect(picture.allSatisfy(isSafe))
        #expect(isSafe(CaseFileError.missing(path: "\u{1B}[2J\nx").description))
        #expect(isSafe(CaseFileError.unreadable(path: "\u{202E}x", reason: Text("no")).description))
    }

    @Test func charactersWithoutAWidthInAnID() throws {
        try Marked("items:\n  - {id: «prj-\u{200B}x, kind: project, title: 事}").expect(
            .error,
            ["'prj-<U+200B>x' is not an id; use lower-case ASCII letters and digits joined by hyphens"])
    }

    /// A line of half a megabyte with a warning for each of its items: nothing may copy it for each of them.
    @Test(.timeLimit(.minutes(1))) func longLines() throws {
        func lasting(_ count: Int) throws -> Duration {
            let items = (0..<count).map { "{id: prj-\($0), kind: project, title: 事}" }.joined(separator: ", ")
            let marked = Marked(["base.yaml": Marked.base, "items.yaml": "items: [\(items)]\n"])
            let clock = ContinuousClock()
            let start = clock.now
            let outcome = try marked.load()
            #expect(outcome.caseFile?.items.count == count + 2)
            #expect(outcome.diagnostics.count == min(count, 1000) + (count >= 1000 ? 1 : 0))
            return clock.now - start
        }
        let (short, long) = (try lasting(2_000), try lasting(20_000))
        // Ten times the items take ten times as long; a copy of the line for each would take a hundred.
        #expect(long < short * 40, "\(short) for 2,000 items, \(long) for 20,000")
    }

    /// What is wrong a hundred thousand times is looked into a thousand times.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            // Keys that no record has, languages that no text has, links that lead nowhere.
            "items: [{id: prj-x, kind: project, title: 事, \(list(100_000) { "k\($0): 1" })}]",
            "items:\n  - {id: prj-x, kind: project, title: {\(list(100_000) { "k\($0): 1" })}}",
            "items:\n  - {id: prj-x, kind: project, title: 事, links: [\(list(20_000) { "{to: x\($0), relation: implements}" })]}",
        ])
    func manyMistakes(_ yaml: String) throws {
        let errors = try Marked(yaml).load().diagnostics.filter { $0.severity == .error }
        #expect([1, 1001].contains(errors.count))
    }

    @Test func languagesWithoutEnd() throws {
        let keys = Self.list(501) { "a\(Self.letters($0)): x" }
        try Marked("items: [{id: prj-x, kind: project, title: «{\(keys)}}]").expect(
            .error,
            ["'title' has more than 500 keys; it takes one for each language, leave some out"])
    }

    private static func list(_ count: Int, _ entry: (Int) -> String) -> String {
        (0..<count).map(entry).joined(separator: ", ")
    }

    /// Two letters for each number below 676.
    private static func letters(_ number: Int) -> String {
        String(String.UnicodeScalarView([number / 26, number % 26].map { Unicode.Scalar(UInt8(97 + $0)) }))
    }
}
