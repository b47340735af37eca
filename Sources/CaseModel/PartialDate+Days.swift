// Days as numbers, so that dates can be laid out along a line. Counted is the proleptic Gregorian calendar, in
// which 1 January of the year 1 is day 1 (the "fixed days" of Reingold and Dershowitz, Calendrical Calculations).
extension PartialDate {
    /// The days that the date may mean: one day, the days of a month, or those of a year.
    package var days: ClosedRange<Int> {
        let first = Self.day(year: year, month: month ?? 1, day: day ?? 1)
        if day != nil { return first...first }
        let (nextYear, nextMonth) =
            switch month {
            case 12, nil: (year + 1, 1)
            case .some(let month): (year, month + 1)
            }
        return first...Self.day(year: nextYear, month: nextMonth, day: 1) - 1
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

    private static func floored(_ number: Int, _ divisor: Int) -> Int {
        number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
    }
}
