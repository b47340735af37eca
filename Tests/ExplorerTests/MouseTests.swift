import BundledCase
import CaseModel
import Screen
import SeededRandom
import Testing

@testable import Explorer

/// The mouse: a press selects, a press on the selection opens, the wheel moves.
@Suite struct MouseTests {
    private func started(_ keys: Key...) -> Rehearsal {
        var rehearsal = Rehearsal()
        rehearsal.press("M")
        rehearsal.press(keys)
        return rehearsal
    }

    @Test func `it is off until a key takes it, and the same key leaves it`() {
        var rehearsal = Rehearsal()
        #expect(!rehearsal.state.usesMouse)
        rehearsal.press("M")
        #expect(rehearsal.effects == [.useMouse(true)])
        #expect(rehearsal.lastLine.contains("鼠标已启用"))
        rehearsal.press("M")
        #expect(rehearsal.effects == [.useMouse(true), .useMouse(false)])
        #expect(rehearsal.lastLine.contains("终端"))
    }

    @Test func `a press selects a row of any pane, and a second one pins or opens it`() {
        var rehearsal = started()
        rehearsal.click(on: "规划衔接")
        #expect(rehearsal.selected == "org-plan")
        #expect(rehearsal.pins.isEmpty)
        rehearsal.click(on: "规划衔接")
        #expect(rehearsal.pins == ["org-plan"])
        rehearsal.click(on: "渝贵铁路")
        if rehearsal.state.mode == .view(.browse) { rehearsal.click(on: "渝贵铁路") }
        #expect(rehearsal.state.mode == .view(.reader))
    }

    @Test func `a press on a heading folds its section, and unfolds it`() {
        var rehearsal = started()
        let area = rehearsal.state.layout.panes.panes[1]
        rehearsal.mouse(.press, row: area.row, column: area.column + 1)
        #expect(rehearsal.state.browse.focus == 1)
        #expect(rehearsal.state.browse.folded == [.heading(heading(in: rehearsal))])
        rehearsal.mouse(.press, row: area.row, column: area.column + 1)
        #expect(rehearsal.state.browse.folded.isEmpty)
    }

    /// The number of the first kind of the second pane.
    private func heading(in rehearsal: Rehearsal) -> Int {
        let graph = rehearsal.state.graph
        return graph.case.kinds.firstIndex { $0.pane == graph.case.panes[1].id } ?? -1
    }

    @Test func `the steps of the way here lead back, and home leads to no pins`() {
        var rehearsal = started(.enter, .enter)
        #expect(rehearsal.pins.count == 2)
        let (first, home) = (rehearsal.pins[0], "⌂")
        rehearsal.click(on: "支持闯新路 ›")
        #expect(rehearsal.pins == [first])
        rehearsal.click(on: home)
        #expect(rehearsal.pins.isEmpty)
        rehearsal.press("[")
        #expect(rehearsal.pins == [first], "it is a step of the history")
    }

    @Test func `hints are pressed as keys`() {
        var rehearsal = started()
        rehearsal.press(.down)
        rehearsal.click(on: "? 帮助", inLastLine: true)
        #expect(rehearsal.state.mode == .list(.help))
        rehearsal.click(on: "Esc", inLastLine: true)
        #expect(rehearsal.state.mode == .view(.browse))
    }

    @Test func `without the mouse, nothing acts on it`() {
        let rehearsal = Rehearsal()
        for column in 0..<80 { #expect(rehearsal.grid.meaning(at: Point(row: 23, column: column)) == nil) }
    }

    @Test func `in a list a press selects, and a second one takes`() {
        var rehearsal = started(":")
        rehearsal.type("prj")
        rehearsal.click(on: "prj-rail")
        rehearsal.click(on: "prj-rail")
        #expect(rehearsal.state.picker == nil)
        #expect(rehearsal.selected == "prj-rail")
    }

    @Test(arguments: ["4", "5", "6", "7", "8", "c"] as [Key], [80, 160])
    func `a press in a chart selects what it is on, and a second one opens it`(chart: Key, columns: Int)
        throws
    {
        var start = Rehearsal(CaseGraph(try BundledCase.open()), columns: columns, rows: columns * 3 / 10)
        start.press("M", chart)
        var parts: [Int: Point] = [:]
        for row in 0..<start.grid.size.rows {
            for column in 0..<columns {
                let point = Point(row: row, column: column)
                if case .part(let number)? = start.grid.meaning(at: point) { parts[number] = point }
            }
        }
        #expect(parts.count > 5)
        for (number, point) in parts.sorted(by: { $0.key < $1.key }) {
            var pressed = start
            pressed.mouse(.press, row: point.row, column: point.column)
            guard pressed.state.mode == start.state.mode else { continue }
            let cursor = try #require(pressed.grid.cursor)
            #expect(pressed.grid.meaning(at: cursor) == .part(number))
            var entered = pressed
            entered.press(.enter)
            pressed.mouse(.press, row: cursor.row, column: cursor.column)
            #expect(pressed.picture == entered.picture)
        }
    }

    @Test func `a list over a chart covers its parts`() throws {
        var rehearsal = Rehearsal(CaseGraph(try BundledCase.open()), columns: 160, rows: 48)
        rehearsal.press("M", "8", ":")
        let before = rehearsal.state.reader?.subject
        // The first line and the last one have zones of their own.
        for row in 1..<47 { rehearsal.mouse(.press, row: row, column: 1) }
        #expect(rehearsal.state.picker != nil)
        #expect(rehearsal.state.reader?.subject == before)
    }

    @Test func `the wheel moves the pane under it, the page and the list`() {
        var rehearsal = started()
        rehearsal.mouse(.wheelDown, row: 6, column: 70)
        #expect(rehearsal.state.browse.focus == 2)
        rehearsal.mouse(.wheelUp, row: 6, column: 2)
        #expect(rehearsal.state.browse.focus == 0)
        rehearsal.press("?")
        let selected = rehearsal.state.picker?.selected
        rehearsal.mouse(.wheelDown, row: 6, column: 20)
        #expect(rehearsal.state.picker?.selected != selected)
    }

    @Test
    func `over the list of the map the wheel goes from row to row, and over the map to the next place there`()
        throws
    {
        var rehearsal = Rehearsal(MapCase.graph)
        rehearsal.press("M", "6", "g")
        func selected(_ rehearsal: Rehearsal) throws -> Int? {
            guard case .chart(let chart)? = rehearsal.state.reader?.subject else { return nil }
            return try #require(chart.drawing as? MapChart).selected
        }
        let places = rehearsal.state.chartContext.mapRanking(by: .items).all
        #expect(try selected(rehearsal) == places.first)
        for place in places.dropFirst() {
            rehearsal.mouse(.wheelDown, row: 8, column: 70)
            #expect(try selected(rehearsal) == place)
        }
        rehearsal.mouse(.wheelDown, row: 8, column: 70)
        #expect(try selected(rehearsal) == places.last)
        rehearsal.mouse(.wheelUp, row: 8, column: 70)
        #expect(try selected(rehearsal) == places.dropLast().last)

        var keys = Rehearsal(MapCase.graph)
        keys.press("M", "6", "g", .down)
        rehearsal.press("g")
        rehearsal.mouse(.wheelDown, row: 8, column: 20)
        #expect(try selected(rehearsal) == selected(keys))
    }

    @Test(arguments: 0..<4) func `no press and no turn of the wheel does harm anywhere`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        var rehearsal = Rehearsal(CaseGraph(try BundledCase.open()))
        rehearsal.press("M")
        let keys: [Key] = [
            "/", "a", ":", "?", .escape, .enter, "m", "w", "t", "x", "o", "n", "y", .tab, "v", "M",
        ]
        for _ in 0..<150 {
            if Int.random(in: 0..<4, using: &random) == 0 {
                rehearsal.press(keys.randomElement(using: &random) ?? .escape)
            }
            let action =
                [MouseEvent.Action.press, .press, .wheelUp, .wheelDown].randomElement(using: &random)
                ?? .press
            rehearsal.mouse(
                action, row: .random(in: -1...30, using: &random),
                column: .random(in: -1...90, using: &random))
            #expect(rehearsal.grid.size == rehearsal.state.size)
        }
    }
}
