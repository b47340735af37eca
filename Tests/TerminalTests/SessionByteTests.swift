import SessionSupport
import SeededRandom
import Testing

/// The bytes that are sent.
@Suite struct SessionByteTests {
    @Test func theFirstFrameClearsOnceAndOthersNever() throws {
        let stage = try Stage()
        for _ in 0..<4 {
            let mark = stage.terminal.output.count
            stage.terminal.send("\u{1B}[B")
            try stage.terminal.wait(for: "a frame", from: mark) { !$0.isEmpty }
        }
        #expect(stage.terminal.text.count(of: Stage.clear) == 1)
        stage.terminal.send("q")
        #expect(try stage.terminal.end() == .exited(0))
        stage.expectRestored()
    }

    @Test func entering() throws {
        let text = try Stage().terminal.text
        let start = text.prefix { $0 != "支" }
        // ncurses' sequences for xterm's description, and bracketed paste; anything more would be a mouse mode, a
        // title or the like.
        #expect(start.utf8.count < 108, "\(start.debugDescription)")
        for unwanted in ["\u{1B}[?1000h", "\u{1B}[?1006h", "\u{1B}]"] {
            #expect(!text.contains(unwanted))
        }
    }

    @Test func noControlBytesButTheTerminalsOwn() throws {
        let stage = try Stage()
        stage.terminal.send("q")
        _ = try stage.terminal.end()
        let plain = stage.terminal.text.replacing(/\u{1B}(\[[0-9;?]*[A-Za-z]|\([B0]|[=>])/, with: "")
        let controls = plain.unicodeScalars.filter {
            ($0.value < 0x20 && ![0x08, 0x0A, 0x0D].contains($0.value)) || (0x7F...0x9F).contains($0.value)
        }
        #expect(controls.isEmpty, "\(plain.debugDescription)")
    }

    @Test func randomBytesLeaveItAnswering() throws {
        // The keys that end or stop the program.
        let avoided = Set("qF~12345\u{03}\u{1A}\u{1C}".utf8)
        var random = Seeded(seed: 2026)
        let stage = try Stage()
        for _ in 0..<20 {
            var bytes: [UInt8] = []
            while bytes.count < 100 {
                let byte: UInt8 =
                    Int.random(in: 0..<4, using: &random) == 0 ? 0x1B : .random(in: 0...255, using: &random)
                if !avoided.contains(byte) { bytes.append(byte) }
            }
            stage.terminal.send(bytes)
        }
        stage.terminal.resize(columns: 70, rows: 20)
        try stage.terminal.wait(for: "70x20")
        // The first may still be taken for the end of an incomplete sequence.
        stage.terminal.send("渝q")
        #expect(try stage.terminal.end() == .exited(0))
        stage.expectRestored()
    }

    @Test func glyphsThatLibcCountsOtherwiseKeepTheLineInStep() throws {
        let session = try TmuxSession(Stage.program)
        let picture = try session.wait(for: "bright")
        let line = try #require(picture.split(separator: "\n").first { $0.hasPrefix("café") })
        #expect(line.hasSuffix("ok"))
        #expect(line.contains("FR"), "a flag is shown by its letters")
        try session.send("Down", "Down", "Down", "Down", "Up")
        try session.wait(for: "count 5")
        let moved = try session.picture()
        #expect(moved.contains(line), "styles changed, cells did not")
    }
}
