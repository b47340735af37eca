import Screen
import SeededRandom
import SessionSupport
import Testing

@testable import Terminal

/// Pasted text between its markers: one text, and no key.
@Suite struct PasteTests {
    private func events(_ bytes: [UInt8], isOver: Bool = true) -> [Terminal.Event] {
        var decoder = KeyDecoder()
        var events: [Terminal.Event] = []
        decoder.take(bytes, into: &events)
        #expect(decoder.isPasting != isOver)
        decoder.giveUp(into: &events)
        return events
    }

    private func pasted(_ bytes: [UInt8]) -> String? {
        guard case .pasted(let text)? = events(Paste.opening + bytes + Paste.closing).first else {
            return nil
        }
        return text
    }

    @Test(arguments: [
        ("渝贵铁路", "渝贵铁路"), ("", ""), ("one\rtwo\r\nthree\nfour\n\rfive", "one\ntwo\nthree\nfour\n\nfive"),
        ("q\rQ\r", "q\nQ\n"), ("a\tb", "a b"), ("\u{3}\u{1B}[A\u{1B}\u{7F}\u{9B}x\u{0}", "[Ax"),
        ("\u{1B}[200~q", "[200~q"), ("\u{1B}[20\u{1B}[2", "[20[2"), ("\u{1B}\u{1B}[20", "[20"),
        ("👩‍👩‍👧e\u{301}\r\u{301}", "👩‍👩‍👧e\u{301}\n\u{301}"),
    ])
    func `line ends are newlines, and control characters are removed`(sent: String, text: String) {
        #expect(pasted(Array(sent.utf8)).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }

    @Test(
        arguments: [
            ([0xFF, 0x71], "\u{FFFD}q"), ([0xE6, 0xB8], "\u{FFFD}"), ([0xC2, 0x9B, 0x71], "q"),
            ([0x9B, 0x32, 0x30, 0x31, 0x7E], "\u{FFFD}201~"),
        ] as [([UInt8], String)])
    func `invalid UTF-8 is replaced`(sent: [UInt8], text: String) {
        #expect(pasted(sent) == text)
    }

    @Test func `keys around a paste stay keys`() {
        let bytes = Array("a\u{1B}[200~q\r\u{1B}[201~\r\u{1B}[B".utf8)
        #expect(
            events(bytes) == [
                .key(.character("a")), .pasted("q\n"), .key(.enter), .key(.down),
            ])
        var decoder = KeyDecoder()
        var events: [Terminal.Event] = []
        for byte in bytes { decoder.take([byte], into: &events) }
        #expect(events == self.events(bytes))
    }

    @Test func `a paste without an end is completed after a silence`() {
        #expect(events(Array("\u{1B}[200~渝\rQ\u{1B}[20".utf8), isOver: false) == [.pasted("渝\nQ")])
    }

    @Test func `an oversized paste is cut between two characters, and its rest is no keys`() {
        let bytes = Array("a".utf8) + Array(repeating: Array("渝".utf8), count: 100_000).flatMap(\.self)
        let text = pasted(bytes)
        #expect(text?.allSatisfy { "a渝".contains($0) } == true)
        #expect((Paste.capacity - 3...Paste.capacity).contains(text?.utf8.count ?? 0))
        #expect(events(Paste.opening + bytes + Paste.closing + [0x71]).count == 2)
    }

    @Test(arguments: 0..<20) func `any paste is one text without control characters`(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<200 {
            let pieces: [[UInt8]] = [
                [0x1B], Array("\u{1B}[20".utf8), [0x0D], [0x0A], [0xE6], Array("渝".utf8), Array("[201".utf8),
                Paste.opening, [0x9B], [0xC2], [0x7E],
            ]
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...30, using: &random) {
                bytes +=
                    Bool.random(using: &random)
                    ? pieces.randomElement(using: &random)! : [.random(in: 0...255, using: &random)]
            }
            // Parts may happen to form the marker, which then ends the paste.
            let sent = String(decoding: bytes, as: UTF8.self)
            guard !(bytes + Paste.closing).dropLast().contains(Paste.closing) else { continue }
            let events = events(Paste.opening + bytes + Paste.closing + [0x71])
            #expect(events.count == 2, "\(sent.debugDescription)")
            #expect(events.last == .key(.character("q")))
            guard case .pasted(let text)? = events.first else { continue }
            #expect(
                text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
        }
    }

    @Test func `bracketed paste is turned on and off, and a text between the markers is one event`() throws {
        let stage = try Stage()
        #expect(stage.terminal.text.count(of: "\u{1B}[?2004h") == 1)
        let mark = stage.terminal.output.count
        stage.terminal.send("\u{1B}[200~q\r")
        stage.terminal.send("Q\u{1B}[201~")
        try stage.terminal.wait(for: "pasted \"q\\nQ\" count 1", from: mark)
        stage.terminal.send("q")
        #expect(try stage.terminal.end() == .exited(0))
        stage.expectRestored()
    }

    @Test func `a paste without an end times out, and the keys work again`() throws {
        let stage = try Stage()
        let mark = stage.terminal.output.count
        stage.terminal.send("\u{1B}[200~q\r")
        try stage.terminal.wait(for: "pasted \"q\\n\" count 1", from: mark)
        stage.terminal.send("q")
        #expect(try stage.terminal.end() == .exited(0))
    }

    @Test func `control bytes in a paste neither end nor stop the program`() throws {
        let stage = try Stage()
        stage.terminal.send("\u{1B}[200~before\u{03}\u{1A}\u{1C}\u{13}after\u{1B}[201~")
        try stage.terminal.wait(for: "pasted \"beforeafter\" count 1")
        stage.terminal.send("q")
        #expect(try stage.terminal.end() == .exited(0))
        stage.expectRestored()
    }

    @Test func `Ctrl-C in a read of its own cuts a paste, and what is left of it is no keys`() throws {
        let stage = try Stage()
        let mark = stage.terminal.output.count
        stage.terminal.send("\u{1B}[200~note ")
        try stage.terminal.waitUntilAsleep()
        stage.terminal.send("\u{03}")
        try stage.terminal.wait(for: "pasted \"note \" count 1", from: mark)
        // Each of these would end the program if it were a key.
        for piece in ["\u{03}", " rest\nq", "\u{03}", "q\n\u{1B}[201", "~"] {
            stage.terminal.send(piece)
            try stage.terminal.waitUntilAsleep()
        }
        stage.terminal.send("\u{1B}[200~渝贵渝贵渝贵\u{1B}[201~")
        try stage.terminal.wait(for: "渝贵渝贵渝贵", from: mark)
        stage.terminal.send("q")
        #expect(try stage.terminal.end() == .exited(0))
        stage.expectRestored()
    }

    @Test func `a paste that was cut is told once`() {
        var decoder = KeyDecoder()
        var events: [Terminal.Event] = []
        decoder.take(Array("\u{1B}[200~a".utf8), into: &events)
        decoder.cutPaste(into: &events)
        decoder.take(Array("b\rQ".utf8), into: &events)
        decoder.cutPaste(into: &events)
        #expect(events == [.pasted("a")] && decoder.patience == .rest)
        decoder.take(Paste.closing + [0x71], into: &events)
        #expect(events == [.pasted("a"), .key(.character("q"))])
    }

    @Test func `a paste that was cut is over after a silence, and Ctrl-C is a key again`() {
        var decoder = KeyDecoder()
        var events: [Terminal.Event] = []
        decoder.take(Array("\u{1B}[200~a".utf8), into: &events)
        decoder.cutPaste(into: &events)
        decoder.giveUp(into: &events)
        decoder.take([0x03], into: &events)
        #expect(events == [.pasted("a"), .key(.control("c"))])
    }

    @Test func `tmux adds the markers to a paste`() throws {
        let session = try TmuxSession(Stage.program)
        try session.wait(for: "bright")
        try session.paste("渝\nq")
        try session.wait(for: "pasted \"渝\\nq\" count 1")
    }
}
