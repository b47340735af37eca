import CaseModel

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
