import BundledCase
import CaseModel
import Explorer
import Glibc
import Screen
import Seminar
import SessionSupport
import System

/// The cost of followers to the presenter, and how soon a step reaches them. Each follower is a process of its own,
/// as in a seminar where everyone is logged in to one machine.
func seminarFigures(_ bench: Bench) throws -> [Figure] {
    let graph = CaseGraph(try BundledCase.open())
    let keys = bench.times(300, smoke: 15)
    let followers = bench.times(200, smoke: 10)
    var alone = try Rostrum(followers: 0, graph)
    try alone.walk(keys: keys)
    var followed = try Rostrum(followers: followers, graph)
    try followed.walk(keys: keys)
    let name = "seminar: "
    let many = "\(followers) following"
    return [
        Figure(
            name + "a step to the last of \(followers), p95", followed.arrivals.percentile(95).milliseconds,
            "ms",
            .timed, budget: 50),
        Figure(
            name + "a step to the last of \(followers), median", followed.arrivals.median.milliseconds, "ms",
            .timed),
        Figure(name + "a key to its frame, alone, median", alone.frames.median.milliseconds, "ms", .timed),
        Figure(
            name + "a key to its frame, \(many), median", followed.frames.median.milliseconds, "ms", .timed),
        Figure(
            name + "the second by the first", followed.frames.median / max(alone.frames.median, 1e-9),
            "times",
            .timed, budget: 1.5),
        Figure(
            name + "a key to its frame, alone, p95", alone.frames.percentile(95).milliseconds, "ms", .timed),
        Figure(
            name + "a key to its frame, \(many), p95", followed.frames.percentile(95).milliseconds, "ms",
            .timed),
        Figure(name + "telling of a step, alone", alone.telling.median.microseconds, "µs", .timed),
        Figure(name + "telling of a step, \(many)", followed.telling.median.microseconds, "µs", .timed),
    ]
}

/// The cost of mirrors: followers of other hosts, each host with a mirror of its own. Here the hosts are processes of
/// one machine, which has to run all followers, and a step comes as seldom as in a talk.
func mirrorFigures(_ bench: Bench) throws -> [Figure] {
    let graph = CaseGraph(try BundledCase.open())
    let steps = bench.times(25, smoke: 3)
    let mirrors = bench.times(10, smoke: 2)
    let followers = bench.times(2000, smoke: 6)
    var ten = try Rostrum(followers: mirrors, graph, pace: .lecturer)
    try ten.walk(keys: steps)
    var mirrored = try Rostrum(followers: followers, mirrors: mirrors, graph, pace: .lecturer)
    try mirrored.walk(keys: steps)
    let name = "mirror: "
    let many = "\(mirrors) mirrors"
    return [
        Figure(
            name + "a step to the last of \(followers) behind \(many), p95",
            mirrored.arrivals.percentile(95).milliseconds, "ms", .timed, budget: 150),
        Figure(
            name + "a step to the last of \(followers) behind \(many), median",
            mirrored.arrivals.median.milliseconds, "ms", .timed),
        Figure(
            name + "a step on 95 % of all screens, p95", mirrored.screens.percentile(95).milliseconds, "ms",
            .timed),
        Figure(
            name + "a key to its frame, \(mirrors) following, median", ten.frames.median.milliseconds, "ms",
            .timed),
        Figure(
            name + "a key to its frame, \(many), median", mirrored.frames.median.milliseconds, "ms", .timed),
        Figure(
            name + "the second by the first", mirrored.frames.median / max(ten.frames.median, 1e-9), "times",
            .timed, budget: 1.5),
    ]
}

/// A presenter with a keyboard and followers, driven as in the loop of the program.
private struct Rostrum {
    /// From a key to its frame.
    private(set) var frames = Samples()
    /// From a frame to the last follower whom it reaches.
    private(set) var arrivals = Samples()
    /// From a frame to a follower, all of them together.
    private(set) var screens = Samples()
    /// The presenter's time for sending one step to everybody.
    private(set) var telling = Samples()

    private let folder: String
    /// The folders of the mirrors, below.
    private let mirrors: [String]
    private let pace: Extra
    private let hub: SeminarHub
    private let followers: Int
    private let people: [pid_t]
    private let keyboard: Int32
    private let reports: Int32
    private var state: State
    /// When each step was shown, the first being step 1.
    private var shown: [Int] = []
    private var reported: [Int32: [Extra.Report]] = [:]

    /// Waits until all are there; with mirrors, the followers are theirs in turn.
    init(followers: Int, mirrors: Int = 0, _ graph: CaseGraph, pace: Extra = .typist) throws {
        (self.followers, self.pace) = (followers, pace)
        let folder = "/tmp/triptych-bench-\(getpid())-\(followers)"
        self.folder = folder
        mkdir(folder, 0o700)
        self.mirrors = (0..<mirrors).map { "\(folder)/\($0)" }
        for mirror in self.mirrors {
            mkdir(mirror, 0o700)
            symlink("../\(Extra.follower.rawValue)", "\(mirror)/\(Extra.follower.rawValue)")
        }
        hub = try SeminarHub(
            name: SeminarName(Extra.seminar), in: SeminarFolder(shared: folder),
            showing: SeminarHub.SharedCase(digest: Extra.digest, title: Text()))
        keyboard = try Extra.openPipe(pace.rawValue, in: folder)
        reports = try Extra.openPipe(Extra.follower.rawValue, in: folder)
        let own = Program.built("triptych-bench")
        let rooms = self.mirrors.isEmpty ? [folder] : self.mirrors
        let audience = (0..<followers).map { (Extra.follower, rooms[$0 % rooms.count]) }
        let parts = self.mirrors.map { (Extra.mirror, $0) } + audience + [(pace, folder)]
        people = try parts.map { try Self.start([own, "--extra", $0.rawValue, $1]) }
        state = State(graph, size: Size(columns: 80, rows: 24))
        _ = update(&state, with: .pane(.third))
        hub.show(TalkPosition(place: "start"))
        let deadline = Deadline(milliseconds: 120_000)
        while reported.count < followers {
            guard !deadline.isOver else { throw BenchFailure(description: "the followers do not connect") }
            hub.answer(at: .now)
            wait()
            readReports()
        }
        // The keys typed meanwhile.
        while readKey() != nil {}
    }

    /// Walks down and up the list, showing every step, then closes the seminar.
    mutating func walk(keys: Int) throws {
        defer { end() }
        CurrentProcess.takeShortTimeSlices()
        let clock = ContinuousClock()
        let deadline = Deadline(milliseconds: 60_000)
        var busy = Duration.zero
        while shown.count < keys || !isTold {
            guard !deadline.isOver else { throw BenchFailure(description: "a step was not received by all") }
            wait()
            if shown.count < keys, let typed = readKey() {
                if !shown.isEmpty { telling.add(busy) }
                _ = update(&state, with: shown.count / 30 % 2 == 0 ? .move(.down) : .move(.up))
                _ = view(state)
                let now = MonotonicClock.nanoseconds
                frames.add(Double(now - typed) / 1e9)
                shown.append(now)
                // The presenter's frame comes before the followers.
                busy = clock.measure {
                    hub.show(TalkPosition(place: "step \(shown.count)", step: shown.count))
                }
                readReports()
            }
            busy += clock.measure { hub.answer(at: .now) }
            if shown.count == keys { readReports() }
        }
        for (step, time) in shown.enumerated() {
            // A follower who receives a later step at once has this one, too.
            let times = reported.values.compactMap { $0.first { $0.step > step }?.nanoseconds }
            if let last = times.max() { arrivals.add(Double(last - time) / 1e9) }
            for arrival in times { screens.add(Double(arrival - time) / 1e9) }
        }
    }

    private var isTold: Bool {
        reported.count == followers && reported.values.allSatisfy { Int($0.last!.step) >= shown.count }
    }

    private func wait() {
        let due = hub.due.map { Int(($0 - .now) / .milliseconds(1)) }
        Poll.wait(readers: [keyboard, hub.descriptor], milliseconds: due ?? 50)
    }

    /// The time of the next key, if one was pressed.
    private func readKey() -> Int? {
        var time = 0
        return read(keyboard, &time, MemoryLayout<Int>.size) == MemoryLayout<Int>.size ? time : nil
    }

    private mutating func readReports() {
        var report = Extra.Report(follower: 0, step: 0, nanoseconds: 0)
        while read(reports, &report, MemoryLayout<Extra.Report>.size) == MemoryLayout<Extra.Report>.size {
            reported[report.follower, default: []].append(report)
        }
    }

    private func end() {
        hub.close()
        for descriptor in [keyboard, reports] { close(descriptor) }
        for person in people {
            kill(person, SIGTERM)
            waitpid(person, nil, 0)
        }
        for mirror in mirrors {
            for name in [Extra.follower.rawValue, "\(Extra.seminar).sock"] { unlink("\(mirror)/\(name)") }
            rmdir(mirror)
        }
        for name in [pace.rawValue, Extra.follower.rawValue] { unlink(folder + "/" + name) }
        rmdir(folder)
    }

    private static func start(_ words: [String]) throws -> pid_t {
        var process: pid_t = 0
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        guard posix_spawn(&process, words[0], nil, nil, &arguments, environ) == 0 else {
            throw BenchFailure(description: "\(words[0]) does not start")
        }
        return process
    }
}
