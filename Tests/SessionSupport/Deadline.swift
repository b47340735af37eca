import Glibc

/// A moment after which a wait has failed: no test may hang.
package struct Deadline: Sendable {
    private let end: Int

    /// So many milliseconds from now.
    package init(milliseconds: Int) {
        end = Self.now + milliseconds
    }

    /// What is left of it, in milliseconds; 0 when it is over.
    package var left: Int32 { Int32(clamping: max(0, end - Self.now)) }
    /// Whether it is over.
    package var isOver: Bool { left == 0 }

    /// Milliseconds that only go forward.
    package static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}

/// What a wait was waiting for when its time was over.
package struct Overdue: Error, CustomStringConvertible {
    /// The sentence for the test's report.
    package let description: String

    /// What did not come, as a sentence.
    package init(description: String) {
        self.description = description
    }
}
