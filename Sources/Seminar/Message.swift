import CaseModel

/// A message from one side to the other.
///
/// The type decides who may receive a message: there is one for each kind of recipient, a frame has its content's
/// type, and a connection takes frames of one type only. The audience's messages have no case for the speaker's
/// contents, which therefore cannot be sent to it.
protocol Message: Equatable, Sendable {
    /// The greatest number of bytes of a payload.
    static var largest: Int { get }
    /// The code of the message, unique across all types.
    var tag: UInt8 { get }

    init(tag: UInt8, from reader: inout WireReader) throws(WireError)
    func write(into writer: inout WireWriter)
}

/// A message from the presenter to the audience.
enum AudienceMessage: Message {
    case welcome(Welcome)
    /// The talk's position; the presenter numbers positions from 1.
    case here(sequence: Int, TalkPosition)
    case casePart(CasePart)
    /// The follower's own hand of this serial number, or one that a mirror has reported, has been lowered by the
    /// speaker, or by the talk's going on; its question may have been answered.
    case handLowered(LoweredHand)
    /// The last message to a follower who cannot stay.
    case refused(RejectReason)
    /// The last message to everyone.
    case ended
    /// The last message of a mirror that ends while the presenter may talk on.
    case mirrorEnded
    /// From a relay alone, in place of a greeting: nobody presents under the name.
    case notThere
    /// From a relay alone, in place of a greeting: its user may not follow the seminar.
    case denied
}

/// A message from the presenter to the speaker's second screen: everything for the audience, and more.
enum SpeakerMessage: Message {
    case talk(AudienceMessage)
    case notes(SpeakerNotes)
    case attendance(Attendance)
}

/// An answer of the presenter to a listing of seminars.
enum VisitorMessage: Message {
    case listing(Welcome, followers: Int)
}

/// A message from a follower to the presenter.
enum FollowerMessage: Message {
    /// The first message, unless `relayed` precedes it.
    case hello(Role, digest: String)
    /// The follower's place off the path; nil is back on the path.
    case wandering(String?)
    /// A raised hand; nil lowers it.
    case hand(RaisedHand?)
    /// A request for the case.
    case caseWanted
    /// What a mirror has of followers, which nobody else may say.
    case mirrored(MirrorReport)
    /// An order of the speaker's screen, which nobody else may give.
    case order(SpeakerOrder)
    /// Sent by a relay before the follower's first message: the follower behind it belongs to the audience.
    case relayed

    /// The role of a follower.
    enum Role: UInt8 {
        case audience = 1
        case speaker, visitor, mirror
    }
}

/// The presenter's greeting, which a follower needs before anything else.
package struct Welcome: Hashable, Sendable {
    /// The name of the seminar.
    package var seminar: String
    /// The digest of the presenter's case.
    package var digest: String
    /// The title of the case.
    package var title: Text
    /// The size of the case in bytes, which may be more than is sent; 0 if it is not given out.
    package var caseSize: Int
    /// What a title step says of the talk.
    package var occasion = Occasion()
}

/// A hand that was lowered from the presenter's side.
struct LoweredHand: Equatable, Sendable {
    /// The number that its owner has given it.
    var serial: Int
    /// True if the speaker has answered it off; false for one whose question stays open.
    var isAnswered: Bool
}

/// The followers of a mirror, who count as the presenter's own.
struct MirrorReport: Equatable, Sendable {
    /// Who follows, where they are, and what they ask; hands have the mirror's numbers.
    var attendance = Attendance()
    /// The numbers of the questions that were answered off at the mirror, of the latest ones.
    var answered: [Int] = []
}

/// A part of the packed case; parts arrive in order.
struct CasePart: Equatable, Sendable {
    /// The position of the bytes in the case.
    var offset: Int
    var bytes: [UInt8]
}

/// A message from the presenter to a connected follower.
protocol PresenterMessage: Message {
    /// A message for the whole audience, as this recipient's type.
    static func telling(_ message: AudienceMessage) -> Self
}

extension AudienceMessage: PresenterMessage {
    static func telling(_ message: AudienceMessage) -> AudienceMessage { message }
}

extension SpeakerMessage: PresenterMessage {
    static func telling(_ message: AudienceMessage) -> SpeakerMessage { .talk(message) }
}
