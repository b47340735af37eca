import SeededRandom

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
        var random = Seeded(seed: 1)
        let words = (0..<20_000).map { _ in "渝黔 \(random.next())" }
        return Samples.of(30) {
            let places = Dictionary(zip(words, words.indices), uniquingKeysWith: { $1 })
            precondition(words.sorted().count { places[$0] != nil } == words.count)
        }.percentile(0).milliseconds
    }
}
