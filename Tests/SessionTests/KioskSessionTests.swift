import Foundation
import SessionSupport
import Testing

/// A kiosk in a terminal: whatever is typed or sent to it, it stays a kiosk.
@Suite struct KioskSessionTests {
    private static let browsing = [Program.built("triptych"), "browse", "--kiosk", "--lang", "en"]

    private func kiosk(_ environment: [String: String?] = [:], _ more: String...) throws -> PseudoTerminal {
        try PseudoTerminal(Self.browsing + more, environment: Program.environment(environment))
    }

    @Test func `only terminal and language of the environment count`() throws {
        let hostile = [
            "TRIPTYCH_CASE": "/etc/passwd", "TERMINFO": "/nonexistent", "TERMINFO_DIRS": "/nonexistent",
            "HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent", "XDG_STATE_HOME": "/nonexistent",
            "TMUX": "/tmp/none,1,0", "LOCPATH": "/nonexistent", "ESCDELAY": "10000",
            "NCURSES_NO_UTF8_ACS": "1", "SSH_ORIGINAL_COMMAND": "sh -i", "NO_COLOR": "1", "LANG": "../../x",
            "LC_ALL": "%n%n%n/../x",
        ]
        let terminal = try kiosk(hostile)
        // In colour and in Chinese, although the locale does not declare UTF-8.
        try terminal.wait(for: "\u{1B}[36m")
        try terminal.wait(for: "Chongqing–Guizhou")
        let locked = try LockedProcess(terminal.process)
        try locked.check()
        terminal.send("q")
        #expect(try terminal.end() == .exited(0))
    }

    @Test(arguments: ["", "../../etc/x", "xterm\u{1B}]0;x\u{07}", "/etc/passwd", "no-such-terminal"])
    func `an unknown terminal is refused with a sentence`(name: String) throws {
        let terminal = try kiosk(["TERM": name])
        #expect(try terminal.end() == .exited(64))
        #expect(terminal.text.hasPrefix("triptych: "))
        #expect(!terminal.output.contains(0x1B))
    }

    @Test func `an unknown relative of xterm is taken for it, which is said once`() throws {
        let terminal = try kiosk(["TERM": "xterm-nonesuch"])
        try terminal.wait(for: "xterm-nonesuch is not on this host")
        try terminal.wait(for: "Consensus")
        terminal.send("q")
        #expect(try terminal.end() == .exited(0))
    }

    @Test func `a guest is told to type what helps on the own machine`() throws {
        let terminal = try kiosk(["TERM": "no-such-terminal"])
        #expect(try terminal.end() == .exited(64))
        #expect(terminal.text.contains("TERM=xterm-256color ssh"))
    }

    @Test func `a stop is refused, by key, by signal and by command`() throws {
        let terminal = try kiosk()
        try terminal.wait(for: "Consensus")
        terminal.send("\u{1A}")
        terminal.signal(SIGTSTP)
        try terminal.wait(for: "no shell here")
        // Nor is it offered.
        let asked = terminal.output.count
        terminal.send("?suspend")
        try terminal.wait(for: "nothing matches", from: asked)
        terminal.send("\u{1B}")
        try LockedProcess(terminal.process).check()
        terminal.send("q")
        #expect(try terminal.end() == .exited(0))
    }

    @Test func `in the sandbox everything works that the explorer has`() throws {
        let terminal = try kiosk()
        try terminal.wait(for: "Consensus")
        func type(_ keys: String, _ sign: String) throws {
            let before = terminal.output.count
            terminal.send(keys)
            try terminal.wait(for: sign, from: before)
        }
        for (keys, sign) in [
            ("r", "Evidence"), ("q", "Consensus"), ("t", "links"), ("q", "Consensus"), ("4", "matrix"),
            ("5", "timeline"), ("6", "map"), ("7", "network"), ("8", "sources"), ("c", "claims"),
            ("9", "overview"), ("1", "Consensus"),
        ] { try type(keys, sign) }
        try type("/rail\r", "1/")
        try type("1fmode:horizontal\r", "mode:horizontal")
        let filtered = terminal.output.count
        terminal.send("F")
        _ = try terminal.wait(for: "a picture", from: filtered) { !$0.isEmpty }
        try type("y", "copy")
        try type("\r", "]52;c;")
        terminal.send("\u{1B}")
        for (columns, rows) in [(40, 12), (200, 60), (1, 1), (80, 24)] {
            let before = terminal.output.count
            terminal.resize(columns: columns, rows: rows)
            terminal.send("\u{0C}")
            _ = try terminal.wait(for: "a picture", from: before) { !$0.isEmpty }
        }
        try type("1L", "行动")
        try LockedProcess(terminal.process).check()
        terminal.send("Q")
        #expect(try terminal.end() == .exited(0))
        #expect(terminal.modes == terminal.modesBefore)
    }

    @Test func `a kiosk follows, loses the presenter, and follows the next one`() throws {
        let folder = "/tmp/triptych-kiosk-\(getpid())-\(UInt32.random(in: .min ... .max))"
        mkdir(folder, 0o700)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let triptych = Program.built("triptych")
        let present = [triptych, "present", "--name", "again", "--dir", folder]
        let guest = try PseudoTerminal([
            triptych, "follow", "--kiosk", "--lang", "en", "--dir", folder, "again",
        ])
        try guest.wait(for: "nobody presents")
        for round in 1...2 {
            let before = guest.output.count
            // The second presenter has another case, which the guest is sent.
            let presenter = try PseudoTerminal(
                present + (round == 2 ? ["--case", Self.otherCase] : ["--tour", "five-minutes"]))
            try guest.wait(for: "1/", from: before)
            try LockedProcess(guest.process).check()
            let shown = guest.output.count
            presenter.send("\u{3}")
            _ = try presenter.end()
            try guest.wait(for: "has ended the seminar", from: shown)
        }
        guest.send("Q")
        #expect(try guest.end() == .exited(0))
    }

    private static let otherCase = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/cases/small").path()

    @Test func `an idle user is disconnected with a sentence`() throws {
        let terminal = try kiosk([:], "--idle", "0.01")
        #expect(try terminal.end() == .exited(0))
        #expect(terminal.text.contains("so this session has ended"))
        #expect(terminal.modes == terminal.modesBefore)
    }

    @Test func `so is one that reads no output`() throws {
        let terminal = try kiosk([:], "--idle", "0.02")
        try terminal.wait(for: "Consensus")
        // Output is stopped, and the next picture is blocked.
        terminal.stopOutput()
        terminal.send("L")
        #expect(try terminal.end() == .exited(128 + SIGHUP))
    }

    @Test func `a long paste is cut to the length of a query`() throws {
        let terminal = try kiosk()
        try terminal.wait(for: "Consensus")
        terminal.send("/")
        terminal.send(Array(repeating: UInt8(ascii: "x"), count: 1 << 18))
        terminal.send("\u{1B}q")
        #expect(try terminal.end() == .exited(0))
    }

    @Test func `a paste is never a command, complete or not, and ends at its marker`() throws {
        let terminal = try kiosk()
        try terminal.wait(for: "Consensus")
        let mark = terminal.output.count
        terminal.send("\u{1B}[200~q\rQ\u{1B}[200~?suspend\r")
        terminal.send(Array(repeating: UInt8(ascii: "q"), count: 1 << 17))
        terminal.send("\u{1B}[201~")
        try terminal.wait(for: "dropped", from: mark)
        // A paste without an end, which times out.
        let again = terminal.output.count
        terminal.send("r\u{1B}[200~q\r")
        try terminal.wait(for: "dropped", from: again)
        try LockedProcess(terminal.process).check()
        terminal.send("Q")
        #expect(try terminal.end() == .exited(0))
    }

    @Test func `anonymous users cannot exceed the number of places`() throws {
        let folder = "/tmp/triptych-kiosk-\(getpid())-\(UInt32.random(in: .min ... .max))"
        mkdir(folder, 0o700)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let triptych = Program.built("triptych")
        let presenter = try PseudoTerminal([
            triptych, "present", "--tour", "five-minutes", "--name", "full", "--limit", "1", "--dir", folder,
        ])
        try presenter.wait(for: "1/")
        let following = [triptych, "follow", "--kiosk", "--lang", "en", "--dir", folder, "full"]
        let first = try PseudoTerminal(following)
        try first.wait(for: "1/")
        let second = try PseudoTerminal(following, columns: 200)
        #expect(try second.end() == .exited(69))
        #expect(second.text.contains("come back when somebody has left"))
        first.send("q")
        #expect(try first.end() == .exited(0))
        let third = try PseudoTerminal(following)
        try third.wait(for: "1/")
        try LockedProcess(third.process).check()
        presenter.hangUp()
    }

    @Test(arguments: [
        ["browse", "--kiosk", "--case", "/etc"], ["follow", "--kiosk", "host:name"],
        ["follow", "--kiosk", "--speaker", "name"], ["follow", "--kiosk", "name", "--", "-v"],
        ["browse", "--idle", "5"], ["browse", "--kiosk", "--idle", "0"], ["present", "--kiosk"],
        ["list", "--kiosk"], ["follow", "--kiosk", "../name"],
    ])
    func `options that a kiosk excludes are refused`(arguments: [String]) throws {
        let outcome = try Invocation(arguments)
        #expect(outcome.status == 64)
        #expect(!outcome.errors.isEmpty)
    }
}
