import BundledCase
import CaseModel
import GoldenSupport
import Screen
import SeededRandom
import Testing

@testable import Explorer

/// The drawing of the network: a position for each node, and the ties of one at a time.
@Suite struct NetworkChartTests {
    private let graph = BorderCase.graph

    private func opened(
        _ graph: CaseGraph = BorderCase.graph, columns: Int = 80, rows: Int = 24,
        language: LanguageChoice = .chinese, at id: ID<Item>? = nil
    ) -> Rehearsal {
        var rehearsal = Rehearsal(graph, columns: columns, rows: rows, language: language)
        if let position = id.flatMap({ graph.position(of: $0) }) { rehearsal.show(position) }
        rehearsal.press("7")
        return rehearsal
    }

    /// The open chart.
    private func chart(_ rehearsal: Rehearsal) throws -> NetworkChart {
        try rehearsal.chart(NetworkChart.self)
    }

    private func cursor(_ rehearsal: Rehearsal) throws -> String? {
        try chart(rehearsal).scene(in: rehearsal.state.chartContext).cursor.map { node in
            switch node {
            case .actor(let number): rehearsal.state.graph.case.actors[number].id.text
            case .item(let position): rehearsal.state.graph.item(position).id.text
            }
        }
    }

    @Test(arguments: [
        (80, 24, LanguageChoice.chinese), (80, 24, .english), (200, 60, .chinese), (40, 10, .chinese),
    ])
    func `pictures`(columns: Int, rows: Int, language: LanguageChoice) throws {
        var rehearsal = opened(columns: columns, rows: rows, language: language)
        let suffix = "-\(columns)x\(rows)-\(language)"
        try expect(rehearsal.picture, matchesFile: "network" + suffix, in: "Pictures")
        rehearsal.press(.tab)
        try expect(rehearsal.picture, matchesFile: "network-partner" + suffix, in: "Pictures")
        rehearsal.press("x")
        try expect(rehearsal.picture, matchesFile: "network-items" + suffix, in: "Pictures")
        rehearsal.press("x", "X", "o")
        try expect(rehearsal.picture, matchesFile: "network-degree" + suffix, in: "Pictures")
    }

    @Test func `the selection and its partners differ without colour`() throws {
        try expect(
            opened(columns: 72, rows: 16).grid.picture(marking: true), matchesFile: "network-styles-72x16-zh",
            in: "Pictures")
        try expect(
            opened(language: .english).grid.drawn(in: .ascii).description,
            matchesFile: "network-ascii-80x24-en",
            in: "Pictures")
    }

    @Test func `it opens at the node with most partners, or at an actor of the item`() throws {
        #expect(try cursor(opened()) == "act-east")
        #expect(try cursor(opened(at: "arr-counties")) == "act-east-county")
    }

    @Test func `its figures do not depend on how it was opened`() throws {
        let ids: [ID<Item>?] = [nil, "arr-counties", "prj-market"]
        let figures = try ids.map { id in
            let rehearsal = opened(at: id)
            return try chart(rehearsal).scene(in: rehearsal.state.chartContext).figures
        }
        #expect(Set(figures).count == 1)
    }

    @Test(arguments: [
        ("bridg", "跨方的参与者"), ("compon", "连通分支"), ("中心势", "弗里曼"), ("●9", "共同参与"), ("component of", "所在分支"),
        ("合作方", "最多"),
    ])
    func `each figure is explained in the help, and found by its name in either language`(
        typed: String, found: String
    ) {
        var rehearsal = opened()
        rehearsal.press("?")
        rehearsal.type(typed)
        #expect(rehearsal.picture.contains(found), "\(rehearsal.picture)")
    }

    @Test func `every figure on the screen has an entry in the help`() throws {
        for key: Key? in [nil, "x"] {
            var rehearsal = opened()
            if let key { rehearsal.press(key) }
            let legend = try #require(Legend(of: rehearsal.state.mode, in: rehearsal.state))
            for figure in NetworkScene(try chart(rehearsal), in: rehearsal.state.chartContext).figures {
                #expect(
                    legend.entries.contains { figure.hasPrefix($0.sign.phrase(in: .chinese) + " ") },
                    "\(figure)")
            }
        }
    }

    @Test func `arrows move within a side and across`() throws {
        var rehearsal = opened()
        rehearsal.press(.down)
        #expect(try cursor(rehearsal) == "act-east-drc")
        rehearsal.press(.right)
        #expect(try cursor(rehearsal) == "act-west-drc")
        rehearsal.press(.right, .end)
        #expect(try cursor(rehearsal) == "act-rail")
        rehearsal.press(.right, .down)
        #expect(try cursor(rehearsal) == "act-rail")
        rehearsal.press(.home, .up)
        #expect(try cursor(rehearsal) == "act-ministry")
        rehearsal.press(.left)
        #expect(try cursor(rehearsal) == "act-west")
    }

    @Test func `Tab goes through the partners and wraps around`() throws {
        var rehearsal = opened()
        var walked: [String] = []
        for _ in 0..<5 {
            rehearsal.press(.tab)
            walked.append(try #require(try cursor(rehearsal)))
        }
        #expect(walked == ["act-west", "act-north", "act-rail", "act-ministry", "act-west"])
        rehearsal.press(.backTab, .backTab)
        #expect(try cursor(rehearsal) == "act-rail")
        rehearsal.press(.up)
        #expect(try chart(rehearsal).partner == nil, "an arrow leaves the partner for its neighbour")
    }

    @Test func `a node without partners says so`() throws {
        var rehearsal = opened(at: "arr-court")
        #expect(try cursor(rehearsal) == "act-east-court")
        rehearsal.press(.tab)
        #expect(rehearsal.state.notice == Strings.noPartner)
    }

    @Test func `Enter opens the actor's page, or the item's`() throws {
        var rehearsal = opened()
        rehearsal.press(.enter)
        #expect(rehearsal.state.reader?.subject == .actor(0))
        rehearsal.press(.escape)
        #expect(try cursor(rehearsal) == "act-east", "the way back leads to the chart as it was")
        rehearsal.press("x", .enter)
        #expect(rehearsal.state.reader?.subject == .item(1))
    }

    @Test func `x switches to the actor's items, and the panes follow`() throws {
        var rehearsal = opened()
        rehearsal.press("x")
        #expect(try cursor(rehearsal) == "arr-pact")
        rehearsal.press(.down)
        let here = try #require(try cursor(rehearsal))
        #expect(rehearsal.selected?.text == here)
        rehearsal.press("x")
        #expect(try chart(rehearsal).mode == .actors)
    }

    @Test func `a pin or filter that excludes everything is explained`() throws {
        var rehearsal = opened()
        rehearsal.press("q", "P", "7")
        #expect(try cursor(rehearsal) == nil)
        #expect(rehearsal.picture.contains("没有写明参与者"))
        rehearsal.press(.down, .tab, "x", "X", "o", .enter)
        #expect(rehearsal.state.notice == Strings.noNetwork)
    }

    @Test
    func `each node has one position, in the column of its side and the band of its level`() {
        for mode in Cooperation.Mode.allCases {
            for order in [NetworkLayers.Order.level, .degree] {
                let cooperation = graph.cooperation(through: .both)
                let layers = NetworkLayers(cooperation, of: mode, in: graph, order: order)
                let drawn = layers.columns.indices.flatMap(layers.nodes(in:))
                #expect(Set(drawn) == Set(cooperation.takingPart(mode)))
                #expect(drawn.count == Set(drawn).count)
                for node in drawn {
                    let spot = layers.spot(of: node)
                    #expect(spot.map { layers.columns[$0.column] } == .some(cooperation.side(of: node)))
                    guard order == .level, let line = spot?.line else { continue }
                    let band = layers.lines[...line].last { if case .band = $0 { true } else { false } }
                    #expect(band == cooperation.level(of: node, in: graph).map { .band($0) })
                }
            }
        }
    }

    @Test func `within a band nodes with more partners are higher`() {
        let cooperation = graph.cooperation(through: .both)
        let layers = NetworkLayers(cooperation, of: .actors, in: graph, order: .level)
        for column in layers.columns.indices {
            let nodes = layers.nodes(in: column)
            for (upper, lower) in zip(nodes, nodes.dropFirst()) {
                let levels = [upper, lower].map { cooperation.level(of: $0, in: graph) }
                guard levels[0] == levels[1] else { continue }
                #expect(cooperation.degree(of: upper) >= cooperation.degree(of: lower))
            }
        }
    }

    @Test func `every visible partner is marked, and no other node`() throws {
        let graph = CaseGraph(try BundledCase.open())
        var rehearsal = opened(graph, columns: 200, rows: 120)
        rehearsal.press("X", "X")
        for _ in 0..<15 {
            rehearsal.press(.down)
            let scene = try chart(rehearsal).scene(in: rehearsal.state.chartContext)
            let columns = NetworkPlan(scene, size: rehearsal.state.chartContext.area).body.columns
            let grid = rehearsal.grid
            let marks = (0..<grid.size.rows).map { row in
                (0..<columns).count { grid[row, $0].character == Theme.near }
            }.reduce(0, +)
            #expect(marks == scene.ties.count)
        }
    }

    /// The border case with its actors on so many sides, of which one has none.
    private func sided(_ count: Int) -> CaseGraph {
        var made = graph.case
        made.manifest.sides = []
        for number in made.actors.indices {
            made.actors[number].side = number % 7 == 6 ? nil : Text("Side \(number % count + 1)")
        }
        return CaseGraph(made)
    }

    @Test(arguments: [1, 2, 5])
    func `any number of sides has a column each, of which those fit that surround the cursor`(count: Int)
        throws
    {
        for (columns, rows) in [(80, 24), (200, 60)] {
            var rehearsal = opened(sided(count), columns: columns, rows: rows, language: .english)
            rehearsal.press("X", "X", .end)
            let picture = rehearsal.picture
            let suffix = "-\(columns)x\(rows)"
            try expect(picture, matchesFile: "network-sides-\(count)" + suffix, in: "Pictures")
            let scene = try chart(rehearsal).scene(in: rehearsal.state.chartContext)
            #expect(scene.layers.columns == (0..<count).map { $0 } + [nil])
            for _ in 0...count {
                rehearsal.press(.right)
                let scene = try chart(rehearsal).scene(in: rehearsal.state.chartContext)
                let plan = NetworkPlan(scene, size: rehearsal.state.chartContext.area)
                let here = try #require(scene.cursor.flatMap(scene.layers.spot))
                #expect(plan.columns[here.column] != nil)
                #expect(plan.columns.count == min(count + 1, columns > 100 ? 6 : 3))
            }
        }
    }

    @Test func `the same case makes the same picture`() throws {
        let pictures = try (0..<3).map { _ in
            opened(CaseGraph(try BundledCase.open()), columns: 120, rows: 40).picture
        }
        #expect(Set(pictures).count == 1)
    }

    @Test(arguments: [(0, 0), (1, 1), (2, 2), (5, 3), (10, 1), (1, 10), (25, 8), (71, 13), (300, 100)])
    func `no size traps`(columns: Int, rows: Int) throws {
        for language in LanguageChoice.allCases {
            var rehearsal = opened(columns: columns, rows: rows, language: language)
            for keys: [Key] in [[], [.tab], ["x"], ["X"], ["o"], [.end]] {
                rehearsal.press(keys)
                #expect(rehearsal.grid.size == Size(columns: columns, rows: rows))
            }
        }
    }

    @Test(arguments: UInt64(0)..<6)
    func `no key loses the selection`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        var rehearsal = opened(CaseGraph(try BundledCase.open()))
        let keys: [Key] = [
            .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .tab, .backTab, "x", "X", "o", "+",
            "-",
            "0", "<", ">", "J", "K", .function(2),
        ]
        for _ in 0..<80 {
            if Int.random(in: 0..<8, using: &random) == 0 {
                rehearsal.resize(
                    columns: Int.random(in: 0...220, using: &random),
                    rows: Int.random(in: 0...70, using: &random))
            } else {
                rehearsal.press(keys.randomElement(using: &random) ?? .up)
            }
            let scene = try chart(rehearsal).scene(in: rehearsal.state.chartContext)
            let cursor = try #require(scene.cursor)
            let area = rehearsal.state.chartContext.area
            let plan = NetworkPlan(scene, size: area)
            let line = try #require(scene.layers.spot(of: cursor)).line
            if plan.body.rows > 0 {
                #expect((0..<plan.body.rows).contains(plan.row(of: line)), "the cursor is out of sight")
            }
            let grid = rehearsal.grid
            if plan.body.rows > 0, area.columns > 8 {
                let point = try #require(grid.cursor)
                #expect(grid[point.row, point.column + 1].style.attributes.contains(.reverse))
            }
        }
    }
}
