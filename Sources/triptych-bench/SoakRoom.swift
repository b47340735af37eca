import CaseModel
import Glibc
import SeededRandom
import Seminar
import SessionSupport
import System

/// A seminar of six hours with fifty followers, who come, go, stall and lie, in one process whose clock is simulated.
func roomFigures(_ bench: Bench) throws -> [Figure] {
    var room = try SoakRoom()
    defer { room.end() }
    var moments: [Holding] = []
    let parts = 12
    for part in 0...parts {
        if part > 0 { try room.spend(seconds: bench.times(6 * 3600, smoke: 240) / parts) }
        try room.settle()
        moments.append(Holding(getpid()))
    }
    return [
        Figure("soak: a room, steps shown", Double(room.shown), "", .described),
        Figure("soak: a room, arrivals of followers", Double(room.arrivals), "", .described),
        Figure("soak: a room, connections of liars", Double(room.lies), "", .described),
        Figure("soak: a room, calm moments", Double(parts), "", .described),
    ] + Holding.figures("soak: a room, ", moments, work: "half hour")
}

private struct SoakRoom {
    private(set) var shown = 0
    private(set) var arrivals = 0
    private(set) var lies = 0

    /// A seat of the room, empty while its follower is out.
    private struct Seat {
        var follower: Follower?
        /// When a follower who has stalled reads again.
        var stalledUntil: ContinuousClock.Instant?
        var serial = 0
    }

    private let folder: String
    private let hub: SeminarHub
    private let address: SeminarAddress
    private var seats: [Seat]
    private var liars: [(stream: ByteStream, until: ContinuousClock.Instant)] = []
    private var now = ContinuousClock.now
    private var random = Seeded(seed: 360)

    init() throws {
        folder = "/tmp/triptych-room-\(getpid())"
        mkdir(folder, 0o700)
        let shared = SeminarFolder(shared: folder)
        hub = try SeminarHub(
            name: SeminarName(Extra.seminar), in: shared,
            showing: SeminarHub.SharedCase(
                digest: Extra.digest, title: Text(chinese: "久坐", english: "Soak"),
                bytes: [UInt8](repeating: 7, count: 300_000), places: ["map", "start"]))
        address = .local(try SeminarName(Extra.seminar), shared)
        seats = Array(repeating: Seat(), count: 50)
    }

    func end() {
        for seat in seats { seat.follower?.leave() }
        hub.close()
        rmdir(folder)
    }

    /// Lets so many seconds go by, in each of which somebody does something.
    mutating func spend(seconds: Int) throws {
        for _ in 0..<seconds {
            now += .seconds(1)
            if isOne(in: 20) { step() }
            for number in seats.indices where isOne(in: 60) { act(number) }
            if isOne(in: 15) { try lie() }
            // A crowd at once, as after a break.
            if isOne(in: 1200) { for _ in 0..<100 { try lie() } }
            liars.removeAll { liar in
                guard liar.until <= now else { return false }
                liar.stream.close()
                return true
            }
            serve()
        }
    }

    /// Everybody is there and up to date, and no liar is.
    mutating func settle() throws {
        for liar in liars { liar.stream.close() }
        liars = []
        for number in seats.indices {
            seats[number].stalledUntil = nil
            if seats[number].follower == nil { come(number) }
        }
        step()
        // Pauses between attempts, and greetings that never came, are over after a minute.
        for _ in 0..<60 {
            now += .seconds(1)
            serve()
        }
        for seat in seats where seat.follower?.position?.step != shown {
            throw BenchFailure(description: "a follower is not at the newest step: \(seat)")
        }
        // The speaker's own screen is none of the audience.
        guard hub.attendance.followers == seats.count - 1 else {
            throw BenchFailure(description: "\(hub.attendance.followers) of \(seats.count - 1) are counted")
        }
    }

    private mutating func isOne(in number: Int) -> Bool { Int.random(in: 0..<number, using: &random) == 0 }

    private mutating func step() {
        shown += 1
        hub.show(TalkPosition(place: "start", tour: "soak", step: shown))
        hub.show(SpeakerNotes(text: Text(english: String(repeating: "note \(shown) ", count: 200))))
        if isOne(in: 30) { hub.lowerHands() }
    }

    private mutating func come(_ number: Int) {
        arrivals += 1
        // Some have another case, and ask for the presenter's; one is the speaker's own screen.
        let digest = number % 5 == 1 ? "other" : Extra.digest
        seats[number].follower = Follower(
            address, as: number == 0 ? .speaker : .audience, digest: digest, at: now)
    }

    private mutating func act(_ number: Int) {
        guard let follower = seats[number].follower else { return come(number) }
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
            follower.leave()
            seats[number].follower = nil
        case 1: seats[number].stalledUntil = now + .seconds(Int.random(in: 1...300, using: &random))
        case 2: follower.wander(to: ["map", "nowhere", nil].randomElement(using: &random) ?? nil)
        case 3:
            seats[number].serial += 1
            follower.raise(RaisedHand(serial: seats[number].serial, at: "map", question: "为什么？"))
        case 4: follower.raise(nil)
        case _: _ = follower.give(.toggleClock)
        }
    }

    /// A connection that says nothing, rubbish, or a frame that never ends.
    private mutating func lie() throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw BenchFailure(description: "no socket is left") }
        let stream = ByteStream(descriptor)
        var place = sockaddr_un()
        place.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &place.sun_path) {
            $0.copyBytes(from: "\(folder)/\(Extra.seminar).sock".utf8.prefix($0.count - 1))
        }
        let isConnected = withUnsafeBytes(of: &place) {
            connect(
                descriptor, $0.assumingMemoryBound(to: sockaddr.self).baseAddress, socklen_t($0.count)) == 0
        }
        guard isConnected else { return stream.close() }
        lies += 1
        let count = Int.random(in: 0...200, using: &random)
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
        _ = try? stream.write(bytes[...])
        liars.append((stream, now + .seconds(Int.random(in: 0...30, using: &random))))
    }

    /// Serves everybody who does not stall, until nobody has anything left.
    private mutating func serve() {
        var turns = 0
        repeat {
            hub.answer(at: now)
            for number in seats.indices {
                if let until = seats[number].stalledUntil {
                    guard until <= now else { continue }
                    seats[number].stalledUntil = nil
                }
                guard let follower = seats[number].follower else { continue }
                follower.answer(at: now)
                if case .caseDiffers = follower.status { follower.fetchCase() }
                if case .caseFetched = follower.status { follower.holds(digest: Extra.digest) }
            }
            _ = hub.takeOrders()
            turns += 1
        } while turns < 200 && (hasMore || turns < 3)
    }

    private var hasMore: Bool {
        let awake = seats.filter { $0.stalledUntil == nil }.compactMap(\.follower)
        return !Poll.wait(
            readers: [hub.descriptor] + awake.flatMap(\.readers), writers: [], milliseconds: 0
        ).isEmpty
    }
}
