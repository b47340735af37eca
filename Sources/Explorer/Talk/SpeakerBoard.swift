import CaseModel

/// What the speaker's own second screen tells: what to say, what comes, how time goes, who is where. It is never
/// part of what an audience is sent.
public struct SpeakerBoard: Equatable, Sendable {
    /// How many are somewhere.
    public struct Count: Equatable, Sendable {
        /// The id of an item, or the name of a view.
        public var at: String
        /// How many followers.
        public var followers: Int

        /// So many followers at a place.
        public init(at: String, followers: Int) {
            (self.at, self.followers) = (at, followers)
        }
    }

    /// The time of day.
    public struct Clock: Equatable, Sendable {
        /// 0 to 23.
        public var hour: Int
        /// 0 to 59.
        public var minute: Int

        /// A time of day.
        public init(hour: Int, minute: Int) {
            (self.hour, self.minute) = (hour, minute)
        }
    }

    /// What to say at this step.
    public var notes: Text
    /// The headline of the next step; nil at the last.
    public var nextHeadline: Text?
    /// The points of this step that are still hidden.
    public var pointsToCome: [Text]
    /// Seconds since the talk began.
    public var elapsed: Int
    /// Seconds that the talk should take.
    public var planned: Int?
    /// Seconds after which this step should be done.
    public var plannedUntilHere: Int?
    /// The time of day.
    public var clock: Clock
    /// How many follow, wanderers included.
    public var followers: Int
    /// How many of them are off the path.
    public var wanderers: Int
    /// Where those are, the most visited first.
    public var wandering: [Count]
    /// The items at which hands are raised, the most first.
    public var hands: [Count]

    /// All of it.
    public init(
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
