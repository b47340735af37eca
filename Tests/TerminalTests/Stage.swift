import SessionSupport
import Testing

/// The test program in a terminal, with its first frame drawn.
struct Stage {
    let terminal: PseudoTerminal

    static let program = Program.built("terminal-rehearsal")
    // The sequences of xterm's description.
    static let enter = "\u{1B}[?1049h"
    static let leave = "\u{1B}[?1049l"
    static let clear = "\u{1B}[H\u{1B}[2J"

    /// Starts the program, through a shell command if one is given, in which `PROGRAM` is its path.
    init(
        environment: [String: String?] = [:], shell: String? = nil, columns: Int = 80, rows: Int = 24
    ) throws {
        let words = shell.map { ["/bin/sh", "-c", $0.replacing("PROGRAM", with: Self.program)] }
        terminal = try PseudoTerminal(
            words ?? [Self.program], environment: Program.environment(environment), columns: columns,
            rows: rows)
        // The last part of the first frame: ncurses draws from the top to the bottom.
        try terminal.wait(for: "bright")
    }

    /// Fails unless screen, cursor, keypad and modes are restored.
    ///
    /// After an unexpected stop, the program enters the screen again without having left it.
    func expectRestored(enteredAgain: Bool = false, _ location: SourceLocation = #_sourceLocation) {
        let text = terminal.text
        let extra = enteredAgain ? 1 : 0
        #expect(text.count(of: Self.enter) == text.count(of: Self.leave) + extra, sourceLocation: location)
        #expect(
            text.count(of: "\u{1B}[?1h") == text.count(of: "\u{1B}[?1l") + extra, sourceLocation: location)
        #expect(
            text.count(of: "\u{1B}[?2004h") == text.count(of: "\u{1B}[?2004l") + extra,
            sourceLocation: location)
        let afterLast = text.components(after: Self.leave)
        #expect(!afterLast.contains(Self.enter), "it is left in the end", sourceLocation: location)
        let hidden = text.lastPosition(of: "\u{1B}[?25l") ?? -1
        #expect(hidden < (text.lastPosition(of: "\u{1B}[?25h") ?? -1), "cursor", sourceLocation: location)
        #expect(terminal.modes == terminal.modesBefore, "modes", sourceLocation: location)
    }
}

extension String {
    /// The number of occurrences of a part.
    func count(of piece: String) -> Int { ranges(of: piece).count }

    /// The text after the last occurrence of a part.
    func components(after piece: String) -> Substring {
        ranges(of: piece).last.map { self[$0.upperBound...] } ?? ""
    }

    /// The start of the last occurrence of a part.
    func lastPosition(of piece: String) -> Int? {
        ranges(of: piece).last.map { unicodeScalars.distance(from: startIndex, to: $0.lowerBound) }
    }
}
