import Glibc

/// The local date and time of day.
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
    /// The offset of the time zone from UTC in minutes.
    package var offset: Int

    /// The present time; nil if the system's clock is out of range.
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

/// A monotonic clock, the same for all processes of the machine.
package enum MonotonicClock {
    /// Nanoseconds since an arbitrary time.
    package static var nanoseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// Milliseconds since the same time.
    package static var milliseconds: Int { nanoseconds / 1_000_000 }
}
