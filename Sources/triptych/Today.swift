import CaseModel
import Explorer
import Glibc

extension PartialDate {
    /// Today's date where the program runs; nil if the clock is beyond all calendars.
    static var today: PartialDate? {
        var now = time(nil)
        var parts = tm()
        guard localtime_r(&now, &parts) != nil else { return nil }
        return PartialDate(
            year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
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
