/// A date as precisely as it is known: a year, a month or a day of the Gregorian calendar.
package struct PartialDate: Hashable, Sendable, CustomStringConvertible {
    /// The year, 1 to 9999.
    package let year: Int
    /// The month, 1 to 12, if known.
    package let month: Int?
    /// The day of the month, if known; never without a month.
    package let day: Int?

    /// Fails when the parts name no day, month or year of the calendar.
    package init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day {
                guard (1...Self.days(in: month, of: year)).contains(day) else { return nil }
            }
        } else if day != nil {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2018`, `2018-01` or `2018-01-25`; anything else is nil.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let widths = [4, 2, 2]
        guard (1...3).contains(parts.count) else { return nil }
        var numbers: [Int] = []
        for (part, width) in zip(parts, widths) {
            guard part.utf8.count == width, part.utf8.allSatisfy({ (48...57).contains($0) }),
                let number = Int(part)
            else { return nil }
            numbers.append(number)
        }
        self.init(
            year: numbers[0],
            month: numbers.count > 1 ? numbers[1] : nil,
            day: numbers.count > 2 ? numbers[2] : nil)
    }

    /// The date in the notation that the case files use.
    package var description: String {
        var text = Self.padded(year, to: 4)
        if let month { text += "-" + Self.padded(month, to: 2) }
        if let day { text += "-" + Self.padded(day, to: 2) }
        return text
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

/// A stretch of time with either end open.
package struct Period: Hashable, Sendable {
    /// When it began, if known.
    package var start: PartialDate?
    /// When it ended; nil while it lasts or where the end is not known.
    package var end: PartialDate?

    /// A period between two ends, either of them open.
    package init(start: PartialDate? = nil, end: PartialDate? = nil) {
        self.start = start
        self.end = end
    }

    /// The years in which it went on: to this day where no end is known, and nil where neither end is.
    package var years: ClosedRange<Int>? {
        guard let first = (start ?? end)?.year else { return nil }
        return first...max(first, end?.year ?? Int.max)
    }
}

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
