import CaseModel
import Screen

/// Commands for presenting and following a tour.
package enum TalkCommand: CaseIterable, Hashable, Sendable {
    case next, previous, firstStep, lastStep
    /// Opens the list of the case's tours, to begin one.
    case tours
    /// Opens the list of all steps.
    case steps
    case blank, scrollDown, scrollUp
    /// Scrolls the view behind the text of a step.
    case viewDown, viewUp
    /// Points at the next or previous thing in the view behind.
    case aimNext, aimPrevious
    /// Leaves the talk's path, or returns to it.
    case explore
    /// Raises the own hand or lowers it; for presenter and speaker, lists the hands and questions.
    case hand
    /// Starts or pauses the speaker's clock.
    case clock
    case resetClock
    /// Goes on where a talk broke off.
    case resume
    /// Records the present viewpoint as a step of a tour.
    case record

    /// True for a command that only moves or shapes what a screen shows.
    var needsScreen: Bool {
        switch self {
        case .scrollDown, .scrollUp, .viewDown, .viewUp, .aimNext, .aimPrevious, .record, .clock,
            .resetClock, .resume:
            true
        case .next, .previous, .firstStep, .lastStep, .tours, .steps, .blank, .explore, .hand: false
        }
    }
}

/// A tour being presented: the step, its revealed points, and whether this screen is on the talk's path.
package struct Talk: Hashable, Sendable {
    /// The side of the talk on which this screen is.
    package enum Part: Hashable, Sendable {
        case presenter, audience
    }

    package let part: Part
    /// The number of the tour; nil while the talk is not at a step.
    package internal(set) var tour: Int?
    /// The number of the step, from 0.
    package internal(set) var step: Int
    /// The number of revealed points of the step.
    package internal(set) var revealed = 0
    /// True if the screen follows the talk; false while its user explores.
    package internal(set) var isOnPath = true
    /// True while the presenter keeps the screen blank.
    package internal(set) var isBlank = false
    /// For the audience: true once a position of the presenter has arrived.
    var isLed = false
    /// The first visible line of headline and points, if not all fit.
    var top = 0
    /// For the audience: the talk's position while this screen is off its path.
    var missed: TalkPosition?
    /// For the audience: the raised hand; nil while it is down.
    package internal(set) var hand: RaisedHand?
    /// For the audience: the number of times that a hand was raised.
    var handsRaised = 0
}

extension Talk {
    /// The outcome of a command, to be handled by the state.
    enum Outcome {
        /// The layout must be refreshed.
        case changed
        /// Go to a step of the tour, with no points revealed or all of them.
        case go(step: Int, isRevealed: Bool = false)
        case leavePath, returnToPath
        case listSteps
        /// Raise or lower the own hand.
        case hand
        /// Show the hands and questions of the audience.
        case listHands
        /// Go on where the talk broke off.
        case resume
        case notify(Text)
        /// Carry out a command in the view behind the text of the step.
        case behind(TalkCommand)
    }

    /// Carries out a command at the current step of a number of steps.
    mutating func carryOut(_ command: TalkCommand, at current: Tour.Step?, of steps: Int) -> Outcome {
        switch command {
        case .next: return advance(current, of: steps)
        case .previous: return retreat()
        case .firstStep: return .go(step: 0)
        case .lastStep: return .go(step: steps - 1)
        case .steps: return tour == nil ? .changed : .listSteps
        case .blank: isBlank.toggle()
        case .scrollDown: if top < .max { top += 1 }
        case .scrollUp: top = max(0, top - 1)
        case .viewDown, .viewUp, .aimNext, .aimPrevious: return .behind(command)
        case .explore: return isOnPath ? .leavePath : .returnToPath
        case .hand: return part == .audience ? .hand : .listHands
        case .resume: return .resume
        // The state carries them out, or the presenter's program.
        case .tours, .record, .clock, .resetClock: break
        }
        return .changed
    }

    /// Reveals the next point, or goes to the next step.
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
            return .notify(Strings.lastStep)
        }
        return .changed
    }

    /// Hides the last point, or goes to the previous step with all its points revealed.
    private mutating func retreat() -> Outcome {
        if isBlank {
            isBlank = false
        } else if revealed > 0 {
            revealed -= 1
        } else if step > 0 {
            return .go(step: step - 1, isRevealed: true)
        } else {
            return .notify(Strings.firstStep)
        }
        return .changed
    }
}

extension State {
    /// The talk's current step.
    package var step: Tour.Step? {
        guard let talk, let tour = talk.tour else { return nil }
        let steps = graph.case.tours[tour].steps
        return steps.indices.contains(talk.step) ? steps[talk.step] : nil
    }

    /// The number of steps of the tour.
    var stepCount: Int { talk?.tour.map { graph.case.tours[$0].steps.count } ?? 0 }

    /// Starts presenting a tour at a step; both numbers must be valid in the case.
    package mutating func present(tour: Int, step: Int = 0) {
        talk = Talk(part: .presenter, tour: tour, step: step)
        showStep()
        history = History(visit)
    }

    /// Carries out a command of the talk.
    mutating func carryOut(_ command: TalkCommand) -> [Effect] {
        if command == .record { return record() }
        if command == .tours {
            open(TourList())
            return []
        }
        if board != nil, let effects = steer(command) { return effects }
        let (step, steps) = (step, stepCount)
        let claim = claimInFocus
        // On the speaker's screen scrolling goes on from where a reveal has put the text.
        if let page = layout.speaker, let top = talk?.top { talk?.top = page.top(top) }
        switch talk?.carryOut(command, at: step, of: steps) {
        case .changed?:
            refresh()
            followPoints(since: claim)
        case .behind(let command)?: carryOutBehind(command)
        case .go(let step, let isRevealed)?: goTo(step: step, isRevealed: isRevealed)
        case .leavePath?: leavePath()
        case .returnToPath?: returnToPath()
        case .listSteps?: open(StepList())
        case .hand?: raiseOrLowerHand()
        case .listHands?: open(HandList())
        case .resume?: return resumeTalk()
        case .notify(let sentence)?: notice = sentence
        case nil: notice = Strings.noTalk(isPlain: isPlain)
        }
        return []
    }

    /// Lays out the text of the talk's step, which determines the size of the open view, and clamps its scroll
    /// position.
    mutating func layOutStep() {
        var key: TalkPage.Key?
        if let talk, talk.isOnPath, let tour = talk.tour, step != nil {
            key = TalkPage.Key(
                tour: tour, step: talk.step, language: language, size: size, occasion: occasion,
                hasHalfBlocks: hasHalfBlocks)
        }
        if layout.step?.key != key {
            layout.step = key.flatMap { key in step.flatMap { TalkPage(of: $0, in: graph.case, key: key) } }
        }
        layout.room = layout.step?.room ?? size
        let speakerKey = SpeakerPage.Key(in: self)
        if layout.speaker?.key != speakerKey {
            layout.speaker = speakerKey.map { SpeakerPage($0, in: graph) }
        }
        guard let talk else { return }
        let last: Int
        if let page = layout.speaker {
            // The notes that come with a reveal have yet to say where the next point is.
            guard talk.top < .max else { return }
            last = page.lastTop
        } else if let page = layout.step {
            last = max(0, page.lines(revealed: talk.revealed).count - page.text.rows)
        } else {
            return
        }
        self.talk?.top = min(max(0, talk.top), last)
    }

    /// Goes to a step of the tour, with no points revealed or all of them; does nothing for an invalid number.
    mutating func goTo(step number: Int, isRevealed: Bool = false) {
        guard (0..<stepCount).contains(number) else { return }
        talk?.step = number
        let points = step?.points.count ?? 0
        talk?.revealed = isRevealed ? points : 0
        talk?.top = isRevealed ? .max : 0
        talk?.isBlank = false
        talk?.isOnPath = true
        showStep()
    }

    /// The command of a key for a step too long for a follower's screen: the presenter's keys scroll it, so that it
    /// can be read without leaving the path.
    func scrollCommand(for key: Key) -> Command? {
        guard mode == .following, let talk, let page = layout.step,
            page.lines(revealed: talk.revealed).count > page.text.rows
        else { return nil }
        let command = KeyTable.row(for: key, in: .presenting)?.command
        return command == .talk(.scrollUp) || command == .talk(.scrollDown) ? command : nil
    }

    /// Leaves the talk's path: all keys explore, from the view of the step on.
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
            showStep()
        }
    }

    /// Shows the view of the talk's step behind its text.
    private mutating func showStep() {
        // The text is laid out first, since it determines the size of the chart.
        layOutStep()
        guard let step else { return refresh() }
        stand(at: step)
        followPoints(since: step.evidence)
    }
}
