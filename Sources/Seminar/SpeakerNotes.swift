/// What the speaker's own screen says, and no other.
package struct SpeakerNotes: Hashable, Sendable {
    /// What to say at this step.
    package var notes: SpokenText
    /// The next step's headline; nil at the last.
    package var nextHeadline: SpokenText?
    /// The points of this step that are not revealed yet; the first 32 are sent.
    package var pointsToCome: [SpokenText]
    /// Seconds that the talk had lasted when this was sent; the speaker's screen counts on from there.
    package var elapsed: Int
    /// Seconds that the whole tour should take.
    package var planned: Int?
    /// Seconds by which this step should be done.
    package var plannedUntilHere: Int?

    /// A prompt with nothing but what is given.
    package init(
        notes: SpokenText = SpokenText(), nextHeadline: SpokenText? = nil, pointsToCome: [SpokenText] = [],
        elapsed: Int = 0, planned: Int? = nil, plannedUntilHere: Int? = nil
    ) {
        (self.notes, self.nextHeadline, self.pointsToCome) = (notes, nextHeadline, pointsToCome)
        (self.elapsed, self.planned, self.plannedUntilHere) = (elapsed, planned, plannedUntilHere)
    }
}

/// Who is there, as the presenter and the speaker may know it: numbers, no names.
package struct Attendance: Hashable, Sendable {
    /// How many are somewhere, or have raised a hand there.
    package struct Count: Hashable, Sendable {
        /// A place, or the id of an item.
        package var at: String
        /// How many followers.
        package var followers: Int
    }

    /// How many follow, those who wander included.
    package var followers = 0
    /// How many of them wander.
    package var wanderers = 0
    /// Where they wander, the most visited first, at most 32 places.
    package var wandering: [Count] = []
    /// The items at which hands are raised, the most first, at most 32.
    package var hands: [Count] = []
}

extension Attendance {
    /// Counts the followers, each with where they wander and where they raise a hand.
    init(_ followers: some Sequence<(wandering: String?, hand: String?)>) {
        var places: [String: Int] = [:]
        var items: [String: Int] = [:]
        for follower in followers {
            self.followers += 1
            if let place = follower.wandering {
                wanderers += 1
                places[place, default: 0] += 1
            }
            if let item = follower.hand { items[item, default: 0] += 1 }
        }
        wandering = Self.ranked(places)
        hands = Self.ranked(items)
    }

    private static func ranked(_ counts: [String: Int]) -> [Count] {
        let sorted = counts.map { Count(at: $0.key, followers: $0.value) }
            .sorted { ($1.followers, $0.at) < ($0.followers, $1.at) }
        return Array(sorted.prefix(Limits.counts))
    }
}
