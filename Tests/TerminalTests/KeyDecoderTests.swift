import Screen
import SeededRandom
import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
    private func keys(_ text: String, known: [[UInt8]: Key] = [:]) -> [Key] { keys(Array(text.utf8), known) }

    // The keys of these bytes followed by a silence.
    private func keys(_ bytes: [UInt8], _ known: [[UInt8]: Key] = [:]) -> [Key] {
        var decoder = KeyDecoder(known: known)
        var events: [Terminal.Event] = []
        decoder.take(bytes, into: &events)
        if decoder.isWaiting { decoder.giveUp(into: &events) }
        return events.compactMap(\.key)
    }

    @Test(arguments: [
        ("q", [Key.character("q")]), ("渝é", [.character("渝"), .character("é")]), ("ｑ", [.character("ｑ")]),
        ("e\u{301}", [.character("e"), .character("\u{301}")]), ("👩", [.character("👩")]),
        ("\r\n\t\u{7F}\u{08}", [.enter, .enter, .tab, .backspace, .backspace]),
        ("\u{00}\u{01}\u{1A}", [.control("@"), .control("a"), .control("z")]),
        ("\u{1C}\u{1D}\u{1E}\u{1F}", [.control("\\"), .control("]"), .control("^"), .control("_")]),
        ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}q", [.escape, .character("q")]),
        ("\u{1B}渝", [.escape, .character("渝")]), ("\u{1B}\r", [.escape, .enter]),
    ])
    func text(_ bytes: String, _ expected: [Key]) {
        #expect(keys(bytes) == expected)
    }

    @Test(arguments: [
        (["\u{1B}[A", "\u{1B}OA", "\u{1B}[1;5A", "\u{1B}O5A"], Key.up), (["\u{1B}[B", "\u{1B}OB"], .down),
        (["\u{1B}[C", "\u{1B}OC"], .right), (["\u{1B}[D", "\u{1B}OD"], .left),
        (["\u{1B}[H", "\u{1B}OH", "\u{1B}[1~", "\u{1B}[7~"], .home),
        (["\u{1B}[F", "\u{1B}OF", "\u{1B}[4~", "\u{1B}[8~"], .end), (["\u{1B}[2~"], .insert),
        (["\u{1B}[3~", "\u{1B}[3;2~"], .delete), (["\u{1B}[5~"], .pageUp), (["\u{1B}[6~"], .pageDown),
        (["\u{1B}[1;5C", "\u{1B}[1;3C"], .wordRight), (["\u{1B}[1;5D", "\u{1B}[1;3D"], .wordLeft),
        (["\u{1B}[1;2D"], .left), (["\u{1B}b"], .alt("b")), (["\u{1B}f"], .alt("f")),
        (["\u{1B}[Z"], .backTab), (["\u{1B}OM"], .enter),
        (["\u{1B}OP", "\u{1B}[11~", "\u{1B}[[A", "\u{1B}[P", "\u{1B}[1;2P"], .function(1)),
        (["\u{1B}OQ", "\u{1B}[12~", "\u{1B}[[B"], .function(2)),
        (["\u{1B}OR", "\u{1B}[13~", "\u{1B}[[C"], .function(3)),
        (["\u{1B}OS", "\u{1B}[14~", "\u{1B}[[D"], .function(4)), (["\u{1B}[15~", "\u{1B}[[E"], .function(5)),
        (["\u{1B}[17~"], .function(6)), (["\u{1B}[21~"], .function(10)), (["\u{1B}[23~"], .function(11)),
        (["\u{1B}[24~"], .function(12)), (["\u{1B}Oq"], .character("1")),
    ])
    func sequences(_ forms: [String], _ expected: Key) {
        for form in forms {
            #expect(keys(form + "x") == [expected, .character("x")], "\(form.debugDescription)")
        }
    }

    @Test(arguments: [
        "\u{1B}[201~", "\u{1B}[?1;2c", "\u{1B}[24;80R", "\u{1B}[999999999999999999999~", "\u{1B}[>0;276;0c",
        "\u{1B}[I", "\u{1B}OI", "\u{1B}[1;;;5u", "\u{1B}[?2026;2$y",
    ])
    func unknownSequencesAreNoCommands(_ sequence: String) {
        #expect(keys(sequence + "x") == [.character("x")])
    }

    @Test(arguments: [
        "\u{1B}]11;rgb:ffff/0000/ffff\u{07}", "\u{1B}]11;rgb:ffff\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\",
        "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}^q\u{1B}\\", "\u{1B}Xq渝\u{1B}\\", "\u{1B}]0;q\u{1B}[201~",
    ])
    func stringsAreSwallowedWhole(_ sequence: String) {
        #expect(keys(sequence + "x") == [.character("x")])
    }

    @Test(arguments: [
        ("\u{1B}]11;rgb:ffff", []), ("\u{1B}P1$r", []), ("\u{1B}]", [Key.escape, .character("]")]),
        ("\u{1B}]11;rgb\r", [.enter]), ("\u{1B}]0;q\u{1B}[A", [.up]), ("\u{1B}]0;q\u{1B}", []),
    ])
    func cutStringsAreNotTyped(_ bytes: String, _ expected: [Key]) {
        #expect(keys(bytes) == expected)
    }

    @Test(arguments: [
        ("\u{1B}[1;5", []), ("\u{1B}[", [Key.escape, .character("[")]), ("\u{1B}[1\u{1B}[B", [.down]),
        ("\u{1B}[1\r", [.enter]), ("\u{1B}[1渝", [.character("渝")]),
        ("\u{1B}\u{1B}[A", [.escape, .up]),
    ])
    func cutSequences(_ bytes: String, _ expected: [Key]) {
        #expect(keys(bytes) == expected)
    }

    @Test(
        arguments: [
            ([0xFF, 0x71], "q"), ([0xE6, 0x71], "q"), ([0xE6, 0xB8, 0x71], "q"), ([0x80, 0x80, 0x71], "q"),
            ([0xC0, 0x80, 0x71], "q"), ([0xE0, 0x80, 0xAF, 0x71], "q"), ([0xED, 0xA0, 0x80, 0x71], "q"),
            ([0xF4, 0x90, 0x80, 0x80, 0x71], "q"), ([0xC2, 0x9B, 0x71], "q"),
            ([0xE6, 0xE6, 0xB8, 0x9D], "渝"),
        ] as [([UInt8], String)])
    func badUTF8LosesNoKeyAfterIt(_ bytes: [UInt8], _ expected: String) {
        #expect(keys(bytes) == [.character(Character(expected))])
    }

    @Test func theTerminalsOwnDescriptionComesFirst() {
        // VT100's F5, which is the keypad's 4 on other terminals.
        #expect(keys("\u{1B}Ot", known: [Array("\u{1B}Ot".utf8): .function(5)]) == [.function(5)])
        #expect(keys("\u{1B}Ot") == [.character("4")])
    }

    @Test func bytesMayComeOneByOne() {
        var decoder = KeyDecoder()
        var events: [Terminal.Event] = []
        for byte in Array("渝\u{1B}[15~é".utf8) { decoder.take([byte], into: &events) }
        #expect(events == [.key(.character("渝")), .key(.function(5)), .key(.character("é"))])
        #expect(!decoder.isWaiting)
    }

    @Test func whateverCameItAnswersAfterwards() {
        var random = Seeded(seed: 7)
        for _ in 0..<2000 {
            var decoder = KeyDecoder()
            var events: [Terminal.Event] = []
            let length = Int.random(in: 0...60, using: &random)
            let likely: [UInt8] = [0x1B, 0x5B, 0x4F, 0x3B, 0x31, 0xE6, 0xF0, 0x80]
            for _ in 0..<length {
                let byte =
                    Bool.random(using: &random)
                    ? likely.randomElement(using: &random)! : .random(in: 0...255, using: &random)
                decoder.take([byte], into: &events)
            }
            decoder.giveUp(into: &events)
            decoder.take(Array("渝".utf8), into: &events)
            #expect(events.last == .key(.character("渝")))
        }
    }

    @Test func escapeWaitsForAsLongAsItIsTold() {
        #expect(Terminal.escapeDelay(nil) == 25)
        #expect(Terminal.escapeDelay("100") == 100)
        #expect(Terminal.escapeDelay("0") == 0)
        #expect(Terminal.escapeDelay("soon") == 25)
        #expect(Terminal.escapeDelay("-1") == 25)
        #expect(Terminal.escapeDelay("99999999") == 10_000)
    }
}

extension Terminal.Event {
    fileprivate var key: Key? {
        guard case .key(let key) = self else { return nil }
        return key
    }
}
