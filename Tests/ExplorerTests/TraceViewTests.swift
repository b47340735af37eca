import CaseModel
import Foundation
import Screen
import Testing

@testable import Explorer

@Suite struct TraceViewTests {
    /// The trace of the railway.
    private func traced(_ id: String = "prj-rail") -> Rehearsal {
        var rehearsal = Rehearsal(rows: 40)
        rehearsal.press(":")
        rehearsal.type(id)
        rehearsal.press(.enter, "t")
        return rehearsal
    }

    @Test func `a chain has its steps with reason and source`() {
        let picture = traced().picture
        let order = ["支持闯新路", "↓ 促成", "协作需要", "规划衔接", "合作协议", "↓ 由其落实  协议写明了它", "渝贵铁路"]
        var rest = picture[...]
        for part in order {
            let found = rest.range(of: part)
            #expect(found != nil, "\(part) is missing or out of order in\n\(picture)")
            rest = rest[(found?.upperBound ?? rest.startIndex)...]
        }
        #expect(picture.contains("○ 第 1 条，共 1 条 · 4 步：有来源 2，解读 2"))
        #expect(picture.contains("[学报. 一篇论文. 2026-05]"))
        #expect(picture.contains("需要衔接 解读"))
    }

    @Test func `other chains are one key away, and notices mark the ends`() {
        var made = SmallCase.make()
        made.items[1].links.append(Link(to: "arr-pact", relation: "gives-rise-to"))
        var rehearsal = Rehearsal(CaseGraph(made), rows: 40)
        rehearsal.press(":")
        rehearsal.type("prj-rail")
        rehearsal.press(.enter, "t")
        #expect(rehearsal.picture.contains("◐ 第 1 条，共 2 条 · 2 步：有来源 1，解读 1"))
        rehearsal.press("<")
        #expect(rehearsal.picture.contains("这是最好的一条链"))
        rehearsal.press(">")
        #expect(rehearsal.picture.contains("○ 第 2 条，共 2 条 · 4 步：有来源 2，解读 2"))
        rehearsal.press(">")
        #expect(rehearsal.picture.contains("没有更多的链"))
        rehearsal.press(.left)
        #expect(rehearsal.state.mode == .view(.browse), "turning chains is one place in the history")
    }

    @Test func `a step links to its item, and the page to the items that follow`() {
        var rehearsal = traced("con-need")
        #expect(rehearsal.picture.contains("由此而来 1"))
        #expect(rehearsal.picture.contains("规划衔接  ↓ 促成  需要衔接 解读"))
        rehearsal.press(.end, .tab, .tab, .tab, .enter)
        #expect(rehearsal.picture.contains("org-plan"))
        rehearsal.press("t")
        #expect(rehearsal.picture.contains("第 1 条，共 1 条 · 2 步"))
    }

    @Test func `with a pin, a trace starts from what is pinned last`() throws {
        var rehearsal = Rehearsal(rows: 40)
        rehearsal.press(.enter, ":")
        rehearsal.type("prj-rail")
        rehearsal.press(.enter, "t")
        #expect(rehearsal.picture.contains("溯源  支持闯新路 → 渝贵铁路"))
        #expect(rehearsal.picture.contains("○ 第 1 条，共 1 条 · 4 步：有来源 2，解读 2"))
        let encoded = rehearsal.state.viewpoint.encoded(in: SmallCase.graph)
        #expect(encoded.contains("view=trace&at=prj-rail&from=drv-law&chain=0"))
        #expect(Viewpoint(encoded: encoded, in: rehearsal.state) == rehearsal.state.viewpoint)
        // Seen from the driver itself, the trace leads to nothing else.
        rehearsal.press("1", .home, "t")
        #expect(rehearsal.picture.contains("链条从这里开始。"))
    }

    @Test func `a trace says that no chain leads from an item`() throws {
        let position = { (id: String) in try #require(SmallCase.graph.position(of: ID(id))) }
        var rehearsal = Rehearsal(rows: 40)
        rehearsal.read(.trace(try position("prj-rail"), from: try position("drv-map"), chain: 0))
        #expect(rehearsal.picture.contains("没有从经济圈规划到这里的链。"))
    }

    @Test func `an item without a chain says so`() {
        #expect(traced("prj-lone").picture.contains("没有从政策驱动到这里的链。"))
        #expect(traced("drv-law").picture.contains("链条从这里开始。"))
    }

    @Test func `the hint for other chains is there only with other chains`() {
        #expect(!traced("drv-law").lastLine.contains("换链"))
        #expect(!traced().lastLine.contains("换链"), "the only chain")
        var made = SmallCase.make()
        made.items[1].links.append(Link(to: "arr-pact", relation: "gives-rise-to"))
        var rehearsal = Rehearsal(CaseGraph(made), columns: 120, rows: 40)
        rehearsal.press(":")
        rehearsal.type("prj-rail")
        rehearsal.press(.enter, "t")
        #expect(rehearsal.lastLine.contains("换链"))
    }

    @Test func `in a narrow layout a trace starts from what explains the row`() throws {
        let graph = SmallCase.graph
        var rehearsal = Rehearsal(columns: 60)
        let position = try #require(graph.position(of: "org-plan"))
        let driver = try #require(graph.position(of: "drv-law"))
        rehearsal.press("1", .home, .right)
        rehearsal.show(position)
        #expect(rehearsal.state.browse.reference(of: position)?.origin == driver)
        rehearsal.press("t")
        guard case .trace(position, let origin, 0)? = rehearsal.state.reader?.subject else {
            Issue.record("no trace is open")
            return
        }
        #expect(origin == driver)
    }
}
