/// The readings of Han characters: each character has the number of a set of readings, 0 for none.
struct Readings: Sendable {
    /// A reading of a character: up to eight lower-case letters.
    struct Reading: Sendable {
        /// The letters, the first in the lowest byte, padded with zeros.
        let letters: UInt64
        /// The number of letters.
        let count: Int

        fileprivate init(_ text: some Sequence<UInt8>) {
            var (letters, count): (UInt64, Int) = (0, 0)
            for letter in text.prefix(8) {
                letters |= UInt64(letter) << UInt64(count * 8)
                count += 1
            }
            (self.letters, self.count) = (letters, count)
        }

        /// The reading as text.
        var text: String {
            String(
                decoding: (0..<count).map { UInt8(truncatingIfNeeded: letters >> UInt64($0 * 8)) },
                as: UTF8.self)
        }

        /// True for zh, ch and sh at the beginning, which count as initials like z, c and s.
        @inline(__always) var hasLongInitial: Bool { letters >> 8 & 0xFF == UInt64(UInt8(ascii: "h")) }
    }

    /// The program's table, unpacked on first use.
    static let shared = Readings()

    /// The readings of all sets, set by set.
    private let readings: [Reading]
    /// The first reading of each set, and the end of the last.
    private let starts: [Int]
    /// For each set the letters that its readings begin with, bit 0 for `a`.
    let initials: [UInt32]
    /// For each set the letters after which the next character may follow: initials and last letters.
    let exits: [UInt32]

    private init() {
        var readings: [Reading] = []
        var starts = [0]
        HanTables.sets.withUTF8Buffer { bytes in
            let bar = UInt8(ascii: "|")
            for set in bytes.split(separator: bar, omittingEmptySubsequences: false).dropLast() {
                readings += set.split(separator: UInt8(ascii: ",")).map { Reading($0) }
                starts.append(readings.count)
            }
        }
        func bits(_ letters: (Reading) -> [Int]) -> [UInt32] {
            zip(starts, starts.dropFirst()).map { start, end in
                readings[start..<end].reduce(0) { bits, reading in
                    letters(reading).reduce(bits) { bits, place in
                        bits | 1
                            << (UInt32(truncatingIfNeeded: reading.letters >> UInt64(place * 8) & 0xFF) - 0x61)
                    }
                }
            }
        }
        initials = bits { _ in [0] }
        exits = bits { [0, $0.count - 1] + ($0.hasLongInitial ? [1] : []) }
        (self.readings, self.starts) = (readings, starts)
    }

    /// The readings of a set, without tones.
    subscript(set: Int) -> ArraySlice<Reading> { readings[starts[set]..<starts[set + 1]] }

    /// The number of a character's set of readings.
    @inline(__always) static func set(of scalar: UInt32) -> Int {
        guard scalar >= HanTables.start, scalar < HanTables.end else { return 0 }
        let digits = HanTables.index.utf8Start + Int(scalar - HanTables.start) * 2
        return Int(digits[0] - 0x30) << 6 | Int(digits[1] - 0x30)
    }
}
