import Foundation
import SessionSupport
import System
import Testing

@testable import triptych

/// The ways to the clipboard, the notices, and the arrival of a text.
@Suite struct ClipboardTests {
    /// An environment and the ways available in it.
    struct Surroundings {
        let variables: [String: String]
        let ways: [Clipboard.Way]
        var mayRunPrograms = true
    }

    @Test(arguments: [
        Surroundings(variables: ["TERM": "xterm-256color"], ways: [.terminal]),
        Surroundings(variables: ["TERM": "xterm", "TMUX": ""], ways: [.terminal]),
        Surroundings(
            variables: ["TERM": "tmux-256color", "TMUX": "/tmp/tmux,1,0"], ways: [.tmux, .terminal]),
        Surroundings(
            variables: ["TERM": "tmux-256color", "TMUX": "/tmp/tmux,1,0"], ways: [.terminal],
            mayRunPrograms: false),
        Surroundings(variables: ["TERM": "linux"], ways: []),
        Surroundings(variables: ["TERM": "vt220"], ways: []),
        Surroundings(variables: ["TERM": "vte-256color"], ways: [.terminal]),
        Surroundings(variables: ["TERM": "screen", "STY": "1.pts"], ways: []),
        Surroundings(
            variables: ["TERM": "screen", "STY": "1.pts", "TMUX": "/t,1,0"], ways: [.tmux, .terminal]),
    ])
    func `the environment determines the ways`(surroundings: Surroundings) {
        #expect(
            Clipboard.ways(
                mayRunPrograms: surroundings.mayRunPrograms, environment: { surroundings.variables[$0] })
                == surroundings.ways)
    }

    @Test func `one way is used, the next only after a failure`() {
        let tmux = Clipboard(environment: { ["TMUX": "/t,1,0", "TERM": "tmux"][$0] })
        let plain = Clipboard(environment: { ["TERM": "xterm"][$0] })
        let console = Clipboard(environment: { ["TERM": "linux"][$0] })
        var offers = 0
        func offer(_ text: String) -> Bool {
            offers += 1
            return text != "long"
        }
        #expect(tmux.take("渝", load: { _ in nil }, offer: offer) == .inTmux(bytes: 3))
        #expect(offers == 0, "never by both ways")
        #expect(
            tmux.take("渝", load: { _ in "gone" }, offer: offer)
                == .tmuxFailed(reason: "gone", then: .offered(bytes: 3)))
        #expect(plain.take("渝", load: { _ in "not asked" }, offer: offer) == .offered(bytes: 3))
        #expect(plain.take("long", load: { _ in nil }, offer: offer) == .tooLong(bytes: 4))
        #expect(console.take("渝", load: { _ in nil }, offer: offer) == .nowhere(terminal: "linux"))
        #expect(offers == 3)
    }

    @Test func `the notice names the way and the bytes, and points to the text above`() {
        let outcomes: [Clipboard.Outcome] = [
            .inTmux(bytes: 214), .offered(bytes: 214), .tooLong(bytes: 214),
            .tmuxFailed(reason: "why", then: .offered(bytes: 214)),
        ]
        for outcome in outcomes {
            for wording in [outcome.notice.chinese, outcome.notice.english] {
                #expect(wording?.contains("214") == true)
                #expect(wording?.contains("above") == true || wording?.contains("上") == true)
                #expect(wording?.contains("copied") == false)
                #expect(wording?.contains("已复制") == false)
            }
        }
        #expect(Clipboard.Outcome.nowhere(terminal: "linux").notice.english?.contains("TERM=linux") == true)
    }

    @Test func `a failing program says why, and one that takes too long is killed`() {
        func run(_ script: String, input: Int = 0, milliseconds: Int = 5000) -> String? {
            ChildProcess.run(
                ["sh", "-c", script], input: Array(repeating: 0x61, count: input), milliseconds: milliseconds)
        }
        #expect(run("test $(wc -c) = 300000", input: 300_000) == nil, "more than a pipe holds")
        #expect(run("echo one >&2; echo two >&2; exit 3") == "one")
        #expect(run("exit 3") == "status 3")
        #expect(run("exec 0<&-; exit 4", input: 300_000) == "status 4", "it wants no input")
        #expect(run("sleep 60", milliseconds: 50) == "no answer in time")
        #expect(run("exec 2>&-; sleep 60", milliseconds: 50) == "no answer in time")
        #expect(
            ChildProcess.run(["no-such-program-anywhere"], input: [], milliseconds: 5000)
                == "no such file or directory")
    }

    private static let permalink = "triptych open prj-chongqing-guiyang-railway"

    @Test func `in tmux the text is in tmux's buffer, with a notice`() throws {
        let session = try TmuxSession(
            TmuxSession.quoted(Program.built("triptych")) + " open prj-chongqing-guiyang-railway --lang en")
        try session.wait(for: " prj-chongqing-guiyang-railway ")
        try session.type("yquote 1")
        try session.wait(for: "Quote 1 ")
        try session.send("Enter")
        let pager = try session.wait(for: "in tmux's buffer (")
        #expect(pager.contains("allows it"))
        let shown = pager.split(separator: "\n").prefix { !$0.hasPrefix("in tmux") }
        let copied = try session.buffer()
        #expect(!copied.isEmpty)
        #expect(
            shown.joined().filter { !$0.isWhitespace } == copied.filter { !$0.isWhitespace },
            "what is shown is what is in the buffer")
        try session.send("x")
        try session.wait(for: " prj-chongqing-guiyang-railway ")
    }

    @Test func `elsewhere the text is one OSC 52, followed by the frame with the notice`() throws {
        let terminal = try PseudoTerminal(
            [Program.built("triptych"), "open", "prj-chongqing-guiyang-railway", "--lang", "en"])
        try terminal.wait(for: "prj-chongqing-guiyang-railway")
        terminal.send("y")
        try terminal.wait(for: "Permalink")
        terminal.send("permalink")
        let mark = terminal.output.count
        terminal.send("\r")
        let sent = String(
            decoding: try terminal.wait(for: " back", from: mark), as: UTF8.self)
        let offered = "\u{1B}]52;c;" + Data(Self.permalink.utf8).base64EncodedString() + "\u{07}"
        #expect(sent.contains(offered))
        #expect(sent.ranges(of: "\u{1B}]").count == 1)
        #expect(sent.contains("OSC 52, \(Self.permalink.utf8.count) bytes"))
        terminal.send("x")
        try terminal.wait(for: "pane", from: mark)
        terminal.send("Q")
        #expect(try terminal.end() == .exited(0))
        #expect(terminal.modes == terminal.modesBefore)
    }
}
