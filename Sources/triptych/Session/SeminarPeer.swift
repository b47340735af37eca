import Explorer

/// Who takes part in a session besides the one at the keyboard: those whom one leads, or the one whom one follows.
///
/// It is served by the session's own loop: it names what to wait for, and nothing in it waits.
protocol SeminarPeer: AnyObject {
    /// Descriptors to be waited for until they can be read.
    var readers: [Int32] { get }
    /// Descriptors to be waited for until they can be written.
    var writers: [Int32] { get }
    /// When `hear` is to be called even though no descriptor is ready; nil waits for ever.
    var due: ContinuousClock.Instant? { get }

    /// Takes in what has come, and says whether the picture may have changed by it. What cannot go on ends the
    /// session with a sentence.
    func hear(_ state: inout State, at now: ContinuousClock.Instant) throws(Failure) -> Bool

    /// Tells the others where the explorer stands, once that is on the screen: nobody is served before the one
    /// at the keyboard.
    func tell(of state: State, at now: ContinuousClock.Instant)
}
