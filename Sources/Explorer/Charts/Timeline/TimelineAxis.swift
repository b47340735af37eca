import CaseModel
import TextLayout

/// The years or months above a timeline, as many as are readable.
struct TimelineAxis: Equatable {
    /// A year or month, at its first day.
    struct Tick: Equatable {
        /// The column of the scale.
        let column: Int
        let label: Text
    }

    private enum Step {
        case months(Int)
        case years(Int)

        /// The least number of days between two ticks.
        var days: Int {
            switch self {
            case .months(let count): count * 28
            case .years(let count): count * 365
            }
        }
    }

    /// The least number of columns of a label and the gap after it.
    private static let room = 8
    /// The largest number of ticks.
    private static let most = 14
    private static let steps: [Step] =
        [1, 3, 6].map(Step.months)
        + [1, 10, 100, 1000, 10_000, 100_000].flatMap { [$0, 2 * $0, 5 * $0] }.map(Step.years)

    private(set) var ticks: [Tick] = []

    init(_ window: TimelineWindow) {
        let scale = window.scale
        let first = PartialDate.year(of: window.left)
        let last = PartialDate.year(of: scale.range.upperBound)
        let widest = [first, last].map { year in
            Language.allCases.map { Strings.tick(year: year).phrase(in: $0).columns }.max() ?? 0
        }
        let room = max(Self.room, (widest.max() ?? 0) + 2, window.width / Self.most)
        guard let step = Self.steps.first(where: { scale.columns(ofDays: $0.days) >= room }) else { return }
        switch step {
        case .months(let count):
            var month = 12 * first
            while append(day: Self.day(month), on: window, label: label(month)) { month += count }
        case .years(let count):
            // Before our era the round years are those of historians: 500 BCE is the year −499.
            func year(_ number: Int) -> Int { number * count + (number > 0 || count == 1 ? 0 : 1) }
            var number = PartialDate.floored(first, count) - 1
            while append(
                day: Self.day(12 * year(number)), on: window, label: Strings.tick(year: year(number)))
            {
                // Between 1 and 2 there is hardly room.
                number += number == -1 && count == 2 ? 2 : 1
            }
        }
    }

    /// The first day of a month, counted from January of the year 0.
    private static func day(_ month: Int) -> Int {
        PartialDate.day(year: PartialDate.floored(month, 12), month: monthOfYear(month), day: 1)
    }

    /// January is labelled by its year; the first visible month has its year too.
    private func label(_ month: Int) -> Text {
        let (year, number) = (PartialDate.floored(month, 12), Self.monthOfYear(month))
        if number == 1 { return Strings.tick(year: year) }
        if ticks.isEmpty, let date = PartialDate(year: year, month: number) { return date.label }
        return Strings.tick(month: number)
    }

    /// The number of a month within its year, 1 to 12.
    private static func monthOfYear(_ month: Int) -> Int { month - 12 * PartialDate.floored(month, 12) + 1 }

    /// Appends a tick that is in view; false beyond the end.
    private mutating func append(day: Int, on window: TimelineWindow, label: Text) -> Bool {
        let column = window.scale.column(of: day)
        guard column < window.offset + window.width else { return false }
        if column >= window.offset { ticks.append(Tick(column: column, label: label)) }
        return true
    }
}
