import CaseModel

extension State {
    /// The position to send to followers.
    package var talkPosition: TalkPosition {
        let place = encodedPosition
        guard let talk, talk.isOnPath, let tour = talk.tour else { return TalkPosition(place: place) }
        return TalkPosition(
            place: place, tour: graph.case.tours[tour].id.text, step: talk.step, revealed: talk.revealed,
            isBlank: talk.isBlank)
    }

    /// Follows a talk whose position is not known yet.
    package mutating func beginFollowing() {
        talk = Talk(part: .audience, tour: nil, step: 0)
    }

    /// What the audience is to know of a talk that is at no step.
    var remarkOnTalk: Text? {
        guard let talk, talk.part == .audience, talk.isOnPath, talk.isLed, talk.tour == nil else {
            return nil
        }
        return Strings.presenterExplores
    }

    /// The id of what is displayed or the name of the view, by which attendance is counted.
    package var attendanceKey: String {
        switch reader?.subject {
        case .entity(let entity)?: graph.reference(to: entity).id
        case .trace(let position, _, _)?: graph.item(position).id.text
        case .about?: ViewName.overview.rawValue
        case .chart(let chart)?: chart.name.rawValue
        case nil: browse.selected.map { graph.item($0).id.text } ?? ViewName.browse.rawValue
        }
    }

    /// Shows a talk's position; off the path, the position is kept for the return.
    ///
    /// Anything that this case does not have is ignored.
    package mutating func follow(_ place: TalkPosition) {
        if talk == nil { beginFollowing() }
        // A remark on this session gives way as soon as the talk goes on.
        if talk?.isLed == true { aside = nil }
        talk?.isLed = true
        guard talk?.isOnPath == true else {
            talk?.missed = place
            return
        }
        let tour = place.tour.flatMap { id in graph.case.tours.firstIndex { $0.id.text == id } }
        let steps = tour.map { graph.case.tours[$0].steps.count } ?? 0
        let hasStayed =
            talk?.tour == tour && talk?.step == place.step && talk?.revealed == place.revealed
        let isSame = hasStayed && talk?.isBlank == place.isBlank
        talk?.tour = steps > 0 ? tour : nil
        talk?.step = min(max(0, place.step), max(0, steps - 1))
        let points = step?.points.count ?? 0
        talk?.revealed = min(max(0, place.revealed), points)
        talk?.isBlank = place.isBlank
        if !hasStayed { talk?.top = place.revealed == 0 ? 0 : .max }
        if !isSame {
            // A follower who only watches presses no key that would remove an old notice.
            notice = nil
        }
        layOutStep()
        self.restore(encoded: place.place)
    }
}
