/// One measured number.
struct Figure: Codable {
    /// How far a number can be trusted to come out the same elsewhere.
    enum Nature: String, Codable {
        /// Follows from the program and its case alone.
        case exact
        /// Follows from them and from the system's libraries, more or less.
        case memory
        /// Depends on the machine and on what else it does.
        case timed
        /// Tells about the case that was measured, and is not compared.
        case described
    }

    /// The group and what is measured, such as `keys: ↓ in the third pane, mean`.
    let name: String
    let value: Double
    let unit: String
    let nature: Nature
    /// What the number should not exceed: the aim, which is told.
    let budget: Double?
    /// What it must not exceed: beyond it a smoke test fails. Only exact figures have one.
    let limit: Double?

    init(
        _ name: String, _ value: Double, _ unit: String, _ nature: Nature, budget: Double? = nil,
        limit: Double? = nil
    ) {
        precondition(limit == nil || nature == .exact, "what depends on the machine is never asserted")
        (self.name, self.unit, self.nature) = (name, unit, nature)
        (self.budget, self.limit) = (budget, limit)
        // A recorded baseline should not pretend to know the picosecond.
        self.value = (value * 1000).rounded() / 1000
    }

    var isOverBudget: Bool { budget.map { value > $0 } ?? false }
    var isOverLimit: Bool { limit.map { value > $0 } ?? false }

    /// A number in about three digits.
    static func text(_ value: Double) -> String {
        let decimals = value >= 100 || value == value.rounded() ? 0 : value >= 10 ? 1 : 2
        let scale = [1.0, 10, 100][decimals]
        let digits = String(Int((value * scale).rounded()))
        guard decimals > 0 else { return digits }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}
