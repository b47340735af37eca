/// One character of a name as it is matched by sound: its folded scalar, its set of readings, and whether a
/// reader leaves it out when typing (punctuation and spaces).
struct Sound: Equatable, Sendable {
    /// Stands behind the last character of a name.
    static let end = Sound(bits: 0)

    private let bits: UInt32

    private init(bits: UInt32) { self.bits = bits }

    /// A character, by its scalar as written and as folded (not 0).
    @inline(__always) init(_ written: UInt32, folded: UInt32) {
        let own = Readings.set(of: written)
        let set = own == 0 ? Readings.set(of: folded) : own
        let scalar = folded < 0x10000 ? folded : 0xFFFF
        bits = scalar | UInt32(set) << 16 | (Self.isSilent(folded) ? 1 << 31 : 0)
    }

    /// The characters of a name, and the end behind them.
    static func sounds(of text: String) -> [Sound] {
        let table = Folding.table
        var sounds: [Sound] = []
        for scalar in text.unicodeScalars {
            let folded = Folding.fold(scalar.value, table)
            if folded != 0 { sounds.append(Sound(scalar.value, folded: folded)) }
        }
        return sounds + [.end]
    }

    /// The folded scalar; U+FFFF for all those outside of the basic plane.
    @inline(__always) var scalar: UInt32 { bits & 0xFFFF }
    /// The number of its set of readings, 0 for none.
    @inline(__always) var set: Int { Int(bits >> 16 & 0xFFF) }
    /// Whether it may be passed over.
    @inline(__always) var isSilent: Bool { bits >> 31 != 0 }

    @inline(__always) private static func isSilent(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x61...0x7A: false
        case 0..<0x80, 0xB7, 0x2000...0x206F, 0x3000...0x303F, 0xFF00...0xFF20: true
        default: false
        }
    }
}

/// A typed word as it may be read off a name: letters stand for whole syllables, for initials, or for the
/// beginning of the last syllable, in any mixture with characters.
struct SoundPattern: Sendable {
    /// Where a match ends, and whether nothing but silent characters follows.
    struct Ending: Equatable {
        /// How many characters it covers.
        let count: Int
        /// Whether the name ends there.
        let isWhole: Bool
    }

    /// The letters and characters of the word.
    let scalars: [UInt32]
    private let first: UInt32
    /// The letter that it begins with, bit 0 for `a`; 0 for anything else.
    let firstLetter: UInt32
    /// From each letter on the next eight, as in a reading; what is no letter is in none.
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

    /// Whether a match can begin with this character.
    @inline(__always) func canBegin(_ sound: Sound, _ initials: UnsafeBufferPointer<UInt32>) -> Bool {
        sound.scalar == first || initials[sound.set] & firstLetter != 0
    }

    /// The match that begins with the next of these characters, a whole one if there is one.
    @inline(__always) func match(_ sounds: some SoundCursor) -> Ending? {
        var sounds = sounds
        let goal: UInt64 = 1 << UInt64(scalars.count)
        // Bit k stands for a way on which k letters are used up.
        var ways: UInt64 = 1
        var found: Ending?
        var number = 0
        while ways != 0 {
            let sound = sounds.next()
            if sound == .end { break }
            let next = step(ways, over: sound, isFirst: number == 0)
            number += 1
            if next & goal != 0 {
                let isWhole = sounds.isAtEnd
                if found == nil || isWhole { found = Ending(count: number, isWhole: isWhole) }
                if isWhole { break }
            }
            ways = next & ~goal
        }
        return found
    }

    private func step(_ ways: UInt64, over sound: Sound, isFirst: Bool) -> UInt64 {
        var next: UInt64 = sound.isSilent && !isFirst ? ways : 0
        let readings = sound.set > 0 ? Readings.shared[sound.set] : []
        var rest = ways
        while rest != 0 {
            let used = rest.trailingZeroBitCount
            rest &= rest - 1
            if scalars[used] == sound.scalar { next |= 1 << UInt64(used + 1) }
            for reading in readings { next |= ends(of: reading, from: used) }
        }
        return next
    }

    // A syllable may be typed whole, by its initial (zh, ch and sh are initials too), or cut off by the end.
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

/// Goes through the characters of a name.
protocol SoundCursor {
    /// The next character; `Sound.end` behind the last one.
    mutating func next() -> Sound
}

extension SoundCursor {
    /// Whether nothing but silent characters follows.
    var isAtEnd: Bool {
        var rest = self
        var sound = rest.next()
        while sound.isSilent { sound = rest.next() }
        return sound == .end
    }
}

/// Characters that are laid out, with the end behind them.
struct LaidOutSounds: SoundCursor {
    private var here: UnsafePointer<Sound>

    init(_ here: UnsafePointer<Sound>) { self.here = here }

    @inline(__always) mutating func next() -> Sound {
        let sound = here.pointee
        if sound != .end { here += 1 }
        return sound
    }
}

/// The characters of a folded text that are read like what they are folded onto; a zero ends it.
struct FoldedSounds: SoundCursor {
    private var here: UnsafePointer<UInt8>

    init(_ here: UnsafePointer<UInt8>) { self.here = here }

    @inline(__always) mutating func next() -> Sound {
        if here[0] == 0 { return .end }
        let (scalar, length) = Folding.scalar(here)
        here += length
        return Sound(scalar, folded: scalar)
    }
}
