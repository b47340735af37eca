/// Folding removes meaningless differences of writing: case, accents, full width, traditional characters, kinds of
/// dashes, quotation marks and brackets, and what else compatibility composition (NFKC) removes from copied text.
///
/// Ligatures become two letters (œ oe, ß ss), letters with a stroke the plain one (ø o, ł l). Nothing is known of the
/// languages and their endings.
///
/// Each scalar is folded by itself, so that the folded beginning of a text is the beginning of the folded text: a query
/// that grows has fewer and fewer matches.
enum Folding {
    /// The folded form of each scalar of the basic plane; 0 for those that are left out. Two letters are a surrogate,
    /// which no scalar is: see `letters`.
    static let table: [UInt16] = {
        var table = [UInt16](0...0xFFFF)
        for value in [UInt32](0x41..<0x590) + [UInt32](0x1E00..<0x2000) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
            table[Int(value)] = UInt16(truncatingIfNeeded: lower.value)
        }
        // Combining marks, the soft hyphen, joiners and selectors are not typed in a search.
        for range in [0x300...0x36F, 0xAD...0xAD, 0x200B...0x200D, 0xFE00...0xFE0F] {
            for value in range { table[value] = 0 }
        }
        for range in [0...0x20, 0xA0...0xA0, 0x2000...0x200A, 0x2028...0x2029, 0x3000...0x3000] {
            for value in range { table[value] = 0x20 }
        }
        for value in 0xFF01...0xFF5E {
            let half = value - 0xFEE0
            table[value] = UInt16((0x41...0x5A).contains(half) ? half + 0x20 : half)
        }
        for value in 0x2010...0x2015 { table[value] = UInt16(UInt8(ascii: "-")) }
        // The brackets of document numbers: 〔2022〕 is copied as [2022], ［2022］ and (2022).
        for value in [0x5B, 0x3010, 0x3014, 0xFF3B] { table[value] = UInt16(UInt8(ascii: "(")) }
        for value in [0x5D, 0x3011, 0x3015, 0xFF3D] { table[value] = UInt16(UInt8(ascii: ")")) }
        let digits = Array(0x2460...0x2468) + [0xB9, 0xB2, 0xB3] + Array(0x2074...0x2079)
        for (number, value) in digits.enumerated() { table[value] = UInt16(0x31 + number % 9) }
        for value in 0x2170...0x217F { table[value] = UInt16(value - 0x10) }
        table[0x2070] = UInt16(UInt8(ascii: "0"))
        for value in 0x2080...0x2089 { table[value] = UInt16(value - 0x2050) }
        for value in 0x2018...0x201B { table[value] = UInt16(UInt8(ascii: "'")) }
        for value in 0x201C...0x201F { table[value] = UInt16(UInt8(ascii: "\"")) }
        var from: UInt16?
        for scalar in String(describing: HanTables.folds).unicodeScalars {
            if let key = from {
                table[Int(key)] = UInt16(scalar.value)
                from = nil
            } else {
                from = UInt16(scalar.value)
            }
        }
        let compound =
            [[0xAA, 0xBA, 0x2116, 0x2122]]
            + [0xC0...0x1EFF, 0x2160...0x217F, 0x3380...0x33DF, 0xFB00...0xFB06].map(Array.init)
        for value in compound.joined() {
            guard let letters = latin[UInt32(table[value])] else { continue }
            let codes = letters.utf8.map(UInt16.init)
            table[value] = codes.count == 1 ? codes[0] : 0xD800 | (codes[0] - 0x61) << 5 | (codes[1] - 0x61)
        }
        return table
    }()

    /// Latin letters that Unicode does not decompose, in lower case, Roman numerals and units in one character, and what
    /// is typed for them.
    private static let latin: [UInt32: String] = [
        0xAA: "a", 0xBA: "o", 0x2116: "no", 0x2122: "tm", 0x33C4: "cc", 0xDF: "ss", 0xE6: "ae", 0xF0: "d",
        0xF8: "o", 0xFE: "th", 0x111: "d", 0x127: "h", 0x131: "i",
        0x133: "ij", 0x142: "l", 0x153: "oe", 0x167: "t", 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl",
        0xFB05: "st", 0xFB06: "st", 0x2160: "i", 0x2161: "ii", 0x2163: "iv", 0x2164: "v", 0x2165: "vi",
        0x2168: "ix", 0x2169: "x", 0x216A: "xi", 0x338F: "kg", 0x339C: "mm", 0x339D: "cm", 0x339E: "km",
        0x33CA: "ha",
    ]

    /// The one or two letters of a folded scalar; the second is 0 where there is one.
    @inline(__always) static func letters(_ folded: UInt32) -> (UInt32, UInt32) {
        guard folded & 0xFFFF_F800 == 0xD800 else { return (folded, 0) }
        return (0x61 + (folded >> 5 & 0x1F), 0x61 + (folded & 0x1F))
    }

    /// Calls `take` with the letters that a scalar is folded to: none, one or two.
    @inline(__always) static func eachLetter(
        of scalar: UInt32, _ table: [UInt16], _ take: (UInt32) -> Void
    ) {
        let (first, second) = letters(fold(scalar, table))
        if first != 0 { take(first) }
        if second != 0 { take(second) }
    }

    /// The folded text as scalars.
    static func scalars(of text: String) -> [UInt32] {
        var scalars: [UInt32] = []
        for scalar in text.unicodeScalars { eachLetter(of: scalar.value, table) { scalars.append($0) } }
        return scalars
    }

    /// The folded text as UTF-8.
    static func bytes(of text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in scalars(of: text) { append(scalar, to: &bytes) }
        return bytes
    }

    /// The folded text.
    static func text(_ text: String) -> String { String(decoding: bytes(of: text), as: UTF8.self) }

    /// The folded form of a scalar, of which `letters` makes one or two; 0 for one that is left out.
    @inline(__always) static func fold(_ scalar: UInt32, _ table: [UInt16]) -> UInt32 {
        scalar < 0x10000 ? UInt32(table[Int(scalar)]) : scalar
    }

    /// Appends a scalar as UTF-8.
    @inline(__always) static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        switch scalar {
        case 0..<0x80: bytes.append(UInt8(scalar))
        case 0x80..<0x800:
            bytes.append(UInt8(0xC0 | scalar >> 6))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        case 0x800..<0x10000:
            bytes.append(UInt8(0xE0 | scalar >> 12))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        default:
            bytes.append(UInt8(0xF0 | scalar >> 18))
            bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        }
    }
}
