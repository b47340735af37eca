import Glibc

/// A date and a time of day as the clocks show them where the program runs.
package struct LocalTime: Hashable, Sendable {
    package var year: Int
    /// 1 to 12.
    package var month: Int
    /// 1 to 31.
    package var day: Int
    /// 0 to 23.
    package var hour: Int
    /// 0 to 59.
    package var minute: Int
    /// 0 to 60.
    package var second: Int
    /// How many minutes the time zone is ahead of UTC.
    package var offset: Int

    /// The present; nil if the system's clock is beyond all calendars.
    package static var now: LocalTime? {
        var seconds = time(nil)
        var parts = tm()
        guard localtime_r(&seconds, &parts) != nil else { return nil }
        return LocalTime(
            year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday),
            hour: Int(parts.tm_hour), minute: Int(parts.tm_min), second: Int(parts.tm_sec),
            offset: parts.tm_gmtoff / 60)
    }
}

/// A clock that never goes back and that all processes of the machine share.
package enum MonotonicClock {
    /// Nanoseconds since an arbitrary moment.
    package static var nanoseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// Milliseconds since the same moment.
    package static var milliseconds: Int { nanoseconds / 1_000_000 }
}
