import Foundation
import SessionSupport
import Testing

/// The explorer on a case that is being written.
@Suite final class RereadingSessionTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write(
            "case.yaml",
            """
            format: 1
            case: {id: own, title: My own case}
            panes: [{id: a, title: First}, {id: b, title: Second}, {id: c, title: Third}]
            kinds: [{id: reason, pane: a, title: reason, plural: Reasons, role: element}]
            """)
        try write("items.yaml", items("Old title"))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Saves a file as editors do: another one is renamed.
    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name), options: .atomic)
    }

    private func items(_ title: String) -> String {
        """
        items:
          - {id: one, kind: reason, title: The first}
          - {id: two, kind: reason, title: \(title)}
        """
    }

    private func session(_ command: String = "", at path: String? = nil) throws -> TmuxSession {
        let words =
            [Program.built("triptych")]
            + (command.isEmpty ? [] : command.split(separator: " ").map(String.init))
        let line = (words + ["--case", path ?? folder.path, "--lang", "en"]).map(TmuxSession.quoted)
        return try TmuxSession(line.joined(separator: " ") + "; printf '\\n\\nended %d\\n' $?", columns: 100)
    }

    @Test func `the bundled case says why it is not read again`() throws {
        let line = TmuxSession.quoted(Program.built("triptych")) + " --lang en"
        let session = try TmuxSession(line, columns: 100)
        try session.wait(for: "help")
        try session.send("Down", "C-r")
        try session.wait(for: "the bundled case is part of the program: there are no files to read again")
    }

    @Test
    func `a saved change is on the screen, a mistake leaves the last sound case, and mending it ends that`()
        throws
    {
        let session = try session()
        try session.wait(for: "Old title")
        try session.send("Down", "r")
        try session.wait(for: "› Old title")
        try write("items.yaml", items("New title"))
        try session.wait(for: "› New title")
        try session.wait(for: "the case was read again")
        try write(
            "items.yaml",
            items("Newest title").replacing("kind: reason, title: The", with: "kind: none, title: The"))
        try session.wait(for: "1 error, E lists them: items.yaml:2:")
        let kept = try session.wait(for: "errors 1 E")
        #expect(kept.contains("› New title"), "the last sound case stays")
        try session.send("E")
        try session.wait(for: folder.lastPathComponent + "/items.yaml:2:")
        try write("items.yaml", items("Mended title"))
        let mended = try session.wait(for: "› Mended title")
        #expect(!mended.contains("errors 1"))
        try session.type("Q")
        try session.wait(for: "ended 0")
    }

    @Test func `Ctrl-R reads the case again, also when nothing has changed`() throws {
        let session = try session("open two")
        try session.wait(for: "Old title")
        try session.send("C-r")
        try session.wait(for: "the case was read again")
        // Its files go and come back.
        let away = folder.path + "-away"
        try FileManager.default.moveItem(atPath: folder.path, toPath: away)
        try session.wait(for: "1 error, E lists them: there is no file or folder")
        try FileManager.default.moveItem(atPath: away, toPath: folder.path)
        try session.wait(for: "the case was read again")
    }

    @Test func `a change waits until a note or list is closed`() throws {
        let session = try session()
        try session.wait(for: "Old title")
        try session.type("/old")
        try session.wait(for: "old")
        try write("items.yaml", items("New title"))
        try session.send("Home", "End")
        let open = try session.wait(for: "Old title")
        #expect(!open.contains("New title"))
        try session.send("Escape")
        try session.wait(for: "New title")
    }
}
