import Glibc

/// Waiting for descriptors with poll(2).
package enum Poll {
    /// The ready descriptors: they can be read or written, are at their end, or have failed.
    package struct Ready: Equatable, Sendable {
        package var readers: [Int32] = []
        package var writers: [Int32] = []

        package var isEmpty: Bool { readers.isEmpty && writers.isEmpty }
    }

    /// Waits until a descriptor is ready, for at most this many milliseconds; nil waits forever. None is ready
    /// after the timeout or a signal. Negative descriptors are ignored.
    @discardableResult
    package static func wait(
        readers: [Int32], writers: [Int32] = [], milliseconds: Int? = nil
    ) -> Ready {
        var watched = readers.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        watched += writers.map { pollfd(fd: $0, events: Int16(POLLOUT), revents: 0) }
        let timeout = milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
        guard poll(&watched, nfds_t(watched.count), timeout) > 0 else { return Ready() }
        func ready(_ part: ArraySlice<pollfd>) -> [Int32] { part.filter { $0.revents != 0 }.map(\.fd) }
        return Ready(readers: ready(watched[..<readers.count]), writers: ready(watched[readers.count...]))
    }

    /// The milliseconds to wait until a moment, rounded up so that it has come when they are over.
    package static func milliseconds(until moment: ContinuousClock.Instant) -> Int {
        max(0, Int(((moment - .now) / .milliseconds(1)).rounded(.up)))
    }

    /// Sleeps; a signal ends it early.
    package static func pause(milliseconds: Int) { poll(nil, 0, Int32(clamping: milliseconds)) }
}
