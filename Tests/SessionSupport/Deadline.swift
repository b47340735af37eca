import Glibc

/// A moment after which a wait has failed: no test may hang.
public struct Deadline: Sendable {
    private let end: Int

    /// So many milliseconds from now.
    public init(milliseconds: Int) {
        end = Self.now + milliseconds
    }

    /// What is left of it, in milliseconds; 0 when it is over.
    public var left: Int32 { Int32(clamping: max(0, end - Self.now)) }
    /// Whether it is over.
    public var isOver: Bool { left == 0 }

    /// Milliseconds that only go forward.
    public static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}

/// What a wait was waiting for when its time was over.
public struct Overdue: Error, CustomStringConvertible {
    /// The sentence for the test's report.
    public let description: String

    /// What did not come, as a sentence.
    public init(description: String) {
        self.description = description
    }
}
