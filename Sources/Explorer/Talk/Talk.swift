import CaseModel

/// A tour as it is walked: at which step, how much of that is revealed, and whether one has left the path.
package struct Talk: Hashable, Sendable {
    /// Who walks: someone who leads, or someone who is led.
    package enum Part: Hashable, Sendable {
        case presenter, audience
    }

    /// Who walks.
    package let part: Part
    /// The number of the tour; nil while the talk is not at a step of one.
    package internal(set) var tour: Int?
    /// The number of the step, from 0.
    package internal(set) var step: Int
    /// How many points of the step are revealed.
    package internal(set) var revealed = 0
    /// Whether the screen shows where the talk is, rather than where one has wandered.
    package internal(set) var isOnPath = true
    /// Whether the screen is blank for a moment.
    package internal(set) var isBlank = false
    /// The first line of headline and points that is shown, where they do not all fit.
    var top = 0
    /// For the audience: where the talk went while one wandered.
    var missed: TalkPosition?
    /// For the audience: the item at which one's hand is raised.
    package internal(set) var hand: Int?
}

extension State {
    /// The step of the tour that the talk is at.
    package var step: Tour.Step? {
        guard let talk, let tour = talk.tour else { return nil }
        let steps = graph.case.tours[tour].steps
        return steps.indices.contains(talk.step) ? steps[talk.step] : nil
    }

    /// Begins to walk a tour at a step; both are numbers that the case has.
    package mutating func present(tour: Int, step: Int = 0) {
        talk = Talk(part: .presenter, tour: tour, step: step)
        layOutStep()
        standAtStep()
        history = History(visit)
    }

    /// Carries out a command about the talk.
    mutating func perform(_ command: TalkCommand) -> [Effect] {
        if command == .record { return record() }
        guard let talk else {
            notice = Strings.noTalk
            return []
        }
        switch command {
        case .next: advance()
        case .previous: retreat()
        case .firstStep: goTo(step: 0)
        case .lastStep: goTo(step: stepCount - 1)
        case .steps: if talk.tour != nil { open(.steps) }
        case .blank: self.talk?.isBlank.toggle()
        case .scrollDown: self.talk?.top = talk.top + 1
        case .scrollUp: self.talk?.top = talk.top - 1
        case .explore: if talk.isOnPath { leavePath() } else { returnToPath() }
        case .hand: raiseHand()
        case .record: break
        }
        refresh()
        return []
    }

    /// Lays out the text of the step that the talk is at, which leaves the rest of the screen to the open view, and
    /// keeps it scrolled to where it has lines.
    mutating func layOutStep() {
        var key: TalkPage.Key?
        if let talk, talk.isOnPath, let tour = talk.tour, step != nil {
            key = TalkPage.Key(tour: tour, step: talk.step, language: language, size: size)
        }
        if layout.step?.key != key {
            layout.step = key.flatMap { key in step.flatMap { TalkPage(of: $0, key: key) } }
        }
        layout.room = layout.step?.room ?? size
        guard let talk else { return }
        let last: Int
        if let board {
            last = SpeakerView(state: self, board: board).lastTop(size: size)
        } else if let page = layout.step {
            last = max(0, page.lines(revealed: talk.revealed).count - page.text.rows)
        } else {
            return
        }
        self.talk?.top = min(max(0, talk.top), last)
    }

    /// Reveals the next point, or goes on to the next step.
    private mutating func advance() {
        guard let talk, let step else { return }
        if talk.isBlank {
            self.talk?.isBlank = false
        } else if talk.revealed < step.points.count {
            self.talk?.revealed += 1
            self.talk?.top = .max
        } else if talk.step + 1 < stepCount {
            goTo(step: talk.step + 1)
        } else {
            notice = Strings.lastStep
        }
    }

    /// Takes the last point back, or goes back to the step before, with all its points.
    private mutating func retreat() {
        guard let talk else { return }
        if talk.isBlank {
            self.talk?.isBlank = false
        } else if talk.revealed > 0 {
            self.talk?.revealed -= 1
        } else if talk.step > 0 {
            goTo(step: talk.step - 1)
            let points = step?.points.count ?? 0
            self.talk?.revealed = points
            self.talk?.top = .max
        } else {
            notice = Strings.firstStep
        }
    }

    /// Goes to a step of the tour, with nothing revealed yet.
    mutating func goTo(step: Int) {
        guard (0..<stepCount).contains(step) else { return }
        talk?.step = step
        talk?.revealed = 0
        talk?.top = 0
        talk?.isBlank = false
        talk?.isOnPath = true
        layOutStep()
        standAtStep()
    }

    /// How many steps the tour has.
    var stepCount: Int { talk?.tour.map { graph.case.tours[$0].steps.count } ?? 0 }

    /// Leaves the path: every key is an explorer's again, from where the step stands.
    mutating func leavePath() {
        talk?.isOnPath = false
        talk?.isBlank = false
        refresh()
        history = History(visit)
    }

    private mutating func returnToPath() {
        talk?.isOnPath = true
        if let missed = talk?.missed {
            talk?.missed = nil
            follow(missed)
        } else {
            layOutStep()
            standAtStep()
        }
    }

    /// Puts the view of the step behind its headline.
    private mutating func standAtStep() {
        guard let step else { return }
        let position = step.at.flatMap(graph.position(of:))
        // Whatever was explored before, a step looks the same.
        browse = Browse(graph)
        reader = nil
        var start = viewpoint
        if let position {
            start.focus = graph.panes[position]
            start.selections[start.focus] = position
        }
        place(at: start)
        guard let view = step.view.name, !(view.isAboutOneItem && position == nil) else { return }
        if let subject = subject(of: view) {
            start.subject = subject
            place(at: start)
        }
    }

    /// Raises one's hand at what is selected, or lowers it.
    private mutating func raiseHand() {
        guard let talk, talk.part == .audience else {
            notice = Strings.onlyAudienceRaisesHands
            return
        }
        let item = itemHere ?? browse.selected
        self.talk?.hand = talk.hand == nil ? item : nil
        notice = talk.hand == nil ? Strings.handRaised : Strings.handLowered
    }
}

extension Tour.View {
    /// The view of the explorer; none for a page of its own.
    var name: ViewName? {
        switch self {
        case .browse: .browse
        case .reader: .reader
        case .trace: .trace
        case .matrix: .matrix
        case .timeline: .timeline
        case .map: .map
        case .sources: .sources
        case .network: .network
        case .overview: .overview
        case .title: nil
        }
    }
}
