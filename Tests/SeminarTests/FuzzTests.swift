import CaseModel
import Glibc
import SeededRandom
import SessionSupport
import System
import Testing

@testable import Seminar

/// Messages in both directions, randomly damaged on the way: bits flipped, pieces lost, doubled, exchanged,
/// inserted, and cut anywhere.
@Suite struct FuzzTests {
    /// A proxy: a socket that the follower takes as the presenter's, and a connection to the presenter.
    private final class Middle {
        private let room: Room
        private let listener: ListeningSocket
        private var lines: [(follower: ByteStream, presenter: ByteStream)] = []
        private var random: Seeded
        /// True if the messages are damaged.
        var isHonest = false
        private(set) var damages = 0

        init(in room: Room, seed: UInt64) throws {
            self.room = room
            random = Seeded(seed: seed)
            listener = try ListeningSocket(of: SeminarName("middle"), in: room.folder)
        }

        deinit {
            listener.close()
            lines.forEach(hangUp)
        }

        func turn() throws {
            while let caller = listener.accept().stream { lines.append((caller, try room.intrude())) }
            var kept: [(follower: ByteStream, presenter: ByteStream)] = []
            for line in lines {
                do throws(StreamEnd) {
                    try pass(from: line.follower, to: line.presenter)
                    try pass(from: line.presenter, to: line.follower)
                    kept.append(line)
                } catch {
                    hangUp(line)
                }
            }
            lines = kept
        }

        /// Breaks all lines.
        func hangUp() {
            lines.forEach(hangUp)
            lines = []
        }

        private func hangUp(_ line: (follower: ByteStream, presenter: ByteStream)) {
            line.follower.close()
            line.presenter.close()
        }

        private func pass(from source: ByteStream, to target: ByteStream) throws(StreamEnd) {
            var bytes = try source.read(atMost: 1 + random.small() * 8)
            if !isHonest, !bytes.isEmpty, random.small() % 4 == 0 {
                try damage(&bytes)
                damages += 1
            }
            if !bytes.isEmpty { _ = try target.write(bytes[...]) }
        }

        private func damage(_ bytes: inout [UInt8]) throws(StreamEnd) {
            let place = random.small() % bytes.count
            switch random.small() % 8 {
            case 0: bytes[place] ^= UInt8(1 << (random.small() % 8))
            case 1: bytes[place] = UInt8(truncatingIfNeeded: random.next())
            case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.small() % 9))
            case 3: bytes += bytes[place...]
            case 4: bytes = Array(bytes[place...] + bytes[..<place])
            case 5: bytes.insert(contentsOf: WireTests.framed(random.payload()), at: place)
            case 6: bytes = WireTests.framed(random.payload()) + bytes
            case _: throw StreamEnd()
            }
        }
    }

    @Test(arguments: UInt64(1)...12)
    func `both sides survive damage, and recover after it`(seed: UInt64) throws {
        let room = Room()
        let packed = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let hub = try room.open(caseBytes: packed)
        hub.show(SpeakerNotes(text: Text(chinese: "机密")))
        let middle = try Middle(in: room, seed: seed)
        let followers = try [Follower.Role.audience, .audience, .speaker].enumerated().map { number, role in
            try room.follow("middle", as: role, digest: number == 1 ? "another" : Room.digest)
        }
        let bystander = try room.follow()
        try room.run("one who has a line of their own") { bystander.status == .following }
        var random = Seeded(seed: seed &+ 1000)
        var step = 0
        func turn() throws {
            try middle.turn()
            room.turn()
            for follower in followers {
                if follower.status == .caseDiffers { follower.fetchCase() }
                if case .caseFetched(let bytes) = follower.status {
                    follower.holds(digest: bytes == packed ? Room.digest : "a third")
                }
            }
            // Disconnected followers reconnect when they are due.
            let dues = (followers.map(\.due) + [hub.due]).compactMap(\.self)
            room.now = max(room.now, dues.min() ?? room.now)
        }
        for _ in 0..<300 {
            switch random.small() % 5 {
            case 0:
                step += 1
                hub.show(TalkPosition(place: "step \(step)", tour: "t", step: step, revealed: random.small()))
            case 1: followers[random.small() % 2].wander(to: random.text())
            case 2: followers[random.small() % 2].raise(random.hand())
            case 3: hub.show(SpeakerNotes(text: Text(chinese: "机密 \(step)"), clock: .init(elapsed: step)))
            case _: break
            }
            try turn()
        }
        #expect(middle.damages > 20)
        middle.isHonest = true
        // A frame whose length was damaged may wait for bytes that never come; no line that is whole does that.
        middle.hangUp()
        hub.show(TalkPosition(place: "sound"))
        try room.run("the bystander's newest") { bystander.position?.place == "sound" }
        // A refusal is permanent; all others recover.
        let deadline = Deadline()
        func isSound(_ follower: Follower) -> Bool {
            if case .refused = follower.status { return true }
            return follower.status == .following && follower.position?.place == "sound"
        }
        while !followers.allSatisfy(isSound), !deadline.isOver { try turn() }
        for follower in followers {
            if case .refused = follower.status { continue }
            #expect(follower.status == .following)
            #expect(follower.position?.place == "sound")
        }
        #expect(followers[0].notes == nil && followers[1].notes == nil)
        #expect(hub.attendance.followers <= 3)
    }

    @Test func `a listing survives any answer`() throws {
        var random = Seeded(seed: 12)
        for _ in 0..<300 {
            let room = Room()
            let listener = try ListeningSocket(of: SeminarName("渝黔"), in: room.folder)
            defer { listener.close() }
            var listing = try SeminarListing(in: room.folder)
            let stream = try #require(listener.accept().stream)
            let welcome = VisitorMessage.listing(random.welcome(), followers: random.small())
            for _ in 0..<3 {
                var bytes = random.next() % 2 == 0 ? Frame(welcome).bytes : WireTests.framed(random.payload())
                switch random.small() % 4 {
                case 0: bytes[random.small() % bytes.count] ^= UInt8(1 << (random.small() % 8))
                case 1: bytes = Array(bytes.prefix(random.small() % bytes.count))
                case 2: bytes = (0..<random.small()).map { _ in UInt8(truncatingIfNeeded: random.next()) }
                case _: break
                }
                if !bytes.isEmpty { _ = try? stream.write(bytes[...]) }
                listing.receive()
            }
            stream.close()
            listing.receive()
            #expect(listing.entries.count == 1)
            listing.close()
        }
    }
}
