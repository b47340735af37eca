import CaseModel

// The speaker's second screen steers the talk: its commands become orders, which the presenter's program obeys.
extension State {
    /// The effect of a command on the speaker's screen; nil for one that concerns this screen alone.
    mutating func steer(_ command: TalkCommand) -> [Effect]? {
        switch command {
        case .next: return give(.next)
        case .previous: return give(.previous)
        case .firstStep: return give(.goTo(step: 0))
        case .lastStep: return give(.goTo(step: max(0, stepCount - 1)))
        case .blank: return give(.blank)
        case .clock: return give(.toggleClock)
        case .resetClock: return give(.resetClock)
        case .hand:
            open(HandList())
            return []
        case .tours, .steps, .scrollDown, .scrollUp, .viewDown, .viewUp, .aimNext, .aimPrevious, .explore,
            .resume,
            .record:
            return nil
        }
    }

    /// What is said where an order does not reach the presenter's program.
    package static let notSteering = Text(
        chinese: "没有连上讲解者，指令没有送出", english: "the presenter is not connected; nothing was sent")

    /// The reason why the talk cannot be moved from the speaker's screen; nil if it can, and on any other screen.
    var reasonNotToSteer: Text? {
        guard let board else { return nil }
        guard board.isConnected else { return Self.notSteering }
        return board.notes.takesMoves ? nil : Strings.steeredElsewhere
    }

    /// The effect of an order; none with a notice where the talk is steered elsewhere.
    mutating func give(_ order: SpeakerOrder) -> [Effect] {
        switch order {
        case .answer, .lowerHands: return [.order(order)]
        case .next, .previous, .blank, .goTo, .toggleClock, .resetClock:
            guard let reason = reasonNotToSteer else { return [.order(order)] }
            notice = reason
            return []
        }
    }

    private static let moves: [SpeakerOrder: TalkCommand] = [
        .next: .next, .previous: .previous, .blank: .blank,
    ]

    /// Obeys an order of the speaker's screen. While the presenter explores, going on or back returns to the path.
    package mutating func obey(_ order: SpeakerOrder) {
        guard let talk, talk.part == .presenter else { return }
        switch order {
        case .next, .previous, .blank:
            _ = carryOut(talk.isOnPath ? Self.moves[order] ?? .next : .explore)
        case .goTo(let step): goTo(step: step)
        case .toggleClock, .resetClock, .answer, .lowerHands: break
        }
    }
}
