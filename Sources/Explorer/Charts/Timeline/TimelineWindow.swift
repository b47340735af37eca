import CaseModel

/// The part of a timeline's days that is in view.
///
/// Zoomed by nothing, all days are in view; each step doubles the columns that a day takes, until it has one of
/// its own.
struct TimelineWindow: Equatable {
    /// How many steps it is zoomed in.
    let zoom: Int
    /// Where the days stand.
    let scale: TimelineScale
    /// The column of the scale that the first day in view stands in.
    let offset: Int
    /// The columns in view, margins not counted.
    let width: Int

    /// A window so many columns wide. Zoom and first day are brought to the nearest that there are.
    init(_ range: ClosedRange<Int>, columns: Int, zoom: Int, left: Int) {
        let width = max(1, columns - 2 * TimelineBar.margin)
        let deepest = (0..<24).first { width << $0 >= range.count } ?? 24
        let zoom = min(max(0, zoom), deepest)
        let scale = TimelineScale(range, columns: width << zoom)
        let day = min(max(range.lowerBound, left), range.upperBound)
        offset = min(scale.column(of: day), scale.columns - width)
        (self.zoom, self.scale, self.width) = (zoom, scale, width)
    }

    /// The columns of the scale in view, margins counted.
    var seen: Range<Int> { offset - TimelineBar.margin..<offset + width + TimelineBar.margin }

    /// The first day in view.
    var left: Int { scale.day(in: offset) }

    /// Whether something of an item's bar is in view.
    func shows(_ entry: Timeline.Entry) -> Bool {
        TimelineBar(entry, on: scale).columns.map(seen.overlaps) ?? false
    }

    /// The window at another zoom in which these days begin where they did, or as far from there as it takes to
    /// have them all in view, or at least their beginning.
    func zoomed(to zoom: Int, around days: ClosedRange<Int>) -> TimelineWindow {
        let next = with(zoom: zoom, left: left)
        let start = next.scale.column(of: days.lowerBound)
        let length = next.scale.column(of: days.upperBound) - start
        let edge = width / 8
        let place = min(scale.column(of: days.lowerBound) - offset, width - 1 - edge - length)
        return next.with(zoom: next.zoom, left: next.scale.day(in: start - max(edge, place)))
    }

    /// The window moved by so many columns.
    func panned(by columns: Int) -> TimelineWindow {
        with(zoom: zoom, left: scale.day(in: min(max(0, offset + columns), scale.columns - width)))
    }

    private func with(zoom: Int, left: Int) -> TimelineWindow {
        TimelineWindow(scale.range, columns: width + 2 * TimelineBar.margin, zoom: zoom, left: left)
    }
}

/// Which column a day stands in where a range of days is laid out over so many columns. A later day never stands
/// further left than an earlier one.
struct TimelineScale: Equatable {
    /// The days that are laid out.
    let range: ClosedRange<Int>
    /// The columns that they take, 1 or more.
    let columns: Int

    init(_ range: ClosedRange<Int>, columns: Int) {
        self.range = range
        self.columns = max(1, columns)
    }

    /// The column of a day, 0 for the first of the range; days outside of it stand in columns outside.
    func column(of day: Int) -> Int {
        let (quotient, remainder) = ((day - range.lowerBound) * columns).quotientAndRemainder(
            dividingBy: range.count)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// The first day that stands in a column or, where a day takes several, to the right of it.
    func day(in column: Int) -> Int {
        let (quotient, remainder) = (column * range.count).quotientAndRemainder(dividingBy: columns)
        return range.lowerBound + quotient + (remainder > 0 ? 1 : 0)
    }

    /// The columns that so many days take, rounded down.
    func columns(ofDays days: Int) -> Int { days * columns / range.count }
}

/// What a dated item looks like on a scale.
///
/// ```
/// ●            a day, or whatever fits into one column
/// ┣━━━━━━┫     a period between two such dates
/// ░░░━━━░░░    the same between two years that are all that is known
/// ┣━━━━┄→      known to last so far, and no end yet
/// ●┄?          an end that is not known
/// ?┄┫          a beginning that is not known
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
    static let within: Character = "░"
    static let further: Character = "┄"
    static let lasting: Character = "→"
    static let unknown: Character = "?"

    /// The columns on either side that a bar may need beyond those of its days.
    static let margin = 2

    /// From left to right, one after the other without gaps.
    private(set) var runs: [Run] = []

    init(_ entry: Timeline.Entry, on scale: TimelineScale) {
        switch (entry.start.map(scale.columns), entry.end) {
        case (let start?, .on(let date)):
            let end = scale.columns(of: date)
            if start.upperBound < end.lowerBound {
                append(start, Self.beginning)
                fill(to: end.lowerBound - 1)
                append(end, Self.end)
            } else {
                let last = max(start.upperBound, end.upperBound)
                append(start.lowerBound...last, Self.day)
            }
        case (let start?, .lasting(let asOf)):
            let known = asOf.map(scale.columns)?.lowerBound ?? start.upperBound
            append(start, known > start.upperBound ? Self.beginning : Self.day)
            fill(to: known)
            append([Self.further, Self.lasting])
        case (let start?, .unknown):
            append(start, Self.day)
            append([Self.further, Self.unknown])
        case (nil, .on(let date)):
            let end = scale.columns(of: date)
            runs = [Self.unknown, Self.further].enumerated().map { number, glyph in
                let column = end.lowerBound - Self.margin + number
                return Run(columns: column...column, glyph: glyph)
            }
            append(end, Self.end)
        case (nil, .lasting), (nil, .unknown):
            // An entry without any date is not made.
            break
        }
    }

    /// From its first column to its last.
    var columns: ClosedRange<Int>? {
        guard let first = runs.first, let last = runs.last else { return nil }
        return first.columns.lowerBound...last.columns.upperBound
    }

    /// Appends a date: a glyph for one column, else how far it may be spread.
    private mutating func append(_ date: ClosedRange<Int>, _ glyph: Character) {
        runs.append(Run(columns: date, glyph: date.count == 1 ? glyph : Self.within))
    }

    /// Goes on to a column, if it lies ahead.
    private mutating func fill(to column: Int) {
        guard let last = columns?.upperBound, column > last else { return }
        runs.append(Run(columns: last + 1...column, glyph: Self.during))
    }

    private mutating func append(_ glyphs: [Character]) {
        for glyph in glyphs {
            guard let last = columns?.upperBound else { return }
            runs.append(Run(columns: last + 1...last + 1, glyph: glyph))
        }
    }
}

extension TimelineScale {
    /// The columns that a date may mean. A day known exactly is never spread, not even where it has room for two.
    fileprivate func columns(of date: PartialDate) -> ClosedRange<Int> {
        let first = column(of: date.days.lowerBound)
        return date.day == nil ? first...column(of: date.days.upperBound) : first...first
    }
}

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
