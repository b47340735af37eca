import BundledCase
import CaseModel
import Screen
import Synchronization
import Testing

@testable import Explorer

#if DEBUG
    /// No text is laid out twice for one key: scrolling and drawing read the same layout.
    @Suite struct LayOnceTests {
        /// The texts laid out while keys are pressed one by one and each frame is drawn.
        private func laidOut(
            by keys: [Key], in rehearsal: inout Rehearsal
        ) -> [[LaidOutText]] {
            keys.map { key in
                let log = Log()
                LaidOutText.$observer.withValue({ text in log.texts.withLock { $0.append(text) } }) {
                    rehearsal.press(key)
                    _ = rehearsal.grid
                }
                return log.texts.withLock { $0 }
            }
        }

        private final class Log: Sendable {
            let texts = Mutex<[LaidOutText]>([])
        }

        private func reading(columns: Int = 80) -> Rehearsal {
            var rehearsal = Rehearsal(columns: columns, rows: 12)
            rehearsal.press(":")
            rehearsal.type("prj-rail")
            rehearsal.press(.enter)
            return rehearsal
        }

        @Test func `opening a page wraps it once, and moving in it does not wrap`() {
            var rehearsal = reading()
            #expect(laidOut(by: ["r"], in: &rehearsal) == [[.page]])
            let moves: [Key] = [.down, .down, .tab, .pageDown, .end, .up, .home, .backTab, "?", .escape]
            #expect(laidOut(by: moves, in: &rehearsal) == moves.map { _ in [] })
        }

        @Test func `another language or a mark wraps the page once more`() {
            var rehearsal = reading()
            rehearsal.keep()
            rehearsal.press("r")
            #expect(laidOut(by: [.function(2), " ", " "], in: &rehearsal) == [[.page], [.page], [.page]])
        }

        @Test func `a new selection has its details wrapped once`() {
            var rehearsal = Rehearsal()
            let keys: [Key] = [.down, .up, "3", "J", "z", "z", "Z"]
            #expect(
                laidOut(by: keys, in: &rehearsal)
                    == [[.detail], [.detail], [.detail], [], [], [.detail], []])
        }

        @Test func `a step of a talk is wrapped once, whichever points are revealed`() throws {
            let graph = CaseGraph(try BundledCase.open())
            let tour = try #require(graph.case.tours.firstIndex { $0.id == "five-minutes" })
            let steps = graph.case.tours[tour].steps
            var rehearsal = Rehearsal(graph)
            rehearsal.present(tour: tour)
            let points = steps[0].points.map { _ in Key.character(" ") }
            #expect(laidOut(by: points, in: &rehearsal) == points.map { _ in [] })
            let next = try #require(laidOut(by: [" "], in: &rehearsal).first)
            #expect(next.filter { $0 == .step }.count == 1)
        }

        @Test func `the speaker's screen is wrapped once for its notes, and not for its clock`() {
            var rehearsal = Rehearsal()
            rehearsal.follow(TalkPosition(place: "view=browse"))
            func laidOut(by change: (inout SpeakerBoard) -> Void) -> [LaidOutText] {
                let log = Log()
                LaidOutText.$observer.withValue({ text in log.texts.withLock { $0.append(text) } }) {
                    if var board = rehearsal.board {
                        change(&board)
                        rehearsal.board = board
                    }
                    _ = rehearsal.grid
                }
                return log.texts.withLock { $0 }
            }
            rehearsal.board = SpeakerBoard(
                notes: SpeakerNotes(), attendance: Attendance(), timer: .init(),
                clock: SpeakerBoard.Clock(hour: 9, minute: 5))
            #expect(laidOut { $0.timer.elapsed += 1 } == [])
            #expect(laidOut { $0.notes.text = Text("notes") } == [.speaker])
        }

        @Test func `a note is wrapped once a letter, and not for moving the cursor`() {
            var rehearsal = Rehearsal()
            rehearsal.keep()
            rehearsal.press("i")
            #expect(laidOut(by: ["a", .left, .up], in: &rehearsal) == [[.editor], [], []])
        }
    }
#endif
