import CaseModel
import Glibc
import SeededRandom
import System
import Testing

@testable import Seminar

/// The presenter's end: good followers are served, bad ones cost nothing.
@Suite struct SeminarHubTests {
    @Test func `a latecomer gets everything at once`() throws {
        let room = Room()
        let hub = try room.open()
        for step in 0..<5 {
            hub.show(TalkPosition(place: "at \(step)", tour: "seminar", step: step, revealed: 2))
        }
        let follower = try room.follow()
        try room.run("the talk's place") { follower.position != nil }
        #expect(follower.status == .following)
        #expect(follower.welcome?.seminar == "渝黔")
        #expect(follower.welcome?.title.chinese == "渝黔协作")
        #expect(follower.position == TalkPosition(place: "at 4", tour: "seminar", step: 4, revealed: 2))
        #expect(follower.sequence == 5)
    }

    @Test func `an unchanged position is not sent again`() throws {
        let room = Room()
        let hub = try room.open()
        let follower = try room.follow()
        hub.show(TalkPosition(place: "here"))
        try room.run("the first place") { follower.position != nil }
        hub.show(TalkPosition(place: "here"))
        room.turn(3)
        #expect(follower.sequence == 1)
        hub.show(TalkPosition(place: "here", isBlank: true))
        try room.run("the blank") { follower.position?.isBlank == true }
        #expect(follower.sequence == 2)
    }

    @Test func `two hundred followers receive every step`() throws {
        let room = Room()
        let hub = try room.open()
        hub.show(TalkPosition(place: "start"))
        let followers = try (0..<200).map { _ in try room.follow() }
        try room.run("all following") { hub.attendance.followers == 200 }
        for step in 1...20 {
            hub.show(TalkPosition(place: "step \(step)"))
            try room.run("step \(step) on all screens") {
                followers.allSatisfy { $0.position?.place == "step \(step)" }
            }
        }
    }

    @Test func `a stalled follower gets the newest position afterwards, and few earlier ones`() throws {
        let room = Room()
        let hub = try room.open()
        let stalled = try room.intrude()
        try stalled.say(.hello(.audience, digest: ""))
        let follower = try room.follow()
        try room.run("both there") { hub.attendance.followers == 2 }
        let steps = 5000
        for step in 1...steps {
            hub.show(TalkPosition(place: "step \(step) " + String(repeating: "x", count: 200)))
            // A presenter's turn ends whether or not every follower has read.
            room.turn()
        }
        try room.run("the last step") { follower.sequence == steps }
        var inbox = Inbox<AudienceMessage>()
        var received: [Int] = []
        let takeAll = {
            inbox.take(stalled.drain().bytes)
            while let message = try inbox.next() {
                if case .here(let sequence, _) = message { received.append(sequence) }
            }
        }
        try takeAll()
        try room.run("the rest") {
            try? takeAll()
            return received.last == steps
        }
        // The positions that fit into the system's buffer, and the newest; in order, each once.
        #expect(received.count < 1000)
        #expect(received == Array(Set(received)).sorted())
        stalled.close()
    }

    @Test func `input of one byte at a time is accepted`() throws {
        let room = Room()
        let hub = try room.open()
        let slow = try room.intrude()
        for byte in Frame<FollowerMessage>(.hello(.audience, digest: "")).bytes {
            #expect(hub.attendance.followers == 0)
            _ = try slow.write([byte])
            room.turn(2)
        }
        try room.run("the slow one there") { hub.attendance.followers == 1 }
        slow.close()
        try room.run("the slow one gone") { hub.attendance.followers == 0 }
    }

    @Test func `invalid bytes close only their own connection`() throws {
        let room = Room()
        let hub = try room.open()
        let follower = try room.follow()
        hub.show(TalkPosition(place: "before"))
        try room.run("the place") { follower.position?.place == "before" }
        var random = Seeded(seed: 66)
        for round in 0..<300 {
            let intruder = try room.intrude()
            var bytes = Frame<FollowerMessage>(.hello(.audience, digest: "d")).bytes
            switch round % 5 {
            case 0: bytes = (0..<random.small()).map { _ in UInt8(truncatingIfNeeded: random.next()) } + [0]
            case 1: bytes[random.small() % bytes.count] ^= UInt8(1 << (random.small() % 8))
            case 2: bytes += WireTests.framed(random.payload())
            case 3:
                bytes = WireTests.framed(
                    (0..<1 + random.small()).map { _ in UInt8(truncatingIfNeeded: random.next()) })
            case _: bytes += bytes
            }
            _ = try? intruder.write(bytes[...])
            room.turn()
            intruder.close()
        }
        hub.show(TalkPosition(place: "after"))
        try room.run("the next place, all intruders gone") {
            follower.position?.place == "after" && hub.attendance.followers == 1
        }
    }

    @Test func `connections without a greeting are closed, others stay`() throws {
        let room = Room()
        let hub = try room.open()
        let follower = try room.follow()
        try room.run("the follower there") { hub.attendance.followers == 1 }
        let silent = try room.intrude()
        let half = try room.intrude()
        _ = try half.write(Frame<FollowerMessage>(.hello(.audience, digest: "")).bytes.prefix(10))
        room.turn(2)
        let due = try #require(hub.due)
        #expect(due == room.now + Limits.identification)
        room.now = due - .milliseconds(1)
        room.turn()
        #expect(!silent.drain().hasEnded)
        room.now = due
        room.turn()
        #expect(silent.drain().hasEnded)
        #expect(half.drain().hasEnded)
        #expect(follower.status == .following)
        #expect(hub.due == nil)
    }

    @Test func `a follower with too many messages is refused with a reason`() throws {
        let room = Room()
        let hub = try room.open()
        room.timePasses = false
        let busy = try room.intrude()
        try busy.say(.hello(.audience, digest: ""))
        try room.run("the busy one there") { hub.attendance.followers == 1 }
        for item in 0...Limits.messages { _ = try? busy.say(.wandering("item \(item)")) }
        try room.run("the busy one gone") { hub.attendance.followers == 0 }
        let (bytes, hasEnded) = busy.drain()
        #expect(hasEnded)
        var inbox = Inbox<AudienceMessage>()
        inbox.take(bytes)
        var last: AudienceMessage?
        while let message = try inbox.next() { last = message }
        #expect(last == .refused(.tooBusy))
    }

    @Test func `a follower beyond the limit is told that it is full, and admitted later`() throws {
        let room = Room()
        let hub = try room.open()
        let crowd = try (0..<Limits.followers).map { _ in
            let stream = try room.intrude()
            try stream.say(.hello(.audience, digest: ""))
            return stream
        }
        try room.run("a full house") { hub.attendance.followers == Limits.followers }
        let late = try room.follow()
        try room.run("the refusal") { late.status == .away(.full, attempts: 1) }
        crowd[0].close()
        try room.run("a place") { late.status == .following }
        #expect(hub.attendance.followers == Limits.followers)
        crowd.dropFirst().forEach { $0.close() }
    }

    @Test func `the presenter sets the limit, and has the speaker's screen in addition`() throws {
        let room = Room()
        let hub = try room.open(capacity: 2)
        let followers = try (0..<3).map { _ in try room.follow() }
        try room.run("a full house") {
            followers.count { $0.status == .following } == 2
                && followers.contains { $0.status == .away(.full, attempts: 1) }
        }
        let speaker = try room.follow(as: .speaker)
        try room.run("the speaker's screen") { speaker.status == .following }
        #expect(hub.attendance.followers == 2)
        let seated = try #require(followers.first { $0.status == .following })
        seated.leave()
        try room.run("the third in the place of one who left") {
            followers.count { $0 !== seated && $0.status == .following } == 2
        }
    }

    @Test func `a mirror takes nobody's place`() throws {
        let room = Room()
        let hub = try room.open(capacity: 2)
        let mirrors = try (0..<2).map { _ in try room.follow(as: .mirror) }
        try room.run("the mirrors") { mirrors.allSatisfy { $0.status == .following } }
        let followers = try (0..<2).map { _ in try room.follow() }
        try room.run("both followers") { followers.allSatisfy { $0.status == .following } }
        let mirror = try room.follow(as: .mirror)
        try room.run("a mirror in a full house") { mirror.status == .following }
        #expect(hub.attendance.followers == 2)
    }

    @Test func `short turns need no more processor time in total`() {
        func nice() -> Int32 { getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0) }
        let before = nice()
        CurrentProcess.takeShortTimeSlices()
        #expect(nice() == before)
    }

    @Test func `idle connections make room for followers`() throws {
        let room = Room()
        let hub = try room.open()
        let idle = try (0..<Limits.followers).map { _ in try room.intrude() }
        room.timePasses = false
        let follower = try room.follow()
        // Only the pace of accepting connections takes time.
        while follower.status != .following, room.now < ContinuousClock.now + .seconds(60) {
            room.turn(40)
            room.now += Limits.arrivalInterval
            if room.now > ContinuousClock.now + Limits.identification - .seconds(1) { break }
        }
        #expect(follower.status == .following)
        #expect(hub.attendance.followers == 1)
        idle.forEach { $0.close() }
    }

    @Test func `a user who floods the seminar is shut out until a second has passed`() throws {
        let room = Room()
        let hub = try room.open()
        let follower = try room.follow()
        try room.run("the follower there") { hub.attendance.followers == 1 }
        room.timePasses = false
        let second = room.now
        // Those that only wait make room for one another, and take nothing from the others.
        let waiting = try (0..<Limits.unidentified + 3).map { _ in
            let stream = try room.intrude()
            room.turn(2)
            room.now += .milliseconds(2)
            return stream
        }
        #expect(waiting.map { $0.drain(milliseconds: 0).hasEnded } == waiting.indices.map { $0 < 3 })
        for _ in 3..<Limits.fruitless {
            try room.intrude().close()
            room.turn(2)
            room.now += .milliseconds(2)
        }
        #expect(room.now < second + .seconds(1))
        let late = try room.intrude()
        try late.say(.hello(.audience, digest: ""))
        room.turn(4)
        #expect(late.drain().hasEnded)
        #expect(follower.status == .following && hub.attendance.followers == 1)
        room.now += .seconds(1)
        let again = try room.intrude()
        try again.say(.hello(.audience, digest: ""))
        try room.run("the next one admitted") { hub.attendance.followers == 2 }
        (waiting + [late, again]).forEach { $0.close() }
    }

    @Test func `a crowd is admitted at a pace, and each turn stays short`() throws {
        let room = Room()
        let hub = try room.open()
        let crowd = try (0..<300).map { _ in
            let stream = try room.intrude()
            try stream.say(.hello(.audience, digest: ""))
            return stream
        }
        room.turn(100)
        #expect(hub.attendance.followers == Limits.arrivals)
        #expect(hub.due == room.now + Limits.arrivalInterval)
        try room.run("the rest") { hub.attendance.followers == 300 }
        crowd.forEach { $0.close() }
    }

    @Test func `followers off the path are counted by place`() throws {
        let room = Room()
        let hub = try room.open()
        let followers = try (0..<5).map { _ in try room.follow() }
        let speaker = try room.follow(as: .speaker)
        try room.run("all there") { hub.attendance.followers == 5 }
        for follower in followers.prefix(3) { follower.wander(to: "reservoir") }
        followers[3].wander(to: "railway")
        let expected = {
            var attendance = Attendance()
            (attendance.followers, attendance.wanderers) = (5, 4)
            attendance.wandering = [.init(at: "reservoir", followers: 3), .init(at: "railway", followers: 1)]
            return attendance
        }()
        try room.run("the count, on the speaker's screen too") {
            hub.attendance == expected && speaker.attendance == expected
        }
        followers[3].wander(to: nil)
        followers[4].leave()
        try room.run("who is back and who has gone") {
            hub.attendance.followers == 4 && hub.attendance.wanderers == 3
        }
        #expect(followers.allSatisfy { $0.attendance == nil })
    }

    @Test func `without work nothing is due and nothing is ready`() throws {
        let room = Room()
        let hub = try room.open()
        let follower = try room.follow()
        hub.show(TalkPosition(place: "here"))
        try room.run("the place") { follower.position != nil }
        room.turn(3)
        // The pace has to be renewed only while connections wait.
        #expect(hub.due == nil)
        #expect(follower.due == nil)
        var watched = pollfd(fd: hub.descriptor, events: Int16(POLLIN), revents: 0)
        #expect(poll(&watched, 1, 0) == 0)
        #expect(follower.writers.isEmpty)
        // Remaining messages are waited for by descriptor, and never by a time.
        hub.show(TalkPosition(place: "there"))
        #expect(poll(&watched, 1, 0) == 1)
        #expect(hub.due == nil)
        hub.answer(at: room.now)
        #expect(poll(&watched, 1, 0) == 0)
    }
}
