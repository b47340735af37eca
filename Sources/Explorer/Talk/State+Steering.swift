import CaseModel

// The speaker's second screen steers the talk: its commands become orders, which the presenter's program obeys.
extension State {
    /// The effect of a command on the speaker's screen; nil for one that concerns this screen alone.
    mutating func steer(_ command: TalkCommand) -> [Effect]? {
        switch command {
        case .next: return [.order(.next)]
        case .previous: return [.order(.previous)]
        case .firstStep: return [.order(.goTo(step: 0))]
        case .lastStep: return [.order(.goTo(step: max(0, stepCount - 1)))]
        case .blank: return [.order(.blank)]
        case .clock: return [.order(.toggleClock)]
        case .resetClock: return [.order(.resetClock)]
        case .hand:
            open(HandList())
            return []
        case .tours, .steps, .scrollDown, .scrollUp, .viewDown, .viewUp, .aimNext, .aimPrevious, .explore,
            .resume,
            .record:
            return nil
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
