import BundledCase
import CaseModel
import Screen
import SeededRandom
import Testing

@testable import Explorer

/// The follower's screen: at the same size and in the same language it equals the presenter's, in every view.
@Suite struct FollowingTests {
    private static let bundled = Result { CaseGraph(try BundledCase.open()) }
    private static let sizes = [(200, 60), (80, 24), (120, 40), (40, 10), (60, 20), (24, 8), (3, 3), (0, 0)]

    /// A frame without its last line, where presenter and follower have different hints.
    private func seen(_ rehearsal: Rehearsal) -> [[Cell]] {
        let grid = rehearsal.grid
        return (0..<max(0, grid.size.rows - 1)).map { row in
            (0..<grid.size.columns).map { grid[row, $0] }
        }
    }

    /// The encoded position without the first rows of the panes: a heading that stays on top hides whether the row
    /// under it or itself is the first.
    private func position(of rehearsal: Rehearsal) -> [Substring] {
        rehearsal.state.encodedPosition.split(separator: "&").filter { !$0.hasPrefix("tops=") }
    }

    private func expectSameFrame(_ follower: Rehearsal, as presenter: Rehearsal, _ keys: [Key]) {
        guard seen(follower) != seen(presenter) else { return }
        Issue.record(
            "after \(keys.map(\.label)): \(presenter.state.encodedPosition)\n\(presenter.picture)\n\(follower.picture)"
        )
    }

    /// The keys with an effect on a view's contents.
    private static func keys(in mode: Mode) -> [Key] {
        KeyTable.rows(in: mode).filter { row in
            switch row.command {
            case .move, .chart, .reading, .back, .travel: true
            case .pane(let command): mode == .view(.browse) && command != .first
            case .enter, .close, .view, .find, .note, .talk, .program, .list, .editor, .pager: false
            }
        }.flatMap(\.keys)
    }

    private func any<Element>(_ choices: [Element], _ random: inout Seeded) throws -> Element {
        try #require(choices.randomElement(using: &random))
    }

    /// A presenter with pins or a filter, chosen at random.
    private func presenter(_ graph: CaseGraph, _ random: inout Seeded) throws -> Rehearsal {
        let size = try any(Self.sizes, &random)
        var presenter = Rehearsal(
            graph, columns: size.0, rows: size.1, language: try any(LanguageChoice.allCases, &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: presenter.press("2", .down, .down, .enter)
        case 1:
            presenter.press("f")
            presenter.type(try any(["kind:project", "place:綦江", "year:2018..2022", "铁路"], &random))
            presenter.press(.enter)
        case _: break
        }
        for _ in 0..<Int.random(in: 0..<12, using: &random) {
            presenter.press(try any([.down, .tab, .pageDown, .right, .end, .up] as [Key], &random))
        }
        return presenter
    }

    private func key(of view: ViewName) throws -> Key {
        if view == .browse { return "1" }
        return try #require(KeyTable.rows.first { $0.command == .view(view) }?.keys.first)
    }

    @Test(arguments: ViewName.allCases, 0..<6 as Range<UInt64>)
    func `followers see everything that happens in a view`(view: ViewName, seed: UInt64) throws {
        let graph = try Self.bundled.get()
        var random = Seeded(seed: seed &* 7919 &+ 11)
        var presenter = try presenter(graph, &random)
        var pressed = [try key(of: view)]
        presenter.press(pressed)
        let size = presenter.state.size
        var follower = Rehearsal(
            graph, columns: size.columns, rows: size.rows, language: presenter.state.language)
        var translated = Rehearsal(
            graph, columns: size.columns, rows: size.rows, language: presenter.state.language.next)
        for number in 0..<32 {
            if number % 4 == 0 {
                let place = presenter.state.talkPosition
                follower.follow(place)
                expectSameFrame(follower, as: presenter, pressed)
                #expect(position(of: follower) == position(of: presenter))
                translated.follow(place)
                var now = presenter
                // One more change of the language gives a follower in another one the presenter's.
                while translated.state.language != presenter.state.language { translated.press(.function(2)) }
                switch presenter.state.reader?.subject {
                case .chart?: expectSameFrame(translated, as: now, pressed)
                case nil: if now.state.browse.detailTop == 0 { expectSameFrame(translated, as: now, pressed) }
                case _?: #expect(translated.state.reader?.target == now.state.reader?.target)
                }
                now.press(.function(2))
                translated.press(.function(2))
            }
            let key = try any(Self.keys(in: presenter.state.mode), &random)
            pressed.append(key)
            presenter.press(key)
            // A list, such as that of the axes, is the presenter's own.
            if case .list = presenter.state.mode { presenter.press(.escape) }
        }
        var late = Rehearsal(
            graph, columns: size.columns, rows: size.rows, language: presenter.state.language)
        late.follow(presenter.state.talkPosition)
        expectSameFrame(late, as: presenter, pressed)
    }

    @Test func `followers see every step of a tour`() throws {
        let graph = try Self.bundled.get()
        for tour in graph.case.tours.indices {
            var presenter = Rehearsal(graph)
            presenter.present(tour: tour)
            for step in graph.case.tours[tour].steps.indices {
                presenter.goTo(step: step)
                presenter.press(" ")
                var follower = Rehearsal(graph)
                follower.follow(presenter.state.talkPosition)
                expectSameFrame(follower, as: presenter, [])
            }
        }
    }

    @Test func `a step without an item opens the bibliography at its top`() throws {
        var made = try Self.bundled.get().case
        made.tours[0].steps.append(Tour.Step(headline: Text("sources"), view: .view(.sources)))
        var rehearsal = Rehearsal(CaseGraph(made))
        rehearsal.present(tour: 0)
        rehearsal.goTo(step: made.tours[0].steps.count - 1)
        let rows = rehearsal.state.chartContext.sourceRows(order: .cited, form: nil)
        let chart = try rehearsal.chart(SourcesChart.self)
        #expect(chart.choice(in: rehearsal.state.chartContext).source == rows.numbers.first)
    }
}

extension ChartChoice {
    fileprivate var source: Int? {
        if case .subject(.entity(.source(let number))) = self { number } else { nil }
    }
}

/// Encoded viewpoints: those of version 1, from bookmarks and older presenters, and present ones.
@Suite struct EncodingTests {
    /// Viewpoints of the small case as encoded in version 1, and as encoded now.
    static let samples = [
        (
            "view=browse&pins=drv-law,org-plan&selected=drv-law,org-plan,prj-rail&focus=2&filter=rail%20%E6%B8%9D",
            "v=2&view=browse&pins=drv-law,org-plan&selected=drv-law,org-plan,prj-rail&focus=2&filter=rail%20%E6%B8%9D"
        ),
        (
            "view=reader&at=prj-rail&selected=drv-law,org-plan,prj-rail&focus=2",
            "v=2&view=reader&at=prj-rail&selected=drv-law,org-plan,prj-rail&focus=2"
        ),
        (
            "view=trace&at=prj-rail&chain=1&selected=drv-law,org-plan,prj-rail&focus=2",
            "v=2&view=trace&at=prj-rail&chain=1&selected=drv-law,org-plan,prj-rail&focus=2"
        ),
        ("source=src-news&selected=drv-law,,&focus=0", "v=2&source=src-news&selected=drv-law,,&focus=0"),
        ("place=plc-qijiang&selected=drv-law,,&focus=0", "v=2&place=plc-qijiang&selected=drv-law,,&focus=0"),
        ("actor=act-drc&selected=drv-law,,&focus=0", "v=2&actor=act-drc&selected=drv-law,,&focus=0"),
        ("view=overview&selected=drv-law,,&focus=0", "v=2&view=overview&selected=drv-law,,&focus=0"),
        (
            "view=matrix&landmark=status%20mode%20evidence%20%3Doperating%20%2B&selected=drv-law,,&focus=0",
            "v=2&view=matrix&rows=status&columns=mode&order=evidence&row=%3Doperating&column=%2B&selected=drv-law,,&focus=0"
        ),
        (
            "view=timeline&landmark=prj-rail%203%20735000&selected=drv-law,,&focus=0",
            "v=2&view=timeline&at=prj-rail&zoom=3&left=735000&selected=drv-law,,&focus=0"
        ),
        (
            "view=map&landmark=plc-qijiang%20province%202%2012000%20-3400&selected=drv-law,,&focus=0",
            "v=2&view=map&at=plc-qijiang&order=province&zoom=2&centre=12000,-3400&selected=drv-law,,&focus=0"
        ),
        (
            "view=network&selected=,arr-pact,&focus=1",
            "v=2&view=network&mode=actors&through=arrangements&order=level&selected=,arr-pact,&focus=1"
        ),
        (
            "view=sources&landmark=date/news/src-news&selected=drv-law,,&focus=0",
            "v=2&view=sources&order=date&type=news&at=src-news&selected=drv-law,,&focus=0"
        ),
        ("view=claims&selected=drv-law,,&focus=0", "v=2&view=claims&order=item&selected=drv-law,,&focus=0"),
    ]

    @Test(arguments: samples)
    func `both versions decode to the same viewpoint`(old: String, new: String) throws {
        let state = Rehearsal().state
        for words in [old, new] {
            let viewpoint = try #require(Viewpoint(encoded: words, in: state))
            #expect(viewpoint.encoded(in: state.graph) == new)
        }
    }

    @Test func `every view has a sample`() {
        for view in ViewName.allCases {
            #expect(Self.samples.contains { $0.1.contains("view=\(view.rawValue)&") }, "\(view.rawValue)")
        }
    }

    @Test(arguments: [
        "landmark=field%20nothing%20listed%20%2B%20%2B", "landmark=", "landmark=field%20mode", "landmark=zz",
        "landmark=field%20mode%20sideways%20%2B%20%2B", "landmark=x%20items%2099%209%20-9", "landmark=//",
        "v=2&row=%25&column=&top=-&rows=nothing&columns=", "v=2&at=x&zoom=-4&centre=1,2,3&order=",
        "v=2&at=actor:x&partner=item:&mode=sideways", "v=9&type=nothing&top=src-x&line=9.9.9&target=-3",
        "v=2&centre=\(Int.max),\(Int.min)&zoom=\(Int.max)", "v=2&tops=x,kind:x&strip=\(Int.max)&full=all",
    ])
    func `encodings with unknown values are harmless in any view`(words: String) {
        for view in ViewName.allCases {
            var rehearsal = Rehearsal()
            rehearsal.follow(TalkPosition(place: "\(words)&view=\(view.rawValue)&selected=drv-law,,"))
            #expect(rehearsal.grid.size == rehearsal.state.size)
            rehearsal.press(.down, .tab, "+", "o", .enter)
            #expect(rehearsal.grid.size == rehearsal.state.size)
        }
    }

    @Test func `a bookmark of version 1 is recognised at its viewpoint`() throws {
        var rehearsal = Rehearsal()
        rehearsal.press("8", "o")
        let fields = rehearsal.state.viewpoint.encoded(in: rehearsal.state.graph).split(separator: "&")
        #expect(fields.contains("order=date") && fields.contains("at=src-paper"))
        let place =
            "view=sources&landmark=date//src-paper&"
            + fields.drop { !$0.hasPrefix("selected=") }.joined(separator: "&")
        var notebook = Notebook()
        let date = try #require(PartialDate("2026-11-20"))
        let moment = try #require(Timestamp(date: date, second: 0))
        notebook.apply(.bookmark(place: place, title: "The papers", entity: nil), at: moment)
        rehearsal.keep(notebook)
        rehearsal.press("b")
        #expect(rehearsal.picture.contains("The papers"))
    }

    @Test func `every chart is registered under its own name`() {
        for name in ChartName.allCases { #expect(name.chart.name == name) }
    }
}

@Suite struct ChartCacheTests {
    @Test func `a table is made once for each key`() {
        let cache = ChartCache()
        var made: [Int] = []
        for key in [1, 1, 2, 1, 3, 2] {
            let table = cache.table(for: key) {
                made.append(key)
                return "table \(key)"
            }
            #expect(table == "table \(key)")
        }
        #expect(made == [1, 2, 3])
        #expect(cache.table(for: 1) { 7 } == 7, "tables of different types keep apart")
    }

    @Test func `charts with the same choices are equal`() {
        var rehearsal = Rehearsal()
        for name in ChartName.allCases {
            rehearsal.press("3")
            let context = rehearsal.state.chartContext
            let (one, other) = (
                Chart(name.chart.init(opening: context)), Chart(name.chart.init(opening: context))
            )
            #expect(one == other && one.hashValue == other.hashValue)
            for further in ChartName.allCases where further != name {
                #expect(Chart(further.chart.init(opening: context)) != one)
            }
        }
        var matrix = MatrixChart(opening: rehearsal.state.chartContext)
        let before = matrix
        matrix.move(.last, in: rehearsal.state.chartContext)
        #expect(matrix != before)
    }
}
