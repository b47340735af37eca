import CNcurses
import Glibc
import System

/// The terminfo description of the terminal, looked up before ncurses starts, so that an unsuitable one leads to an
/// error message instead of ncurses' own exit.
struct TerminalType {
    /// The name of the description that is used.
    let name: String
    /// The name that was asked for, if this machine has no description of it and that of a relative is used.
    let unknownName: String?

    /// Looks `TERM` up.
    init() throws(TerminalError) {
        guard let name = CurrentProcess.variable("TERM"), !name.isEmpty else { throw .unnamed }
        try self.init(named: name)
    }

    /// Looks a name up and sets ncurses up for its description.
    init(named asked: String) throws(TerminalError) {
        var problem = Self.problem(settingUp: asked)
        var name = asked
        if problem == 0,
            let relative = Self.relatives(of: asked).first(where: { Self.problem(settingUp: $0) == nil })
        {
            (name, problem) = (relative, nil)
        }
        if let problem {
            // 1 is a hardcopy terminal, 0 an unknown or generic one, -1 a missing database.
            guard problem >= 0 else { throw .noDatabase(asked) }
            throw problem == 1 || asked == "dumb" ? .incapable(asked) : .unknown(asked)
        }
        guard nc_string("cup") != nil, nc_string("clear") != nil else { throw .incapable(asked) }
        self.name = name
        unknownName = name == asked ? nil : asked
    }

    // The problem of a description, or nil if it is set up.
    private static func problem(settingUp name: String) -> Int32? {
        var problem: Int32 = 0
        return setupterm(name, STDOUT_FILENO, &problem) == OK ? nil : problem
    }

    /// The terminals that understand what a terminal of this name does, the nearest first; none for a name that tells
    /// nothing.
    ///
    /// Newer terminals bring a description of their own, which the machine at the other end of ssh seldom has. All of
    /// these take xterm's sequences.
    static func relatives(of name: String) -> [String] {
        let known = name.lowercased()
        func isOne(of families: [String]) -> Bool {
            families.contains { known == $0 || known.hasPrefix($0 + "-") || known.hasPrefix($0 + "+") }
        }
        if isOne(of: ["tmux", "screen"]) || known.hasPrefix("screen.") {
            return ["screen-256color", "screen", "xterm-256color"]
        }
        if isOne(of: ["linux", "fbterm"]) { return ["linux"] }
        guard isOne(of: xtermLike) else { return [] }
        return ["xterm-256color", "xterm"]
    }

    private static let xtermLike = [
        "alacritty", "contour", "cygwin", "eterm", "foot", "ghostty", "gnome", "iterm", "iterm2",
        "iterm2.app",
        "kitty", "konsole", "mintty", "mlterm", "ms-terminal", "nsterm", "putty", "rio", "rxvt", "st",
        "terminator", "terminology", "termite", "urxvt", "vscode", "vte", "warp", "wezterm", "xterm", "yaft",
        "zutty",
    ]

    /// A string capability without its padding, which only terminals without flow control need.
    static func bytes(_ capability: String) -> [UInt8] {
        nc_string(capability).map { unpadded($0) } ?? []
    }

    /// True if the terminal follows ECMA-48 and therefore skips unknown modes.
    static var takesControlSequences: Bool { bytes("cup").starts(with: [0x1B, UInt8(ascii: "[")]) }

    /// Shortens the bytes that ncurses sends for a change of attributes.
    ///
    /// xterm and similar terminals select the ASCII character set each time, `ESC ( B`, although it is never left:
    /// a tenth of all bytes. The strings are ncurses' own copies, and only become shorter.
    static func dropCharacterSet() {
        let selections = [("sgr0", "\u{1B}(B"), ("sgr", "%?%p9%t\u{1B}(0%e\u{1B}(B%;")]
        for (capability, selection) in selections {
            guard let string = nc_string(capability).map({ UnsafeMutablePointer(mutating: $0) }) else {
                continue
            }
            let length = strlen(selection)
            if strncmp(string, selection, length) == 0 {
                memmove(string, string + length, strlen(string) - length + 1)
            }
        }
    }

    /// The bytes that move the cursor to a place.
    static func moving(toRow row: Int, column: Int) -> [UInt8] {
        nc_cursor_address(Int32(row), Int32(column)).map { unpadded($0) } ?? []
    }

    /// The bytes that make the whole screen scroll.
    static func scrolling(rows: Int) -> [UInt8] {
        nc_scroll_region(0, Int32(rows - 1)).map { unpadded($0) } ?? []
    }

    /// Removes every `$<…>`.
    static func unpadded(_ string: UnsafePointer<CChar>) -> [UInt8] {
        let characters = UnsafeBufferPointer(start: string, count: strlen(string))
        var rest = characters.map { UInt8(bitPattern: $0) }[...]
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
                let end = rest.firstIndex(of: UInt8(ascii: ">"))
            {
                rest = rest[(end + 1)...]
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
