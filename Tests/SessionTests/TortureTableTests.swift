import Glibc
import SessionSupport
import Testing

/// Lines, locales and audiences that other programs fail at.
@Suite struct TortureTableTests {
    private static let program = Program.built("triptych")

    /// Types a key thirty times a second on a line that carries 9,600 bytes a second, and returns the bytes that are
    /// still to come after the last key: what the screen is behind.
    private func backlog(of key: String, times: Int) throws -> Int {
        let terminal = try PseudoTerminal([Self.program, "--lang", "zh"])
        try terminal.wait(for: "共识")
        try terminal.readUntilAsleep()
        for _ in 0..<times {
            terminal.send(unread: key)
            terminal.readSlowly(atMost: 9600 / 30, during: 1000 / 30)
        }
        let seen = terminal.output.count
        try terminal.readUntilAsleep()
        let behind = terminal.output.count - seen
        terminal.send("Q")
        #expect(try terminal.end() == .exited(0))
        return behind
    }

    @Test func `on a slow line, moving stays within 0.3 s of the keys`() throws {
        #expect(try backlog(of: "\u{1B}OB", times: 60) <= 9600 * 3 / 10)
    }

    @Test func `on a slow line, paging stays within what the line itself buffers`() throws {
        #expect(try backlog(of: "\u{1B}[6~", times: 60) <= 9600 * 2)
    }

    @Test(
        arguments: [
            ["LANG": "C"], ["LANG": "POSIX"], ["LANG": nil], ["LANG": "zh_CN.GB18030"],
            ["LANG": "en_US.ISO-8859-1"],
            ["LANG": "xx"], ["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], ["LC_ALL": ""], ["LC_CTYPE": "UTF-8"],
        ] as [[String: String?]])
    func `in any locale Chinese is sent whole, and no control of eight bits`(locale: [String: String?]) throws
    {
        let terminal = try PseudoTerminal(
            [Self.program, "--lang", "zh"], environment: Program.environment(locale))
        try terminal.wait(for: "共识")
        terminal.send("\u{1B}OB")
        try terminal.readUntilAsleep()
        terminal.send("Q")
        #expect(try terminal.end() == .exited(0))
        let text = try #require(String(validating: terminal.output, as: UTF8.self))
        #expect(!text.unicodeScalars.contains { (0x80...0x9F).contains($0.value) })
    }

    @Test func `in a locale of ASCII and with --ascii every byte is ASCII`() throws {
        let terminal = try PseudoTerminal(
            [Self.program, "--lang", "zh", "--ascii"], environment: Program.environment(["LC_ALL": "C"]))
        try terminal.wait(for: "??")
        terminal.send("Q")
        #expect(try terminal.end() == .exited(0))
        #expect(terminal.output.allSatisfy { $0 < 0x80 })
    }

    @Test func `one follower who stops holds nobody up, and a latecomer is where the talk is`() throws {
        let folder = "/tmp/triptych-\(UInt32.random(in: .min ... .max))"
        mkdir(folder, 0o700)
        defer {
            rmdir(folder + "/triptych")
            rmdir(folder)
        }
        func start(_ arguments: String..., columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
            try PseudoTerminal(
                [Self.program] + arguments + ["--lang", "zh"],
                environment: Program.environment(["XDG_RUNTIME_DIR": folder]), columns: columns, rows: rows)
        }
        let presenter = try start("present", "--tour", "five-minutes", "--name", "table")
        try presenter.wait(for: "0 人跟随")
        let stopped = try start("follow", "table")
        try stopped.wait(for: "1/6")
        stopped.signal(SIGSTOP)
        let small = try start("follow", "table", columns: 40, rows: 12)
        try small.wait(for: "1/6")
        for step in 2...4 {
            let (shown, followed) = (presenter.output.count, small.output.count)
            presenter.send("o\(step)\r")
            try presenter.wait(for: "\(step)", from: shown)
            try small.wait(for: "step \(step)", from: followed) { !$0.isEmpty }
        }
        let late = try start("follow", "table", columns: 132, rows: 43)
        try late.wait(for: "4/6")
        // The one who stopped skips what was between.
        let woken = stopped.output.count
        stopped.signal(SIGCONT)
        try stopped.wait(for: "4/6", from: woken)
        presenter.send("Q")
        #expect(try presenter.end() == .exited(0))
        for follower in [stopped, small, late] {
            follower.signal(SIGTERM)
            #expect(try follower.end() == .exited(128 + SIGTERM))
        }
    }
}
