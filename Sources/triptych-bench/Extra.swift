import Glibc
import Seminar

/// What the bench starts itself as, to have somebody besides itself: followers, and someone at the keyboard.
enum Extra: String {
    /// Follows the seminar and reports when it was told of what.
    case follower
    /// Types two keys about as often as a held key repeats, the second while others are still told of the first.
    case typist

    /// The seminar that is followed.
    static let seminar = "bench"
    /// The case that everyone has.
    static let digest = "bench"

    /// When something reached a follower; written whole, as it is shorter than PIPE_BUF.
    struct Report {
        let follower: Int32
        let sequence: Int32
        let nanoseconds: Int
    }

    /// Nanoseconds of the clock that all processes of the machine share.
    static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// A pipe in a folder, for what followers report or the typist types; both ends are held open.
    static func openPipe(_ name: String, in folder: String) throws -> Int32 {
        let path = folder + "/" + name
        mkfifo(path, 0o600)
        let descriptor = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw BenchFailure(description: "\(path) cannot be opened") }
        return descriptor
    }

    /// Plays the part until the seminar in the folder ends.
    func run(in folder: String) throws {
        let pipe = try Self.openPipe(rawValue, in: folder)
        switch self {
        case .follower: try Self.follow(in: folder, reportingTo: pipe)
        case .typist: Self.type(into: pipe, in: folder)
        }
    }

    private static func follow(in folder: String, reportingTo pipe: Int32) throws {
        let route = Route.here(try SeminarName(seminar), SeminarFolder(shared: folder))
        let follower = Follower(route, digest: digest, at: .now)
        Follower.giveWay()
        var sequence = 0
        while true {
            follower.answer(at: .now)
            if let place = follower.talkPlace, place.sequence != sequence {
                sequence = place.sequence
                var report = Report(follower: getpid(), sequence: Int32(sequence), nanoseconds: now)
                _ = write(pipe, &report, MemoryLayout<Report>.size)
            }
            if case .away = follower.status { return }
            var watched = follower.readers.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            watched += follower.writers.map { pollfd(fd: $0, events: Int16(POLLOUT), revents: 0) }
            poll(&watched, nfds_t(watched.count), -1)
        }
    }

    private static func type(into pipe: Int32, in folder: String) {
        var isSecond = false
        while access("\(folder)/\(seminar).sock", F_OK) == 0 {
            poll(nil, 0, isSecond ? 2 : 33)
            isSecond.toggle()
            var time = now
            _ = write(pipe, &time, MemoryLayout<Int>.size)
        }
    }
}
