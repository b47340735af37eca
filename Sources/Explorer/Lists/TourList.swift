import CaseModel
import Screen

/// The tours of the case, to begin one in the explorer, or the one to be presented.
struct TourList: Listing {
    /// True at the start of a presentation, which the chosen tour becomes: it ends with the program.
    var isForTalk = false

    static let keys = [
        KeyTable.chooseRow(in: .tours, "开始所选路线", "begin the selected tour", hint: .init(1, "开始", "begin"))
    ]

    var name: ListName { .tours }
    func title(in language: LanguageChoice) -> String {
        language.localized(isForTalk ? Strings.chooseTourTitle : Strings.toursTitle)
    }

    func entries(_ query: String, in state: State) -> Picker.Entries {
        let isForTalk = isForTalk
        let tours = state.graph.case.tours
        let room = Picker.Layout(size: state.size, of: self).list.columns - String(tours.count).columns - 2
        var entries = tours.enumerated().map { number, tour in
            let title = state.language.line(tour.title)
            let size = Self.size(of: tour, in: state.language, columns: room - title.columns)
            return Picker.Entry(
                label: String(number + 1), text: [Span(title), Span(size, style: Theme.faint)]
            ) { isForTalk ? $0.choose(tour: number) : $0.begin(tour: number) }
        }
        // A number is that of a tour, also where it is one of minutes or steps.
        if let numbered = entries.first(where: { $0.label == query }) { return Picker.Entries([numbered]) }
        if isForTalk {
            let words = Span(state.language.localized(Strings.exploreFreely), style: Theme.faint)
            entries.append(Picker.Entry(label: "", text: [words]) { _ in })
        }
        return Picker.Entries(entries.filter { $0.contains(query) })
    }

    /// Minutes and steps, or the minutes alone; nothing where there is no room, since a figure is never cut.
    private static func size(of tour: Tour, in language: LanguageChoice, columns: Int) -> String {
        let minutes = tour.minutes?.figure
        let sizes = [
            Strings.size(minutes: minutes, steps: tour.steps.count), minutes.map { Strings.minutes($0) },
        ]
        return sizes.compactMap(\.self).map { "  " + language.localized($0) }.first { $0.columns <= columns }
            ?? ""
    }
}

extension State {
    /// The reason why no tour can be begun here; nil if one can.
    var reasonNotToBeginTour: Text? {
        if let talk { return talk.part == .audience ? Strings.followsAnotherTalk : Strings.talkRuns }
        return graph.case.tours.isEmpty ? Strings.noTours : nil
    }

    /// Asks which tour is to be presented; whoever closes the list explores.
    package mutating func chooseTour() { open(TourList(isForTalk: true)) }

    /// Presents the chosen tour.
    fileprivate mutating func choose(tour: Int) {
        guard !graph.case.tours[tour].steps.isEmpty else {
            notice = Strings.noSteps
            return
        }
        present(tour: tour)
    }

    /// Begins a tour in the explorer, unless the screen follows somebody else's; where it was begun is returned to
    /// when it ends.
    mutating func begin(tour: Int) {
        guard talk?.part != .audience else {
            notice = Strings.followsAnotherTalk
            return
        }
        guard !graph.case.tours[tour].steps.isEmpty else {
            notice = Strings.noSteps
            return
        }
        let place = visit
        present(tour: tour)
        beforeTour = place
    }

    /// Ends a tour that was begun in the explorer, and returns to where it was begun; false for any other talk.
    mutating func endTour() -> Bool {
        guard let place = beforeTour else { return false }
        (talk, beforeTour) = (nil, nil)
        restore(place.viewpoint)
        reader = place.reader
        history = History(visit)
        refresh()
        return true
    }
}
