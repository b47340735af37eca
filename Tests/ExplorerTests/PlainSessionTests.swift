import CaseModel
import Screen
import SeededRandom
import Testing

@testable import Explorer

/// A driver of plain mode without a console: lines go in, text comes out.
struct PlainRehearsal {
    private(set) var session: PlainSession
    private(set) var effects: [Effect] = []
    private var clock = 0
    /// What was said at the beginning.
    let beginning: String

    init(
        _ graph: CaseGraph = SmallCase.graph, language: LanguageChoice = .english, lines: Int = 0,
        columns: Int = 80
    ) {
        var state = State(graph, language: language, size: Size(columns: 80, rows: 24))
        state.load(.notebook(Notebook()))
        session = PlainSession(state, columns: columns, lines: lines)
        beginning = session.begin()
    }

    /// Types lines; returns what is said after the last one.
    @discardableResult mutating func say(_ lines: String...) -> String { say(lines) }

    mutating func say(_ lines: [String]) -> String {
        var said = ""
        for line in lines {
            let effects = session.take(line)
            self.effects += effects
            for case .keep(let changes) in effects {
                clock += 1
                guard case .notebook(var notebook) = session.state.notebookAvailability,
                    let date = PartialDate("2026-11-23"), let moment = Timestamp(date: date, second: clock)
                else { continue }
                for change in changes { notebook.apply(change, at: moment) }
                session.state.note(.notebook(notebook))
            }
            said = session.announcement()
        }
        return said
    }

    mutating func beginFollowing() { session.state.beginFollowing() }

    mutating func present(tour: Int) {
        session.state.present(tour: tour)
        _ = session.announcement()
    }

    mutating func follow(_ position: TalkPosition) -> String {
        session.state.follow(position)
        return session.announcement()
    }
}

/// The explorer line by line.
@Suite struct PlainSessionTests {
    @Test func `it begins with the case, the panes with their questions, and what is selected`() {
        #expect(
            PlainRehearsal(language: .chinese).beginning == """
                小案例
                输入数字选择一项，“帮助”列出命令，“退出”结束。
                第 1 栏，共识，3 项
                  为什么协作？
                第 2 栏，组织，3 项；与所选一项相连：有据 1，牵强 1
                第 3 栏，行动，6 项；与所选一项相连：牵强 1
                支持闯新路，A new path
                  直接，支持闯新路（日期不详） 到 协作需要，有来源，促成：提出要求
                  尚无证据，来源 1，链接 1

                """)
    }

    @Test func `a number selects the item of a pane, and says why it is where it is`() {
        var plain = PlainRehearsal()
        let list = plain.say("list")
        #expect(list.contains("1. A new path"))
        #expect(plain.say("2").hasPrefix("Plan of the circle"))
        #expect(plain.session.prompt == "Consensus, Plan of the circle: ")
        #expect(plain.say("action").contains("Coordination among equals"))
        #expect(plain.say("why").contains("works by"))
    }

    @Test func `a pin narrows the other panes, in words`() {
        var plain = PlainRehearsal()
        let said = plain.say("pin 1")
        #expect(said.contains("Pinned: A new path\nShown: direct, well founded\n"))
        #expect(said.contains("Pane 2, Organization, 1 of 3 items"))
        #expect(plain.say("v").contains("far-fetched"))
        // A kind that is there as context only has no number above its rows.
        let action = plain.say("action")
        #expect(action.contains("Action fields\n") && action.contains("Infrastructure, only as context"))
        #expect(plain.say("up").hasPrefix("Nothing is pinned\nPane 1"))
    }

    @Test func `an item is read with its links numbered, and a number follows one`() {
        var plain = PlainRehearsal()
        let page = plain.say("read prj-rail")
        #expect(page.contains("Chongqing–Guiyang railway"))
        #expect(page.contains("(link 1)"))
        #expect(page.contains("1. Opened on 25 January 2018."))
        let source = plain.say("1")
        #expect(source.contains("A report"))
        #expect(plain.say("back").contains("Chongqing–Guiyang railway"))
    }

    @Test func `a trace leads from the pin, chain by chain`() {
        var plain = PlainRehearsal()
        plain.say("pin drv-law", "read prj-rail")
        let trace = plain.say("trace")
        #expect(trace.contains("Trace, A new path to Chongqing–Guiyang railway"))
        #expect(trace.contains("1 of 1"))
        #expect(plain.say("chain").contains("There are no more chains"))
    }

    @Test func `a search lists what it finds, and a number opens it`() {
        var plain = PlainRehearsal()
        let found = plain.say("search railway")
        #expect(found.contains("1. Chongqing–Guiyang railway"))
        #expect(plain.say("1").contains("opened on 25 January 2018"))
        #expect(plain.say("/2018").hasPrefix("1 of 5\n"))
        #expect(plain.say("search zzzz").hasPrefix("Nothing matches: “zzzz” is not among the names"))
    }

    @Test func `a filter holds until it is taken off, and a mistaken one changes nothing`() {
        var plain = PlainRehearsal()
        #expect(plain.say("f kind:project").contains("Filter: kind:project, 3 items"))
        #expect(plain.say("f colour:red").contains("colour"))
        #expect(plain.session.state.browse.filter?.query == "kind:project")
        #expect(plain.say("unfilter").hasPrefix("No filter any more\nPane 1"))
        #expect(plain.session.state.browse.filter == nil)
    }

    @Test func `copying prints the text in the style that is chosen`() {
        var plain = PlainRehearsal()
        plain.say("read prj-rail")
        let list = plain.say("copy 1")
        #expect(list.contains("1. "))
        let copied = plain.say("1")
        #expect(copied.contains("Opened on 25 January 2018"))
        #expect(plain.effects.contains { if case .copy = $0 { true } else { false } })
        let named = plain.say("copy gbt7714")
        #expect(named.contains("[") && named == plain.say("copy GB/T 7714"))
    }

    @Test func `marks and notes are kept, and said`() {
        var plain = PlainRehearsal()
        #expect(plain.say("mark") == "Marked\n")
        #expect(plain.say("list").contains("1. A new path, marked\n"))
        #expect(plain.say("note Ask about the date").contains("Note kept"))
        #expect(plain.say("note").contains("Ask about the date"))
        #expect(plain.say("-").contains("Note removed"))
        #expect(plain.say("bookmark The law").contains("Bookmarked"))
        #expect(plain.say("notebook").contains("The law"))
    }

    @Test func `a list that was opened is left by an empty line`() {
        var plain = PlainRehearsal()
        plain.say("notebook", "actors")
        #expect(plain.session.prompt == "Actors 1: ")
        plain.say("")
        #expect(plain.session.prompt.hasPrefix("Consensus"))
    }

    @Test(arguments: ["matrix", "timeline", "sources", "places", "claims", "overview", "矩阵", "时间线"])
    func `every view is a list of text`(view: String) {
        var plain = PlainRehearsal()
        let said = plain.say(view)
        #expect(said.split(separator: "\n").count > 2, "\(said)")
        #expect(plain.say("all") == said || plain.say("all").hasSuffix(said))
        plain.say("1")
        #expect(plain.session.state.mode != .view(.browse))
    }

    @Test func `what is not understood gets a sentence with the names most like it`() {
        var plain = PlainRehearsal()
        #expect(plain.say("timlenie") == "“timlenie” is not understood; did you mean timeline?\n")
        #expect(plain.say("xyzzy") == "“xyzzy” is not understood; help lists the commands\n")
        #expect(plain.say("99") == "There is no 99 here; the last is 3\n")
        #expect(plain.say("open zzz").contains("neither"))
        #expect(plain.say("pin 77").contains("no 77"))
    }

    @Test func `Chinese needs no spaces and no half-width forms`() {
        var plain = PlainRehearsal(language: .chinese)
        #expect(plain.say("打开1").contains("支持闯新路"))
        #expect(plain.say("向上").contains("支持闯新路"))
        #expect(plain.say("固定2").contains("已固定：经济圈规划"))
        #expect(plain.say("搜索 铁路").contains("1. 渝贵铁路"))
        #expect(plain.say("").isEmpty)
        #expect(plain.say("？").contains("为何：为何与固定项相连"))
        #expect(plain.say("行动").contains("第 3 栏"))
    }

    @Test func `a long list comes in parts`() {
        var plain = PlainRehearsal(lines: 5)
        let first = plain.say("overview")
        #expect(first.contains("more goes on, previous goes back."))
        let second = plain.say("more")
        #expect(second != first)
        #expect(plain.say("previous") == first)
        #expect(plain.say("previous") == "Nothing comes before this\n")
        plain.say("list")
        #expect(plain.say("") != first)
    }

    @Test func `the language changes in the middle`() {
        var plain = PlainRehearsal(language: .chinese)
        #expect(plain.say("language").contains("Consensus"))
        #expect(plain.session.prompt.hasPrefix("Consensus"))
    }

    @Test func `help tells every command once, and some of them by a word`() {
        var plain = PlainRehearsal()
        let help = plain.say("help")
        for word in PlainWord.allCases { #expect(help.contains("\n\(word.names[0])")) }
        #expect(help.contains("  pin, P: pin or unpin, and stay"))
        let some = plain.say("help timeline")
        #expect(some.contains("timeline") && !some.contains("matrix"))
    }

    /// The small case with texts that hold the signs of the screen, and a claim far down a page.
    private static let signed: CaseGraph = {
        var made = SmallCase.make()
        made.sources[0].title = Text(chinese: "共识 – 行动 → 组织", english: "Consensus – action → reach")
        let rail = made.items.firstIndex { $0.id == "prj-rail" }!
        made.items[rail].title = Text(chinese: "铁路 – 史 → 2020", english: "Rail – a history → 2020")
        made.items[rail].summary = Text(
            english: "It supplies – mostly – both × 3 ? and ★ ◐ ↶ in 2019-05-01 · at 3/15.")
        for number in 1...20 {
            made.items[rail].evidence.append(
                Evidence(
                    claim: Text(english: "Claim number \(number) – \(number == 17 ? "harbour" : "or so")."),
                    source: "src-paper",
                    strength: .reported))
        }
        return CaseGraph(made)
    }()

    @Test func `texts of the case and references are heard as they stand`() {
        // As one line, whatever the width.
        func unwrapped(_ said: String) -> String {
            said.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        for language in [LanguageChoice.english, .both] {
            var plain = PlainRehearsal(Self.signed, language: language)
            let page = unwrapped(plain.say("read prj-rail"))
            #expect(page.contains("It supplies – mostly – both × 3 ? and ★ ◐ ↶ in 2019-05-01 · at 3/15."))
            #expect(page.contains("Rail – a history → 2020"))
            // The period is the program's own.
            #expect(
                page.contains(language == .english ? "May 2013 to 25 January 2018" : "2013年5月 至 2018年1月25日"))
            let copies = unwrapped(plain.say("copy"))
            #expect(copies.contains("Consensus – action → reach"))
            plain.say("", "note 1 → 2 – ★")
            #expect(unwrapped(plain.say("notebook")).contains("1 → 2 – ★"))
            #expect(unwrapped(plain.say("search supplies")).contains("supplies – mostly – both × 3 ?"))
        }
    }

    @Test func `every line of the help has a name to type, and none stands for two commands`() {
        for language in [LanguageChoice.english, .chinese] {
            var plain = PlainRehearsal(language: language, columns: 400)
            plain.say("read prj-rail")
            let help = plain.say("help")
            let names = help.split(separator: "\n").filter { $0.hasPrefix("  ") }.compactMap { line in
                line.split { ":：".contains($0) }.first.flatMap { $0.split { ",，".contains($0) }.first }
            }
            #expect(Set(names).count == names.count, "\(names)")
            #expect(!help.contains(language == .english ? "previous link or source" : "上一个链接或来源"))
            #expect(help.contains(language == .english ? "\nlink 3: " : "\n链接 3："))
        }
    }

    @Test func `a command that does not apply is not called unknown`() {
        var plain = PlainRehearsal()
        #expect(plain.say("steps") == "“steps” does not apply here; help lists the commands that do\n")
        #expect(plain.say("steps 3").contains("does not apply here"))
        var chinese = PlainRehearsal(language: .chinese)
        #expect(chinese.say("步骤").contains("用不上"))
    }

    @Test func `the list of links numbers them as the page does`() throws {
        var onPage = PlainRehearsal(Self.signed)
        onPage.say("read prj-rail")
        let page = onPage.session.state.reader?.subject
        var listed = onPage
        let lines = listed.say("links").split(separator: "\n")
        let numbers = lines.compactMap { $0.split(separator: ".").first.flatMap { Int($0) } }
        var followed = 0
        for number in numbers {
            var (first, second) = (onPage, listed)
            second.say("\(number)")
            // An address is copied; only a link inside the case leads away.
            guard let subject = second.session.state.reader?.subject, subject != page else { continue }
            first.say("link \(number)")
            #expect(first.session.state.reader?.subject == subject, "\(number)")
            followed += 1
        }
        #expect(followed > 0)
        #expect(listed.say("999").contains("There is no 999 here"))
    }

    @Test func `words that plain mode names are understood`() {
        var plain = PlainRehearsal()
        let help = plain.say("help")
        #expect(help.contains("  help, ?: ") && !help.contains("unknown"))
        #expect(help.contains("  unpin: remove last pin\n"))
        #expect(plain.say("pin 1").contains("pin again on it unpins, narrow shows more"))
        #expect(plain.say("unpin").contains("Nothing is pinned"))
        #expect(plain.say("claims").contains("by subject"))
        plain.say("read prj-rail")
        #expect(plain.say("link 1").contains("A report"))
        plain.say("back")
        let count = plain.session.state.choicesInPlainText
        #expect(plain.say("link 99") == "There is no 99 here; the last is \(count)\n")
        var chinese = PlainRehearsal(language: .chinese)
        chinese.say("read prj-rail")
        #expect(chinese.say("链接1").contains("一则报道"))
    }

    /// A list that is left has the prompt for an answer.
    @Test func `no other line is answered with silence`() {
        for language in [LanguageChoice.english, .chinese] {
            var plain = PlainRehearsal(language: language)
            let first = plain.say("1")
            #expect(!first.isEmpty)
            #expect(plain.say("1") == first, "what is selected is described again")
            for line in [
                "before", "next", "pane", "v", "v", "v", "mark", "note x", "back", "back", "up", "up", "]",
                "unfilter", "why", "open", "chain", "n", "language",
            ] {
                #expect(!plain.say(line).isEmpty, "\(line)")
            }
        }
    }

    @Test func `a pane goes by its number, as it is called`() {
        var plain = PlainRehearsal()
        #expect(plain.say("pane 3").hasPrefix("Pane 3, "))
        #expect(plain.say("pane 1").hasPrefix("Pane 1, "))
        var chinese = PlainRehearsal(language: .chinese)
        #expect(chinese.say("第 2 栏").hasPrefix("第 2 栏，"))
        #expect(chinese.say("第3栏").hasPrefix("第 3 栏，"))
    }

    @Test func `a question follows its command on one line`() {
        var plain = PlainRehearsal(Self.toured)
        plain.beginFollowing()
        let start = PlainRehearsal(Self.toured).session.state.talkPosition.place
        _ = plain.follow(TalkPosition(place: start, tour: "walk", step: 1))
        #expect(plain.say("hand Why a railway?").contains("our question is sent"))
        #expect(plain.session.state.talk?.hand?.question == "Why a railway?")
        plain.say("hand And since when?")
        #expect(plain.session.state.talk?.hand?.question == "And since when?")
        let place = plain.say("where")
        #expect(place.contains("\nStep 2 of 2: The railway\n") && !place.contains("Pane 1"))
    }

    @Test func `in a tour before goes back, and previous first through a long text`() {
        var plain = PlainRehearsal(Self.toured, lines: 5)
        plain.say("tours", "1", "next")
        #expect(plain.session.state.talk?.revealed == 1)
        plain.say("before")
        #expect(plain.session.state.talk?.revealed == 0)
        plain.say("steps", "2", "all", "more", "previous")
        #expect(plain.session.state.talk?.step == 1)
        plain.say("previous")
        #expect(plain.session.state.talk?.step == 0)
    }

    @Test func `the name of a pane lists it, also from within`() {
        var plain = PlainRehearsal()
        #expect(plain.say("consensus").hasPrefix("Pane 1, Consensus"))
        #expect(plain.say("consensus").contains("1. A new path"))
        var follower = PlainRehearsal(Self.toured)
        follower.beginFollowing()
        let place = PlainRehearsal(Self.toured).session.state.talkPosition.place
        _ = follower.follow(TalkPosition(place: place, tour: "walk", step: 0))
        #expect(follower.say("consensus").hasPrefix("Off the path\nPane 1"))
    }

    @Test(arguments: ["goto prj-rail", "prj-rail", ":prj-rail"])
    func `going to an item describes it, also when one is there`(line: String) {
        var plain = PlainRehearsal()
        for _ in 0..<2 {
            let said = plain.say(line)
            #expect(said.hasPrefix("Chongqing–Guiyang railway") && !said.contains("Pane 3"), "\(said)")
        }
    }

    @Test func `a claim and a match are read from where they stand, and the page from its beginning`() {
        var plain = PlainRehearsal(Self.signed, lines: 6)
        let opened = plain.say("search harbour", "1").split(separator: "\n")
        #expect(opened.prefix(3).contains { $0.contains("Claim number 17") }, "\(opened)")
        #expect(opened.contains { $0.contains("Rail – a history") })
        #expect(plain.say("previous").contains("Claim number 15"))
        let whole = plain.say("all")
        #expect(whole.contains("Rail – a history") && whole.contains("It supplies"))
    }

    @Test func `a follower hears the place that is pointed at, and nothing around it`() {
        var presenter = PlainRehearsal(language: .english)
        var plain = PlainRehearsal()
        plain.beginFollowing()
        presenter.say("sources")
        #expect(plain.follow(presenter.session.state.talkPosition).split(separator: "\n").count > 2)
        presenter.say("next")
        let said = plain.follow(presenter.session.state.talkPosition)
        #expect(said.hasPrefix("Points at: ") && said.split(separator: "\n").count <= 2, "\(said)")
        presenter.say("read prj-rail")
        _ = plain.follow(presenter.session.state.talkPosition)
        presenter.say("next")
        let pointed = plain.follow(presenter.session.state.talkPosition)
        #expect(pointed.hasPrefix("Points at: ") && pointed.split(separator: "\n").count <= 3, "\(pointed)")
        #expect(plain.follow(presenter.session.state.talkPosition).isEmpty)
    }

    @Test func `where says each name once`() {
        var plain = PlainRehearsal()
        #expect(plain.say("overview", "where").contains("\noverview\n"))
    }

    @Test func `quit is an order to the caller`() {
        var plain = PlainRehearsal()
        plain.say("quit")
        #expect(plain.effects == [.quit])
    }

    /// The small case with a tour of two steps.
    private static let toured: CaseGraph = {
        var made = SmallCase.make()
        var tour = Tour(id: "walk", title: Text(chinese: "走一走", english: "A walk"))
        var first = Tour.Step(headline: Text(chinese: "起点", english: "The beginning"))
        first.points = [
            Tour.Step.Point(Text(chinese: "要点一", english: "Point one")),
            Tour.Step.Point(Text(chinese: "要点二", english: "Point two")),
        ]
        var second = Tour.Step(
            headline: Text(chinese: "铁路", english: "The railway"), view: .view(.reader))
        second.at = "prj-rail"
        tour.steps = [first, second]
        made.tours = [tour]
        return CaseGraph(made)
    }()

    @Test func `a tour is walked alone, a point at a time, and left where it was begun`() {
        var plain = PlainRehearsal(Self.toured)
        #expect(plain.say("tours").contains("1. A walk"))
        #expect(plain.say("1").hasPrefix("Step 1 of 2: The beginning\n"))
        #expect(plain.session.prompt == "step 1 of 2: ")
        #expect(plain.say("next") == "  Point one\n")
        #expect(plain.say("") == "  Point two\n")
        #expect(
            plain.say("").hasPrefix("Step 2 of 2: The railway\nShowing: read, Chongqing–Guiyang railway\n"))
        #expect(plain.say("next") == "This is the last step\n")
        #expect(plain.say("previous").contains("Point two"))
        #expect(plain.say("2").hasPrefix("Step 2 of 2"))
        #expect(plain.say("all").contains("1. Opened on 25 January 2018."))
        #expect(plain.say("q").hasPrefix("The tour has ended\n"))
        #expect(plain.session.prompt.hasPrefix("Consensus"))
    }

    @Test func `a presented tour is left for a link of the page at its step, and for the panes`() {
        var plain = PlainRehearsal(Self.toured)
        plain.present(tour: 0)
        #expect(plain.say("link 1").contains("othing can be chosen by number here"), "the title has no page")
        #expect(plain.say("2").hasPrefix("Step 2 of 2: The railway\n"))
        #expect(plain.say("link 9999").contains("here is no 9999 here"))
        #expect(plain.session.prompt == "step 2 of 2: ")
        plain.say("link 1")
        #expect(plain.session.state.talk?.isOnPath == false && plain.session.state.talk?.step == 1)
        plain.say("explore")
        #expect(plain.session.prompt == "step 2 of 2: ")
        #expect(plain.say("up").contains("Off the path"))
        #expect(plain.session.state.openView == .browse && plain.session.state.talk?.isOnPath == false)
        #expect(plain.effects == [])
    }

    @Test func `a talk that is followed is announced once for each change`() {
        var plain = PlainRehearsal(Self.toured)
        plain.beginFollowing()
        let place = PlainRehearsal(Self.toured).session.state.talkPosition.place
        func position(_ step: Int, _ revealed: Int, isBlank: Bool = false) -> TalkPosition {
            TalkPosition(place: place, tour: "walk", step: step, revealed: revealed, isBlank: isBlank)
        }
        #expect(plain.follow(position(0, 0)).hasPrefix("Step 1 of 2: The beginning\n"))
        #expect(plain.follow(position(0, 0)).isEmpty)
        #expect(plain.follow(position(0, 1)) == "  Point one\n")
        #expect(plain.follow(position(0, 1, isBlank: true)) == "The talk is paused\n")
        #expect(plain.follow(position(1, 0)).hasPrefix("Step 2 of 2: The railway\n"))
        // Reading on one's own leaves the path, and `explore` returns to where the talk is by then.
        #expect(plain.say("timeline").hasPrefix("Off the path\ntimeline\n"))
        #expect(plain.follow(position(0, 2)).isEmpty)
        #expect(plain.say("explore").contains("Point two"))
        #expect(
            plain.say("hand") == "Type a line of question; an empty line raises your hand without one\n")
        #expect(plain.say("").contains("Your hand is raised"))
    }

    @Test func `a hand without anybody who presents says so, with or without a question`() {
        var plain = PlainRehearsal(language: .english)
        for line in ["hand", "hand Why a railway?"] {
            #expect(plain.say(line).contains("o seminar is open here"))
        }
    }

    @Test func `no sign is left without its word`() {
        let signs: Set<Character> = [
            "●", "◐", "○", "↶", "◆", "★", "☆", "→", "←", "↑", "↓", "·", "•", "─", "│", "▌", "▇", "×", "›",
            "⌂", "»", "↩",
            "\u{1B}",
        ]
        for language in [LanguageChoice.chinese, .english, .both] {
            var plain = PlainRehearsal(language: language)
            var said = plain.beginning
            for line in [
                "list", "pin 1", "v", "v", "why", "read prj-rail", "trace", "overview", "matrix", "timeline",
                "sources", "claims", "network", "places", "help", "where", "mark prj-rail", "notebook",
                "panes",
            ] {
                said += plain.say(line)
            }
            #expect(said.filter { signs.contains($0) }.isEmpty, "\(said.filter { signs.contains($0) })")
        }
    }

    @Test(arguments: 0..<10) func `no sequence of lines traps, and the same lines say the same`(seed: UInt64)
    {
        func play() -> String {
            var random = Seeded(seed: seed)
            var plain = PlainRehearsal(language: seed % 2 == 0 ? .english : .chinese, lines: 7, columns: 30)
            let words =
                PlainWord.allCases.flatMap(\.names) + Command.allCases.flatMap(\.names)
                + [
                    "", "1", "2", "3", "7", "0", "-1", "99999999999999999999", "-", "prj-rail", "src-news",
                    "/", "：", "渝",
                    "👩‍👩‍👧", "\u{1B}[2J", "kind:project", "\u{301}", "x", "o", "v", "[", "]", "<", ">", "n", "N",
                ]
            var said = ""
            for _ in 0..<150 {
                let first = words.randomElement(using: &random) ?? ""
                let second =
                    Bool.random(using: &random) ? " " + (words.randomElement(using: &random) ?? "") : ""
                if ["quit", "exit", "退出", "q", "qa", "q!"].contains(first) { continue }
                said += plain.say(first + second)
            }
            return said
        }
        let said = play()
        #expect(said == play())
        #expect(!said.contains("\u{1B}"))
    }
}
