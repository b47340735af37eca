import CaseModel
import Explorer

/// The other side of a seminar: the followers of a talk presented here, or the presenter.
///
/// The session's loop serves it: it lists the descriptors to wait for, and never blocks.
protocol SeminarPeer: AnyObject {
    /// The descriptors to wait for until they can be read.
    var readers: [Int32] { get }
    /// The descriptors to wait for until they can be written.
    var writers: [Int32] { get }
    /// The time at which `receive` must be called even if no descriptor is ready; nil is never.
    var due: ContinuousClock.Instant? { get }

    /// Updates the state from received messages; returns true if the picture may have changed. Throws an error that
    /// ends the session.
    func receive(into state: inout State, at now: ContinuousClock.Instant) throws(Failure) -> Bool

    /// Carries out an order of the speaker, or sends it to the presenter's program; false if that cannot be reached.
    func carryOut(_ order: SpeakerOrder, at now: ContinuousClock.Instant) -> Bool

    /// Sends the explorer's position; called after drawing, so that the keyboard is served first.
    func send(_ state: State, at now: ContinuousClock.Instant)
}
