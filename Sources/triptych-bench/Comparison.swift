/// Figures against recorded ones, by ratio.
///
/// Times are first divided by each run's yardstick, so that a slower machine is not taken for a slower
/// program. The factors are generous: they find a cost that has doubled, not one that has grown by a tenth.
struct Comparison {
    private struct Line {
        let figure: Figure
        let recorded: Figure
        let ratio: Double
        var isWorse: Bool { Comparison.factor(figure.nature).map { ratio > $0 } ?? false }
    }

    private let lines: [Line]

    init(of report: Report, with baseline: Report) {
        let recorded = Dictionary(baseline.figures.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        let isSameSize = report.items == baseline.items
        lines = report.figures.compactMap { figure in
            guard let before = recorded[figure.name], Self.factor(figure.nature) != nil,
                isSameSize || !figure.name.hasPrefix(Group.size.rawValue + ":")
            else { return nil }
            let isTimed = figure.nature == .timed
            let now = isTimed ? figure.value / report.yardstick : figure.value
            let then = isTimed ? before.value / baseline.yardstick : before.value
            // From nothing to nothing is no change; from nothing to something is.
            let ratio = then == 0 ? (now == 0 ? 1 : .infinity) : now / then
            return Line(figure: figure, recorded: before, ratio: ratio)
        }
    }

    /// How many times the recorded figure one may be; nil for what is not compared.
    private static func factor(_ nature: Figure.Nature) -> Double? {
        switch nature {
        case .exact: 1.25
        case .memory: 1.5
        case .timed: 2.5
        case .described: nil
        }
    }

    /// Whether anything is worse than its factor allows.
    var isWorse: Bool { lines.contains(where: \.isWorse) }

    /// A line a figure: name, then, now, ratio and the factor where it is exceeded.
    var table: String {
        let rows = lines.map { line in
            let verdict = line.isWorse ? "✗ more than \(Self.factor(line.figure.nature)!) times" : ""
            let ratio = line.ratio.isFinite ? "×" + Figure.text(line.ratio) : "new"
            return [
                line.figure.name, Figure.text(line.recorded.value), "→", Figure.text(line.figure.value),
                line.figure.unit, ratio, verdict,
            ]
        }
        let title = "\nagainst the baseline (times by yardstick)\n"
        return title + (rows.isEmpty ? "nothing to compare" : Table.text(rows, rightAligned: [1, 3, 5]))
    }
}
