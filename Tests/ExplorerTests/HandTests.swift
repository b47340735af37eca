import BundledCase
import CaseModel
import Screen
import Testing

@testable import Explorer

/// Hands, questions and the speaker's orders on the screens of follower and presenter.
@Suite struct HandTests {
    private static let bundled = Result { CaseGraph(try BundledCase.open()) }

    private func presenting(_ tour: ID<Tour> = "seminar", language: LanguageChoice = .english) throws
        -> Rehearsal
    {
        let graph = try Self.bundled.get()
        let number = try #require(graph.case.tours.firstIndex { $0.id == tour })
        var rehearsal = Rehearsal(graph, language: language)
        rehearsal.present(tour: number)
        return rehearsal
    }

    @Test func `a hand takes a line of question, or none, and lands on what the step is at`() throws {
        var presenter = try presenting()
        let steps = try Self.bundled.get().case.tours.first { $0.id == "seminar" }?.steps ?? []
        for (number, step) in steps.enumerated() {
            presenter.goTo(step: number)
            var follower = Rehearsal(try Self.bundled.get(), language: .english)
            follower.follow(presenter.state.talkPosition)
            follower.press("h")
            #expect(follower.picture.contains("Your question, if you like"))
            follower.type("Why \(number)?")
            follower.press(.enter)
            let hand = RaisedHand(serial: 1, at: step.at?.text, question: "Why \(number)?")
            #expect(follower.state.talk?.hand == hand)
            #expect(follower.lastLine.contains("your question is sent"))
        }
    }

    @Test(arguments: [LanguageChoice.chinese, .english])
    func `a hand raised without a connection is not said to be sent`(language: LanguageChoice) throws {
        var follower = Rehearsal(try Self.bundled.get(), language: language)
        follower.beginFollowing()
        follower.remark(Text("nobody presents under this name"))
        for question in ["", "Why?"] {
            follower.press("h")
            follower.type(question)
            follower.press(.enter)
            let words = language == .chinese ? "一接上讲解就送到" : "not sent yet"
            #expect(follower.lastLine.contains(words))
            follower.press("h")
        }
    }

    @Test func `a key without room for its words is not put before another's words`() throws {
        var follower = Rehearsal(try Self.bundled.get(), columns: 40, rows: 20)
        follower.follow(try presenting().state.talkPosition)
        follower.press("j")
        follower.remark(Text(chinese: "讲解者已结束讲解", english: "the presenter has ended the seminar"))
        #expect(follower.lastLine.contains("讲解者已结束讲解"))
        #expect(!follower.lastLine.contains(#/[Hh] +\?/#), "\(follower.lastLine)")
    }

    @Test(arguments: [LanguageChoice.chinese, .english], [Key.enter, "h"])
    func `what becomes of the talk is said to whoever raised a hand, without a key`(
        language: LanguageChoice, question: Key
    ) throws {
        var presenter = try presenting()
        var follower = Rehearsal(try Self.bundled.get(), language: language)
        let signs = language == .chinese ? "✋ 已举手" : "✋ hand up"
        func expect(_ chinese: String, _ english: String, _ line: String) {
            #expect(line.contains(language == .chinese ? chinese : english))
            #expect(line.contains(signs), "the hand is up all the same")
        }
        func raise() {
            if follower.state.talk?.hand != nil { follower.press("h") }
            follower.press("h")
            if question != .enter { follower.press(question) }
            follower.press(.enter)
        }
        follower.follow(presenter.state.talkPosition)
        raise()
        follower.remark(Text(chinese: "讲解者已结束讲解", english: "the presenter has ended the seminar"))
        expect("讲解者已结束讲解", "the presenter has ended the seminar", follower.lastLine)
        raise()
        #expect(follower.lastLine.contains(language == .chinese ? "一接上讲解就送到" : "not sent yet"))
        follower.remark(nil)
        #expect(!follower.lastLine.contains(language == .chinese ? "一接上讲解就送到" : "not sent yet"))
        raise()
        presenter.press("b")
        follower.follow(presenter.state.talkPosition)
        expect("帮助", "help", follower.lastLine)
        #expect(follower.picture.contains(language == .chinese ? "讲解暂停" : "The talk is paused"))
        raise()
        presenter.press("b", "e")
        follower.follow(presenter.state.talkPosition)
        expect("讲解者在自由浏览", "the presenter explores", follower.lastLine)
    }

    /// What has happened when a follower on a narrow screen looks at the last line, and what it says then.
    private static let situations: [(name: String, chinese: String, english: String)] = [
        ("step", "举手", "hand"), ("raised", "已举手", "your hand is raised"),
        ("asked", "提问已送出", "your question is sent"), ("up", "✋", "✋"),
        ("explores", "讲解者在自由浏览", "the presenter explores"), ("blank", "举手", "hand"),
        ("lost", "与讲解者的连接断了", "the connection to the pres"),
        ("lowered", "手已放下", "your hand has been lowered"), ("away", "举手", "hand"),
    ]

    @Test(arguments: [LanguageChoice.chinese, .english], situations.indices)
    func `on a narrow screen the ways to raise a hand, to take it back and to leave are named`(
        language: LanguageChoice, number: Int
    ) throws {
        let (name, chinese, english) = Self.situations[number]
        for (columns, rows) in [(40, 20), (48, 24), (59, 20), (60, 20)] {
            var follower = Rehearsal(
                try Self.bundled.get(), columns: columns, rows: rows, language: language)
            var presenter = try presenting()
            // The step with the most points has the longest numbers.
            let steps = try Self.bundled.get().case.tours.first { $0.id == "seminar" }?.steps ?? []
            let longest = try #require(steps.indices.max { steps[$0].points.count < steps[$1].points.count })
            presenter.goTo(step: longest)
            follower.follow(presenter.state.talkPosition)
            switch name {
            case "raised": follower.press("h", .enter)
            case "asked": follower.press("h", "?", .enter)
            case "up":
                follower.press("h", "?", .enter)
                presenter.press(" ")
                follower.follow(presenter.state.talkPosition)
            case "explores":
                presenter.press("e")
                follower.follow(presenter.state.talkPosition)
            case "blank":
                presenter.press("b")
                follower.follow(presenter.state.talkPosition)
            case "lost":
                follower.press("h", .enter)
                follower.remark(
                    Text(
                        chinese: "与讲解者的连接断了；可继续浏览，一有讲解就接上",
                        english: "the connection to the presenter broke off; browse on, it is tried again"))
                follower.press("h", "h", "?", .enter)
                follower.press(.function(2))
                while follower.state.language != language { follower.press(.function(2)) }
            case "lowered":
                follower.press("h", .enter)
                follower.handWasLowered(serial: 1)
            case "away": follower.press(.down)
            case _: break
            }
            let line = follower.lastLine
            let words = language == .chinese ? chinese : english
            #expect(line.contains(words.prefix(columns == 40 ? 30 : 99)), "\(columns): \(line)")
            let key = follower.state.talk?.isOnPath == false ? "H" : "h"
            if follower.state.talk?.hand != nil {
                #expect(line.contains("✋") && line.contains(" \(key)↩"), "\(columns): \(line)")
            } else {
                #expect(line.contains(" \(key) "), "\(columns): \(line)")
            }
            #expect(line.contains(" q"), "\(columns): \(line)")
        }
    }

    @Test(arguments: [LanguageChoice.chinese, .english])
    func `on a narrow screen a question and the speaker's screen have the keys that lead on`(
        language: LanguageChoice
    ) throws {
        let isChinese = language == .chinese
        var follower = Rehearsal(try Self.bundled.get(), columns: 40, rows: 20, language: language)
        follower.follow(try presenting().state.talkPosition)
        follower.press("h")
        #expect(follower.lastLine.contains(isChinese ? " Enter 举手 " : " Enter raise the hand "))
        #expect(follower.lastLine.contains(" Esc "))
        follower.press(.escape)
        follower.board = SpeakerBoard(
            notes: SpeakerNotes(), attendance: Attendance(), timer: .init(),
            clock: SpeakerBoard.Clock(hour: 9, minute: 5))
        #expect(follower.lastLine.contains(isChinese ? " Space 下一步 " : " Space next "))
        #expect(follower.lastLine.contains(isChinese ? " q 退出" : " q quit"))
    }

    @Test func `a press on the sign of the own hand takes it back`() throws {
        var follower = Rehearsal(try Self.bundled.get(), columns: 40, rows: 20, language: .english)
        follower.follow(try presenting().state.talkPosition)
        follower.press("h", .enter, "M")
        follower.click(on: "✋", inLastLine: true)
        #expect(follower.state.talk?.hand == nil)
    }

    @Test(arguments: [LanguageChoice.chinese, .english])
    func `a guest who waits reads of the key for the language in the other one`(language: LanguageChoice)
        throws
    {
        for columns in [80, 40] {
            var guest = Rehearsal(
                try Self.bundled.get(), columns: columns, rows: columns == 80 ? 24 : 20, language: language)
            guest.isForGuest = true
            guest.beginFollowing()
            guest.remark(
                Text(
                    chinese: "没有人以此名讲解；可继续浏览，一有讲解就接上",
                    english: "nobody presents under this name; browse on, it is tried again"))
            let key =
                columns == 80 || language == .chinese
                ? (language == .chinese ? "F2 Language" : "F2 语言") : "F2"
            #expect(guest.lastLine.contains(key))
            #expect(
                guest.lastLine.contains(
                    language == .chinese ? "没有人以此名讲解" : "nobody presents under this"))
            #expect(guest.lastLine.contains(" q"))
            guest.remark(nil)
            guest.follow(try presenting().state.talkPosition)
            if columns == 80 {
                #expect(guest.lastLine.contains(language == .chinese ? "F2 Language" : "F2 语言"))
                #expect(guest.lastLine.contains(language == .chinese ? "h 举手" : "h hand"))
            }
        }
    }

    @Test func `a question that was typed is not lost by one key`() throws {
        var follower = Rehearsal(try Self.bundled.get(), language: .english)
        follower.follow(try presenting().state.talkPosition)
        follower.press("h")
        follower.type("Why")
        follower.press(.escape)
        #expect(follower.picture.contains("not sent"))
        follower.press(.escape)
        #expect(follower.state.talk?.hand == nil)
    }

    @Test func `a hand lowered from the other side is down here, and a newer one stays up`() throws {
        var follower = Rehearsal(try Self.bundled.get(), language: .english)
        follower.follow(try presenting().state.talkPosition)
        follower.press("h", .enter)
        follower.handWasLowered(serial: 1)
        #expect(follower.state.talk?.hand == nil)
        #expect(follower.lastLine.contains("your hand has been lowered"))
        follower.press("h", .enter)
        follower.handWasLowered(serial: 1)
        #expect(follower.state.talk?.hand?.serial == 2)
    }

    @Test(
        arguments: [
            ("4", "matrix"), ("6", "map"), ("8", "sources"), ("9", "overview"), ("5", "timeline"),
        ] as [(Key, String)])
    func `whoever is in a chart is counted there, and not at the item behind`(key: Key, place: String) throws
    {
        var follower = Rehearsal(try Self.bundled.get())
        follower.press(key)
        #expect(follower.state.attendanceKey == place)
    }

    @Test func `the presenter's last line shows the seminar, its followers and hands`() throws {
        var presenter = try presenting()
        presenter.seminar = OpenSeminar(
            name: "yuqian", followers: 12, hands: [.init(number: 1, minute: 0), .init(number: 2, minute: 1)])
        #expect(presenter.lastLine.contains("yuqian 12 follow ✋2"))
        presenter.press("e")
        #expect(presenter.lastLine.contains("yuqian 12 follow ✋2"), "off the path too")
        presenter.press("e", "h", .enter)
        #expect(presenter.effects.last == .order(.answer(hand: 1)))
        presenter.resize(columns: 40, rows: 20)
        #expect(presenter.lastLine.contains("12 follow ✋2"))
        #expect(presenter.lastLine.contains(" 1/"))
    }

    @Test(arguments: [(LanguageChoice.chinese, "？2"), (.english, "?2")])
    func `the presenter's last line counts the open questions whose hands are down`(
        language: LanguageChoice, sign: String
    ) throws {
        var presenter = try presenting(language: language)
        let open = Attendance.Hand(number: 2, minute: 1, question: "why?", isUp: false)
        presenter.seminar = OpenSeminar(name: "yuqian", followers: 12, hands: [open, open])
        #expect(presenter.lastLine.contains(" " + sign))
        #expect(!presenter.lastLine.contains("✋"))
        presenter.seminar?.hands.append(.init(number: 3, minute: 2))
        #expect(presenter.lastLine.contains("✋1 " + sign))
        presenter.seminar?.hands = []
        #expect(!presenter.lastLine.contains("？") && !presenter.lastLine.contains("?2"))
    }

    @Test(arguments: [(80, 24), (40, 20)])
    func `the list of hands shows the selected question whole`(columns: Int, rows: Int) throws {
        var presenter = try presenting()
        presenter.resize(columns: columns, rows: rows)
        let words = (1...30).map { "word\($0)" }
        presenter.seminar = OpenSeminar(
            name: "yuqian", followers: 2,
            hands: [
                .init(number: 1, minute: 0, question: words.joined(separator: " ")),
                .init(number: 2, minute: 1),
            ])
        presenter.press("h")
        for word in words { #expect(presenter.picture.contains(word)) }
        presenter.press(.down)
        #expect(!presenter.picture.contains("word30"))
    }

    @Test func `orders move the talk, and bring an exploring presenter back to the path`() throws {
        var presenter = try presenting()
        presenter.obey(.next)
        #expect(presenter.state.talk?.revealed == 1 || presenter.state.talk?.step == 1)
        presenter.obey(.goTo(step: 4))
        #expect(presenter.state.talk?.step == 4)
        presenter.obey(.goTo(step: 400))
        #expect(presenter.state.talk?.step == 4)
        presenter.press("e", "4")
        presenter.obey(.next)
        #expect(presenter.state.talk?.isOnPath == true)
        #expect(presenter.state.talk?.step == 4, "the first order only returns")
        presenter.obey(.blank)
        #expect(presenter.state.talk?.isBlank == true)
        var follower = Rehearsal(try Self.bundled.get())
        follower.follow(presenter.state.talkPosition)
        let position = follower.state.talkPosition
        follower.obey(.next)
        #expect(follower.state.talkPosition == position, "only a presenter obeys")
    }

    @Test func `a talk that broke off is offered, and goes on with one key`() throws {
        var presenter = try presenting()
        presenter.offer(Resumption(step: 6, revealed: 1))
        #expect(presenter.lastLine.contains("r goes on at step 7 of "))
        #expect(!presenter.lastLine.contains("r resume"), "the key is told once")
        presenter.press("b", "b")
        #expect(presenter.lastLine.contains("r resume"))
        presenter.press("r")
        #expect(presenter.effects == [.resumed])
        #expect(presenter.state.talk?.step == 6)
        #expect(presenter.state.talk?.revealed == 1)
        presenter.press("r")
        #expect(presenter.lastLine.contains("no talk has broken off"))
        // At once, without a key: the offer does not come to light when the notice goes.
        var state = presenter.state
        state.offer(Resumption(step: 3, revealed: 0))
        #expect(state.resumeTalk() == [.resumed])
        #expect(state.aside == nil)
    }
}
