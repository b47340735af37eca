import Foundation
import Glibc
import SessionSupport
import Testing

/// `triptych check --watch` in a terminal.
@Suite struct WatchTests {
    @Test func `it checks again after each change, and ends with the status of the last check`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: folder.appending(path: name), options: .atomic)
        }
        try write("case.yaml", "format: 1\ncase: {id: Bad Id, title: T}\n")
        let terminal = try PseudoTerminal(
            [Program.built("triptych"), "check", folder.path, "--watch", "--lang", "en"], columns: 200)
        try terminal.wait(for: "'Bad Id' is not an id")
        try terminal.wait(for: "0 warnings")
        var seen = terminal.output.count
        let panes = "panes: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]\n"
        try write("case.yaml", "format: 1\ncase: {id: good, title: T}\n" + panes)
        // The screen is emptied for the new report.
        try terminal.wait(for: "\u{1B}[2J", from: seen)
        try terminal.wait(for: "0 errors, 0 warnings", from: seen)
        seen = terminal.output.count
        try write("more.json", #"{"items": [{"id": "x", "kind": "none", "title": "X"}]}"#)
        try terminal.wait(for: "'kind' names 'none'", from: seen)
        try terminal.wait(for: "1 error,", from: seen)
        terminal.signal(SIGINT)
        #expect(try terminal.end() == .exited(65))
    }
}
