import BundledCase
import CaseModel
import Screen
import Testing

@testable import Explorer

@Suite struct SearchTests {
    private func searching(_ text: String) -> Rehearsal {
        var rehearsal = Rehearsal()
        rehearsal.press("/")
        rehearsal.type(text)
        return rehearsal
    }

    @Test(arguments: ["渝贵", "yugui", "ygtl", "railway", "渝貴", "YUGUI"])
    func `an item is found in Chinese, pinyin, English and traditional characters`(typed: String) {
        var rehearsal = searching(typed)
        #expect(rehearsal.picture.contains("渝贵铁路"))
        rehearsal.press(.enter)
        #expect(rehearsal.selected == "prj-rail")
        #expect(rehearsal.state.mode == .view(.browse))
    }

    @Test func `in a large case names come at once, the rest later, and the selection stays`() {
        var made = SmallCase.make()
        for number in 0..<3000 {
            // Every hundredth project is found by its name, the needs by their texts.
            let isNeed = number % 2 == 0
            var item = Item(
                id: ID("more-\(number)"), kind: isNeed ? "need" : "project",
                title: Text(number % 100 == 51 ? "Zeppelin \(number)" : "Thing \(number)"))
            if isNeed { item.summary = Text("like a zeppelin") }
            made.items.append(item)
        }
        // A need found by its name makes its pane the first.
        made.items[made.items.count - 2].title = Text("Zeppelin")
        var rehearsal = Rehearsal(CaseGraph(made))
        rehearsal.press("/")
        rehearsal.type("zeppelin")
        #expect(rehearsal.state.isSearching)
        #expect(rehearsal.picture.contains("共识 1 "))
        #expect(rehearsal.picture.contains("行动 30"))
        #expect(rehearsal.picture.contains(" 31… "))
        rehearsal.press(.down, .down)
        let selected = rehearsal.results?[rehearsal.state.picker?.selected ?? 0].position
        rehearsal.refresh()
        #expect(rehearsal.results?.count == 1530)
        #expect(rehearsal.state.picker?.selected == 1501)
        #expect(rehearsal.results?[1501].position == selected)
        #expect(rehearsal.picture.contains(" 1530 "))
        rehearsal.press(.enter)
        #expect(rehearsal.selected == "more-151")
    }

    @Test func `an item can be chosen before the search is complete, and stepping covers all results`() {
        var made = SmallCase.make()
        for number in 0..<3000 {
            var item = Item(id: ID("more-\(number)"), kind: "project", title: Text("Thing \(number)"))
            item.summary = Text("like a zeppelin")
            made.items.append(item)
        }
        var rehearsal = Rehearsal(CaseGraph(made))
        rehearsal.press("/")
        rehearsal.type("zeppelin")
        #expect(!rehearsal.picture.contains("没有相符的条目"))
        rehearsal.press(.enter)
        #expect(rehearsal.selected == "more-0")
        rehearsal.press("N")
        #expect(rehearsal.selected == "more-2999")
    }

    @Test func `texts of an item are searched too, and shown with the result`() {
        let rehearsal = searching("开通")
        #expect(rehearsal.picture.contains("行动 1  渝贵铁路"))
        #expect(rehearsal.picture.contains("开通"))
        let marked = rehearsal.grid.cells.filter { $0.style.attributes.contains(.underline) }
        #expect(marked.contains { $0.character == "开" })
    }

    @Test func `results are grouped by pane, the pane with the best match first`() throws {
        let graph = CaseGraph(try BundledCase.open())
        for query in ["重庆", "rail", "gz", "2018", "nothing at all"] {
            var rehearsal = Rehearsal(graph)
            rehearsal.press("/")
            rehearsal.type(query)
            let ranked = try #require(rehearsal.state.search?.index.search(query))
            let finds = try #require(rehearsal.results)
            let panes = finds.positions.map { graph.panes[$0] }
            let runs = panes.indices.filter { $0 == 0 || panes[$0] != panes[$0 - 1] }.map { panes[$0] }
            #expect(runs.count == Set(panes).count, "a pane's finds stand together")
            #expect(
                runs
                    == ranked.map { graph.panes[$0.position] }.reduce(into: []) { order, pane in
                        if !order.contains(pane) { order.append(pane) }
                    })
            for (pane, count) in finds.counts.enumerated() {
                let own = ranked.map(\.position).filter { graph.panes[$0] == pane }
                #expect(finds.positions.filter { graph.panes[$0] == pane } == own)
                #expect(own.count == count)
            }
        }
    }

    @Test func `a pane is labelled once, at its first visible result`() {
        var rehearsal = searching("铁路")
        let lines = rehearsal.picture.split(separator: "\n")
        #expect(lines.count { $0.contains("行动 ") && $0.contains("│ 行动") } <= 1)
        rehearsal.press(.down)
        #expect(rehearsal.picture.contains("渝贵铁路"))
    }

    @Test func `Esc restores the viewpoint`() {
        var rehearsal = Rehearsal()
        rehearsal.press(.down)
        let before = rehearsal.picture
        rehearsal.press("/")
        rehearsal.type("railway")
        rehearsal.press(.escape)
        #expect(rehearsal.picture == before)
    }

    @Test func `n and N step through the results`() {
        var rehearsal = Rehearsal()
        rehearsal.press("n")
        #expect(rehearsal.picture.contains("还没有搜索结果"))
        rehearsal.press("/")
        rehearsal.type("协")
        rehearsal.press(.enter)
        var seen: [ID<Item>?] = [rehearsal.selected]
        for _ in 0..<2 {
            rehearsal.press("n")
            seen.append(rehearsal.selected)
        }
        #expect(Set(seen).count > 1)
        rehearsal.press("N", "N")
        #expect(rehearsal.selected == seen[0])
    }

    @Test func `a query without results says so, an empty query does not`() {
        #expect(searching("zzzz").picture.contains("没有相符的条目"))
        #expect(!searching("").picture.contains("没有相符的条目"))
    }
}
