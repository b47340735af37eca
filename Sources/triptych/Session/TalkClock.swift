import CaseModel
import Explorer

/// The clock of a talk: it begins when the presenter leaves the first slide shown, and is started, paused and reset
/// from the speaker's screen.
struct TalkClock {
    typealias Instant = ContinuousClock.Instant

    private var accumulated = Duration.zero
    /// When it was started last; nil while it is paused.
    private var since: Instant?
    /// What it showed at the beginning of the present step.
    private var atStep = Duration.zero
    /// The step at which it began, from which the plan counts.
    private(set) var firstStep = 0
    /// True until it is started for the first time, or again after a reset.
    private var isUntouched = true
    private var step: Int?
    private var revealed = 0

    init() {}

    /// The clock of a talk that broke off, which runs on from there, or stands still if it did. One that stands at 0:00
    /// was reset or never started, and is started by the next move.
    init(elapsed: Int, firstStep: Int, isRunning: Bool, at now: Instant) {
        (accumulated, since) = (.seconds(elapsed), isRunning ? now : nil)
        (atStep, self.firstStep, isUntouched) = (accumulated, firstStep, !isRunning && elapsed == 0)
    }

    func reading(at now: Instant) -> SpeakerNotes.Clock {
        let elapsed = elapsed(at: now)
        return SpeakerNotes.Clock(
            elapsed: Int(elapsed / .seconds(1)), atStep: Int((elapsed - atStep) / .seconds(1)),
            isRunning: since != nil)
    }

    /// Notes where the talk is; the first move starts a clock that was never started.
    mutating func note(step: Int, revealed: Int, at now: Instant) {
        let isMove = self.step != nil && (self.step, self.revealed) != (step, revealed)
        if isMove, isUntouched {
            firstStep = step
            start(at: now)
        }
        if self.step != step { atStep = elapsed(at: now) }
        (self.step, self.revealed) = (step, revealed)
    }

    mutating func toggle(at now: Instant) {
        guard since == nil else {
            (accumulated, since) = (elapsed(at: now), nil)
            return
        }
        if isUntouched { firstStep = step ?? 0 }
        start(at: now)
    }

    /// Sets the clock to 0:00, paused until it is started or the talk moves on.
    mutating func reset() {
        (accumulated, since, atStep, isUntouched) = (.zero, nil, .zero, true)
        // What is planned counts from here, also while the clock stands still.
        firstStep = step ?? 0
    }

    private mutating func start(at now: Instant) { (since, isUntouched) = (now, false) }

    private func elapsed(at now: Instant) -> Duration { accumulated + (since.map { now - $0 } ?? .zero) }
}

extension Tour {
    /// The planned duration of the tour in seconds from a step on, and the planned beginning and end of another; nil
    /// for a tour without minutes.
    func plan(at step: Int, from first: Int) -> (whole: Int, step: Range<Int>)? {
        // The rest of the tour's time is divided among the steps without minutes of their own.
        let known = steps.compactMap(\.minutes).reduce(0, +)
        let unknown = steps.count { $0.minutes == nil }
        guard minutes != nil || known > 0 else { return nil }
        let share = unknown > 0 ? max(0, (minutes ?? known) - known) / Double(unknown) : 0
        func seconds(before step: Int) -> Int {
            Int((steps.prefix(max(0, step)).reduce(0) { $0 + ($1.minutes ?? share) } * 60).rounded())
        }
        let skipped = seconds(before: first)
        let (begin, end) = (seconds(before: step) - skipped, seconds(before: step + 1) - skipped)
        return (max(0, seconds(before: steps.count) - skipped), max(0, begin)..<max(0, end))
    }
}
