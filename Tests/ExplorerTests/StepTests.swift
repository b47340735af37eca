import BundledCase
import CaseModel
import Screen
import SeededRandom
import Testing

@testable import Explorer

/// Steps that point: what they put on the screen, and what a point does when it is revealed.
@Suite struct StepTests {
    private static let bundled = Result { try BundledCase.open() }

    /// The bundled case with a tour of these steps alone.
    private func presenting(
        _ steps: [Tour.Step], columns: Int = 80, rows: Int = 24, language: LanguageChoice = .chinese
    ) throws -> Rehearsal {
        var content = try Self.bundled.get()
        var tour = Tour(id: "made", title: Text("made"))
        tour.steps = steps
        content.tours = [tour]
        var rehearsal = Rehearsal(CaseGraph(content), columns: columns, rows: rows, language: language)
        rehearsal.present(tour: 0)
        return rehearsal
    }

    private func step(_ view: ViewName, at: String? = nil, _ change: (inout Tour.Step) -> Void = { _ in })
        -> Tour.Step
    {
        var step = Tour.Step(headline: Text(chinese: "一句话", english: "one sentence"), view: .view(view))
        step.at = at.map { ID($0) }
        change(&step)
        return step
    }

    /// An item of the bundled case with many claims.
    private func muchClaimed() throws -> Item {
        try #require(try Self.bundled.get().items.max { $0.evidence.count < $1.evidence.count })
    }

    /// The text of the view behind a step in one line, without blanks.
    private func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    @Test func `a step is at any entity`() throws {
        let content = try Self.bundled.get()
        let place = try #require(content.places.last { $0.latitude != nil })
        let (source, actor) = (content.sources[40], content.actors[5])
        let rehearsals = try [
            step(.reader, at: place.id.text), step(.reader, at: source.id.text),
            step(.reader, at: actor.id.text),
        ].map { try presenting([$0], columns: 120, rows: 40) }
        for (rehearsal, title) in zip(rehearsals, [place.title, source.title, actor.title]) {
            let words = try #require(title.chinese)
            #expect(letters(rehearsal.picture).contains(letters(words)))
        }
        let map = try presenting([step(.map, at: place.id.text)])
        #expect(try map.chart(MapChart.self).selected == map.state.graph.number(of: place.id))
        let table = try presenting([step(.sources, at: source.id.text)])
        let chosen = try table.chart(SourcesChart.self).choice(in: table.state.chartContext)
        guard case .subject(.entity(.source(40))) = chosen else {
            Issue.record("\(chosen)")
            return
        }
        #expect(table.picture.contains(try #require(source.title.chinese).prefix(6)))
    }

    @Test func `a cell, an order, a filter and pins are those of the step`() throws {
        let content = try Self.bundled.get()
        let graph = CaseGraph(content)
        let axes = graph.standardAxes
        let row = try #require(graph.values(of: axes.rows).last)
        let matrix = try presenting([
            step(.matrix) { $0.cell = Tour.Step.Cell(row: row.id, column: "none") },
            step(.matrix) { $0.cell = Tour.Step.Cell(row: row.id) },
        ])
        #expect(try matrix.chart(MatrixChart.self).row == .value(row.id))
        #expect(try matrix.chart(MatrixChart.self).column == MatrixLine.none)
        var total = matrix
        total.goTo(step: 1)
        #expect(try total.chart(MatrixChart.self).column == .all)
        let sources = try presenting([step(.sources) { $0.order = "date" }])
        #expect(try sources.chart(SourcesChart.self).order == .date)
        let driver = try #require(content.items.first)
        let narrowed = try presenting([
            step(.browse) {
                $0.pins = [driver.id]
                $0.filter = "kind:project"
            }
        ])
        #expect(narrowed.pins == [driver.id])
        #expect(narrowed.state.browse.filter?.query == "kind:project")
        let broken = try presenting([step(.browse) { $0.filter = "nothing:at all" }])
        #expect(broken.state.browse.filter == nil)
    }

    @Test func `a trace leads from where the step says`() throws {
        let graph = CaseGraph(try Self.bundled.get())
        let railway = try #require(graph.position(of: "prj-chongqing-guiyang-railway"))
        var chains = TracedChains(graph, to: railway, from: nil)
        let chain = chains.chain(4)
        let fifth = try #require(chain)
        let start = graph.item(fifth.items[0])
        let trace = try presenting(
            [step(.trace, at: "prj-chongqing-guiyang-railway") { $0.from = start.id }], columns: 120, rows: 50
        )
        #expect(trace.state.reader?.subject == .trace(railway, from: fifth.items[0], chain: 0))
        #expect(trace.picture.contains(try #require(start.title.chinese)))
    }

    @Test(arguments: [(80, 24), (120, 40), (60, 20), (40, 20)])
    func `a point that is revealed scrolls to its claim and marks it, on every screen`(
        columns: Int, rows: Int
    )
        throws
    {
        let item = try muchClaimed()
        let last = item.evidence.count
        let told = step(.reader, at: item.id.text) {
            $0.points = [
                Tour.Step.Point(Text(chinese: "甲", english: "first"), evidence: last),
                Tour.Step.Point(Text(chinese: "乙", english: "second")),
                Tour.Step.Point(Text(chinese: "丙", english: "third"), evidence: 1),
            ]
        }
        var presenter = try presenting([told], columns: columns, rows: rows)
        let before = presenter.picture
        var seen: [String] = []
        for claim in [last, last, 1] {
            presenter.press(" ")
            seen.append(presenter.picture)
            #expect(presenter.state.reader?.target == presenter.state.target(ofClaim: claim))
            for language in LanguageChoice.allCases {
                var follower = Rehearsal(presenter.state.graph, columns: 80, rows: 24, language: language)
                follower.follow(presenter.state.talkPosition)
                let page = try #require(follower.state.layout.page)
                let reader = try #require(follower.state.reader)
                #expect(page.shows(reader.target, from: reader.top), "\(claim) in \(language)")
                let lines = try #require(reader.target.flatMap(page.claim(ofTarget:)))
                let first = page.lines[lines.lowerBound].spans.map(\.text).joined()
                #expect(first.contains("\(claim). "))
                #expect(follower.picture.contains("▌ \(first)") || follower.picture.contains("▌\(first)"))
            }
        }
        #expect(seen[0] != before)
        for claim in [last, last] {
            presenter.press(.left)
            #expect(presenter.state.reader?.target == presenter.state.target(ofClaim: claim))
        }
        presenter.press(.left)
        #expect(presenter.picture == before)
    }

    @Test func `the claim in focus stays in view in another size and language`() throws {
        let item = try muchClaimed()
        let told = step(.reader, at: item.id.text) { $0.evidence = item.evidence.count - 1 }
        var presenter = try presenting([told])
        for (columns, rows) in [(40, 16), (200, 60), (60, 20), (80, 24)] {
            presenter.resize(columns: columns, rows: rows)
            presenter.press(.function(2))
            let (page, reader) = (presenter.state.layout.page, presenter.state.reader)
            #expect(page?.shows(reader?.target, from: reader?.top ?? 0) == true, "\(columns)×\(rows)")
        }
    }

    /// A step in every view with all that steps can point at.
    private func pointed(_ view: ViewName) throws -> Tour.Step {
        let item = try muchClaimed()
        let content = try Self.bundled.get()
        return step(view, at: view == .map ? content.places[7].id.text : item.id.text) { step in
            step.points = (0..<3).map { number in
                Tour.Step.Point(
                    Text(chinese: "要点\(number)", english: "point \(number)"),
                    evidence: view == .reader ? number + 2 : nil)
            }
            switch view {
            case .reader: step.evidence = item.evidence.count
            case .trace: step.from = content.items[1].id
            case .matrix: step.cell = Tour.Step.Cell(row: "none", column: "none")
            case .sources: step.order = "date"
            case .browse: step.pins = [content.items[0].id]
            case .overview, .chart: step.filter = "kind:project"
            }
        }
    }

    @Test(arguments: ViewName.allCases, 0..<4 as Range<UInt64>)
    func `on the path a follower's frame equals the presenter's, wherever the eye is`(
        view: ViewName, seed: UInt64
    ) throws {
        var random = Seeded(seed: seed &* 7_907 &+ 3)
        let (columns, rows) = [(80, 24), (120, 40), (60, 20), (200, 60)][Int(seed)]
        var presenter = try presenting([try pointed(view)], columns: columns, rows: rows)
        let keys: [Key] = ["J", "K", .tab, .backTab, " ", .left, .down, .up]
        var pressed: [Key] = []
        for _ in 0..<24 {
            var follower = Rehearsal(presenter.state.graph, columns: columns, rows: rows)
            follower.follow(presenter.state.talkPosition)
            let (own, others) = (presenter.grid, follower.grid)
            for row in 0..<rows - 1 {
                let isSame = (0..<columns).allSatisfy { own[row, $0] == others[row, $0] }
                #expect(isSame, "after \(pressed.map(\.label))\n\(presenter.picture)\n\(follower.picture)")
                if !isSame { return }
            }
            #expect(follower.state.encodedPosition == presenter.state.encodedPosition)
            let key = try #require(keys.randomElement(using: &random))
            pressed.append(key)
            presenter.press(key)
        }
    }

    @Test func `steps that mean what the case cannot show are remarked on`() throws {
        let item = try muchClaimed()
        let shown = step(.reader, at: item.id.text) {
            $0.points = [Tour.Step.Point(Text("last"), evidence: item.evidence.count)]
        }
        let unseen = step(.matrix, at: item.id.text) {
            $0.points = [Tour.Step.Point(Text("one"), evidence: 1)]
        }
        let wrong = step(.sources) {
            ($0.filter, $0.order, $0.viewpoint) = ("nothing:at", "sideways", "%")
        }
        let made = try presenting([shown, unseen, wrong]).state.graph
        #expect(made.stepRemarks.map(\.step) == [1, 2, 2, 2])
        #expect(made.stepRemarks.map(\.part) == [.point(0), .filter, .order, .viewpoint])
        #expect(made.stepRemarks.map(\.isMistake) == [false, true, true, true])
        #expect(CaseGraph(try Self.bundled.get()).stepRemarks.isEmpty)
    }

    @Test func `a number is that of a step, also where a headline holds it`() throws {
        let steps = (0..<3).map { number in step(.sources) { $0.headline = Text("2018, part \(3 - number)") }
        }
        var presenter = try presenting(steps)
        presenter.press("o")
        presenter.type("3")
        presenter.press(.enter)
        #expect(presenter.state.talk?.step == 2)
    }

    @Test func `the view behind a step scrolls, for the presenter and for a follower`() throws {
        let item = try muchClaimed()
        var presenter = try presenting([step(.reader, at: item.id.text)])
        let top = presenter.picture
        var follower = Rehearsal(presenter.state.graph)
        follower.follow(presenter.state.talkPosition)
        follower.press("J", "J")
        #expect(follower.picture != top && follower.state.talk?.isOnPath == true)
        follower.press("K", "K")
        presenter.press("J")
        let scrolled = presenter.picture
        #expect(scrolled != top)
        follower.follow(presenter.state.talkPosition)
        #expect(follower.state.reader?.top == presenter.state.reader?.top)
        presenter.press("K")
        #expect(presenter.picture == top)
    }
}
