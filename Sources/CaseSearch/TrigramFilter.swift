/// For each owner the trigrams in its texts, for skipping most texts in which a word does not occur.
///
/// A trigram is three bytes from the start of a character: a Chinese character, or three letters. Trigrams share
/// some hundreds of bits, so that a bit may have been set by another trigram. Each pair of letters has a bit of its
/// own.
struct TrigramFilter: Sendable {
    /// The bits that must be set for a word to occur in a text.
    struct Need: Sendable {
        fileprivate let trigrams: [Int]
        fileprivate let pairs: [Int]
        /// True if the bits alone are certain: for one or two letters.
        let isCertain: Bool

        /// The bits of a folded word.
        init(_ word: [UInt8]) {
            var trigrams: [Int] = []
            for place in word.indices.dropLast(2) where word[place] & 0xC0 != 0x80 {
                let trigram =
                    UInt32(word[place]) | UInt32(word[place + 1]) << 8 | UInt32(word[place + 2]) << 16
                trigrams.append(TrigramFilter.number(of: trigram))
            }
            self.trigrams = trigrams
            let areLetters = word.allSatisfy { TrigramFilter.rank(of: $0) > 0 }
            isCertain = areLetters && word.count <= 2
            if areLetters, word.count == 1 {
                // A single letter may be followed by anything: one row of pairs.
                pairs = (0..<32).map { TrigramFilter.pair(word[0], $0) }
            } else if word.count >= 2, word.count <= 4 {
                pairs = zip(word, word.dropFirst())
                    .filter { TrigramFilter.rank(of: $0) > 0 && TrigramFilter.rank(of: $1) > 0 }
                    .map { TrigramFilter.pair($0, TrigramFilter.rank(of: $1)) }
            } else {
                pairs = []
            }
        }
    }

    /// The numbers of 64-bit words for pairs and for trigrams.
    private static let (pairs, trigrams) = (16, 32)
    private static let words = pairs + trigrams
    private var bits: [UInt64]

    /// Collects the trigrams and pairs of all texts in an arena.
    init(of runs: TextArena) {
        bits = [UInt64](repeating: 0, count: Self.words * (runs.firsts.count - 1))
        bits.withUnsafeMutableBufferPointer { bits in
            runs.bytes.withUnsafeBytes { bytes in
                for owner in 0..<runs.firsts.count - 1 {
                    guard let base = bits.baseAddress else { return }
                    let own = base + owner * Self.words
                    let place = runs.place(of: owner)
                    Self.collectPairs(bytes, place, in: own)
                    Self.collectTrigrams(bytes, place, in: own + Self.pairs)
                }
            }
        }
    }

    /// The bits of each owner, one after the other.
    func write(to writer: inout IndexWriter) { writer.numbers(bits) }

    /// What was written for so many owners.
    init?(_ reader: inout IndexReader, owners: Int) {
        guard let bits: [UInt64] = reader.numbers(Self.words * owners) else { return nil }
        self.bits = bits
    }

    /// True if a word that needs these bits may occur in the texts of an owner; false is certain.
    @inline(__always) func allow(_ need: Need, of owner: Int) -> Bool {
        let own = owner * Self.words
        return bits.withUnsafeBufferPointer { bits in
            for trigram in need.trigrams {
                if bits[own + Self.pairs + (trigram >> 6)] >> UInt64(trigram & 63) & 1 == 0 { return false }
            }
            guard !need.pairs.isEmpty else { return true }
            if need.pairs.count == 32 {
                let row = need.pairs[0]
                return bits[own + (row >> 6)] >> UInt64(row & 63) & 0xFFFF_FFFF != 0
            }
            for pair in need.pairs where bits[own + (pair >> 6)] >> UInt64(pair & 63) & 1 == 0 {
                return false
            }
            return true
        }
    }

    @inline(__always) private static func number(of trigram: UInt32) -> Int {
        Int(truncatingIfNeeded: (trigram &* 0x9E37_79B1) >> 21)
    }

    /// The number of a letter, 1 to 26; 0 for other bytes.
    @inline(__always) private static func rank(of byte: UInt8) -> Int {
        let letter = Int(byte) - 0x60
        return letter > 0 && letter <= 26 ? letter : 0
    }

    @inline(__always) private static func pair(_ letter: UInt8, _ next: Int) -> Int {
        rank(of: letter) << 5 | next
    }

    private static func collectTrigrams(
        _ bytes: UnsafeRawBufferPointer, _ place: Range<Int>, in bits: UnsafeMutablePointer<UInt64>
    ) {
        var here = place.lowerBound
        // The zero after the last text begins no trigram.
        while here + 4 <= place.upperBound {
            let word = bytes.loadUnaligned(fromByteOffset: here, as: UInt32.self)
            let number = Self.number(of: word & 0xFF_FFFF)
            bits[number >> 6] |= 1 << UInt64(number & 63)
            here += word & 0xF0 == 0xE0 ? 3 : word & 0x80 == 0 ? 1 : word & 0xE0 == 0xC0 ? 2 : 4
        }
    }

    private static func collectPairs(
        _ bytes: UnsafeRawBufferPointer, _ place: Range<Int>, in bits: UnsafeMutablePointer<UInt64>
    ) {
        var last = 0
        for here in place {
            let next = rank(of: bytes[here])
            let pair = last << 5 | next
            bits[pair >> 6] |= 1 << UInt64(pair & 63)
            last = next
        }
    }
}
