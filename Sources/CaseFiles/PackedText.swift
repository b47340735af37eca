import TextLayout

extension UnsafeRawBufferPointer {
    /// True if the bytes are UTF-8 (Unicode 16, table 3-7) of a text without unsafe characters.
    ///
    /// A pack is opened at every start: ASCII and the Chinese blocks, where nothing is unsafe, take only a few
    /// comparisons.
    var isText: Bool {
        var index = 0
        while index < count {
            if index + 8 <= count, isPlain(at: index) {
                index += 8
                continue
            }
            let lead = self[index]
            switch lead {
            case 0x20..<0x7F, 0x0A: index += 1
            case 0x00..<0x80: return false
            case 0xE3...0xE9:
                guard index + 2 < count, Self.continues(self[index + 1]), Self.continues(self[index + 2])
                else {
                    return false
                }
                index += 3
            // The punctuation of Chinese text: U+2010…U+2027 with its quotation marks, dashes and ellipsis, and the
            // fullwidth forms U+FF00…U+FF7F.
            case 0xE2 where index + 2 < count && self[index + 1] == 0x80 && 0x90...0xA7 ~= self[index + 2],
                0xEF
            where index + 2 < count && 0xBC...0xBD ~= self[index + 1] && Self.continues(self[index + 2]):
                index += 3
            case _:
                guard let (scalar, length) = scalar(at: index), !scalar.isUnsafe else { return false }
                // Tag characters are safe only in flags, which is for the slower check to say.
                if scalar.isTag {
                    return String(validating: self, as: UTF8.self).map { $0.firstUnsafeScalar == nil }
                        ?? false
                }
                index += length
            }
        }
        return true
    }

    /// True if the next eight bytes are ASCII without a control, tested in one word (a line feed counts as a
    /// control here and is tested again): subtracting 0x20 borrows into the top bit of what is less, and
    /// adding one carries into that of 0x7F.
    private func isPlain(at index: Int) -> Bool {
        let word = loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let suspicious = word | (word &- ones &* 0x20) | (word &+ ones)
        return suspicious & (ones &* 0x80) == 0
    }

    private static func continues(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    /// The scalar of more than one byte that begins here, if there is one.
    private func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        let lead = UInt32(self[index])
        let (length, bits, least): (Int, UInt32, UInt32) =
            switch lead {
            case 0xC2...0xDF: (2, lead & 0x1F, 0x80)
            case 0xE0...0xEF: (3, lead & 0x0F, 0x800)
            case 0xF0...0xF4: (4, lead & 0x07, 0x10000)
            case _: (0, 0, 0)
            }
        guard length > 0, index + length <= count else { return nil }
        var value = bits
        for offset in 1..<length {
            guard Self.continues(self[index + offset]) else { return nil }
            value = value << 6 | UInt32(self[index + offset] & 0x3F)
        }
        guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, length)
    }
}
