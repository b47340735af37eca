extension UnsafeRawBufferPointer {
    /// Whether these bytes come before others in the order of the table of strings.
    func precedes(_ other: UnsafeRawBufferPointer) -> Bool {
        let shared = Swift.min(count, other.count)
        for index in 0..<shared where self[index] != other[index] { return self[index] < other[index] }
        return count < other.count
    }

    /// Whether this UTF-8 holds what no text of a case may hold (`Glyph.isForbidden`), told from the bytes:
    /// a pack is opened at every start, and most bytes are settled by one comparison.
    var holdsControls: Bool {
        for index in indices {
            let byte = self[index]
            switch byte {
            case 0x0A: continue
            case 0x00..<0x20, 0x7F: return true
            case 0xC2: if index + 1 < count, self[index + 1] < 0xA0 { return true }
            case 0xD8: if index + 1 < count, self[index + 1] == 0x9C { return true }
            case 0xE2: if index + 2 < count, Self.isControl(self[index + 1], self[index + 2]) { return true }
            case 0xEF: if index + 2 < count, self[index + 1] == 0xBB, self[index + 2] == 0xBF { return true }
            case _: continue
            }
        }
        return false
    }

    /// Whether these two bytes after 0xE2 end a separator or a bidirectional control.
    private static func isControl(_ second: UInt8, _ third: UInt8) -> Bool {
        switch second {
        case 0x80: third == 0x8E || third == 0x8F || (0xA8...0xAE).contains(third)
        case 0x81: (0xA6...0xA9).contains(third)
        case _: false
        }
    }
}
