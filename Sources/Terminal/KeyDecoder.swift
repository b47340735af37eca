import Screen

/// The decoder of the terminal's input: bytes become keys and pasted texts.
///
/// It replaces ncurses' getch(), which loses the keys after invalid UTF-8, turns an unknown sequence into a run of
/// keys, and waits by itself although only the single poll(2) may wait. Whatever arrives, the decoder is at most
/// one sequence away from decoding keys again: invalid bytes and incomplete sequences are dropped, unknown
/// sequences and strings are read to their end and ignored.
struct KeyDecoder {
    /// The key sequences of the terminal's description.
    private let known: [[UInt8]: Key]
    /// The incomplete sequence: empty, or starting with ESC.
    private var sequence: [UInt8] = []
    /// The bytes of an incomplete scalar.
    private var scalar: [UInt8] = []
    /// The paste in progress.
    private var paste: Paste?

    /// The longest sequence of a key; longer ones are noise.
    private static let longest = 32
    private static let escape: UInt8 = 0x1B

    /// A decoder for these sequences besides those common to nearly all terminals.
    init(known: [[UInt8]: Key] = [:]) {
        self.known = known
    }

    /// True for an incomplete sequence that may turn out to be the Escape key alone.
    var isWaiting: Bool { !sequence.isEmpty }

    /// True during a paste.
    var isPasting: Bool { paste != nil }

    /// True within a string from the terminal: an unrequested answer, or one cut short.
    var isInString: Bool { sequence.count > 2 && Self.beginsString(sequence[1]) }

    /// Decodes bytes, and appends the keys and pasted texts that they complete.
    mutating func take(_ bytes: some Sequence<UInt8>, into events: inout [Terminal.Event]) {
        for byte in bytes { take(byte, into: &events) }
    }

    /// Ends an incomplete sequence or paste after a silence: Escape was pressed alone, or the rest was lost.
    mutating func giveUp(into events: inout [Terminal.Event]) {
        finishPaste(into: &events)
        if sequence.first == Self.escape {
            if sequence.count <= 2 { events.append(.key(.escape)) }
            // Escape and a bracket typed in quick succession.
            if sequence.count == 2 { events.append(.key(.character(Character(Unicode.Scalar(sequence[1]))))) }
        }
        sequence = []
    }

    private mutating func take(_ byte: UInt8, into events: inout [Terminal.Event]) {
        if let isOver = paste?.take(byte) {
            if isOver { finishPaste(into: &events) }
            return
        }
        guard !sequence.isEmpty else {
            takeText(byte, into: &events)
            return
        }
        if sequence.count >= 2, Self.beginsString(sequence[1]) {
            takeString(byte, into: &events)
            return
        }
        // A control byte or a non-ASCII byte never occurs in a sequence, which was therefore cut short.
        guard (0x20...0x7E).contains(byte) else {
            if sequence.count == 1 { events.append(.key(.escape)) }
            sequence = []
            takeText(byte, into: &events)
            return
        }
        sequence.append(byte)
        guard let key = known[sequence] else {
            takeUnknown(byte, into: &events)
            return
        }
        events.append(.key(key))
        sequence = []
    }

    // Handles a complete sequence that is not in the terminal's description.
    private mutating func takeUnknown(_ byte: UInt8, into events: inout [Terminal.Event]) {
        switch (sequence.count, sequence[1]) {
        case (2, UInt8(ascii: "[")), (2, UInt8(ascii: "O")):
            return
        case (2, let byte) where Self.beginsString(byte):
            return
        case (2, _):
            sequence = []
            // Alt with a letter that edits a text; elsewhere the key means the same as Escape and the letter.
            if "bdf".utf8.contains(byte) {
                events.append(.key(.alt(Character(Unicode.Scalar(byte)))))
                return
            }
            // Alt with a key and Escape followed by the key send the same bytes and have the same meaning.
            events.append(.key(.escape))
            takeText(byte, into: &events)
        case (_, UInt8(ascii: "O")):
            // Some terminals put a modifier's digit before the letter.
            if sequence.count < 4, (0x31...0x39).contains(byte) { return }
            finish(KeySequence.singleShift(byte), into: &events)
        default:
            // The Linux console sends ESC [ [ A for F1.
            if sequence.count == 3, byte == UInt8(ascii: "[") { return }
            if (0x20...0x3F).contains(byte), sequence.count < Self.longest { return }
            if sequence == Paste.opening { paste = Paste() }
            finish(KeySequence.control(sequence[2...]), into: &events)
        }
    }

    /// True for OSC, DCS, SOS, PM and APC (ECMA-48, 8.3), whose strings end with ST, or with BEL as in xterm.
    private static func beginsString(_ byte: UInt8) -> Bool { "]PX^_".utf8.contains(byte) }

    // Skips a string. A control character never occurs in one, so that it ends a string cut short.
    private mutating func takeString(_ byte: UInt8, into events: inout [Terminal.Event]) {
        let isAfterEscape = sequence.count > 2 && sequence.last == Self.escape
        switch byte {
        case 0x07: sequence = []
        case UInt8(ascii: "\\") where isAfterEscape: sequence = []
        case Self.escape: sequence = Array(sequence.prefix(2)) + [byte]
        case _ where isAfterEscape:
            sequence = [Self.escape]
            take(byte, into: &events)
        case 0x00..<0x20:
            sequence = []
            takeText(byte, into: &events)
        case _: sequence = Array(sequence.prefix(2)) + [byte]
        }
    }

    private mutating func finish(_ key: Key?, into events: inout [Terminal.Event]) {
        if let key { events.append(.key(key)) }
        sequence = []
    }

    private mutating func finishPaste(into events: inout [Terminal.Event]) {
        if let paste { events.append(.pasted(paste.text)) }
        paste = nil
    }

    private mutating func takeText(_ byte: UInt8, into events: inout [Terminal.Event]) {
        if !scalar.isEmpty {
            if byte & 0xC0 == 0x80 {
                scalar.append(byte)
                takeScalar(into: &events)
                return
            }
            scalar = []
        }
        switch byte {
        case Self.escape: sequence = [byte]
        case 0x0D, 0x0A: events.append(.key(.enter))
        case 0x09: events.append(.key(.tab))
        case 0x08, 0x7F: events.append(.key(.backspace))
        case 0x01...0x1A: events.append(.key(.control(Character(Unicode.Scalar(byte + 0x60)))))
        case 0x00, 0x1C...0x1F: events.append(.key(.control(Character(Unicode.Scalar(byte + 0x40)))))
        case 0x20...0x7E: events.append(.key(.character(Character(Unicode.Scalar(byte)))))
        case 0xC2...0xF4: scalar = [byte]
        default: break
        }
    }

    // After a continuation byte the scalar is complete, incomplete or invalid.
    private mutating func takeScalar(into events: inout [Terminal.Event]) {
        let length = scalar[0] < 0xE0 ? 2 : scalar[0] < 0xF0 ? 3 : 4
        guard scalar.count == length else { return }
        let lead = UInt32(scalar[0]) & (0xFF >> UInt32(length + 1))
        let value = scalar.dropFirst().reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
        scalar = []
        // Overlong forms, surrogates and the C1 controls are no keys.
        guard value >= [0, 0, 0xA0, 0x800, 0x10000][length], let whole = Unicode.Scalar(value) else { return }
        events.append(.key(.character(Character(whole))))
    }
}
