import CaseModel
import Screen

/// A tour while it is presented: at which step, how much of it is revealed, and whether this screen is on its path.
package struct Talk: Hashable, Sendable {
    /// On which side of the talk this screen is.
    package enum Part: Hashable, Sendable {
        case presenter, audience
    }

    /// On which side of the talk this screen is.
    package let part: Part
    /// The number of the tour; nil while the talk is not at a step of one.
    package internal(set) var tour: Int?
    /// The number of the step, from 0.
    package internal(set) var step: Int
    /// How many points of the step are revealed.
    package internal(set) var revealed = 0
    /// Whether the screen shows the place of the talk, rather than one that was gone to off its path.
    package internal(set) var isOnPath = true
    /// Whether the screen is blank for a moment.
    package internal(set) var isBlank = false
    /// The first line of headline and points that is shown, where they do not all fit.
    var top = 0
    /// For the audience: where the talk went while this screen was off its path.
    var missed: TalkPosition?
    /// For the audience: the item at which the hand is raised; nil while it is down.
    package internal(set) var hand: Int?
}

extension Talk {
    /// What a command leaves to the state.
    enum Outcome {
        /// Nothing but the layout: the talk itself has changed, or not even that.
        case changed
        /// To a step of the tour, with nothing revealed or all of it.
        case go(step: Int, isRevealed: Bool = false)
        case leavePath, returnToPath
        case listSteps
        case record
        case tell(Text)
    }

    /// Carries out a command in a talk at this step of so many; `item` is what a hand would be raised at.
    mutating func carryOut(
        _ command: TalkCommand, at current: Tour.Step?, of steps: Int, item: Int?
    ) -> Outcome {
        switch command {
        case .next: return advance(current, of: steps)
        case .previous: return retreat()
        case .firstStep: return .go(step: 0)
        case .lastStep: return .go(step: steps - 1)
        case .steps: return tour == nil ? .changed : .listSteps
        case .blank: isBlank.toggle()
        case .scrollDown: if top < .max { top += 1 }
        case .scrollUp: top = max(0, top - 1)
        case .explore: return isOnPath ? .leavePath : .returnToPath
        case .hand:
            guard part == .audience else { return .tell(Strings.onlyAudienceRaisesHands) }
            let isRaised = hand == nil
            hand = isRaised ? item : nil
            return .tell(isRaised ? Strings.handRaised : Strings.handLowered)
        case .record: return .record
        }
        return .changed
    }

    /// Reveals the next point, or goes on to the next step.
    private mutating func advance(_ current: Tour.Step?, of steps: Int) -> Outcome {
        guard let current else { return .changed }
        if isBlank {
            isBlank = false
        } else if revealed < current.points.count {
            revealed += 1
            top = .max
        } else if step + 1 < steps {
            return .go(step: step + 1)
        } else {
            return .tell(Strings.lastStep)
        }
        return .changed
    }

    /// Takes the last point back, or goes back to the step before, with all its points.
    private mutating func retreat() -> Outcome {
        if isBlank {
            isBlank = false
        } else if revealed > 0 {
            revealed -= 1
        } else if step > 0 {
            return .go(step: step - 1, isRevealed: true)
        } else {
            return .tell(Strings.firstStep)
        }
        return .changed
    }
}

extension State {
    /// The step of the tour that the talk is at.
    package var step: Tour.Step? {
        guard let talk, let tour = talk.tour else { return nil }
        let steps = graph.case.tours[tour].steps
        return steps.indices.contains(talk.step) ? steps[talk.step] : nil
    }

    /// The number of steps of the tour.
    var stepCount: Int { talk?.tour.map { graph.case.tours[$0].steps.count } ?? 0 }

    /// Begins to present a tour at a step; both are numbers that the case has.
    package mutating func present(tour: Int, step: Int = 0) {
        talk = Talk(part: .presenter, tour: tour, step: step)
        standAtStep()
        history = History(visit)
    }

    /// Carries out a command about the talk.
    mutating func carryOut(_ command: TalkCommand) -> [Effect] {
        if command == .record { return record() }
        let (step, steps, item) = (step, stepCount, itemHere ?? browse.selected)
        switch talk?.carryOut(command, at: step, of: steps, item: item) {
        case .changed?: refresh()
        case .go(let step, let isRevealed)?: goTo(step: step, isRevealed: isRevealed)
        case .leavePath?: leavePath()
        case .returnToPath?: returnToPath()
        case .listSteps?: open(StepList())
        case .record?: return record()
        case .tell(let sentence)?: notice = sentence
        case nil: notice = Strings.noTalk
        }
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

    /// Goes to a step of the tour, with nothing of it revealed or all; nowhere where there is no such step.
    mutating func goTo(step number: Int, isRevealed: Bool = false) {
        guard (0..<stepCount).contains(number) else { return }
        talk?.step = number
        let points = step?.points.count ?? 0
        talk?.revealed = isRevealed ? points : 0
        talk?.top = isRevealed ? .max : 0
        talk?.isBlank = false
        talk?.isOnPath = true
        standAtStep()
    }

    /// What a key does to a step that does not fit on a follower's screen: the presenter's keys scroll it, so that
    /// its headline can be read without leaving the path.
    func scrollCommand(for key: Key) -> Command? {
        guard mode == .following, let talk, let page = layout.step,
            page.lines(revealed: talk.revealed).count > page.text.rows
        else { return nil }
        let command = KeyTable.row(for: key, in: .presenting)?.command
        return command == .talk(.scrollUp) || command == .talk(.scrollDown) ? command : nil
    }

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
            standAtStep()
        }
    }

    /// Puts the view of the talk's step behind its text.
    private mutating func standAtStep() {
        // The text comes first: a chart opens in the room that it leaves.
        layOutStep()
        guard let step else { return refresh() }
        stand(at: step)
    }

    /// Shows the view of a step at its item; whatever was explored before, a step looks the same.
    mutating func stand(at step: Tour.Step) {
        let position = step.at.flatMap(graph.position(of:))
        browse = Browse(graph)
        reader = nil
        var start = viewpoint
        if let position {
            start.focus = graph.panes[position]
            start.selections[start.focus] = position
        }
        place(at: start)
        guard let view = step.view.name else { return }
        // Without an item a chart opens at nothing, and not at whatever comes first in the panes.
        var context = chartContext
        context.selected = position
        if let subject = subject(of: view, at: position, in: context) {
            start.subject = subject
            place(at: start)
        }
    }
}
