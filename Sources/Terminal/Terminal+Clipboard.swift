extension Terminal {
    /// The longest text, in bytes, that is offered to a terminal's clipboard: as base64 and with what it is
    /// wrapped in it makes 100,000 bytes, which is where terminals that have a limit have it.
    package static let clipboardCapacity = 74_994

    /// Offers a text to the terminal's own clipboard, as OSC 52 does; false if it is longer than terminals take.
    ///
    /// Whether the terminal takes it is for its user to say, and it does not answer. It is sent between two
    /// frames, of which ncurses keeps nothing back; as base64 it can neither end the sequence nor begin another,
    /// and moves no cursor. It goes over ssh and through whatever else passes the screen on.
    package func offerToClipboard(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.clipboardCapacity else { return false }
        if !isGone, restoration.pointee.isEntered {
            sending { painter.send(Array("\u{1B}]52;c;".utf8) + Self.base64(bytes) + [0x07]) }
        }
        return true
    }

    /// RFC 4648, with padding.
    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                result.append(
                    place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return result
    }
}
