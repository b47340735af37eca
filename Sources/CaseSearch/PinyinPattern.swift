/// A character of a name for matching pinyin: its folded scalar, its set of readings, and whether it may be omitted
/// when typing (punctuation and spaces).
struct SpokenCharacter: Equatable, Sendable {
    /// The mark after the last character of a name.
    static let end = SpokenCharacter(bits: 0)

    private let bits: UInt32

    private init(bits: UInt32) { self.bits = bits }

    /// A character, by its scalar as written and as folded (not 0).
    @inline(__always) init(_ written: UInt32, folded: UInt32) {
        let own = Readings.set(of: written)
        let set = own == 0 ? Readings.set(of: folded) : own
        let scalar = folded < 0x10000 ? folded : 0xFFFF
        bits = scalar | UInt32(set) << 16 | (Self.isSilent(folded) ? 1 << 31 : 0)
    }

    /// The characters of a name, followed by `end`.
    static func characters(of text: String) -> [SpokenCharacter] {
        let table = Folding.table
        var spoken: [SpokenCharacter] = []
        for scalar in text.unicodeScalars {
            Folding.eachLetter(of: scalar.value, table) { letter in
                spoken.append(SpokenCharacter(scalar.value, folded: letter))
            }
        }
        return spoken + [.end]
    }

    /// The folded scalar; U+FFFF for all those outside of the basic plane.
    @inline(__always) var scalar: UInt32 { bits & 0xFFFF }
    /// The number of its set of readings, 0 for none.
    @inline(__always) var set: Int { Int(bits >> 16 & 0xFFF) }
    /// True if it may be omitted.
    @inline(__always) var isSilent: Bool { bits >> 31 != 0 }

    @inline(__always) private static func isSilent(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x61...0x7A: false
        case 0..<0x80, 0xB7, 0x2000...0x206F, 0x3000...0x303F, 0xFF00...0xFF20: true
        default: false
        }
    }
}

/// A typed word as pinyin: letters stand for whole syllables, for initials, or for the beginning of the last
/// syllable, mixed with characters in any way.
struct PinyinPattern: Sendable {
    /// The end of a match.
    struct Ending: Equatable {
        /// The number of characters that the match covers.
        let count: Int
        /// True if only silent characters follow.
        let isWhole: Bool
    }

    /// The letters and characters of the word.
    let scalars: [UInt32]
    private let first: UInt32
    /// The first letter as a bit, bit 0 for `a`; 0 for anything else.
    let firstLetter: UInt32
    /// For each index the next eight letters, packed as in a reading; other characters match no reading.
    private let letters: [UInt64]

    /// Nil for a word without letters, or with too many (63) for a name.
    init?(_ scalars: [UInt32]) {
        let letters = UInt32(0x61)...0x7A
        guard scalars.contains(where: letters.contains), scalars.count < 64 else { return nil }
        self.scalars = scalars
        first = scalars[0]
        firstLetter = letters.contains(first) ? 1 << (first - 0x61) : 0
        self.letters = scalars.indices.map { start in
            scalars[start...].prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1 < 0x80 ? $1 : 0xFF) }
        }
    }

    /// True if a match can begin with this character.
    @inline(__always) func canBegin(_ character: SpokenCharacter, _ initials: UnsafeBufferPointer<UInt32>)
        -> Bool
    {
        character.scalar == first || initials[character.set] & firstLetter != 0
    }

    /// The match at the next of these characters, preferably one to the end of the name.
    @inline(__always) func match(_ spoken: some SpokenCharacters) -> Ending? {
        var spoken = spoken
        let goal: UInt64 = 1 << UInt64(scalars.count)
        // Bit k is set if some reading has consumed k letters.
        var ways: UInt64 = 1
        var found: Ending?
        var number = 0
        while ways != 0 {
            let character = spoken.next()
            if character == .end { break }
            let next = step(ways, over: character, isFirst: number == 0)
            number += 1
            if next & goal != 0 {
                let isWhole = spoken.isAtEnd
                if found == nil || isWhole { found = Ending(count: number, isWhole: isWhole) }
                if isWhole { break }
            }
            ways = next & ~goal
        }
        return found
    }

    private func step(_ ways: UInt64, over character: SpokenCharacter, isFirst: Bool) -> UInt64 {
        var next: UInt64 = character.isSilent && !isFirst ? ways : 0
        let readings = character.set > 0 ? Readings.shared[character.set] : []
        var rest = ways
        while rest != 0 {
            let used = rest.trailingZeroBitCount
            rest &= rest - 1
            if scalars[used] == character.scalar { next |= 1 << UInt64(used + 1) }
            for reading in readings { next |= ends(of: reading, from: used) }
        }
        return next
    }

    // A syllable may be typed whole, by its initial (zh, ch and sh are initials too), or incompletely at the end.
    @inline(__always) private func ends(of reading: Readings.Reading, from used: Int) -> UInt64 {
        let left = scalars.count - used
        let same = (letters[used] ^ reading.letters).trailingZeroBitCount / 8
        let equal = min(same, reading.count, left)
        guard equal > 0 else { return 0 }
        var ends: UInt64 = 1 << UInt64(used + 1)
        if equal == reading.count || equal == left { ends |= 1 << UInt64(used + equal) }
        if equal >= 2, reading.hasLongInitial { ends |= 1 << UInt64(used + 2) }
        return ends
    }
}

/// An iterator over the characters of a name that can be copied and read without bounds.
protocol SpokenCharacters {
    /// The next character; `SpokenCharacter.end` after the last one.
    mutating func next() -> SpokenCharacter
}

extension SpokenCharacters {
    /// True if only silent characters follow.
    var isAtEnd: Bool {
        var rest = self
        var character = rest.next()
        while character.isSilent { character = rest.next() }
        return character == .end
    }
}

/// Stored characters, followed by `SpokenCharacter.end`.
struct StoredCharacters: SpokenCharacters {
    private var here: UnsafePointer<SpokenCharacter>

    init(_ here: UnsafePointer<SpokenCharacter>) { self.here = here }

    @inline(__always) mutating func next() -> SpokenCharacter {
        let character = here.pointee
        if character != .end { here += 1 }
        return character
    }
}

/// The characters of a folded text, ended by a zero byte, in which each is read like its folded form.
struct FoldedCharacters: SpokenCharacters {
    private var here: UnsafePointer<UInt8>

    init(_ here: UnsafePointer<UInt8>) { self.here = here }

    @inline(__always) mutating func next() -> SpokenCharacter {
        if here[0] == 0 { return .end }
        let (scalar, length) = Folding.scalar(here)
        here += length
        return SpokenCharacter(scalar, folded: scalar)
    }
}
