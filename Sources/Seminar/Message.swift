import CaseModel

/// Something that one side says to the other.
///
/// Who may hear it is a matter of types: there is one for each kind of listener, a frame carries the type of
/// what is in it, and a connection takes frames of one type only. What is for the speaker alone cannot be
/// written into the audience's messages, since those have no words for it.
protocol Message: Equatable, Sendable {
    /// The bytes that a payload has at most.
    static var largest: Int { get }
    /// Which message it is; no two of any type have the same.
    var tag: UInt8 { get }

    init(tag: UInt8, from reader: inout WireReader) throws(WireError)
    func write(into writer: inout WireWriter)
}

/// What the presenter says to the audience.
enum AudienceMessage: Message {
    case welcome(Welcome)
    /// Where the talk is; the presenter counts the positions from 1.
    case here(sequence: Int, TalkPosition)
    case casePart(CasePart)
    /// The last that is said to someone who cannot stay.
    case refused(RejectReason)
    /// The last that is said to everyone.
    case ended
}

/// What the presenter says to the speaker's own screen: all that the audience hears, and more.
enum SpeakerMessage: Message {
    case talk(AudienceMessage)
    case notes(SpeakerNotes)
    case attendance(Attendance)
}

/// What the presenter says to someone who only asks which seminars there are.
enum VisitorMessage: Message {
    case listing(Welcome, followers: Int)
}

/// What a follower says to the presenter.
enum FollowerMessage: Message {
    /// Said first, except for `relayed`.
    case hello(Role, digest: String)
    /// Where the follower has wandered; nil is back on the path.
    case wandering(String?)
    /// The item at which a hand is raised; nil lowers it.
    case hand(String?)
    /// The follower has another case, and asks for this one.
    case caseWanted
    /// Said by a relay before the follower's first word: whoever is behind it belongs to the audience.
    case relayed

    /// As what someone comes.
    enum Role: UInt8 {
        case audience = 1
        case speaker, visitor
    }
}

/// What the presenter shows, as a follower must know it before anything else.
package struct Welcome: Hashable, Sendable {
    /// The name of the seminar.
    package var seminar: String
    /// What tells the presenter's case from another.
    package var digest: String
    /// The title of the case.
    package var title: Text
    /// How many bytes the case has when it is sent; 0 when it is not given out.
    package var caseSize: Int
}

/// A piece of the packed case; they come in order.
struct CasePart: Equatable, Sendable {
    /// Where the bytes stand in the whole.
    var offset: Int
    var bytes: [UInt8]
}

/// A message of the presenter's to someone who stays.
protocol PresenterMessage: Message {
    /// What the whole audience hears, in the words for this listener.
    static func telling(_ message: AudienceMessage) -> Self
}

extension AudienceMessage: PresenterMessage {
    static func telling(_ message: AudienceMessage) -> AudienceMessage { message }
}

extension SpeakerMessage: PresenterMessage {
    static func telling(_ message: AudienceMessage) -> SpeakerMessage { .talk(message) }
}
