import Explorer

/// The other side of a seminar: the followers of the talk that is given here, or the presenter who is followed.
///
/// The session's loop serves it: it names what to wait for, and never blocks.
protocol SeminarPeer: AnyObject {
    /// Descriptors to be waited for until they can be read.
    var readers: [Int32] { get }
    /// Descriptors to be waited for until they can be written.
    var writers: [Int32] { get }
    /// When `receive` is to be called even though no descriptor is ready; nil waits for ever.
    var due: ContinuousClock.Instant? { get }

    /// Takes what has arrived into the state; returns true if the picture may have changed. Throws what ends the
    /// session.
    func receive(into state: inout State, at now: ContinuousClock.Instant) throws(Failure) -> Bool

    /// Sends where the explorer is; called after drawing, so that the keyboard is served first.
    func send(_ state: State, at now: ContinuousClock.Instant)
}
