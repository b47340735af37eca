/// A date as precisely as it is known, in the proleptic Gregorian calendar.
///
/// The notation is that of EDTF level 1 (Extended Date/Time Format, Library of Congress 2019; ISO 8601-2).
///
/// | written | means |
/// |---|---|
/// | `2018`, `2018-01`, `2018-01-25` | a year, a month, a day |
/// | `0960`, `-0255`, `Y17000` | any year; `0000` is 1 BCE, so `-0255` is 256 BCE (astronomical years) |
/// | `2018-21` … `2018-24` | spring, summer, autumn, winter, wherever one is |
/// | `201X`, `20XX` | some year of the ten from 2010 on, of the hundred from 2000 on |
/// | `2018~`, `2018?`, `2018%` | about 2018; perhaps 2018; perhaps about 2018 |
///
/// More is read than EDTF has: a year before 1000 needs no zeros (`960`, `-255`); it is written with them. Less is
/// read where EDTF says no more about the days: `2018-XX` is refused, since that is what `2018` means here. Times of
/// day and all of level 2 are refused as well.
package struct PartialDate: Hashable, Sendable, CustomStringConvertible {
    /// How precisely a date is known, from the least to the most.
    package enum Precision: Hashable, Sendable {
        case century, decade, year, season, month, day
    }

    /// A quarter of a year, by its number in EDTF. Its months are not known: they depend on where one is.
    package enum Season: Int, CaseIterable, Hashable, Sendable {
        case spring = 21
        case summer, autumn, winter
    }

    /// The years that a date may lie in.
    package static let years = -999_999...999_999

    /// The year, by astronomers' count, in which 0 is 1 BCE; of a decade or century the first.
    package let year: Int
    /// The month, 1 to 12, if known.
    package let month: Int?
    /// The day of the month, if known; never without a month.
    package let day: Int?
    /// The season, if that is what is known.
    package let season: Season?
    /// How precisely it is known.
    package let precision: Precision
    /// True of a date that is about right.
    package private(set) var isApproximate: Bool
    /// True of a date that may be wrong.
    package private(set) var isUncertain: Bool

    /// Fails when the parts name no day, month or year of the calendar. A month needs a year of four digits at most.
    package init?(
        year: Int, month: Int? = nil, day: Int? = nil, isApproximate: Bool = false, isUncertain: Bool = false
    ) {
        guard Self.years.contains(year) else { return nil }
        if let month {
            guard abs(year) <= 9999, (1...12).contains(month) else { return nil }
            if let day {
                guard (1...Self.days(in: month, of: year)).contains(day) else { return nil }
            }
        } else if day != nil {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
        season = nil
        precision = day != nil ? .day : month != nil ? .month : .year
        self.isApproximate = isApproximate
        self.isUncertain = isUncertain
    }

    /// A season of a year of four digits at most.
    package init?(season: Season, of year: Int, isApproximate: Bool = false, isUncertain: Bool = false) {
        guard abs(year) <= 9999 else { return nil }
        (self.year, self.season, precision) = (year, season, .season)
        (month, day) = (nil, nil)
        self.isApproximate = isApproximate
        self.isUncertain = isUncertain
    }

    /// Some year of the ten or the hundred whose other digits are these: 201 for `201X`, −25 for `-025X`.
    private init?(digits: Int, unspecified: Int, isApproximate: Bool, isUncertain: Bool) {
        let size = unspecified == 1 ? 10 : 100
        guard unspecified == 1 || unspecified == 2, abs(digits) <= 9999 / size else { return nil }
        // Before our era the years that end in 9 come first.
        year = digits < 0 ? digits * size - (size - 1) : digits * size
        precision = unspecified == 1 ? .decade : .century
        (month, day, season) = (nil, nil, nil)
        self.isApproximate = isApproximate
        self.isUncertain = isUncertain
    }

    /// Some year of the ten (`.decade`) or the hundred (`.century`) that begin with this one.
    package init?(
        _ precision: Precision, from first: Int, isApproximate: Bool = false, isUncertain: Bool = false
    ) {
        let unspecified: Int
        switch precision {
        case .decade: unspecified = 1
        case .century: unspecified = 2
        case .year, .season, .month, .day: return nil
        }
        guard Self.years.contains(first) else { return nil }
        self.init(
            digits: first / (unspecified == 1 ? 10 : 100), unspecified: unspecified,
            isApproximate: isApproximate, isUncertain: isUncertain)
        if year != first { return nil }
    }
}

// The notation.
extension PartialDate {
    /// Reads a date; anything else is nil.
    package init?(_ text: some StringProtocol) {
        var rest = Array(text.utf8)[...]
        let mark = rest.last.flatMap { "~?%".utf8.contains($0) ? $0 : nil }
        if mark != nil { rest.removeLast() }
        let isApproximate = mark == UInt8(ascii: "~") || mark == UInt8(ascii: "%")
        let isUncertain = mark == UInt8(ascii: "?") || mark == UInt8(ascii: "%")
        let isLong = rest.first == UInt8(ascii: "Y")
        if isLong { rest.removeFirst() }
        let sign = rest.first == UInt8(ascii: "-") ? -1 : 1
        if sign < 0 { rest.removeFirst() }
        let parts = rest.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let unspecified = parts[0].reversed().prefix { $0 == UInt8(ascii: "X") }.count
        guard parts.count <= 3, let digits = Int(digits: parts[0].dropLast(unspecified)) else { return nil }
        // Nothing is before our era and in no year of it.
        if digits == 0, sign < 0 { return nil }

        if unspecified > 0 {
            guard parts.count == 1, !isLong, parts[0].count == 4 else { return nil }
            self.init(
                digits: sign * digits, unspecified: unspecified, isApproximate: isApproximate,
                isUncertain: isUncertain)
            return
        }
        let isPadded = parts[0].count > 1 && parts[0].first == UInt8(ascii: "0")
        guard isLong ? digits > 9999 && !isPadded : parts[0].count == 4 || parts[0].count < 4 && !isPadded
        else { return nil }
        var numbers: [Int] = []
        for part in parts.dropFirst() {
            guard part.count == 2, let number = Int(digits: part) else { return nil }
            numbers.append(number)
        }
        if numbers.count == 1, let season = Season(rawValue: numbers[0]) {
            self.init(
                season: season, of: sign * digits, isApproximate: isApproximate, isUncertain: isUncertain)
        } else {
            self.init(
                year: sign * digits, month: numbers.first, day: numbers.count > 1 ? numbers[1] : nil,
                isApproximate: isApproximate, isUncertain: isUncertain)
        }
    }

    /// The date in the notation that the case files use.
    package var description: String {
        let sign = year < 0 ? "-" : ""
        var text: String
        switch precision {
        case .century: text = sign + (abs(year) / 100).padded(to: 2) + "XX"
        case .decade: text = sign + (abs(year) / 10).padded(to: 3) + "X"
        case .year, .season, .month, .day:
            text = (abs(year) > 9999 ? "Y" : "") + sign + abs(year).padded(to: 4)
        }
        if let season { text += "-\(season.rawValue)" }
        if let month { text += "-" + month.padded(to: 2) }
        if let day { text += "-" + day.padded(to: 2) }
        switch (isApproximate, isUncertain) {
        case (true, true): return text + "%"
        case (true, false): return text + "~"
        case (false, true): return text + "?"
        case (false, false): return text
        }
    }

    /// True of a year from 1 to 9999, or a month or day of one, without any doubt: what ISO 8601 has without its
    /// extensions.
    package var isPlain: Bool {
        switch precision {
        case .year, .month, .day: (1...9999).contains(year) && !isDoubtful
        case .century, .decade, .season: false
        }
    }

    /// Whether it is approximate, uncertain or both.
    package var isDoubtful: Bool { isApproximate || isUncertain }

    /// The date as if it were neither approximate nor uncertain.
    package var undoubted: PartialDate {
        var date = self
        (date.isApproximate, date.isUncertain) = (false, false)
        return date
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Int {
    /// The number of one to six ASCII digits; nil for anything else.
    init?(digits: ArraySlice<UInt8>) {
        guard (1...6).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        self = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }

    /// The digits of a number that is not negative, with zeros in front up to a width.
    package func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}

// A pack keeps a date as one number. That of a plain date is the one that the first packs had; the others lie above
// all of those: the year with its sign in the lowest bit, 5 bits each for the month and the day, 2 for doubt. In the
// place of a month stand 21 to 24 for a season, 30 for a decade, 31 for a century.
extension PartialDate {
    private static let firstExtended = 1 << 23
    private static let decadeSlot = 30
    private static let centurySlot = 31

    /// The date as a number above 1, another one for every date.
    package var packed: Int {
        if isPlain { return (year * 13 + (month ?? 0)) * 32 + (day ?? 0) }
        let slot =
            switch precision {
            case .century: Self.centurySlot
            case .decade: Self.decadeSlot
            case .season: season?.rawValue ?? 0
            case .year, .month, .day: month ?? 0
            }
        let signed = year < 0 ? -2 * year - 1 : 2 * year
        let doubt = (isApproximate ? 1 : 0) + (isUncertain ? 2 : 0)
        return Self.firstExtended + (signed << 12 | slot << 7 | (day ?? 0) << 2 | doubt)
    }

    /// The date of a number; nil for one that no date has.
    package init?(packed: Int) {
        let date: PartialDate?
        if packed < Self.firstExtended {
            let (months, day) = packed.quotientAndRemainder(dividingBy: 32)
            let (year, month) = months.quotientAndRemainder(dividingBy: 13)
            date = PartialDate(year: year, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
        } else {
            let bits = packed - Self.firstExtended
            let signed = bits >> 12
            let (slot, day) = (bits >> 7 & 31, bits >> 2 & 31)
            let (isApproximate, isUncertain) = (bits & 1 > 0, bits & 2 > 0)
            let year = signed & 1 > 0 ? -(signed >> 1) - 1 : signed >> 1
            if slot >= Self.decadeSlot {
                date = PartialDate(
                    slot == Self.decadeSlot ? .decade : .century, from: year, isApproximate: isApproximate,
                    isUncertain: isUncertain)
            } else if let season = Season(rawValue: slot) {
                date = PartialDate(
                    season: season, of: year, isApproximate: isApproximate, isUncertain: isUncertain)
            } else {
                date = PartialDate(
                    year: year, month: slot == 0 ? nil : slot, day: day == 0 ? nil : day,
                    isApproximate: isApproximate, isUncertain: isUncertain)
            }
        }
        guard let date, date.packed == packed else { return nil }
        self = date
    }
}
