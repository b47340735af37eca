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
