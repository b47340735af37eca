import Foundation
import SessionSupport
import Testing

/// The notebook from one session to the next, in real terminals.
@Suite struct NotebookSessionTests {
    /// A state folder that is removed after the test.
    final class State {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        var file: String { path + "/triptych/yuqian.json" }
        var environment: [String: String] { Program.environment(["XDG_STATE_HOME": path]) }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func put(_ text: String) throws {
            try FileManager.default.createDirectory(
                atPath: path + "/triptych", withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        }

        func text() throws -> String { try String(contentsOfFile: file, encoding: .utf8) }

        func session(_ options: String = "--lang zh") throws -> TmuxSession {
            try TmuxSession(
                TmuxSession.quoted(Program.built("triptych")) + " \(options); printf '\\n\\nended %d\\n' $?",
                environment: ["XDG_STATE_HOME": path])
        }
    }

    private static let railway = "open prj-chongqing-guiyang-railway --lang zh"

    @Test func `a new user begins with a card over the panes, once, and is told the way back`() throws {
        let state = State()
        let first = try state.session()
        try first.wait(for: "┌1 共识")
        try first.wait(for: "讲解路线：")
        try first.send("Down")
        try first.type("Q")
        try first.wait(for: "ended 0")
        let second = try state.session()
        try second.wait(for: "回到上次离开处")
        try second.type("Q")
        try second.wait(for: "ended 0")
        let other = State()
        let elsewhere = try other.session(Self.railway)
        try elsewhere.wait(for: " prj-chongqing-guiyang-railway ")
        try elsewhere.type("Q")
        try elsewhere.wait(for: "ended 0")
        let next = try other.session()
        try next.wait(for: "讲解路线：")
    }

    @Test func `a mark and a note in Chinese are there in the next session, and in an export`() throws {
        let state = State()
        let first = try state.session(Self.railway)
        try first.wait(for: " prj-chongqing-guiyang-railway ")
        try first.send("Space")
        try first.wait(for: "★ 已标记")
        try first.send("i")
        try first.wait(for: "我的笔记 · 渝贵铁路")
        try first.type("造价有两个口径，待查；q 与 Q 不是命令")
        try first.send("Enter")
        try first.wait(for: "☆ 笔记已存")
        try first.type("Q")
        try first.wait(for: "ended 0")

        let second = try state.session(Self.railway)
        try second.wait(for: "★")
        try second.type("r")
        try second.wait(for: "★☆ 我的笔记")
        try second.wait(for: "造价有两个口径，待查；q 与 Q 不是命令")
        try second.type("qQ")
        try second.wait(for: "ended 0")

        let third = try state.session()
        try third.wait(for: "1 共识")
        try third.type("'")
        try third.wait(for: "上次离开处")
        try third.wait(for: "渝贵铁路  造价有两个口径")

        let exported = try Invocation(
            ["export", "notebook", "--format", "json"], environment: ["XDG_STATE_HOME": state.path])
        let records = try Invocation.records(of: exported.output)
        #expect(records.count == 1)
        #expect(records.first?["id"] as? String == "prj-chongqing-guiyang-railway")
        #expect(records.first?["note"] as? String == "造价有两个口径，待查；q 与 Q 不是命令")
        #expect(records.first?["pane"] as? String == "action")
    }

    @Test func `a paste is typed into a note with its lines, and elsewhere does nothing`() throws {
        let state = State()
        let session = try state.session(Self.railway)
        let before = try session.wait(for: " prj-chongqing-guiyang-railway ")
        try session.paste("q\nQ")
        let told = try session.wait(for: "粘贴的内容未采用")
        #expect(told.split(separator: "\n").dropLast() == before.split(separator: "\n").dropLast())
        try session.send("i")
        try session.wait(for: "我的笔记 · 渝贵铁路")
        try session.paste("第一行：造价有两个口径\n第二行：q 与 Q 不是命令")
        let note = try session.wait(for: "第二行")
        #expect(note.contains("│ 第一行：造价有两个口径  "))
        #expect(note.contains("│ 第二行：q 与 Q 不是命令 "))
        try session.send("Enter")
        try session.wait(for: "☆ 笔记已存")
        #expect(try state.text().contains("第一行：造价有两个口径\\n第二行：q 与 Q 不是命令"))
        try session.type("/")
        try session.wait(for: "搜索（")
        try session.paste("渝贵\n铁路\n")
        try session.wait(for: "/ 渝贵 铁路")
        try session.send("Escape")
        try session.type("Q")
        try session.wait(for: "ended 0")
    }

    @Test func `simultaneous sessions lose nothing of each other`() throws {
        let state = State()
        let sessions = try [
            state.session(Self.railway), state.session("open drv-guizhou-new-path --lang zh"),
        ]
        for session in sessions { try session.wait(for: "1 共识") }
        for session in sessions {
            try session.send("Space")
            try session.wait(for: "★ 已标记")
            try session.send("Down")
            try session.wait(for: "the notice to go") { !$0.contains("已标记") }
            try session.send("Space")
            try session.wait(for: "★ 已标记")
        }
        let text = try state.text()
        #expect(text.components(separatedBy: "\"on\"").count == 5)
        #expect(text.contains("prj-chongqing-guiyang-railway") && text.contains("drv-guizhou-new-path"))
        // The first one sees the other's changes after its own next change.
        try sessions[0].type("'")
        try sessions[0].wait(for: "我的标记、笔记、书签")
        try sessions[0].send("Escape")
    }

    @Test func `an unfinished note survives the loss of the terminal`() throws {
        let state = State()
        let terminal = try PseudoTerminal(
            [Program.built("triptych"), "open", "prj-chongqing-guiyang-railway", "--lang", "en"],
            environment: state.environment)
        try terminal.wait(for: "prj-chongqing-guiyang-railway")
        terminal.send("i")
        try terminal.wait(for: "Your note")
        let mark = terminal.output.count
        terminal.send("half a thought")
        try terminal.wait(for: "thought", from: mark)
        terminal.hangUp()
        #expect(try terminal.end() == .exited(129))
        #expect(try state.text().contains("half a thought"))
    }

    @Test func `damage is reported on the last line, and the file is renamed`() throws {
        let state = State()
        try state.put("{\"triptych-notebook\": 1, \"marks\": [")
        let session = try state.session("--lang en")
        try session.wait(for: "the damaged notebook is set aside as yuqian.json.damaged")
        try session.send("Space")
        try session.wait(for: "★ marked")
        #expect(
            try String(contentsOfFile: state.file + ".damaged", encoding: .utf8)
                == "{\"triptych-notebook\": 1, \"marks\": [")
        #expect(try state.text().contains("drv-"))
        // The whole of it, with the reason, when there is room; tmux scrolls its beginning away.
        try session.type("Q")
        _ = try session.wait(for: "the reason in lines of words") {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
                "line 1: this is no JSON value")
        }
    }

    @Test func `a notebook of a newer triptych is left unchanged, and the keys say so`() throws {
        let state = State()
        let newer = "{\"triptych-notebook\": 2}"
        try state.put(newer)
        let session = try state.session("--lang en")
        try session.wait(for: "nothing is kept: yuqian.json is of a newer triptych (format 2)")
        try session.send("Down")
        try session.wait(for: "the notice to go") { !$0.contains("newer") }
        try session.send("Space")
        try session.wait(for: "nothing is kept: yuqian.json is of a newer triptych (format 2)")
        #expect(try state.text() == newer)
        let export = try Invocation(
            ["export", "notebook", "--format", "csv"], environment: ["XDG_STATE_HOME": state.path])
        #expect(export.status == 65)
        #expect(
            export.errors == "triptych: \(state.file) is no notebook: its format 2 is of a newer triptych\n")
    }

    @Test func `changes that cannot be saved are printed`() throws {
        let terminal = try PseudoTerminal([
            Program.built("triptych"), "open", "prj-chongqing-guiyang-railway", "--lang", "en",
        ])
        try terminal.wait(for: "prj-chongqing-guiyang-railway")
        terminal.send("i")
        try terminal.wait(for: "Your note")
        let mark = terminal.output.count
        terminal.send("thought\r")
        try terminal.wait(for: "cannot be written", from: mark)
        terminal.send("Q")
        #expect(try terminal.end() == .exited(74))
        // On a terminal sentences are broken between words.
        let told = terminal.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(told.contains("triptych: these are lost, since "))
        #expect(told.contains("/dev/null/triptych/yuqian.json cannot be written"))
        #expect(told.contains("note on prj-chongqing-guiyang-railway: thought"))
    }

    @Test func `what was lost is listed in the language of the session`() throws {
        let terminal = try PseudoTerminal([
            Program.built("triptych"), "open", "prj-chongqing-guiyang-railway", "--lang", "zh",
        ])
        try terminal.wait(for: "prj-chongqing-guiyang-railway")
        let mark = terminal.output.count
        terminal.send(" ")
        try terminal.wait(for: "写不了", from: mark)
        terminal.send("Q")
        #expect(try terminal.end() == .exited(74))
        #expect(terminal.text.contains("以下各项没有存下"))
        #expect(terminal.text.contains("  标记 prj-chongqing-guiyang-railway"))
        #expect(!terminal.text.contains("mark prj-"))
    }

    @Test func `a note that is opened shows what another session has written meanwhile`() throws {
        let state = State()
        let (first, second) = (try state.session(Self.railway), try state.session(Self.railway))
        for session in [first, second] { try session.wait(for: " prj-chongqing-guiyang-railway ") }
        try first.send("i")
        try first.wait(for: "我的笔记 · ")
        try first.type("alpha")
        try first.send("Enter")
        try first.wait(for: "☆ 笔记已存")
        try second.send("i")
        try second.wait(for: "│ alpha ")
        try second.type(" and beta")
        // Meanwhile the first one removes it.
        try first.send("i")
        try first.wait(for: "│ alpha ")
        try second.send("Enter")
        try second.wait(for: "☆ 笔记已存")
        try first.send("C-u", "Enter")
        try first.wait(for: "笔记没有移除：另一个会话这期间改了它")
        #expect(try state.text().contains("alpha and beta"))
    }

    @Test func `an empty export has its header, and creates no file`() throws {
        let state = State()
        let export = try Invocation(
            ["export", "notebook", "--format", "csv"], environment: ["XDG_STATE_HOME": state.path])
        #expect(export.status == 0)
        #expect(export.output.hasPrefix("on,id,title_zh,title_en,"))
        #expect(export.output.split(separator: "\r\n").count == 1)
        #expect(!FileManager.default.fileExists(atPath: state.path))
    }
}
