import CaseModel

/// The reason why a follower is disconnected for now. The follower can go on browsing, and reconnects
/// automatically.
package enum DisconnectReason: Equatable, Sendable, CustomStringConvertible {
    /// Nobody presents under the name.
    case notThere
    /// This user may not enter the folder of the seminar, or connect to it.
    case denied
    /// The presenter ended the seminar.
    case ended
    /// The mirror that was followed has ended; the presenter may talk on.
    case mirrorEnded
    /// The connection was lost: the presenter's process or the network failed.
    case lost
    /// The seminar is full at the moment.
    case full
    /// The bytes received are not a seminar's, such as a login message of the other machine.
    case foreign
    /// The connection failed with this message of ssh or the system.
    case unreachable(Text)

    /// One lower-case sentence without a full stop.
    package var description: String {
        switch self {
        case .notThere: "nobody presents under this name"
        case .denied: "permission denied: this user may not follow the seminar"
        case .ended: "the presenter has ended the seminar"
        case .mirrorEnded: "the mirror has ended"
        case .lost: "the connection to the presenter broke off"
        case .full: RejectReason.full.description
        case .foreign: "what answers is not a seminar; a login file there may print something"
        case .unreachable(let sentence): sentence.localized(in: .english)
        }
    }
}
