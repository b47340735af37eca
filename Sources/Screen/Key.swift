/// A key press, whatever sequence the terminal sends for it.
package enum Key: Hashable, Sendable {
    /// A key that types a character.
    case character(Character)
    /// A letter, or one of `@[\]^_`, with Ctrl, in lower case.
    case control(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// Ctrl or Alt with ← and →, which move by a word where a text is edited.
    case wordLeft, wordRight
    /// Alt or Ctrl with Backspace, which erases a word where a text is edited.
    case eraseWord
    /// A letter with Alt, which terminals send as Escape and the letter.
    case alt(Character)
    /// F1 to F12.
    case function(Int)

    /// The key of an ASCII keyboard with which a Chinese input method types a full-width character: ｑ is q, ？ is ?,
    /// the ideographic space is a space, and ：、。，；！（）【】《》‘’ are the keys of their ASCII forms. 、 is /, as on the
    /// keyboards of most input methods.
    package var folded: Key {
        guard case .character(let character) = self, let scalar = character.unicodeScalars.first,
            character.unicodeScalars.count == 1
        else { return self }
        switch scalar.value {
        case 0xFF01...0xFF5E:
            return .character(Character(Unicode.Scalar(UInt8(scalar.value - 0xFEE0))))
        case 0x2018, 0x2019: return .character("'")
        case 0x3000: return .character(" ")
        case 0x3001: return .character("/")
        case 0x3002: return .character(".")
        case 0x3010: return .character("[")
        case 0x3011: return .character("]")
        case 0x300A: return .character("<")
        case 0x300B: return .character(">")
        default: return self
        }
    }

    /// The keys that the key amounts to where no text is edited: a movement by a word is one by a step, and Alt with a
    /// letter is Escape and the letter.
    package var unmodified: [Key] {
        switch self {
        case .wordLeft: [.left]
        case .wordRight: [.right]
        case .eraseWord: [.escape, .backspace]
        case .alt(let character): [.escape, .character(character)]
        case .character, .control, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down,
            .left, .right, .home, .end, .pageUp, .pageDown, .function:
            [self]
        }
    }
}
