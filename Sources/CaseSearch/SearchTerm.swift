/// How much of a text a word covers, the most first.
enum Extent: UInt8, Comparable, Sendable {
    case whole, beginning, part

    static func < (left: Extent, right: Extent) -> Bool { left.rawValue < right.rawValue }
}

/// How well a word is found in a text; less is better.
struct Closeness: Comparable, Sendable {
    /// Twice the extent, and one more where it was found by sound.
    let value: UInt8

    init(_ extent: Extent, bySound: Bool) { value = extent.rawValue * 2 + (bySound ? 1 : 0) }

    static func < (left: Closeness, right: Closeness) -> Bool { left.value < right.value }
}

/// One word of a query, folded, ready to be looked for.
struct SearchTerm: Equatable, Sendable {
    /// The folded word.
    let bytes: [UInt8]
    /// The word as it may sound; nil where no letter is in it.
    let sound: SoundPattern?

    /// Nil where nothing is left of the word by folding.
    init?(_ word: some StringProtocol) {
        let scalars = Folding.scalars(of: String(word))
        guard !scalars.isEmpty else { return nil }
        var bytes: [UInt8] = []
        for scalar in scalars { Folding.append(scalar, to: &bytes) }
        self.bytes = bytes
        sound = SoundPattern(scalars)
    }

    static func == (left: SearchTerm, right: SearchTerm) -> Bool { left.bytes == right.bytes }

    /// The words of a query, which blanks part.
    static func terms(of query: String) -> [SearchTerm] {
        query.split(whereSeparator: \.isWhitespace).compactMap { SearchTerm($0) }
    }

    /// How well the word is found in one text; names are also searched by sound.
    func closeness(in text: String, isName: Bool) -> Closeness? {
        let folded = FoldedText(text)
        var best: Closeness?
        for start in folded.bytes.indices where folded.bytes[start...].starts(with: bytes) {
            let extent: Extent =
                start > 0 ? .part : folded.bytes.count == bytes.count ? .whole : .beginning
            best = Closeness(extent, bySound: false)
            break
        }
        guard isName else { return best }
        for (start, ending) in folded.soundMatches(of: self) {
            let extent: Extent = start > 0 ? .part : ending.isWhole ? .whole : .beginning
            let here = Closeness(extent, bySound: true)
            best = best.map { min($0, here) } ?? here
            break
        }
        return best
    }
}

/// One text folded, with the way back to the characters as written.
struct FoldedText {
    /// The folded text.
    private(set) var bytes: [UInt8] = []
    /// For each byte the number of the character it comes from.
    private(set) var characterOfByte: [Int] = []
    private var sounds: [Sound] = []
    private var characterOfSound: [Int] = []

    init(_ text: String) {
        let table = Folding.table
        for (number, character) in text.enumerated() {
            for scalar in character.unicodeScalars {
                let folded = Folding.fold(scalar.value, table)
                if folded == 0 { continue }
                Folding.append(folded, to: &bytes)
                while characterOfByte.count < bytes.count { characterOfByte.append(number) }
                sounds.append(Sound(scalar.value, folded: folded))
                characterOfSound.append(number)
            }
        }
        sounds.append(.end)
    }

    /// Where a word is found by sound, and how each find ends; finds do not overlap.
    func soundMatches(of term: SearchTerm) -> [(start: Int, ending: SoundPattern.Ending)] {
        guard let pattern = term.sound else { return [] }
        return sounds.withUnsafeBufferPointer { sounds in
            var result: [(start: Int, ending: SoundPattern.Ending)] = []
            var start = 0
            while start < sounds.count - 1 {
                if let ending = pattern.match(sounds.baseAddress! + start) {
                    result.append((start, ending))
                    start += ending.count
                } else {
                    start += 1
                }
            }
            return result
        }
    }

    /// The numbers of the characters that a find by sound covers.
    func characters(from start: Int, count: Int) -> Range<Int> {
        characterOfSound[start]..<characterOfSound[start + count - 1] + 1
    }
}
