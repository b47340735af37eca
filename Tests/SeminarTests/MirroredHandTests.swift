import CaseModel
import SessionSupport
import System
import Testing

@testable import Seminar

/// Hands, questions and numbers on their way from the followers of a mirror to the presenter, and back.
@Suite struct MirroredHandTests {
    private func talk(step: Int) -> TalkPosition { TalkPosition(place: "here", tour: "tour", step: step) }

    /// A house with a talk, and two followers behind its mirror.
    private func furnished(digest: String = Room.digest) throws -> (MirrorTests.House, SeminarHub, [Follower])
    {
        let house = try MirrorTests.House(caseSize: 100, digest: digest)
        let hub = try #require(house.far.hub)
        hub.minute = 845
        hub.show(talk(step: 3))
        let followers = try (0..<2).map { _ in try house.near.follow("near") }
        try house.run("both there") { hub.attendance.followers == 2 }
        return (house, hub, followers)
    }

    @Test(arguments: [Room.digest, "another"])
    func `a question behind a mirror reaches the presenter, who answers it off`(digest: String) throws {
        let (house, hub, followers) = try furnished(digest: digest)
        let speaker = try house.far.follow(as: .speaker)
        followers[0].raise(RaisedHand(serial: 1, at: "railway", question: "why here?"))
        try house.run("the question") { speaker.attendance?.hands.count == 1 }
        followers[1].raise(RaisedHand(serial: 1, at: "call 0800-SCAM"))
        try house.run("the other hand") { speaker.attendance?.hands.count == 2 }
        let hands = try #require(speaker.attendance?.hands)
        #expect(hands[0] == .init(number: 1, minute: 845, at: "railway", question: "why here?"))
        #expect(hands[1] == .init(number: 2, minute: 845))
        hub.answer(hand: 1)
        try house.run("the hand down") { followers[0].loweredHand == 1 }
        #expect(followers[1].loweredHand == 0)
        hub.lowerHands()
        try house.run("the other one too") { followers[1].loweredHand == 1 }
        try house.run("no hand at the mirror") { house.mirror.hub?.attendance.hands == [] }
        #expect(hub.attendance.hands.isEmpty)
        #expect(hub.questions.map(\.isAnswered) == [true])
        #expect(hub.questions.map(\.step) == [3])
    }

    @Test func `the mirror's own user answers, and whoever asked takes back`() throws {
        let (house, hub, followers) = try furnished()
        let host = try house.near.follow("near", as: .speaker)
        for follower in followers { follower.raise(RaisedHand(serial: 1, question: "why?")) }
        try house.run("both hands") { hub.attendance.raised == 2 && host.notes != nil }
        #expect(host.notes?.takesMoves == false)
        followers[1].raise(nil)
        try house.run("one taken back") {
            hub.attendance.hands.count == 1 && host.attendance?.hands.count == 1
        }
        #expect(hub.questions.count == 1)
        #expect(host.give(.next), "the order comes, and moves nothing")
        #expect(host.give(.answer(hand: try #require(host.attendance?.hands.first?.number))))
        try house.run("the answer") { hub.attendance.hands.isEmpty && followers[0].loweredHand == 1 }
        #expect(hub.questions.map(\.isAnswered) == [true])
        #expect(hub.attendance.followers == 2)
    }

    @Test func `the talk's going on lowers hands on both sides, and questions stay open`() throws {
        let (house, hub, followers) = try furnished()
        followers[0].raise(RaisedHand(serial: 1, question: "why?"))
        followers[1].raise(RaisedHand(serial: 1))
        try house.run("both hands") { hub.attendance.raised == 2 }
        hub.show(talk(step: 4))
        hub.show(talk(step: 5))
        // The mirror has seen one step of the two, and is told.
        try house.run("both down") { followers.allSatisfy { $0.loweredHand == 1 } }
        try house.run("the count") { hub.attendance.hands.map(\.isUp) == [false] }
        try house.run("the mirror's count") { house.mirror.hub?.attendance.hands.map(\.isUp) == [false] }
        hub.answer(hand: hub.attendance.hands[0].number)
        try house.run("answered there too") { house.mirror.hub?.attendance.hands == [] }
        #expect(hub.questions.map(\.isAnswered) == [true])
    }

    @Test func `a line that breaks and comes back doubles nothing`() throws {
        let (house, hub, followers) = try furnished()
        followers[0].raise(RaisedHand(serial: 1, at: "river", question: "why?"))
        followers[1].wander(to: "map")
        try house.run("all of it") { hub.attendance.hands.count == 1 && hub.attendance.wanderers == 1 }
        let before = hub.attendance
        hub.close(hasEnded: false)
        let next = try house.far.open()
        next.minute = 845
        next.show(talk(step: 3))
        try house.run("all of it again") { next.attendance == before }
        followers[0].leave()
        try house.run("one less") { next.attendance.followers == 1 && next.attendance.raised == 0 }
        #expect(next.attendance.hands.map(\.question) == ["why?"])
        #expect(next.questions.count == 1)
    }

    @Test(arguments: [true, false])
    func `what was answered off while a mirror was cut does not come back with it`(isUp: Bool) throws {
        let room = Room()
        let hub = try room.open()
        var report = MirrorReport(attendance: Attendance(followers: 2))
        report.attendance.hands = [
            .init(number: 4, minute: 845, at: "river", question: "why?", isUp: isUp),
            .init(number: 5, minute: 846, at: "map", question: "who?"),
        ]
        func mirror() throws -> ByteStream {
            let mirror = try room.intrude()
            try mirror.say(.hello(.mirror, digest: Room.digest))
            try mirror.say(.mirrored(report))
            return mirror
        }
        let cut = try mirror()
        try room.run("the questions") { hub.attendance.hands.count == 2 }
        cut.close()
        try room.run("the cut") { hub.attendance.followers == 0 }
        hub.answer(hand: 1)
        let back = try mirror()
        try room.run("the other one again") { hub.attendance.raised == 1 }
        #expect(hub.attendance.hands.map(\.number) == [2])
        var inbox = Inbox<AudienceMessage>()
        inbox.take(back.drain().bytes)
        var told: [AudienceMessage] = []
        while let message = try inbox.next() { told.append(message) }
        #expect(told.contains(.handLowered(LoweredHand(serial: 4, isAnswered: true))))
        // A report that was on its way already, and then one that has heard.
        report.attendance.followers = 3
        try back.say(.mirrored(report))
        try room.run("the report") { hub.attendance.followers == 3 }
        report.attendance.hands.removeFirst()
        report.answered = [4]
        report.attendance.followers = 4
        try back.say(.mirrored(report))
        try room.run("the next one") { hub.attendance.followers == 4 }
        #expect(hub.attendance.hands.map(\.number) == [2])
        #expect(hub.questions.map(\.isAnswered) == [true, false])
    }

    @Test func `what was taken back or answered while a mirror was cut for long is open nowhere`() throws {
        let (house, hub, followers) = try furnished()
        followers[0].raise(RaisedHand(serial: 1, at: "river", question: "why?"))
        try house.run("the first") { hub.attendance.hands.count == 1 }
        followers[1].raise(RaisedHand(serial: 1, question: "who?"))
        try house.run("the second") { hub.attendance.hands.count == 2 }
        let gone = try house.near.follow("near")
        gone.raise(RaisedHand(serial: 1, question: "when?"))
        try house.run("the third") { hub.attendance.hands.count == 3 }
        hub.close(hasEnded: false)
        house.far.hub = nil
        try house.run("the mirror's end") {
            house.mirror.hub == nil
                && followers.allSatisfy { if case .away = $0.status { true } else { false } }
        }
        followers[0].raise(nil)
        gone.leave()
        let back = try SeminarHub(
            name: hub.name, in: house.far.folder, showing: hub.sharedCase, presenter: hub.presenter,
            with: hub.handsAdrift)
        house.far.hub = back
        back.answer(hand: 2)
        back.show(talk(step: 3))
        try house.run("all told") {
            back.attendance.followers == 2 && back.attendance.hands.map(\.number) == [3]
                && followers[1].loweredHand == 1
        }
        try house.run("the mirror's own list") {
            house.mirror.hub?.attendance.hands.map(\.question) == ["when?"]
        }
        #expect(back.questions.map(\.text) == ["who?", "when?"])
        #expect(back.questions.map(\.isAnswered) == [true, false])
        #expect(back.attendance.raised == 0)
    }

    @Test func `a report comes now and then, and none while nothing changes`() throws {
        let (house, hub, followers) = try furnished()
        try house.run("peace") { house.mirror.due == nil && hub.attendance.followers == 2 }
        let places = Room.places.sorted()
        var (reports, last) = (0, hub.attendance)
        let began = house.far.now
        for round in 0..<40 {
            followers[0].wander(to: places[round % places.count])
            for _ in 0..<3 {
                house.near.turn()
                try house.mirror.answer(at: house.far.now)
                house.far.turn()
            }
            if hub.attendance != last { (reports, last) = (reports + 1, hub.attendance) }
        }
        #expect(house.far.now == began && reports <= 1, "\(reports) reports at once")
        try house.run("the last place") {
            hub.attendance.wandering.map(\.at) == [places[39 % places.count]] && house.mirror.due == nil
        }
        #expect(house.far.now >= began + Limits.reportInterval)
    }

    @Test func `whoever is no mirror reports nobody, and no report is believed beyond measure`() throws {
        let room = Room()
        let hub = try room.open()
        let liar = try room.intrude()
        try liar.say(.hello(.audience, digest: ""))
        try liar.say(.mirrored(MirrorReport(attendance: Attendance(followers: 9))))
        room.turn(3)
        #expect(liar.drain().hasEnded)
        let braggart = try room.intrude()
        try braggart.say(.hello(.mirror, digest: ""))
        room.turn(3)
        #expect(hub.attendance.followers == 0, "the mirror itself is nobody")
        var attendance = Attendance(followers: .max, wanderers: .max)
        attendance.wandering = [
            .init(at: "YOUR TALK IS BORING", followers: .max), .init(at: "river", followers: .max),
        ]
        attendance.hands = [.init(number: .max, minute: .max, at: "call 0800", question: "why?")]
        try braggart.say(.mirrored(MirrorReport(attendance: attendance)))
        room.turn(3)
        #expect(hub.attendance.followers == Limits.mirrored)
        #expect(hub.attendance.wandering == [.init(at: "river", followers: Limits.mirrored)])
        #expect(hub.attendance.hands == [.init(number: 1, minute: 0, question: "why?")])
        try braggart.say(.hand(nil))
        braggart.close()
        room.turn(3)
        #expect(hub.attendance.followers == 0 && hub.attendance.raised == 0)
    }
}
