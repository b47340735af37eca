import CNcurses
import Screen

/// The byte sequences of keys.
///
/// Modifiers of cursor keys are ignored: Ctrl-↑ is ↑, since it would otherwise do nothing; but ← and → with Ctrl or Alt
/// move by a word.
enum KeySequence {
    /// The key sequences in the terminal's terminfo description.
    static func described() -> [[UInt8]: Key] {
        var capabilities: [(String, Key)] = [
            ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
            ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete),
            ("kcbt", .backTab), ("kent", .enter),
        ]
        capabilities += (1...12).map { ("kf\($0)", .function($0)) }
        var known: [[UInt8]: Key] = [:]
        for (capability, key) in capabilities {
            let bytes = TerminalType.bytes(capability)
            // A single byte is always a character or a control key.
            guard bytes.count > 1, bytes[0] == 0x1B else { continue }
            known[bytes] = key
        }
        return known
    }

    /// The key of ESC O and this byte, as sent by xterm, VT100 and their keypads.
    static func singleShift(_ byte: UInt8) -> Key? {
        switch byte {
        case UInt8(ascii: "M"): .enter
        case UInt8(ascii: "R"): .function(3)
        case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(byte - 0x40)))
        case UInt8(ascii: "X"): .character("=")
        default: letter(byte)
        }
    }

    /// The key of ESC [ and these bytes, of which the last one ends the sequence.
    static func control(_ bytes: ArraySlice<UInt8>) -> Key? {
        guard let last = bytes.last else { return nil }
        let parameters = bytes.dropLast()
        if parameters.elementsEqual([UInt8(ascii: "[")]) {
            return (0x41...0x45).contains(last) ? .function(Int(last) - 0x40) : nil
        }
        // A private parameter begins an answer of the terminal.
        guard parameters.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
        switch last {
        case UInt8(ascii: "~"), UInt8(ascii: "^"):
            return numbered(parameters.prefix { $0 != UInt8(ascii: ";") })
        // With parameters it reports the cursor's position.
        case UInt8(ascii: "R"): return parameters.isEmpty ? .function(3) : nil
        case UInt8(ascii: "C") where isByWord(parameters): return .wordRight
        case UInt8(ascii: "D") where isByWord(parameters): return .wordLeft
        default: return letter(last)
        }
    }

    /// True for the modifiers Alt (3), Ctrl (5) and both with Shift, after the number of repetitions.
    private static func isByWord(_ parameters: ArraySlice<UInt8>) -> Bool {
        parameters.count == 3 && parameters.starts(with: "1;".utf8)
            && "34567".utf8.contains(parameters[parameters.endIndex - 1])
    }

    private static func letter(_ byte: UInt8) -> Key? {
        switch byte {
        case UInt8(ascii: "A"), UInt8(ascii: "a"): .up
        case UInt8(ascii: "B"), UInt8(ascii: "b"): .down
        case UInt8(ascii: "C"), UInt8(ascii: "c"): .right
        case UInt8(ascii: "D"), UInt8(ascii: "d"): .left
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "P"): .function(1)
        case UInt8(ascii: "Q"): .function(2)
        case UInt8(ascii: "S"): .function(4)
        case UInt8(ascii: "Z"): .backTab
        default: nil
        }
    }

    private static func numbered(_ digits: ArraySlice<UInt8>) -> Key? {
        guard (1...2).contains(digits.count) else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        switch number {
        case 1, 7: return .home
        case 2: return .insert
        case 3: return .delete
        case 4, 8: return .end
        case 5: return .pageUp
        case 6: return .pageDown
        case 11...15: return .function(number - 10)
        case 17...21: return .function(number - 11)
        case 23, 24: return .function(number - 12)
        default: return nil
        }
    }
}
