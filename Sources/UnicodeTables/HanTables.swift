/// What Han characters are read as and folded onto, and the Swift file that `CaseSearch` reads it from.
///
/// Only the block of unified ideographs is covered: texts in use do not leave it. Characters that are read in
/// the same ways share a set of readings, so that a character costs two bytes. All is printable text in a
/// `StaticString`: nothing is initialised when the program starts.
package struct HanTables: Sendable {
    /// Where the generated file belongs, from the package's folder.
    package static let output = "Sources/CaseSearch/HanTables.swift"
    /// The command that makes it anew.
    package static let command =
        "swift run unicode-tables /usr/share/unicode Sources/TextLayout Sources/CaseSearch"
    /// The characters covered: the block CJK Unified Ideographs.
    static let block = 0x4E00..<0xA000

    let unicodeVersion: String
    /// How each character is read, in Latin letters without tones, the commonest first.
    package let readings: [Int: [String]]
    /// What a character is folded onto: a traditional one onto a simplified one, an accented letter onto its base.
    package let folds: [Int: Int]

    /// Gathers readings and variants.
    package init(_ data: UnihanData) throws(DataError) {
        unicodeVersion = try data.version
        let readingNames: Set = ["kMandarin", "kHanyuPinlu", "kXHC1983", "kTGHZ2013", "kHanyuPinyin"]
        readings = try data.properties(readingNames, of: Self.block, in: "Unihan_Readings.txt")
            .mapValues(Self.readings).filter { !$0.value.isEmpty }
        let variants = try data.properties(
            ["kSimplifiedVariant", "kTraditionalVariant"], of: Self.block, in: "Unihan_Variants.txt")
        folds = Self.simplified(variants).merging(Self.plain(try data.decompositions())) { han, _ in han }
    }

    // Modern dictionaries say which readings are alive. Hanyu Da Zidian also lists those of a thousand years ago
    // and is asked only where the others are silent.
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

    // ü is typed as v by those who use an input method, as u by others.
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
        return plain.contains("v") ? [plain, String(plain.map { $0 == "v" ? "u" : $0 })] : [plain]
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
        // Variants form chains, and a few of them rings: all members of a ring go onto the first one.
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

    private static func plain(_ decompositions: [Int: Int]) -> [Int: Int] {
        var result: [Int: Int] = [:]
        for scalar in decompositions.keys where (0xC0..<0x250).contains(scalar) || scalar >> 8 == 0x1E {
            var base = scalar
            while let next = decompositions[base] { base = next }
            guard let letter = Unicode.Scalar(UInt32(base)), letter.properties.isAlphabetic, letter.isASCII
            else { continue }
            result[scalar] = Int(letter.value | 0x20)
        }
        return result
    }
}
