/// Where the talk is: all of it, never a change to what was said before, so that whoever comes late or
/// misses some is right at once.
package struct TalkPlace: Hashable, Sendable {
    /// Which state of the talk this is; the hub counts them from 1.
    package internal(set) var sequence = 0
    /// The place in the explorer's own words, which only it makes and reads; of at most 16 KiB.
    package var place: String
    /// The id of the tour, while its path is followed.
    package var tour: String?
    /// The step of the tour, from 0.
    package var step: Int
    /// How many points of the step are revealed.
    package var revealed: Int
    /// Whether the screen is blank.
    package var isBlank: Bool

    /// A place, off the path unless a tour is named.
    package init(place: String, tour: String? = nil, step: Int = 0, revealed: Int = 0, isBlank: Bool = false)
    {
        (self.place, self.tour, self.step) = (place, tour, step)
        (self.revealed, self.isBlank) = (revealed, isBlank)
    }
}

/// A text in both languages of a case, an empty one where there is none.
package struct SpokenText: Hashable, Sendable {
    /// The Chinese wording.
    package var chinese: String
    /// The English wording.
    package var english: String

    /// Pairs the two wordings.
    package init(chinese: String = "", english: String = "") {
        (self.chinese, self.english) = (chinese, english)
    }
}

/// What the presenter shows, as a follower must know it before anything else.
package struct Welcome: Hashable, Sendable {
    /// The name of the seminar.
    package var seminar: String
    /// What tells the presenter's case from another.
    package var digest: String
    /// The title of the case.
    package var title: SpokenText
    /// How many bytes the case has when it is sent; 0 when it is not given out.
    package var caseSize: Int
}
