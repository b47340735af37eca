import FoundationEssentials
import Glibc

/// The figures of one run, with what a comparison with another run needs.
struct Report: Codable {
    /// The number of items asked for in the generated case.
    let items: Int
    /// Milliseconds of a fixed piece of work, by which the times of two machines are compared.
    private(set) var yardstick: Double
    /// The load average of the minute before.
    let load: Double
    var figures: [Figure] = []

    init(items: Int) {
        self.items = items
        yardstick = Yardstick.milliseconds()
        var loads = [0.0]
        load = getloadavg(&loads, 1) == 1 ? loads[0] : 0
    }

    init(readingFrom path: String) throws {
        do {
            self = try JSONDecoder().decode(Report.self, from: Data(contentsOf: URL(filePath: path)))
        } catch {
            throw BenchFailure(description: "'\(path)' holds no figures; record them with --json")
        }
    }

    /// Measures the yardstick again, and keeps the less disturbed of the two.
    mutating func measureAgain() {
        yardstick = min(yardstick, Yardstick.milliseconds())
    }

    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try (encoder.encode(self) + Data("\n".utf8)).write(to: URL(filePath: path))
    }

    /// One line a figure: name, number, unit, budget.
    var table: String {
        let lines = figures.map { figure in
            let budget = figure.budget.map { "≤ \(Figure.text($0))" + (figure.isOverBudget ? " ✗" : "") }
            return [figure.name, Figure.text(figure.value), figure.unit, budget ?? ""]
        }
        let foot = "yardstick \(Figure.text(yardstick)) ms, load \(Figure.text(load))"
        return Table.text(lines, rightAligned: [1]) + "\n" + foot
    }
}

/// Aligned columns of text; every character here is one column wide.
enum Table {
    static func text(_ lines: [[String]], rightAligned: Set<Int>) -> String {
        let widths = (lines.first ?? []).indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line in
            let cells = line.enumerated().map { column, cell in
                let blank = String(repeating: " ", count: widths[column] - cell.count)
                return rightAligned.contains(column) ? blank + cell : cell + blank
            }
            let text = cells.joined(separator: "  ")
            return String(text.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }
}

/// The ratios of figures to recorded ones.
///
/// Times are divided by the yardstick of their run, so that a slower machine does not look like a slower
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
            // 0 to 0 is no change; 0 to more is an infinite one.
            let ratio = then == 0 ? (now == 0 ? 1 : .infinity) : now / then
            return Line(figure: figure, recorded: before, ratio: ratio)
        }
    }

    /// The largest ratio allowed; nil for figures that are not compared.
    private static func factor(_ nature: Figure.Nature) -> Double? {
        switch nature {
        case .exact: 1.25
        case .memory: 1.5
        case .timed: 2.5
        case .described: nil
        }
    }

    /// True if a figure exceeds its factor.
    var isWorse: Bool { lines.contains(where: \.isWorse) }

    /// One line a figure: name, recorded value, new value, ratio, and the factor where it is exceeded.
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
