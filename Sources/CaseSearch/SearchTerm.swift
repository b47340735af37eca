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
}

/// One text folded, to be compared with words again and again.
struct FoldedName: Sendable {
    private let bytes: [UInt8]
    private let sounds: [Sound]

    /// Names are also found by sound.
    init(_ text: String, isName: Bool) {
        var (bytes, sounds): ([UInt8], [Sound]) = ([], [])
        for scalar in text.unicodeScalars {
            let folded = Folding.fold(scalar.value, Folding.table)
            if folded == 0 { continue }
            Folding.append(folded, to: &bytes)
            if isName { sounds.append(Sound(scalar.value, folded: folded)) }
        }
        self.bytes = bytes
        self.sounds = sounds + [.end]
    }

    /// How well a word is found in it; nil where it is not.
    func closeness(of term: SearchTerm) -> Closeness? {
        let (written, sounded) = (written(term), term.sound.flatMap(sounded))
        guard let written, let sounded else { return written ?? sounded }
        return min(written, sounded)
    }

    private func written(_ term: SearchTerm) -> Closeness? {
        guard term.bytes.count <= bytes.count else { return nil }
        let starts = 0...(bytes.count - term.bytes.count)
        guard let start = starts.first(where: { bytes[$0...].starts(with: term.bytes) }) else { return nil }
        let isWhole = bytes.count == term.bytes.count
        return Closeness(start > 0 ? .part : isWhole ? .whole : .beginning, bySound: false)
    }

    private func sounded(_ pattern: SoundPattern) -> Closeness? {
        sounds.withUnsafeBufferPointer { sounds in
            guard let base = sounds.baseAddress else { return nil }
            for start in 0..<sounds.count - 1 {
                guard let ending = pattern.match(LaidOutSounds(base + start)) else { continue }
                return Closeness(start > 0 ? .part : ending.isWhole ? .whole : .beginning, bySound: true)
            }
            return nil
        }
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
                if let ending = pattern.match(LaidOutSounds(sounds.baseAddress! + start)) {
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
