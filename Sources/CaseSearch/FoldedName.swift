/// A folded text with the original character of each letter, for comparison with many words.
struct FoldedName: Sendable {
    private var bytes: [UInt8] = []
    /// For each byte the number of its character.
    private var characterOfByte: [Int32] = []
    private var spoken: [SpokenCharacter] = []
    private var characterOfSpoken: [Int32] = []
    private let isName: Bool

    /// Only names are also found by their pinyin.
    init(_ text: String, isName: Bool) {
        self.isName = isName
        let count = text.utf8.count
        bytes.reserveCapacity(count)
        characterOfByte.reserveCapacity(count)
        let table = Folding.table
        for (number, character) in text.enumerated() {
            for scalar in character.unicodeScalars {
                Folding.eachLetter(of: scalar.value, table) { letter in
                    Folding.append(letter, to: &bytes)
                    spoken.append(SpokenCharacter(scalar.value, folded: letter))
                    characterOfSpoken.append(Int32(number))
                }
                while characterOfByte.count < bytes.count { characterOfByte.append(Int32(number)) }
            }
        }
        spoken.append(.end)
    }

    /// The quality of a word's match in the text; nil without a match.
    func closeness(of term: SearchTerm) -> Closeness? { match(of: term)?.closeness }

    /// The best match of a word in the text, and the characters that it covers; nil without a match.
    func match(of term: SearchTerm) -> (closeness: Closeness, range: Range<Int>)? {
        if term.approximate != nil { return soundMatches(of: term, all: false).first }
        let asWritten = writtenMatches(of: term, all: false).first
        // A match as written is better than one of the same extent by pinyin.
        guard isName, asWritten?.closeness != Closeness(.whole, byPinyin: false),
            let bySound = soundMatches(of: term, all: false).first
        else { return asWritten }
        guard let asWritten else { return bySound }
        return bySound.closeness < asWritten.closeness ? bySound : asWritten
    }

    /// The characters that a word matches in the text, without overlaps: where it occurs as written, or else, in names,
    /// by its pinyin; or where it occurs but for one mistake.
    func ranges(of term: SearchTerm) -> [Range<Int>] {
        let written = term.approximate == nil ? writtenMatches(of: term, all: true) : []
        guard written.isEmpty, isName || term.approximate != nil else { return written.map(\.range) }
        return soundMatches(of: term, all: true).map(\.range)
    }

    private typealias Found = (closeness: Closeness, range: Range<Int>)

    private func writtenMatches(of term: SearchTerm, all: Bool) -> [Found] {
        var result: [Found] = []
        var start = 0
        let count = term.bytes.count
        bytes.withUnsafeBufferPointer { bytes in
            while start + count <= bytes.count {
                guard bytes[start] == term.bytes[0], bytes[start..<start + count].elementsEqual(term.bytes)
                else {
                    start += 1
                    continue
                }
                let extent: Extent = start > 0 ? .part : bytes.count == count ? .whole : .beginning
                let end = Int(characterOfByte[start + count - 1]) + 1
                result.append((Closeness(extent, byPinyin: false), Int(characterOfByte[start])..<end))
                if !all { return }
                start += count
            }
        }
        return result
    }

    /// The matches of a word's pinyin, or of the word with one mistake.
    private func soundMatches(of term: SearchTerm, all: Bool) -> [Found] {
        spoken.withUnsafeBufferPointer { spoken in
            guard let base = spoken.baseAddress else { return [] }
            var result: [Found] = []
            var start = 0
            while start < spoken.count - 1 {
                let here = StoredCharacters(base + start)
                let ending: PinyinPattern.Ending? =
                    if let approximate = term.approximate {
                        approximate.match(
                            here, after: start > 0 ? spoken[start - 1] : .end, byPinyin: isName)
                    } else {
                        term.pinyin?.match(here)
                    }
                guard let ending else {
                    start += 1
                    continue
                }
                let extent: Extent = start > 0 ? .part : ending.isWhole ? .whole : .beginning
                let end = Int(characterOfSpoken[start + ending.count - 1]) + 1
                result.append((Closeness(extent, byPinyin: true), Int(characterOfSpoken[start])..<end))
                if !all { break }
                start += ending.count
            }
            return result
        }
    }
}
