import CaseFiles
import CaseModel
import Explorer
import Seminar
import System

/// Those who follow a talk that is given here.
final class SeminarHost: SeminarPeer {
    private let hub: Hub
    private let began: ContinuousClock.Instant

    /// Opens the seminar of this name on a case.
    init(
        named name: String, in folder: SeminarFolder, places: Int?, on content: Case,
        at now: ContinuousClock.Instant
    ) throws(Failure) {
        // What the audience may have of the case, and what its digest is made of, is the case without notes.
        let shown = content.withoutNotes
        do throws(SeminarError) {
            hub = try Hub(
                name: SeminarName(name), in: folder,
                showing: Hub.SharedCase(
                    digest: Pack.digest(of: shown), title: SpokenText(content.manifest.title),
                    bytes: Pack.bytes(of: shown)), places: places ?? Hub.mostPlaces)
        } catch {
            throw Failure(error)
        }
        began = now
        CurrentProcess.takeShortTimeSlices()
    }

    var readers: [Int32] { [hub.descriptor] }
    var writers: [Int32] { [] }
    var due: ContinuousClock.Instant? { hub.due }

    func hear(_ state: inout State, at now: ContinuousClock.Instant) -> Bool {
        hub.answer(at: now)
        return false
    }

    func tell(of state: State, at now: ContinuousClock.Instant) {
        let place = state.talkPosition
        hub.show(
            TalkPlace(
                place: place.place, tour: place.tour, step: place.step, revealed: place.revealed,
                isBlank: place.isBlank))
        hub.prompt(prompt(for: state, at: now))
        hub.answer(at: now)
    }

    private func prompt(for state: State, at now: ContinuousClock.Instant) -> SpeakerNotes {
        let elapsed = Int((now - began) / .seconds(1))
        guard let talk = state.talk, let number = talk.tour, let step = state.step else {
            return SpeakerNotes(elapsed: elapsed)
        }
        let tour = state.graph.case.tours[number]
        let next = tour.steps.indices.contains(talk.step + 1) ? tour.steps[talk.step + 1] : nil
        // A step without minutes of its own shares what the tour has left for such steps.
        let known = tour.steps.compactMap(\.minutes).reduce(0, +)
        let unknown = tour.steps.count { $0.minutes == nil }
        let share = unknown > 0 ? max(0, (tour.minutes ?? known) - known) / Double(unknown) : 0
        let untilHere = tour.steps.prefix(talk.step + 1).map { $0.minutes ?? share }.reduce(0, +)
        let planned = tour.minutes ?? (known > 0 ? known : nil)
        return SpeakerNotes(
            notes: step.notes.map(SpokenText.init) ?? SpokenText(),
            nextHeadline: next.map { SpokenText($0.headline) },
            pointsToCome: step.points.dropFirst(talk.revealed).map(SpokenText.init), elapsed: elapsed,
            planned: planned.map { Int($0 * 60) }, plannedUntilHere: planned.map { _ in Int(untilHere * 60) })
    }
}

extension Case {
    /// The case as an audience may have it: the speaker's notes are not in it.
    var withoutNotes: Case {
        var copy = self
        for tour in copy.tours.indices {
            for step in copy.tours[tour].steps.indices { copy.tours[tour].steps[step].notes = nil }
        }
        return copy
    }
}

extension SpokenText {
    /// A text of a case; where one of the two wordings is missing it is empty.
    init(_ text: Text) {
        self.init(chinese: text.chinese ?? "", english: text.english ?? "")
    }
}

extension Text {
    /// A text that was heard.
    init(_ spoken: SpokenText) {
        self.init(
            chinese: spoken.chinese.isEmpty ? nil : spoken.chinese,
            english: spoken.english.isEmpty ? nil : spoken.english)
    }
}
