import CaseModel
import Explorer
import Glibc

extension PartialDate {
    /// Today's date where the program runs; nil if the clock is beyond all calendars.
    static var today: PartialDate? {
        Timestamp.now?.date
    }
}

extension Timestamp {
    /// What the clock shows where the program runs; nil if it is beyond all calendars.
    static var now: Timestamp? {
        var now = time(nil)
        var parts = tm()
        guard localtime_r(&now, &parts) != nil,
            let date = PartialDate(
                year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        else { return nil }
        return Timestamp(
            date: date, second: Int(parts.tm_hour) * 3600 + Int(parts.tm_min) * 60 + Int(parts.tm_sec),
            offset: parts.tm_gmtoff / 60)
    }
}

extension SpeakerBoard.Clock {
    /// The time of day where the program runs.
    static var now: SpeakerBoard.Clock {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return SpeakerBoard.Clock(hour: Int(parts.tm_hour), minute: Int(parts.tm_min))
    }
}
