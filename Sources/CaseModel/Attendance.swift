/// The followers of a talk as numbers without names, for presenter and speaker.
package struct Attendance: Hashable, Sendable {
    /// The number of followers at one entity or view.
    package struct Count: Hashable, Sendable {
        /// The reference to an entity of the case, or the name of a view.
        package var at: String
        package var followers: Int

        package init(at: String, followers: Int) {
            (self.at, self.followers) = (at, followers)
        }
    }

    /// A raised hand, or a question that waits for an answer.
    package struct Hand: Hashable, Sendable {
        /// The number by which the speaker lowers it, from 1.
        package var number: Int
        /// The minute of the day at which it was raised.
        package var minute: Int
        /// What the talk or the follower was at; nil where that is nothing of the case.
        package var at: String?
        package var question: String?
        /// False for a question whose hand is down again.
        package var isUp: Bool

        package init(number: Int, minute: Int, at: String? = nil, question: String? = nil, isUp: Bool = true)
        {
            (self.number, self.minute, self.at) = (number, minute, at)
            (self.question, self.isUp) = (question, isUp)
        }
    }

    /// The number of followers, including those off the path.
    package var followers: Int
    /// The number of followers off the path.
    package var wanderers: Int
    /// Where those are, the most visited first; a follower at something that the case does not have is at none of
    /// these.
    package var wandering: [Count]
    /// The raised hands and open questions, the earliest first.
    package var hands: [Hand]

    package init(followers: Int = 0, wanderers: Int = 0, wandering: [Count] = [], hands: [Hand] = []) {
        (self.followers, self.wanderers) = (followers, wanderers)
        (self.wandering, self.hands) = (wandering, hands)
    }

    /// The number of followers off the path at nothing that is listed.
    package var elsewhere: Int { max(0, wanderers - wandering.reduce(0) { $0 + $1.followers }) }
    /// The number of hands that are up.
    package var raised: Int { hands.count(where: \.isUp) }
    /// The number of open questions whose hands are down.
    package var questions: Int { hands.count - raised }
}

/// A follower's raised hand.
package struct RaisedHand: Hashable, Sendable {
    /// The number of the hand among those that this follower has raised, from 1.
    package var serial: Int
    /// What it is about: the reference to an entity of the case, or the name of a view.
    package var at: String?
    package var question: String?

    package init(serial: Int, at: String? = nil, question: String? = nil) {
        (self.serial, self.at, self.question) = (serial, at, question)
    }

    /// The greatest length of a question in bytes.
    package static let longestQuestion = 240
}
