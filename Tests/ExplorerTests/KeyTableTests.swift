import BundledCase
import CaseModel
import Screen
import Testing

@testable import Explorer

@Suite struct KeyTableTests {
    @Test(arguments: Mode.allCases)
    func `no key has two meanings in a mode, and no command two rows`(mode: Mode) {
        let rows = KeyTable.rows(in: mode)
        let keys = rows.flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
        #expect(Set(rows.map(\.command)).count == rows.count)
        #expect(!rows.isEmpty)
    }

    @Test func `every command is bound or listed as unbound`() {
        let bound = Set(KeyTable.rows.map(\.command))
        #expect(bound.union(KeyTable.unbound) == Set(Command.allCases))
        #expect(bound.isDisjoint(with: KeyTable.unbound))
    }

    @Test(arguments: ViewName.allCases)
    func `every command of a view has a key that is no letter`(view: ViewName) {
        // A Chinese input method intercepts letters; the help, opened with F1, can run the remaining commands.
        #expect(KeyTable.row(for: .function(1), in: .view(view))?.command == .program(.help))
        #expect(KeyTable.row(for: .function(10), in: .view(view))?.command == .close)
    }

    @Test(arguments: ListName.allCases)
    func `no key for typing is a command in a list`(list: ListName) {
        let keys = KeyTable.rows(in: .list(list)).flatMap(\.keys)
        #expect(!keys.contains { if case .character = $0 { true } else { false } })
    }

    @Test(arguments: Mode.allCases)
    func `help lists exactly the rows of its mode, under headings, and finds each`(mode: Mode) {
        let state = Rehearsal().state
        let help = HelpList(of: mode)
        let entries = help.entries("", in: state)
        let listed = entries.indices.map { entries[$0] }
        let rows = KeyTable.rows(in: mode)
        let labels = listed.filter { !$0.isHeading || !$0.label.isEmpty }.map(\.label)
        #expect(
            listed.filter { !$0.isHeading }.map(\.label) == rows.map(\.label),
            "Enter runs each that can be selected")
        let legend = Legend(of: mode, in: state)?.entries ?? []
        #expect(labels.suffix(rows.count) == rows.map(\.label)[...])
        #expect(Set(labels.dropLast(rows.count)) == Set(legend.map { $0.sign.phrase(in: .chinese) }))
        // Panes and traces have the meaning of their signs above the keys, under a heading of its own.
        let headings = listed.count { $0.isHeading && $0.text.first?.style == Theme.heading }
        let hasSigns = mode == .view(.browse) || mode == .view(.trace)
        #expect(headings == Set(rows.map(\.group)).count + (hasSigns ? 1 : 0))
        #expect(listed.first?.isHeading == true)
        for row in rows {
            let found = help.entries(row.title.english ?? "", in: state)
            #expect(found.indices.contains { found[$0].label == row.label }, "\(row.title)")
        }
    }

    @Test(arguments: Mode.allCases)
    func `the hints of a mode belong to its rows`(mode: Mode) {
        for row in KeyTable.hints(in: mode).joined() { #expect(row.modes.contains(mode)) }
        #expect(!KeyTable.hints(in: mode).isEmpty)
    }

    /// Some states of the bundled case in a view: as it opens, and with a pin, a filter and search results.
    private func samples(of view: ViewName) throws -> [Rehearsal] {
        var plain = Rehearsal(try Self.graph.get(), columns: 80, rows: 24)
        plain.keep()
        let key = KeyTable.row(of: .view(view), in: .view(view == .browse ? .reader : .browse))?.keys.first
        plain.show(try #require(plain.state.graph.position(of: "prj-chongqing-guiyang-railway")))
        var rich = plain
        if let key { plain.press(key) }
        rich.press(.enter, "/")
        rich.type("铁路")
        rich.press(.enter, "q", "f")
        rich.type("rail")
        rich.press(.enter, "z")
        if let key { rich.press(key) }
        var moved = plain
        moved.press(.down, .tab, .down, "+", "J")
        var early = plain
        early.press(.home)
        var folded = plain
        if view == .browse { folded.press("_") }
        return [plain, moved, rich, early, folded]
    }

    private static let graph = Result { CaseGraph(try BundledCase.open()) }

    @Test(arguments: ViewName.allCases)
    func `every row of a view has an effect or explains why not`(view: ViewName) throws {
        let samples = try samples(of: view)
        for sample in samples { #expect(sample.state.mode == .view(view)) }
        for row in KeyTable.rows(in: .view(view)) {
            #expect(samples.contains { responds(to: row.command, in: $0) }, "\(row.title) in \(view)")
        }
    }

    @Test func `every row of a list, an editor and a talk has an effect or explains why not`() throws {
        var reading = Rehearsal(columns: 80, rows: 16)
        reading.keep()
        reading.show(try #require(SmallCase.graph.position(of: "prj-rail")))
        reading.press("r", " ", "b", .enter)
        var samples: [Rehearsal] = []
        let keys: [Key] = ["?", ":", "/", .function(11), "f", "y", "u", "'", "i", "b"]
        // The small case has no tours.
        let openings =
            keys.map { (reading, $0) } + [(Rehearsal(CaseGraph(try BundledCase.open())), Key.character("O"))]
        for (before, key) in openings {
            var open = before
            open.press(key)
            samples.append(open)
            var low = open
            low.press(.down, .down, .down)
            samples.append(low)
            low.press(.pageDown)
            samples.append(low)
            open.type("a")
            open.press(.left)
            samples.append(open)
            open.press(.right)
            samples.append(open)
            if open.state.editor != nil {
                open.press(.control("o"), "b", .up)
                samples.append(open)
            }
        }
        var copied = reading
        copied.press("y")
        copied.type("bibtex [1")
        copied.press(.enter)
        copied.resize(columns: 20, rows: 6)
        samples.append(copied)
        copied.press(.pageDown)
        samples.append(copied)
        var searched = reading
        searched.press(.function(11))
        searched.type("rail")
        searched.press(.enter, .function(11))
        samples.append(searched)
        searched.type("a")
        searched.press(.down)
        samples.append(searched)
        searched.press(.pageDown)
        samples.append(searched)
        var chosen = Rehearsal()
        chosen.open([0, 1, 2], title: "Cell")
        samples.append(chosen)
        chosen.press(.down)
        samples.append(chosen)
        chosen.type("a")
        samples.append(chosen)
        chosen.press(.left)
        samples.append(chosen)
        var axes = Rehearsal(MatrixCase.graph)
        axes.press("4", "x")
        samples.append(axes)
        axes.press(.down)
        samples.append(axes)
        axes.type("a")
        samples.append(axes)
        axes.press(.left)
        samples.append(axes)
        let graph = try Self.graph.get()
        var presenter = Rehearsal(graph, columns: 24, rows: 8)
        // The step with most points is longer than the screen once all are revealed.
        let tour = try #require(graph.case.tours.firstIndex { $0.id == "seminar" })
        presenter.present(tour: tour)
        let steps = graph.case.tours[tour].steps
        let longest = try #require(steps.indices.max { steps[$0].points.count < steps[$1].points.count })
        presenter.goTo(step: longest)
        presenter.press([Key](repeating: " ", count: steps[longest].points.count))
        samples.append(presenter)
        presenter.press(.up)
        samples.append(presenter)
        presenter.press("o")
        samples.append(presenter)
        presenter.press(.down)
        samples.append(presenter)
        presenter.press(.pageDown)
        samples.append(presenter)
        presenter.type("1")
        samples.append(presenter)
        presenter.press(.left)
        samples.append(presenter)
        var pointing = Rehearsal(graph)
        pointing.present(tour: tour)
        pointing.goTo(step: try #require(steps.firstIndex { $0.view == .view(.reader) }))
        samples.append(pointing)
        var led = Rehearsal(graph)
        led.follow(pointing.state.talkPosition)
        samples.append(led)
        pointing.press("J", .tab, .tab)
        samples.append(pointing)
        led.press("J")
        samples.append(led)
        var follower = Rehearsal()
        follower.keep()
        follower.follow(TalkPosition(place: follower.state.viewpoint.encoded(in: SmallCase.graph)))
        samples.append(follower)
        var asking = follower
        asking.press("h")
        samples.append(asking)
        asking.type("why here")
        samples.append(asking)
        asking.press(.left)
        samples.append(asking)
        var asked = Rehearsal(graph)
        asked.present(tour: tour)
        asked.seminar = OpenSeminar(
            name: "x", hands: (1...40).map { .init(number: $0, minute: $0, question: "question \($0)") })
        asked.offer(Resumption(step: 1, revealed: 0))
        samples.append(asked)
        asked.press("h")
        samples.append(asked)
        asked.press(.down)
        samples.append(asked)
        asked.press(.pageDown)
        samples.append(asked)
        asked.type("1")
        samples.append(asked)
        asked.press(.left)
        samples.append(asked)
        for mode in Mode.allCases {
            if case .view = mode { continue }
            // The speaker's screen is tested separately, since it needs a board.
            if mode == .speaker { continue }
            let here = samples.filter { $0.state.mode == mode }
            #expect(!here.isEmpty, "no sample of \(mode)")
            for row in KeyTable.rows(in: mode) {
                #expect(here.contains { responds(to: row.command, in: $0) }, "\(row.title) in \(mode)")
            }
        }
    }

    /// True if a command changes the picture or viewpoint, causes an effect, or shows a notice.
    private func responds(to command: Command, in sample: Rehearsal) -> Bool {
        var state = sample.state
        state.notice = nil
        let (picture, place) = (view(state), state.viewpoint)
        let effects = update(&state, with: command)
        return !effects.isEmpty || state.notice != nil || state.viewpoint != place
            || view(state) != picture
    }

    @Test(arguments: ViewName.allCases)
    func `a printable key of other views gets a notice`(view: ViewName) throws {
        let sample = try samples(of: view)[0]
        let keys = Set(KeyTable.rows.flatMap(\.keys) + ["~", "Z", "%"])
        for key in keys where KeyTable.row(for: key, in: .view(view)) == nil {
            guard case .character = key else { continue }
            var rehearsal = sample
            let place = rehearsal.state.viewpoint
            rehearsal.press(key)
            #expect(rehearsal.state.viewpoint == place)
            #expect(rehearsal.picture.contains("这里 \(key.label) 没有作用"), "\(key)")
        }
    }

    @Test func `the last line of an open list has its hints`() throws {
        var reading = Rehearsal(language: .english)
        reading.keep()
        reading.press("r", " ")
        let expected: [(Key, [String], [String])] = [
            ("?", ["Enter run", "Esc back"], ["quit", "read"]),
            ("/", ["Enter stay", "Esc back"], ["quit", "help"]),
            (.function(11), ["Enter open", "Esc back"], ["quit", "help"]),
            (":", ["Enter go there", "Esc back"], ["quit", "help"]),
            ("f", ["Enter filter", "Tab complete", "Esc back"], ["quit", "help"]),
            ("y", ["Enter copy and leave the text", "Esc back"], ["quit", "help"]),
            ("'", ["Enter go there", "Del remove/restore", "Esc back"], ["quit", "help"]),
            ("i", ["Enter save", "Ctrl-O new line", "Esc back"], ["quit", "help"]),
            ("b", ["Enter save", "Esc back"], ["new line", "quit", "help"]),
        ]
        for (key, wanted, unwanted) in expected {
            for (columns, rows) in [(80, 24), (80, 6)] {
                var rehearsal = reading
                rehearsal.press(key)
                rehearsal.resize(columns: columns, rows: rows)
                let last = rehearsal.lastLine
                for part in wanted { #expect(last.contains(part), "\(key) at \(rows): \(last)") }
                for part in unwanted { #expect(!last.contains(part), "\(key) at \(rows): \(last)") }
            }
        }
    }

    @Test func `unavailable commands explain themselves, and no phrase names a key without effect`() {
        var rehearsal = Rehearsal(columns: 200, language: .english)
        rehearsal.press(.escape)
        #expect(rehearsal.lastLine.contains("nothing is pinned"))
        rehearsal.press("v")
        #expect(rehearsal.lastLine.contains("nothing is pinned; Enter pins"))
        rehearsal.press("+")
        #expect(rehearsal.lastLine.contains("nothing is folded here"))
        rehearsal.press("F")
        #expect(rehearsal.lastLine.contains("there is no filter; f sets one"))
        rehearsal.press("n")
        #expect(rehearsal.lastLine.contains("nothing has been found yet; / searches"))
        rehearsal.press("9", "t")
        #expect(rehearsal.lastLine.contains("no item is selected here"))
        rehearsal.press("9")
        #expect(rehearsal.lastLine.contains("that view already"))
        rehearsal.press("q", "f")
        rehearsal.type("zzzz")
        rehearsal.press(.enter)
        #expect(rehearsal.picture.contains("F removes it"))
        #expect(!rehearsal.picture.contains("last pin"), "nothing is pinned")
    }

    @Test func `the keys that close or quit say which they do`() {
        var rehearsal = Rehearsal(language: .english)
        #expect(rehearsal.lastLine.contains("q quit"))
        #expect(!rehearsal.lastLine.contains("unpin"), "nothing is pinned")
        rehearsal.press(.enter)
        #expect(rehearsal.lastLine.contains("Pinned (◆)"), "the first pin says what has happened")
        rehearsal.press(.down)
        #expect(rehearsal.lastLine.contains("Esc unpin"))
        rehearsal.press("r")
        #expect(rehearsal.lastLine.contains("q close"))
        #expect(!rehearsal.lastLine.contains("quit"))
        for key: Key in ["4", "5", "6", "7", "8", "9"] {
            rehearsal.press(key)
            #expect(rehearsal.lastLine.contains("q close") && rehearsal.lastLine.contains("? help"), "\(key)")
        }
    }
}
