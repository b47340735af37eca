import Glibc

/// A time after which a wait fails, so that no test hangs.
package struct Deadline: Sendable {
    private let end: Int

    /// The milliseconds in which what a test waits for must come. A wait that succeeds is over at once, so that this
    /// allows for a machine on which every program gets a tenth of a processor.
    package static let patience = 60_000

    /// A number of milliseconds from now.
    package init(milliseconds: Int = patience) {
        end = Self.now + milliseconds
    }

    /// The milliseconds left; 0 once it is over.
    package var left: Int32 { Int32(clamping: max(0, end - Self.now)) }
    /// True after the deadline.
    package var isOver: Bool { left == 0 }

    /// Milliseconds of the monotonic clock.
    package static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}

/// A wait that exceeded its deadline.
package struct Overdue: Error, CustomStringConvertible {
    /// A sentence for the report of the test.
    package let description: String

    /// An error that names what was expected.
    package init(description: String) {
        self.description = description
    }
}
