import Foundation
import SessionSupport
import Testing

/// What version 0.1.0 has written is read by today's program, or refused with a sentence.
@Suite struct UpgradeTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/Upgrade")

    private static func path(_ name: String) -> String {
        fixtures.appending(path: name).path(percentEncoded: false)
    }

    @Test func `notes and marks are in an export`() throws {
        let state = NotebookSessionTests.State()
        try state.put(String(contentsOfFile: Self.path("yuqian.json"), encoding: .utf8))
        let export = try Invocation(
            ["export", "notebook", "--format", "csv"], environment: ["XDG_STATE_HOME": state.path])
        #expect(export.status == 0, "\(export.errors)")
        #expect(export.output.contains("a thought in 中文"))
    }

    @Test(arguments: [("matrix", "⌂ › matrix"), ("timeline", "⌂ › timeline"), ("map", "on the map 61")])
    func `bookmarks lead to their charts, and what is kept stays`(view: String, seen: String) throws {
        let state = NotebookSessionTests.State()
        try state.put(String(contentsOfFile: Self.path("yuqian.json"), encoding: .utf8))
        let session = try state.session("--lang en")
        try session.wait(for: "Consensus")
        try session.type("'")
        try session.wait(for: "My marks, notes and bookmarks")
        try session.type(view)
        try session.send("Enter")
        try session.wait(for: seen)
        #expect(!FileManager.default.fileExists(atPath: state.file + ".damaged"))
        try session.type("Q")
        try session.wait(for: "ended 0")
        let text = try state.text()
        #expect(text.contains("a thought in 中文"))
        #expect(text.contains("view=\(view)&landmark="))
    }

    @Test func `a recorded walk is walked`() throws {
        let terminal = try PseudoTerminal([
            Program.built("triptych"), "present", "--tour-file", Self.path("walk.yaml"), "--lang", "en",
        ])
        try terminal.wait(for: "1/4")
        terminal.send(" ")
        try terminal.wait(for: "On 14 May 2020")
        terminal.send("Q")
        #expect(try terminal.end() == .exited(0))
    }

    @Test func `a packed case is refused with a sentence`() throws {
        let outcome = try Invocation(["check", Self.path("case.pack"), "--lang", "en"])
        #expect(outcome.status == 65)
        #expect(
            outcome.output.contains(
                "error: an older triptych packed the case in form 1, this program knows form 6; pack its YAML "
                    + "files again"))
        let chinese = try Invocation(["check", Self.path("case.pack"), "--lang", "zh"])
        #expect(chinese.output.contains("第 1 版格式打包"))
    }
}
