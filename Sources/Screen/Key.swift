/// A key press, whatever sequence the terminal sends for it.
package enum Key: Hashable, Sendable {
    /// A key that types a character.
    case character(Character)
    /// A letter, or one of `@[\]^_`, with Ctrl, in lower case.
    case control(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 to F12.
    case function(Int)

    /// The key of an ASCII keyboard with which a Chinese input method types a full-width character: ｑ is q, ？ is ?,
    /// the ideographic space is a space, and ：、。，；！（）【】《》‘’ are the keys of their ASCII forms.
    package var folded: Key {
        guard case .character(let character) = self, let scalar = character.unicodeScalars.first,
            character.unicodeScalars.count == 1
        else { return self }
        switch scalar.value {
        case 0xFF01...0xFF5E:
            return .character(Character(Unicode.Scalar(UInt8(scalar.value - 0xFEE0))))
        case 0x2018, 0x2019: return .character("'")
        case 0x3000: return .character(" ")
        case 0x3001: return .character("\\")
        case 0x3002: return .character(".")
        case 0x3010: return .character("[")
        case 0x3011: return .character("]")
        case 0x300A: return .character("<")
        case 0x300B: return .character(">")
        default: return self
        }
    }
}
