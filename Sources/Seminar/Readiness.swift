import CEpoll
import Glibc

/// Which of many descriptors are ready, as one descriptor that can itself be waited for: epoll(7).
///
/// The explorer's poll(2) sees one descriptor more, however many follow.
struct Readiness {
    let descriptor: Int32
    /// A pipe that nothing is written into: its writing end is ready whenever it is watched.
    private let bell: (reader: Int32, writer: Int32)

    init() throws(SeminarError) {
        descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard descriptor >= 0 else { throw .failed("epoll_create1", path: "epoll", code: errno) }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            let code = errno
            Glibc.close(descriptor)
            throw .failed("pipe", path: "epoll", code: code)
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        bell = (ends[0], ends[1])
        _ = watch(bell.writer, reading: false)
    }

    /// Makes `descriptor` readable, or no longer, though none of those that are watched is ready.
    func ring(_ isRinging: Bool) { change(bell.writer, reading: false, writing: isRinging) }

    /// Ends all watching.
    func close() { [descriptor, bell.reader, bell.writer].forEach { Glibc.close($0) } }

    /// Begins to watch a descriptor; says whether that was possible.
    func watch(_ descriptor: Int32, reading: Bool = true, writing: Bool = false) -> Bool {
        control(EPOLL_CTL_ADD, descriptor, reading, writing)
    }

    /// Changes what a descriptor is watched for. One that fails or ends is ready in any case.
    func change(_ descriptor: Int32, reading: Bool = true, writing: Bool = false) {
        _ = control(EPOLL_CTL_MOD, descriptor, reading, writing)
    }

    /// The descriptors that are ready now, at most so many; those left over come next time.
    func ready(atMost limit: Int) -> [(descriptor: Int32, isReadable: Bool, isWritable: Bool)] {
        var events = [epoll_event](repeating: epoll_event(), count: limit)
        let count = epoll_wait(descriptor, &events, Int32(limit), 0)
        guard count > 0 else { return [] }
        let ready = events[..<Int(count)].map { event in
            (
                descriptor: Int32(truncatingIfNeeded: event.data.u64),
                isReadable: event.events & ~EPOLLOUT.rawValue != 0,
                isWritable: event.events & EPOLLOUT.rawValue != 0
            )
        }
        return ready.filter { $0.descriptor != bell.writer }
    }

    private func control(_ operation: Int32, _ descriptor: Int32, _ reading: Bool, _ writing: Bool) -> Bool {
        var event = epoll_event()
        event.events = (reading ? EPOLLIN.rawValue : 0) | (writing ? EPOLLOUT.rawValue : 0)
        event.data.u64 = UInt64(UInt32(bitPattern: descriptor))
        return epoll_ctl(self.descriptor, operation, descriptor, &event) == 0
    }
}
