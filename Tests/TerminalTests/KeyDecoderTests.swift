import Screen
import SeededRandom
import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
    private func keys(_ text: String, known: [[UInt8]: Key] = [:]) -> [Key] { keys(Array(text.utf8), known) }

    // The keys of these bytes followed by a silence.
    private func keys(_ bytes: [UInt8], _ known: [[UInt8]: Key] = [:]) -> [Key] {
        var decoder = KeyDecoder(known: known.map { (bytes: $0.key, key: $0.value) })
        var events: [Terminal.Event] = []
        decoder.take(bytes, into: &events)
        if decoder.patience != .unlimited { decoder.giveUp(into: &events) }
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
        ("\u{1B}\u{7F}", [.eraseWord]), ("\u{1B}\u{08}", [.eraseWord]),
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

    // The keyboard protocol of kitty, and modifyOtherKeys of xterm.
    @Test(arguments: [
        ("\u{1B}[97u", [Key.character("a")]), ("\u{1B}[97;5u", [.control("a")]),
        ("\u{1B}[97;1:1u", [.character("a")]),
        ("\u{1B}[97;1:2u", [.character("a")]), ("\u{1B}[97;1:3u", []), ("\u{1B}[97;2u", [.character("A")]),
        ("\u{1B}[97;65u", [.character("A")]), ("\u{1B}[47:63;2u", [.character("?")]),
        ("\u{1B}[97;;28189u", [.character("渝")]), ("\u{1B}[28189u", [.character("渝")]),
        ("\u{1B}[97;3u", [.alt("a")]), ("\u{1B}[97;9u", []), ("\u{1B}[99;6u", []),
        ("\u{1B}[27u", [.escape]), ("\u{1B}[91;5u", [.escape]), ("\u{1B}[13u", [.enter]),
        ("\u{1B}[9u", [.tab]),
        ("\u{1B}[9;2u", [.backTab]), ("\u{1B}[127u", [.backspace]), ("\u{1B}[127;3u", [.eraseWord]),
        ("\u{1B}[127;5u", [.eraseWord]), ("\u{1B}[57417u", [.left]), ("\u{1B}[57400u", [.character("1")]),
        ("\u{1B}[57441;2u", []), ("\u{1B}[57358u", []), ("\u{1B}[1;1:3A", []), ("\u{1B}[1;129A", [.up]),
        ("\u{1B}[1;5:1C", [.wordRight]), ("\u{1B}[3;1:3~", []), ("\u{1B}[57376u", []), ("\u{1B}[155u", []),
        ("\u{1B}[99999999999999999999u", []), ("\u{1B}[;u", []),
        ("\u{1B}[27;5;97~", [.control("a")]), ("\u{1B}[27;2;63~", [.character("?")]),
        ("\u{1B}[27;5;13~", [.enter]),
        ("\u{1B}[27;3;113~", [.alt("q")]), ("\u{1B}[27~", []),
    ])
    func keysThatReportTheirModifiers(_ sequence: String, _ expected: [Key]) {
        #expect(keys(sequence + "x") == expected + [.character("x")])
    }

    @Test(arguments: [
        "\u{1B}[201~", "\u{1B}[?1;2c", "\u{1B}[24;80R", "\u{1B}[999999999999999999999~", "\u{1B}[>0;276;0c",
        "\u{1B}[I", "\u{1B}[O", "\u{1B}OI", "\u{1B}[1;;;5u", "\u{1B}[?2026;2$y", "\u{1B}[<0;10;5M",
        "\u{1B}[<0;10;5m",
        "\u{1B}[32;10;5M", "\u{1B}[M !!", "\u{1B}[Mq:q", "\u{1B}[48;24;80;480;800t", "\u{1B}[?997;1n",
        "\u{1B}[?0u",
    ])
    func unknownSequencesAreNoCommands(_ sequence: String) {
        #expect(keys(sequence + "x") == [.character("x")])
    }

    @Test func `a sequence of any length is no command`() {
        let digits = String(repeating: "1:2;", count: 500)
        #expect(keys("\u{1B}[\(digits)ux") == [.character("x")])
    }

    @Test func `a mouse report of X10 has any three bytes, and a cut one loses no key after it`() {
        #expect(keys([0x1B, 0x5B, 0x4D, 0x20, 0xFF, 0x9D, 0x71]) == [.character("q")])
        #expect(keys("\u{1B}[M \u{1B}[A") == [.up])
    }

    private static let answers = [
        "]11;rgb:ffff/0000/ffff\u{07}", "]11;rgb:ffff\u{1B}\\", "P1$r0m\u{1B}\\", "P1$r\u{07}q\u{1B}\\",
        "_Gi=1;OK\u{1B}\\", "^q\u{1B}\\", "Xq渝\u{1B}\\", "]0;q\u{1B}[201~", "]0;q\r\nq\tq\u{1B}\\",
        "]0;q\u{18}",
        "]0;朜ŜÜ\u{07}", "]0;q\u{9C}", "Pq\u{9C}",
    ]

    @Test(arguments: answers)
    func stringsAreSwallowedWhole(_ string: String) {
        #expect(keys("\u{1B}" + string + "x") == [.character("x")])
    }

    @Test(arguments: answers)
    func stringsOfC1ControlsAreSwallowedWhole(_ string: String) {
        let control = string.utf8.first! + 0x40
        let rest = Array((string.dropFirst() + "x").utf8)
        // As a scalar of its own, and as a bare byte.
        #expect(keys([0xC2, control] + rest) == [.character("x")])
        #expect(keys([control] + rest) == [.character("x")])
    }

    @Test func `a bare ST ends a string, and no part of a character does`() {
        #expect(keys([0x9D, 0x71, 0x9C, 0x78]) == [.character("x")])
        #expect(keys([0x1B, 0x5D] + Array("朜ü".utf8) + [0x9C, 0x78]) == [.character("x")])
    }

    @Test(arguments: [
        ("[A", Key.up), ("[15~", .function(5)), ("OP", .function(1)), ("[97;5u", .control("a")),
    ])
    func sequencesOfC1Controls(_ sequence: String, _ key: Key) {
        let control = sequence.utf8.first! + 0x40
        let rest = Array(sequence.utf8.dropFirst())
        #expect(keys([0xC2, control] + rest) == [key])
        #expect(keys([control] + rest) == [key])
        #expect(keys([control]) == [], "cut short")
    }

    @Test(arguments: [
        ("\u{1B}]11;rgb:ffff", []), ("\u{1B}P1$r", []), ("\u{1B}]", [Key.escape, .character("]")]),
        ("\u{1B}]11;rgb\r", []), ("\u{1B}]0;q\u{1B}[A", [.up]), ("\u{1B}]0;q\u{1B}", []),
        ("\u{1B}]0;q\u{03}q", [.control("c"), .character("q")]), ("\u{9D}11;rgb", []), ("\u{9D}", []),
    ])
    func cutStringsAreNotTyped(_ bytes: String, _ expected: [Key]) {
        #expect(keys(bytes) == expected)
    }

    @Test func `what cannot be a key typed by hand gets a longer time for its rest`() {
        func patience(_ text: String) -> KeyDecoder.Patience {
            var decoder = KeyDecoder()
            var events: [Terminal.Event] = []
            decoder.take(Array(text.utf8), into: &events)
            return decoder.patience
        }
        #expect(["\u{1B}", "\u{1B}[", "\u{1B}O"].map(patience) == [.escape, .escape, .escape])
        for text in ["\u{1B}]", "\u{1B}]1", "\u{1B}[20", "\u{9B}", "\u{9D}", "\u{1B}[200~", "\u{1B}[M"] {
            #expect(patience(text) == .rest, "\(text.debugDescription)")
        }
        #expect(["", "q", "\u{1B}[A", "\u{1B}]0\u{07}"].map(patience).allSatisfy { $0 == .unlimited })
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
            ([0xF4, 0x90, 0x80, 0x80, 0x71], "q"), ([0xC2, 0x85, 0x71], "q"),
            ([0xB8, 0x9D, 0x71], "q"), ([0xFF, 0x9D, 0x9B, 0x71], "q"), ([0xE6, 0x9D, 0x71], "q"),
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
        #expect(decoder.patience == .unlimited)
    }

    @Test(arguments: 0..<8) func `whatever came, it answers afterwards`(seed: UInt64) {
        var random = Seeded(seed: seed)
        let likely: [[UInt8]] = [
            [0x1B], [0x5B], [0x4F], [0x3B], [0x31], [0xE6], [0xF0], [0x80], [0x9B], [0x9D], [0x9C], [0xC2],
            [0x07],
            [0x1B, 0x5D], [0x1B, 0x50], [0x1B, 0x5B, 0x4D], [0x1B, 0x5C], Paste.opening, Paste.closing,
            Array("\u{1B}[97;5".utf8), Array("渝".utf8),
        ]
        for _ in 0..<500 {
            var decoder = KeyDecoder()
            var events: [Terminal.Event] = []
            for _ in 0..<Int.random(in: 0...60, using: &random) {
                let bytes =
                    Bool.random(using: &random)
                    ? likely.randomElement(using: &random)! : [.random(in: 0...255, using: &random)]
                decoder.take(bytes, into: &events)
            }
            decoder.giveUp(into: &events)
            #expect(decoder.patience == .unlimited)
            decoder.take(Array("渝".utf8), into: &events)
            #expect(events.last == .key(.character("渝")))
        }
    }

    @Test(arguments: 0..<8) func `no part of a string is typed, wherever it is cut`(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<200 {
            var bytes: [UInt8] = [0x1B, Array("]PX^_".utf8).randomElement(using: &random)!]
            for _ in 0..<Int.random(in: 1...80, using: &random) {
                // Neither the controls that end a string nor C1 controls, which may be ST.
                var byte = UInt8.random(in: 0x04...0x7E, using: &random)
                if [0x07, 0x18, 0x1A, 0x1B].contains(byte) { byte = 0x71 }
                bytes.append(byte)
            }
            var decoder = KeyDecoder()
            var events: [Terminal.Event] = []
            var rest = bytes[...]
            // The parts in which a slow line delivers it.
            while !rest.isEmpty {
                let part = rest.prefix(.random(in: 1...9, using: &random))
                decoder.take(part, into: &events)
                rest = rest.dropFirst(part.count)
                #expect(
                    decoder.patience != .unlimited
                        && (bytes.count - rest.count < 2 || decoder.patience == .rest))
            }
            decoder.giveUp(into: &events)
            #expect(events.isEmpty)
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
