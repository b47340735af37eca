/// A word in which one mistake is forgiven: a letter too many, one missing, a wrong one, or two neighbours swapped
/// (the distance of Damerau and Levenshtein is 1).
///
/// It is compared from the beginning of a word of the text, in names also with whole syllables of pinyin, and may end
/// anywhere, as it would while it is typed; but if the mistake is in its last letter, only where the word of the text
/// ends, since it would otherwise fit whatever begins with the other letters. In a short word the first letter must be
/// right.
struct ApproximatePattern: Sendable {
    /// The fewest letters of a word in which a mistake is forgiven, and in which it may be in the first one.
    private static let (shortest, shortestWithWrongBeginning) = (3, 5)

    /// For each ASCII character, and for each other one of the word, the places where the word has it, bit 0 for the
    /// first.
    private let ascii: [UInt64]
    private let others: [(scalar: UInt32, places: UInt64)]
    /// The bit that is set when the whole word has been consumed.
    private let goal: UInt64
    /// The places where a mistake may be.
    private let fallible: UInt64

    /// The ways in which letters of the word have been consumed: bit k is set if the first k of them have been.
    private struct Ways {
        var right: UInt64
        /// With a mistake.
        var mistaken: UInt64
        /// With the letter after the next one found in place of the next.
        var swapped: UInt64 = 0
        /// The last letter is a mistake: the word of the text must end.
        var isLoose = false

        var isEmpty: Bool { right | mistaken | swapped == 0 }

        /// Adds those of another reading of the same character.
        mutating func add(_ other: Ways) {
            right |= other.right
            mistaken |= other.mistaken
            swapped |= other.swapped
            isLoose = isLoose || other.isLoose
        }
    }

    /// Nil for a folded word with fewer than three letters, or with too many (63). Two Chinese characters with a number
    /// are enough: 国发2022 is typed for 国发〔2022〕.
    init?(_ word: [UInt8]) {
        let scalars = String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
        let letters = scalars.count { $0 > 0x40 }
        let isNumbered = scalars.count >= Self.shortestWithWrongBeginning && letters > 1
        guard scalars.count < 64, letters >= Self.shortest || isNumbered && scalars[0] > 0xFF else {
            return nil
        }
        var ascii = [UInt64](repeating: 0, count: 128)
        var others: [(scalar: UInt32, places: UInt64)] = []
        for (place, scalar) in scalars.enumerated() {
            let bit: UInt64 = 1 << UInt64(place)
            if scalar < 128 {
                ascii[Int(scalar)] |= bit
            } else if let known = others.firstIndex(where: { $0.scalar == scalar }) {
                others[known].places |= bit
            } else {
                // Beyond the basic plane all characters count as one, as in names.
                others.append((min(scalar, 0xFFFF), bit))
            }
        }
        (self.ascii, self.others) = (ascii, others)
        goal = 1 << UInt64(scalars.count)
        let mayBeginWrong = scalars.count >= Self.shortestWithWrongBeginning
        // Another digit makes another number.
        let digits = scalars.enumerated().filter { (0x30...0x39).contains($0.element) }
            .reduce(0 as UInt64) { $0 | 1 << UInt64($1.offset) }
        fallible = (goal - 1) & (mayBeginWrong ? ~0 : ~1) & ~digits
    }

    /// The match that begins at the next of these characters, the longest of several; nil without one.
    func match(
        _ spoken: some SpokenCharacters, after before: SpokenCharacter, byPinyin: Bool
    ) -> PinyinPattern.Ending? {
        var spoken = spoken
        // A letter too many may be the first.
        var ways = Ways(right: 1, mistaken: (fallible & 1) << 1)
        var previous = before
        var number = 0
        var found: PinyinPattern.Ending?
        while true {
            let isAtEnd = spoken.isAtEnd
            let character = spoken.next()
            let isInWord = previous.isInWord && character.isInWord
            if number == 0 {
                guard character != .end, !character.isSilent, !isInWord else { return nil }
            } else if ways.isLoose, !isInWord {
                found = PinyinPattern.Ending(count: number, isWhole: isAtEnd)
            }
            if character == .end { return found }
            number += 1
            let earlier = ways
            ways = step(earlier, over: places(of: character.scalar))
            if byPinyin, character.set > 0 {
                for reading in Readings.shared[character.set] {
                    ways.add(spelled(reading, after: earlier))
                }
            }
            if byPinyin, character.isSilent {
                ways.right |= earlier.right
                ways.mistaken |= earlier.mistaken
            }
            if (ways.right | ways.mistaken) & goal != 0 {
                found = PinyinPattern.Ending(count: number, isWhole: spoken.isAtEnd)
                ways.right &= ~goal
                ways.mistaken &= ~goal
            }
            if ways.isEmpty, !ways.isLoose { return found }
            previous = character
        }
    }

    /// The ways after the letters of a syllable, which may be incomplete at the end of what is typed.
    private func spelled(_ reading: Readings.Reading, after earlier: Ways) -> Ways {
        var ways = earlier
        var reached: UInt64 = 0
        for place in 0..<reading.count {
            ways = step(ways, over: ascii[Int(reading.letters >> UInt64(place * 8) & 0xFF)])
            reached |= ways.mistaken & goal
        }
        ways.mistaken |= reached
        return ways
    }

    @inline(__always) private func places(of scalar: UInt32) -> UInt64 {
        if scalar < 128 { return ascii[Int(scalar)] }
        for other in others where other.scalar == scalar { return other.places }
        return 0
    }

    /// The ways after a letter of the text that the word has at these places.
    @inline(__always) private func step(_ ways: Ways, over places: UInt64) -> Ways {
        let able = ways.right & fallible
        let right = (ways.right & places) << 1
        let certain = (ways.mistaken & places) << 1 | (ways.swapped & places) << 2
        // Another letter than the next; one that the word lacks; one found after which the word has one too many.
        let wrong = able << 1
        let missing = able & ~1
        let tooMany = (right & fallible) << 1
        let loose = (wrong | tooMany) & goal
        return Ways(
            right: right, mistaken: certain | missing | (wrong | tooMany) & ~goal,
            swapped: able & places >> 1, isLoose: loose != 0)
    }
}

extension SpokenCharacter {
    /// True for a letter or digit of a script that parts words: two of them next to each other are in one word.
    fileprivate var isInWord: Bool { self != .end && !isSilent && scalar < 0x2E80 }
}
