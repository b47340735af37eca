import CaseModel

/// Where a talk is, in words that another explorer of the same case understands, whatever its size and language.
package struct TalkPosition: Hashable, Sendable {
    /// The place as `State.words` writes it.
    package var place: String
    /// The id of the tour; nil off its path.
    package var tour: String?
    /// The number of the step, from 0.
    package var step: Int
    /// How many points of the step are revealed.
    package var revealed: Int
    /// Whether the screen is blank.
    package var isBlank: Bool

    /// A place in a talk.
    package init(place: String, tour: String? = nil, step: Int = 0, revealed: Int = 0, isBlank: Bool = false)
    {
        (self.place, self.tour, self.step) = (place, tour, step)
        (self.revealed, self.isBlank) = (revealed, isBlank)
    }
}

extension State {
    /// Where one is, to be told to those who follow.
    package var talkPosition: TalkPosition {
        let place = words
        guard let talk, talk.isOnPath, let tour = talk.tour else { return TalkPosition(place: place) }
        return TalkPosition(
            place: place, tour: graph.case.tours[tour].id.text, step: talk.step, revealed: talk.revealed,
            isBlank: talk.isBlank)
    }

    /// Begins to follow a talk, wherever it may be.
    package mutating func beginFollowing() {
        talk = Talk(part: .audience, tour: nil, step: 0)
    }

    /// What is looked at, for those who ask where everybody is: the id of an item, or the name of a view.
    package var landmark: String? {
        if let itemHere { return graph.item(itemHere).id.text }
        guard case .chart(let chart)? = reader?.subject else { return ViewName.overview.rawValue }
        return chart.name.rawValue
    }

    /// Follows a talk: shows where it is, unless one has wandered off; then that is kept for the return.
    ///
    /// What the words name and this case does not have is passed over.
    package mutating func follow(_ place: TalkPosition) {
        if talk == nil { beginFollowing() }
        guard talk?.isOnPath == true else {
            talk?.missed = place
            return
        }
        let tour = place.tour.flatMap { id in graph.case.tours.firstIndex { $0.id.text == id } }
        let steps = tour.map { graph.case.tours[$0].steps.count } ?? 0
        let isSame = talk?.tour == tour && talk?.step == place.step && talk?.revealed == place.revealed
        talk?.tour = steps > 0 ? tour : nil
        talk?.step = min(max(0, place.step), max(0, steps - 1))
        let points = step?.points.count ?? 0
        talk?.revealed = min(max(0, place.revealed), points)
        talk?.isBlank = place.isBlank
        if !isSame { talk?.top = place.revealed == 0 ? 0 : .max }
        layOutStep()
        self.place(atWords: place.place)
    }
}
