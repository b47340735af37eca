extension Terminal {
    /// The longest text in bytes for a terminal's clipboard: with base64 and the escape sequence it takes 100,000
    /// bytes, the limit of those terminals that have one.
    package static let clipboardCapacity = 74_994

    /// Sends a text to the terminal's clipboard by OSC 52; false if it is too long.
    ///
    /// The user's settings decide whether the terminal accepts it, and there is no answer. It is sent between two
    /// frames, when ncurses has no output pending; base64 can neither end the sequence nor begin another one. It
    /// also works over ssh.
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
