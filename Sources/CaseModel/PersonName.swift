/// A person's name for a reference.
package enum PersonName: Equatable, Sendable {
    /// A name that is never divided, reordered or abbreviated: one in a script without letter case, or a single name.
    case whole(String)
    /// A name in parts; of Chinese names in pinyin the given name is never abbreviated in GB/T 7714.
    case parts(family: String, given: String, isPinyin: Bool)
}

extension Source.Author {
    /// The name in a language: in Chinese characters if the case has them and the language is Chinese. A name in these,
    /// kana or Hangul is written without a blank.
    package func personName(in language: LanguageTag) -> PersonName {
        if language.nearest == .chinese, let chinese { return .whole(chinese) }
        let letters = (family + given).filter { !$0.isWhitespace }
        if !letters.isEmpty, letters.unicodeScalars.allSatisfy(\.isEastAsian) { return .whole(letters) }
        if given.isEmpty || family.isEmpty { return .whole(family + given) }
        if !letters.contains(where: \.isCased) { return .whole(family + " " + given) }
        return .parts(family: family, given: given, isPinyin: chinese != nil)
    }

    /// The name in the order of catalogues: `Zhao, Ying`.
    package var inverted: String {
        [family, given].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// The name in a language; in Chinese characters if the case has them.
    package func name(in language: LanguageTag) -> String {
        if language.nearest == .chinese, let chinese { return chinese }
        return [family, given].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What stands behind a name for good: `Jr.` of `Martin Luther, Jr.`
    package var suffix: String? {
        guard let last = given.split(separator: " ").dropFirst().last, Self.suffixes.contains(last) else {
            return nil
        }
        return String(last)
    }

    /// The given names without a suffix.
    package var givenNames: String {
        guard let suffix else { return given }
        let names = given.dropLast(suffix.count)
        return String(names.dropLast(names.reversed().prefix { ", ".contains($0) }.count))
    }

    private static let suffixes: Set<Substring> = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"]

    /// The initials of the given names with their hyphens: `["J.-P.", "L."]`.
    var initials: [String] {
        givenNames.split(separator: " ").map { name in
            name.split(separator: "-").compactMap(\.first).map { $0.uppercased() + "." }
                .joined(separator: "-")
        }
    }
}

extension Unicode.Scalar {
    /// True for an ideograph, a kana or a Hangul syllable: scripts that write a name without a blank.
    fileprivate var isEastAsian: Bool {
        isHan || (0x3040...0x30FF).contains(value) || (0xAC00...0xD7A3).contains(value) || value == 0xB7
            || value == 0x3005
    }
}
