import CaseFiles
import CaseModel
import Explorer
import Seminar
import System

/// The seminar of a talk presented here.
final class SeminarHost: SeminarPeer {
    private let hub: SeminarHub
    private(set) var clock = TalkClock()
    /// The file of the questions, if one was asked for.
    private let file: QuestionFile?
    private var written: [SeminarQuestion] = []
    /// False while the file lacks questions that could not be written.
    private var isFileComplete = true
    /// What the presenter's own last line shows.
    private var shown: OpenSeminar?

    /// Opens the seminar of this name on a case.
    init(
        named name: String, in folder: SeminarFolder, capacity: Int, on content: Case,
        occasion: Occasion = Occasion(), questions file: QuestionFile? = nil
    ) throws(Failure) {
        do throws(SeminarError) {
            hub = try SeminarHub(
                name: SeminarName(name), in: folder,
                showing: SeminarHub.SharedCase(of: content), on: occasion,
                capacity: capacity)
        } catch {
            throw Failure(error)
        }
        self.file = file
        CurrentProcess.takeShortTimeSlices()
    }

    var readers: [Int32] { [hub.descriptor] }
    var writers: [Int32] { [] }
    /// At once while the presenter's screen is behind what was received when the last step was sent.
    var due: ContinuousClock.Instant? { sign != shown || hub.hasOrders ? .now : hub.due }

    private var sign: OpenSeminar {
        let attendance = hub.attendance
        return OpenSeminar(name: hub.name.text, followers: attendance.followers, hands: attendance.hands)
    }

    /// Shows the seminar on the presenter's own screen.
    func enter(_ state: inout State) {
        shown = sign
        state.seminar = shown
        if let size = hub.oversize { state.notify(Strings.oversize(size)) }
    }

    func receive(into state: inout State, at now: ContinuousClock.Instant) -> Bool {
        hub.minute = SpeakerBoard.Clock.now.minutes
        hub.answer(at: now)
        var hasChanged = false
        for order in hub.takeOrders() {
            hasChanged = true
            if carryOut(order, at: now) { continue }
            state.obey(order)
            // A reset that comes with the move is the later of the two.
            noteTime(of: state, at: now)
        }
        if sign != shown {
            shown = sign
            state.seminar = shown
            hasChanged = true
        }
        if let file, hub.questions != written {
            written = hub.questions
            let trouble = file.write(written, of: hub.name.text, in: state)
            isFileComplete = trouble == nil
            if let trouble { state.notify(trouble) }
        }
        return hasChanged
    }

    /// Carries out what concerns clock and hands; false for a move, which the explorer makes.
    func carryOut(_ order: SpeakerOrder, at now: ContinuousClock.Instant) -> Bool {
        switch order {
        case .toggleClock: clock.toggle(at: now)
        case .resetClock: clock.reset()
        case .answer(let hand): hub.answer(hand: hand)
        case .lowerHands: hub.lowerHands()
        case .next, .previous, .blank, .goTo: return false
        }
        return true
    }

    /// Goes on with the clock of a talk that broke off.
    func goOn(_ clock: TalkClock) { self.clock = clock }

    /// The questions asked, unless a file has them all.
    func questionsToTell(in state: State) -> String? {
        guard file == nil || !isFileComplete, !hub.questions.isEmpty else { return nil }
        return QuestionFile.text(of: hub.questions, of: hub.name.text, in: state)
    }

    func send(_ state: State, at now: ContinuousClock.Instant) {
        noteTime(of: state, at: now)
        hub.show(state.talkPosition)
        hub.show(notes(for: state, at: now))
        hub.answer(at: now)
    }

    private func noteTime(of state: State, at now: ContinuousClock.Instant) {
        guard let talk = state.talk, talk.tour != nil else { return }
        clock.note(step: talk.step, revealed: talk.revealed, at: now)
    }

    private func notes(for state: State, at now: ContinuousClock.Instant) -> SpeakerNotes {
        let reading = clock.reading(at: now)
        guard let talk = state.talk, let number = talk.tour, let step = state.step else {
            return SpeakerNotes(clock: reading)
        }
        let tour = state.graph.case.tours[number]
        let next = tour.steps.indices.contains(talk.step + 1) ? tour.steps[talk.step + 1] : nil
        let plan = tour.plan(at: talk.step, from: clock.firstStep)
        return SpeakerNotes(
            text: step.notes ?? Text(), nextHeadline: next?.headline, nextView: next?.view.name?.rawValue,
            pointsToCome: step.points.dropFirst(talk.revealed).map(\.text), clock: reading,
            planned: plan?.whole, plannedStep: plan?.step)
    }
}

/// The presenter's notices.
private enum Strings {
    static func oversize(_ size: Int) -> Text {
        // On the presenter's last line the seminar stands beside it.
        Text(
            chinese: "案例 \(size >> 20) MiB，太大不能发送；跟随者须用 --case",
            english: "case too large to send (\(size >> 20) MiB): followers need --case"
        )
    }
}

extension SeminarHub.SharedCase {
    /// The case for the audience, which gets it without notes: the digest is that of what it gets.
    init(of content: Case) {
        let packed = Pack.bytes(of: content.withoutNotes)
        self.init(
            digest: Pack.digest(of: packed), title: content.manifest.title, bytes: packed,
            places: content.placesOfAttendance)
    }
}

extension Case {
    /// The ids and names of views at which followers are counted.
    var placesOfAttendance: Set<String> {
        Set(items.map(\.id.text) + sources.map(\.id.text) + places.map(\.id.text) + actors.map(\.id.text))
            .union(ViewName.allCases.map(\.rawValue))
    }

    /// The case without the speaker's notes, for the audience.
    var withoutNotes: Case {
        var copy = self
        for tour in copy.tours.indices {
            for step in copy.tours[tour].steps.indices { copy.tours[tour].steps[step].notes = nil }
        }
        return copy
    }
}
