/// A text that the terminal hands over between two marks instead of as keys (xterm's mode 2004), as far as it has
/// come.
///
/// Without the marks each line end in it would be Enter, and what follows a run of commands.
struct Paste {
    private var bytes: [UInt8] = []
    /// How many bytes of the closing mark have just come.
    private var matched = 0

    /// Bytes that are kept: more than any place for text takes. What goes on beyond is still not typed.
    static let capacity = 65_536
    /// Asks the terminal for the marks.
    static let asking = Array("\u{1B}[?2004h".utf8)
    /// Wants them no more.
    static let declining = Array("\u{1B}[?2004l".utf8)
    static let opening = Array("\u{1B}[200~".utf8)
    static let closing = Array("\u{1B}[201~".utf8)

    /// Takes the next byte; says whether it was the last of the closing mark.
    mutating func take(_ byte: UInt8) -> Bool {
        if byte != Self.closing[matched] {
            for byte in Self.closing[..<matched] { keep(byte) }
            matched = 0
            // No part of the mark but its beginning is Escape.
            guard byte == Self.closing[0] else {
                keep(byte)
                return false
            }
        }
        matched += 1
        return matched == Self.closing.count
    }

    /// The text: what is no UTF-8 replaced, every line end a newline, tabs as spaces, and no control characters.
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

    // The bytes without the scalar at their end, which may not be all of one.
    private var uncut: ArraySlice<UInt8> {
        let last = bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? bytes.endIndex
        return bytes[..<last]
    }

    private mutating func keep(_ byte: UInt8) {
        if bytes.count < Self.capacity { bytes.append(byte) }
    }
}
