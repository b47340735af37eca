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

    private let scalars: [UInt32]
    private let first: UInt32
    private let firstLetter: UInt32

    /// Nil for a word without letters, or with too many (63) for a name.
    init?(_ scalars: [UInt32]) {
        let letters = UInt32(0x61)...0x7A
        guard scalars.contains(where: letters.contains), scalars.count < 64 else { return nil }
        self.scalars = scalars
        first = scalars[0]
        firstLetter = letters.contains(first) ? 1 << (first - 0x61) : 0
    }

    /// Whether a match can begin with this character.
    @inline(__always) func canBegin(_ sound: Sound, _ initials: UnsafeBufferPointer<UInt32>) -> Bool {
        sound.scalar == first || initials[sound.set] & firstLetter != 0
    }

    /// The match that begins with the first of these characters, a whole one if there is one. They end with
    /// `Sound.end`.
    func match(_ sounds: UnsafePointer<Sound>) -> Ending? {
        let goal: UInt64 = 1 << UInt64(scalars.count)
        // Bit k stands for a way on which k letters are used up.
        var ways: UInt64 = 1
        var found: Ending?
        var number = 0
        while ways != 0, sounds[number] != .end {
            let next = step(ways, over: sounds[number], isFirst: number == 0)
            number += 1
            if next & goal != 0 {
                var rest = number
                while sounds[rest].isSilent { rest += 1 }
                let isWhole = sounds[rest] == .end
                if found == nil || isWhole { found = Ending(count: number, isWhole: isWhole) }
                if isWhole { break }
            }
            ways = next & ~goal
        }
        return found
    }

    private func step(_ ways: UInt64, over sound: Sound, isFirst: Bool) -> UInt64 {
        var next: UInt64 = sound.isSilent && !isFirst ? ways : 0
        let readings = Readings.shared[sound.set]
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
    private func ends(of reading: [UInt8], from used: Int) -> UInt64 {
        var equal = 0
        while equal < reading.count, used + equal < scalars.count, scalars[used + equal] == reading[equal] {
            equal += 1
        }
        guard equal > 0 else { return 0 }
        var ends: UInt64 = 1 << UInt64(used + 1)
        if equal == reading.count || used + equal == scalars.count { ends |= 1 << UInt64(used + equal) }
        if equal >= 2, reading[1] == UInt8(ascii: "h") { ends |= 1 << UInt64(used + 2) }
        return ends
    }
}
