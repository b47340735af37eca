import Glibc
import Synchronization

/// A proxy to a server on loopback that breaks connections: after a number of bytes from the server it closes both
/// sides. Once all breaks have been used, connections hold.
package final class FrayedLine {
    /// The port to connect to instead of the server's.
    package let port: Int
    private let listener: Int32
    private let connections = Counter()
    private let stop: (reader: Int32, writer: Int32)

    private final class Counter: Sendable {
        let value = Atomic(0)
    }

    /// A proxy to a port; `breaks` are the numbers of bytes after which the first connections break.
    package init(to server: Int, breaks: [Int]) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard let port = bindToLoopback(listener), listen(listener, 16) == 0 else {
            throw Overdue(description: "no line to \(server)")
        }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw Overdue(description: "no pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (self.port, self.listener, stop) = (port, listener, (ends[0], ends[1]))
        let (connections, reader) = (connections, ends[0])
        var thread = pthread_t()
        let work = Box {
            while Self.isReadable(listener, unless: reader) {
                let caller = accept(listener, nil, nil)
                let callee = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
                _ = fcntl(caller, F_SETFD, FD_CLOEXEC)
                _ = withLoopback(port: server) { connect(callee, $0, $1) }
                let number = connections.value.add(1, ordering: .sequentiallyConsistent).oldValue
                let limit = breaks.indices.contains(number) ? breaks[number] : .max
                Self.carry(between: caller, and: callee, atMost: limit, unless: reader)
                [caller, callee].forEach { close($0) }
            }
            close(reader)
        }
        pthread_create(
            &thread, nil,
            {
                Unmanaged<Box>.fromOpaque($0!).takeRetainedValue().work(); return nil
            },
            Unmanaged.passRetained(work).toOpaque())
        pthread_detach(thread)
    }

    deinit {
        close(stop.writer)
        close(listener)
    }

    /// The number of connections so far.
    package var count: Int { connections.value.load(ordering: .sequentiallyConsistent) }

    private final class Box {
        let work: () -> Void
        init(_ work: @escaping () -> Void) { self.work = work }
    }

    private static func isReadable(_ descriptor: Int32, unless stop: Int32) -> Bool {
        var watched = [descriptor, stop].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        return poll(&watched, 2, -1) > 0 && watched[1].revents == 0 && watched[0].revents & Int16(POLLIN) != 0
    }

    private static func carry(between caller: Int32, and callee: Int32, atMost limit: Int, unless stop: Int32)
    {
        var left = limit
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            var watched = [caller, callee, stop].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            guard poll(&watched, 3, -1) > 0, watched[2].revents == 0 else { return }
            for (source, target) in [(0, callee), (1, caller)] where watched[source].revents != 0 {
                let room = source == 1 ? min(left, buffer.count) : buffer.count
                let count = read(watched[source].fd, &buffer, room)
                guard count > 0, send(target, buffer, count, Int32(MSG_NOSIGNAL)) == count else { return }
                if source == 1 { left -= count }
                if left == 0 { return }
            }
        }
    }
}
