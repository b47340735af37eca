import Glibc
import SeededRandom
import SessionSupport
import Testing

/// What a terminal, a line or a paste may send to the explorer: it stays alive, answers, shows what a calm one shows,
/// and runs nothing that nobody typed. All of it is seeded and bounded.
@Suite struct TortureTests {
    private func explorer(_ environment: [String: String?] = [:]) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            [Program.built("triptych"), "--lang", "zh"], environment: Program.environment(environment))
        try terminal.wait(for: "共识")
        try terminal.readUntilAsleep()
        return terminal
    }

    /// The bytes of a whole frame, drawn anew.
    private func frame(of terminal: PseudoTerminal) throws -> String {
        // While keys follow each other, what is connected with a row is not drawn; that of the first row has 13 of these.
        var mark = terminal.output.count
        terminal.send("\u{0C}")
        try terminal.wait(for: "○13", from: mark)
        try terminal.readUntilAsleep()
        mark = terminal.output.count
        terminal.send("\u{0C}")
        try terminal.wait(for: "\u{1B}[H\u{1B}[2J", from: mark)
        try terminal.wait(for: "帮助", from: mark)
        try terminal.readUntilAsleep()
        // What earlier keys changed may still have been on its way.
        let seen = String(decoding: terminal.output[mark...], as: UTF8.self)
        return String(seen[try #require(seen.ranges(of: "\u{1B}[H\u{1B}[2J").last).lowerBound...])
    }

    /// Answers that nobody asked for, whole and cut, and bytes that are no text. A command that one of them ran would
    /// change the frame.
    private static let noise: [[UInt8]] =
        [
            "\u{1B}]11;rgb:ffff", "\u{1B}]11;rgb:ffff/0000/ffff\u{07}", "\u{1B}]0;m\rt\rQ", "\u{1B}P1$r",
            "\u{1B}P1$r0m\u{1B}\\",
            "\u{1B}_Gi=1;qQ", "\u{1B}^mt", "\u{1B}Xw\u{1B}\\", "\u{9D}11;:q", "\u{90}qQ\u{9C}",
            "\u{1B}[24;80R", "\u{1B}[?62;4c",
            "\u{1B}[<0;10;5M", "\u{1B}[M !!", "\u{1B}[I", "\u{1B}[O", "\u{1B}[113;1:3u",
            "\u{1B}[200~mtQ\r\u{1B}[201~",
            "\u{1B}[200~\u{03}\u{1A}\u{1C}Q\u{1B}[201~",
            "\u{1B}[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21;22z",
        ].map { Array($0.utf8) } + [
            [0xFF, 0xFE], [0xE6, 0xB8], [0xB8, 0x9D], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x9D, 0x71],
        ]

    @Test func `answers, cut sequences, pastes and bad UTF-8 run nothing`() throws {
        let terminal = try explorer()
        terminal.send("\u{1B}[B\u{1B}[A")
        let calm = try frame(of: terminal)
        for bytes in Self.noise {
            terminal.send(bytes)
            // A key in between: it ends what was cut short, and clears a notice about a paste.
            terminal.send("\u{1B}[B\u{1B}[A")
            let seen = try frame(of: terminal)
            #expect(seen == calm, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
        }
        terminal.send("Q")
        #expect(try terminal.end() == .exited(0))
        #expect(terminal.modes == terminal.modesBefore)
    }

    @Test(arguments: 0..<3) func `any bytes leave it alive and able to answer`(seed: UInt64) throws {
        let terminal = try explorer()
        var random = Seeded(seed: seed)
        for _ in 0..<40 {
            var bytes = (0..<50).map { _ in UInt8.random(in: 0x04...0xFF, using: &random) }
            // No command that ends or stops the program, or leads to where one could be typed.
            bytes.removeAll { "qQ:?fyR".utf8.contains($0) || [0x0D, 0x0A, 0x1A, 0x1C].contains($0) }
            terminal.send(bytes)
        }
        // Whatever is still open is over after a second, or ended by Ctrl-C at once.
        terminal.send("\u{03}")
        let ending = try terminal.end()
        #expect(ending == .exited(130))
        #expect(terminal.modes == terminal.modesBefore)
    }

    @Test func `a paste without an end is over after a second`() throws {
        let terminal = try explorer()
        terminal.send("\u{1B}[200~abcQ\r")
        let mark = terminal.output.count
        try terminal.wait(for: "粘贴", from: mark)
        terminal.send("Q")
        #expect(try terminal.end() == .exited(0))
    }

    @Test(arguments: 0..<2) func `after 2,000 keys with resizes the screen is what a full redraw draws`(
        seed: UInt64
    ) throws {
        let program = TmuxSession.quoted(Program.built("triptych"))
        let session = try TmuxSession("\(program) --lang zh || echo ended badly")
        try session.wait(for: "共识")
        var random = Seeded(seed: seed)
        let keys = [
            "Up", "Down", "Left", "Right", "PPage", "NPage", "Home", "End", "Tab", "BTab", "Enter", "Escape",
            "F2", "m", "t",
            "o", "x", "w", "s", "v", "z", "-", "+", "_", "*", "[", "]", "p", "g", "G", "h", "j", "k", "l",
            "/", "n", "N", "渝",
        ]
        for round in 0..<40 {
            let some = (0..<50).map { _ in keys.randomElement(using: &random) ?? "Up" }
            try session.send(some)
            if round % 8 == 7 {
                try session.resize(
                    columns: .random(in: 1...200, using: &random), rows: .random(in: 1...60, using: &random))
            }
        }
        try session.resize(columns: 80, rows: 24)
        // Out of lists and fields, and into the help: all keys have been handled once it is there.
        try session.send(Array(repeating: "Escape", count: 6) + ["?"])
        try session.wait(for: "the help", milliseconds: 60_000) {
            $0.contains("按键与命令") || $0.contains("Keys and commands")
        }
        let drawn = try settled(session)
        #expect(!drawn.contains("ended badly"))
        try session.send(["C-l"])
        let redrawn = try settled(session)
        // The last line may have had a notice, which the key takes away.
        #expect(drawn.split(separator: "\n").prefix(23) == redrawn.split(separator: "\n").prefix(23))
    }

    @Test func `twenty bursts of sizes end at the calm picture`() throws {
        let program = TmuxSession.quoted(Program.built("triptych"))
        let session = try TmuxSession("\(program) --lang zh")
        try session.wait(for: "共识")
        try session.send(["Down", "Up"])
        let calm = try settled(session)
        var random = Seeded(seed: 20)
        for _ in 0..<20 {
            for _ in 0..<Int.random(in: 2...5, using: &random) {
                try session.resize(
                    columns: .random(in: 1...300, using: &random), rows: .random(in: 1...100, using: &random))
            }
            try session.resize(columns: 80, rows: 24)
            try session.wait(for: "the calm picture") { $0 == calm }
        }
    }

    @Test func `two hundred sizes, from the smallest to a wall, end at the calm picture`() throws {
        let program = TmuxSession.quoted(Program.built("triptych"))
        let session = try TmuxSession("\(program) --lang zh")
        try session.wait(for: "共识")
        try session.send(["Down", "Up"])
        let calm = try settled(session)
        var random = Seeded(seed: 200)
        for _ in 0..<200 {
            try session.resize(
                columns: .random(in: 1...300, using: &random), rows: .random(in: 1...100, using: &random))
        }
        try session.resize(columns: 80, rows: 24)
        try session.wait(for: "the calm picture") { $0 == calm }
    }

    @Test func `a hang-up ends it although SIGHUP is ignored`() throws {
        let terminal = try PseudoTerminal(
            ["/bin/sh", "-c", "trap '' HUP; exec \(TmuxSession.quoted(Program.built("triptych"))) --lang zh"])
        try terminal.wait(for: "共识")
        terminal.hangUp()
        #expect(try terminal.end(milliseconds: 1500) == .exited(128 + SIGHUP))
        #expect(terminal.processor < 2000)
    }

    @Test func `the mouse is used on request, and given back at the end`() throws {
        let terminal = try PseudoTerminal([Program.built("triptych"), "--lang", "zh", "--mouse"])
        try terminal.wait(for: "共识")
        try terminal.wait(for: "\u{1B}[?1000h\u{1B}[?1006h")
        // The help in the last line.
        let help = terminal.output.count
        terminal.send("?")
        try terminal.wait(for: "按键与命令", from: help)
        terminal.send("\u{1B}")
        try terminal.readUntilAsleep()
        terminal.send("M")
        try terminal.wait(for: "\u{1B}[?1000l")
        terminal.send("Q")
        #expect(try terminal.end() == .exited(0))
    }

    /// The picture, once it has stayed the same for many looks.
    private func settled(_ session: TmuxSession) throws -> String {
        var last = ""
        var looks = 0
        return try session.wait(for: "a picture that stays") { picture in
            looks = picture == last ? looks + 1 : 0
            last = picture
            return looks >= 25
        }
    }
}
