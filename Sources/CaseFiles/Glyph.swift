/// What a character of a case file may do to the terminal that shows a diagnostic.
///
/// The screen has the exact width table; here a caret only has to stand under the right character of a
/// line that is mostly Chinese or Latin, so blocks are enough.
enum Glyph {
    /// The character, or a stand-in where it would move the cursor or turn the text around.
    static func visible(_ character: Character) -> String {
        var text = ""
        for scalar in character.unicodeScalars {
            if scalar == "\t" {
                text.unicodeScalars.append(scalar)
            } else if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
                text.unicodeScalars.append(picture)
            } else if isForbidden(scalar) {
                text += "\u{FFFD}"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// Whether a text must not hold this: controls other than the line feed, the separators that some
    /// programs take for line ends, and the bidirectional controls that make a text read otherwise than
    /// it is stored (CVE-2021-42574).
    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0...0x1F, 0x7F...0x9F: true
        case 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// The columns that a character takes on a terminal: 0, 1 or 2 for each of its base characters.
    static func columns(of text: String) -> Int {
        text.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
    }

    private static func isWide(_ character: Character) -> Bool {
        guard let first = character.unicodeScalars.first else { return false }
        return switch first.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
        case 0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60: true
        case 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD: true
        default: false
        }
    }
}
