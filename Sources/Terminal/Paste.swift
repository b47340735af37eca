/// A bracketed paste (xterm's mode 2004): a text between two markers.
///
/// Without the markers each line end would be Enter, and the rest would be a run of commands.
struct Paste {
    private var bytes: [UInt8] = []
    /// The number of bytes of the closing marker received last.
    private var matched = 0
    /// True once its text was taken before its end: what is left of it is dropped.
    private(set) var isCut = false

    /// The greatest number of bytes kept, more than any text field takes. The rest is dropped.
    static let capacity = 65_536
    /// Turns bracketed paste on.
    static let asking = Array("\u{1B}[?2004h".utf8)
    /// Turns bracketed paste off.
    static let declining = Array("\u{1B}[?2004l".utf8)
    static let opening = Array("\u{1B}[200~".utf8)
    static let closing = Array("\u{1B}[201~".utf8)

    /// Takes the next byte; returns true after the last byte of the closing marker.
    mutating func take(_ byte: UInt8) -> Bool {
        if byte != Self.closing[matched] {
            for byte in Self.closing[..<matched] { keep(byte) }
            matched = 0
            // Escape occurs in the marker only at its beginning.
            guard byte == Self.closing[0] else {
                keep(byte)
                return false
            }
        }
        matched += 1
        return matched == Self.closing.count
    }

    /// Drops whatever comes before the closing marker.
    mutating func cut() { isCut = true }

    /// The text with invalid UTF-8 replaced, newlines for all line ends, spaces for tabs, and without other control
    /// characters.
    var text: String {
        let whole = String(decoding: bytes.count == Self.capacity ? uncut : bytes[...], as: UTF8.self)
        var text = String.UnicodeScalarView()
        for character in whole {
            if character == "\r\n" || character == "\r" {
                text.append("\n")
                continue
            }
            for scalar in character.unicodeScalars {
                switch scalar.value {
                case 0x09: text.append(" ")
                case 0x0A: text.append(scalar)
                case 0x00..<0x20, 0x7F..<0xA0: break
                default: text.append(scalar)
                }
            }
        }
        return String(text)
    }

    // The bytes without an incomplete scalar at their end.
    private var uncut: ArraySlice<UInt8> {
        let last = bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? bytes.endIndex
        return bytes[..<last]
    }

    private mutating func keep(_ byte: UInt8) {
        if !isCut, bytes.count < Self.capacity { bytes.append(byte) }
    }
}
