import CaseModel

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
