import Glibc
import SessionSupport
import Testing

/// The program in use: on the bundled case, in tmux and in a bare terminal.
@Suite struct ExplorerSessionTests {
    private let program = TmuxSession.quoted(Program.built("triptych"))

    /// Runs the program in tmux; the exit status is printed after it.
    private func session(
        _ options: String = "--lang zh", environment: [String: String?] = [:], columns: Int = 80,
        rows: Int = 24
    ) throws -> TmuxSession {
        try TmuxSession(
            // tmux scrolls by a line when it reports the end of the command.
            "\(program) \(options); printf '\\n\\nended %d\\n' $?", environment: environment,
            columns: columns, rows: rows)
    }

    @Test func `from 国发〔2022〕2号 to a railway and its sources, and out to a clean shell`() throws {
        let session = try session()
        try session.wait(for: "1 共识")
        try session.type(":drv-guizhou-new-path\n")
        try session.wait(for: " drv-guizhou-new-path ")
        try session.send("Enter")
        try session.wait(for: "⌂ › 国发")
        try session.wait(for: "21", of: "cursor_x")
        // The railway is older than the document, so that it is far-fetched and shown only with all connections.
        try session.type("v")
        try session.wait(for: "全部")
        // The next step is the layout of the pilot zone, which names the railway.
        try session.send("Home")
        try walk(session, to: "arr-pilot-zone-layout")
        try session.send("Enter")
        try walk(session, to: "prj-chongqing-guiyang-railway")
        try session.send("Enter")
        try session.wait(for: "2018年1月25日开通")
        try session.send("End")
        try session.wait(for: "人民日报海外版")
        try session.type("Q")
        let end = try session.wait(for: "ended 0")
        #expect(!end.contains("渝贵铁路"), "the shell's screen is back")
    }

    /// Presses ↓ until the detail bar is about the item, which it is after the key is released.
    private func walk(_ session: TmuxSession, to id: String) throws {
        var here = try stablePermalink(in: session, other: nil)
        for _ in 0..<150 where here != id {
            try session.send("Down")
            here = try stablePermalink(in: session, other: here)
        }
        #expect(here == id)
    }

    /// The id above the detail bar when it has changed and the picture is stable: tmux may be captured in the
    /// middle of a frame.
    private func stablePermalink(in session: TmuxSession, other before: String?) throws -> String? {
        var last = ""
        let picture = try session.wait(for: "the next item") { picture in
            defer { last = picture }
            return picture == last && ![nil, before].contains(permalink(in: picture))
        }
        return permalink(in: picture)
    }

    /// The id on the line above the detail bar.
    private func permalink(in picture: String) -> String? {
        picture.split(separator: "\n").last { $0.hasPrefix("├") }?
            .split(separator: " ").dropLast().last.map(String.init)
    }

    @Test func `keys that arrive together are all handled, and the other panes follow`() throws {
        let session = try session()
        try session.wait(for: "1 共识")
        try session.type("jjj")
        try session.wait(for: " drv-chengdu-chongqing ")
    }

    @Test func `the language changes in place`() throws {
        let session = try session()
        try session.wait(for: "1 共识")
        try session.send("F2")
        try session.wait(for: "1 Consensus")
        try session.send("F2")
        try session.wait(for: "中文/English")
    }

    @Test(arguments: [(200, 60), (80, 24), (40, 10), (20, 5), (8, 2)])
    func `after any resize the picture equals that of a fresh start`(columns: Int, rows: Int) throws {
        let resized = try session(columns: 100, rows: 30)
        try resized.wait(for: "1 共识")
        for step in 1...10 { try resized.resize(columns: 1 + step * 17 % 200, rows: 1 + step * 7 % 60) }
        try resized.resize(columns: columns, rows: rows)
        let fresh = try session(columns: columns, rows: rows)
        var settled = ""
        _ = try fresh.wait(for: "a first frame") { picture in
            defer { settled = picture }
            return picture == settled && picture.contains("新")
        }
        try resized.wait(for: "the picture of a fresh start") { $0 == settled }
    }

    @Test func `Ctrl-Z and fg`() throws {
        let session = try TmuxSession("bash --norc --noprofile -i", environment: ["PS1": "ready> "])
        try session.wait(for: "ready>")
        try session.type("\(program) --lang zh\n")
        try session.wait(for: "1 共识")
        try session.send("Down")
        let before = try session.wait(for: "▌全国统一大市场")
        try session.send("C-z")
        try session.wait(for: "Stopped")
        try session.wait(for: "0", of: "alternate_on")
        try session.type("fg\n")
        try session.wait(for: "the same picture") { $0 == before }
        try session.type("q")
        try session.wait(for: "ready>")
    }

    @Test func `after a resize, quitting leaves nothing on the shell's screen`() throws {
        let session = try TmuxSession("bash --norc --noprofile -i", environment: ["PS1": "ready> "])
        try session.wait(for: "ready>")
        try session.type("echo before; \(program) --lang zh\n")
        try session.wait(for: "1 共识")
        try session.resize(columns: 200, rows: 60)
        try session.wait(for: "为什么")
        try session.type("Q")
        let left = try session.wait(for: "the shell") {
            $0.split(separator: "\n").last?.hasPrefix("ready>") == true
        }
        #expect(left.contains("before"))
        #expect(!left.contains("共识"), "\(left)")
    }

    @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130)] as [(Int32, Int32)])
    func `a signal ends it within a second and restores the terminal`(signal: Int32, status: Int32) throws {
        let terminal = try PseudoTerminal([Program.built("triptych"), "--lang", "zh"])
        try terminal.wait(for: "共识")
        terminal.signal(signal)
        #expect(try terminal.end(milliseconds: 1000) == .exited(status))
        #expect(terminal.modes == terminal.modesBefore)
        #expect(terminal.text.contains("\u{1B}[?1049l"))
    }

    @Test func `a lost terminal ends it within a second`() throws {
        let terminal = try PseudoTerminal([Program.built("triptych"), "--lang", "zh"])
        try terminal.wait(for: "共识")
        terminal.hangUp()
        #expect(try terminal.end(milliseconds: 1000, reading: false) == .exited(129))
        #expect(terminal.processor < 500, "it must not spin")
    }

    #if DEBUG
        @Test func `a crash restores the terminal and is reported to the shell`() throws {
            let terminal = try PseudoTerminal(
                [Program.built("triptych"), "browse", "--crash", "--lang", "zh"])
            try terminal.wait(for: "共识")
            terminal.send("j")
            guard case .signalled = try terminal.end() else {
                Issue.record("the signal was swallowed")
                return
            }
            #expect(terminal.modes == terminal.modesBefore)
            #expect(terminal.text.contains("\u{1B}[?1049l"))
        }
    #endif

    @Test(arguments: ["C", "POSIX", nil] as [String?])
    func `without a UTF-8 locale Chinese is shown all the same, with one notice`(locale: String?) throws {
        let session = try session("", environment: ["LANG": locale, "LC_ALL": nil, "LC_CTYPE": nil])
        try session.wait(for: "F2: English") { $0.contains("C.UTF-8") && $0.contains("F2: English") }
        try session.send("Down")
        try session.wait(for: "the notice to go") { $0.contains("1 共识") && !$0.contains("C.UTF-8") }
    }

    @Test(arguments: [("zh", "本机没有区域设置 xx_YY.UTF-8"), ("en", "the locale xx_YY.UTF-8 is not on this host")])
    func `a locale that the host lacks is a remark below the welcome`(language: String, remark: String) throws
    {
        let session = try session("--lang \(language)", environment: ["LANG": "xx_YY.UTF-8", "LC_ALL": nil])
        try session.wait(for: remark)
        try session.send("Down")
        try session.wait(for: "the remark to go") { !$0.contains("xx_YY") }
    }

    @Test func `a terminal of unlimited size gets what fits`() throws {
        for size in [(65535, 65535), (0, 0)] {
            let terminal = try PseudoTerminal(
                [Program.built("triptych"), "--lang", "zh"], columns: size.0, rows: size.1)
            try terminal.wait(for: "共识")
            terminal.send("q")
            #expect(try terminal.end() == .exited(0))
        }
    }

    @Test(arguments: ["screen-256color", "xterm-256color", "linux", "vt100", "tmux-256color"])
    func `each terminal type shows the panes`(type: String) throws {
        let session = try session(environment: ["TERM": type])
        try session.wait(for: "1 共识 ── ")
        try session.send("Down")
        try session.wait(for: "▌全国统一大市场")
    }

    @Test(arguments: ["no-such-terminal", ""])
    func `an unsuitable terminal is refused with a sentence`(type: String) throws {
        let terminal = try PseudoTerminal(
            [Program.built("triptych")], environment: Program.environment(["TERM": type]))
        #expect(try terminal.end() == .exited(64))
        #expect(terminal.text.hasPrefix("triptych: "))
        #expect(terminal.text.contains("TERM"))
        #expect(!terminal.text.contains("\u{1B}"))
    }

    @Test func `a language that cannot be shown is not chosen`() throws {
        let session = try session("--ascii", environment: ["LANG": "C", "LC_ALL": nil, "LC_CTYPE": nil])
        try session.wait(for: "1 Consensus")
    }

    @Test func `with --ascii and a locale of ASCII, every other character is a question mark of its width`()
        throws
    {
        let session = try session("--ascii --lang en", environment: ["LC_ALL": "C"])
        let picture = try session.wait(for: "1 Consensus -- ")
        #expect(picture.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func `an idle explorer sends nothing and never wakes up`() throws {
        let terminal = try PseudoTerminal([Program.built("triptych"), "--lang", "zh"])
        try terminal.wait(for: "共识")
        try terminal.waitUntilAsleep()
        let (sent, woken) = (terminal.output.count, wakeUps(of: terminal.process))
        poll(nil, 0, 1500)
        #expect(terminal.output.count == sent)
        #expect(wakeUps(of: terminal.process) == woken)
    }

    /// The number of times that the process has been put to sleep.
    private func wakeUps(of process: pid_t) -> [Substring] {
        guard let file = fopen("/proc/\(process)/status", "r") else { return [] }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 8192)
        let count = fread(&buffer, 1, buffer.count, file)
        return String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n")
            .filter { $0.contains("ctxt_switches") }
    }
}
