import CaseModel
import Glibc
import Seminar
import System

/// The roles in which the bench starts itself as a helper process.
enum Extra: String {
    /// Follows the seminar and reports when each position reached it.
    case follower
    /// Types two keys at about the rate of a held key, the second while the first is still being sent to followers.
    case typist
    /// Types a key now and then, as a lecturer goes on.
    case lecturer
    /// Repeats the seminar of the folder above in this one.
    case mirror

    /// The name of the seminar.
    static let seminar = "bench"
    /// The digest of the case, the same for everybody.
    static let digest = "bench"

    /// When a position reached a follower. Shorter than PIPE_BUF, so that a write is atomic.
    struct Report {
        let follower: Int32
        let step: Int32
        let nanoseconds: Int
    }

    /// A named pipe for the followers' reports or the typist's keys, with both ends held open.
    static func openPipe(_ name: String, in folder: String) throws -> Int32 {
        let path = folder + "/" + name
        mkfifo(path, 0o600)
        let descriptor = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw BenchFailure(description: "\(path) cannot be opened") }
        return descriptor
    }

    /// Plays the role until the seminar in the folder ends.
    func run(in folder: String) throws {
        switch self {
        case .follower: try Self.follow(in: folder, reportingTo: Self.openPipe(rawValue, in: folder))
        case .typist: Self.type(into: try Self.openPipe(rawValue, in: folder), in: folder, pauses: [33, 2])
        case .lecturer: Self.type(into: try Self.openPipe(rawValue, in: folder), in: folder, pauses: [400])
        case .mirror: try Self.mirror(in: folder)
        }
    }

    private static func follow(in folder: String, reportingTo pipe: Int32) throws {
        let route = SeminarAddress.local(try SeminarName(seminar), SeminarFolder(shared: folder))
        let follower = Follower(route, digest: digest, at: .now)
        CurrentProcess.yieldToOthers()
        var sequence = 0
        while true {
            follower.answer(at: .now)
            if follower.sequence != sequence {
                sequence = follower.sequence
                // A mirror numbers positions anew; the step is the presenter's.
                var report = Report(
                    follower: getpid(), step: Int32(follower.position?.step ?? 0),
                    nanoseconds: MonotonicClock.nanoseconds)
                _ = write(pipe, &report, MemoryLayout<Report>.size)
            }
            // A mirror may open its seminar later than its followers begin.
            if case .away = follower.status, sequence > 0 || access(folder, F_OK) != 0 { return }
            Poll.wait(
                readers: follower.readers, writers: follower.writers,
                milliseconds: follower.due.map(Poll.milliseconds(until:)))
        }
    }

    private static func mirror(in folder: String) throws {
        let above = String(folder[..<(folder.lastIndex(of: "/") ?? folder.endIndex)])
        let mirror = Mirror(
            of: .local(try SeminarName(seminar), SeminarFolder(shared: above)), as: try SeminarName(seminar),
            in: SeminarFolder(shared: folder),
            holding: SeminarHub.SharedCase(digest: digest, title: Text()), at: .now)
        CurrentProcess.takeShortTimeSlices()
        while true {
            try mirror.answer(at: .now)
            if case .away(let reason, _) = mirror.status, reason == .ended || access(folder, F_OK) != 0 {
                return
            }
            Poll.wait(
                readers: mirror.readers, writers: mirror.writers,
                milliseconds: mirror.due.map(Poll.milliseconds(until:)))
        }
    }

    private static func type(into pipe: Int32, in folder: String, pauses: [Int]) {
        var typed = 0
        while access("\(folder)/\(seminar).sock", F_OK) == 0 {
            Poll.pause(milliseconds: pauses[typed % pauses.count])
            typed += 1
            var time = MonotonicClock.nanoseconds
            _ = write(pipe, &time, MemoryLayout<Int>.size)
        }
    }
}
