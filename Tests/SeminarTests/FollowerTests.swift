import CaseModel
import Glibc
import SeededRandom
import System
import Testing

@testable import Seminar

/// The follower's end: presenters that leave, return, show other cases, or are no presenters.
@Suite struct FollowerTests {
    @Test func `pauses between attempts grow, and a returning presenter is found`() throws {
        let room = Room()
        let follower = try room.follow()
        var pauses: [Duration] = []
        for attempt in 1...9 {
            follower.answer(at: room.now)
            #expect(follower.status == .away(.notThere, attempts: attempt))
            let due = try #require(follower.due)
            pauses.append(due - room.now)
            follower.answer(at: due - .milliseconds(1))
            #expect(follower.status == .away(.notThere, attempts: attempt))
            room.now = due
        }
        let here: [Duration] = [.milliseconds(250), .milliseconds(500), .seconds(1)]
        #expect(pauses == here + Array(repeating: .seconds(2), count: 6))
        #expect(Follower.pauses(to: try SeminarAddress("host:name")).last == .seconds(20))
        let hub = try room.open()
        hub.show(TalkPosition(place: "here"))
        try room.run("following") { follower.status == .following && follower.position?.place == "here" }
        #expect(follower.due == nil)
    }

    @Test func `the end of a seminar differs from a lost connection`() throws {
        let room = Room()
        let hub = try room.open()
        let follower = try room.follow()
        hub.show(TalkPosition(place: "last"))
        try room.run("following") { follower.position != nil }
        hub.close()
        room.hub = nil
        #expect(follower.answer(at: room.now))
        #expect(follower.status == .away(.ended, attempts: 1))
        // The last position stays on the screen.
        #expect(follower.position?.place == "last")
        // That nobody presents any more is no news.
        room.now = try #require(follower.due)
        follower.answer(at: room.now)
        #expect(follower.status == .away(.ended, attempts: 2))

        // A presenter of the test, which dies without notice.
        let listener = try ListeningSocket(of: SeminarName("渝黔"), in: room.folder)
        room.now = try #require(follower.due)
        follower.answer(at: room.now)
        #expect(follower.status == .connecting)
        let stream = try #require(listener.accept().stream)
        _ = try stream.write(
            Frame(AudienceMessage.here(sequence: 1, TalkPosition(place: "half"))).bytes.dropLast(3))
        stream.close()
        listener.close()
        follower.answer(at: room.now)
        #expect(follower.status == .away(.lost, attempts: 3))
        #expect(follower.position?.place == "last")

        try room.open().show(TalkPosition(place: "back"))
        try room.run("the presenter back") { follower.position?.place == "back" }
        #expect(follower.status == .following)
    }

    @Test func `a place off the path and a raised hand survive a reconnection`() throws {
        let room = Room()
        let first = try room.open()
        let follower = try room.follow()
        try room.run("following") { follower.status == .following }
        follower.wander(to: "river")
        follower.raise(RaisedHand(serial: 1, at: "river"))
        try room.run("wandering") { first.attendance.wanderers == 1 && first.attendance.hands.count == 1 }
        first.close()
        let second = try room.open()
        try room.run("wandering again") {
            second.attendance.wandering == [.init(at: "river", followers: 1)]
                && second.attendance.hands == [.init(number: 1, minute: 0, at: "river")]
        }
        follower.wander(to: nil)
        try room.run("back on the path") { second.attendance.wanderers == 0 }
    }

    @Test func `another case is fetched completely while the talk continues`() throws {
        let room = Room()
        var random = Seeded(seed: 9)
        let packed = (0..<1_000_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        let hub = try room.open(caseBytes: packed)
        let follower = try room.follow(digest: "another")
        try room.run("the difference") { follower.status == .caseDiffers }
        #expect(follower.welcome?.caseSize == packed.count)
        follower.fetchCase()
        var step = 0
        var seenWhileFetching = 0
        try room.run("the case") {
            step += 1
            hub.show(TalkPosition(place: "step \(step)"))
            if case .fetchingCase(let received, packed.count) = follower.status, received > 0,
                follower.position != nil
            {
                seenWhileFetching += 1
            }
            return follower.status == .caseFetched(packed)
        }
        #expect(seenWhileFetching > 0)
        follower.holds(digest: Room.digest)
        #expect(follower.status == .following)
    }

    @Test func `a case that is too large, withheld, or not the one announced is refused`() throws {
        let room = Room()
        try room.open(caseBytes: Array(repeating: 1, count: 5000))
        let small = try room.follow(digest: "another", largestCase: 4999)
        let deceived = try room.follow(digest: "another")
        try room.run("the difference") { small.status == .caseDiffers && deceived.status == .caseDiffers }
        small.fetchCase()
        #expect(small.status == .refused(.caseTooLarge(5000)))
        deceived.fetchCase()
        try room.run("the case") { deceived.status == .caseFetched(Array(repeating: 1, count: 5000)) }
        deceived.holds(digest: "a third")
        #expect(deceived.status == .refused(.caseDamaged))

        let other = Room()
        try other.open()
        let refused = try other.follow(digest: "another")
        try other.run("the difference") { refused.status == .caseDiffers }
        refused.fetchCase()
        #expect(refused.status == .refused(.caseWithheld))
        // A follower that opens the right case meanwhile needs none.
        let wiser = try other.follow(digest: "another")
        try other.run("the difference") { wiser.status == .caseDiffers }
        wiser.holds(digest: Room.digest)
        #expect(wiser.status == .following)
    }

    @Test func `a follower survives any bytes from a presenter`() throws {
        let room = Room()
        var random = Seeded(seed: 99)
        let listener = try ListeningSocket(of: SeminarName("渝黔"), in: room.folder)
        defer { listener.close() }
        for round in 0..<400 {
            let follower = Follower(
                .local(try SeminarName("渝黔"), room.folder), as: round % 2 == 0 ? .audience : .speaker,
                digest: "d", at: room.now)
            follower.answer(at: room.now)
            let stream = try #require(listener.accept().stream)
            for _ in 0..<4 {
                var bytes = WireTests.framed(random.payload())
                switch random.small() % 6 {
                case 0: bytes[random.small() % bytes.count] ^= UInt8(1 << (random.small() % 8))
                case 1: bytes = Array(bytes.prefix(random.small() % bytes.count))
                case 2: bytes = (0..<random.small()).map { _ in UInt8(truncatingIfNeeded: random.next()) }
                case _: break
                }
                if !bytes.isEmpty { _ = try? stream.write(bytes[...]) }
                follower.answer(at: room.now)
                follower.fetchCase()
            }
            stream.close()
            follower.answer(at: room.now)
            follower.leave()
        }
    }

    @Test func `parts of a case that were not requested, or do not fit, end the connection`() throws {
        let room = Room()
        let listener = try ListeningSocket(of: SeminarName("渝黔"), in: room.folder)
        defer { listener.close() }
        let welcome = Welcome(seminar: "渝黔", digest: "d", title: Text(), caseSize: 10)
        let parts = [
            CasePart(offset: 1, bytes: [1]), CasePart(offset: 0, bytes: []),
            CasePart(offset: 0, bytes: Array(repeating: 1, count: 11)), CasePart(offset: .max, bytes: [1]),
        ]
        for (part, asks) in parts.map({ ($0, true) }) + [(CasePart(offset: 0, bytes: [1]), false)] {
            let follower = try room.follow(digest: "another")
            follower.answer(at: room.now)
            let stream = try #require(listener.accept().stream)
            _ = try stream.write(Frame(AudienceMessage.welcome(welcome)).bytes[...])
            follower.answer(at: room.now)
            #expect(follower.status == .caseDiffers)
            if asks { follower.fetchCase() }
            _ = try stream.write(Frame(AudienceMessage.casePart(part)).bytes[...])
            follower.answer(at: room.now)
            #expect(follower.status == .away(.lost, attempts: 1))
            stream.close()
        }
    }

    @Test func `a follower yields the processor to the presenter`() {
        CurrentProcess.yieldToOthers()
        #expect(sched_getscheduler(0) == 3)
    }

    @Test func `another protocol version is reported, and not tried again`() throws {
        let room = Room()
        let listener = try ListeningSocket(of: SeminarName("渝黔"), in: room.folder)
        defer { listener.close() }
        let follower = try room.follow()
        follower.answer(at: room.now)
        let stream = try #require(listener.accept().stream)
        _ = try stream.write((FrameForm.magic + [9, 0, 0])[...])
        follower.answer(at: room.now)
        #expect(follower.status == .refused(.otherVersion(9)))
        #expect(follower.due == nil)
        stream.close()

        // Conversely: the presenter answers in its own version, which the other side can detect.
        let other = Room()
        try other.open()
        let stranger = try other.intrude()
        _ = try stranger.write((FrameForm.magic + [9, 0, 0])[...])
        other.turn(2)
        let (bytes, hasEnded) = stranger.drain()
        #expect(hasEnded)
        #expect(bytes.prefix(4) == (FrameForm.magic + [FrameForm.version])[...])
    }
}
