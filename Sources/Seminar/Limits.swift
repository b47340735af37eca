import CaseModel

/// The limits of messages in both directions: longer contents are cut before sending, and refused when received.
enum Limits {
    /// Bytes of a payload from the presenter: the speaker's notes, or a part of the case.
    static let fromPresenter = 128 << 10
    /// Bytes of a payload from a follower; the largest is a mirror's report.
    static let fromFollower = 32 << 10
    /// Bytes read from a follower in a turn.
    static let read = 4 << 10

    /// Bytes of an id, a name or a digest.
    static let id = 256
    /// Bytes of a title, a headline or a point, in one language.
    static let line = 1 << 10
    /// Bytes of notes, in one language.
    static let notes = 16 << 10
    /// How many wordings of a text are sent where it has others than a Chinese and an English one.
    static let languages = 16
    /// Bytes that a wording's language and length take at most.
    static let tag = 40
    /// Bytes of a place that the talk is at.
    static let place = 16 << 10
    /// Bytes of a follower's place off the path.
    static let wandering = 1 << 10
    /// Bytes of a question.
    static let question = RaisedHand.longestQuestion
    /// The number of questions that are kept for the speaker and for the record.
    static let questions = 500
    /// The number of orders that may wait to be sent.
    static let orders = 32
    /// The number of points to come.
    static let points = 32
    /// The number of places off the path, and of items with raised hands, for the speaker.
    static let counts = 32
    /// Bytes of one part of the case.
    static let part = 32 << 10

    /// The greatest number of followers that a mirror may report, those of its own mirrors among them.
    static let mirrored = 8192
    /// The least time between two reports of a mirror.
    static let reportInterval = Duration.milliseconds(250)

    /// The number of connections of all kinds together.
    static let followers = 512
    /// The number of connections of one user that may wait without a greeting; the oldest makes room.
    static let unidentified = 256
    /// The number of connections of one user in a second that may end without a greeting.
    static let fruitless = 64
    /// The time that a connection may be open without a greeting.
    static let identification = Duration.seconds(5)
    /// The number of messages of one follower in a second: a key held down causes about thirty.
    static let messages = 256
    /// The number of connections accepted within an `arrivalInterval`; further ones wait.
    static let arrivals = 64
    static let arrivalInterval = Duration.milliseconds(100)
    /// The pause in accepting connections after the process has run out of descriptors.
    static let exhaustedPause = Duration.seconds(1)

    /// The number of descriptors served in one turn, which limits the delay of keys.
    static let turn = 16
    /// The number of followers sent a position in one turn; waking each takes some twenty microseconds.
    static let served = 8
    /// The microseconds between two such turns: two hundred followers are served within thirty milliseconds, and on
    /// two processors each turn's followers have finished before the next ones wake.
    static let turnInterval = 1000
    /// The size of the system's send buffer for a follower that does not read.
    static let sendBuffer: Int32 = 64 << 10
}
