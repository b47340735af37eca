/// For each of some owners which letters its names may be typed with, so that most of those in which a word is not
/// heard need not be listened to.
///
/// Two letters follow each other where they stand so in a syllable, or where one may go on to the next character: at
/// an initial, at the end of a syllable, or at a letter. Each such pair is noted as one of 256 bits.
struct PinyinFilter: Sendable {
    /// The bits that a word needs to be set.
    struct Need: Sendable {
        fileprivate let first: UInt32
        fileprivate let pairs: [Int]

        init(_ pattern: SoundPattern) {
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

    /// Listens to all names.
    init(of runs: TextArena) {
        let count = runs.firsts.count - 1
        var initials = [UInt32](repeating: 0, count: count)
        var pairs = [UInt64](repeating: 0, count: count * Self.words)
        let listener = Listener()
        pairs.withUnsafeMutableBufferPointer { pairs in
            runs.bytes.withUnsafeBufferPointer { bytes in
                guard let base = pairs.baseAddress, let bytes = bytes.baseAddress else { return }
                for owner in 0..<count {
                    for text in runs.texts(of: owner) where runs.fields[text].isName {
                        let own = base + owner * Self.words
                        func listen(to sounds: some SoundCursor) {
                            initials[owner] |= listener.listen(to: sounds, noting: own)
                        }
                        if runs.isSpokenApart(text), let sounds = runs.spokenApart[Int32(text)] {
                            sounds.withUnsafeBufferPointer { listen(to: LaidOutSounds($0.baseAddress!)) }
                        } else {
                            listen(to: FoldedSounds(bytes + runs.starts[text]))
                        }
                    }
                }
            }
        }
        (self.initials, self.pairs) = (initials, pairs)
    }

    /// Whether a word that needs these bits may be heard in a name of an owner.
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

    /// Knows the readings, and what follows from them.
    private struct Listener {
        let readings = Readings.shared
        /// For each set of readings the pairs within them.
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

        /// The letters with which a character may begin to be typed, and at which one may go on from it.
        @inline(__always) private func letters(of sound: Sound) -> (starts: UInt32, exits: UInt32) {
            if sound.set > 0 { return (readings.initials[sound.set], readings.exits[sound.set]) }
            let letter = sound.scalar &- 0x61
            let bit: UInt32 = letter < 26 ? 1 << letter : 0
            return (bit, bit)
        }

        /// Notes the pairs of a name, and tells the letters that its characters begin with.
        @inline(__always) func listen(
            to sounds: some SoundCursor, noting bits: UnsafeMutablePointer<UInt64>
        ) -> UInt32 {
            var sounds = sounds
            var (before, initials): (UInt32, UInt32) = (0, 0)
            while true {
                let sound = sounds.next()
                if sound == .end { break }
                if sound.isSilent { continue }
                let (starts, exits) = letters(of: sound)
                initials |= starts
                if sound.set > 0 {
                    for word in 0..<words { bits[word] |= within[sound.set * words + word] }
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
    /// The number of one of its letters, 0 for `a`.
    @inline(__always) func letter(_ place: Int) -> Int { Int(letters >> UInt64(place * 8) & 0xFF) - 0x61 }
}
