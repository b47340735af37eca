/// The readings of Han characters and what characters are folded to, and the Swift file from which `CaseSearch` reads
/// them.
///
/// Of Han characters only the block of unified ideographs has readings, which is enough for texts in use. Characters with the same readings
/// share a set, so that a character costs two bytes. The tables are printable text in a `StaticString`: nothing is
/// initialised when the program starts.
package struct HanTables: Sendable {
    /// The path of the generated file in the package.
    package static let output = "Sources/CaseSearch/HanTables.swift"
    /// The command that generates it.
    package static let command =
        "swift run unicode-tables /usr/share/unicode Sources/TextLayout Sources/CaseSearch"
    /// The characters covered: the block CJK Unified Ideographs.
    static let block = 0x4E00..<0xA000

    let unicodeVersion: String
    /// The readings of each character in Latin letters without tones, the most common first.
    package let readings: [Int: [String]]
    /// The character that one is folded to: a traditional one to a simplified one, a radical or a character for
    /// compatibility to the usual one, an accented letter to its base.
    package let folds: [Int: Int]
    /// What a character that is only a form of others is copied for: `10` of ⑩, `m2` of ㎡, `1` of ①; none that is folded
    /// to a Han character or a letter of Latin already.
    package let forms: [Int: [Int]]

    /// Gathers readings and variants.
    package init(_ data: UnihanData) throws(DataError) {
        unicodeVersion = try data.version
        let readingNames: Set = ["kMandarin", "kHanyuPinlu", "kXHC1983", "kTGHZ2013", "kHanyuPinyin"]
        readings = try data.properties(readingNames, of: Self.block, in: "Unihan_Readings.txt")
            .mapValues(Self.readings).filter { !$0.value.isEmpty }
        let variants = try data.properties(
            ["kSimplifiedVariant", "kTraditionalVariant"], of: Self.block, in: "Unihan_Variants.txt")
        let (decompositions, simplified) = (try data.decompositions(), Self.simplified(variants))
        folds = simplified.merging(Self.plain(decompositions)) { han, _ in han }
            .merging(Self.unified(decompositions, simplified)) { han, _ in han }
        forms = Self.forms(decompositions, but: folds)
    }

    // Modern dictionaries have the readings in use. Hanyu Da Zidian has those of a thousand years as well and is used
    // only for characters that the others lack.
    private static func readings(_ properties: [String: String]) -> [String] {
        var result: [String] = []
        func add(_ reading: some StringProtocol) {
            for plain in toneless(String(reading)) where !plain.isEmpty && !result.contains(plain) {
                result.append(plain)
            }
        }
        func words(_ name: String) -> [Substring] { (properties[name] ?? "").split(separator: " ") }
        for word in words("kMandarin") { add(word) }
        for word in words("kHanyuPinlu") { add(word.prefix { $0 != "(" }) }
        var located = words("kXHC1983") + words("kTGHZ2013")
        if located.isEmpty, properties["kHanyuPinlu"] == nil { located = words("kHanyuPinyin") }
        for word in located {
            for reading in word.drop(while: { $0 != ":" }).dropFirst().split(separator: ",") { add(reading) }
        }
        return result
    }

    // ü is typed as v with an input method, as u without; passports have yu.
    private static func toneless(_ reading: String) -> [String] {
        var plain = ""
        for character in reading {
            guard let (letter, _) = tones.first(where: { $0.1.contains(character) }) else {
                plain.unicodeScalars.append(
                    contentsOf: character.unicodeScalars.prefix(1).filter { ("a"..."z").contains($0) })
                continue
            }
            plain.append(letter)
        }
        guard let place = plain.firstIndex(of: "v") else { return [plain] }
        return ["v", "u", "yu"].map { plain[..<place] + $0 + plain[plain.index(after: place)...] }
    }

    private static let tones: [(Character, String)] = [
        ("a", "āáǎà"), ("e", "ēéěèêếề"), ("i", "īíǐì"), ("o", "ōóǒò"), ("u", "ūúǔù"), ("v", "üǖǘǚǜ"),
        ("n", "ńňǹ"), ("m", "ḿ"),
    ]

    private static func simplified(_ variants: [Int: [String: String]]) -> [Int: Int] {
        func scalars(_ text: String?) -> [Int] {
            (text ?? "").split(separator: " ").compactMap { UnihanData.scalar($0) }.filter(block.contains)
        }
        var step: [Int: Int] = [:]
        for (scalar, properties) in variants {
            step[scalar] = scalars(properties["kSimplifiedVariant"]).first { $0 != scalar }
        }
        for scalar in variants.keys.sorted() {
            for traditional in scalars(variants[scalar]?["kTraditionalVariant"])
            where traditional != scalar && step[traditional] == nil && step[scalar] != traditional {
                step[traditional] = scalar
            }
        }
        // Variants form chains and a few rings: all members of a ring are folded to the first.
        var result: [Int: Int] = [:]
        for start in step.keys {
            var way = [start]
            while let next = step[way[way.count - 1]], !way.contains(next) { way.append(next) }
            let last = way[way.count - 1]
            let end = step[last].flatMap(way.firstIndex).flatMap { way[$0...].min() } ?? last
            if end != start { result[start] = end }
        }
        return result
    }

    // Radicals and characters for compatibility, as text copied from a PDF has them in place of the usual ones.
    private static func unified(_ decompositions: Decompositions, _ simplified: [Int: Int]) -> [Int: Int] {
        var result: [Int: Int] = [:]
        for scalar in Array(0x2E80..<0x2FE0) + Array(0xF900..<0xFB00) {
            guard let usual = decompositions.base(of: scalar), block.contains(usual) else { continue }
            result[scalar] = simplified[usual] ?? usual
        }
        return result
    }

    private static func plain(_ decompositions: Decompositions) -> [Int: Int] {
        var result: [Int: Int] = [:]
        for scalar in decompositions.parts.keys where (0xC0..<0x250).contains(scalar) || scalar >> 8 == 0x1E {
            var base = scalar
            while let next = decompositions.base(of: base) { base = next }
            guard let letter = Unicode.Scalar(UInt32(base)), letter.properties.isAlphabetic, letter.isASCII
            else { continue }
            result[scalar] = Int(letter.value | 0x20)
        }
        return result
    }

    // An accent that stands alone is a blank with the accent, which nobody searches for.
    private static func forms(_ decompositions: Decompositions, but folds: [Int: Int]) -> [Int: [Int]] {
        var result: [Int: [Int]] = [:]
        for scalar in decompositions.compatible where folds[scalar] == nil {
            let whole = decompositions.whole(of: scalar)
            if whole.first != 0x20 || whole.count == 1 { result[scalar] = whole }
        }
        return result
    }
}

extension HanTables {
    /// The generated Swift file.
    package var source: String {
        var sets = IndexedTexts()
        sets.add("", indexed: false)
        for scalar in Self.block { sets.add((readings[scalar] ?? []).joined(separator: ",")) }
        let pairs = folds.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
        let listed = forms.sorted { $0.key < $1.key }.map { form, others in
            Self.text([form]) + String(WidthTable.digit(others.count)) + Self.text(others)
        }
        return """
            // swift-format-ignore-file
            // Generated from Unicode \(unicodeVersion) by unicode-tables; do not edit. To make it anew:
            //   \(Self.command)

            /// How Han characters are read and what is folded to what, packed as UnicodeTables describes it.
            enum HanTables {
                /// The first character that has a number in `index`.
                static let start: UInt32 = 0x\(String(Self.block.lowerBound, radix: 16))

                /// The first character after those that have one.
                static let end: UInt32 = 0x\(String(Self.block.upperBound, radix: 16))

                /// The version of the Unicode data files they were made from.
                static let unicodeVersion = "\(unicodeVersion)"

                /// For each character the number of its set of readings, in two digits of six bits from `0`.
                static let index: StaticString = #\"""
            \(WidthTable.lines(sets.index))
                    \"""#

                /// The sets of readings; the readings of a set are parted by commas, each set ends in a bar.
                static let sets: StaticString = #\"""
            \(WidthTable.lines(sets.texts.map { $0 + "|" }.joined()))
                    \"""#

                /// Pairs of a character and the one that it is folded onto.
                static let folds: StaticString = #\"""
            \(WidthTable.lines(Self.text(pairs)))
                    \"""#

                /// Characters that are forms of others, each followed by the number of these, a digit of six bits from `0`, and these.
                static let forms: StaticString = #\"""
            \(WidthTable.lines(listed.joined()))
                    \"""#
            }

            """
    }

    private static func text(_ scalars: [Int]) -> String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars.compactMap { Unicode.Scalar(UInt32($0)) })
        return String(result)
    }
}
