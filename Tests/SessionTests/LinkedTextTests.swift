import SessionSupport
import Testing

/// Texts in which addresses are links on a terminal, and plain text elsewhere.
@Suite struct LinkedTextTests {
    private static let commands = [
        ["show", "prj-chongqing-guiyang-railway", "--lang", "both"], ["sources", "--lang", "zh"],
        ["overview", "--lang", "en"], ["trace", "prj-chongqing-guiyang-railway", "--lang", "zh"],
    ]

    private func text(_ arguments: [String], terminal: String?, _ more: [String: String?] = [:]) throws
        -> String
    {
        let screen = try PseudoTerminal(
            [Program.built("triptych")] + arguments,
            environment: Program.environment(["TERM": terminal].merging(more) { $1 }))
        #expect(try screen.end() == .exited(0))
        return screen.text.replacing("\r\n", with: "\n")
    }

    @Test(arguments: commands) func `without its links the text equals that of a pipe`(arguments: [String])
        throws
    {
        let piped = try Invocation(arguments + ["--width", "80"]).output
        #expect(!piped.contains("\u{1B}"))
        let shown = try text(arguments, terminal: "xterm-256color")
        #expect(shown.ranges(of: "\u{1B}]8;id=1;http").count > 0)
        #expect(shown.replacing(/\u{1B}\]8;(id=1;https?:\/\/[!-~]+|;)\u{1B}\\/, with: "") == piped)
    }

    @Test(arguments: ["dumb", "linux", "vt100", "vt220", "ansi", "cons25", "", nil] as [String?])
    func `terminals without support are sent no links`(terminal: String?) throws {
        #expect(try !text(Self.commands[0], terminal: terminal).contains("\u{1B}"))
    }

    @Test func `GNU screen is sent none, unless tmux runs inside it`() throws {
        #expect(try !text(Self.commands[0], terminal: "screen", ["STY": "1.pts"]).contains("\u{1B}"))
        #expect(try text(Self.commands[0], terminal: "screen", ["TMUX": "/t,1,0"]).contains("\u{1B}]8;"))
    }

    @Test func `an address is these bytes, and each part of a broken one links to the whole`() throws {
        let address = "http://news.gog.cn/system/2019/01/04/017034712.shtml"
        let open = "\u{1B}]8;id=1;\(address)\u{1B}\\"
        let close = "\u{1B}]8;;\u{1B}\\"
        let arguments = ["show", "prj-chongqing-guiyang-railway", "--lang", "en"]
        #expect(
            try text(arguments, terminal: "xterm").contains("\n      \(open)\(address)\(close)\n"))
        let narrow = try text(arguments + ["--width", "40"], terminal: "xterm")
        #expect(
            narrow.contains(
                "      \(open)http://news.gog.cn/system/2019/01/\(close)\n      \(open)04/017034712.shtml\(close)\n"
            ))
    }

    @Test func `in tmux the picture is the same`() throws {
        let command = TmuxSession.quoted(Program.built("triptych")) + " show prj-chongqing-guiyang-railway"
        let pictures = try [command + " | cat", command].map { command in
            try TmuxSession(command + "; echo ended; read wait", columns: 80, rows: 400).wait(for: "ended")
        }
        #expect(pictures[0] == pictures[1])
        #expect(pictures[0].contains("http"))
    }
}
