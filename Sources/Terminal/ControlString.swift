/// A control string of a terminal: OSC, DCS, SOS, PM or APC (ECMA-48, 8.3), which is an unrequested answer,
/// or one cut short. It is skipped whole.
///
/// Any character may occur in it, line ends too. It ends with ST in either form, an OSC with BEL as well, or is
/// cancelled by CAN or SUB; another escape sequence or Ctrl-C ends one that was cut short.
struct ControlString {
    /// What a byte means for the string.
    enum Outcome {
        case inside, over
        /// The string was cut short: Escape came before the byte, which belongs to a sequence of its own.
        case cutByEscape
        /// Ctrl-C, which is no part of the string.
        case interrupted
    }

    private let endsWithBell: Bool
    private var isAfterEscape = false
    /// The continuation bytes that the present UTF-8 character still needs, among which ST's byte is a common one.
    private var continuations = 0
    /// True if the present character is one of U+0080 to U+00BF.
    private var isLatin = false

    /// The string that the byte after Escape begins; nil for other bytes.
    init?(_ byte: UInt8) {
        guard "]PX^_".utf8.contains(byte) else { return nil }
        endsWithBell = byte == UInt8(ascii: "]")
    }

    /// Takes the next byte.
    mutating func take(_ byte: UInt8) -> Outcome {
        if isAfterEscape { return byte == UInt8(ascii: "\\") ? .over : .cutByEscape }
        if continuations > 0, byte & 0xC0 == 0x80 {
            continuations -= 1
            return isLatin && byte == 0x9C ? .over : .inside
        }
        continuations = 0
        switch byte {
        case 0x03: return .interrupted
        case 0x07: return endsWithBell ? .over : .inside
        case 0x18, 0x1A, 0x9C: return .over
        case 0x1B: isAfterEscape = true
        case 0xC2...0xF4:
            continuations = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
            isLatin = byte == 0xC2
        case _: break
        }
        return .inside
    }
}
