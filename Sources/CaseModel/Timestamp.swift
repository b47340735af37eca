/// A local time with its offset, to the second: `2026-11-23T18:15:00+08:00` (RFC 3339).
package struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The local date.
    package let date: PartialDate
    /// Seconds since the beginning of the day; 86,400 is a leap second.
    package let second: Int
    /// The offset from UTC in minutes.
    package let offset: Int

    /// Nil for a date without a day, and for a time or an offset of a day or more.
    package init?(date: PartialDate, second: Int, offset: Int = 0) {
        guard date.day != nil, (0...86_400).contains(second), (-1439...1439).contains(offset) else {
            return nil
        }
        (self.date, self.second, self.offset) = (date, second, offset)
    }

    /// Parses the format of `description`; nil for anything else.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20 || bytes.count == 25, let date = PartialDate(text.prefix(10)), date.isPlain,
            bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hour = Int(digits: bytes[11...12]), let minute = Int(digits: bytes[14...15]), minute < 60,
            let second = Int(digits: bytes[17...18]), second <= 60,
            let offset = Self.offset(bytes[19...])
        else { return nil }
        self.init(date: date, second: hour * 3600 + minute * 60 + second, offset: offset)
    }

    /// The order of instants, whatever the offsets.
    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.instant, left.offset) < (right.instant, right.offset)
    }

    /// The time in the format of RFC 3339; `Z` is UTC.
    package var description: String {
        let minutes = min(second / 60, 1439)
        let away = abs(offset)
        let sign = offset < 0 ? "-" : "+"
        let zone =
            offset == 0 ? "Z" : sign + (away / 60).padded(to: 2) + ":" + (away % 60).padded(to: 2)
        return "\(date)T" + (minutes / 60).padded(to: 2) + ":" + (minutes % 60).padded(to: 2) + ":"
            + (second - minutes * 60).padded(to: 2) + zone
    }

    /// Seconds in UTC.
    private var instant: Int { date.days.lowerBound * 86_400 + second - offset * 60 }

    private static func offset(_ zone: ArraySlice<UInt8>) -> Int? {
        if zone.elementsEqual([UInt8(ascii: "Z")]) { return 0 }
        guard zone.count == 6, let sign = zone.first, zone[zone.startIndex + 3] == UInt8(ascii: ":"),
            let hours = Int(digits: zone.dropFirst().prefix(2)), let minutes = Int(digits: zone.suffix(2)),
            minutes < 60
        else { return nil }
        switch sign {
        case UInt8(ascii: "+"): return hours * 60 + minutes
        case UInt8(ascii: "-"): return -(hours * 60 + minutes)
        case _: return nil
        }
    }
}
