import CaseModel
import Explorer
import System

extension PartialDate {
    /// Today's local date; nil if the clock is out of range.
    static var today: PartialDate? {
        Timestamp.now?.date
    }
}

extension LocalTime {
    var secondOfDay: Int { hour * 3600 + minute * 60 + second }
}

extension Timestamp {
    /// The present local time; nil if the clock is out of range.
    static var now: Timestamp? {
        guard let now = LocalTime.now,
            let date = PartialDate(year: now.year, month: now.month, day: now.day)
        else { return nil }
        return Timestamp(date: date, second: now.secondOfDay, offset: now.offset)
    }

    /// The present local time, or the beginning of 1970 if the clock is out of range: better a note with a wrong date
    /// than none.
    static var nowOrEpoch: Timestamp {
        now ?? PartialDate(year: 1970, month: 1, day: 1).flatMap { Timestamp(date: $0, second: 0) }!
    }
}

extension SpeakerBoard.Clock {
    /// The minute of the day.
    var minutes: Int { hour * 60 + minute }

    /// The present time of day.
    static var now: SpeakerBoard.Clock {
        let now = LocalTime.now
        return SpeakerBoard.Clock(hour: now?.hour ?? 0, minute: now?.minute ?? 0)
    }
}
