import CaseModel
import SessionSupport
import Testing

@testable import Seminar

/// Hands and questions between followers, presenter and the speaker's screen.
@Suite struct HandTests {
    private func talk(step: Int, revealed: Int = 0) -> TalkPosition {
        TalkPosition(place: "here", tour: "tour", step: step, revealed: revealed)
    }

    @Test func `the speaker sees a question with its time and place, and answers it off`() throws {
        let room = Room()
        let hub = try room.open()
        hub.minute = 845
        hub.show(talk(step: 3))
        let (follower, other) = (try room.follow(), try room.follow())
        let speaker = try room.follow(as: .speaker)
        try room.run("all there") { hub.attendance.followers == 2 && speaker.status == .following }
        follower.raise(RaisedHand(serial: 1, at: "railway", question: "  why   here? "))
        try room.run("the question") { speaker.attendance?.hands.count == 1 }
        other.raise(RaisedHand(serial: 1))
        let question = Attendance.Hand(number: 1, minute: 845, at: "railway", question: "why here?")
        try room.run("the hands, the earliest first") {
            speaker.attendance?.hands == [question, .init(number: 2, minute: 845)]
        }
        hub.answer(hand: 1)
        try room.run("the follower's hand down") { follower.loweredHand == 1 }
        #expect(other.loweredHand == 0)
        #expect(hub.attendance.hands.map(\.number) == [2])
        #expect(
            hub.questions == [
                SeminarQuestion(
                    number: 1, minute: 845, at: "railway", step: 3, text: "why here?", isAnswered: true)
            ])
        // The hand that is down is not raised again by the state that has not noticed yet.
        follower.raise(RaisedHand(serial: 1, at: "railway"))
        room.turn(3)
        #expect(hub.attendance.raised == 1)
        follower.raise(RaisedHand(serial: 2))
        try room.run("a new hand") { hub.attendance.raised == 2 }
    }

    @Test func `the next step but one lowers a hand, and its question stays open`() throws {
        let room = Room()
        let hub = try room.open()
        hub.show(talk(step: 3))
        let (asking, silent) = (try room.follow(), try room.follow())
        asking.raise(RaisedHand(serial: 1, question: "why?"))
        silent.raise(RaisedHand(serial: 1))
        try room.run("both hands") { hub.attendance.raised == 2 }
        hub.show(talk(step: 3, revealed: 1))
        hub.show(talk(step: 4))
        hub.show(TalkPosition(place: "explored"))
        hub.show(talk(step: 4))
        room.turn(3)
        #expect(hub.attendance.raised == 2, "neither points nor exploring count as steps")
        hub.show(talk(step: 5))
        try room.run("both told") { asking.loweredHand == 1 && silent.loweredHand == 1 }
        #expect(hub.attendance.raised == 0)
        #expect(hub.attendance.hands.map(\.question) == ["why?"])
    }

    @Test func `who lowers the hand withdraws the question; who leaves does not`() throws {
        let room = Room()
        let hub = try room.open()
        let (one, other) = (try room.follow(), try room.follow())
        one.raise(RaisedHand(serial: 1, question: "never mind"))
        other.raise(RaisedHand(serial: 1, question: "important"))
        try room.run("both") { hub.attendance.hands.count == 2 }
        one.raise(nil)
        other.leave()
        try room.run("one left") { hub.attendance.hands.count == 1 && hub.attendance.raised == 0 }
        #expect(hub.questions.map(\.text) == ["important"])
        hub.answer(hand: hub.attendance.hands[0].number)
        #expect(hub.attendance.hands.isEmpty)
        #expect(hub.questions.map(\.isAnswered) == [true])
    }

    @Test func `what was answered off while its follower was cut off does not come back`() throws {
        let room = Room()
        let hub = try room.open()
        hub.show(TalkPosition(place: "here", tour: "tour", step: 3))
        let hand = RaisedHand(serial: 1, at: "river", question: "why?")
        let cut = try room.intrude()
        try cut.say(.hello(.audience, digest: Room.digest))
        try cut.say(.hand(hand))
        try room.run("the question") { hub.attendance.raised == 1 }
        cut.close()
        try room.run("the cut") { hub.attendance.raised == 0 }
        hub.answer(hand: 1)
        let back = try room.follow()
        back.raise(hand)
        try room.run("the answer") { back.loweredHand == 1 }
        #expect(hub.attendance.hands.isEmpty)
        #expect(hub.questions.map(\.isAnswered) == [true])
        // The same words are a new question from whoever asks them next.
        room.now += Limits.identification + .seconds(1)
        let next = try room.follow()
        next.raise(hand)
        try room.run("asked anew") { hub.attendance.raised == 1 }
    }

    @Test func `whoever asks later what somebody asked who has gone asks anew`() throws {
        let room = Room()
        let hub = try room.open()
        let gone = try room.intrude()
        try gone.say(.hello(.audience, digest: Room.digest))
        try gone.say(.hand(RaisedHand(serial: 1, at: "river", question: "why?")))
        try room.run("the question") { hub.attendance.raised == 1 }
        gone.close()
        try room.run("nobody") { hub.attendance.raised == 0 }
        hub.answer(hand: 1)
        let other = try room.follow()
        try room.run("the other one") { hub.attendance.followers == 1 }
        room.now += Limits.identification + .seconds(1)
        other.raise(RaisedHand(serial: 1, at: "river", question: "why?"))
        try room.run("a question of his own") { hub.attendance.raised == 1 }
        #expect(hub.questions.map(\.isAnswered) == [true, false])
    }

    @Test(arguments: [nil, "Since when?"])
    func `what its follower took back while cut off is open no longer`(next: String?) throws {
        let room = Room()
        let hub = try room.open()
        let follower = try room.follow()
        follower.raise(RaisedHand(serial: 1, at: "river", question: "why?"))
        try room.run("the question") { hub.attendance.raised == 1 }
        hub.close(hasEnded: false)
        // The presenter goes on with what was asked.
        let back = try SeminarHub(
            name: hub.name, in: room.folder, showing: hub.sharedCase, presenter: hub.presenter,
            with: hub.handsAdrift)
        room.hub = nil
        try room.run("the cut") { if case .away = follower.status { true } else { false } }
        follower.raise(nil)
        if let next { follower.raise(RaisedHand(serial: 2, question: next)) }
        room.hub = back
        #expect(back.hands.open.map(\.question) == ["why?"])
        try room.run("the question gone") { back.questions.map(\.text) == [next].compactMap(\.self) }
        #expect(back.attendance.raised == (next == nil ? 0 : 1))
    }

    @Test func `all hands are lowered at once`() throws {
        let room = Room()
        let hub = try room.open()
        let followers = try (0..<5).map { _ in try room.follow() }
        for follower in followers { follower.raise(RaisedHand(serial: 1)) }
        try room.run("five hands") { hub.attendance.raised == 5 }
        hub.lowerHands()
        try room.run("all told") { followers.allSatisfy { $0.loweredHand == 1 } }
        #expect(hub.attendance.hands.isEmpty)
    }

    @Test func `what the case does not have is counted as elsewhere and never shown`() throws {
        let room = Room()
        _ = try room.open()
        let followers = try (0..<3).map { _ in try room.follow() }
        let speaker = try room.follow(as: .speaker)
        followers[0].wander(to: "YOUR TALK IS BORING")
        followers[1].wander(to: "river")
        followers[2].raise(
            RaisedHand(serial: 1, at: "call 0800-SCAM", question: "a\u{301}\u{301}\u{301}\u{301}?"))
        try room.run("the count") {
            speaker.attendance?.wanderers == 2 && speaker.attendance?.hands.count == 1
        }
        let attendance = try #require(speaker.attendance)
        #expect(attendance.wandering == [.init(at: "river", followers: 1)])
        #expect(attendance.elsewhere == 1)
        #expect(attendance.hands[0].at == nil)
        #expect((attendance.hands[0].question?.unicodeScalars.count ?? 9) <= 4, "piles of marks are cut")
    }

    @Test func `orders of the speaker arrive each once and in order, and nobody else gives any`() throws {
        let room = Room()
        let hub = try room.open()
        let speaker = try room.follow(as: .speaker)
        let follower = try room.follow()
        #expect(!speaker.give(.next), "before the connection")
        try room.run("both there") { speaker.status == .following && hub.attendance.followers == 1 }
        let orders: [SpeakerOrder] = [
            .next, .next, .goTo(step: 4), .next, .blank, .answer(hand: 2), .previous,
        ]
        for order in orders { #expect(speaker.give(order)) }
        var received: [SpeakerOrder] = []
        try room.run("the orders") {
            received += hub.takeOrders()
            return received.count == orders.count
        }
        #expect(received == orders)
        #expect(!follower.give(.next))
        let stream = try room.intrude()
        try stream.say(.hello(.audience, digest: ""))
        try stream.say(.order(.next))
        room.turn(3)
        #expect(stream.drain().hasEnded)
        #expect(hub.takeOrders().isEmpty)
    }
}
