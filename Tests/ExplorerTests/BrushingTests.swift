import CaseModel
import Screen
import Testing

@testable import Explorer

/// The connected sets of the small case, written down by hand from its drawing.
@Suite struct BrushingTests {
    @Test(arguments: [
        ("drv-law", ["con-need"], ["org-plan", "arr-pact", "prj-rail"]),
        ("drv-map", ["arr-talks"], ["prj-river"]),
        ("con-need", ["drv-law", "org-plan"], ["arr-pact", "prj-rail"]),
        ("org-plan", ["con-need", "arr-pact"], ["drv-law", "prj-rail"]),
        ("arr-pact", ["org-plan", "prj-rail"], ["con-need", "drv-law"]),
        ("arr-talks", ["drv-map", "prj-river"], []),
        ("prj-rail", ["arr-pact", "mode-equals", "fld-roads"], ["org-plan", "con-need", "drv-law"]),
        ("prj-river", ["arr-talks", "fld-water"], ["drv-map"]),
        ("prj-lone", ["fld-water"], []),
        ("mode-equals", ["prj-rail"], []),
        ("fld-roads", ["prj-rail"], []),
        ("fld-water", ["prj-river", "prj-lone"], []),
    ])
    func `each item is connected to exactly the expected ones`(id: String, near: [String], indirect: [String])
        throws
    {
        let graph = SmallCase.graph
        let found = graph.connections(of: try #require(graph.position(of: ID(id))))
        let names = { (isWanted: (Grade?) -> Bool) in
            Set(found.positions.filter { isWanted(found.grade(of: $0)) }.map { graph.item($0).id.text })
        }
        #expect(names { $0 == .direct } == Set(near))
        #expect(names { $0 != .direct } == Set(indirect))
    }

    @Test func `moving the selection brushes the other panes at once`() {
        var rehearsal = Rehearsal()
        #expect(marks(in: rehearsal.picture) == ["规划衔接": "◐", "合作协议": "○", "渝贵铁路": "○"])
        rehearsal.press(.down)
        #expect(rehearsal.selected == "drv-map")
        #expect(marks(in: rehearsal.picture) == ["联席会谈": "●", "河流治理": "○"])
    }

    @Test func `titles count connected items by grade, the focused one its items`() {
        var rehearsal = Rehearsal()
        #expect(rehearsal.picture.contains("1 共识 ── 3 项 ─"))
        #expect(rehearsal.picture.contains("2 组织 ◐1 ○1 共 3 ─"))
        #expect(rehearsal.picture.contains("3 行动 ── ○1 共 6 ─"))
        rehearsal.press("3")
        rehearsal.press(.end)
        #expect(rehearsal.selected == "prj-lone")
        #expect(rehearsal.picture.contains("┌1 共识─"))
    }

    @Test func `in a narrow layout the tabs count by grade, and rows are marked from the pane to the left`() {
        var rehearsal = Rehearsal(columns: 60, rows: 20)
        #expect(rehearsal.picture.contains("2 组织 ◐1 ○1"))
        #expect(rehearsal.picture.contains("3 行动 ○1"))
        rehearsal.press(.right)
        #expect(marks(in: rehearsal.picture) == ["规划衔接": "◐", "合作协议": "○"])
        rehearsal.press(.right)
        #expect(marks(in: rehearsal.picture) == ["渝贵铁路": "◐"])
    }

    @Test func `a row says that its chain runs backwards in time`() {
        var made = SmallCase.make()
        for number in made.items.indices {
            switch made.items[number].id {
            case "prj-river": made.items[number].period = Period(start: PartialDate("2010"))
            case "arr-talks": made.items[number].period = Period(start: PartialDate("2018"))
            case _: break
            }
        }
        var rehearsal = Rehearsal(CaseGraph(made))
        rehearsal.press("2", .end)
        #expect(rehearsal.selected == "arr-talks")
        #expect(
            rehearsal.picture.split(separator: "\n").contains { $0.contains("河流治理") && $0.hasSuffix("●↶│") })
    }

    @Test func `unconnected items are dim`() throws {
        let grid = Rehearsal().grid
        let style = { (title: String) in
            try #require(grid.cells.first { $0.character == title.first }).style
        }
        #expect(try style("联席会谈").attributes.contains(.dim))
        #expect(try !style("合作协议").attributes.contains(.dim))
    }

    @Test func `the first connected item is scrolled into view`() {
        var rehearsal = Rehearsal(columns: 80, rows: 8)
        // With four rows a pane, the railway on the fifth row of the third pane is out of view at first.
        #expect(rehearsal.picture.contains("渝贵铁路"))
        rehearsal.press(.down)
        #expect(rehearsal.picture.contains("河流治理"))
    }

    @Test func `a pane stays where it is while one of its best connected items is in view`() {
        var state = State(CaseGraph(TerracedCase.make()), size: Size(columns: 80, rows: 8))
        let top = { state.browse.columns[2].top }
        // The first driver leads to the ninth project alone: the pane moves.
        let moved = top()
        #expect(moved > 0)
        // The second one leads to the first project as well, but the ninth is as well connected and in view.
        _ = update(&state, with: .move(.down))
        #expect(state.browse.reach(in: 2)?.summary() == "●2")
        #expect(top() == moved)
        // The third one leads to the first project alone.
        _ = update(&state, with: .move(.down))
        #expect(top() == 0)
    }

    @Test func `a key held down moves only its own pane until it is let go`() {
        var (held, pressed) = (Rehearsal(), Rehearsal())
        held.press("3")
        pressed.press("3", .down, .down, .down)
        let before = held.picture
        var state = held.state
        for _ in 0..<3 { _ = update(&state, key: .down, isRepeating: true) }
        let during = view(state).description
        #expect(state.needsRefresh)
        #expect(during != before)
        for (old, new) in zip(before.split(separator: "\n"), during.split(separator: "\n")) {
            let (panes, now) = (old.split(separator: "│"), new.split(separator: "│"))
            #expect(panes.prefix(2) == now.prefix(2), "the other panes wait")
        }
        held.hold(.down, times: 3)
        #expect(held.picture == pressed.picture)
    }

    /// The titles with a grade, and their grades.
    private func marks(in picture: String) -> [String: String] {
        var found: [String: String] = [:]
        for line in picture.split(separator: "\n") {
            for cell in line.split(separator: "│") {
                // The last column is that of ↶.
                guard let mark = cell.dropLast().last, Grade.allCases.map(\.sign).contains(mark) else {
                    continue
                }
                let title = cell.dropLast(2).trimmingPrefix { $0 == " " || $0 == "▌" }
                found[String(title.prefix { $0 != " " })] = String(mark)
            }
        }
        return found
    }
}

/// Three drivers, and projects that they lead to: the last one, the first and the last, the first.
private enum TerracedCase {
    static func make() -> Case {
        var made = SmallCase.make()
        let reached = [["prj-8"], ["prj-0", "prj-8"], ["prj-0"]]
        made.items = Records(
            reached.enumerated().map { number, projects in
                var item = Item(id: ID("drv-\(number)"), kind: "driver", title: Text("Driver \(number)"))
                item.links = Records(projects.map { Link(to: ID($0), relation: "gives-rise-to") })
                return item
            })
        made.items += (0..<9).map {
            Item(id: ID("prj-\($0)"), kind: "project", title: Text("Project \($0)"))
        }
        return made
    }
}
