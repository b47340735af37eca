import CNcurses
import Screen

/// The byte sequences of keys.
///
/// Modifiers of cursor keys are ignored: Ctrl-↑ is ↑, since it would otherwise do nothing; but ← and → with Ctrl or Alt
/// move by a word.
enum KeySequence {
    /// The key sequences in the terminal's terminfo description.
    static func described() -> [(bytes: [UInt8], key: Key)] {
        var capabilities: [(String, Key)] = [
            ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
            ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete),
            ("kcbt", .backTab), ("kent", .enter),
        ]
        capabilities += (1...12).map { ("kf\($0)", .function($0)) }
        var known: [(bytes: [UInt8], key: Key)] = []
        for (capability, key) in capabilities {
            let bytes = TerminalType.bytes(capability)
            // A single byte is always a character or a control key.
            guard bytes.count > 1, bytes[0] == 0x1B else { continue }
            known.append((bytes, key))
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
        let report = KeyReport(parameters)
        guard !report.isRelease else { return nil }
        switch last {
        case UInt8(ascii: "u"): return report.key(report.code)
        case UInt8(ascii: "~") where report.code == 27: return report.key(report.other)
        case UInt8(ascii: "~"), UInt8(ascii: "^"): return numbered(report.code)
        // With parameters it reports the cursor's position.
        case UInt8(ascii: "R"): return parameters.isEmpty ? .function(3) : nil
        case UInt8(ascii: "C") where report.movesByWord: return .wordRight
        case UInt8(ascii: "D") where report.movesByWord: return .wordLeft
        default: return letter(last)
        }
    }

    /// The event of a report in xterm's SGR form: ESC [ < button ; column ; row M, or m for a release.
    static func mouse(_ bytes: ArraySlice<UInt8>) -> MouseEvent? {
        guard bytes.first == UInt8(ascii: "<"), bytes.last == UInt8(ascii: "M") else { return nil }
        let numbers = bytes.dropFirst().dropLast().split(separator: UInt8(ascii: ";")).map { digits in
            digits.reduce(0) { min($0 * 10 + Int($1) - 0x30, 0xFFFF) }
        }
        guard numbers.count == 3, numbers.allSatisfy({ $0 >= 0 }), numbers[1] > 0, numbers[2] > 0 else {
            return nil
        }
        let point = Point(row: numbers[2] - 1, column: numbers[1] - 1)
        // Modifiers are ignored; with a modifier most terminals keep the mouse for themselves.
        return switch numbers[0] & ~0x1C {
        case 0: MouseEvent(.press, at: point)
        case 64: MouseEvent(.wheelUp, at: point)
        case 65: MouseEvent(.wheelDown, at: point)
        case _: nil
        }
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

    private static func numbered(_ number: Int) -> Key? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23, 24: .function(number - 12)
        default: nil
        }
    }
}
