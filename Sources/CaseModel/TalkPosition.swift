/// Where a talk is, in words that another explorer of the same case understands, whatever its size and language.
///
/// It is the whole position and never a change to an earlier one, so that a follower who comes late or misses some
/// is right at once.
package struct TalkPosition: Hashable, Sendable {
    /// The viewpoint in the explorer's own words, which only it writes and reads.
    package var place: String
    /// The id of the tour; nil off its path.
    package var tour: String?
    /// The number of the step, from 0.
    package var step: Int
    /// How many points of the step are revealed.
    package var revealed: Int
    /// True while the screen is blank.
    package var isBlank: Bool

    package init(place: String, tour: String? = nil, step: Int = 0, revealed: Int = 0, isBlank: Bool = false)
    {
        (self.place, self.tour, self.step) = (place, tour, step)
        (self.revealed, self.isBlank) = (revealed, isBlank)
    }
}

/// What only the speaker's own second screen shows of the talk; an audience is never sent it.
package struct SpeakerNotes: Hashable, Sendable {
    /// What to say at this step.
    package var text: Text
    /// The next step's headline; nil at the last.
    package var nextHeadline: Text?
    /// The points of this step that are not revealed yet.
    package var pointsToCome: [Text]
    /// Seconds that the talk had lasted when the notes were made; the speaker's screen counts on from there.
    package var elapsed: Int
    /// Seconds that the whole tour should take.
    package var planned: Int?
    /// Seconds after which this step should be done.
    package var plannedUntilHere: Int?

    package init(
        text: Text = Text(), nextHeadline: Text? = nil, pointsToCome: [Text] = [],
        elapsed: Int = 0, planned: Int? = nil, plannedUntilHere: Int? = nil
    ) {
        (self.text, self.nextHeadline, self.pointsToCome) = (text, nextHeadline, pointsToCome)
        (self.elapsed, self.planned, self.plannedUntilHere) = (elapsed, planned, plannedUntilHere)
    }
}

/// Who follows a talk, as the presenter and the speaker may know it: numbers, no names.
package struct Attendance: Hashable, Sendable {
    /// How many followers are at one place.
    package struct Count: Hashable, Sendable {
        /// The id of an item, or the name of a view.
        package var at: String
        package var followers: Int

        package init(at: String, followers: Int) {
            (self.at, self.followers) = (at, followers)
        }
    }

    /// How many follow, those off the path included.
    package var followers: Int
    /// How many of them are off the path.
    package var wanderers: Int
    /// Where those are, the most visited first.
    package var wandering: [Count]
    /// The items at which hands are raised, the most first.
    package var hands: [Count]

    package init(followers: Int = 0, wanderers: Int = 0, wandering: [Count] = [], hands: [Count] = []) {
        (self.followers, self.wanderers) = (followers, wanderers)
        (self.wandering, self.hands) = (wandering, hands)
    }
}
