/// The reason why a follower is refused, or cannot follow.
package enum RejectReason: Error, Equatable, Sendable, CustomStringConvertible {
    /// The presenter's limit of followers is reached; a place may become free.
    case full
    /// The speaker's screen is only for the presenter's own user, and through a relay only with its `--speaker`.
    case notTheSpeaker
    /// The follower sent more messages than a person could cause.
    case tooBusy
    /// The other side uses another version of the protocol; nil if unknown.
    case otherVersion(Int?)
    /// The presenter's case is larger than this follower's limit.
    case caseTooLarge(Int)
    /// The presenter does not give out the case.
    case caseWithheld
    /// The case received differs from the one announced.
    case caseDamaged

    /// The version of the protocol that this program speaks.
    package static let version = Int(FrameForm.version)

    /// One lower-case sentence without a full stop that says what to do.
    package var description: String {
        switch self {
        case .full: "the seminar is full: as many follow it as there are places"
        case .notTheSpeaker:
            "the speaker's screen is only for the user who presents; follow without --speaker"
        case .tooBusy: "the presenter closed the connection because too much was sent"
        case .otherVersion(let version):
            "the presenter's triptych speaks \(version.map { "version \($0)" } ?? "another version") of the "
                + "seminar, this one version \(Self.version); "
                + (version.map { $0 > Self.version ? "update this one" : "the presenter's is to be updated" }
                    ?? "use the same triptych on both sides")
        case .caseTooLarge(let size):
            "the presenter's case has \(size >> 20) MiB, more than is fetched; copy it and name it with --case"
        case .caseWithheld:
            "the presenter shows another case and does not give it out; name the same one with --case"
        case .caseDamaged:
            "the case that the presenter sent is not the one that is shown; name the same one with --case"
        }
    }

    /// The code on the wire; the version is in the frame's header.
    var code: UInt8 {
        switch self {
        case .full: 1
        case .notTheSpeaker: 2
        case .tooBusy: 3
        case .otherVersion: 4
        case .caseTooLarge, .caseWithheld, .caseDamaged: 0
        }
    }

    init?(code: UInt8) {
        switch code {
        case 1: self = .full
        case 2: self = .notTheSpeaker
        case 3: self = .tooBusy
        case 4: self = .otherVersion(nil)
        case _: return nil
        }
    }
}
