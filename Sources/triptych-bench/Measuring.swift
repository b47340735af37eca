import SeededRandom

/// One measured number.
struct Figure: Codable {
    /// How far a number is the same on another machine.
    enum Nature: String, Codable {
        /// Depends on the program and its case alone.
        case exact
        /// Depends on these and on the libraries of the system.
        case memory
        /// Depends on the machine and its load.
        case timed
        /// Describes the case that was measured; not compared.
        case described
    }

    /// The group and the quantity, such as `keys: ↓ in the third pane, mean`.
    let name: String
    let value: Double
    let unit: String
    let nature: Nature
    /// The number that is aimed at; printed beside the figure.
    let budget: Double?
    /// The number above which a smoke test fails; only exact figures have one.
    let limit: Double?

    init(
        _ name: String, _ value: Double, _ unit: String, _ nature: Nature, budget: Double? = nil,
        limit: Double? = nil
    ) {
        precondition(limit == nil || nature == .exact, "a figure that depends on the machine has no limit")
        (self.name, self.unit, self.nature) = (name, unit, nature)
        (self.budget, self.limit) = (budget, limit)
        // Three decimals: more would be noise in a recorded baseline.
        self.value = (value * 1000).rounded() / 1000
    }

    var isOverBudget: Bool { budget.map { value > $0 } ?? false }
    var isOverLimit: Bool { limit.map { value > $0 } ?? false }

    /// A number with about three significant digits.
    static func text(_ value: Double) -> String {
        if value < 0 { return "-" + text(-value) }
        let decimals = value >= 100 || value == value.rounded() ? 0 : value >= 10 ? 1 : 2
        let scale = [1.0, 10, 100][decimals]
        let digits = String(Int((value * scale).rounded()))
        guard decimals > 0 else { return digits }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}

/// Measured durations of the same thing, in seconds.
struct Samples {
    private(set) var values: [Double] = []

    mutating func add(_ duration: Duration) { values.append(duration.inSeconds) }

    mutating func add(_ value: Double) { values.append(value) }

    /// The percentile by nearest rank; 0 without samples.
    func percentile(_ percent: Double) -> Double {
        guard !values.isEmpty else { return 0 }
        let rank = Int((Double(values.count) * percent / 100).rounded(.up)) - 1
        return values.sorted()[max(0, min(rank, values.count - 1))]
    }

    var median: Double { percentile(50) }
    var mean: Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }
    var largest: Double { values.max() ?? 0 }

    /// Measures a number of runs, after one that does not count.
    static func of(_ times: Int, _ work: () throws -> Void) rethrows -> Samples {
        var samples = Samples()
        let clock = ContinuousClock()
        try work()
        for _ in 0..<times { samples.add(try clock.measure(work)) }
        return samples
    }
}

extension Duration {
    /// The duration in seconds.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

extension Double {
    /// These seconds in milliseconds.
    var milliseconds: Double { self * 1e3 }
    /// These seconds in microseconds.
    var microseconds: Double { self * 1e6 }
}

/// A fixed piece of work of the program's kind: hashing, allocating, comparing texts.
enum Yardstick {
    /// Its duration: the best of several runs, which other programs disturb least.
    static func milliseconds() -> Double {
        var random = Seeded(seed: 1)
        let words = (0..<20_000).map { _ in "渝黔 \(random.next())" }
        return Samples.of(30) {
            let places = Dictionary(zip(words, words.indices), uniquingKeysWith: { $1 })
            precondition(words.sorted().count { places[$0] != nil } == words.count)
        }.percentile(0).milliseconds
    }
}
