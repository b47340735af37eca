import CaseModel
import Glibc
import SessionSupport
import System

@testable import Seminar

/// A presenter and followers in one loop, driven as by the program: poll(2) on their descriptors, then `answer`.
/// Nothing sleeps; if nothing is ready, the clock is advanced to the next due time.
final class Room {
    let folder: SeminarFolder
    let path: String
    var hub: SeminarHub?
    var followers: [Follower] = []
    var now = ContinuousClock.now
    /// True if the clock may be advanced.
    var timePasses = true

    /// What the case of these tests has.
    static let places: Set<String> = ["reservoir", "railway", "river", "map"]
    static let digest = "00112233445566ff"

    init() {
        path = "/tmp/triptych-room-\(getpid())-\(UInt32.random(in: .min ... .max))"
        mkdir(path, 0o700)
        folder = SeminarFolder(shared: path)
    }

    deinit {
        hub?.close()
        followers.forEach { $0.leave() }
        if let stream = opendir(path) {
            while let entry = readdir(stream) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                    String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
                }
                unlink(path + "/" + name)
            }
            closedir(stream)
        }
        rmdir(path)
    }

    @discardableResult
    func open(
        _ name: String = "渝黔", caseBytes: [UInt8] = [], digest: String = Room.digest,
        capacity: Int = SeminarHub.largestCapacity, presenter: uid_t = geteuid()
    ) throws -> SeminarHub {
        let hub = try SeminarHub(
            name: SeminarName(name), in: folder,
            showing: SeminarHub.SharedCase(
                digest: digest, title: Text(chinese: "渝黔协作", english: "Chongqing–Guizhou"),
                bytes: caseBytes, places: Room.places), capacity: capacity, presenter: presenter)
        self.hub = hub
        return hub
    }

    @discardableResult
    func follow(
        _ name: String = "渝黔", as role: Follower.Role = .audience, digest: String = Room.digest,
        largestCase: Int = Follower.largestCase
    ) throws -> Follower {
        let follower = Follower(
            .local(try SeminarName(name), folder), as: role, digest: digest, largestCase: largestCase, at: now
        )
        followers.append(follower)
        return follower
    }

    /// A connection controlled by the test.
    func intrude(_ name: String = "渝黔") throws -> ByteStream {
        try UnixSocket.connect(to: folder.socket(of: SeminarName(name)))
    }

    /// Runs the loop until a condition is satisfied.
    func run(
        _ what: String, milliseconds: Int = Deadline.patience, until holds: () -> Bool
    ) throws {
        let deadline = Deadline(milliseconds: milliseconds)
        while true {
            hub?.answer(at: now)
            for follower in followers { follower.answer(at: now) }
            if holds() { return }
            guard !deadline.isOver else { throw Overdue(description: "\(what) did not come about") }
            wait()
        }
    }

    /// Runs a number of turns of the loop.
    func turn(_ times: Int = 1) {
        for _ in 0..<times {
            hub?.answer(at: now)
            for follower in followers { follower.answer(at: now) }
        }
    }

    private func wait() {
        var watched = (hub.map { [$0.descriptor] } ?? []).map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        for follower in followers {
            watched += follower.readers.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            watched += follower.writers.map { pollfd(fd: $0, events: Int16(POLLOUT), revents: 0) }
        }
        if poll(&watched, nfds_t(watched.count), 0) > 0 { return }
        let dues = followers.map(\.due) + [hub?.due]
        if timePasses, let due = dues.compactMap(\.self).min() {
            now = max(now, due)
        } else {
            poll(&watched, nfds_t(watched.count), 5)
        }
    }
}

extension ByteStream {
    /// All bytes until a short silence, or until the other side closes.
    func drain(milliseconds: Int32 = 20) -> (bytes: [UInt8], hasEnded: Bool) {
        var bytes: [UInt8] = []
        while true {
            var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&watched, 1, milliseconds) == 1 else { return (bytes, false) }
            guard let more = try? read(atMost: 1 << 16) else { return (bytes, true) }
            bytes += more
        }
    }

    func say(_ message: FollowerMessage) throws {
        _ = try write(Frame(message).bytes[...])
    }
}

extension ListeningSocket.Arrival {
    /// The next connection, if there is one.
    var stream: ByteStream? {
        if case .connection(let stream) = self { stream } else { nil }
    }
}
