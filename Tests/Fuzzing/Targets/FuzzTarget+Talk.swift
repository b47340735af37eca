import CaseModel

@testable import Seminar

extension FuzzTarget {
    /// Reads a stream of messages in two pieces, and one message whose header is sound; what is read is written as
    /// it was.
    private static func read<Content: Message>(_: Content.Type, _ bytes: [UInt8]) {
        for stream in [bytes, framed(bytes)] {
            for cut in [0, stream.count / 2] {
                var inbox = Inbox<Content>()
                do throws(WireError) {
                    for piece in [stream[..<cut], stream[cut...]] {
                        inbox.take(Array(piece))
                        while let message = try inbox.next() {
                            var again = Inbox<Content>()
                            again.take(Frame(message).bytes)
                            require(try again.next() == message, "it is written otherwise: \(message)")
                        }
                    }
                } catch {}
            }
        }
    }

    private static func framed(_ payload: [UInt8]) -> [UInt8] {
        var bytes = FrameForm.magic + [FrameForm.version]
        for word in [UInt32(payload.count), FrameForm.checksum(payload)] {
            withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
        }
        return bytes + payload
    }

    private static func seeds<Content: Message>(_ messages: [Content]) -> [[UInt8]] {
        let frames = messages.map { Frame($0).bytes }
        return frames + frames.map { Array($0.dropFirst(FrameForm.headerSize)) } + [frames.flatMap { $0 }]
    }

    static let toFollower = FuzzTarget(
        name: "wire-to-follower", longest: 2048,
        seeds: {
            var welcome = Welcome(
                seminar: "渝黔", digest: "0123456789abcdef", title: Text(chinese: "案例", english: "Case"),
                caseSize: 9,
                occasion: Occasion(presenter: "A"))
            welcome.occasion.date = PartialDate(year: 2026)
            let position = TalkPosition(place: "v=2&view=map", tour: "t", step: 3, revealed: 2)
            var notes = SpeakerNotes(text: Text(chinese: "讲"))
            notes.pointsToCome = [Text("a")]
            notes.planned = 60
            var attendance = Attendance(followers: 3)
            attendance.hands = [Attendance.Hand(number: 1, minute: 2)]
            let audience: [AudienceMessage] = [
                .welcome(welcome), .here(sequence: 1, position),
                .casePart(CasePart(offset: 0, bytes: [1, 2])),
                .handLowered(LoweredHand(serial: 1, isAnswered: true)), .refused(.full), .ended, .mirrorEnded,
            ]
            return Self.seeds(audience) + Self.seeds([SpeakerMessage.notes(notes), .attendance(attendance)])
                + Self.seeds([VisitorMessage.listing(welcome, followers: 2)])
        }
    ) { bytes in
        read(AudienceMessage.self, bytes)
        read(SpeakerMessage.self, bytes)
        read(VisitorMessage.self, bytes)
    }

    static let toPresenter = FuzzTarget(
        name: "wire-to-presenter", longest: 2048,
        seeds: {
            Self.seeds([
                FollowerMessage.hello(.speaker, digest: "0123456789abcdef"), .wandering("prj-a"),
                .wandering(nil),
                .hand(RaisedHand(serial: 1, at: "prj-a")), .hand(nil), .caseWanted, .relayed, .order(.next),
                .order(.goTo(step: 3)),
            ])
        }
    ) { bytes in read(FollowerMessage.self, bytes) }
}
