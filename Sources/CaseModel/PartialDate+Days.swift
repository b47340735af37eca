// Days as numbers, so that dates can be laid out along a line and compared. Counted is the proleptic Gregorian
// calendar, in which 1 January of the year 1 is day 1 (the "fixed days" of Reingold and Dershowitz, Calendrical
// Calculations).
extension PartialDate {
    /// The days that the date may mean: one day, the days of a month, those of a year, ten or a hundred. Those of a
    /// season are the whole year's, for which of them are its own depends on where one is.
    package var days: ClosedRange<Int> {
        let first = Self.day(year: year, month: month ?? 1, day: day ?? 1)
        if day != nil { return first...first }
        let (nextYear, nextMonth) =
            switch month {
            case 12: (year + 1, 1)
            case .some(let month): (year, month + 1)
            case nil: (spanOfYears.upperBound + 1, 1)
            }
        return first...Self.day(year: nextYear, month: nextMonth, day: 1) - 1
    }

    /// The years that the date may mean.
    package var spanOfYears: ClosedRange<Int> {
        switch precision {
        case .century: year...year + 99
        case .decade: year...year + 9
        case .year, .season, .month, .day: year...year
        }
    }

    /// The days beyond which the date surely does not lie.
    ///
    /// What is approximate or uncertain is taken to be off by a month where a day is given, by a year for a month or
    /// a season, by ten years for a year, by a hundred for a decade or a century. A season may begin or end in the
    /// year beside its own.
    var possibleDays: ClosedRange<Int> {
        let doubt =
            switch precision {
            case .day: 31
            case .month, .season: 366
            case .year: 3_653
            case .decade, .century: 36_525
            }
        let margin = isDoubtful ? doubt : season != nil ? 92 : 0
        return days.lowerBound - margin...days.upperBound + margin
    }

    /// Whether it lies before another date, as far as both tell.
    package func isSurelyBefore(_ other: PartialDate) -> Bool {
        possibleDays.upperBound < other.possibleDays.lowerBound
    }

    /// The number of a day of the calendar, of any year; a day beyond its month's end is one of the next month.
    package static func day(year: Int, month: Int, day: Int) -> Int {
        // March begins the count, so that the leap day is a year's last.
        let (march, years) = month > 2 ? (month - 3, year) : (month + 9, year - 1)
        let centuries = floored(years, 100)
        return 365 * years + floored(years, 4) - centuries + floored(centuries, 4)
            + (153 * march + 2) / 5 + day - 306
    }

    /// The year that a day lies in.
    package static func year(of day: Int) -> Int {
        // 400 years have 146,097 days: the guess is a year off at most.
        let guess = floored(400 * (day - 1), 146_097) + 1
        if day < Self.day(year: guess, month: 1, day: 1) { return guess - 1 }
        return day < Self.day(year: guess + 1, month: 1, day: 1) ? guess : guess + 1
    }

    /// The quotient, rounded towards the smaller number.
    package static func floored(_ number: Int, _ divisor: Int) -> Int {
        number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
    }
}

/// In time: by the first day, the less precise first (2018, 2018-01, 2018-01-25), then by season and doubt.
extension PartialDate: Comparable {
    package static func < (left: PartialDate, right: PartialDate) -> Bool { left.rank < right.rank }

    private var rank: (Int, Int, Int, Int) {
        let days = days
        return (
            days.lowerBound, -days.upperBound, season?.rawValue ?? 0,
            (isApproximate ? 1 : 0) + (isUncertain ? 2 : 0)
        )
    }
}
