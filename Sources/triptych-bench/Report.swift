import FoundationEssentials
import Glibc

/// All figures of one run, with what is needed to compare them with those of another.
struct Report: Codable {
    /// How many items the made-up case was asked to have.
    let items: Int
    /// Milliseconds that a fixed piece of work takes, by which times of two machines are compared.
    private(set) var yardstick: Double
    /// How many processes wanted to run in the minute before.
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

    /// Lays the yardstick on once more: whoever disturbed the first time may be gone.
    mutating func measureAgain() {
        yardstick = min(yardstick, Yardstick.milliseconds())
    }

    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try (encoder.encode(self) + Data("\n".utf8)).write(to: URL(filePath: path))
    }

    /// A line a figure: name, number, unit, budget.
    var table: String {
        let lines = figures.map { figure in
            let budget = figure.budget.map { "≤ \(Figure.text($0))" + (figure.isOverBudget ? " ✗" : "") }
            return [figure.name, Figure.text(figure.value), figure.unit, budget ?? ""]
        }
        let foot = "yardstick \(Figure.text(yardstick)) ms, load \(Figure.text(load))"
        return Table.text(lines, rightAligned: [1]) + "\n" + foot
    }
}

/// Columns that line up; every character of the bench is one column wide.
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
