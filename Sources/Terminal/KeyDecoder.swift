import Screen

/// The decoder of the terminal's input: bytes become keys and pasted texts.
///
/// It replaces ncurses' getch(), which loses the keys after invalid UTF-8, turns an unknown sequence into a run of
/// keys, and waits by itself although only the single poll(2) may wait. Whatever arrives, the decoder is at most
/// one sequence away from decoding keys again: invalid bytes and incomplete sequences are dropped, unknown
/// sequences and strings are read to their end and ignored. Sequences are understood in both forms, with Escape and
/// with a C1 control.
struct KeyDecoder {
    /// The key sequences of the terminal's description.
    private let known: [(bytes: [UInt8], key: Key)]
    /// The incomplete sequence: empty, or starting with ESC.
    private var sequence: [UInt8] = []
    /// True if the sequence cannot have been typed by hand: a C1 control began it, or it is a string for a while.
    private var isUntyped = false
    /// The bytes of an incomplete scalar.
    private var scalar: [UInt8] = []
    /// True after a byte that is no UTF-8: one like a C1 control is then more of the same.
    private var isAfterDebris = false
    /// The control string in progress.
    private var string: ControlString?
    /// The bytes to come of an unrequested mouse report of X10.
    private var reportBytes = 0
    /// The paste in progress.
    private var paste: Paste?

    /// The longest sequence of a key; longer ones are noise.
    private static let longest = 64
    private static let escape: UInt8 = 0x1B

    /// A decoder for these sequences besides those common to nearly all terminals.
    init(known: [(bytes: [UInt8], key: Key)] = []) {
        self.known = known
    }

    /// The longest silence before `giveUp`.
    enum Patience: Equatable {
        /// Forever: nothing is incomplete.
        case unlimited
        /// Short: what came may be the Escape key.
        case escape
        /// Long: the rest of a sequence, string or paste comes, unless it was lost.
        case rest
    }

    var patience: Patience {
        if paste != nil || string != nil || reportBytes > 0 || isUntyped || sequence.count > 2 {
            return .rest
        }
        return sequence.isEmpty ? .unlimited : .escape
    }

    /// True during a paste.
    var isPasting: Bool { paste != nil }

    /// Decodes bytes, and appends the keys and pasted texts that they complete.
    mutating func take(_ bytes: some Sequence<UInt8>, into events: inout [Terminal.Event]) {
        for byte in bytes { take(byte, into: &events) }
    }

    /// Takes the text of a paste so far, and drops what is left of it up to its closing marker or a silence.
    mutating func cutPaste(into events: inout [Terminal.Event]) {
        guard let paste, !paste.isCut else { return }
        events.append(.pasted(paste.text))
        self.paste?.cut()
    }

    /// Ends an incomplete sequence or paste after a silence: Escape was pressed alone, or the rest was lost.
    mutating func giveUp(into events: inout [Terminal.Event]) {
        finishPaste(into: &events)
        if !isUntyped, (1...2).contains(sequence.count) {
            events.append(.key(.escape))
            // Escape and a bracket typed in quick succession.
            if sequence.count == 2 { events.append(.key(.character(Character(Unicode.Scalar(sequence[1]))))) }
        }
        dropSequence()
        reportBytes = 0
    }

    private mutating func take(_ byte: UInt8, into events: inout [Terminal.Event]) {
        if let isOver = paste?.take(byte) {
            if isOver { finishPaste(into: &events) }
        } else if let outcome = string?.take(byte) {
            finishString(outcome, with: byte, into: &events)
        } else if reportBytes > 0, byte >= 0x20 {
            reportBytes -= 1
            isAfterDebris = byte >= 0x80
        } else if sequence.isEmpty {
            reportBytes = 0
            takeText(byte, into: &events)
        } else {
            takeInSequence(byte, into: &events)
        }
    }

    private mutating func takeInSequence(_ byte: UInt8, into events: inout [Terminal.Event]) {
        // A control byte or a non-ASCII byte never occurs in a sequence, which was therefore cut short.
        guard (0x20...0x7E).contains(byte) else {
            let isEscapeAlone = sequence.count == 1
            dropSequence()
            if isEscapeAlone, byte == 0x7F || byte == 0x08 {
                events.append(.key(.eraseWord))
                return
            }
            if isEscapeAlone { events.append(.key(.escape)) }
            takeText(byte, into: &events)
            return
        }
        if sequence.count < Self.longest { sequence.append(byte) }
        // They are two dozen; of two keys with the same sequence the later one holds.
        guard let key = known.last(where: { $0.bytes == sequence })?.key else {
            takeUnknown(byte, into: &events)
            return
        }
        finish(key, into: &events)
    }

    // Handles a sequence that is not in the terminal's description, after its latest byte.
    private mutating func takeUnknown(_ byte: UInt8, into events: inout [Terminal.Event]) {
        switch (sequence.count, sequence[1]) {
        case (2, UInt8(ascii: "[")), (2, UInt8(ascii: "O")):
            return
        case (2, _):
            string = ControlString(byte)
            if string != nil { return }
            dropSequence()
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
            if (0x20...0x3F).contains(byte) { return }
            if sequence == Paste.opening { paste = Paste() }
            if sequence == [Self.escape, UInt8(ascii: "["), UInt8(ascii: "M")] { reportBytes = 3 }
            let isWhole = sequence.count < Self.longest
            if isWhole, let event = KeySequence.mouse(sequence[2...]) { events.append(.mouse(event)) }
            finish(isWhole ? KeySequence.control(sequence[2...]) : nil, into: &events)
        }
    }

    private mutating func finishString(
        _ outcome: ControlString.Outcome, with byte: UInt8, into events: inout [Terminal.Event]
    ) {
        switch outcome {
        case .inside:
            isUntyped = true
        case .over: dropSequence()
        case .cutByEscape:
            dropSequence()
            sequence = [Self.escape]
            takeInSequence(byte, into: &events)
        case .interrupted:
            dropSequence()
            takeText(byte, into: &events)
        }
    }

    private mutating func finish(_ key: Key?, into events: inout [Terminal.Event]) {
        if let key { events.append(.key(key)) }
        dropSequence()
    }

    private mutating func dropSequence() {
        sequence = []
        string = nil
        isUntyped = false
    }

    private mutating func finishPaste(into events: inout [Terminal.Event]) {
        if let paste, !paste.isCut { events.append(.pasted(paste.text)) }
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
            isAfterDebris = true
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
        case 0x80...0x9F where !isAfterDebris: takeControl(byte)
        default: break
        }
        isAfterDebris = byte >= 0x80 && scalar.isEmpty && sequence.isEmpty
    }

    // A C1 control begins the same sequences as Escape and a letter.
    private mutating func takeControl(_ byte: UInt8) {
        let letter = byte - 0x40
        string = ControlString(letter)
        guard string != nil || letter == UInt8(ascii: "[") || letter == UInt8(ascii: "O") else { return }
        sequence = [Self.escape, letter]
        isUntyped = true
    }

    // After a continuation byte the scalar is complete, incomplete or invalid.
    private mutating func takeScalar(into events: inout [Terminal.Event]) {
        let length = scalar[0] < 0xE0 ? 2 : scalar[0] < 0xF0 ? 3 : 4
        guard scalar.count == length else { return }
        let lead = UInt32(scalar[0]) & (0xFF >> UInt32(length + 1))
        let value = scalar.dropFirst().reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
        scalar = []
        isAfterDebris = false
        if (0x80..<0xA0).contains(value), length == 2 {
            takeControl(UInt8(value))
            return
        }
        // Overlong forms and surrogates are no keys.
        guard value >= [0, 0, 0xA0, 0x800, 0x10000][length], let whole = Unicode.Scalar(value) else {
            isAfterDebris = true
            return
        }
        events.append(.key(.character(Character(whole))))
    }
}
