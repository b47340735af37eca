import CaseFiles
import CaseModel
import Foundation
import Testing

/// Records that are added to others in the files where these stand.
@Suite struct AdditionTests {
    private static let claim: JSONValue = .object([
        ("claim", .string("It is dry: #1.")), ("source", .string("src-base")),
        ("strength", .string("primary")),
    ])
    private static let long: JSONValue = .object([
        (
            "claim",
            .object([("zh", .string(String(repeating: "渠", count: 60))), ("en", .string("It is dry."))])
        ),
        ("source", .string("src-base")), ("strength", .string("primary")),
    ])

    private func addition(_ id: String, _ list: String = "evidence", _ records: [JSONValue] = [claim])
        -> CaseAddition
    {
        CaseAddition(section: "items", id: id, list: list, records: records)
    }

    /// The text of a file beside a sound framework with additions; the case must have them and be otherwise the same.
    private func edited(
        _ text: String, _ additions: [CaseAddition], name: String = "marked.yaml",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        try Marked.inFolder { folder in
            try Data(Marked.base.utf8).write(to: folder.appending(path: "base.yaml"))
            let file = folder.appending(path: name)
            try Data(text.utf8).write(to: file)
            let path = folder.path()
            let former = try #require(
                try CaseReader.read(path: path).caseFile, sourceLocation: sourceLocation)
            let files = try EditedFile.files(in: path, adding: additions)
            let outcome = try CaseReader.read(path: path, changing: files)
            let told = Comment(rawValue: outcome.diagnostics.map { $0.rendered(in: .english) }.joined())
            let result = try #require(outcome.caseFile, told, sourceLocation: sourceLocation)
            #expect(result.extends(former, by: additions), sourceLocation: sourceLocation)
            #expect(!former.extends(former, by: additions), sourceLocation: sourceLocation)
            for file in files { try file.write() }
            #expect(try CaseReader.read(path: path).caseFile == result, sourceLocation: sourceLocation)
            return String(decoding: try Data(contentsOf: file), as: UTF8.self)
        }
    }

    private static let base = "{claim: 有水。, source: src-base, strength: primary}"

    @Test(arguments: [
        // Behind the last entry; the comment that stands further out belongs to what follows.
        (
            "items:\n  - id: a # first\n    kind: project\n    evidence:\n      - \(base)\n      # more to come\n\n    title: 事\n",
            "items:\n  - id: a # first\n    kind: project\n    evidence:\n      - \(base)\n      - {claim: \"It is dry: #1.\", source: src-base, strength: primary}\n      # more to come\n\n    title: 事\n"
        ),
        // Without a list of its own.
        (
            "items:\n  - id: a\n    kind: project\n    title: 事\n\n  # the next\n  - {id: b, kind: project, title: 又}\n",
            "items:\n  - id: a\n    kind: project\n    title: 事\n    evidence:\n      - {claim: \"It is dry: #1.\", source: src-base, strength: primary}\n\n  # the next\n  - {id: b, kind: project, title: 又}\n"
        ),
        // Dashes below their key, and no line end behind the last.
        (
            "items:\n- id: a\n  kind: project\n  title: 事\n  evidence:\n  - claim: 有水。\n    source: src-base\n    strength: primary",
            "items:\n- id: a\n  kind: project\n  title: 事\n  evidence:\n  - claim: 有水。\n    source: src-base\n    strength: primary\n  - {claim: \"It is dry: #1.\", source: src-base, strength: primary}"
        ),
        // A text on lines of its own that looks like a comment.
        (
            "items:\n  - id: a\n    kind: project\n    title: 事\n    note: |\n      one\n      # two\n",
            "items:\n  - id: a\n    kind: project\n    title: 事\n    note: |\n      one\n      # two\n    evidence:\n      - {claim: \"It is dry: #1.\", source: src-base, strength: primary}\n"
        ),
        // In brackets and braces.
        (
            "items:\n  - id: a\n    kind: project\n    title: 事\n    evidence: [\(base)] # one\n",
            "items:\n  - id: a\n    kind: project\n    title: 事\n    evidence: [\(base),\n        {claim: \"It is dry: #1.\", source: src-base, strength: primary}] # one\n"
        ),
        (
            "items: [{id: a, kind: project, title: 事,}]\n",
            "items: [{id: a, kind: project, title: 事, evidence: [{claim: \"It is dry: #1.\", source: src-base, strength: primary}]}]\n"
        ),
        (
            "items:\n  - {id: a, kind: project, title: 事, evidence: []}\n",
            "items:\n  - {id: a, kind: project, title: 事, evidence: [{claim: \"It is dry: #1.\", source: src-base, strength: primary}]}\n"
        ),
        // Line ends of another system, and a byte order mark.
        (
            "\u{FEFF}items:\r\n  - id: a\r\n    kind: project\r\n    title: 事\r\n",
            "\u{FEFF}items:\r\n  - id: a\r\n    kind: project\r\n    title: 事\r\n    evidence:\r\n      - {claim: \"It is dry: #1.\", source: src-base, strength: primary}\r\n"
        ),
    ])
    func `a claim stands behind the others, and everything else as it stood`(text: String, expected: String)
        throws
    {
        #expect(try edited(text, [addition("a")]) == expected)
    }

    @Test func `several lists of several items, in blocks and in a JSON file`() throws {
        let link: JSONValue = .object([("to", .string("b")), ("relation", .string("implements"))])
        let text =
            "items:\n  - id: a\n    kind: project\n    title: 事\n  - id: b\n    kind: project\n    title: 又\n"
        let additions = [
            addition("a", "evidence", [Self.long, Self.claim]), addition("a", "links", [link]),
            addition("b", "evidence", [Self.claim]),
        ]
        let result = try edited(text, additions)
        #expect(
            result.hasPrefix(
                "items:\n  - id: a\n    kind: project\n    title: 事\n    evidence:\n      - claim: {zh: 渠"))
        #expect(result.contains("primary}\n    links:\n      - {to: b, relation: implements}\n  - id: b\n"))
        // A list that the last key has goes on before a new key.
        let other =
            "items:\n  - id: a\n    kind: project\n    title: 事\n    links:\n      - {to: drv-base, relation: implements, because: 一}\n  - {id: b, kind: project, title: 又}\n"
        let both = try edited(
            other, [addition("a", "evidence", [Self.claim]), addition("a", "links", [link])])
        #expect(both.contains("because: 一}\n      - {to: b, relation: implements}\n    evidence:\n"))
        let json =
            #"{"items": [{"id": "a", "kind": "project", "title": "事"}, {"id": "b", "kind": "project", "title": "又"}]}"#
        let changed = try edited(json, additions, name: "marked.json")
        #expect(
            changed.contains(
                "\"title\": \"又\", \"evidence\": [\n    {\"claim\": \"It is dry: #1.\", \"source\": \"src-base\", \"strength\": \"primary\"}]}"
            ))
    }

    @Test func `within braces a claim that does not fit stands in a line of its own`() throws {
        let entry = #"{claim: "It is dry: #1.", source: src-base, strength: primary}"#
        let title = String(repeating: "事", count: 60)
        let item = "  - {id: a, kind: project, title: \(title)"
        #expect(
            try edited("items:\n\(item)}\n", [addition("a", "evidence", [Self.claim, Self.claim])])
                == "items:\n\(item), evidence: [\n      \(entry),\n      \(entry)]}\n")
        #expect(
            try edited("items:\n\(item), evidence: [\(Self.base)]}\n", [addition("a")])
                == "items:\n\(item), evidence: [\(Self.base),\n      \(entry)]}\n")
        let json = #"{"items": [{"id": "a", "kind": "project", "title": "\#(title)"}]}"#
        let changed = try edited(json, [addition("a")], name: "marked.json")
        #expect(changed.contains("\"evidence\": [\n    {\"claim\": "))
    }

    @Test func `what is written with anchors is left alone, and told with its place`() throws {
        try Marked.inFolder { folder in
            let text = "items:\n  - &a\n    id: a\n    kind: project\n    title: 事\n    aka: [x]\n  - *a\n"
            try Data(text.utf8).write(to: folder.appending(path: "x.yaml"))
            let error = #expect(throws: AdditionError.self) {
                try EditedFile.files(in: folder.path(), adding: [addition("a")])
            }
            #expect(
                error?.sentence.localized(in: .english).contains("/x.yaml:2: 'a' is written in a way") == true
            )
            let lost = #expect(throws: AdditionError.self) {
                try EditedFile.files(in: folder.path(), adding: [addition("b")])
            }
            #expect(lost?.sentence.localized(in: .english).contains("'b'") == true)
        }
    }

    @Test func `a file that changed meanwhile is not written over`() throws {
        try Marked.inFolder { folder in
            let file = folder.appending(path: "x.yaml")
            try Data("items:\n  - id: a\n    title: 事\n".utf8).write(to: file)
            let files = try EditedFile.files(in: folder.path(), adding: [addition("a")])
            try Data("items: []\n".utf8).write(to: file)
            #expect(throws: AdditionError.self) { try files[0].write() }
            #expect(try String(contentsOf: file, encoding: .utf8) == "items: []\n")
        }
    }
}
