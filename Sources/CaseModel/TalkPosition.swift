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

/// What a title step says of the talk besides its own text.
package struct Occasion: Hashable, Sendable {
    /// The presenter's name.
    package var presenter: String?
    package var date: PartialDate?
    /// How to join, such as the command `ssh seminar@host`.
    package var join: String?

    package init(presenter: String? = nil, date: PartialDate? = nil, join: String? = nil) {
        (self.presenter, self.date, self.join) = (presenter, date, join)
    }
}
