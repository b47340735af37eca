import SessionSupport
import Testing

@testable import triptych

/// Addresses on the explorer's screen are links on terminals that support them.
@Suite struct LinkedScreenTests {
    private static let address = "https://gz.cri.cn/20190314/fcc3ab0a-88cc-7785-2170-e65646fe858d.html"

    /// An explorer at the page of an item, scrolled to its sources, with the list of links open.
    private func links(_ environment: [String: String?]) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            [Program.built("triptych"), "open", "prj-chongqing-guiyang-railway", "--lang", "en"],
            environment: Program.environment(environment))
        try terminal.wait(for: "prj-chongqing-guiyang-railway")
        for (key, text) in [("r", "Figures 5"), ("\u{1B}[F", "fcc3ab0a"), ("u", "Links (")] {
            // The panes contain no links.
            #expect(key != "r" || !terminal.text.contains("\u{1B}]8;"))
            let mark = terminal.output.count
            terminal.send(key)
            try terminal.wait(for: text, from: mark)
        }
        return terminal
    }

    private func end(_ terminal: PseudoTerminal) throws -> String {
        terminal.send("\u{1B}")
        terminal.send("Q")
        #expect(try terminal.end() == .exited(0))
        #expect(terminal.modes == terminal.modesBefore)
        return terminal.text
    }

    @Test func `apart from the link sequences the frames are the same bytes`() throws {
        // The second runs in GNU screen.
        let linked = try end(links(["TERM": "xterm-256color"]))
        let plain = try end(links(["TERM": "xterm-256color", "STY": "1.pts"]))
        #expect(!plain.contains("\u{1B}]8;"))
        #expect(linked.contains("\u{1B}]8;id=1;\(Self.address)\u{1B}\\"))
        #expect(linked.replacing(/\u{1B}7(?:\u{1B}\[|\u{1B}\]8;|\u{1B}\\|[ -~])*?\u{1B}8/, with: "") == plain)
    }

    @Test func `a copied address alone on the screen is a link`() throws {
        let terminal = try links(["TERM": "xterm-256color"])
        terminal.send("fcc3ab0a")
        let mark = terminal.output.count
        terminal.send("\r")
        try terminal.wait(for: " back", from: mark)
        try terminal.wait(
            for: "\u{1B}]8;id=1;\(Self.address)\u{1B}\\\u{1B}[1;1H\u{1B}[0m\(Self.address)\u{1B}]8;;",
            from: mark)
        _ = try end(terminal)
    }

    @Test(arguments: [
        ("xterm-256color", true), ("xterm", true), ("tmux-256color", true), ("foot", true),
        ("alacritty", true),
        ("vte-256color", true), ("linux", false), ("vt100", false), ("screen-256color", false),
        ("dumb", false),
        ("xtermish", false), ("", false),
    ])
    func `only terminal types that support links are sent any`(terminal: String, isLinked: Bool) {
        #expect(OperatingSystemCommand.keepsLinks { $0 == "TERM" ? terminal : nil } == isLinked)
        #expect(!OperatingSystemCommand.keepsLinks { ["TERM": terminal, "STY": "1.pts"][$0] })
    }

    @Test func `in tmux the picture is the same`() throws {
        let command =
            TmuxSession.quoted(Program.built("triptych"))
            + " open prj-chongqing-guiyang-railway --lang zh"
        let sessions = try ["screen-256color", "tmux-256color"].map { terminal in
            try TmuxSession(command, environment: ["TERM": terminal, "TMUX": nil])
        }
        for session in sessions { try session.wait(for: "渝贵铁路") }
        let steps: [(keys: [String], isThere: (String) -> Bool)] = [
            (["r", "End"], { $0.contains("fcc3ab0a") }), (["u"], { $0.contains("链接（数字") }),
            (["Escape"], { !$0.contains("链接（数字") }), (["PageUp", "PageUp"], { !$0.contains("fcc3ab0a") }),
            (["End"], { $0.contains("fcc3ab0a") }), (["F2"], { $0.contains("language") }),
            (["C-l", "Home"], { !$0.contains("http") }), (["End", "t"], { $0.contains("› Trace") }),
        ]
        for step in steps {
            for session in sessions {
                for key in step.keys { try session.send(key) }
            }
            // One of them can still be between two keys, or in the middle of a frame.
            try sessions[0].wait(for: "the same picture after \(step.keys)") {
                try step.isThere($0) && sessions[1].picture() == $0
            }
        }
    }
}
