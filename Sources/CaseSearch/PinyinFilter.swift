/// For each owner the pairs of letters with which the pinyin of its names may be typed, for skipping most names in
/// which a word does not match.
///
/// Two letters form a pair within a syllable, or where typing may continue with the next character: after an
/// initial, at the end of a syllable, or after a letter. Each pair sets one of 256 bits.
struct PinyinFilter: Sendable {
    /// The bits that must be set for a word to match.
    struct Need: Sendable {
        fileprivate let first: UInt32
        fileprivate let pairs: [Int]

        init(_ pattern: PinyinPattern) {
            first = pattern.firstLetter
            let letters = pattern.scalars.map { (0x61...0x7A).contains($0) ? Int($0 - 0x61) : nil }
            pairs = zip(letters, letters.dropFirst()).compactMap { left, right in
                guard let left, let right else { return nil }
                return PinyinFilter.number(of: left, right)
            }
        }
    }

    private static let words = 4
    private let initials: [UInt32]
    private let pairs: [UInt64]

    /// Collects the pairs of all names in an arena.
    init(of runs: TextArena) {
        let count = runs.firsts.count - 1
        var initials = [UInt32](repeating: 0, count: count)
        var pairs = [UInt64](repeating: 0, count: count * Self.words)
        let collector = PairCollector()
        pairs.withUnsafeMutableBufferPointer { pairs in
            runs.bytes.withUnsafeBufferPointer { bytes in
                guard let base = pairs.baseAddress, let bytes = bytes.baseAddress else { return }
                for owner in 0..<count {
                    for text in runs.texts(of: owner) where runs.fields[text].isName {
                        let own = base + owner * Self.words
                        func collect(_ spoken: some SpokenCharacters) {
                            initials[owner] |= collector.collect(spoken, into: own)
                        }
                        if runs.hasSeparatePinyin(text), let spoken = runs.separatePinyin[Int32(text)] {
                            spoken.withUnsafeBufferPointer { collect(StoredCharacters($0.baseAddress!)) }
                        } else {
                            collect(FoldedCharacters(bytes + runs.starts[text]))
                        }
                    }
                }
            }
        }
        (self.initials, self.pairs) = (initials, pairs)
    }

    /// The first letters of each owner, then the pairs of each.
    func write(to writer: inout IndexWriter) {
        writer.numbers(initials)
        writer.numbers(pairs)
    }

    /// What was written for so many owners.
    init?(_ reader: inout IndexReader, owners: Int) {
        guard let initials: [UInt32] = reader.numbers(owners),
            let pairs: [UInt64] = reader.numbers(Self.words * owners)
        else { return nil }
        (self.initials, self.pairs) = (initials, pairs)
    }

    /// True if a word that needs these bits may match a name of an owner; false is certain.
    @inline(__always) func allow(_ need: Need, of owner: Int) -> Bool {
        if need.first != 0, initials[owner] & need.first == 0 { return false }
        for pair in need.pairs where pairs[owner * Self.words + (pair >> 6)] >> UInt64(pair & 63) & 1 == 0 {
            return false
        }
        return true
    }

    @inline(__always) fileprivate static func number(of left: Int, _ right: Int) -> Int {
        (left &* 59 &+ right &* 3) & 0xFF
    }

    /// Sets the bits of names.
    private struct PairCollector {
        let readings = Readings.shared
        /// For each set of readings the bits of the pairs within them.
        let within: [UInt64]

        init() {
            let readings = Readings.shared
            var within = [UInt64](repeating: 0, count: readings.initials.count * words)
            for set in readings.initials.indices {
                for reading in readings[set] {
                    for place in 0..<max(0, reading.count - 1) {
                        let pair = number(of: reading.letter(place), reading.letter(place + 1))
                        within[set * words + (pair >> 6)] |= 1 << UInt64(pair & 63)
                    }
                }
            }
            self.within = within
        }

        /// The possible first letters of a character, and those after which the next character may follow.
        @inline(__always) private func letters(of character: SpokenCharacter) -> (
            starts: UInt32, exits: UInt32
        ) {
            if character.set > 0 { return (readings.initials[character.set], readings.exits[character.set]) }
            let letter = character.scalar &- 0x61
            let bit: UInt32 = letter < 26 ? 1 << letter : 0
            return (bit, bit)
        }

        /// Sets the bits of a name's pairs; returns the first letters of its characters.
        @inline(__always) func collect(
            _ spoken: some SpokenCharacters, into bits: UnsafeMutablePointer<UInt64>
        ) -> UInt32 {
            var spoken = spoken
            var (before, initials): (UInt32, UInt32) = (0, 0)
            while true {
                let character = spoken.next()
                if character == .end { break }
                if character.isSilent { continue }
                let (starts, exits) = letters(of: character)
                initials |= starts
                if character.set > 0 {
                    for word in 0..<words { bits[word] |= within[character.set * words + word] }
                }
                var from = before
                while from != 0 {
                    let left = from.trailingZeroBitCount
                    from &= from - 1
                    var to = starts
                    while to != 0 {
                        let pair = number(of: left, to.trailingZeroBitCount)
                        to &= to - 1
                        bits[pair >> 6] |= 1 << UInt64(pair & 63)
                    }
                }
                before = exits
            }
            return initials
        }
    }
}

extension Readings.Reading {
    /// The number of a letter, 0 for `a`.
    @inline(__always) func letter(_ place: Int) -> Int { Int(letters >> UInt64(place * 8) & 0xFF) - 0x61 }
}
