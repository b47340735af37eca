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
            nextView: "matrix",
            pointsToCome: step.points.dropFirst().map(\.text), planned: 300, plannedStep: 30..<90)
        let attendance = Attendance(
            followers: 17, wanderers: 5,
            wandering: [
                Attendance.Count(at: "prj-zaodu-reservoir", followers: 2),
                Attendance.Count(at: "matrix", followers: 1),
            ],
            hands: [
                .init(number: 1, minute: 541, at: "prj-chongqing-guiyang-railway", question: "为什么在这里？"),
                .init(number: 2, minute: 542), .init(number: 3, minute: 543, question: "later?", isUp: false),
            ])
        rehearsal.board = SpeakerBoard(
            notes: notes, attendance: attendance, timer: .init(elapsed: 125, atStep: 70, isRunning: true),
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
        (0, "早了 0:30"), (30, "准时"), (90, "准时"), (91, "晚了 0:01"), (151, "晚了 1:01"), (300, "时间到"),
    ])
    func `pace is measured against the end of the step`(elapsed: Int, said: String) throws {
        var rehearsal = try speaking()
        rehearsal.board?.timer.elapsed = elapsed
        #expect(rehearsal.picture.contains(said))
    }

    @Test(arguments: [40, 60, 80, 110, 200], [LanguageChoice.chinese, .english])
    func `no figure of the clocks is written over another`(columns: Int, language: LanguageChoice) throws {
        var rehearsal = try speaking(columns: columns, rows: 20, language: language)
        rehearsal.board?.timer.elapsed = 1294
        let picture = rehearsal.picture
        for words in ["09:05", "21:34 / 5:00", "1:10 / 1:00", "20:04", "✋ 2"] {
            #expect(picture.contains(words), "\(words) at \(columns)")
        }
        #expect(picture.contains(language == .chinese ? "17 人跟随" : "17 follow"))
    }

    @Test func `a clock that stands still says so, and a blank screen too`() throws {
        var rehearsal = try speaking(language: .english)
        #expect(!rehearsal.picture.contains("clock stopped"))
        rehearsal.board?.timer.isRunning = false
        #expect(rehearsal.picture.contains("clock stopped"))
        rehearsal.follow(TalkPosition(place: "view=browse", tour: "five-minutes", step: 1, isBlank: true))
        #expect(rehearsal.picture.contains("The talk is paused"))
    }

    @Test(
        arguments: [
            (" ", .next), (.pageDown, .next), (.left, .previous), ("p", .previous), ("b", .blank),
            ("c", .toggleClock),
            ("C", .resetClock), (.home, .goTo(step: 0)),
        ] as [(Key, SpeakerOrder)])
    func `the speaker's keys give orders and change nothing here`(key: Key, order: SpeakerOrder) throws {
        var rehearsal = try speaking()
        let before = rehearsal.picture
        rehearsal.press(key)
        #expect(rehearsal.effects == [.order(order)])
        #expect(rehearsal.picture == before)
    }

    @Test func `the speaker goes to a step by its number, and answers a question off`() throws {
        var rehearsal = try speaking()
        rehearsal.press("G")
        rehearsal.type("3")
        rehearsal.press(.enter)
        #expect(rehearsal.effects == [.order(.goTo(step: 2))])
        rehearsal.press("h")
        #expect(rehearsal.picture.contains("09:01") && rehearsal.picture.contains("为什么在这里？"))
        rehearsal.press(.enter)
        #expect(rehearsal.effects.last == .order(.answer(hand: 1)))
    }

    @Test func `what does not fit of hands and questions is counted`() throws {
        var rehearsal = try speaking(language: .english)
        rehearsal.board?.attendance.wandering = []
        rehearsal.board?.attendance.wanderers = 0
        rehearsal.board?.attendance.hands = (1...16).map {
            .init(number: $0, minute: 540 + $0, question: "question \($0)", isUp: false)
        }
        #expect(rehearsal.picture.contains("question 6\n"))
        #expect(rehearsal.picture.contains("… 10 more") && rehearsal.picture.contains("? 16"))
    }

    @Test func `a long question is wrapped where there is room`() throws {
        var rehearsal = try speaking(language: .english)
        let words = (1...30).map { "word\($0)" }
        rehearsal.board?.attendance = Attendance(
            followers: 1, hands: [.init(number: 1, minute: 541, question: words.joined(separator: " "))])
        for word in words { #expect(rehearsal.picture.contains(word)) }
        #expect(rehearsal.picture.contains("\n           word"), "\(rehearsal.picture)")
    }

    @Test func `a reveal keeps the newest point and the next one in view, and scrolling stays`() throws {
        var rehearsal = try speaking(rows: 14)
        let notes = Text(chinese: (1...40).map { "讲稿第 \($0) 句。" }.joined(), english: "")
        let points = try #require(rehearsal.state.step?.points.map { rehearsal.state.language.line($0.text) })
        rehearsal.board?.notes.text = notes
        func reveal(_ count: Int) {
            var position = rehearsal.state.talkPosition
            position.revealed = count
            rehearsal.follow(position)
            // The notes come after the position.
            let toCome = rehearsal.state.step?.points.dropFirst(count).map(\.text) ?? []
            rehearsal.board?.notes.pointsToCome = Array(toCome)
        }
        reveal(2)
        #expect(rehearsal.picture.contains(points[1].prefix(8)))
        #expect(rehearsal.picture.contains("○ " + points[2].prefix(8)))
        #expect(rehearsal.picture.contains("论文怎样定义"), "the headline too, where it fits")
        rehearsal.press(.down, .down)
        let scrolled = rehearsal.picture
        rehearsal.board?.timer.elapsed += 1
        rehearsal.follow(rehearsal.state.talkPosition)
        let lines = { (picture: String) in picture.split(separator: "\n").dropFirst(2) }
        #expect(lines(rehearsal.picture) == lines(scrolled))
        rehearsal.press("k", "k", "k")
        #expect(rehearsal.picture.contains("论文怎样定义"))
    }

    @Test func `without a presenter nothing is offered that moves the talk`() throws {
        var rehearsal = try speaking(language: .english)
        #expect(rehearsal.lastLine.contains("Space next"))
        rehearsal.board?.isConnected = false
        for words in ["next", "previous", "steps", "clock", "blank"] {
            #expect(!rehearsal.lastLine.contains(words))
        }
        rehearsal.press(" ")
        #expect(rehearsal.effects == [] && rehearsal.lastLine.contains("the presenter is not connected"))
    }

    @Test func `behind a mirror hands are answered, and nothing is moved`() throws {
        var rehearsal = try speaking(language: .english)
        rehearsal.board?.notes = SpeakerNotes(takesMoves: false)
        #expect(!rehearsal.lastLine.contains("next") && rehearsal.lastLine.contains("h questions"))
        #expect(!rehearsal.picture.contains("elapsed") && !rehearsal.picture.contains("last step"))
        for key in [" ", "p", "b", "c", "C", .home, .end] as [Key] {
            rehearsal.press(key)
            #expect(rehearsal.effects == [])
            #expect(rehearsal.lastLine.contains("this is a mirror"), "\(key)")
        }
        rehearsal.press("G", "3", .enter)
        #expect(rehearsal.effects == [] && rehearsal.lastLine.contains("this is a mirror"))
        rehearsal.press("h", .enter)
        #expect(rehearsal.effects == [.order(.answer(hand: 1))])
    }

    @Test func `before the presenter is there, nothing is said of any step`() throws {
        var rehearsal = Rehearsal(CaseGraph(try BundledCase.open()), language: .english)
        rehearsal.beginFollowing()
        rehearsal.remark(Text("nobody presents under this name"))
        rehearsal.board = SpeakerBoard(
            notes: SpeakerNotes(), attendance: Attendance(), timer: .init(), clock: .init(minute: 545))
        #expect(rehearsal.picture.contains("09:05"))
        for words in ["last step", "off the path", "Next"] { #expect(!rehearsal.picture.contains(words)) }
        rehearsal.press(" ")
        #expect(rehearsal.effects == [.order(.next)], "whether it can be sent is the session's to know")
    }

    @Test func `the time is up at the planned end, and never without a plan`() throws {
        let rehearsal = try speaking()
        var board = try #require(rehearsal.board)
        #expect(board.isOver == false)
        board.timer.elapsed = 300
        #expect(board.isOver == true)
        board.notes.planned = nil
        #expect(board.isOver == nil)
    }

    @Test func `whoever is at nothing of the case is elsewhere`() throws {
        let rehearsal = try speaking(language: .english)
        #expect(rehearsal.picture.contains("↷ 2  elsewhere"))
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
