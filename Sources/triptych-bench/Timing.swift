/// Measured durations of the same thing, in seconds.
struct Samples {
    private(set) var values: [Double] = []

    mutating func add(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        values.append(Double(seconds) + Double(attoseconds) / 1e18)
    }

    mutating func add(_ value: Double) { values.append(value) }

    /// What so many of a hundred do not exceed; 0 without samples.
    func percentile(_ percent: Double) -> Double {
        guard !values.isEmpty else { return 0 }
        let rank = Int((Double(values.count) * percent / 100).rounded(.up)) - 1
        return values.sorted()[max(0, min(rank, values.count - 1))]
    }

    var median: Double { percentile(50) }
    var mean: Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }
    var largest: Double { values.max() ?? 0 }

    /// Runs something so many times, after one time that does not count.
    static func of(_ times: Int, _ work: () throws -> Void) rethrows -> Samples {
        var samples = Samples()
        let clock = ContinuousClock()
        try work()
        for _ in 0..<times { samples.add(try clock.measure(work)) }
        return samples
    }
}

extension Double {
    /// Seconds as milliseconds.
    var milliseconds: Double { self * 1e3 }
    /// Seconds as microseconds.
    var microseconds: Double { self * 1e6 }
}

/// A fixed piece of work of the kinds that the program does: hashing, allocating, comparing texts.
enum Yardstick {
    /// How long it takes; the best of several, which other programs disturb least.
    static func milliseconds() -> Double {
        var random = SplitMix(seed: 1)
        let words = (0..<20_000).map { _ in "渝黔 \(random.next())" }
        return Samples.of(9) {
            let places = Dictionary(zip(words, words.indices), uniquingKeysWith: { $1 })
            precondition(words.sorted().count { places[$0] != nil } == words.count)
        }.percentile(0).milliseconds
    }
}

/// The same numbers for the same seed, everywhere (SplitMix64, Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
