/// The effect of a Unicode scalar on the width of a text. The raw value is its code in the packed table, which
/// `TextLayout` decodes.
package enum WidthClass: UInt8, CaseIterable, Sendable {
    /// One column.
    case narrow
    /// Two columns: East Asian Wide and Fullwidth.
    case wide
    /// One column for us, two in some East Asian terminals: East Asian Ambiguous.
    case ambiguous
    /// None: it is drawn over the scalar before it.
    case mark
    /// None and invisible: default ignorable.
    case ignored
    /// A control, separator or noncharacter: something else is shown for it.
    case control
    /// Narrow, and wide when U+FE0F asks for its emoji.
    case narrowEmoji
    /// Ambiguous, and wide when U+FE0F asks for its emoji.
    case ambiguousEmoji
}

/// The width class of every scalar, and the Swift file that `TextLayout` reads it from.
///
/// The table has two levels: 256 scalars make a block, equal blocks are kept once, and an index names each
/// block's copy. Two neighbouring scalars share a byte, `0` + 8 × first + second, so that the whole is
/// printable text in a `StaticString`: nothing is initialised when the program starts.
package struct WidthTable: Sendable {
    /// The path of the generated file in the package.
    package static let output = "Sources/TextLayout/WidthTable.swift"
    /// The command that generates it.
    package static let command = HanTables.command
    /// The first scalar that the table leaves out: planes 4 to 16 hold ignorable tags, private use and nothing.
    static let end = 0x40000

    private let version: String
    private let classes: [WidthClass]

    /// Classifies every scalar, a later rule winning over an earlier one.
    package init(_ data: UnicodeData) throws(DataError) {
        version = try data.version
        var classes = [WidthClass](repeating: .narrow, count: 0x110000)
        // Unassigned ideographs default to wide (the head of EastAsianWidth.txt).
        for range in [
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
        ] {
            for scalar in range { classes[scalar] = .wide }
        }
        for (range, value) in try data.properties("EastAsianWidth.txt") {
            let width: WidthClass = ["W", "F"].contains(value) ? .wide : value == "A" ? .ambiguous : .narrow
            for scalar in range { classes[scalar] = width }
        }
        for (range, value) in try data.properties("emoji/emoji-data.txt") where value == "Emoji" {
            for scalar in range where classes[scalar] == .narrow { classes[scalar] = .narrowEmoji }
            for scalar in range where classes[scalar] == .ambiguous { classes[scalar] = .ambiguousEmoji }
        }
        // The vowels and finals of conjoining Hangul are drawn into the initial's two columns.
        for (range, value) in try data.properties("HangulSyllableType.txt") where ["V", "T"].contains(value) {
            for scalar in range { classes[scalar] = .mark }
        }
        let categories = try data.properties("extracted/DerivedGeneralCategory.txt")
        for (range, value) in categories where ["Mn", "Me"].contains(value) {
            for scalar in range { classes[scalar] = .mark }
        }
        for (range, value) in try data.properties("DerivedCoreProperties.txt")
        where value == "Default_Ignorable_Code_Point" {
            // U+115F and U+1160 hold the place of a missing initial or vowel inside a syllable.
            for scalar in range where !(0x115F...0x1160).contains(scalar) { classes[scalar] = .ignored }
        }
        for (range, value) in categories where ["Cc", "Cs", "Zl", "Zp"].contains(value) {
            for scalar in range { classes[scalar] = .control }
        }
        // Noncharacters (The Unicode Standard, 23.7), and what annotations are anchored with.
        for plane in 0...16 { for scalar in 0xFFFE...0xFFFF { classes[plane << 16 + scalar] = .control } }
        for scalar in 0xFDD0...0xFDEF { classes[scalar] = .control }
        for scalar in 0xFFF9...0xFFFB { classes[scalar] = .ignored }
        self.classes = classes
    }

    /// The class of a scalar.
    package subscript(scalar: Unicode.Scalar) -> WidthClass { classes[Int(scalar.value)] }

    /// The generated Swift file.
    package var source: String {
        var blocks = IndexedTexts()
        for start in stride(from: 0, to: Self.end, by: 256) { blocks.add(packed(start)) }
        return """
            // swift-format-ignore-file
            // Generated from Unicode \(version) by unicode-tables; do not edit. To make it anew:
            //   \(Self.command)

            /// The width class of every scalar below U+40000, packed as UnicodeTables describes it.
            enum WidthTable {
                /// The first scalar that the table leaves out.
                static let end = 0x\(String(Self.end, radix: 16))

                /// The version of the Unicode data files it was made from.
                static let unicodeVersion = "\(version)"

                /// For each 256 scalars the number of their block, in two digits of six bits counted from `0`.
                static let index: StaticString = #\"""
            \(Self.lines(blocks.index))
                    \"""#

                /// The blocks: 128 characters each, two scalars to a character.
                static let blocks: StaticString = #\"""
            \(Self.lines(blocks.texts.joined()))
                    \"""#
            }

            """
    }

    private func packed(_ start: Int) -> String {
        var result = ""
        for scalar in stride(from: start, to: start + 256, by: 2) {
            result.append(Self.digit(Int(classes[scalar].rawValue) << 3 | Int(classes[scalar + 1].rawValue)))
        }
        return result
    }

    static func digit(_ bits: Int) -> Character { Character(Unicode.Scalar(UInt8(0x30 + bits))) }

    // A line continuation is `\#` in a raw string, so lines can be joined without a newline between them.
    static func lines(_ text: String) -> String {
        var rest = Substring(text)
        var result: [String] = []
        while !rest.isEmpty {
            result.append("        " + rest.prefix(128))
            rest = rest.dropFirst(128)
        }
        return result.joined(separator: "\\#\n")
    }
}

/// Texts of which equal ones are kept once, and an index that names each in two digits of six bits.
struct IndexedTexts {
    private(set) var texts: [String] = []
    private(set) var index = ""
    private var numbers: [String: Int] = [:]

    /// Gives equal texts the number of the first.
    mutating func add(_ text: String, indexed isIndexed: Bool = true) {
        let number = numbers[text] ?? texts.count
        if number == texts.count {
            numbers[text] = number
            texts.append(text)
        }
        guard isIndexed else { return }
        index.append(WidthTable.digit(number >> 6))
        index.append(WidthTable.digit(number & 63))
    }
}
