import Glibc
import Seminar
import System

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
        CurrentProcess.yieldToOthers()
        var sequence = 0
        while true {
            follower.answer(at: .now)
            if let place = follower.talkPlace, place.sequence != sequence {
                sequence = place.sequence
                var report = Report(
                    follower: getpid(), sequence: Int32(sequence), nanoseconds: MonotonicClock.nanoseconds)
                _ = write(pipe, &report, MemoryLayout<Report>.size)
            }
            if case .away = follower.status { return }
            Poll.wait(readers: follower.readers, writers: follower.writers)
        }
    }

    private static func type(into pipe: Int32, in folder: String) {
        var isSecond = false
        while access("\(folder)/\(seminar).sock", F_OK) == 0 {
            Poll.pause(milliseconds: isSecond ? 2 : 33)
            isSecond.toggle()
            var time = MonotonicClock.nanoseconds
            _ = write(pipe, &time, MemoryLayout<Int>.size)
        }
    }
}
