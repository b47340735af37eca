/// The position of a talk, in a form that another explorer of the same case understands at any size and in any
/// language.
///
/// It is always the whole position and never a change to an earlier one, so that a follower who joins late or
/// misses some positions is right at once.
package struct TalkPosition: Hashable, Sendable {
    /// The encoded viewpoint, which only the explorer writes and reads.
    package var place: String
    /// The id of the tour; nil off its path.
    package var tour: String?
    /// The number of the step, from 0.
    package var step: Int
    /// The number of revealed points of the step.
    package var revealed: Int
    /// True while the screen is blank.
    package var isBlank: Bool

    package init(place: String, tour: String? = nil, step: Int = 0, revealed: Int = 0, isBlank: Bool = false)
    {
        (self.place, self.tour, self.step) = (place, tour, step)
        (self.revealed, self.isBlank) = (revealed, isBlank)
    }
}

/// The parts of a talk for the speaker's second screen, which are never sent to the audience.
package struct SpeakerNotes: Hashable, Sendable {
    /// The speaker's notes on this step.
    package var text: Text
    /// The next step's headline; nil at the last.
    package var nextHeadline: Text?
    /// The points of this step that are not revealed yet.
    package var pointsToCome: [Text]
    /// The seconds since the talk began when the notes were made; the speaker's screen counts on from there.
    package var elapsed: Int
    /// The planned duration of the tour in seconds.
    package var planned: Int?
    /// The planned end of this step in seconds from the beginning.
    package var plannedUntilHere: Int?

    package init(
        text: Text = Text(), nextHeadline: Text? = nil, pointsToCome: [Text] = [],
        elapsed: Int = 0, planned: Int? = nil, plannedUntilHere: Int? = nil
    ) {
        (self.text, self.nextHeadline, self.pointsToCome) = (text, nextHeadline, pointsToCome)
        (self.elapsed, self.planned, self.plannedUntilHere) = (elapsed, planned, plannedUntilHere)
    }
}

/// The followers of a talk as numbers without names, for presenter and speaker.
package struct Attendance: Hashable, Sendable {
    /// The number of followers at one item or view.
    package struct Count: Hashable, Sendable {
        /// The id of an item, or the name of a view.
        package var at: String
        package var followers: Int

        package init(at: String, followers: Int) {
            (self.at, self.followers) = (at, followers)
        }
    }

    /// The number of followers, including those off the path.
    package var followers: Int
    /// The number of followers off the path.
    package var wanderers: Int
    /// The items and views that those are at, the most visited first.
    package var wandering: [Count]
    /// The items at which hands are raised, the most frequent first.
    package var hands: [Count]

    package init(followers: Int = 0, wanderers: Int = 0, wandering: [Count] = [], hands: [Count] = []) {
        (self.followers, self.wanderers) = (followers, wanderers)
        (self.wandering, self.hands) = (wandering, hands)
    }
}
