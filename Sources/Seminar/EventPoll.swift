import CLinux
import Glibc
import System

/// A set of descriptors that can itself be waited for as one descriptor: epoll(7).
///
/// The explorer's poll(2) has one more descriptor, for any number of followers.
struct EventPoll {
    let descriptor: Int32
    /// A timer that fires at intervals while work is left.
    private let timer: Int32

    init() throws(SeminarError) {
        descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard descriptor >= 0 else { throw .failed(SystemError(.made, "an epoll descriptor")) }
        timer = timerfd_create(CLOCK_MONOTONIC, Int32(TFD_CLOEXEC) | Int32(TFD_NONBLOCK))
        guard timer >= 0 else {
            let error = SystemError(.made, "a timer")
            Glibc.close(descriptor)
            throw .failed(error)
        }
        // Without it followers would be left behind in silence.
        guard watch(timer) else {
            let error = SystemError(.made, "a timer")
            close()
            throw .failed(error)
        }
    }

    /// Makes `descriptor` readable now and then at intervals, even if no watched descriptor is ready; nil stops
    /// this.
    func ring(every microseconds: Int?) {
        var times = itimerspec()
        if let microseconds {
            times.it_value.tv_nsec = 1
            times.it_interval.tv_nsec = microseconds * 1000
        }
        timerfd_settime(timer, 0, &times, nil)
    }

    func close() { [descriptor, timer].forEach { Glibc.close($0) } }

    /// Starts to watch a descriptor for input; returns true on success.
    func watch(_ descriptor: Int32) -> Bool {
        control(EPOLL_CTL_ADD, descriptor, reading: true, writing: false)
    }

    /// Changes the watched conditions of a descriptor. Errors and ends are always reported.
    func change(_ descriptor: Int32, reading: Bool = true, writing: Bool = false) {
        _ = control(EPOLL_CTL_MOD, descriptor, reading: reading, writing: writing)
    }

    /// The descriptors that are ready, up to a number, and true if the timer has fired since the last call; further
    /// ones are returned by the next call.
    func ready(
        atMost limit: Int
    ) -> (descriptors: [(descriptor: Int32, isReadable: Bool, isWritable: Bool)], hasTimerFired: Bool) {
        var events = [epoll_event](repeating: epoll_event(), count: limit)
        let count = epoll_wait(descriptor, &events, Int32(limit), 0)
        guard count > 0 else { return ([], false) }
        let ready = events[..<Int(count)].map { event in
            (
                descriptor: Int32(truncatingIfNeeded: event.data.u64),
                isReadable: event.events & ~EPOLLOUT.rawValue != 0,
                isWritable: event.events & EPOLLOUT.rawValue != 0
            )
        }
        let others = ready.filter { $0.descriptor != timer }
        guard others.count < ready.count else { return (others, false) }
        var rings: UInt64 = 0
        return (others, read(timer, &rings, MemoryLayout<UInt64>.size) > 0)
    }

    private func control(
        _ operation: Int32, _ descriptor: Int32, reading: Bool, writing: Bool
    ) -> Bool {
        var event = epoll_event()
        event.events = (reading ? EPOLLIN.rawValue : 0) | (writing ? EPOLLOUT.rawValue : 0)
        event.data.u64 = UInt64(UInt32(bitPattern: descriptor))
        return epoll_ctl(self.descriptor, operation, descriptor, &event) == 0
    }
}
