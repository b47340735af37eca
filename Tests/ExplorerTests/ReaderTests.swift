import CaseModel
import Screen
import Testing

@testable import Explorer

@Suite struct ReaderTests {
    private func reading(_ id: String, columns: Int = 80, rows: Int = 60) -> Rehearsal {
        var rehearsal = Rehearsal(columns: columns, rows: rows)
        rehearsal.press(":")
        rehearsal.type(id)
        rehearsal.press(.enter, "r")
        return rehearsal
    }

    @Test func `the page shows everything on an item`() {
        let picture = reading("prj-rail").picture
        for part in [
            "渝贵铁路", "Chongqing–Guiyang railway", "2013-05 – 2018-01-25", "运营（截至 2022-01） [1]", "綦江区",
            "发展改革委", "约347 km [1]", "1. 2018年1月25日开通运营。", "[1] 报道 · 2018-01-25 · “开通运营”",
            "→ 落实 合作协议", "因为 协议写明了它 有来源 [1]", "因为 双方共建 解读", "↑ 基础设施", "里程另有367公里一说。",
            "[2] 学报. 一篇论文. 2026-05",
        ] {
            #expect(picture.contains(part), "\(part) is missing")
        }
    }

    @Test func `links are shown at both ends`() {
        let picture = reading("arr-pact").picture
        #expect(picture.contains("← 由其落实 渝贵铁路"))
        #expect(picture.contains("← 源于 规划衔接"))
    }

    @Test func `Tab selects links and sources, Enter follows, back returns to the same line`() {
        var rehearsal = reading("prj-rail", rows: 20)
        rehearsal.press(.tab, .tab, .tab)
        let left = rehearsal.picture
        rehearsal.press(.enter)
        #expect(rehearsal.picture.contains("arr-pact"))
        rehearsal.press(.left)
        #expect(rehearsal.picture == left)
        rehearsal.press(.left)
        #expect(rehearsal.state.mode == .view(.browse))
    }

    @Test func `a source lists its citations, and links to them`() {
        var rehearsal = reading("prj-rail")
        rehearsal.press(.tab, .enter)
        #expect(rehearsal.picture.contains("src-news"))
        #expect(rehearsal.picture.contains("引用它的 1"))
        #expect(rehearsal.picture.contains("无链接"))
        rehearsal.press(.tab, .enter)
        #expect(rehearsal.picture.contains("prj-rail"))
    }

    /// Libraries have Chinese names in the place of the family name, where nobody spelled them in Latin letters.
    @Test(arguments: [LanguageChoice.chinese, .english])
    func `a name in Chinese characters is shown once`(language: LanguageChoice) {
        var made = SmallCase.make()
        made.sources[0].authors = [
            Source.Author(family: "赵颖", given: "", chinese: "赵颖"),
            Source.Author(family: "张", given: "鹏", chinese: "张鹏"), Source.Author(family: "李四", given: ""),
            Source.Author(family: "Wang", given: "Wu", chinese: "王五"),
        ]
        let text = readerText(CaseGraph(made), entity: .source(0), language: language, columns: 80)
        #expect(text.contains(" 赵颖; 张鹏; 李四; 王五 Wang Wu"))
    }

    @Test func `every line of a long text can be reached, one step a key`() {
        var rehearsal = reading("prj-rail", columns: 30, rows: 8)
        var seen = ""
        for _ in 0..<200 {
            seen += rehearsal.picture
            rehearsal.press(.down)
        }
        for part in ["约347 km", "论文以它为例", "里程另有367公里", "一篇论文"] {
            #expect(seen.contains(part), "\(part) was never shown")
        }
        for _ in 0..<200 { rehearsal.press(.up) }
        #expect(rehearsal.picture.contains("Chongqing–Guiyang"))
    }

    @Test func `the paragraph at the top stays there when the screen is resized`() throws {
        var rehearsal = reading("prj-rail", columns: 100, rows: 12)
        rehearsal.press(.pageDown, .down, .pageDown)
        let wide = try #require(rehearsal.state.layout.page)
        let top = try #require(rehearsal.state.reader?.top)
        rehearsal.resize(columns: 30, rows: 12)
        let narrow = try #require(rehearsal.state.layout.page)
        let moved = try #require(rehearsal.state.reader?.top)
        #expect(moved > top, "the lines above the paragraph are more")
        #expect(narrow.lines[moved].paragraph == wide.lines[top].paragraph)
        rehearsal.resize(columns: 100, rows: 12)
        #expect(rehearsal.state.reader?.top == top)
    }

    @Test(arguments: [(1, 1), (1, 50), (80, 1), (2, 2), (40, 20), (300, 100)])
    func `sizes that show too little lose no place`(columns: Int, rows: Int) throws {
        var rehearsal = reading("prj-rail", columns: 100, rows: 12)
        rehearsal.press(.pageDown, .down, .pageDown)
        let picture = rehearsal.picture
        rehearsal.resize(columns: columns, rows: rows)
        rehearsal.resize(columns: 60, rows: 5)
        rehearsal.resize(columns: 100, rows: 12)
        #expect(rehearsal.picture == picture)
        // A reader who has moved there goes on from where they are; a link that is in view there stays so.
        guard rows < 100 else { return }
        rehearsal.resize(columns: columns, rows: rows)
        rehearsal.press(.home)
        rehearsal.resize(columns: 100, rows: 12)
        #expect(rehearsal.state.reader?.top == 0)
    }

    @Test func `an item without evidence says so`() {
        #expect(reading("prj-lone").picture.contains("尚无证据"))
    }

    @Test func `q closes the reader, and then the explorer`() {
        var rehearsal = reading("prj-rail")
        rehearsal.press("q")
        #expect(rehearsal.state.mode == .view(.browse))
        #expect(rehearsal.effects.isEmpty)
        rehearsal.press("q")
        #expect(rehearsal.effects == [.quit])
    }

    @Test func `a link that runs backwards in time is marked, from either end`() throws {
        var made = SmallCase.make()
        for position in made.items.indices {
            switch made.items[position].id {
            case "arr-pact": made.items[position].period = Period(start: PartialDate("2018"))
            case "org-plan": made.items[position].period = Period(start: PartialDate("2012"))
            case _: break
            }
        }
        var rehearsal = Rehearsal(CaseGraph(made), columns: 120, rows: 60)
        let remark = "（2013 早于所应的 2018，后来纳入）"
        for (id, arrow) in [("prj-rail", "→ ↶ 落实 合作协议"), ("arr-pact", "← ↶ 由其落实 渝贵铁路")] {
            rehearsal.read(.item(try #require(SmallCase.graph.position(of: ID(id)))))
            #expect(rehearsal.picture.contains(arrow))
            #expect(rehearsal.picture.components(separatedBy: remark).count == 2, "only that one")
        }
    }

    /// Its own evidence is older than what it answers, though no date of its own tells.
    @Test
    func `an undated item says since when it is claimed of, on its page, in its trace and below the panes`()
        throws
    {
        var made = SmallCase.make()
        let rail = try #require(made.items.firstIndex { $0.id == "prj-rail" })
        let pact = try #require(made.items.firstIndex { $0.id == "arr-pact" })
        made.items[rail].period = nil
        for claim in made.items[rail].evidence.indices { made.items[rail].evidence[claim].date = nil }
        made.items[rail].evidence[0].date = PartialDate("2016-05")
        made.items[pact].period = Period(start: PartialDate("2018"))
        let graph = CaseGraph(made)
        let remark = "（2016 已有记述，早于所应的 2018）"
        var rehearsal = Rehearsal(graph, columns: 120, rows: 60)
        rehearsal.read(.item(rail))
        #expect(rehearsal.picture.contains(remark))
        #expect(rehearsal.picture.contains("→ 落实 合作协议"), "no ↶: that goes by dates of beginning")
        let step = try #require(graph.outgoing[rail].first { $0.to == pact })
        let chain = Chain(items: [pact, rail], steps: [.link(step)])
        let text = TraceDocument.make(graph, chain, language: .chinese).text(columns: .max)
        #expect(text.contains("日期不详，2016年已有记述"))
        #expect(text.contains(remark) && !text.contains("↶"))
        rehearsal = Rehearsal(graph, columns: 120, rows: 60)
        rehearsal.press(":")
        rehearsal.type("prj-rail")
        rehearsal.press(.enter)
        #expect(rehearsal.picture.contains("渝贵铁路（日期不详，2016年已有记述）"))
        made.items[rail].evidence[0].date = nil
        let silent = TraceDocument.make(CaseGraph(made), chain, language: .english).text(columns: .max)
        #expect(silent.contains(" · undated\n") || silent.hasSuffix(" · undated"))
    }
}
