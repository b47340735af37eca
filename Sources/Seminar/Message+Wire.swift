import CaseModel

// The encoding and decoding of each message are next to each other and in the same order: change both and
// `FrameForm.version`.

extension AudienceMessage {
    static let largest = Limits.fromPresenter

    var tag: UInt8 {
        switch self {
        case .welcome: 1
        case .here: 2
        case .casePart: 3
        case .refused: 4
        case .ended: 5
        case .handLowered: 6
        case .notThere: 7
        case .denied: 8
        case .mirrorEnded: 9
        }
    }

    init(tag: UInt8, from reader: inout WireReader) throws(WireError) {
        switch tag {
        case 1: self = .welcome(try Welcome(from: &reader))
        case 2:
            let sequence = try reader.number()
            self = .here(sequence: sequence, try TalkPosition(from: &reader))
        case 3: self = .casePart(CasePart(offset: try reader.number(), bytes: try reader.blob(Limits.part)))
        case 4:
            guard let refusal = RejectReason(code: try reader.byte()) else { throw .damaged }
            self = .refused(refusal)
        case 5: self = .ended
        case 6:
            self = .handLowered(LoweredHand(serial: try reader.number(), isAnswered: try reader.flag()))
        case 7: self = .notThere
        case 8: self = .denied
        case 9: self = .mirrorEnded
        case _: throw .damaged
        }
    }

    func write(into writer: inout WireWriter) {
        switch self {
        case .welcome(let welcome): welcome.write(into: &writer)
        case .here(let sequence, let position):
            writer.number(sequence)
            position.write(into: &writer)
        case .casePart(let part):
            writer.number(part.offset)
            writer.blob(part.bytes)
        case .refused(let refusal): writer.byte(refusal.code)
        case .handLowered(let hand):
            writer.number(hand.serial)
            writer.flag(hand.isAnswered)
        case .ended, .mirrorEnded, .notThere, .denied: break
        }
    }
}

extension SpeakerMessage {
    static let largest = Limits.fromPresenter

    var tag: UInt8 {
        switch self {
        case .talk(let message): message.tag
        case .notes: 16
        case .attendance: 17
        }
    }

    init(tag: UInt8, from reader: inout WireReader) throws(WireError) {
        switch tag {
        case 16: self = .notes(try SpeakerNotes(from: &reader))
        case 17: self = .attendance(try Attendance(from: &reader))
        case _: self = .talk(try AudienceMessage(tag: tag, from: &reader))
        }
    }

    func write(into writer: inout WireWriter) {
        switch self {
        case .talk(let message): message.write(into: &writer)
        case .notes(let notes): notes.write(into: &writer)
        case .attendance(let attendance): attendance.write(into: &writer)
        }
    }
}

extension VisitorMessage {
    static let largest = Limits.fromPresenter

    var tag: UInt8 { 32 }

    init(tag: UInt8, from reader: inout WireReader) throws(WireError) {
        guard tag == 32 else { throw .damaged }
        self = .listing(try Welcome(from: &reader), followers: try reader.number())
    }

    func write(into writer: inout WireWriter) {
        switch self {
        case .listing(let welcome, let followers):
            welcome.write(into: &writer)
            writer.number(followers)
        }
    }
}

extension FollowerMessage {
    static let largest = Limits.fromFollower

    var tag: UInt8 {
        switch self {
        case .hello: 64
        case .wandering: 65
        case .hand: 66
        case .caseWanted: 67
        case .relayed: 68
        case .order: 69
        case .mirrored: 70
        }
    }

    init(tag: UInt8, from reader: inout WireReader) throws(WireError) {
        switch tag {
        case 64:
            guard let role = Role(rawValue: try reader.byte()) else { throw .damaged }
            self = .hello(role, digest: try reader.text(Limits.id))
        case 65:
            self = .wandering(try reader.optionalText(Limits.wandering))
        case 66:
            self = .hand(
                try reader.optional { (reader: inout WireReader) throws(WireError) in
                    try RaisedHand(from: &reader)
                })
        case 67: self = .caseWanted
        case 68: self = .relayed
        case 69: self = .order(try SpeakerOrder(from: &reader))
        case 70: self = .mirrored(try MirrorReport(from: &reader))
        case _: throw .damaged
        }
    }

    func write(into writer: inout WireWriter) {
        switch self {
        case .hello(let role, let digest):
            writer.byte(role.rawValue)
            writer.text(digest, Limits.id)
        case .wandering(let place): writer.optionalText(place, Limits.wandering)
        case .hand(let hand): writer.optional(hand) { $1.write(into: &$0) }
        case .order(let order): order.write(into: &writer)
        case .mirrored(let report): report.write(into: &writer)
        case .caseWanted, .relayed: break
        }
    }
}
