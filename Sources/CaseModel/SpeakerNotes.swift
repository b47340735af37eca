/// The parts of a talk for the speaker's second screen, which are never sent to the audience.
package struct SpeakerNotes: Hashable, Sendable {
    /// The speaker's notes on this step.
    package var text: Text
    /// The next step's headline; nil at the last.
    package var nextHeadline: Text?
    /// The name of the next step's view; nil for a title or at the last step.
    package var nextView: String?
    /// The points of this step that are not revealed yet.
    package var pointsToCome: [Text]
    /// The clock when the notes were made; the speaker's screen counts on from there while it runs.
    package var clock: Clock
    /// The planned duration in seconds of the tour, from the step at which the clock began.
    package var planned: Int?
    /// The planned beginning and end of this step in seconds, from the step at which the clock began.
    package var plannedStep: Range<Int>?
    /// False for a mirror, whose talk is steered elsewhere: it takes orders about hands alone.
    package var takesMoves: Bool

    package init(
        text: Text = Text(), nextHeadline: Text? = nil, nextView: String? = nil, pointsToCome: [Text] = [],
        clock: Clock = Clock(), planned: Int? = nil, plannedStep: Range<Int>? = nil,
        takesMoves: Bool = true
    ) {
        (self.text, self.nextHeadline, self.nextView) = (text, nextHeadline, nextView)
        (self.pointsToCome, self.clock) = (pointsToCome, clock)
        (self.planned, self.plannedStep, self.takesMoves) = (planned, plannedStep, takesMoves)
    }

    /// The clock of a talk at some moment.
    package struct Clock: Hashable, Sendable {
        /// The seconds that it has run.
        package var elapsed: Int
        /// The seconds of these at the present step.
        package var atStep: Int
        package var isRunning: Bool

        package init(elapsed: Int = 0, atStep: Int = 0, isRunning: Bool = false) {
            (self.elapsed, self.atStep, self.isRunning) = (elapsed, atStep, isRunning)
        }

        /// The clock some seconds later, which is the same while it is paused.
        package func later(by seconds: Int) -> Clock {
            guard isRunning else { return self }
            return Clock(elapsed: elapsed + seconds, atStep: atStep + seconds, isRunning: true)
        }
    }
}

/// An order of the speaker's second screen to the presenter's program.
package enum SpeakerOrder: Hashable, Sendable {
    case next, previous
    /// Blanks the screens, or shows them again.
    case blank
    /// Goes to a step by its number, from 0.
    case goTo(step: Int)
    /// Starts the clock, or pauses it.
    case toggleClock
    case resetClock
    /// Lowers a hand and counts its question as answered, by its number.
    case answer(hand: Int)
    case lowerHands
}
