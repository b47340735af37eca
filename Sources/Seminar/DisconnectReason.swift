/// Why a follower is without the presenter for now. They go on browsing, and it is tried again.
package enum DisconnectReason: Equatable, Sendable, CustomStringConvertible {
    /// Nobody presents under the name.
    case notThere
    /// The presenter ended the seminar.
    case ended
    /// The connection broke off: the presenter died, or the network did.
    case lost
    /// The seminar is full for the moment.
    case full
    /// What came was no seminar's, such as a login message of the other machine.
    case foreign
    /// The way there failed; this is the last that ssh or the system said of it.
    case unreachable(String)

    /// One lower-case sentence without a full stop.
    package var description: String {
        switch self {
        case .notThere: "nobody presents under this name"
        case .ended: "the presenter has ended the seminar"
        case .lost: "the connection to the presenter broke off"
        case .full: RejectReason.full.description
        case .foreign: "what answers is not a seminar; a login file there may print something"
        case .unreachable(let sentence): sentence
        }
    }
}
