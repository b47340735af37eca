import CaseModel
import Glibc
import SeededRandom
import System
import Testing

@testable import Seminar

/// The speaker's own screen, whose contents nobody else receives.
@Suite struct SpeakerTests {
    private let secret = "机密SECRET"

    @Test func `the speaker's screen gets the notes and follows the talk`() throws {
        let room = Room()
        let hub = try room.open()
        let prompt = SpeakerNotes(
            text: Text(chinese: secret), nextHeadline: Text(english: "next"),
            pointsToCome: [Text(english: "one")], clock: .init(elapsed: 61, atStep: 9),
            planned: 1200, plannedStep: 30..<90)
        hub.show(prompt)
        hub.show(TalkPosition(place: "here"))
        let speaker = try room.follow(as: .speaker)
        try room.run("the prompt") { speaker.notes == prompt && speaker.position?.place == "here" }
        #expect(speaker.attendance == Attendance())
        hub.show(SpeakerNotes(text: Text(english: "later")))
        try room.run("the next prompt") { speaker.notes?.text.english == "later" }
        // The speaker is not counted as audience.
        #expect(hub.attendance.followers == 0)
    }

    @Test func `another user's process is refused`() throws {
        let room = Room()
        let hub = try room.open(presenter: geteuid() + 1)
        hub.show(SpeakerNotes(text: Text(chinese: secret)))
        let speaker = try room.follow(as: .speaker)
        try room.run("the refusal") { speaker.status == .refused(.notTheSpeaker) }
        #expect(speaker.notes == nil)
        #expect(speaker.due == nil)
        let follower = try room.follow()
        try room.run("the same user in the audience") { follower.status == .following }
    }

    @Test func `a speaker behind a relay is refused, even as the same user`() throws {
        let room = Room()
        let hub = try room.open()
        hub.show(SpeakerNotes(text: Text(chinese: secret)))
        let stream = try room.intrude()
        try stream.say(.relayed)
        try stream.say(.hello(.speaker, digest: ""))
        room.turn(3)
        let (bytes, hasEnded) = stream.drain()
        #expect(hasEnded)
        #expect(bytes == Frame<AudienceMessage>(.refused(.notTheSpeaker)).bytes)
    }

    @Test func `no byte for the speaker reaches anyone else`() throws {
        for seed in UInt64(1)...8 {
            let room = Room()
            let hub = try room.open(caseBytes: Array(repeating: 3, count: 100_000))
            var random = Seeded(seed: seed)
            var heard: [Int32: [UInt8]] = [:]
            var audience: [ByteStream] = []
            let speaker = try room.follow(as: .speaker)
            try room.run("the speaker there") { speaker.status == .following }
            func listen(_ stream: ByteStream) {
                heard[stream.descriptor, default: []] += (try? stream.read(atMost: 1 << 16)) ?? []
            }
            for round in 0..<600 {
                switch random.small() % 8 {
                case 0:
                    let stream = try room.intrude()
                    heard[stream.descriptor] = []
                    audience.append(stream)
                    // Some followers lie about their role, or through a relay, or after their first message.
                    if random.small() % 3 == 0 { try stream.say(.relayed) }
                    let roles: [FollowerMessage.Role] = [.audience, .audience, .visitor]
                    try stream.say(.hello(roles[random.small() % 3], digest: ""))
                case 1 where !audience.isEmpty:
                    let stream = audience[random.small() % audience.count]
                    for message in random.followerMessages() where random.small() % 6 == 0 {
                        try? stream.say(message)
                    }
                case 2 where !audience.isEmpty: listen(audience[random.small() % audience.count])
                case 3 where audience.count > 12:
                    let stream = audience.remove(at: random.small() % audience.count)
                    listen(stream)
                    stream.close()
                case 4, 5:
                    hub.show(
                        SpeakerNotes(
                            text: Text(chinese: "\(secret) \(round)", english: secret),
                            nextHeadline: Text(english: secret),
                            pointsToCome: [Text(chinese: secret)], clock: .init(elapsed: round)))
                case 6: hub.show(random.position())
                case _: room.turn()
                }
            }
            room.turn(40)
            audience.forEach(listen)
            for bytes in heard.values {
                #expect(!String(decoding: bytes, as: UTF8.self).contains("SECRET"))
                // Even encoded: the audience knows the message of every frame received.
                var (inbox, visit) = (Inbox<AudienceMessage>(), Inbox<VisitorMessage>())
                inbox.take(bytes)
                visit.take(bytes)
                if (try? visit.next()) ?? nil == nil { while try inbox.next() != nil {} }
            }
            #expect(heard.values.contains { !$0.isEmpty })
            #expect(speaker.notes?.text.english == secret)
            audience.forEach { $0.close() }
        }
    }
}
