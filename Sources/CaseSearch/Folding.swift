/// Folding removes meaningless differences of writing: case, accents, full width, traditional characters, kinds of
/// dashes, quotation marks and brackets, and what else compatibility composition (NFKC) removes from copied text: ⑩ is
/// 10, ㎡ is m2.
///
/// Ligatures become two letters (œ oe, ß ss), letters with a stroke the plain one (ø o, ł l). Nothing is known of the
/// languages and their endings.
///
/// Each scalar is folded by itself, so that the folded beginning of a text is the beginning of the folded text: a query
/// that grows has fewer and fewer matches.
enum Folding {
    /// The folded form of each scalar of the basic plane; 0 for those that are left out. Two letters are a surrogate,
    /// which no scalar is (see `letters`), and more, or others, are `form`.
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
        for range in [0...0x20, 0x2000...0x200A, 0x2028...0x2029] {
            for value in range { table[value] = 0x20 }
        }
        for value in 0x2010...0x2015 { table[value] = UInt16(UInt8(ascii: "-")) }
        // The brackets of document numbers: 〔2022〕 is copied as [2022], ［2022］ and (2022).
        for value in [0x5B, 0x3010, 0x3014] { table[value] = UInt16(UInt8(ascii: "(")) }
        for value in [0x5D, 0x3011, 0x3015] { table[value] = UInt16(UInt8(ascii: ")")) }
        for value in 0x2018...0x201B { table[value] = UInt16(UInt8(ascii: "'")) }
        for value in 0x201C...0x201F { table[value] = UInt16(UInt8(ascii: "\"")) }
        table[0x2044] = UInt16(UInt8(ascii: "/"))
        var from: UInt16?
        for scalar in String(describing: HanTables.folds).unicodeScalars {
            if let key = from {
                table[Int(key)] = UInt16(scalar.value)
                from = nil
            } else {
                from = UInt16(scalar.value)
            }
        }
        for value in Array(0xC0...0x1EFF) {
            guard let letters = latin[UInt32(table[value])] else { continue }
            let codes = letters.utf8.map(UInt16.init)
            table[value] = codes.count == 1 ? codes[0] : 0xD800 | (codes[0] - 0x61) << 5 | (codes[1] - 0x61)
        }
        for (scalar, others) in scalarForms where scalar < 0x10000 {
            let isOne = others.count == 1 && others[0] < 0x10000
            table[Int(scalar)] = isOne ? table[Int(others[0])] : UInt16(form)
        }
        return table
    }()

    /// Latin letters that Unicode does not decompose, in lower case, and what is typed for them.
    private static let latin: [UInt32: String] = [
        0xDF: "ss", 0xE6: "ae", 0xF0: "d", 0xF8: "o", 0xFE: "th", 0x111: "d", 0x127: "h", 0x131: "i",
        0x142: "l", 0x153: "oe", 0x167: "t",
    ]

    /// The code of a scalar that is the form of several others, or of any beyond the basic plane.
    static let form: UInt32 = 0xDFFF

    /// Scalars that are forms of others, with these, not yet folded.
    private static let scalarForms: [(scalar: UInt32, others: [UInt32])] = {
        let values = String(describing: HanTables.forms).unicodeScalars.map(\.value)
        var forms: [(UInt32, [UInt32])] = []
        var place = 0
        while place < values.count {
            let others = place + 2..<place + 2 + Int(values[place + 1] - 0x30)
            forms.append((values[place], Array(values[others])))
            place = others.upperBound
        }
        return forms
    }()

    /// What is folded by itself from each scalar that is a `form`.
    private static let forms: [UInt32: [UInt32]] = Dictionary(
        uniqueKeysWithValues: scalarForms.lazy.filter { fold($0.scalar, table) == form }.map { form in
            var folded: [UInt32] = []
            for other in form.others { eachLetter(of: other, table) { folded.append($0) } }
            return (form.scalar, folded)
        })

    /// Those beyond the basic plane: letters of formulas, letters and words in frames, Han characters for compatibility.
    private static let formsBeyondBasicPlane = Set(scalarForms.lazy.map(\.scalar).filter { $0 >= 0x10000 })

    /// The one or two letters of a folded scalar that is no `form`; the second is 0 where there is one.
    @inline(__always) static func letters(_ folded: UInt32) -> (UInt32, UInt32) {
        guard folded & 0xFFFF_F800 == 0xD800 else { return (folded, 0) }
        return (0x61 + (folded >> 5 & 0x1F), 0x61 + (folded & 0x1F))
    }

    /// Calls `take` with the letters that a scalar is folded to, if any.
    @inline(__always) static func eachLetter(
        of scalar: UInt32, _ table: [UInt16], _ take: (UInt32) -> Void
    ) {
        let folded = fold(scalar, table)
        if folded == form {
            for letter in forms[scalar] ?? [scalar] { take(letter) }
            return
        }
        let (first, second) = letters(folded)
        if first != 0 { take(first) }
        if second != 0 { take(second) }
    }

    /// A text with the folded letters of each `form` in its place, and all else as it is.
    static func withoutForms(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard fold(scalar.value, table) == form, let letters = forms[scalar.value] else {
                result.append(scalar)
                continue
            }
            result.append(contentsOf: letters.lazy.compactMap(Unicode.Scalar.init))
        }
        return String(result)
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

    /// The folded form of a scalar, of which `letters` makes one or two; 0 for one that is left out; `form`.
    @inline(__always) static func fold(_ scalar: UInt32, _ table: [UInt16]) -> UInt32 {
        scalar < 0x10000 ? UInt32(table[Int(scalar)]) : foldBeyondBasicPlane(scalar)
    }

    static func foldBeyondBasicPlane(_ scalar: UInt32) -> UInt32 {
        formsBeyondBasicPlane.contains(scalar) ? form : scalar
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
