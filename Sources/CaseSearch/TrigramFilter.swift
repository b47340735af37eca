/// For each of some owners which short pieces stand in its texts, so that most of those in which a word does not
/// stand need not be read.
///
/// A piece is three bytes from the beginning of a character on: a Chinese character, or three letters. It is noted as
/// one of a few hundred bits, so that a bit that is set may be another piece's. Of two letters in a row each pair has
/// a bit of its own.
struct TrigramFilter: Sendable {
    /// The bits that a word needs to be set.
    struct Need: Sendable {
        fileprivate let pieces: [Int]
        fileprivate let pairs: [Int]
        /// Whether the bits tell for sure: for one letter or two.
        let isCertain: Bool

        /// What a folded word needs.
        init(_ word: [UInt8]) {
            var pieces: [Int] = []
            for place in word.indices.dropLast(2) where word[place] & 0xC0 != 0x80 {
                let piece = UInt32(word[place]) | UInt32(word[place + 1]) << 8 | UInt32(word[place + 2]) << 16
                pieces.append(TrigramFilter.number(of: piece))
            }
            self.pieces = pieces
            let areLetters = word.allSatisfy { TrigramFilter.rank(of: $0) > 0 }
            isCertain = areLetters && word.count <= 2
            if areLetters, word.count == 1 {
                // Behind a letter stands anything; it is one row of pairs.
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

    /// How many words of bits tell of pairs, and how many of pieces.
    private static let (pairs, pieces) = (16, 32)
    private static let words = pairs + pieces
    private var bits: [UInt64]

    /// Notes the pieces of all texts.
    init(of runs: TextArena) {
        bits = [UInt64](repeating: 0, count: Self.words * (runs.firsts.count - 1))
        bits.withUnsafeMutableBufferPointer { bits in
            runs.bytes.withUnsafeBytes { bytes in
                for owner in 0..<runs.firsts.count - 1 {
                    guard let base = bits.baseAddress else { return }
                    let own = base + owner * Self.words
                    let place = runs.place(of: owner)
                    Self.notePairs(bytes, place, in: own)
                    Self.notePieces(bytes, place, in: own + Self.pairs)
                }
            }
        }
    }

    /// Whether a word that needs these bits may stand in the texts of an owner.
    @inline(__always) func allow(_ need: Need, of owner: Int) -> Bool {
        let own = owner * Self.words
        return bits.withUnsafeBufferPointer { bits in
            for piece in need.pieces {
                if bits[own + Self.pairs + (piece >> 6)] >> UInt64(piece & 63) & 1 == 0 { return false }
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

    @inline(__always) private static func number(of piece: UInt32) -> Int {
        Int(truncatingIfNeeded: (piece &* 0x9E37_79B1) >> 21)
    }

    /// The place of a byte among letters: 1 to 26, and 0 for all others.
    @inline(__always) private static func rank(of byte: UInt8) -> Int {
        let letter = Int(byte) - 0x60
        return letter > 0 && letter <= 26 ? letter : 0
    }

    @inline(__always) private static func pair(_ letter: UInt8, _ next: Int) -> Int {
        rank(of: letter) << 5 | next
    }

    private static func notePieces(
        _ bytes: UnsafeRawBufferPointer, _ place: Range<Int>, in bits: UnsafeMutablePointer<UInt64>
    ) {
        var here = place.lowerBound
        // The last text ends in a zero; behind it there is none to be told of.
        while here + 4 <= place.upperBound {
            let word = bytes.loadUnaligned(fromByteOffset: here, as: UInt32.self)
            let number = Self.number(of: word & 0xFF_FFFF)
            bits[number >> 6] |= 1 << UInt64(number & 63)
            here += word & 0xF0 == 0xE0 ? 3 : word & 0x80 == 0 ? 1 : word & 0xE0 == 0xC0 ? 2 : 4
        }
    }

    private static func notePairs(
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
