import BundledCase
import CaseModel
import Screen
import Testing

@testable import Explorer

/// Headings that stay on top, pinned rows that stay in sight, and sections that fold.
@Suite struct PaneWindowTests {
    private let graph: CaseGraph

    init() throws { graph = CaseGraph(try BundledCase.open()) }

    /// The rows that a pane shows, line by line.
    private func rows(_ rehearsal: Rehearsal, in pane: Int) -> [Outline.Row] {
        let column = rehearsal.state.browse.columns[pane]
        let height = rehearsal.state.layout.panes.panes[pane].rows
        let window = PaneWindow(
            column.outline, from: column.top, pinned: rehearsal.state.browse.pinnedRows(in: pane),
            height: height)
        return (0..<height).compactMap { window.row(onLine: $0) }.map { column.outline.rows[$0] }
    }

    @Test(arguments: [(80, 24), (120, 40), (40, 12)])
    func `the selected row is in sight, and above it the heading of its section`(size: (Int, Int)) throws {
        var rehearsal = Rehearsal(graph, columns: size.0, rows: size.1)
        rehearsal.press("3")
        var seen: Set<ID<Item>> = []
        for key in [Key](repeating: .down, count: 120) + [Key](repeating: .up, count: 40) {
            let selected = try #require(rehearsal.state.browse.selected)
            seen.insert(graph.item(selected).id)
            let shown = rows(rehearsal, in: 2)
            let line = try #require(shown.firstIndex { $0.content == .item(selected) })
            let outline = rehearsal.state.browse.columns[2].outline
            if shown[line].depth > 0, let head = shown[line].head {
                #expect(
                    shown[..<line].contains { $0.content == outline.rows[head].content },
                    "no heading above \(graph.item(selected).id)")
            }
            #expect(rehearsal.grid.cursor != nil)
            rehearsal.press(key)
        }
        #expect(seen.count == graph.panes.count { $0 == 2 })
    }

    @Test func `the heading has the position of the selected item and the number of items`() throws {
        var rehearsal = Rehearsal(graph)
        let rail = try #require(graph.position(of: "prj-chongqing-guiyang-railway"))
        let field = try #require(graph.parents[rail])
        rehearsal.show(rail)
        let rank = try #require(Array(graph.children[field]).firstIndex(of: rail)) + 1
        #expect(rehearsal.picture.contains(" \(rank)/\(graph.children[field].count)│"))
    }

    @Test func `a pinned row stays in sight in its pane`() throws {
        var rehearsal = Rehearsal(graph)
        rehearsal.press("2", .end, "P", .home)
        let pin = try #require(rehearsal.state.browse.pins.first?.origin)
        #expect(rows(rehearsal, in: 1).last?.content == .item(pin))
        #expect(rehearsal.picture.contains("◆"))
        rehearsal.press(.escape, .home, "P", .end)
        let first = try #require(rehearsal.state.browse.pins.first?.origin)
        #expect(rows(rehearsal, in: 1).first?.content == .item(first))
    }

    @Test func `minus folds the section of the selected row, plus unfolds it`() throws {
        var rehearsal = Rehearsal(graph)
        let rail = try #require(graph.position(of: "prj-chongqing-guiyang-railway"))
        let field = try #require(graph.parents[rail])
        rehearsal.show(rail)
        let all = rehearsal.state.browse.columns[2].outline.rows.count
        rehearsal.press("-")
        #expect(rehearsal.state.browse.selected == field)
        #expect(rehearsal.state.browse.columns[2].outline.rows.count == all - graph.children[field].count)
        #expect(rehearsal.picture.contains("+\(graph.children[field].count)│"))
        rehearsal.press("+")
        #expect(rehearsal.state.browse.columns[2].outline.rows.count == all)
    }

    @Test func `underscore folds every section of the pane, and star unfolds all`() throws {
        var rehearsal = Rehearsal(graph)
        rehearsal.press("3")
        let all = rehearsal.state.browse.columns[2].outline
        rehearsal.press("_")
        let folded = rehearsal.state.browse.columns[2].outline
        #expect(folded.visible == all.visible)
        #expect(!folded.rows.contains { $0.depth > 0 })
        for position in graph.case.items.indices where graph.panes[position] == 2 {
            #expect(folded.includes(position))
            #expect(folded.row(standingFor: position) != nil)
        }
        rehearsal.press("*")
        #expect(rehearsal.state.browse.columns[2].outline == all)
    }

    @Test func `going to a folded item unfolds its section`() throws {
        var rehearsal = Rehearsal(graph)
        rehearsal.press("3", "_")
        let rail = try #require(graph.position(of: "prj-chongqing-guiyang-railway"))
        rehearsal.show(rail)
        #expect(rehearsal.state.browse.selected == rail)
        #expect(rehearsal.state.browse.columns[2].outline.row(of: rail) != nil)
    }

    @Test func `a folded kind keeps its first item, which can be selected`() {
        var rehearsal = Rehearsal()
        rehearsal.press(.down, "-")
        #expect(rehearsal.selected == "drv-law")
        #expect(rehearsal.picture.contains("+1│"))
        rehearsal.press("=")
        #expect(rehearsal.picture.contains("经济圈规划"))
    }

    @Test func `folded sections and the card are part of what followers see`() throws {
        var rehearsal = Rehearsal(graph)
        rehearsal.press("3", "_", "W")
        var follower = Rehearsal(graph)
        follower.follow(TalkPosition(place: rehearsal.state.encodedPosition))
        follower.stopFollowing()
        let rows = { (picture: String) in picture.split(separator: "\n").dropLast() }
        #expect(rows(follower.picture) == rows(rehearsal.picture))
    }

    /// Of the titles in the focused pane at 80 columns, the share that is cut.
    private func cut(_ language: LanguageChoice) -> Double {
        var (all, cut) = (0, 0)
        for pane in 0...2 {
            let columns = Browse.Layout(size: Size(columns: 80, rows: 24), focus: pane).panes[pane].columns
            for row in Browse(graph).columns[pane].outline.rows {
                guard case .item(let position) = row.content else { continue }
                let item = graph.item(position)
                let number = row.count > 0 ? "\(row.count)/\(row.count)".count + 1 : 0
                // As with a pin, when grades take their columns.
                let room = columns - 1 - row.depth - 2 - number
                let titles = [item.title, item.short].compactMap(\.self).map(language.line)
                all += 1
                if !titles.contains(where: { $0.columns <= room }) { cut += 1 }
            }
        }
        return Double(cut) / Double(all)
    }

    @Test func `a focused pane has 34 columns for titles at 80, and a third of a wide screen`() {
        for focus in 0...2 {
            let narrow = Browse.Layout(size: Size(columns: 80, rows: 24), focus: focus)
            #expect(narrow.panes[focus].columns >= 1 + 1 + 34 + 2)
            let wide = Browse.Layout(size: Size(columns: 200, rows: 60), focus: focus)
            #expect(wide.panes.allSatisfy { $0.columns >= 65 })
        }
    }

    @Test func `at 80 columns no more than one title in five is cut`() {
        #expect(cut(.chinese) <= 0.2)
        #expect(cut(.english) <= 0.2)
    }
}
