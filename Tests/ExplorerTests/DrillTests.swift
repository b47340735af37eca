import BundledCase
import CaseModel
import Screen
import Testing

@testable import Explorer

@Suite struct DrillTests {
    /// The small case with a source for one more link, so that the railway is well founded in the law.
    private static let founded: CaseGraph = {
        var made = SmallCase.make()
        for number in made.items.indices where made.items[number].id == "org-plan" {
            made.items[number].links[0].source = "src-paper"
        }
        return CaseGraph(made)
    }()

    @Test func `three Enters lead from a driver to a project's page`() {
        var rehearsal = Rehearsal(Self.founded)
        rehearsal.press(.enter)
        #expect(rehearsal.pins == ["drv-law"])
        #expect(rehearsal.selected == "org-plan")
        rehearsal.press(.enter)
        #expect(rehearsal.selected == "prj-rail")
        rehearsal.press(.enter)
        #expect(rehearsal.pins == ["drv-law", "org-plan"], "a project is opened, not pinned")
        #expect(rehearsal.state.mode == .view(.reader))
        #expect(rehearsal.picture.contains("2018年1月25日开通运营。"))
    }

    @Test func `the other panes narrow to what is connected with everything pinned`() {
        var rehearsal = Rehearsal(Self.founded)
        rehearsal.press(.enter)
        #expect(
            shown(rehearsal) == [
                ["drv-law", "drv-map", "con-need"], ["org-plan", "arr-pact"], ["fld-roads", "prj-rail"],
            ])
        rehearsal.press(.enter)
        #expect(
            shown(rehearsal) == [
                ["drv-law", "con-need"], ["org-plan", "arr-pact"], ["fld-roads", "prj-rail"],
            ])
    }

    @Test func `the breadcrumb grows, by the short title in the language`() {
        var rehearsal = Rehearsal()
        rehearsal.press(.enter, .enter)
        #expect(rehearsal.picture.contains("⌂ › 支持闯新路 › 规划衔接"))
        rehearsal.press(.function(2))
        #expect(rehearsal.picture.contains("⌂ › A new path › Alignment of plans"))
    }

    @Test func `a long breadcrumb drops from the middle, after the case's title, and never the first`() {
        var rehearsal = Rehearsal(columns: 120, language: .english)
        rehearsal.press("2", "P", "1", "P", .down, "P")
        #expect(rehearsal.picture.contains("Small case  ⌂ › Alignment"))
        rehearsal.resize(columns: 66, rows: 24)
        let header = rehearsal.picture.prefix { $0 != "\n" }
        #expect(!header.contains("Small case"))
        #expect(header.contains("⌂ › Alignment of plans › …"))
        #expect(header.contains("Need to cooperate"))
    }

    @Test func `however narrow the screen, the breadcrumb shows that there are more pins`() {
        var rehearsal = Rehearsal(columns: 40, language: .english)
        rehearsal.press("2", "P", "1", "P")
        #expect(rehearsal.pins.count == 2)
        let header = rehearsal.picture.prefix { $0 != "\n" }
        #expect(header.contains("Align") && header.contains("› …"), "\(header)")
    }

    @Test(arguments: [LanguageChoice.chinese, .english])
    func `a notice gives up its last clauses on a narrow screen, and none is cut`(language: LanguageChoice) {
        for columns in [40, 60, 80] {
            var rehearsal = Rehearsal(columns: columns, language: language)
            rehearsal.press(.enter)
            #expect(rehearsal.lastLine.contains("◆"), "\(rehearsal.lastLine)")
            #expect(!rehearsal.lastLine.contains("…"), "\(rehearsal.lastLine)")
            rehearsal.press("M")
            #expect(!rehearsal.lastLine.contains("…") || columns == 40, "\(rehearsal.lastLine)")
        }
    }

    @Test(arguments: [.escape, .backspace] as [Key])
    func `removing the last pin selects its item`(key: Key) {
        var rehearsal = Rehearsal(Self.founded)
        rehearsal.press(.enter, .enter, "P")
        rehearsal.press(key)
        #expect(rehearsal.pins == ["drv-law", "org-plan"])
        #expect(rehearsal.selected == "prj-rail")
        rehearsal.press(key)
        #expect(rehearsal.pins == ["drv-law"])
        #expect(rehearsal.selected == "org-plan")
        rehearsal.press(key, key)
        #expect(rehearsal.pins.isEmpty)
        #expect(rehearsal.selected == "drv-law")
        #expect(shown(rehearsal)[2].count == 6)
    }

    @Test func `Enter on a pinned row takes that pin off, whichever it is`() {
        var rehearsal = Rehearsal(Self.founded)
        rehearsal.press(.enter, .enter)
        #expect(rehearsal.pins == ["drv-law", "org-plan"])
        rehearsal.press("1")
        #expect(rehearsal.selected == "drv-law")
        rehearsal.press(.enter)
        #expect(rehearsal.pins == ["org-plan"])
        #expect(rehearsal.selected == "drv-law", "the selection stays where the pin was")
    }

    @Test func `right and left go through the panes without pinning`() {
        var rehearsal = Rehearsal()
        rehearsal.press(.right)
        #expect(rehearsal.selected == "org-plan")
        rehearsal.press("l")
        #expect(rehearsal.selected == "mode-equals")
        rehearsal.press(.right)
        #expect(rehearsal.lastLine.contains("已是最后一栏"))
        rehearsal.press("h", .left)
        #expect(rehearsal.selected == "drv-law")
        rehearsal.press(.left)
        #expect(rehearsal.lastLine.contains("已是第一栏"))
        #expect(rehearsal.pins.isEmpty)
    }

    @Test func `a pin that leaves nothing to go on to says so`() {
        var rehearsal = Rehearsal()
        rehearsal.press("3", .end)
        #expect(rehearsal.selected == "prj-lone")
        rehearsal.press("P", "1")
        #expect(rehearsal.picture.contains("没有与所固定各项都相连"))
        rehearsal.press("3", .escape, "1", .enter, .enter)
        #expect(rehearsal.selected == "org-plan")
        #expect(rehearsal.lastLine.contains("右边较弱 1 项，v 显示"))
        #expect(rehearsal.picture.contains("有 1 项与所固定"))
    }

    @Test(arguments: [LanguageChoice.chinese, .english], [40, 60])
    func `on a narrow screen the last line still says why a pin leads nowhere`(
        language: LanguageChoice, columns: Int
    ) throws {
        var rehearsal = Rehearsal(
            CaseGraph(try BundledCase.open()), columns: columns, rows: 20, language: language)
        rehearsal.press(.escape, .down, .enter, .enter)
        let words = language == .chinese ? #/；右边较弱 \d+ 项，v 显示/# : #/; right: \d+ weak, v shows/#
        #expect(rehearsal.lastLine.contains(words), "\(rehearsal.lastLine)")
    }

    @Test func `what nothing lies below is opened`() {
        var rehearsal = Rehearsal()
        rehearsal.press("3")
        #expect(rehearsal.selected == "mode-equals")
        rehearsal.press(.enter)
        #expect(rehearsal.pins.isEmpty)
        #expect(rehearsal.state.mode == .view(.reader))
    }

    @Test func `a field leads to its projects in the same pane`() {
        var rehearsal = Rehearsal()
        rehearsal.press("3", .down)
        #expect(rehearsal.selected == "fld-roads")
        rehearsal.press(.enter)
        #expect(rehearsal.selected == "prj-rail")
        #expect(rehearsal.pins == ["fld-roads"])
    }

    @Test func `the detail bar explains the connection to the last pin`() {
        var rehearsal = Rehearsal(columns: 120, rows: 60)
        rehearsal.press(.enter, "v", .enter)
        #expect(rehearsal.picture.contains("◐ 规划衔接 → 合作协议（日期不详） → 渝贵铁路 2013"))
        #expect(rehearsal.picture.contains("渝贵铁路 2013 · 2 步：有来源 1，解读 1 · 末步 由其落实：协议写明了它"))
    }

    @Test func `without a pin the detail bar shows the strongest link, and a step backwards in time`() {
        var made = SmallCase.make()
        guard let rail = made.items.firstIndex(where: { $0.id == "prj-rail" }),
            let pact = made.items.firstIndex(where: { $0.id == "arr-pact" })
        else {
            Issue.record("the small case has changed")
            return
        }
        made.items[rail].period = Period(start: PartialDate("2010"))
        made.items[pact].period = Period(start: PartialDate("2018"))
        var rehearsal = Rehearsal(CaseGraph(made), columns: 120, rows: 60)
        rehearsal.press(":")
        rehearsal.type("prj-rail")
        rehearsal.press(.enter)
        #expect(rehearsal.picture.contains("●↶ 合作协议 2018 → 渝贵铁路 2010"))
        #expect(rehearsal.picture.contains("（2010 早于所应的 2018，后来纳入）"))
    }

    @Test func `history goes back and forward like a browser`() {
        var rehearsal = Rehearsal()
        rehearsal.press(.down, .enter)
        #expect(rehearsal.pins == ["drv-map"])
        rehearsal.press("[")
        #expect(rehearsal.pins.isEmpty)
        #expect(rehearsal.selected == "drv-map")
        rehearsal.press("]")
        #expect(rehearsal.pins == ["drv-map"])
        rehearsal.press("]")
        #expect(rehearsal.picture.contains("已是最近的一处"))
        rehearsal.press("[", .up, .enter)
        #expect(rehearsal.pins == ["drv-law"])
        rehearsal.press("]")
        #expect(rehearsal.pins == ["drv-law"], "a new way forgets the old one ahead")
    }

    /// A screen that stays open for weeks would fill the memory with it.
    @Test func `history keeps the latest viewpoints and lets the others go`() {
        var rehearsal = Rehearsal()
        for _ in 0..<History.limit { rehearsal.press("4", "5", "6") }
        let last = rehearsal.state.viewpoint
        for step in 1..<History.limit {
            rehearsal.press("[")
            #expect(rehearsal.state.viewpoint != last || step % 3 == 0)
            #expect(!rehearsal.picture.contains("已是最早的一处"))
        }
        rehearsal.press("[")
        #expect(rehearsal.picture.contains("已是最早的一处"))
        for _ in 1..<History.limit { rehearsal.press("]") }
        #expect(rehearsal.state.viewpoint == last)
        rehearsal.press("]")
        #expect(rehearsal.picture.contains("已是最近的一处"))
    }

    @Test func `panes are reached by number, Tab and Shift-Tab`() {
        var rehearsal = Rehearsal()
        rehearsal.press(.tab)
        #expect(rehearsal.selected == "org-plan")
        rehearsal.press(.backTab, .backTab)
        #expect(rehearsal.selected == "mode-equals")
        rehearsal.press("2")
        #expect(rehearsal.selected == "org-plan")
    }

    @Test func `full-width keys count as the usual ones, other Han input shows a hint`() {
        var rehearsal = Rehearsal()
        rehearsal.press("３")
        #expect(rehearsal.selected == "mode-equals")
        rehearsal.press("？")
        #expect(rehearsal.state.mode == .list(.help))
        rehearsal.press(.escape, "你")
        #expect(rehearsal.picture.contains("输入法"))
        rehearsal.press("ｑ")
        #expect(rehearsal.effects == [.quit])
    }

    private func shown(_ rehearsal: Rehearsal) -> [[String]] {
        rehearsal.state.browse.columns.map { column in
            column.outline.rows.compactMap { row in
                guard case .item(let position) = row.content else { return nil }
                return rehearsal.state.graph.item(position).id.text
            }
        }
    }
}
