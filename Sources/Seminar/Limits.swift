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
    /// How long a connection may be open without a greeting.
    static let identification = Duration.seconds(5)
    /// Messages of one follower in a second: a key held down makes about thirty.
    static let messages = 256
    /// How many connections are accepted within an `arrivalInterval`; the next ones wait.
    static let arrivals = 64
    static let arrivalInterval = Duration.milliseconds(100)
    /// How long nothing is accepted after the process ran out of descriptors.
    static let exhaustedPause = Duration.seconds(1)

    /// Descriptors served in one turn, so that a key never waits for more.
    static let turn = 16
    /// Followers sent a position in one turn; waking each takes some twenty microseconds.
    static let served = 8
    /// Microseconds from one such turn to the next: two hundred followers have it within thirty milliseconds, and on two
    /// processors those served last are done before the next ones wake.
    static let turnInterval = 1000
    /// Bytes that the system buffers for a follower who does not read.
    static let sendBuffer: Int32 = 64 << 10
}
