import BundledCase
import CaseModel
import GoldenSupport
import Screen
import Testing

@testable import Explorer

@Suite struct SpeakerViewTests {
    private func speaking(columns: Int = 80, rows: Int = 24, language: LanguageChoice = .chinese) throws
        -> Rehearsal
    {
        let graph = CaseGraph(try BundledCase.open())
        let step = try #require(graph.case.tours.first { $0.id == "five-minutes" }?.steps[1])
        var rehearsal = Rehearsal(graph, columns: columns, rows: rows, language: language)
        rehearsal.follow(
            TalkPosition(
                place: "view=browse&selected=drv-guizhou-new-path", tour: "five-minutes", step: 1, revealed: 1
            ))
        let notes = SpeakerNotes(
            text: step.notes ?? Text(), nextHeadline: Text(chinese: "下一个标题", english: "The next headline"),
            pointsToCome: step.points.dropFirst().map(\.text), planned: 300, plannedUntilHere: 90)
        let attendance = Attendance(
            followers: 17, wanderers: 3,
            wandering: [
                Attendance.Count(at: "prj-zaodu-reservoir", followers: 2),
                Attendance.Count(at: "matrix", followers: 1),
            ], hands: [Attendance.Count(at: "prj-chongqing-guiyang-railway", followers: 4)])
        rehearsal.board = SpeakerBoard(
            notes: notes, attendance: attendance, elapsed: 125,
            clock: SpeakerBoard.Clock(hour: 9, minute: 5))
        return rehearsal
    }

    @Test(arguments: [(80, 24), (200, 60), (40, 12)], [LanguageChoice.chinese, .english])
    func picture(size: (Int, Int), language: LanguageChoice) throws {
        let rehearsal = try speaking(columns: size.0, rows: size.1, language: language)
        let name = "speaker-\(size.0)x\(size.1)-\(language == .chinese ? "zh" : "en")"
        try expect(rehearsal.picture, matchesFile: name, in: "Pictures")
    }

    @Test(arguments: [
        (0, "本步还有 1 分钟"), (90, "本步还有 0 分钟"), (91, "晚了 1 分钟"), (151, "晚了 2 分钟"),
    ])
    func `pace is measured against the end of the step`(elapsed: Int, said: String) throws {
        var rehearsal = try speaking()
        rehearsal.board?.elapsed = elapsed
        #expect(rehearsal.picture.contains(said))
    }

    @Test func `long notes can be scrolled to their end`() throws {
        var rehearsal = try speaking(columns: 40, rows: 12)
        let words = (1...60).map { "字句\($0)。" }.joined()
        rehearsal.board?.notes.text = Text(words)
        rehearsal.board?.notes.nextHeadline = Text("THE-END")
        var seen = ""
        for _ in 0..<60 {
            seen += rehearsal.picture
            rehearsal.press(.down)
        }
        for number in 1...60 { #expect(seen.contains("\(number)。"), "\(number)") }
        #expect(seen.contains("THE-END"))
    }

    @Test func `no size traps`() throws {
        for columns in [0, 1, 2, 10, 300] {
            for rows in [0, 1, 2, 3, 5, 100] {
                let rehearsal = try speaking(columns: columns, rows: rows)
                #expect(rehearsal.grid.size == Size(columns: columns, rows: rows))
            }
        }
    }
}
