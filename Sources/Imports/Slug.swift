/// Ids out of words: small ASCII letters and digits with hyphens between them.
package enum Slug {
    /// The words of a text; accents are folded, Chinese characters spelled, other scripts leave nothing.
    package static func of(_ text: String, _ spelling: Spelling = { _ in nil }) -> String {
        var result = ""
        var isOpen = false
        for scalar in text.unicodeScalars {
            let folded = scalar.isHan ? spelling(Character(scalar)) ?? "" : Latin.folded(scalar)
            if folded.isEmpty {
                // An apostrophe or a combining mark divides no word.
                if scalar != "'" && scalar != "’"
                    && scalar.properties.canonicalCombiningClass == .notReordered
                {
                    isOpen = false
                }
            } else {
                if !isOpen, !result.isEmpty { result += "-" }
                result += folded
                isOpen = true
            }
        }
        return result
    }

    /// The words of a title that say something: no articles, and no numbers before the first word. Of Chinese,
    /// which has no blanks, two characters count as a word.
    static func words(of title: String, _ spelling: Spelling) -> [String] {
        if title.isInChinese {
            let spelled = title.filter { $0.unicodeScalars.first?.isHan == true }.prefix(4).compactMap(
                spelling)
            return stride(from: 0, to: spelled.count, by: 2).map { spelled[$0...].prefix(2).joined() }
        }
        let words = title.split { $0.isWhitespace || "-–—:,.;/'’".contains($0) }.map { of(String($0)) }
            .filter { !$0.isEmpty && !articles.contains($0) }
        let said = words.drop { $0.allSatisfy(\.isNumber) }
        return said.isEmpty ? words : Array(said)
    }

    static func joined(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: "-") }

    private static let articles: Set<String> = [
        "a", "an", "the", "der", "die", "das", "ein", "eine", "le", "la", "les", "l", "un", "une", "el",
        "los", "las", "o", "os", "as", "um", "uma", "il", "lo", "gli", "i", "de", "des", "du", "on", "of",
        "in", "zur", "zum", "d",
    ]
}

extension String {
    /// The beginning in at most so many bytes, cut where a hyphen stands if there is one.
    func prefixAtHyphen(_ count: Int) -> String {
        guard utf8.count > count else { return self }
        let cut = prefix(count)
        guard let hyphen = cut.lastIndex(of: "-") else { return String(cut) }
        return String(cut[..<hyphen])
    }
}
