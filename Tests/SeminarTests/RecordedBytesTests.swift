import CaseModel
import Testing

@testable import Seminar

/// The recorded bytes of one message of every kind: a change of any of them needs a new `FrameForm.version`.
@Suite struct RecordedBytesTests {
    private static let title = Text(chinese: "渝黔", english: "Chongqing–Guizhou")
    private static let welcome = Welcome(
        seminar: "渝黔", digest: "0011223344556677", title: title, caseSize: 300,
        occasion: Occasion(presenter: "赵", date: PartialDate("2026-11-29"), join: "ssh x@y"))

    private static let position = TalkPosition(
        place: "view=map", tour: "seminar", step: 3, revealed: 2, isBlank: true)

    private static func attendance() -> Attendance {
        var attendance = Attendance()
        (attendance.followers, attendance.wanderers) = (17, 3)
        attendance.wandering = [.init(at: "map", followers: 2), .init(at: "prj-dam", followers: 1)]
        attendance.hands = [
            .init(number: 4, minute: 845, at: "prj-rail", question: "why?"),
            .init(number: 5, minute: 846, isUp: false),
        ]
        return attendance
    }

    private func expect<Content: Message>(
        _ message: Content, _ recorded: String, _ location: SourceLocation = #_sourceLocation
    ) throws {
        let bytes = Frame(message).bytes
        let digits = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        #expect(digits == recorded.filter { !$0.isWhitespace }, sourceLocation: location)
        var inbox = Inbox<Content>()
        inbox.take(bytes)
        #expect(try inbox.next() == message, sourceLocation: location)
    }

    @Test func `messages for the audience`() throws {
        try expect(
            AudienceMessage.welcome(Self.welcome),
            """
            8954530350000000c6e839980106e6b89de9bb94103030313132323333343435353636373706e6b8
            9de9bb941343686f6e6771696e67e280934775697a686f75ac020103e8b5b5010a323032362d3131
            2d3239010773736820784079
            """)
        try expect(
            AudienceMessage.here(sequence: 200, Self.position),
            """
            8954530318000000a93da5e502c80108766965773d6d6170010773656d696e6172030201
            """)
        try expect(
            AudienceMessage.here(sequence: 0, TalkPosition(place: "")),
            "8954530307000000779b865c02000000000000")
        try expect(
            AudienceMessage.casePart(CasePart(offset: 70_000, bytes: [1, 2, 255])),
            "8954530308000000340d328203f0a204030102ff")
        try expect(AudienceMessage.refused(.full), "8954530302000000f2f2f0220401")
        try expect(AudienceMessage.refused(.notTheSpeaker), "8954530302000000bfe7f0220402")
        try expect(AudienceMessage.refused(.tooBusy), "89545303020000006ceff0220403")
        try expect(AudienceMessage.refused(.otherVersion(nil)), "895453030200000019d2f0220404")
        try expect(AudienceMessage.notThere, "8954530301000000ebda7f5207")
        try expect(AudienceMessage.denied, "89545303010000005a2a7c5208")
        try expect(AudienceMessage.ended, "89545303010000004dd57f5205")
    }

    @Test func `titles in other languages are sent with their tags`() throws {
        let (es, qu) = (try #require(LanguageTag("es")), try #require(LanguageTag("qu")))
        var welcome = Self.welcome
        welcome.title = Text([(es, "Valle"), (qu, "Wayqu"), (.english, "Valley")])
        var inbox = Inbox<AudienceMessage>()
        inbox.take(Frame(AudienceMessage.welcome(welcome)).bytes)
        #expect(try inbox.next() == .welcome(welcome))
        // However many there are, a message is no longer than the other side takes.
        var notes = SpeakerNotes(text: Text(chinese: String(repeating: "长", count: 20_000)))
        notes.pointsToCome = Array(repeating: welcome.title, count: 40)
        for number in 0..<40 {
            let tag = try #require(LanguageTag("x-\(number)"))
            notes.text[tag] = String(repeating: "é", count: 20_000)
            for point in notes.pointsToCome.indices {
                notes.pointsToCome[point][tag] = String(repeating: "é", count: 2000)
            }
        }
        let bytes = Frame(SpeakerMessage.notes(notes)).bytes
        #expect(bytes.count < Limits.fromPresenter)
        var speaker = Inbox<SpeakerMessage>()
        speaker.take(bytes)
        guard case .notes(let received)? = try speaker.next() else {
            Issue.record("the notes did not arrive")
            return
        }
        #expect(received.text.tags.count == Limits.languages)
    }

    @Test func `what the speaker's screen is sent besides`() throws {
        let notes = SpeakerNotes(
            text: Text(chinese: "讲稿"), nextHeadline: Text(english: "next"),
            nextView: "map", pointsToCome: [Self.title, Text()],
            clock: .init(elapsed: 61, atStep: 9, isRunning: true), planned: 1200, plannedStep: 30..<90)
        try expect(
            SpeakerMessage.notes(notes),
            """
            895453033e000000201364991006e8aeb2e7a8bf000100046e65787401036d61700206e6b89de9bb
            941343686f6e6771696e67e280934775697a686f7500003d090101b009011e015a01
            """)
        try expect(
            SpeakerMessage.notes(SpeakerNotes()),
            "895453030d0000009c7e5ce710000000000000000000000001")
        try expect(
            SpeakerMessage.attendance(Self.attendance()),
            """
            895453032d0000009b90828711110302036d6170020770726a2d64616d010204cd06010870726a2d
            7261696c01047768793f0105ce06000000
            """)
        try expect(SpeakerMessage.talk(.ended), "89545303010000004dd57f5205")
    }

    @Test func `messages for a visitor`() throws {
        try expect(
            VisitorMessage.listing(Self.welcome, followers: 130),
            """
            89545303520000000b08d6a92006e6b89de9bb94103030313132323333343435353636373706e6b8
            9de9bb941343686f6e6771696e67e280934775697a686f75ac020103e8b5b5010a323032362d3131
            2d32390107737368207840798201
            """)
    }

    @Test func `messages of a follower`() throws {
        try expect(FollowerMessage.hello(.audience, digest: "00ff"), "89545303070000003ead447340010430306666")
        try expect(FollowerMessage.hello(.speaker, digest: ""), "8954530303000000f43157d1400200")
        try expect(FollowerMessage.hello(.visitor, digest: ""), "89545303030000009d8801d1400300")
        try expect(FollowerMessage.wandering("map"), "8954530306000000a32d68334101036d6170")
        try expect(FollowerMessage.wandering(nil), "895453030200000068d319184100")
        try expect(
            FollowerMessage.hand(RaisedHand(serial: 2, at: "prj-rail", question: "why?")),
            "89545303130000007cf87c7c420102010870726a2d7261696c01047768793f")
        try expect(FollowerMessage.hand(nil), "8954530302000000a30cf8184200")
        try expect(FollowerMessage.caseWanted, "89545303010000007f2a7e5243")
        try expect(FollowerMessage.order(.next), "89545303020000004fd094184501")
        try expect(FollowerMessage.order(.goTo(step: 200)), "895453030400000051caaac04510c801")
        try expect(FollowerMessage.order(.answer(hand: 4)), "895453030300000082fb191a451104")
        try expect(
            AudienceMessage.handLowered(LoweredHand(serial: 2, isAnswered: true)),
            "8954530303000000042c0091060201")
        try expect(FollowerMessage.hello(.mirror, digest: ""), "895453030300000082bcd7d3400400")
        try expect(
            FollowerMessage.mirrored(MirrorReport(attendance: Self.attendance(), answered: [3])),
            """
            895453032f000000e61de20046110302036d6170020770726a2d64616d010204cd06010870726a2d
            7261696c01047768793f0105ce060000000103
            """)
        try expect(FollowerMessage.relayed, "8954530301000000fe2e7e5244")
    }
}
