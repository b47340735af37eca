/// The part of a text that a word covers, the largest first.
enum Extent: UInt8, Comparable, Sendable {
    case whole, beginning, part

    static func < (left: Extent, right: Extent) -> Bool { left.rawValue < right.rawValue }
}

/// The quality of a word's match in a text; less is better.
struct Closeness: Comparable, Sendable {
    /// Twice the extent, plus one for a match by pinyin.
    let value: UInt8

    init(_ extent: Extent, byPinyin: Bool) { value = extent.rawValue * 2 + (byPinyin ? 1 : 0) }

    static func < (left: Closeness, right: Closeness) -> Bool { left.value < right.value }
}

/// A folded word of a query.
struct SearchTerm: Equatable, Sendable {
    /// The folded word.
    let bytes: [UInt8]
    /// The word as pinyin; nil without letters.
    let pinyin: PinyinPattern?
    /// The word with one mistake forgiven; nil for a word that is looked for as it is.
    let approximate: ApproximatePattern?

    /// Nil if folding removes the whole word.
    init?(_ word: some StringProtocol) {
        let scalars = Folding.scalars(of: String(word))
        guard !scalars.isEmpty else { return nil }
        var bytes: [UInt8] = []
        for scalar in scalars { Folding.append(scalar, to: &bytes) }
        self.bytes = bytes
        pinyin = PinyinPattern(scalars)
        approximate = nil
    }

    private init(_ exact: SearchTerm, _ approximate: ApproximatePattern) {
        bytes = exact.bytes
        pinyin = nil
        self.approximate = approximate
    }

    /// The word with one mistake forgiven; nil for one that is too short.
    var forgiven: SearchTerm? { ApproximatePattern(bytes).map { SearchTerm(self, $0) } }

    static func == (left: SearchTerm, right: SearchTerm) -> Bool {
        left.bytes == right.bytes && (left.approximate == nil) == (right.approximate == nil)
    }

    /// The words of a query, separated by blanks, and its phrases, between quotation marks as in a filter; one that has
    /// no second mark yet goes to the end.
    static func terms(of query: String) -> [SearchTerm] {
        let parts = query.split(omittingEmptySubsequences: false, whereSeparator: FilterWord.quotes.contains)
        return parts.enumerated().flatMap { number, part in
            number % 2 == 1
                ? [SearchTerm(part)].compactMap(\.self)
                : part.split(whereSeparator: \.isWhitespace).compactMap { SearchTerm($0) }
        }
    }
}
