import CaseModel

/// The years or months that stand above a timeline: as many as can be read apart.
struct TimelineAxis: Equatable {
    /// A year or month, where its first day stands.
    struct Tick: Equatable {
        /// The column of the scale.
        let column: Int
        let label: Text
    }

    private enum Step {
        case months(Int)
        case years(Int)

        /// The days that it takes at least.
        var days: Int {
            switch self {
            case .months(let count): count * 28
            case .years(let count): count * 365
            }
        }
    }

    /// The columns that a label and the gap behind it take at least.
    private static let room = 8
    /// More ticks than this are no help.
    private static let most = 14
    private static let steps: [Step] =
        [1, 3, 6].map(Step.months) + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map(Step.years)

    private(set) var ticks: [Tick] = []

    init(_ window: TimelineWindow) {
        let scale = window.scale
        let room = max(Self.room, window.width / Self.most)
        guard let step = Self.steps.first(where: { scale.columns(ofDays: $0.days) >= room }) else { return }
        let first = PartialDate.year(of: window.left)
        switch step {
        case .months(let count):
            var month = 12 * first
            while append(day: Self.day(month), on: window, label: label(month)) { month += count }
        case .years(let count):
            var year = first - first % count
            while append(day: Self.day(12 * year), on: window, label: Text(String(year))) { year += count }
        }
    }

    /// The first day of a month, counted from January of the year 0.
    private static func day(_ month: Int) -> Int {
        PartialDate.day(year: month / 12, month: month % 12 + 1, day: 1)
    }

    /// January is called by its year, and so is the first month in view.
    private func label(_ month: Int) -> Text {
        if month % 12 == 0 { return Text(String(month / 12)) }
        if ticks.isEmpty, let date = PartialDate(year: month / 12, month: month % 12 + 1) {
            return Text("\(date)")
        }
        return Strings.tick(month: month % 12 + 1)
    }

    /// Appends a tick that is in view; false beyond the end.
    private mutating func append(day: Int, on window: TimelineWindow, label: Text) -> Bool {
        let column = window.scale.column(of: day)
        guard column < window.offset + window.width else { return false }
        if column >= window.offset { ticks.append(Tick(column: column, label: label)) }
        return true
    }
}
