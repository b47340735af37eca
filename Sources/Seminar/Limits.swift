/// How much is taken from the other side, and how much is sent: what is longer is cut before it is sent, and
/// refused when it comes.
enum Limits {
    /// Bytes of a payload that comes from the presenter: the speaker's notes, or a part of the case.
    static let fromPresenter = 128 << 10
    /// Bytes of a payload that comes from a follower.
    static let fromFollower = 4 << 10

    /// Bytes of an id, a name or a digest.
    static let id = 256
    /// Bytes of a title, a headline or a point, in one language.
    static let line = 1 << 10
    /// Bytes of notes, in one language.
    static let notes = 16 << 10
    /// Bytes of a place that the talk is at.
    static let place = 16 << 10
    /// Bytes of a place that a follower has wandered to.
    static let wandering = 1 << 10
    /// How many points are to come.
    static let points = 32
    /// How many places, and how many items with a hand raised, the speaker is told of.
    static let counts = 32
    /// Bytes of one part of the case.
    static let part = 32 << 10

    /// Connections, all kinds of followers together.
    static let followers = 512
    /// How long someone may be connected without having said who they are.
    static let silence = Duration.seconds(5)
    /// Messages of one follower in a second: a key held down makes about thirty.
    static let messages = 256
    /// How many are let in within a `breath`; the next ones wait.
    static let arrivals = 64
    static let breath = Duration.milliseconds(100)
    /// How long nobody is let in when the process has no descriptor left.
    static let exhaustion = Duration.seconds(1)

    /// Descriptors answered in one turn, so that a key never waits for more.
    static let turn = 16
    /// Followers told of a step in one turn; waking each takes some twenty microseconds.
    static let told = 8
    /// Microseconds from one such turn to the next: two hundred know within thirty milliseconds, and on two
    /// processors those told just now are done before the next ones wake.
    static let pace = 1000
    /// Bytes that the system buffers for a follower who does not read.
    static let sendBuffer: Int32 = 64 << 10
}
