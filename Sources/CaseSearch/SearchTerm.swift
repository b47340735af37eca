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

    /// Nil if folding removes the whole word.
    init?(_ word: some StringProtocol) {
        let scalars = Folding.scalars(of: String(word))
        guard !scalars.isEmpty else { return nil }
        var bytes: [UInt8] = []
        for scalar in scalars { Folding.append(scalar, to: &bytes) }
        self.bytes = bytes
        pinyin = PinyinPattern(scalars)
    }

    static func == (left: SearchTerm, right: SearchTerm) -> Bool { left.bytes == right.bytes }

    /// The words of a query, separated by blanks.
    static func terms(of query: String) -> [SearchTerm] {
        query.split(whereSeparator: \.isWhitespace).compactMap { SearchTerm($0) }
    }
}

/// A folded text, for comparison with many words.
struct FoldedName: Sendable {
    private let bytes: [UInt8]
    private let spoken: [SpokenCharacter]

    /// Only names are also found by their pinyin.
    init(_ text: String, isName: Bool) {
        var (bytes, spoken): ([UInt8], [SpokenCharacter]) = ([], [])
        for scalar in text.unicodeScalars {
            Folding.eachLetter(of: scalar.value, Folding.table) { letter in
                Folding.append(letter, to: &bytes)
                if isName { spoken.append(SpokenCharacter(scalar.value, folded: letter)) }
            }
        }
        self.bytes = bytes
        self.spoken = spoken + [.end]
    }

    /// The quality of a word's match in the text; nil without a match.
    func closeness(of term: SearchTerm) -> Closeness? {
        let (asWritten, asPinyin) = (written(term), term.pinyin.flatMap(byPinyin))
        guard let asWritten, let asPinyin else { return asWritten ?? asPinyin }
        return min(asWritten, asPinyin)
    }

    private func written(_ term: SearchTerm) -> Closeness? {
        guard term.bytes.count <= bytes.count else { return nil }
        let starts = 0...(bytes.count - term.bytes.count)
        guard let start = starts.first(where: { bytes[$0...].starts(with: term.bytes) }) else { return nil }
        let isWhole = bytes.count == term.bytes.count
        return Closeness(start > 0 ? .part : isWhole ? .whole : .beginning, byPinyin: false)
    }

    private func byPinyin(_ pattern: PinyinPattern) -> Closeness? {
        spoken.withUnsafeBufferPointer { spoken in
            guard let base = spoken.baseAddress else { return nil }
            for start in 0..<spoken.count - 1 {
                guard let ending = pattern.match(StoredCharacters(base + start)) else { continue }
                return Closeness(start > 0 ? .part : ending.isWhole ? .whole : .beginning, byPinyin: true)
            }
            return nil
        }
    }
}
