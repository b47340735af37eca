import BundledCase
import CaseModel
import GoldenSupport
import Screen
import SeededRandom
import Testing

@testable import Explorer

@Suite struct TalkTests {
    private static func bundled() throws -> CaseGraph { CaseGraph(try BundledCase.open()) }

    private func talking(
        _ tour: ID<Tour> = "five-minutes", columns: Int = 80, rows: Int = 24,
        language: LanguageChoice = .chinese
    ) throws -> Rehearsal {
        let graph = try Self.bundled()
        let number = try #require(graph.case.tours.firstIndex { $0.id == tour })
        var rehearsal = Rehearsal(graph, columns: columns, rows: rows, language: language)
        rehearsal.present(tour: number)
        return rehearsal
    }

    @Test(arguments: [(80, 24), (200, 60), (40, 20), (20, 6)], [LanguageChoice.chinese, .english])
    func picture(size: (Int, Int), language: LanguageChoice) throws {
        var rehearsal = try talking(columns: size.0, rows: size.1, language: language)
        let name = "\(size.0)x\(size.1)-\(language == .chinese ? "zh" : "en")"
        rehearsal.press(" ", " ")
        try expect(rehearsal.picture, matchesFile: "talk-page-\(name)", in: "Pictures")
        rehearsal.press(" ", " ", " ", " ")
        try expect(rehearsal.picture, matchesFile: "talk-panel-\(name)", in: "Pictures")
    }

    @Test(arguments: [" ", .right, .pageDown, "n", .enter] as [Key])
    func `every key of a remote control reveals all points and steps in order, none twice`(key: Key) throws {
        var rehearsal = try talking()
        let tour = try #require(rehearsal.state.graph.case.tours.first { $0.id == "five-minutes" })
        for (number, step) in tour.steps.enumerated() {
            for revealed in 0...step.points.count {
                #expect(rehearsal.state.talk?.step == number)
                #expect(rehearsal.state.talk?.revealed == revealed)
                rehearsal.press(key)
            }
        }
        #expect(rehearsal.picture.contains("已是最后一步"))
    }

    @Test(arguments: [.left, .pageUp, "p", .backspace] as [Key])
    func `the keys back go the same way`(key: Key) throws {
        var rehearsal = try talking()
        var way: [Talk?] = []
        for _ in 0..<12 {
            way.append(rehearsal.state.talk)
            rehearsal.press(" ")
        }
        for talk in way.reversed() {
            rehearsal.press(key)
            #expect(rehearsal.state.talk?.step == talk?.step)
            #expect(rehearsal.state.talk?.revealed == talk?.revealed)
        }
    }

    @Test func `nothing of a step is lost: the rest can be scrolled to`() throws {
        for tour in try Self.bundled().case.tours {
            for (columns, rows) in [(80, 24), (40, 20), (24, 8)] {
                var rehearsal = try talking(tour.id, columns: columns, rows: rows)
                for step in tour.steps {
                    for _ in step.points { rehearsal.press(" ") }
                    var seen = ""
                    for _ in 0..<16 { rehearsal.press(.up) }
                    for _ in 0..<16 {
                        seen += letters(rehearsal.picture)
                        rehearsal.press(.down)
                    }
                    for text in [step.headline] + step.points.map(\.text) {
                        for part in text.localized(in: .chinese).split(whereSeparator: { !$0.isLetter }) {
                            // Words may be broken over two lines, characters may not.
                            for character in part { #expect(seen.contains(character), "\(text)") }
                        }
                    }
                    rehearsal.press(" ")
                }
            }
        }
    }

    /// A presenter at the step with the longest points below a view, all revealed.
    private func overflowing(columns: Int = 80, rows: Int = 24) throws -> Rehearsal {
        let steps = try Self.bundled().case.tours.flatMap { tour in
            tour.steps.enumerated().map { (tour: tour.id, number: $0, step: $1) }
        }
        func length(_ step: Tour.Step) -> Int {
            step.points.reduce(0) { $0 + $1.text.localized(in: .chinese).count }
        }
        let longest = try #require(
            steps.filter { $0.step.view != .title }.max { length($0.step) < length($1.step) })
        var rehearsal = try talking(longest.tour, columns: columns, rows: rows)
        rehearsal.goTo(step: longest.number)
        for _ in longest.step.points { rehearsal.press(" ") }
        return rehearsal
    }

    @Test func `the newest point stays visible when the screen is resized`() throws {
        var rehearsal = try overflowing()
        for (columns, rows) in [(40, 12), (30, 10), (80, 24)] {
            rehearsal.resize(columns: columns, rows: rows)
            let talk = try #require(rehearsal.state.talk)
            let page = try #require(rehearsal.state.layout.step)
            let lines = page.lines(revealed: talk.revealed)
            let last = lines.last?.map(\.text).joined() ?? ""
            #expect(!last.isEmpty && rehearsal.picture.contains(last), "at \(columns)×\(rows)")
        }
    }

    @Test func `a page behind a step keeps its place at every size in between`() throws {
        var rehearsal = try talking("seminar")
        let count = rehearsal.state.stepCount
        var pages = 0
        for step in 0..<count {
            rehearsal.goTo(step: step)
            rehearsal.press(" ", "J", "J")
            guard rehearsal.state.reader != nil else { continue }
            pages += 1
            let picture = rehearsal.picture
            for (columns, rows) in [(1, 1), (3, 2), (200, 3), (80, 24)] {
                rehearsal.resize(columns: columns, rows: rows)
            }
            #expect(rehearsal.picture == picture, "step \(step)")
        }
        #expect(pages > 1)
    }

    @Test func `a follower in a short window scrolls to the headline without leaving the path`() throws {
        let presenter = try overflowing()
        var follower = Rehearsal(try Self.bundled(), columns: 40, rows: 12)
        follower.follow(presenter.state.talkPosition)
        let newest = follower.picture
        let page = try #require(follower.state.layout.step)
        let headline = try #require((page.headline + page.lines(revealed: 0)).first?.map(\.text).joined())
        try #require(page.lines(revealed: 99).count > page.text.rows, "the text must not fit")
        for _ in 0..<40 { follower.press(.up) }
        #expect(follower.picture.contains(headline))
        let first = try #require(page.lines(revealed: 1).first?.map(\.text).joined())
        #expect(follower.picture.contains(first))
        #expect(follower.state.talk?.isOnPath == true)
        for _ in 0..<40 { follower.press(.down) }
        #expect(follower.picture == newest)
        follower.resize(columns: 200, rows: 60)
        follower.press(.up)
        #expect(follower.state.talk?.isOnPath == false, "where everything fits the key moves")
    }

    private func letters(_ text: String) -> String { text.filter(\.isLetter) }

    @Test func `one key leaves the path, every key of the panes works there, one key returns`() throws {
        var rehearsal = try talking()
        for _ in 0..<6 { rehearsal.press(" ") }
        let onPath = rehearsal.picture
        for way: [Key] in [["e"], [.escape]] {
            rehearsal.press(way)
            #expect(rehearsal.picture.contains("已离开讲解路线 e↩"))
            rehearsal.press("3", .down, .enter, "t", "8", "/")
            rehearsal.type("铁路")
            rehearsal.press(.enter)
            rehearsal.press("e")
            #expect(rehearsal.picture == onPath)
        }
    }

    @Test func `the list of steps finds them by number and by headline`() throws {
        var rehearsal = try talking()
        rehearsal.press("o")
        rehearsal.type("3")
        rehearsal.press(.enter)
        #expect(rehearsal.state.talk?.step == 2)
        rehearsal.press("G")
        let headline = try #require(rehearsal.state.graph.case.tours[0].steps.last?.headline.chinese)
        rehearsal.type(headline)
        rehearsal.press(.enter)
        #expect(rehearsal.state.step?.headline.chinese == headline)
    }

    @Test func `a blank screen says so, and the next key shows the same step again`() throws {
        var rehearsal = try talking()
        rehearsal.press(" ")
        let before = rehearsal.picture
        for key: Key in ["b", "."] {
            rehearsal.press(key)
            let words = rehearsal.picture.split(separator: "\n").map { $0.filter { $0 != " " } }
            #expect(words.dropLast().filter { !$0.isEmpty } == ["讲解暂停"])
            #expect(rehearsal.lastLine.contains("下一步"))
            rehearsal.press(" ")
            #expect(rehearsal.picture == before)
        }
    }

    @Test func `each step shows its view at its item`() throws {
        for tour in try Self.bundled().case.tours {
            var rehearsal = try talking(tour.id)
            for (number, step) in tour.steps.enumerated() {
                rehearsal.goTo(step: number)
                guard let at = step.at else { continue }
                #expect(rehearsal.selected?.text == at.text, "\(tour.id) \(number)")
                #expect(rehearsal.state.viewpoint.pins.isEmpty)
            }
        }
    }

    @Test func `a follower sees the talk's position in another size and language, whenever it joins`()
        throws
    {
        var presenter = try talking("seminar", columns: 200, rows: 60)
        var follower = Rehearsal(try Self.bundled(), columns: 40, rows: 20, language: .english)
        for press in 0..<60 {
            presenter.press(" ")
            follower.follow(presenter.state.talkPosition)
            var late = Rehearsal(try Self.bundled(), columns: 40, rows: 20, language: .english)
            late.follow(presenter.state.talkPosition)
            #expect(late.picture == follower.picture, "after \(press + 1) presses")
            #expect(isAtSamePlace(follower, as: presenter))
        }
    }

    /// However both are scrolled, since their sizes differ.
    private func isAtSamePlace(_ one: Rehearsal, as other: Rehearsal) -> Bool {
        var (here, there) = (one.state.talkPosition, other.state.talkPosition)
        here.place = one.state.viewpoint.encoded(in: one.state.graph)
        there.place = other.state.viewpoint.encoded(in: other.state.graph)
        return here == there
    }

    @Test func `a movement key takes a follower off the path, and e returns to the talk`()
        throws
    {
        var presenter = try talking("seminar")
        var follower = Rehearsal(try Self.bundled())
        follower.follow(presenter.state.talkPosition)
        presenter.press("o")
        presenter.type("4")
        presenter.press(.enter)
        follower.follow(presenter.state.talkPosition)
        follower.press(.end)
        #expect(follower.state.talk?.isOnPath == false)
        #expect(follower.picture.contains("已离开讲解路线 e↩"))
        #expect(follower.lastLine.contains("e 回到讲解"))
        let wandered = follower.picture
        presenter.press(" ")
        follower.follow(presenter.state.talkPosition)
        #expect(follower.picture == wandered)
        follower.press("e")
        #expect(follower.state.talkPosition == presenter.state.talkPosition)
    }

    @Test func `what is refused takes no follower off the path`() throws {
        var follower = Rehearsal(try Self.bundled(), language: .english)
        follower.follow(try talking("seminar").state.talkPosition)
        follower.press("O")
        #expect(follower.state.talk?.isOnPath == true)
        #expect(follower.lastLine.contains("this screen follows a talk"))
        follower.press("F")
        #expect(follower.state.talk?.isOnPath == true)
    }

    @Test func `the list of steps opens at the present one`() throws {
        var presenter = try talking("seminar")
        presenter.press("o", "4", .enter, "o")
        #expect(presenter.state.picker?.selected == 3)
        presenter.press(.down, .enter)
        #expect(presenter.state.talk?.step == 4)
        presenter.press("o", "1", .backspace, .enter)
        #expect(presenter.state.talk?.step == 4, "also when what was typed is gone")
    }

    @Test(arguments: ViewName.allCases)
    func `off the path Enter has its usual meaning`(view: ViewName) throws {
        let presenter = try talking("seminar")
        var follower = Rehearsal(try Self.bundled())
        var explorer = follower
        follower.follow(presenter.state.talkPosition)
        explorer.follow(presenter.state.talkPosition)
        explorer.stopFollowing()
        let key = KeyTable.row(of: .view(view), in: .view(.browse))?.keys.first
        for keys: [Key] in [[key ?? "1"], [.down], [.enter]] {
            follower.press(keys)
            explorer.press(keys)
            #expect(follower.state.talk?.isOnPath == false)
            #expect(follower.state.viewpoint == explorer.state.viewpoint)
            #expect(follower.state.mode == explorer.state.mode)
        }
    }

    @Test(arguments: [(80, 24), (80, 5), (200, 60)])
    func `a follower's last line is the explorer's if the talk is at no step`(columns: Int, rows: Int) throws
    {
        let away = Text(chinese: "没有人在讲", english: "nobody presents under this name")
        let aside = Text(chinese: "区域设置", english: "about the locale")
        var follower = Rehearsal(try Self.bundled(), columns: columns, rows: rows, language: .english)
        follower.follow(TalkPosition(place: follower.state.viewpoint.encoded(in: follower.state.graph)))
        #expect(follower.lastLine.contains("e explore"))
        #expect(follower.lastLine.contains("h hand"))
        #expect(follower.lastLine.contains("? help"))
        follower.remark(nil, aside: aside)
        #expect(follower.lastLine.contains("the presenter explores"))
        #expect(follower.lastLine.contains("? help"), "it takes no key's place")
        follower.remark(away, aside: aside)
        #expect(follower.lastLine.contains("nobody presents under this name"))
        #expect(!follower.lastLine.contains("about the locale"))
        follower.press("h", .enter)
        #expect(follower.lastLine.contains("not sent yet; it is sent when the presenter is there"))
    }

    @Test(arguments: [LanguageChoice.chinese, .english])
    func `followers are told that the presenter explores`(language: LanguageChoice) throws {
        var presenter = try talking("seminar")
        presenter.press(" ", "e", "4")
        var follower = Rehearsal(try Self.bundled(), language: language)
        follower.remark(nil, aside: Text(chinese: "区域设置", english: "about the locale"))
        follower.follow(presenter.state.talkPosition)
        let words = language == .chinese ? "讲解者在自由浏览" : "the presenter explores"
        #expect(follower.lastLine.contains(words))
        #expect(!follower.lastLine.contains("区域设置") && !follower.lastLine.contains("locale"))
        presenter.press("e")
        follower.follow(presenter.state.talkPosition)
        #expect(!follower.picture.contains(words))
    }

    @Test func `a remark about the locale goes with the first key`() {
        var rehearsal = Rehearsal(language: .english)
        rehearsal.remark(nil, aside: Text(chinese: "区域设置", english: "about the locale"))
        #expect(rehearsal.lastLine.contains("about the locale"))
        #expect(rehearsal.lastLine.contains("q quit"))
        rehearsal.press(.down)
        #expect(!rehearsal.lastLine.contains("about the locale"))
    }

    @Test func `a hand is raised at the displayed item, and lowered`() throws {
        let presenter = try talking()
        var follower = Rehearsal(try Self.bundled())
        follower.follow(presenter.state.talkPosition)
        follower.press("h", .enter)
        #expect(follower.state.talk?.hand == RaisedHand(serial: 1))
        #expect(follower.lastLine.contains("✋"))
        follower.press(.function(2))
        while follower.state.language != .chinese { follower.press(.function(2)) }
        #expect(follower.lastLine.contains("✋ 已举手"), "the sign stays when the notice has gone")
        follower.press("h")
        #expect(follower.state.talk?.hand == nil)
        #expect(!follower.lastLine.contains("✋"))
    }

    @Test(arguments: [
        "", "x", "view=", "view=browse", "selected=,,&view=matrix&landmark=zz", "view=trace&at=nothing",
        "selected=a,b,c,d,e&focus=99", "view=reader&at=%", "pins=%ff&view=browse",
        "chain=-7&view=trace&at=drv-law",
        "filter=%22&view=browse", "source=nothing&selected=",
    ])
    func `encodings with unknown values are harmless`(words: String) {
        var rehearsal = Rehearsal()
        rehearsal.follow(TalkPosition(place: words, tour: "no-tour", step: -3, revealed: 99))
        rehearsal.follow(TalkPosition(place: words, tour: nil, step: .max, revealed: .min))
        #expect(rehearsal.grid.size == rehearsal.state.size)
    }

    @Test func `randomly damaged encodings are harmless at any size`() throws {
        let graph = try Self.bundled()
        var random = Seeded(seed: 61)
        func any(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
        // Real encodings from the whole case.
        var presenter = Rehearsal(graph, columns: 100, rows: 30)
        var said: [TalkPosition] = []
        for tour in graph.case.tours.indices {
            presenter.present(tour: tour)
            for step in graph.case.tours[tour].steps.indices {
                presenter.goTo(step: step)
                said.append(presenter.state.talkPosition)
            }
        }
        for key: Key in ["e", "4", "5", "6", "7", "8", "9", "t", "r"] {
            presenter.press(key, .down)
            said.append(presenter.state.talkPosition)
        }
        let sizes = [(0, 0), (1, 1), (40, 10), (80, 24), (200, 60)]
        for round in 0..<250 {
            var place = said[any(said.count)]
            var bytes = Array(place.place.utf8)
            for _ in 0..<any(6) where !bytes.isEmpty {
                let at = any(bytes.count)
                switch any(6) {
                case 0: bytes[at] = UInt8(0x20 + any(95))
                case 1: bytes.remove(at: at)
                case 2: bytes.insert(contentsOf: "=&,%-9".utf8.suffix(1 + any(6)), at: at)
                case 3: bytes.swapAt(at, any(bytes.count))
                case 4: bytes += Array(said[any(said.count)].place.utf8.suffix(any(60)))
                case _: bytes.insert(contentsOf: "99999999999999999999".utf8, at: at)
                }
            }
            place.place = String(decoding: bytes, as: UTF8.self)
            place.step = [place.step, -1, .max, .min, any(99)][any(5)]
            place.revealed = [place.revealed, -1, .max, .min, any(99)][any(5)]
            if any(4) == 0 { place.tour = [nil, "", "no-tour", place.tour][any(4)] }
            let size = sizes[round % sizes.count]
            var follower = Rehearsal(graph, columns: size.0, rows: size.1, language: .english)
            follower.follow(said[any(said.count)])
            if any(3) == 0 { follower.press(.down) }
            follower.follow(place)
            #expect(follower.grid.size == follower.state.size)
            follower.press(.enter)
            #expect(follower.grid.size == follower.state.size)
        }
    }
}
