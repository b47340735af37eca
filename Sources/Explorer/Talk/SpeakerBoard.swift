import CaseModel

/// What the speaker's own second screen tells: what to say, what comes, how time goes, who is where. It is never
/// part of what an audience is sent.
package struct SpeakerBoard: Equatable, Sendable {
    /// How many are somewhere.
    package struct Count: Equatable, Sendable {
        /// The id of an item, or the name of a view.
        package var at: String
        /// How many followers.
        package var followers: Int

        /// So many followers at a place.
        package init(at: String, followers: Int) {
            (self.at, self.followers) = (at, followers)
        }
    }

    /// The time of day.
    package struct Clock: Equatable, Sendable {
        /// 0 to 23.
        package var hour: Int
        /// 0 to 59.
        package var minute: Int

        /// A time of day.
        package init(hour: Int, minute: Int) {
            (self.hour, self.minute) = (hour, minute)
        }
    }

    /// What to say at this step.
    package var notes: Text
    /// The headline of the next step; nil at the last.
    package var nextHeadline: Text?
    /// The points of this step that are still hidden.
    package var pointsToCome: [Text]
    /// Seconds since the talk began.
    package var elapsed: Int
    /// Seconds that the talk should take.
    package var planned: Int?
    /// Seconds after which this step should be done.
    package var plannedUntilHere: Int?
    /// The time of day.
    package var clock: Clock
    /// How many follow, wanderers included.
    package var followers: Int
    /// How many of them are off the path.
    package var wanderers: Int
    /// Where those are, the most visited first.
    package var wandering: [Count]
    /// The items at which hands are raised, the most first.
    package var hands: [Count]

    /// All of it.
    package init(
        notes: Text, nextHeadline: Text?, pointsToCome: [Text], elapsed: Int, planned: Int?,
        plannedUntilHere: Int?, clock: Clock, followers: Int, wanderers: Int, wandering: [Count],
        hands: [Count]
    ) {
        (self.notes, self.nextHeadline, self.pointsToCome) = (notes, nextHeadline, pointsToCome)
        (self.elapsed, self.planned, self.plannedUntilHere) = (elapsed, planned, plannedUntilHere)
        (self.clock, self.followers, self.wanderers) = (clock, followers, wanderers)
        (self.wandering, self.hands) = (wandering, hands)
    }
}
