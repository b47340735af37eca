import Glibc

/// poll(2), for commands that wait for descriptors and have no terminal.
enum Poll {
    /// Waits until one of the descriptors can be read or written, or has ended; for so many milliseconds at
    /// most, nil for ever. Says whether one is ready.
    @discardableResult
    static func wait(readers: [Int32], writers: [Int32] = [], milliseconds: Int? = nil) -> Bool {
        var watched = readers.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        watched += writers.map { pollfd(fd: $0, events: Int16(POLLOUT), revents: 0) }
        return poll(&watched, nfds_t(watched.count), milliseconds.map(Int32.init(clamping:)) ?? -1) > 0
    }
}
