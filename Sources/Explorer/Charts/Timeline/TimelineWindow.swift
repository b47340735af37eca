import CaseModel
import TextLayout

/// The visible part of a timeline's days.
///
/// At zoom 0 all days are visible; each level doubles the columns of a day, until each day has one of its own.
struct TimelineWindow: Equatable {
    /// The zoom level.
    let zoom: Int
    /// The columns of the days.
    let scale: TimelineScale
    /// The column of the first visible day on the scale.
    let offset: Int
    /// The number of visible columns without margins.
    let width: Int

    /// A window of this width, with zoom and first day clamped to valid values.
    init(_ range: ClosedRange<Int>, columns: Int, zoom: Int, left: Int) {
        let width = max(1, columns - 2 * TimelineBar.margin)
        let deepest = (0..<24).first { width << $0 >= range.count } ?? 24
        let zoom = min(max(0, zoom), deepest)
        let scale = TimelineScale(range, columns: width << zoom)
        let day = min(max(range.lowerBound, left), range.upperBound)
        offset = min(scale.column(of: day), scale.columns - width)
        (self.zoom, self.scale, self.width) = (zoom, scale, width)
    }

    /// The visible columns of the scale with margins.
    var seen: Range<Int> { offset - TimelineBar.margin..<offset + width + TimelineBar.margin }

    /// The first visible day.
    var left: Int { scale.day(in: offset) }

    /// True if any part of an item's bar is visible.
    func shows(_ entry: Timeline.Entry) -> Bool {
        TimelineBar(entry, on: scale).columns.map(seen.overlaps) ?? false
    }

    /// The window at another zoom level in which these days begin in the same column, moved as far as necessary to
    /// show all of them, or at least their beginning.
    func zoomed(to zoom: Int, around days: ClosedRange<Int>) -> TimelineWindow {
        let next = with(zoom: zoom, left: left)
        let start = next.scale.column(of: days.lowerBound)
        let length = next.scale.column(of: days.upperBound) - start
        let edge = width / 8
        let place = min(scale.column(of: days.lowerBound) - offset, width - 1 - edge - length)
        return next.with(zoom: next.zoom, left: next.scale.day(in: start - max(edge, place)))
    }

    /// The window moved by a number of columns.
    func panned(by columns: Int) -> TimelineWindow {
        with(zoom: zoom, left: scale.day(in: min(max(0, offset + columns), scale.columns - width)))
    }

    private func with(zoom: Int, left: Int) -> TimelineWindow {
        TimelineWindow(scale.range, columns: width + 2 * TimelineBar.margin, zoom: zoom, left: left)
    }
}

/// The columns of a range of days. A later day is never further left than an earlier one.
struct TimelineScale: Equatable {
    /// The range of days.
    let range: ClosedRange<Int>
    /// The number of columns, 1 or more.
    let columns: Int

    init(_ range: ClosedRange<Int>, columns: Int) {
        self.range = range
        self.columns = max(1, columns)
    }

    /// The column of a day, 0 for the first of the range; days outside of the range have columns outside.
    func column(of day: Int) -> Int {
        let (quotient, remainder) = ((day - range.lowerBound) * columns).quotientAndRemainder(
            dividingBy: range.count)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// The first day of a column, or of the columns to its right if a day takes several.
    func day(in column: Int) -> Int {
        let (quotient, remainder) = (column * range.count).quotientAndRemainder(dividingBy: columns)
        return range.lowerBound + quotient + (remainder > 0 ? 1 : 0)
    }

    /// The columns of a number of days, rounded down.
    func columns(ofDays days: Int) -> Int { days * columns / range.count }
}

/// The glyphs of a dated item on a scale.
///
/// ```
/// ●            a day, or days that fit into one column
/// ░            a month or year of which no more is known, and which fits into one column
/// ┣━━━━━━┫     a period between two such dates
/// ░░░━━━░░░    the same between two years that are all that is known
/// ┣━━━━┄→      known to last so far, and no end yet
/// ●┄?          an end that is not known
/// ?┄┫          a beginning that is not known
/// ←┄┫          no beginning
/// ≈━━━○        from about a date to one that is uncertain
/// ┣━━┫──┄→     works between two dates; what was built has been in operation since
/// ●────┄→      in force since a date
/// ```
struct TimelineBar: Equatable {
    /// A run of one glyph.
    struct Run: Equatable {
        let columns: ClosedRange<Int>
        let glyph: Character
    }

    static let day: Character = "●"
    static let beginning: Character = "┣"
    static let end: Character = "┫"
    static let during: Character = "━"
    static let inForce: Character = "─"
    static let within: Character = "░"
    static let further: Character = "┄"
    static let lasting: Character = "→"
    static let beginningless: Character = "←"
    static let about: Character = "≈"
    static let doubtful: Character = "○"
    static let unknown: Character = "?"

    /// The columns that a bar may need on either side of its days.
    static let margin = 2

    /// From left to right without gaps.
    private(set) var runs: [Run] = []

    init(_ entry: Timeline.Entry, on scale: TimelineScale) {
        let single = entry.start?.day == nil ? Self.within : Self.day
        switch (entry.start.map(scale.columns), entry.end) {
        case (let start?, .on(let date)):
            let end = scale.columns(of: date)
            if start.upperBound < end.lowerBound {
                append(start, Self.beginning)
                fill(to: end.lowerBound - 1)
                append(end, Self.end)
            } else {
                let last = max(start.upperBound, end.upperBound)
                let areDays = entry.start?.day != nil && date.day != nil
                append(start.lowerBound...last, areDays ? Self.day : Self.within)
            }
        case (let start?, .lasting(let asOf)):
            let known = asOf.map(scale.columns)?.lowerBound ?? start.upperBound
            append(start, known > start.upperBound && !entry.isInForce ? Self.beginning : single)
            fill(to: known, with: entry.isInForce ? Self.inForce : Self.during)
            append([Self.further, Self.lasting])
        case (let start?, .unknown):
            append(start, single)
            append([Self.further, Self.unknown])
        case (nil, .on(let date)):
            let end = scale.columns(of: date)
            let before = entry.isOpenAtStart ? Self.beginningless : Self.unknown
            runs = [before, Self.further].enumerated().map { number, glyph in
                let column = end.lowerBound - Self.margin + number
                return Run(columns: column...column, glyph: glyph)
            }
            append(end, Self.end)
        case (nil, .lasting), (nil, .unknown):
            // A timeline has no entry without a date.
            break
        }
        mark(entry)
        if entry.isInForce, entry.end.date != nil { appendTimeInForce(as: entry.inForceAsOf, on: scale) }
    }

    /// Draws on after the works, as far as is known.
    private mutating func appendTimeInForce(as of: PartialDate?, on scale: TimelineScale) {
        if let known = of.map(scale.columns)?.lowerBound { fill(to: known, with: Self.inForce) }
        append([Self.further, Self.lasting])
    }

    /// Puts a sign of doubt on the first column of a beginning and on the last of an end.
    private mutating func mark(_ entry: Timeline.Entry) {
        if let sign = entry.start.flatMap(Self.sign), let first = runs.first {
            let column = first.columns.lowerBound
            runs[0] = Run(columns: column...column, glyph: sign)
            if column < first.columns.upperBound {
                runs.insert(Run(columns: column + 1...first.columns.upperBound, glyph: first.glyph), at: 1)
            }
        }
        if let sign = entry.end.date.flatMap(Self.sign), let last = runs.last {
            let column = last.columns.upperBound
            // The only column of a bar shows the doubt about its beginning.
            if runs.count == 1, last.glyph == Self.about || last.glyph == Self.doubtful { return }
            runs.removeLast()
            if last.columns.lowerBound < column {
                runs.append(Run(columns: last.columns.lowerBound...column - 1, glyph: last.glyph))
            }
            runs.append(Run(columns: column...column, glyph: sign))
        }
    }

    private static func sign(of date: PartialDate) -> Character? {
        date.isApproximate ? about : date.isUncertain ? doubtful : nil
    }

    /// From the first column to the last.
    var columns: ClosedRange<Int>? {
        guard let first = runs.first, let last = runs.last else { return nil }
        return first.columns.lowerBound...last.columns.upperBound
    }

    /// Appends a date: a glyph if it takes one column, else its possible range.
    private mutating func append(_ date: ClosedRange<Int>, _ glyph: Character) {
        runs.append(Run(columns: date, glyph: date.count == 1 ? glyph : Self.within))
    }

    /// Fills up to a column, if it is ahead.
    private mutating func fill(to column: Int, with glyph: Character = Self.during) {
        guard let last = columns?.upperBound, column > last else { return }
        runs.append(Run(columns: last + 1...column, glyph: glyph))
    }

    private mutating func append(_ glyphs: [Character]) {
        for glyph in glyphs {
            guard let last = columns?.upperBound else { return }
            runs.append(Run(columns: last + 1...last + 1, glyph: glyph))
        }
    }
}

extension TimelineScale {
    /// The columns that a date may mean. An exactly known day takes one column, even if a day is wider.
    fileprivate func columns(of date: PartialDate) -> ClosedRange<Int> {
        let first = column(of: date.days.lowerBound)
        return date.day == nil ? first...column(of: date.days.upperBound) : first...first
    }
}

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
