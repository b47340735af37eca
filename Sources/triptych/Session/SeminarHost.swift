import CaseFiles
import CaseModel
import Explorer
import Seminar
import System

/// The seminar of a talk presented here.
final class SeminarHost: SeminarPeer {
    private let hub: SeminarHub
    private let began: ContinuousClock.Instant

    /// Opens the seminar of this name on a case.
    init(
        named name: String, in folder: SeminarFolder, capacity: Int?, on content: Case,
        at now: ContinuousClock.Instant
    ) throws(Failure) {
        // The audience gets the case without notes, whose digest therefore counts.
        let shown = content.withoutNotes
        do throws(SeminarError) {
            hub = try SeminarHub(
                name: SeminarName(name), in: folder,
                showing: SeminarHub.SharedCase(
                    digest: Pack.digest(of: shown), title: content.manifest.title,
                    bytes: Pack.bytes(of: shown)), capacity: capacity ?? SeminarHub.largestCapacity)
        } catch {
            throw Failure(error)
        }
        began = now
        CurrentProcess.takeShortTimeSlices()
    }

    var readers: [Int32] { [hub.descriptor] }
    var writers: [Int32] { [] }
    var due: ContinuousClock.Instant? { hub.due }

    func receive(into state: inout State, at now: ContinuousClock.Instant) -> Bool {
        hub.answer(at: now)
        return false
    }

    func send(_ state: State, at now: ContinuousClock.Instant) {
        hub.show(state.talkPosition)
        hub.show(notes(for: state, at: now))
        hub.answer(at: now)
    }

    private func notes(for state: State, at now: ContinuousClock.Instant) -> SpeakerNotes {
        let elapsed = Int((now - began) / .seconds(1))
        guard let talk = state.talk, let number = talk.tour, let step = state.step else {
            return SpeakerNotes(elapsed: elapsed)
        }
        let tour = state.graph.case.tours[number]
        let next = tour.steps.indices.contains(talk.step + 1) ? tour.steps[talk.step + 1] : nil
        // The rest of the tour's time is divided among the steps without minutes of their own.
        let known = tour.steps.compactMap(\.minutes).reduce(0, +)
        let unknown = tour.steps.count { $0.minutes == nil }
        let share = unknown > 0 ? max(0, (tour.minutes ?? known) - known) / Double(unknown) : 0
        let untilHere = tour.steps.prefix(talk.step + 1).map { $0.minutes ?? share }.reduce(0, +)
        let planned = tour.minutes ?? (known > 0 ? known : nil)
        return SpeakerNotes(
            text: step.notes ?? Text(), nextHeadline: next?.headline,
            pointsToCome: step.points.dropFirst(talk.revealed).map(\.text), elapsed: elapsed,
            planned: planned.map { Int($0 * 60) }, plannedUntilHere: planned.map { _ in Int(untilHere * 60) })
    }
}

extension Case {
    /// The case without the speaker's notes, for the audience.
    var withoutNotes: Case {
        var copy = self
        for tour in copy.tours.indices {
            for step in copy.tours[tour].steps.indices { copy.tours[tour].steps[step].notes = nil }
        }
        return copy
    }
}
