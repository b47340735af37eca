import Glibc
import SessionSupport
import Testing

/// Stopping and continuing, by the user at a shell or by other processes.
@Suite struct SuspensionTests {
    // A shell with job control in tmux, with the program in its foreground.
    private func shell() throws -> TmuxSession {
        let session = try TmuxSession("bash --norc --noprofile -i", environment: ["PS1": "ready> "])
        try session.wait(for: "ready>")
        return session
    }

    @Test func ctrlZAndBackToTheForeground() throws {
        let session = try shell()
        try session.type("echo before $(stty -g); \(Stage.program)\n")
        try session.wait(for: "bright")
        try session.send("Down")
        let drawn = try session.wait(for: "count 1")
        try session.send("C-z")
        try session.wait(for: "Stopped")
        try session.wait(for: "0", of: "alternate_on")
        try session.wait(for: "1", of: "cursor_flag")
        try session.type("clear; echo after $(stty -g); fg\n")
        let again = try session.wait(for: "resumed 1")
        #expect(again == drawn.replacing("resumed 0", with: "resumed 1"))
        try session.wait(for: "1", of: "alternate_on")
        try session.wait(for: "2", of: "cursor_y")
        try session.send("Down")
        try session.wait(for: "count 2")
        try session.send("q")
        try session.wait(for: "ready>")
        try session.type("echo $? ended $(stty -g)\n")
        let end = try session.wait(for: "0 ended ")
        try session.wait(for: "0", of: "alternate_on")
        #expect(!end.contains("bright"))
    }

    // The same in a bare terminal, where the bytes are visible.
    private func bash() throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            ["bash", "--norc", "--noprofile", "--noediting", "-i"],
            environment: Program.environment(["PS1": "ready# "]))
        try terminal.wait(for: "ready# ")
        return terminal
    }

    @Test func theShellFindsItsModes() throws {
        let terminal = try bash()
        terminal.send("stty -g | sed 's/^/one /'; \(Stage.program)\n")
        try terminal.wait(for: "bright")
        let whileStopped = terminal.output.count
        terminal.send("\u{1A}")
        // Text typed before the prompt would appear before it.
        try terminal.wait(for: "the prompt after the stop", from: whileStopped) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            return text.contains("Stopped") && text.hasSuffix("ready# ")
        }
        terminal.send("stty -g | sed 's/^/two /'; fg\n")
        try terminal.wait(for: "bright", from: whileStopped)
        var mark = terminal.output.count
        terminal.send("q")
        // Text typed before that is read by the program.
        try terminal.wait(for: "# ", from: mark)
        mark = terminal.output.count
        terminal.send("stty -g | sed 's/^/three /'; echo over; exit\n")
        try terminal.wait(for: "\r\nover\r\n", from: mark)
        let lines = terminal.text.split(whereSeparator: \.isNewline)
        func modes(_ name: String) -> Substring? { lines.first { $0.hasPrefix(name) }?.dropFirst(name.count) }
        #expect(modes("one ") != nil)
        #expect(modes("one ") == modes("two "))
        #expect(modes("one ") == modes("three "))
        #expect(terminal.text.count(of: Stage.enter) == terminal.text.count(of: Stage.leave))
        // The shell has no line editor, so that all of these are the program's.
        #expect(terminal.text.count(of: "\u{1B}[?2004h") == 2)
        #expect(terminal.text.count(of: "\u{1B}[?2004l") == 2)
    }

    @Test func throughTheBackground() throws {
        let terminal = try bash()
        terminal.send("\(Stage.program)\n")
        try terminal.wait(for: "bright")
        var mark = terminal.output.count
        terminal.send("\u{1A}")
        try terminal.wait(for: "Stopped", from: mark)
        // It may not access the terminal there, so that the shell reports another stop.
        mark = terminal.output.count
        terminal.send("bg; while ! jobs | grep -q Stopped; do :; done; echo -n no; echo touch\n")
        let background = try terminal.wait(for: "notouch", from: mark)
        #expect(!String(decoding: background, as: UTF8.self).contains(Stage.enter))
        terminal.send("fg\n")
        try terminal.wait(for: "bright", from: mark)
        mark = terminal.output.count
        terminal.send("q")
        try terminal.wait(for: "ready# ", from: mark)
        #expect(terminal.text.count(of: Stage.enter) == terminal.text.count(of: Stage.leave))
    }

    @Test func aStopFromOutsideIsFollowedByAFreshFrame() throws {
        let stage = try Stage()
        stage.terminal.signal(SIGSTOP)
        stage.terminal.signal(SIGCONT)
        try stage.terminal.wait(for: "resumed 1")
        #expect(stage.terminal.text.count(of: Stage.clear) == 2)
        stage.terminal.send("q")
        #expect(try stage.terminal.end() == .exited(0))
        stage.expectRestored(enteredAgain: true)
    }

    @Test func withoutAShellThereIsNoStop() throws {
        // Its session has no process that could continue it, so that the kernel does not stop it.
        let stage = try Stage()
        stage.terminal.send("\u{1A}")
        try stage.terminal.wait(for: "resumed 1")
        stage.terminal.send("q")
        #expect(try stage.terminal.end() == .exited(0))
        stage.expectRestored()
    }

    @Test func killedWhileItIsStopped() throws {
        let terminal = try bash()
        terminal.send("\(Stage.program)\n")
        try terminal.wait(for: "bright")
        terminal.send("\u{1A}")
        try terminal.wait(for: "Stopped")
        let mark = terminal.output.count
        // The shell continues a stopped job that it kills, in the background.
        terminal.send("p=$(jobs -p); kill %1; while kill -0 $p; do :; done 2>&-; wait $p; echo status $?\n")
        try terminal.wait(for: "status 143", from: mark, milliseconds: 2000)
        terminal.send("exit\n")
        #expect(terminal.text.count(of: Stage.enter) == terminal.text.count(of: Stage.leave))
    }
}
