/// How Han characters are read: each has the number of a set of readings, 0 where it has none.
struct Readings: Sendable {
    /// The table of the program, unpacked when first asked for.
    static let shared = Readings()

    /// The readings of each set, each a list of lower-case letters.
    private let sets: [[[UInt8]]]
    /// For each set the letters that its readings begin with, bit 0 for `a`.
    let initials: [UInt32]

    private init() {
        var sets: [[[UInt8]]] = []
        HanTables.sets.withUTF8Buffer { bytes in
            let bar = UInt8(ascii: "|")
            for set in bytes.split(separator: bar, omittingEmptySubsequences: false).dropLast() {
                sets.append(set.split(separator: UInt8(ascii: ",")).map { Array($0) })
            }
        }
        self.sets = sets
        initials = sets.map { set in
            set.reduce(0) { $0 | 1 << UInt32($1[0] - UInt8(ascii: "a")) }
        }
    }

    /// The readings of a set, without tones.
    subscript(set: Int) -> [[UInt8]] { sets[set] }

    /// The number of a character's set of readings.
    @inline(__always) static func set(of scalar: UInt32) -> Int {
        guard scalar >= HanTables.start, scalar < HanTables.end else { return 0 }
        let digits = HanTables.index.utf8Start + Int(scalar - HanTables.start) * 2
        return Int(digits[0] - 0x30) << 6 | Int(digits[1] - 0x30)
    }
}
