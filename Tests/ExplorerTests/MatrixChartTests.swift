import BundledCase
import CaseModel
import Screen
import SeededRandom
import Testing

@testable import Explorer

/// The evidence gap map: its cells and its keys.
@Suite struct MatrixChartTests {
    private func opened(
        _ graph: CaseGraph = MatrixCase.graph, at id: ID<Item>? = nil, columns: Int = 80, rows: Int = 24
    ) -> Rehearsal {
        .matrix(of: graph, at: id, columns: columns, rows: rows)
    }

    private func chart(of rehearsal: Rehearsal) throws -> MatrixChart {
        try rehearsal.chart(MatrixChart.self)
    }

    /// Row and column of the selected cell.
    private func cell(_ rehearsal: Rehearsal) throws -> String {
        let chart = try chart(of: rehearsal)
        let table = chart.table(in: rehearsal.state.chartContext)
        return [table.rowNames[table.row(chart.row)], table.columnNames[table.column(chart.column)]]
            .map(\.encoded).joined(separator: " ")
    }

    /// Axes, order and cell.
    private func choice(_ rehearsal: Rehearsal) throws -> [String] {
        let chart = try chart(of: rehearsal)
        return [chart.rowAxis.name, chart.columnAxis.name, chart.order.rawValue, try cell(rehearsal)]
    }

    /// The text in reverse video, line by line: the selected cell.
    private func marked(_ rehearsal: Rehearsal) -> String {
        let grid = rehearsal.grid
        return (0..<grid.size.rows).map { row in
            String(
                (0..<grid.size.columns).filter { grid[row, $0].style.attributes.contains(.reverse) }
                    .compactMap { grid[row, $0].character })
        }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    @Test func `it opens at the cell of the selected item, of a field in its row, of a mode in its column`()
        throws
    {
        #expect(try cell(opened(at: "prj-river")) == "=fld-water =mode-down")
        #expect(try cell(opened(at: "prj-rail")) == "=fld-roads =mode-across")
        #expect(try cell(opened(at: "prj-lone")) == "- =mode-down")
        #expect(try cell(opened(at: "prj-dam")) == "=fld-water -")
        #expect(try cell(opened(at: "fld-service")) == "=fld-service =mode-across")
        #expect(try cell(opened(at: "mode-down")) == "=fld-roads =mode-down")
        #expect(try cell(opened(at: "drv-law")) == "=fld-roads =mode-across")
    }

    @Test func `arrows move by cell up to the totals, Tab goes to cells with items`() throws {
        var rehearsal = opened()
        rehearsal.press(.home)
        #expect(try cell(rehearsal) == "=fld-roads =mode-across")
        rehearsal.press(.left, .up)
        #expect(try cell(rehearsal) == "=fld-roads =mode-across")
        rehearsal.press(.right, .right, .down)
        #expect(try cell(rehearsal) == "=fld-water -")
        rehearsal.press(.right, .right, .right)
        #expect(try cell(rehearsal) == "=fld-water +")
        rehearsal.press(.end, .down)
        #expect(try cell(rehearsal) == "+ +")
        rehearsal.press(.home)
        var met: [String] = []
        for _ in 0..<6 {
            met.append(try cell(rehearsal))
            rehearsal.press(.tab)
        }
        #expect(
            met == [
                "=fld-roads =mode-across", "=fld-roads =mode-down", "=fld-water =mode-down", "=fld-water -",
                "- =mode-down", "=fld-roads =mode-across",
            ])
        rehearsal.press(.backTab)
        #expect(try cell(rehearsal) == "=fld-roads =mode-across")
    }

    @Test func `Enter opens a single item, lists several, and explains a gap`() throws {
        var rehearsal = opened(at: "prj-river")
        #expect(marked(rehearsal).contains("1·0"))
        rehearsal.press(.enter)
        #expect(rehearsal.state.reader?.subject == .item(try #require(position("prj-river"))))
        rehearsal.press(.escape)
        #expect(try cell(rehearsal) == "=fld-water =mode-down")
        rehearsal.press(.up, .enter)
        #expect(rehearsal.state.mode == .list(.choice))
        #expect(rehearsal.picture.contains("基础设施 × 纵向管理"))
        #expect(rehearsal.picture.contains("渡口"))
        rehearsal.press(.down, .enter)
        #expect(rehearsal.state.reader?.subject == .item(try #require(position("prj-ferry"))))
        rehearsal.press(.escape)
        #expect(rehearsal.state.mode == .view(.matrix), "back to where one came from")
        rehearsal.press(.down, .down, .enter)
        #expect(rehearsal.state.mode == .view(.matrix))
        #expect(rehearsal.picture.contains("空缺：没有条目"))
    }

    @Test func `Enter on a total opens all of its row or column, each once`() throws {
        var rehearsal = opened(at: "fld-roads")
        rehearsal.press(.right, .right, .right)
        let context = rehearsal.state.chartContext
        guard case .items(let row, let title) = try chart(of: rehearsal).choice(in: context) else {
            throw CancellationError()
        }
        #expect(row == [position("prj-rail"), position("prj-ferry")])
        #expect(title == "基础设施")
        rehearsal.press(.end)
        guard case .items(let all, let name) = try chart(of: rehearsal).choice(in: context) else {
            throw CancellationError()
        }
        #expect(all.count == 5 && name == "合计")
    }

    private func position(_ id: ID<Item>) -> Int? { MatrixCase.graph.position(of: id) }

    @Test func `a cell with one item selects it in the panes too`() {
        var rehearsal = opened(at: "prj-rail")
        rehearsal.press(.down, .right)
        #expect(marked(rehearsal).contains("1·0"))
        rehearsal.press("q")
        #expect(rehearsal.selected == "prj-river")
    }

    @Test func `pins and filter exclude items, but no rows and columns`() throws {
        var rehearsal = opened()
        rehearsal.press("f")
        rehearsal.type("field:fld-water")
        rehearsal.press(.enter)
        #expect(rehearsal.picture.contains("项目 2/5 · 证据 1"))
        #expect(rehearsal.picture.contains("基础设施"))
        rehearsal.press(.home, .enter)
        #expect(rehearsal.picture.contains("固定和筛选隐去了 1 项，并非空缺"))
        rehearsal.press("F")
        #expect(rehearsal.picture.contains("项目 5 · 证据 5"))
        var pinned = Rehearsal(MatrixCase.graph)
        pinned.show(position("drv-law") ?? 0)
        pinned.press(.enter, "v", "4")
        #expect(pinned.picture.contains("项目 1/5 · 证据 2"))
    }

    @Test func `a screen beyond the edge is refused with a reason, as on the map`() {
        var rehearsal = opened(at: "prj-rail")
        for (there, beyond) in [(Key.home, ["<", "K"] as [Key]), (.end, [">", "J"])] {
            for key in beyond {
                rehearsal.press(there)
                #expect(!rehearsal.lastLine.contains("那边没有更多内容"))
                rehearsal.press(key)
                #expect(rehearsal.lastLine.contains("那边没有更多内容"), "\(key)")
            }
        }
    }

    @Test func `x and X list the axes, never put one on both sides, and say what was chosen`() throws {
        var rehearsal = opened(at: "prj-rail")
        rehearsal.press("x")
        #expect(rehearsal.state.mode == .list(.axes))
        let count = try #require(rehearsal.state.picker?.entries(in: rehearsal.state).count)
        let before = try choice(rehearsal)
        rehearsal.press(.down, .escape)
        #expect(try choice(rehearsal) == before, "Esc changes nothing")
        var met: Set<String> = []
        for number in 0..<count {
            rehearsal.press("x")
            rehearsal.press(Array(repeating: .down, count: number))
            rehearsal.press(.enter)
            let axes = try choice(rehearsal).prefix(2)
            #expect(axes[0] != axes[1])
            let title = MatrixCase.graph.title(of: try chart(of: rehearsal).rowAxis)
            #expect(rehearsal.picture.contains("行：\(title.localized(in: .chinese))"))
            met.insert(axes[0])
        }
        #expect(
            met == [
                "field", "mode", "place", "actor", "level", "status", "year", "source", "strength",
                "standing", "evidence", "driver", "need", "element", "arrangement",
            ])
        rehearsal.choose("X", "地点")
        #expect(rehearsal.picture.contains("列：地点"))
        rehearsal.choose("x", "地点")
        #expect(try chart(of: rehearsal).rowAxis == .facet(.place), "the other side gives way")
        #expect(try chart(of: rehearsal).columnAxis != .facet(.place))
    }

    @Test func `axes with very many values come last, under a heading`() throws {
        var rehearsal = opened(CaseGraph(try BundledCase.open()))
        rehearsal.press("x")
        let entries = try #require(rehearsal.state.picker?.entries(in: rehearsal.state))
        let heading = try #require(entries.indices.first { entries[$0].isHeading })
        for row in entries.indices where row != heading {
            #expect((Int(entries[row].text[1].text.drop { $0 == " " }) ?? 0 > 60) == (row > heading))
        }
        #expect(entries.indices.suffix(from: heading).contains { entries[$0].text[0].text == "来源" })
    }

    @Test func `in order of evidence the rows and columns with most claims come first`() throws {
        var rehearsal = opened()
        rehearsal.press("o")
        #expect(rehearsal.picture.contains("证据多的在前"))
        rehearsal.press(.home)
        #expect(try cell(rehearsal) == "=fld-roads =mode-down")
        rehearsal.press(.right)
        #expect(try cell(rehearsal) == "=fld-roads =mode-across")
    }

    @Test func `a cell emptied by pins and filter is no gap, and a gap stays one`() throws {
        var rehearsal = opened(columns: 100)
        let gaps = rehearsal.picture.count { $0 == "┄" }
        #expect(!rehearsal.picture.contains("筛除"))
        rehearsal.press("f")
        rehearsal.type("field:fld-water")
        rehearsal.press(.enter)
        #expect(rehearsal.picture.contains("(n) 筛除"))
        #expect(rehearsal.picture.contains(" (1) "))
        #expect(rehearsal.picture.contains("┄"))
        #expect(rehearsal.picture.count { $0 == "┄" } <= gaps)
        rehearsal.press(.end, .up, .home, .right, .right)
        #expect(try cell(rehearsal) == "=fld-roads -")
        rehearsal.press(.enter)
        #expect(rehearsal.picture.contains("空缺：没有条目"))
    }

    @Test func `an encoded viewpoint has the same cell of the same axes on any screen`() throws {
        var presenter = opened(at: "prj-rail")
        presenter.choose("x", "地点")
        presenter.press("o", .down, .right)
        let words = presenter.state.talkPosition
        var follower = Rehearsal(MatrixCase.graph, columns: 40, rows: 10, language: .english)
        follower.follow(words)
        #expect(try choice(follower) == choice(presenter))
        presenter.press(.end)
        follower.follow(presenter.state.talkPosition)
        #expect(try choice(follower) == choice(presenter))
    }

    @Test func `a case with nothing to cross says so, even in very little room`() {
        var made = SmallCase.make()
        made.items = []
        for (columns, rows) in [(80, 24), (20, 6), (1, 1), (0, 0)] {
            var rehearsal = opened(CaseGraph(made), columns: columns, rows: rows)
            rehearsal.press(.down, .right, .tab, .backTab, "x", .escape, "X", .escape, "o", "<", ">")
            rehearsal.press("J", "K", .end, .enter)
            #expect(rehearsal.grid.size == Size(columns: columns, rows: rows))
            rehearsal.press("4")
            if columns == 80 { #expect(rehearsal.picture.contains("没有内容可排")) }
        }
    }

    @Test(arguments: 0..<20)
    func `after any keys the selected cell is in view, marked, and under the cursor`(seed: UInt64)
        throws
    {
        var random = Seeded(seed: seed)
        var rehearsal = opened(CaseGraph(try BundledCase.open()), at: "prj-chongqing-guiyang-railway")
        let keys: [Key] = [
            .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .tab, .backTab, "J", "K", "<", ">",
            "o", .function(2),
        ]
        for _ in 0..<60 {
            if Int.random(in: 0..<8, using: &random) == 0 {
                rehearsal.press(Bool.random(using: &random) ? "x" : "X")
                rehearsal.press(Array(repeating: .down, count: Int.random(in: 0..<14, using: &random)))
                rehearsal.press(.enter)
            }
            if Int.random(in: 0..<6, using: &random) == 0 {
                rehearsal.resize(
                    columns: Int.random(in: 0...220, using: &random),
                    rows: Int.random(in: 0...70, using: &random))
            }
            rehearsal.press(try #require(keys.randomElement(using: &random)))
            let grid = rehearsal.grid
            guard grid.size.columns >= 12, grid.size.rows >= 4 else { continue }
            let cursor = try #require(grid.cursor)
            #expect(grid[cursor.row, cursor.column].style.attributes.contains(.reverse))
            let context = rehearsal.state.chartContext
            let shown = marked(rehearsal)
            switch try chart(of: rehearsal).choice(in: context) {
            case .nothing: #expect(shown.contains("┄") || shown.allSatisfy { $0 == " " }, "\(shown)")
            case .item: #expect(shown.contains("1·") || shown.contains("…"), "\(shown)")
            case .items(let items, _):
                #expect(shown.contains("\(items.count)·") || shown.contains("…"), "\(shown)")
            case .subject, .claim: Issue.record("a matrix leads to items")
            }
        }
    }
}
