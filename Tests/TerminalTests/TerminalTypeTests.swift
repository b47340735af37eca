import SessionSupport
import Testing

@testable import Terminal

/// The picture on the various terminal types.
@Suite struct TerminalTypeTests {
    static let words = ["支持贵州闯新路", "渝贵铁路", "┌─┐ bright"]

    @Test(arguments: [
        "xterm-256color", "screen-256color", "tmux-256color", "linux", "vt100", "xterm", "vt220",
    ])
    func everyTerminalShowsIt(_ type: String) throws {
        let session = try TmuxSession(
            "\(Stage.program); echo status $?", environment: ["TERM": type])
        let picture = try session.wait(for: "bright")
        for word in Self.words { #expect(picture.contains(word)) }
        try session.wait(for: "1", of: "cursor_y")
        for (key, name) in [
            ("Down", "down"), ("Up", "up"), ("Left", "left"), ("Home", "home"), ("End", "end"),
            ("PPage", "pageUp"),
            ("NPage", "pageDown"), ("IC", "insert"), ("DC", "delete"), ("BTab", "backTab"),
            ("F1", "function(1)"),
            ("F4", "function(4)"), ("F5", "function(5)"), ("F12", "function(12)"), ("Enter", "enter"),
            ("Tab", "tab"), ("BSpace", "backspace"), ("Escape", "escape"), ("渝", "character(\"渝\")"),
        ] {
            try session.send(key)
            try session.wait(for: "key \(name) count")
        }
        try session.send("q")
        try session.wait(for: "status 0")
    }

    @Test(arguments: ["vt100", "xterm-mono"])
    func noColoursForTerminalsWithoutThem(_ type: String) throws {
        let stage = try Stage(environment: ["TERM": type])
        #expect(colours(stage.terminal.text).isEmpty)
    }

    // The last line is bright green, which is bold with eight colours.
    @Test(arguments: [
        ("xterm-256color", "\u{1B}[92m┌"), ("screen-256color", "\u{1B}[92m┌"),
        ("linux", "\u{1B}[0;10;1m\u{0F}\u{1B}[32m┌"),
    ])
    func coloursForTheOthers(_ type: String, _ bright: String) throws {
        let stage = try Stage(environment: ["TERM": type])
        #expect(colours(stage.terminal.text).contains("32"))
        #expect(stage.terminal.text.contains(bright))
    }

    @Test func noColourWhenAskedForNone() throws {
        #expect(colours(try Stage(environment: ["NO_COLOR": "1"]).terminal.text).isEmpty)
        #expect(!colours(try Stage(environment: ["NO_COLOR": ""]).terminal.text).isEmpty)
    }

    @Test(arguments: [
        ("dumb", "\"dumb\" in TERM cannot place its cursor"),
        ("nonsense-9", "\"nonsense-9\" in TERM is not known"),
        ("", "TERM is not set"), (nil, "TERM is not set"), ("../../etc/passwd", "is not known"),
        ("a\u{1B}[2Jb", "\"a?[2Jb\" in TERM is not known"),
    ])
    func refusals(_ type: String?, _ sentence: String) throws {
        let terminal = try PseudoTerminal(
            [Stage.program], environment: Program.environment(["TERM": type]))
        #expect(try terminal.end() == .exited(69))
        #expect(terminal.text.contains(sentence), "\(terminal.text)")
        #expect(terminal.text.contains("line by line with --plain"))
        #expect(!terminal.text.contains("\u{1B}"))
        #expect(terminal.modes == terminal.modesBefore)
    }

    @Test(arguments: ["PROGRAM < /dev/null", "PROGRAM | cat"])
    func noTerminal(_ shell: String) throws {
        let terminal = try PseudoTerminal(["/bin/sh", "-c", shell.replacing("PROGRAM", with: Stage.program)])
        _ = try terminal.end()
        #expect(terminal.text.contains("there is no terminal to draw on"))
    }

    @Test(
        arguments: [
            (["LANG": "C"], "notUnicode(\"C\")"), (["LANG": nil], "unset"), (["LANG": ""], "unset"),
            (["LANG": "C.UTF-8", "LC_ALL": "POSIX"], "notUnicode(\"POSIX\")"),
            (["LANG": "xx_YY.ISO-8859-1"], "missing(\"xx_YY.ISO-8859-1\")"),
            (["LANG": "C", "LC_CTYPE": "xx_YY.UTF-8"], "missing(\"xx_YY.UTF-8\")"),
        ] as [([String: String?], String)])
    func `Chinese is shown without a locale, and why is known`(
        _ environment: [String: String?], _ why: String
    ) throws {
        let stage = try Stage(environment: environment)
        for word in Self.words { #expect(stage.terminal.text.contains(word)) }
        #expect(stage.terminal.text.contains("fell back: " + why))
    }

    // Names that no database has, so that the test does not depend on which are installed.
    @Test(arguments: [
        ("xterm-nonesuch", "xterm-256color"), ("kitty-nonesuch", "xterm-256color"),
        ("foot+nonesuch", "xterm-256color"),
        ("tmux-nonesuch", "screen-256color"), ("screen.nonesuch", "screen-256color"),
        ("linux-nonesuch", "linux"),
    ])
    func `an unknown relative of a known terminal is taken for that`(_ type: String, _ relative: String)
        throws
    {
        let stage = try Stage(environment: ["TERM": type])
        #expect(stage.terminal.text.contains("as \(relative)"))
        stage.terminal.send("\u{1B}[B")
        try stage.terminal.wait(for: "down")
        stage.terminal.send("q")
        #expect(try stage.terminal.end() == .exited(0))
    }

    @Test func `newer terminals take the sequences of xterm`() {
        let names = [
            "xterm-kitty", "xterm-ghostty", "ghostty", "foot", "foot-direct", "wezterm", "alacritty", "kitty",
            "konsole",
            "rxvt-unicode-256color", "st-256color", "vte-256color", "xterm-direct", "XTERM-NEW",
        ]
        for name in names { #expect(TerminalType.relatives(of: name).first == "xterm-256color", "\(name)") }
        for name in ["dumb", "vt52", "ibm3270", "footer", "stuff", "screens", ""] {
            #expect(TerminalType.relatives(of: name).isEmpty, "\(name)")
        }
    }

    @Test func `a guest is told what to type on the own machine`() {
        let error = TerminalError.unknown("vt52x")
        let (chinese, english) = (
            error.sentence(inChinese: true, asGuest: true), error.sentence(inChinese: false, asGuest: true)
        )
        for sentence in [chinese, english] {
            #expect(sentence.contains("TERM=xterm-256color ssh") && sentence.contains("vt52x"))
            #expect(!sentence.contains("terminfo"))
        }
        #expect(error.description.contains("export TERM=xterm-256color"))
        for isChinese in [true, false] {
            let sentence = TerminalError.none.sentence(inChinese: isChinese, asGuest: true)
            #expect(sentence.contains("ssh -t") && !sentence.contains("--plain"))
        }
    }

    @Test func aUnicodeLocaleIsKept() throws {
        #expect(try Stage(environment: ["LANG": "C.UTF-8"]).terminal.text.contains("kept"))
    }

    @Test func paddingIsNotSent() {
        #expect(TerminalType.unpadded("\u{1B}[J$<50/>x$y$<2") == Array("\u{1B}[Jx$y$<2".utf8))
    }

    // The colours in the output's SGR sequences, including those of the background and the default.
    private func colours(_ text: String) -> Set<Substring> {
        let numbers = text.matches(of: /\u{1B}\[([0-9;]*)m/).flatMap { $0.output.1.split(separator: ";") }
        return Set(numbers.filter { (30...107).contains(Int($0) ?? 0) })
    }
}
