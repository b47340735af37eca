import BundledCase
import CaseModel
import Screen
import Testing

@testable import Explorer

@Suite struct FilterTests {
    private func filtering(_ text: String, columns: Int = 80) -> Rehearsal {
        var rehearsal = Rehearsal(columns: columns)
        rehearsal.press("f")
        rehearsal.type(text)
        rehearsal.press(.enter)
        return rehearsal
    }

    private func shown(_ rehearsal: Rehearsal, in pane: Int) -> [ID<Item>] {
        rehearsal.state.browse.columns[pane].outline.rows.compactMap { row in
            guard case .item(let position) = row.content, !row.isContext else { return nil }
            return rehearsal.state.graph.item(position).id
        }
    }

    @Test func `a pane shows the matches, the other panes their connected items`() {
        let rehearsal = filtering("place:qijiang")
        #expect(shown(rehearsal, in: 2) == ["prj-rail"])
        #expect(shown(rehearsal, in: 1) == ["org-plan", "arr-pact"])
        #expect(shown(rehearsal, in: 0) == ["drv-law", "con-need"])
    }

    @Test func `the filter is visible in every view, and one key removes it`() {
        for view: [Key] in [[], ["r"], ["t"], ["4"], ["5"], ["6"], ["7"], ["8"], ["9"], ["c"], ["?"], ["/"]] {
            var rehearsal = filtering("place:qijiang")
            rehearsal.press(view)
            #expect(rehearsal.picture.contains("▽place:qijiang 1 F×"), "\(view)")
        }
        var rehearsal = filtering("place:qijiang")
        rehearsal.press("F")
        #expect(!rehearsal.picture.contains("▽"))
        #expect((0...2).map { shown(rehearsal, in: $0) } == (0...2).map { shown(Rehearsal(), in: $0) })
        rehearsal.press("F")
        #expect(rehearsal.picture.contains("没有筛选"))
    }

    @Test func `the selection returns after a filter without matches`() {
        var rehearsal = Rehearsal()
        rehearsal.press("3", .end)
        #expect(rehearsal.selected == "prj-lone")
        for query in ["xyzzy", "zyxxy"] {
            rehearsal.press("f", .control("u"))
            rehearsal.type(query)
            rehearsal.press(.enter)
            #expect(rehearsal.selected == nil)
        }
        rehearsal.press("F")
        #expect(rehearsal.selected == "prj-lone")
    }

    @Test func `a filter is an entry of the history`() {
        var rehearsal = filtering("place:qijiang")
        let filtered = rehearsal.picture
        rehearsal.press("[")
        #expect(!rehearsal.picture.contains("▽"))
        rehearsal.press("]")
        #expect(rehearsal.picture == filtered)
    }

    @Test func `Esc leaves a view with the filter as it is, and the history undoes the filter`() {
        for view: Key in ["4", "6", "c", "r"] {
            var rehearsal = Rehearsal()
            rehearsal.press(view, "f")
            rehearsal.type("place:qijiang")
            rehearsal.press(.enter, "F", .escape)
            #expect(rehearsal.state.mode == .view(.browse), "\(view)")
            #expect(rehearsal.state.viewpoint.filter == nil, "\(view)")

            rehearsal.press(view, "f")
            rehearsal.type("place:qijiang")
            rehearsal.press(.enter, .escape)
            #expect(rehearsal.state.mode == .view(.browse), "\(view)")
            #expect(rehearsal.state.viewpoint.filter == "place:qijiang", "\(view)")
        }
        var rehearsal = Rehearsal()
        rehearsal.press("4", "f")
        rehearsal.type("place:qijiang")
        rehearsal.press(.enter, "F", "[")
        #expect(rehearsal.state.mode == .view(.matrix))
        #expect(rehearsal.state.viewpoint.filter == "place:qijiang")
    }

    @Test func `Esc in the first view, filtered there, says that nothing was before`() {
        var rehearsal = Rehearsal()
        rehearsal.begin(in: .chart(.matrix))
        rehearsal.press("f")
        rehearsal.type("place:qijiang")
        rehearsal.press(.enter, .escape)
        #expect(rehearsal.state.mode == .view(.matrix))
        #expect(rehearsal.picture.contains("已是最早的一处"))
    }

    @Test func `an invalid filter is marked and explained, and changes nothing else`() {
        var rehearsal = Rehearsal()
        rehearsal.press("f")
        rehearsal.type("rail plcae:x")
        let marked = rehearsal.grid.cells.filter { $0.style == Theme.mistake }.compactMap(\.character)
        #expect(String(marked) == "plcae")
        #expect(rehearsal.picture.contains("plcae"))
        rehearsal.press(.enter)
        #expect(rehearsal.state.mode == .list(.filter))
        rehearsal.press(.escape)
        #expect(rehearsal.picture == Rehearsal().picture)
    }

    @Test func `a value that does not exist is explained as it is typed`() {
        var rehearsal = Rehearsal()
        rehearsal.press("f")
        rehearsal.type("is:green")
        #expect(rehearsal.picture.contains("只能写“已标记”或“有笔记”"))
    }

    @Test func `pins and a filter apply together`() {
        var rehearsal = filtering("kind:project")
        #expect(shown(rehearsal, in: 2) == ["prj-rail", "prj-river", "prj-lone"])
        rehearsal.press(.enter, "v")
        #expect(rehearsal.pins == ["drv-law"])
        #expect(shown(rehearsal, in: 2) == ["prj-rail"])
    }

    @Test func `going to an item that the filter hides removes the filter with a notice`() {
        var rehearsal = filtering("place:qijiang")
        rehearsal.press(":")
        rehearsal.type("prj-lone")
        rehearsal.press(.enter)
        #expect(rehearsal.selected == "prj-lone")
        #expect(rehearsal.picture.contains("已取消筛选"))
        #expect(!rehearsal.picture.contains("▽"))
    }

    @Test func `earlier filters are offered, the latest first, each once`() {
        var rehearsal = filtering("place:qijiang")
        for query in ["rail", "place:qijiang"] {
            rehearsal.press("F", "f")
            rehearsal.type(query)
            rehearsal.press(.enter)
        }
        #expect(rehearsal.state.filters.latest == ["place:qijiang", "rail"])
        rehearsal.press("F", "f", .down, .down, .enter, .enter)
        #expect(rehearsal.state.viewpoint.filter == "rail")
    }

    @Test func `earlier searches are offered before typing`() {
        var rehearsal = Rehearsal()
        rehearsal.press("/")
        rehearsal.type("railway")
        rehearsal.press(.enter, "q", "g", "/", .up)
        #expect(rehearsal.picture.contains("/ railway"))
        rehearsal.press(.enter)
        #expect(rehearsal.selected == "prj-rail")
    }

    @Test func `facets and their values are offered while typing, and Tab takes the first`() {
        var rehearsal = Rehearsal()
        rehearsal.press("f")
        #expect(rehearsal.picture.contains("place:"))
        rehearsal.type("pla")
        #expect(!rehearsal.picture.contains("status:"))
        rehearsal.press(.tab)
        #expect(rehearsal.state.picker?.query == "place:")
        let place = rehearsal.state.graph.case.places[0]
        #expect(rehearsal.picture.contains(place.id.text))
        #expect(rehearsal.picture.contains(place.title.chinese ?? "-"))
        rehearsal.type("qij")
        rehearsal.press(.tab)
        #expect(rehearsal.state.picker?.query == "place:plc-qijiang ")
        rehearsal.press(.enter)
        #expect(rehearsal.state.viewpoint.filter == "place:plc-qijiang")
        #expect(shown(rehearsal, in: 2) == ["prj-rail"])
    }

    @Test func `a completed year may still become a range`() {
        var rehearsal = Rehearsal()
        rehearsal.press("f")
        rehearsal.type("year:20")
        rehearsal.press(.tab)
        let query = rehearsal.state.picker?.query ?? ""
        rehearsal.type("..")
        rehearsal.press(.enter)
        #expect(rehearsal.state.viewpoint.filter == query + "..")
    }

    @Test(arguments: [
        (LanguageChoice.chinese, "“mode:”后面还缺一个值"), (.english, "'mode:' lacks a value"),
    ])
    func `an unfinished query is no error before Enter`(language: LanguageChoice, sentence: String) {
        var rehearsal = Rehearsal(language: language)
        rehearsal.press("f")
        rehearsal.type("mode:")
        #expect(!rehearsal.picture.contains(sentence))
        rehearsal.press(.enter)
        #expect(rehearsal.picture.contains(sentence))
        #expect(rehearsal.state.mode == .list(.filter) && rehearsal.state.viewpoint.filter == nil)
        rehearsal.press(.backspace)
        #expect(!rehearsal.picture.contains(sentence))
    }

    @Test func `a filter that finds nothing says which word took the last item`() {
        var rehearsal = Rehearsal()
        rehearsal.press("f")
        rehearsal.type("kind:project xyzzy")
        #expect(rehearsal.picture.contains("没有相符的条目：“xyzzy”去掉了最后 3 项"))
        rehearsal.press(.enter)
        #expect(rehearsal.lastLine.contains("“xyzzy”去掉了最后 3 项"))
        rehearsal.press("F", "f")
        rehearsal.type("kind:project “无此 短语”")
        #expect(rehearsal.picture.contains("没有相符的条目：“无此 短语”去掉了最后 3 项"))
    }

    @Test func `what years leave out for want of a date is told`() {
        var rehearsal = Rehearsal()
        rehearsal.press("f")
        rehearsal.type("kind:project year:2015")
        rehearsal.press(.enter)
        #expect(rehearsal.lastLine.contains("另有 2 项日期不详，都在 year:none 之中"))
        rehearsal.press("f", .control("u"))
        rehearsal.type("kind:project 年份:none")
        rehearsal.press(.enter)
        #expect(shown(rehearsal, in: 2) == ["prj-river", "prj-lone"])
    }

    @Test func `a filter by marks follows what is marked`() {
        var rehearsal = Rehearsal()
        rehearsal.keep()
        rehearsal.press("3", .end, " ", "f")
        rehearsal.type("is:marked")
        rehearsal.press(.enter)
        #expect(shown(rehearsal, in: 2) == ["prj-lone"])
        rehearsal.press(" ")
        #expect(rehearsal.selected == nil)
    }

    @Test(arguments: ["source:cri", "project:", "source:"], [LanguageChoice.chinese, .english])
    func `the number of items of a value stays, whatever the length of its title`(
        query: String, language: LanguageChoice
    ) throws {
        var rehearsal = Rehearsal(CaseGraph(try BundledCase.open()), language: language)
        rehearsal.press("f")
        rehearsal.type(query)
        let rows = rehearsal.picture.split(separator: "\n").filter {
            $0.contains("│ src-") || $0.contains("│ prj-")
        }
        #expect(rows.count > 3)
        for row in rows {
            let last = row.split(whereSeparator: { "│ ".contains($0) }).last
            #expect(last.flatMap { Int($0) } != nil, "\(row)")
        }
    }

    @Test func `how many values are not listed is told`() throws {
        let graph = CaseGraph(try BundledCase.open())
        var rehearsal = Rehearsal(graph)
        rehearsal.press("f")
        rehearsal.type("source:")
        let all = graph.values(of: try #require(graph.axis(named: "source"))).count
        #expect(rehearsal.picture.contains("50/\(all)"))
        let entries = try #require(rehearsal.state.picker?.entries(in: rehearsal.state))
        #expect(entries[entries.count - 1].text.first?.text.contains("另有 \(all - 50) 个未列出") == true)
    }
}
