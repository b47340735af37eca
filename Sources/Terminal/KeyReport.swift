import Screen

/// The parameters of a key's sequence, with its modifiers.
///
/// Terminals with the keyboard protocol of kitty (`CSI code:shifted ; modifiers:event ; text u`) or with xterm's
/// modifyOtherKeys (`CSI 27 ; modifiers ; code ~`) send keys in this form when they are asked to. This program does
/// not ask, but another one may have left the mode on.
struct KeyReport {
    /// The numbers of each parameter; an omitted one is nil.
    private let parameters: [[Int?]]

    /// Reads digits separated by semicolons and colons.
    init(_ bytes: ArraySlice<UInt8>) {
        parameters = bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
            parameter in
            parameter.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { digits in
                digits.isEmpty ? nil : digits.reduce(0) { min($0 * 10 + Int($1) - 0x30, 0x11_0000) }
            }
        }
    }

    /// The first number.
    var code: Int { number(0) ?? 0 }
    /// The third parameter, xterm's code.
    var other: Int { number(2) ?? 0 }
    /// True for the report that a key is let go.
    var isRelease: Bool { number(1, 1) == 3 }
    /// True for ← and → with Ctrl or Alt.
    var movesByWord: Bool { hasAlt || hasControl }

    private func number(_ parameter: Int, _ part: Int = 0) -> Int? {
        guard parameters.indices.contains(parameter), parameters[parameter].indices.contains(part) else {
            return nil
        }
        return parameters[parameter][part]
    }

    private var modifiers: Int { max(0, (number(1) ?? 1) - 1) }
    private var hasShift: Bool { modifiers & 1 != 0 }
    private var hasAlt: Bool { modifiers & 2 != 0 }
    private var hasControl: Bool { modifiers & 4 != 0 }
    /// True with Super, Hyper or Meta, of which no key makes use.
    private var isForeign: Bool { modifiers & 0x38 != 0 }
    private var hasCapitals: Bool { modifiers & 0x40 != 0 }

    /// The key with this code, a scalar of Unicode or a number of kitty's for other keys; nil if it means nothing.
    func key(_ code: Int) -> Key? {
        guard !isForeign else { return nil }
        switch code {
        case 9: return hasShift ? .backTab : .tab
        case 13: return .enter
        case 27: return .escape
        case 8, 127: return hasAlt || hasControl ? .eraseWord : .backspace
        case 0xE000...0xF8FF: return Self.functional(code)
        case _: break
        }
        if hasControl { return controlled(code) }
        let shifted = number(0, 1) ?? code
        let typed = number(2) ?? (hasShift ? shifted : code)
        // xterm's third parameter is the code itself, and its second one is applied to it already.
        guard let scalar = Unicode.Scalar(UInt32(typed)), typed >= 0x20, !(0x7F..<0xA0).contains(typed) else {
            return nil
        }
        let isCapital = hasShift != hasCapitals
        let character =
            isCapital && scalar.isASCII ? Character(Character(scalar).uppercased()) : Character(scalar)
        return hasAlt ? .alt(character) : .character(character)
    }

    /// A key with Ctrl, where it has a control character; the terminal itself has uses for Ctrl with Shift.
    private func controlled(_ code: Int) -> Key? {
        guard !hasShift, let scalar = Unicode.Scalar(UInt32(code)), scalar.isASCII else { return nil }
        return switch scalar {
        case " ", "@": .control("@")
        case "/": .control("_")
        case "[": .escape
        case "i": .tab
        case "h": .backspace
        case "j", "m": .enter
        case "a"..."z", "\\", "]", "^", "_": .control(Character(scalar))
        case "A"..."Z": .control(Character(Character(scalar).lowercased()))
        case _: nil
        }
    }

    /// The keys of the keypad in kitty's numbering; media keys and modifiers by themselves mean nothing.
    private static func functional(_ code: Int) -> Key? {
        switch code {
        case 57399...57408: .character(Character(Unicode.Scalar(UInt8(code - 57399 + 0x30))))
        case 57409: .character(".")
        case 57410: .character("/")
        case 57411: .character("*")
        case 57412: .character("-")
        case 57413: .character("+")
        case 57414: .enter
        case 57415: .character("=")
        case 57417: .left
        case 57418: .right
        case 57419: .up
        case 57420: .down
        case 57421: .pageUp
        case 57422: .pageDown
        case 57423: .home
        case 57424: .end
        case 57425: .insert
        case 57426: .delete
        case _: nil
        }
    }
}
