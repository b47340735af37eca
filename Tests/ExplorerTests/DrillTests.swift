import CaseModel
import Screen
import Testing

@testable import Explorer

@Suite struct DrillTests {
    @Test func `three Enters lead from a driver to a project, the fourth opens its page`() {
        var rehearsal = Rehearsal()
        rehearsal.press(.enter)
        #expect(rehearsal.pins == ["drv-law"])
        #expect(rehearsal.selected == "org-plan")
        rehearsal.press(.enter)
        #expect(rehearsal.selected == "prj-rail")
        rehearsal.press(.enter)
        #expect(rehearsal.pins == ["drv-law", "org-plan", "prj-rail"])
        #expect(rehearsal.state.mode == .view(.browse))
        rehearsal.press(.enter)
        #expect(rehearsal.state.mode == .view(.reader))
        #expect(rehearsal.picture.contains("2018年1月25日开通运营。"))
    }

    @Test func `the other panes narrow to what is connected with everything pinned`() {
        var rehearsal = Rehearsal()
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

    @Test func `the breadcrumb grows, by the shortest name in the language`() {
        var rehearsal = Rehearsal()
        rehearsal.press(.enter, .enter)
        #expect(rehearsal.picture.contains("⌂ › 支持闯新路 › 规划衔接"))
        rehearsal.press(.function(2))
        #expect(rehearsal.picture.contains("⌂ › A new path › Alignment of plans"))
    }

    @Test(arguments: [.left, "h", .escape, .backspace] as [Key])
    func `removing a pin selects its item`(key: Key) {
        var rehearsal = Rehearsal()
        rehearsal.press(.enter, .enter, .enter)
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

    @Test func `a pane without connected items is skipped`() {
        var rehearsal = Rehearsal()
        rehearsal.press("3", .end)
        #expect(rehearsal.selected == "prj-lone")
        rehearsal.press(.enter)
        rehearsal.press("1")
        #expect(rehearsal.picture.contains("没有与所固定各项都相连"))
        rehearsal.press(.enter)
        #expect(rehearsal.pins == ["prj-lone"])
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
        var rehearsal = Rehearsal(rows: 60)
        rehearsal.press(.enter, .enter)
        #expect(rehearsal.picture.contains("◐ 规划衔接 → 合作协议 → 渝贵铁路"))
        #expect(rehearsal.picture.contains("协议写明了它 有来源"))
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
        var rehearsal = Rehearsal(CaseGraph(made), rows: 60)
        rehearsal.press(":")
        rehearsal.type("prj-rail")
        rehearsal.press(.enter)
        #expect(rehearsal.picture.contains("●↶ 合作协议 → 渝贵铁路"))
        #expect(rehearsal.picture.contains("早于所应"))
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
