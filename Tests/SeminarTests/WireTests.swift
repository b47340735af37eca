import CaseModel
import SeededRandom
import Testing

@testable import Seminar

/// Messages as bytes, complete and damaged.
@Suite struct WireTests {
    private func read<Content: Message>(_ bytes: [UInt8], as _: Content.Type) throws -> Content? {
        var inbox = Inbox<Content>()
        inbox.take(bytes)
        return try inbox.next()
    }

    private func expectRoundTrip<Content: Message>(_ message: Content) throws {
        let bytes = Frame(message).bytes
        #expect(try read(bytes, as: Content.self) == message)
        // Before the last byte has arrived there is neither a message nor an error.
        var inbox = Inbox<Content>()
        for byte in bytes.dropLast() {
            inbox.take([byte])
            #expect(try inbox.next() == nil)
        }
        inbox.take([bytes.last!])
        #expect(try inbox.next() == message)
        #expect(try inbox.next() == nil)
    }

    @Test func `every message is decoded as encoded, whole or byte by byte`() throws {
        var random = Seeded(seed: 6)
        for _ in 0..<20 {
            for message in random.audienceMessages() { try expectRoundTrip(message) }
            for message in random.speakerMessages() { try expectRoundTrip(message) }
            for message in random.followerMessages() { try expectRoundTrip(message) }
            try expectRoundTrip(VisitorMessage.listing(random.welcome(), followers: random.small()))
        }
    }

    @Test func `several messages in one piece are decoded one by one`() throws {
        var random = Seeded(seed: 7)
        let messages = random.followerMessages()
        var inbox = Inbox<FollowerMessage>()
        inbox.take(messages.flatMap { Frame($0).bytes })
        for message in messages { #expect(try inbox.next() == message) }
        #expect(try inbox.next() == nil)
    }

    @Test func `a flipped bit is noticed anywhere`() throws {
        let place = TalkPosition(
            place: "item prj-railway pins drv-west", tour: "seminar", step: 3, revealed: 2)
        let bytes = Frame(AudienceMessage.here(sequence: 1, place)).bytes
        for bit in 0..<bytes.count * 8 {
            var changed = bytes
            changed[bit / 8] ^= 1 << (bit % 8)
            // A larger length waits for bytes that never come; nothing else may be accepted.
            #expect((try? read(changed, as: AudienceMessage.self)) ?? nil == nil, "bit \(bit)")
        }
    }

    @Test func `forged payloads with a valid checksum are refused without a trap`() throws {
        var random = Seeded(seed: 8)
        for _ in 0..<4000 {
            var payload = random.payload()
            switch random.small() % 3 {
            case 0: payload = Array(payload.prefix(random.small() % (payload.count + 1)))
            case 1: payload[random.small() % payload.count] = UInt8(truncatingIfNeeded: random.next())
            case _: payload += [UInt8(truncatingIfNeeded: random.next())]
            }
            let bytes = Self.framed(payload)
            _ = try? read(bytes, as: AudienceMessage.self)
            _ = try? read(bytes, as: SpeakerMessage.self)
            _ = try? read(bytes, as: VisitorMessage.self)
            _ = try? read(bytes, as: FollowerMessage.self)
        }
    }

    @Test func `foreign bytes are recognised at the first one that differs`() {
        #expect(throws: WireError.foreign) {
            try read(Array("Welcome to Debian".utf8), as: AudienceMessage.self)
        }
        #expect(throws: WireError.foreign) { try read([0x89, 0x50], as: AudienceMessage.self) }
        #expect(throws: WireError.otherVersion(1)) {
            try read([0x89, 0x54, 0x53, 1], as: AudienceMessage.self)
        }
    }

    @Test func `a length beyond all limits is refused before its bytes come`() {
        for length in [UInt32(Limits.fromFollower) + 1, .max, 0] {
            var bytes = FrameForm.magic + [FrameForm.version]
            for word in [length, 0] {
                withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
            }
            #expect(throws: WireError.oversize) { try read(bytes, as: FollowerMessage.self) }
        }
    }

    @Test func `the audience's messages cannot contain the speaker's contents`() {
        let secrets = [
            SpeakerMessage.notes(SpeakerNotes(text: Text(chinese: "勿外传"))), .attendance(Attendance()),
        ]
        for secret in secrets {
            #expect(throws: WireError.damaged) { try read(Frame(secret).bytes, as: AudienceMessage.self) }
        }
    }

    @Test func `texts are cut between characters and stripped of control characters`() throws {
        let long = String(repeating: "渝", count: Limits.id)
        let message = FollowerMessage.hand(RaisedHand(serial: 1, at: long + "\u{1B}"))
        let cut = String(repeating: "渝", count: Limits.id / 3)
        #expect(
            try read(Frame(message).bytes, as: FollowerMessage.self) == .hand(RaisedHand(serial: 1, at: cut)))
        #expect(WireText.fitted("a\u{1B}[31m\u{9B}\u{202E}\nb", 100) == "a\u{FFFD}[31m\u{FFFD}\u{FFFD}\nb")
        // A message with such a text is invalid.
        var payload: [UInt8] = [66, 1, 1, 1, 3]
        payload += [0x61, 0x1B, 0x62, 0]
        #expect(throws: WireError.damaged) { try read(Self.framed(payload), as: FollowerMessage.self) }
        #expect(throws: WireError.damaged) {
            try read(Self.framed([66, 1, 1, 1, 1, 0xFF, 0]), as: FollowerMessage.self)
        }
    }

    @Test func `the largest of each message fits its limit`() throws {
        let line = Text(
            chinese: String(repeating: "x", count: Limits.line),
            english: String(repeating: "x", count: Limits.line))
        let notes = Text(
            chinese: String(repeating: "x", count: Limits.notes),
            english: String(repeating: "x", count: Limits.notes))
        let prompt = SpeakerNotes(
            text: notes, nextHeadline: line, pointsToCome: Array(repeating: line, count: Limits.points + 1),
            clock: .init(elapsed: .max, atStep: .max, isRunning: true), planned: .max,
            plannedStep: 0..<Int.max)
        guard
            case .notes(let read)? = try read(
                Frame(SpeakerMessage.notes(prompt)).bytes, as: SpeakerMessage.self)
        else {
            Issue.record("the prompt was not understood")
            return
        }
        #expect(read.pointsToCome.count == Limits.points)
        var attendance = Attendance()
        attendance.wandering = (0..<Limits.counts).map { _ in
            .init(at: String(repeating: "x", count: Limits.wandering), followers: .max)
        }
        attendance.hands = (0..<Limits.counts).map { _ in
            .init(
                number: .max, minute: .max, at: String(repeating: "x", count: Limits.id),
                question: String(repeating: "x", count: Limits.question))
        }
        try expectRoundTrip(SpeakerMessage.attendance(attendance))
        // A mirror reports ids, which are shorter than what a follower may say.
        for place in attendance.wandering.indices {
            attendance.wandering[place].at = String(repeating: "x", count: Limits.id)
        }
        try expectRoundTrip(
            FollowerMessage.mirrored(
                MirrorReport(
                    attendance: attendance, answered: Array(repeating: .max, count: Limits.counts))))
        let part = CasePart(offset: .max, bytes: Array(repeating: 7, count: Limits.part))
        try expectRoundTrip(AudienceMessage.casePart(part))
        try expectRoundTrip(FollowerMessage.wandering(String(repeating: "x", count: Limits.wandering)))
    }

    static func framed(_ payload: [UInt8]) -> [UInt8] {
        var bytes = FrameForm.magic + [FrameForm.version]
        for word in [UInt32(payload.count), FrameForm.checksum(payload)] {
            withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
        }
        return bytes + payload
    }
}

// Random messages of every kind.
extension Seeded {
    mutating func small() -> Int { Int(next() % 1000) }

    mutating func text() -> String {
        let alphabet = Array("渝黔协作 railway prj-1\n🙂é")
        return String((0..<small() % 40).map { _ in alphabet[small() % alphabet.count] })
    }

    mutating func spoken() -> Text {
        let (chinese, english) = (text(), text())
        return Text(chinese: chinese.isEmpty ? nil : chinese, english: english.isEmpty ? nil : english)
    }

    mutating func optional<Value>(_ make: (inout Seeded) -> Value) -> Value? {
        next() % 2 == 0 ? make(&self) : nil
    }

    mutating func welcome() -> Welcome {
        Welcome(
            seminar: text(), digest: text(), title: spoken(), caseSize: small(),
            occasion: Occasion(
                presenter: optional { $0.text() },
                date: optional { _ in PartialDate("2026-11-29") }.flatMap(\.self),
                join: optional { $0.text() }))
    }

    mutating func position() -> TalkPosition {
        TalkPosition(
            place: text(), tour: optional { $0.text() }, step: small(), revealed: small(),
            isBlank: next() % 2 == 0)
    }

    mutating func hand() -> RaisedHand {
        RaisedHand(serial: small(), at: optional { $0.text() }, question: optional { $0.text() })
    }

    mutating func audienceMessages() -> [AudienceMessage] {
        let part = CasePart(offset: small(), bytes: (0..<small()).map { UInt8(truncatingIfNeeded: $0) })
        return [
            .notThere, .denied, .welcome(welcome()), .here(sequence: small(), position()), .casePart(part),
            .ended, .mirrorEnded,
            .handLowered(LoweredHand(serial: small(), isAnswered: next() % 2 == 0)),
            .refused([.full, .notTheSpeaker, .tooBusy, .otherVersion(nil)][small() % 4]),
        ]
    }

    mutating func attendance() -> Attendance {
        var attendance = Attendance()
        (attendance.followers, attendance.wanderers) = (small(), small())
        attendance.wandering = [.init(at: text(), followers: small())]
        attendance.hands = [
            .init(
                number: small(), minute: small(), at: optional { $0.text() },
                question: optional { $0.text() },
                isUp: small() % 2 == 0)
        ]
        return attendance
    }

    mutating func speakerMessages() -> [SpeakerMessage] {
        let prompt = SpeakerNotes(
            text: spoken(), nextHeadline: optional { $0.spoken() }, pointsToCome: [spoken(), spoken()],
            clock: .init(elapsed: small(), atStep: small(), isRunning: small() % 2 == 0),
            planned: optional { $0.small() }, plannedStep: optional { 3..<(3 + $0.small()) },
            takesMoves: next() % 2 == 0)
        return audienceMessages().map(SpeakerMessage.talk) + [.notes(prompt), .attendance(attendance())]
    }

    mutating func followerMessages() -> [FollowerMessage] {
        [
            .relayed, .hello([.audience, .speaker, .visitor, .mirror][small() % 4], digest: text()),
            .mirrored(MirrorReport(attendance: attendance(), answered: [small(), small()])),
            .wandering(optional { $0.text() }), .hand(optional { $0.hand() }), .caseWanted,
            .order(
                [
                    .next, .previous, .blank, .goTo(step: 7), .toggleClock, .resetClock, .answer(hand: 3),
                    .lowerHands,
                ][
                    small() % 8]),
        ]
    }

    /// The payload of a message.
    mutating func payload() -> [UInt8] {
        let frames =
            audienceMessages().map { Frame($0).bytes } + speakerMessages().map { Frame($0).bytes }
            + followerMessages().map { Frame($0).bytes }
        return Array(frames[small() % frames.count].dropFirst(FrameForm.headerSize))
    }
}
