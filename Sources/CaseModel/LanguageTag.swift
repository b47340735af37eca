/// A language of the interface. Texts of a case may be in any language: see `LanguageTag`.
package enum Language: String, CaseIterable, Hashable, Sendable {
    /// Chinese, in simplified characters.
    case chinese = "zh"
    /// English.
    case english = "en"

    /// The tag that wordings in this language have.
    package var tag: LanguageTag {
        switch self {
        case .chinese: .chinese
        case .english: .english
        }
    }
}

/// The name of a language by BCP 47, such as `zh`, `pt-BR` or `sr-Latn`, in the customary case of letters.
package struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
    /// The tag as it is written.
    package let text: String

    /// Chinese.
    package static let chinese = LanguageTag(canonical: "zh")
    /// English.
    package static let english = LanguageTag(canonical: "en")

    private init(canonical text: String) { self.text = text }

    /// The tag.
    package var description: String { text }

    /// The tag of a language; nil for what does not have the form of one. Letters may be of either case.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.longest else { return nil }
        let subtags = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            .map { Subtag($0) }
        guard Self.isWellFormed(subtags) else { return nil }
        let privateUse = subtags.firstIndex { $0.isSingleton } ?? subtags.endIndex
        let written = subtags.enumerated().map { place, subtag in
            guard place > 0, place < privateUse else { return subtag.lowercased }
            return subtag.isScript ? subtag.titled : subtag.isRegion ? subtag.uppercased : subtag.lowercased
        }
        self.text = written.joined(separator: "-")
    }

    /// The most characters of a tag, which is what RFC 5646 advises to make room for.
    private static let longest = 35

    /// The language alone, without script, region and variants: `zh` of `zh-Hant-TW`.
    package var primary: Substring { text.prefix { $0 != "-" } }

    /// The language of the interface that is nearer: Chinese for Chinese of any sort, English for all others.
    package var nearest: Language {
        if self == .english { return .english }
        return primary == LanguageTag.chinese.text ? .chinese : .english
    }

    /// True for a spelling of another script in Latin letters, such as `zh-Latn`.
    package var isSpelling: Bool { text.hasSuffix("-Latn") }

    /// The tag for programs that choose a typeface by it: Chinese is in simplified characters unless the case says
    /// otherwise.
    package var webName: String { self == .chinese ? "zh-Hans" : text }

    /// The tag of the same language among others: itself, else the first that differs in script, region or variant only.
    package func closest(among tags: [LanguageTag]) -> LanguageTag? {
        tags.contains(self) ? self : tags.first { $0.primary == primary }
    }

    /// `langtag` and `privateuse` of RFC 5646, section 2.1, without the irregular (grandfathered) tags. Languages of more
    /// than three letters are not registered, which distinguishes a word from a tag.
    private static func isWellFormed(_ subtags: [Subtag]) -> Bool {
        guard subtags.allSatisfy({ (1...8).contains($0.count) && $0.isAlphanumeric }) else { return false }
        var rest = subtags[...]
        if rest.first?.isPrivateUse != true {
            guard let language = rest.popFirst(), language.isAlphabetic, (2...3).contains(language.count)
            else {
                return false
            }
            rest = rest.drop(most: 3) { $0.isAlphabetic && $0.count == 3 }
            rest = rest.drop(most: 1) { $0.isScript }
            rest = rest.drop(most: 1) { $0.isRegion }
            rest = rest.drop { $0.isVariant }
            while let singleton = rest.first, singleton.isSingleton, !singleton.isPrivateUse {
                let after = rest.dropFirst().drop { $0.count > 1 }
                guard rest.count - after.count > 1 else { return false }
                rest = after
            }
        }
        guard let last = rest.popFirst() else { return true }
        return last.isPrivateUse && !rest.isEmpty
    }
}

/// A part of a tag between hyphens.
private struct Subtag {
    private let bytes: [UInt8]

    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    var count: Int { bytes.count }
    var isAlphanumeric: Bool { bytes.allSatisfy { $0.isLetter || $0.isDigit } }
    var isAlphabetic: Bool { bytes.allSatisfy(\.isLetter) }
    var isSingleton: Bool { count == 1 }
    var isPrivateUse: Bool { bytes == [UInt8(ascii: "x")] || bytes == [UInt8(ascii: "X")] }
    var isScript: Bool { count == 4 && isAlphabetic }
    var isRegion: Bool { count == 2 && isAlphabetic || count == 3 && bytes.allSatisfy(\.isDigit) }
    var isVariant: Bool { count >= 5 || count == 4 && bytes[0].isDigit }

    var lowercased: String { String(decoding: bytes, as: UTF8.self).lowercased() }
    var uppercased: String { lowercased.uppercased() }
    var titled: String { String(uppercased.prefix(1)) + lowercased.dropFirst() }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}

extension ArraySlice {
    /// What is left without the first few elements that fulfil a condition, at most so many.
    fileprivate func drop(most: Int, while condition: (Element) -> Bool) -> ArraySlice {
        dropFirst(prefix(most).prefix(while: condition).count)
    }
}
