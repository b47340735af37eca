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
        #expect(rehearsal.state.mode == .view(.reader))
        #expect(rehearsal.state.reader?.subject == .item(9))
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
        let selected = rehearsal.results?[rehearsal.state.picker?.selected ?? 0].entity
        rehearsal.refresh()
        #expect(rehearsal.results?.count == 1530)
        #expect(rehearsal.state.picker?.selected == 1501)
        #expect(rehearsal.results?[1501].entity == selected)
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
        #expect(rehearsal.picture.contains("行动 1 "))
        #expect(rehearsal.picture.contains(" 渝贵铁路"))
        #expect(rehearsal.picture.contains("开通"))
        let marked = rehearsal.grid.cells.filter { $0.style.attributes.contains(.underline) }
        #expect(marked.contains { $0.character == "开" })
    }

    @Test func `results are grouped by pane, source, place and actor, the group with the best match first`()
        throws
    {
        let graph = CaseGraph(try BundledCase.open())
        for query in ["重庆", "rail", "gz", "2018", "nothing at all"] {
            var rehearsal = Rehearsal(graph)
            rehearsal.press("/")
            rehearsal.type(query)
            let ranked = try #require(rehearsal.state.search?.index.search(query))
            let finds = try #require(rehearsal.results)
            let group = { (entity: Entity) in SearchResults.group(of: entity, in: graph) }
            let groups = finds.entities.map(group)
            let runs = groups.indices.filter { $0 == 0 || groups[$0] != groups[$0 - 1] }.map { groups[$0] }
            #expect(runs.count == Set(groups).count, "a group's finds stand together")
            #expect(
                runs
                    == ranked.map { group($0.entity) }.reduce(into: []) { order, group in
                        if !order.contains(group) { order.append(group) }
                    })
            for (number, count) in finds.counts.enumerated() {
                let own = ranked.map(\.entity).filter { group($0) == number }
                #expect(finds.entities.filter { group($0) == number } == own)
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
        let results = rehearsal.results?.entities ?? []
        #expect(results.count > 2)
        rehearsal.press(.enter)
        for number in results.indices {
            #expect(rehearsal.state.reader?.subject == .entity(results[number]))
            #expect(rehearsal.lastLine.hasPrefix(" \(number + 1)/\(results.count) “协”"))
            #expect(rehearsal.lastLine.contains("n 下一处"))
            rehearsal.press("n")
        }
        #expect(rehearsal.state.reader?.subject == .entity(results[0]))
        #expect(rehearsal.lastLine.contains("1/\(results.count)：已过末尾，回到开头"))
        rehearsal.press("N")
        #expect(rehearsal.lastLine.contains("\(results.count)/\(results.count)：已过开头，回到末尾"))
        rehearsal.press("N")
        #expect(rehearsal.state.reader?.subject == .entity(results[results.count - 2]))
        // Esc ends the find, and only then leads back; the results can still be stepped through.
        rehearsal.press(.escape)
        #expect(rehearsal.state.openView == .reader)
        #expect(!rehearsal.lastLine.contains("“协”"))
        rehearsal.press("1", "n")
        #expect(rehearsal.state.reader?.subject == .entity(results[results.count - 1]))
    }

    @Test func `sources, places and actors are found, labelled and opened`() {
        for (typed, label, subject) in [
            ("一则报道", "来源 1", Subject.source(1)), ("qijiangqu", "地点 1", .place(0)),
            ("fzggw", "参与者 1", .actor(0)),
        ] {
            var rehearsal = searching(typed)
            #expect(rehearsal.picture.contains(label))
            rehearsal.press(.enter)
            #expect(rehearsal.state.reader?.subject == subject)
        }
    }

    @Test func `similar results say that they are no more than that`() {
        var rehearsal = searching("railwya")
        rehearsal.refresh()
        #expect(rehearsal.picture.contains("没有完全相符的，近似者："))
        #expect(rehearsal.picture.contains("行动 1 "))
        #expect(rehearsal.picture.contains(" 渝贵铁路"))
        #expect(rehearsal.state.picker?.selected == 1)
        rehearsal.press(.enter)
        #expect(rehearsal.state.reader?.subject == .item(9))
        #expect(rehearsal.marked == ["railway"])
    }

    @Test func `under a filter only what belongs to it is searched until Tab`() {
        var rehearsal = Rehearsal()
        rehearsal.press("f")
        rehearsal.type("kind:project")
        rehearsal.press(.enter, "/")
        rehearsal.type("协")
        #expect(rehearsal.picture.contains("只搜索筛选“kind:project”之内；Tab 搜索全部"))
        #expect(!rehearsal.picture.contains("合作协议"))
        rehearsal.press(.tab)
        #expect(rehearsal.state.picker?.query == "协")
        #expect(rehearsal.picture.contains("联席会谈") || rehearsal.picture.contains("合作协议"))
        #expect(!rehearsal.picture.contains("只搜索筛选"))
        rehearsal.press(.escape, "/")
        rehearsal.type("一则报道")
        #expect(rehearsal.picture.contains("来源 1"))
    }

    @Test func `↑ in an empty field writes earlier searches`() {
        var rehearsal = searching("协")
        rehearsal.press(.enter, .escape, "1", "/")
        rehearsal.type("铁路")
        rehearsal.press(.enter, .escape, "1", "/", .up)
        #expect(rehearsal.state.picker?.query == "铁路")
        rehearsal.press(.up)
        #expect(rehearsal.state.picker?.query == "协")
        rehearsal.press(.up)
        #expect(rehearsal.state.picker?.query == "协")
        // ↓ and ↑ move in the results again.
        rehearsal.press(.down)
        #expect(rehearsal.state.picker?.selected == 1)
        rehearsal.press(.up)
        #expect(rehearsal.state.picker?.selected == 0)
    }

    @Test func `、 of a Chinese input method opens the search`() {
        var rehearsal = Rehearsal()
        rehearsal.press("、")
        #expect(rehearsal.state.mode == .list(.search))
        rehearsal.press("、")
        #expect(rehearsal.state.picker?.query == "、")
    }

    @Test func `a query without results says so, an empty query does not`() {
        let nothing = searching("zzzz").state
        #expect(nothing.isSearching)
        var rehearsal = searching("zzzz")
        rehearsal.refresh()
        #expect(rehearsal.picture.contains("没有相符的条目"))
        #expect(rehearsal.picture.contains("12 个条目、2 个来源、1 个地点、1 个参与者"))
        #expect(!searching("").picture.contains("没有相符的条目"))
    }
}
