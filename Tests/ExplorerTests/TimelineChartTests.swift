import BundledCase
import CaseModel
import Foundation
import GoldenSupport
import Screen
import SeededRandom
import Testing

@testable import Explorer

/// The timeline: its picture and its keys.
@Suite struct TimelineChartTests {
    private func opened(
        _ graph: CaseGraph = TimelineCase.graph, at id: ID<Item>? = nil, columns: Int = 80, rows: Int = 24,
        language: LanguageChoice = .chinese
    ) -> Rehearsal {
        var rehearsal = Rehearsal(graph, columns: columns, rows: rows, language: language)
        if let position = id.flatMap({ graph.position(of: $0) }) { rehearsal.show(position) }
        rehearsal.press("5")
        return rehearsal
    }

    /// The text in reverse video: the selection.
    private func marked(_ rehearsal: Rehearsal) -> String {
        let grid = rehearsal.grid
        return (0..<grid.size.rows).map { row in
            String(
                (0..<grid.size.columns).filter { grid[row, $0].style.attributes.contains(.reverse) }
                    .compactMap { grid[row, $0].character })
        }.joined()
    }

    @Test(arguments: [(80, 24), (200, 60), (40, 10)], LanguageChoice.allCases)
    func picture(size: (Int, Int), language: LanguageChoice) throws {
        let graph = CaseGraph(try BundledCase.open())
        var rehearsal = opened(
            graph, at: "prj-chongqing-guiyang-railway", columns: size.0, rows: size.1, language: language)
        let suffix = "\(size.0)x\(size.1)-\(language)"
        try expect(rehearsal.picture, matchesFile: "timeline-" + suffix, in: "Pictures")
        rehearsal.press("+", "+", "+")
        try expect(rehearsal.picture, matchesFile: "timeline-zoomed-" + suffix, in: "Pictures")
    }

    @Test func `every shape of a date`() throws {
        var rehearsal = opened(at: "prj-rail")
        try expect(rehearsal.grid.picture(marking: true), matchesFile: "timeline-shapes-zh", in: "Pictures")
        rehearsal.press("+", "+", "+", "+", "+")
        try expect(rehearsal.picture, matchesFile: "timeline-months-zh", in: "Pictures")
        try expect(
            rehearsal.grid.drawn(in: .ascii).description, matchesFile: "timeline-months-ascii-zh",
            in: "Pictures")
    }

    @Test(arguments: [(80, 24), (200, 60)], [LanguageChoice.chinese, .english])
    func `before our era, about, uncertain and open`(size: (Int, Int), language: LanguageChoice) throws {
        var rehearsal = opened(
            HistoryCase.graph, at: "rul-three", columns: size.0, rows: size.1, language: language)
        let suffix = "\(size.0)x\(size.1)-\(language.description)"
        try expect(rehearsal.picture, matchesFile: "timeline-history-" + suffix, in: "Pictures")
        rehearsal.press("+", "+", "+", "+")
        try expect(rehearsal.picture, matchesFile: "timeline-history-zoomed-" + suffix, in: "Pictures")
    }

    @Test func `years before our era read alike in the reader, the caption and the lists`() {
        var rehearsal = opened(HistoryCase.graph, at: "rul-three", columns: 120, language: .english)
        #expect(rehearsal.picture.contains("from c. 256 BCE, no end yet"))
        rehearsal.press(.enter)
        #expect(rehearsal.picture.contains("c. 256 BCE –"))
        rehearsal = opened(HistoryCase.graph, at: "evt-fishing")
        #expect(rehearsal.picture.contains("无始期，至1958年"))
        rehearsal = opened(HistoryCase.graph, at: "evt-flood", language: .english)
        rehearsal.press(.enter)
        #expect(rehearsal.picture.contains("primary · 299 BCE?"))
        #expect(rehearsal.picture.contains("Shiji. c. 91 BCE"))
        rehearsal.press("8")
        #expect(rehearsal.picture.contains("1  c. 91 BCE   "))
        let report = TextReport(HistoryCase.graph, language: .chinese)
        #expect(report.sources.contains("约公元前91年"))
        #expect(report.timeline(columns: 100).contains("约公元前256年 –"))
    }

    @Test func `the days of the bundled case are those of a calendar that is not ours`() throws {
        let graph = CaseGraph(try BundledCase.open())
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        func span(_ text: String) throws -> (first: Date, last: Date) {
            // A doubtful date spans the same days.
            let parts = try text.split(separator: "-").map { part in
                try #require(Int(part.prefix(while: \.isNumber)))
            }
            let components = DateComponents(
                year: parts[0], month: parts.count > 1 ? parts[1] : 1, day: parts.count > 2 ? parts[2] : 1)
            let first = try #require(calendar.date(from: components))
            let unit = [Calendar.Component.year, .month, .day][parts.count - 1]
            let next = try #require(calendar.date(byAdding: unit, value: 1, to: first))
            return (first, try #require(calendar.date(byAdding: .day, value: -1, to: next)))
        }
        var days: [Date] = []
        for item in graph.case.items {
            for date in [item.period?.start, item.period?.end].compactMap({ $0 }) {
                let span = try span(date.description)
                days += [span.first, span.last]
            }
            // An ongoing item is known up to the date of its status.
            let hasOpenEnd = item.period?.start != nil && item.period?.end == nil
            let stage = graph.case.statuses.first { $0.id == item.status?.value }?.stage
            if hasOpenEnd, stage != .done, stage != .stopped, let asOf = item.status?.asOf {
                days.append(try span(asOf.description).first)
            }
        }
        let (first, last) = (try #require(days.min()), try #require(days.max()))
        let epoch = try #require(calendar.date(from: DateComponents(year: 1, month: 1, day: 1)))
        func number(_ date: Date) -> Int? {
            // Foundation's calendar is Julian before 1582, two days behind in the year 1.
            calendar.dateComponents([.day], from: epoch, to: date).day.map { $0 + 1 - 2 }
        }
        let range = try #require(graph.timeline.range)
        #expect(range.lowerBound == number(first))
        #expect(range.upperBound == number(last))
    }

    @Test func `moving by rows visits every item on the timeline once`() {
        var rehearsal = opened()
        rehearsal.press(.home)
        var met: [ID<Item>] = []
        while let selected = rehearsal.selected, met.last != selected {
            met.append(selected)
            rehearsal.press(.down)
        }
        #expect(
            met == [
                "drv-map", "drv-law", "arr-talks", "arr-pact", "prj-rail", "prj-ferry", "prj-visit",
                "prj-river",
                "prj-lone",
            ])
        rehearsal.press(.home)
        #expect(rehearsal.selected == "drv-map")
        rehearsal.press(.pageDown)
        #expect(rehearsal.selected == "prj-lone")
        rehearsal.press("K")
        #expect(rehearsal.selected == "arr-talks")
        rehearsal.press("J")
        #expect(rehearsal.selected == "prj-rail")
    }

    @Test func `beyond the first and the last lane there is nothing, and it says so`() {
        for (there, beyond) in [(Key.home, "K" as Key), (.end, "J")] {
            var rehearsal = opened(at: "arr-talks")
            rehearsal.press(there)
            let selected = rehearsal.selected
            rehearsal.press(beyond)
            #expect(rehearsal.selected == selected)
            #expect(rehearsal.lastLine.contains("那边没有更多内容"))
        }
    }

    @Test func `moving in time visits every dated item, in any lane`() {
        var rehearsal = opened(at: "arr-talks")
        var met: [ID<Item>] = []
        while let selected = rehearsal.selected, met.last != selected {
            met.append(selected)
            rehearsal.press(.right)
        }
        #expect(
            met == [
                "arr-talks", "prj-rail", "drv-map", "prj-ferry", "arr-pact", "prj-visit", "prj-river",
                "drv-law",
            ])
        rehearsal.press(.left, .left)
        #expect(rehearsal.selected == "prj-visit")
        rehearsal.press(.end)
        #expect(rehearsal.selected == "prj-lone")
        rehearsal.press(.right)
        #expect(rehearsal.selected == "prj-lone")
        rehearsal.press(.left)
        #expect(rehearsal.selected == "drv-law")
    }

    @Test func `the timeline opens at the selection, and the panes follow it`() {
        var rehearsal = opened(at: "prj-river")
        #expect(marked(rehearsal) == "河流治理")
        #expect(rehearsal.picture.contains("起始不详，至2021年12月24日"))
        rehearsal.press(.up)
        #expect(marked(rehearsal) == "考察")
        rehearsal.press("q")
        #expect(rehearsal.selected == "prj-visit")
        rehearsal.press("5", .enter)
        #expect(rehearsal.picture.contains("prj-visit"))
        rehearsal.press(.escape)
        #expect(marked(rehearsal) == "考察")
    }

    @Test func `an undated item is listed as undated`() {
        let rehearsal = opened(at: "prj-lone")
        #expect(marked(rehearsal) == "孤立项目")
        #expect(rehearsal.picture.contains("? 孤立项目"))
        #expect(rehearsal.picture.contains(" 日期不详 · 项目"))
        #expect(rehearsal.picture.contains("行动 · 项目  4，另有 1 项日期不详"))
    }

    @Test func `an item that does not take place in time is not shown, and keys still work`() {
        var rehearsal = opened(at: "mode-equals")
        #expect(marked(rehearsal).isEmpty)
        #expect(rehearsal.picture.contains("“平等协调”不在时间线上"))
        rehearsal.press(.enter)
        #expect(rehearsal.state.mode == .view(.timeline))
        rehearsal.press(.right)
        #expect(rehearsal.selected == "arr-talks")
        var other = opened(at: "mode-equals")
        other.press(.down)
        #expect(other.selected == "drv-map")
    }

    @Test func `pins narrow it like the panes`() {
        var rehearsal = Rehearsal(TimelineCase.graph)
        rehearsal.show(TimelineCase.graph.position(of: "drv-map") ?? 0)
        rehearsal.press(.enter, "v", "5")
        #expect(rehearsal.picture.contains("联席会谈"))
        #expect(rehearsal.picture.contains("河流治理"))
        #expect(!rehearsal.picture.contains("渝贵铁路"))
        #expect(rehearsal.picture.contains("组织 · 协作安排  1 "))
    }

    @Test func `today is marked if it is visible, and a near one is included`() throws {
        var made = TimelineCase.make()
        made.items.removeAll { $0.period != nil && $0.id != "prj-rail" }
        // Without a status the railway's days end with its works.
        for number in made.items.indices { made.items[number].status = nil }
        var rehearsal = opened(CaseGraph(made), at: "prj-rail")
        #expect(!rehearsal.picture.contains("今天"))
        rehearsal.know(today: try #require(PartialDate("2016-01-01")))
        let before = try #require(columnOfToday(rehearsal))
        #expect((35...48).contains(before))
        rehearsal.know(today: try #require(PartialDate("2018-12-31")))
        #expect(try #require(columnOfToday(rehearsal)) == 77)
        rehearsal.know(today: try #require(PartialDate("2026-11-24")))
        #expect(!rehearsal.picture.contains("今天"))
    }

    private func columnOfToday(_ rehearsal: Rehearsal) -> Int? {
        let grid = rehearsal.grid
        guard rehearsal.picture.contains("今天") else { return nil }
        return (0..<grid.size.columns).first { grid[4, $0].character == "│" }
    }

    @Test func `a change of the selection touches two lines and the caption`() {
        var rehearsal = opened(at: "prj-rail", rows: 30)
        let before = rehearsal.picture.split(separator: "\n", omittingEmptySubsequences: false)
        rehearsal.press(.down)
        let after = rehearsal.picture.split(separator: "\n", omittingEmptySubsequences: false)
        let changed = zip(before, after).enumerated().filter { $1.0 != $1.1 }.map(\.offset)
        #expect(changed.allSatisfy { $0 >= before.count - 3 }, "\(changed)")
    }

    @Test func `an encoded viewpoint has the same days and the same item on any screen`() throws {
        var presenter = opened(at: "prj-rail")
        presenter.press("+", "+", "+", .right, ">")
        let place = presenter.state.talkPosition
        #expect(place.place.contains("view=timeline&at=drv-map&zoom=3&left="))
        var follower = opened(columns: 40, rows: 60, language: .english)
        follower.follow(place)
        #expect(
            follower.state.viewpoint.encoded(in: TimelineCase.graph)
                == presenter.state.viewpoint.encoded(in: TimelineCase.graph))
    }

    @Test(arguments: [
        "zoom=\(Int.max)&left=\(Int.min)", "zoom=\(Int.min)&left=\(Int.max)", "zoom=x&left=", "top=kind:x",
    ])
    func `numbers out of range are harmless`(numbers: String) throws {
        for item in ["at=prj-rail&", "at=nothing&", ""] {
            var follower = opened(columns: 80)
            follower.follow(TalkPosition(place: "v=2&view=timeline&\(item)\(numbers)&selected=drv-map"))
            #expect(follower.picture.contains("2"))
            follower.press("+", "-", "<", ">", .down)
            #expect(try follower.chart(TimelineChart.self).item(in: follower.state.chartContext) != nil)
        }
    }

    @Test func `a case without dates says so, even in very little room`() {
        var made = SmallCase.make()
        made.items = made.items.filter { $0.kind == "mode" }
        for (columns, rows) in [(80, 24), (20, 6), (1, 1), (0, 0)] {
            var rehearsal = opened(CaseGraph(made), columns: columns, rows: rows)
            rehearsal.press(.down, .right, "+", "-", "0", "<", ">", "J", "K", .pageDown, .home, .end, .enter)
            #expect(rehearsal.grid.size == Size(columns: columns, rows: rows))
            if columns == 80 { #expect(rehearsal.picture.contains("时间线上没有条目")) }
        }
    }

    @Test(arguments: 0..<20)
    func `after any keys the selection is in view`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        var rehearsal = opened(at: "prj-rail")
        let moves: [Key] = [
            .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .tab, .backTab, "J", "K",
        ]
        let turns: [Key] = ["+", "+", "-", "0", "<", ">", .function(2)]
        for _ in 0..<150 {
            let key = try #require((moves + turns).randomElement(using: &random))
            if Int.random(in: 0..<8, using: &random) == 0 {
                rehearsal.resize(
                    columns: Int.random(in: 0...220, using: &random),
                    rows: Int.random(in: 0...70, using: &random))
            }
            rehearsal.press(key)
            let grid = rehearsal.grid
            if let cursor = grid.cursor {
                #expect((0..<max(1, grid.size.columns)).contains(cursor.column))
                #expect((0..<max(1, grid.size.rows)).contains(cursor.row))
            }
            let selected = try #require(rehearsal.selected.flatMap { rehearsal.state.graph.position(of: $0) })
            guard grid.size.columns >= 12, grid.size.rows >= 4 else { continue }
            let title = rehearsal.state.language.line(rehearsal.state.graph.item(selected).title)
            let shown = marked(rehearsal)
            #expect(!shown.isEmpty && title.hasPrefix(shown.prefix { $0 != "…" }), "\(shown)|\(title)")
            let cursor = try #require(grid.cursor)
            #expect(grid[cursor.row, cursor.column].style.attributes.contains(.reverse))
            // After a move its bar is visible too, and not only an arrow towards it.
            if moves.contains(key), rehearsal.state.graph.entry(of: selected) != nil {
                let line = (0..<grid.size.columns).compactMap { grid[cursor.row, $0].character }
                #expect(line.contains { "●┣━┫░─".contains($0) || "┄→".contains($0) }, "\(String(line))")
            }
        }
    }

    @Test func `under a filter the details are of a row that is drawn, and connected lanes are marked`()
        throws
    {
        let graph = TimelineCase.graph
        let (hidden, shown) = (
            try #require(graph.position(of: "arr-talks")), try #require(graph.position(of: "arr-pact"))
        )
        var rehearsal = opened(at: "arr-talks")
        rehearsal.press("f")
        rehearsal.type("合作协议 kind:arrangement")
        rehearsal.press(.enter)
        let context = rehearsal.state.chartContext
        #expect(!context.isShown(hidden) && context.isShown(shown))
        #expect(rehearsal.selected == "arr-pact", "the panes' item takes the place of the one hidden")
        #expect(!rehearsal.picture.contains("不在时间线上"))
    }

    @Test func `a lane says that nothing in it matches the filter`() {
        let matched = Strings.inLane(dated: 3, undated: 1, isMatched: true)
        let connected = Strings.inLane(dated: 3, undated: 0, isMatched: false)
        #expect(matched.chinese == "3，另有 1 项日期不详" && matched.english == "3, and 1 undated")
        #expect(connected.chinese == "3（均不符合筛选）" && connected.english == "3 (none matches the filter)")
    }
}
