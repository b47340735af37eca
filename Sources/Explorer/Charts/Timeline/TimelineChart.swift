import CaseModel
import Screen
import TextLayout

/// The timeline: a lane for each kind of item, a row for each item.
///
/// ↑↓ move by row, ←→ and Tab in order of time across lanes; `+` `-` zoom around the selected item, `<` `>` pan to
/// earlier and later days. The row of the selection is always in view, and its bar too until panning moves it out.
package struct TimelineChart: ChartDrawing {
    static let name = ChartName.timeline
    static let title = Text(chinese: "时间线", english: "timeline")
    package enum Action: CaseIterable, Hashable, Sendable {
        /// Select the next or previous item in time, in any lane.
        case next, previous
        case nextLane, previousLane
        case zoomIn, zoomOut, fit
        /// Pan to earlier or later days.
        case panLeft, panRight
    }

    static let keys =
        KeyTable.sideRows(in: .timeline) + [
            row(.next, [.tab], .move, "时间上的下一项", "next item in time"),
            row(.previous, [.backTab], .move, "时间上的上一项", "previous item in time"),
            row(.previousLane, ["K"], .move, "上一类", "previous lane"),
            row(.nextLane, ["J"], .move, "下一类", "next lane"),
            row(
                .zoomIn, ["+", "="], .here, "放大所选一项周围", "zoom in on the selected item",
                hint: .init(5, "缩放", "zoom")),
            row(.zoomOut, ["-"], .here, "缩小", "zoom out", hint: .init(5, "缩放", "zoom")),
            row(.fit, ["0"], .here, "显示全部年份", "show all years", hint: .init(5, "全部", "fit")),
            row(.panLeft, ["<"], .here, "看更早", "earlier days", hint: .init(5, "平移", "pan")),
            row(.panRight, [">"], .here, "看更晚", "later days", hint: .init(5, "平移", "pan")),
            enterRow(
                "阅读所选一项", "read the selected item",
                hint: .init(1, "阅读", "read")),
        ]

    static func needsScreen(_ action: Action) -> Bool {
        switch action {
        case .zoomIn, .zoomOut, .fit, .panLeft, .panRight: true
        case .next, .previous, .nextLane, .previousLane: false
        }
    }

    /// The position of the item selected last, on the timeline or not.
    private var selected: Int?
    private var zoom = 0
    /// The first visible day; nil for the first of the case.
    private var left: Int?
    /// The first visible row.
    private var top: TimelineRows.Row?

    init(in graph: CaseGraph) {}

    init(opening context: ChartContext) {
        selected = context.selected
        follow(in: context)
    }

    mutating func move(_ movement: Movement, in context: ChartContext) {
        let rows = context.timelineRows
        let here = rows.row(of: shown(in: context))
        let page = max(1, TimelineLayout(context.area).items.rows - 1)
        switch movement {
        case .up: select(rows.item(near: here.map { $0 - 1 } ?? 0, going: -1), in: context)
        case .down: select(rows.item(near: here.map { $0 + 1 } ?? 0, going: 1), in: context)
        case .pageUp: select(rows.item(near: (here ?? 0) - page, going: -1), in: context)
        case .pageDown: select(rows.item(near: (here ?? 0) + page, going: 1), in: context)
        case .first: select(rows.item(near: 0, going: 1), in: context)
        case .last: select(rows.item(near: rows.rows.count - 1, going: -1), in: context)
        case .left: step(-1, in: context)
        case .right: step(1, in: context)
        }
    }

    mutating func perform(_ action: Action, in context: ChartContext) -> Text? {
        scroll(in: context)
        let window = window(in: context)
        let half = max(1, (window?.width ?? 0) / 2)
        switch action {
        case .next: step(1, in: context)
        case .previous: step(-1, in: context)
        case .previousLane: return stepLane(-1, in: context)
        case .nextLane: return stepLane(1, in: context)
        case .zoomIn: return turn(window, to: zoomed(by: 1, in: context), orSay: Strings.closest)
        case .zoomOut: return turn(window, to: zoomed(by: -1, in: context), orSay: Strings.allDays)
        case .fit:
            let all = window.map { $0.zoomed(to: 0, around: $0.scale.range) }
            return turn(window, to: all, orSay: Strings.allDays)
        case .panLeft: return turn(window, to: window?.panned(by: -half), orSay: Strings.firstDays)
        case .panRight: return turn(window, to: window?.panned(by: half), orSay: Strings.lastDays)
        }
        return nil
    }

    func item(in context: ChartContext) -> Int? {
        guard let selected = shown(in: context) else { return nil }
        let liesInTime = context.graph.kind(of: selected)?.role.liesInTime == true
        return liesInTime || context.graph.entry(of: selected) != nil ? selected : nil
    }

    /// The selected item, or else the one of the panes where a filter or pins set later have taken the selected one
    /// off the timeline; nil if neither is on it.
    private func shown(in context: ChartContext) -> Int? {
        if let selected, context.isShown(selected) { return selected }
        return context.selected.flatMap { context.timelineRows.row(of: $0) == nil ? nil : $0 }
    }

    func subject(in context: ChartContext) -> Subject? { nil }

    func choice(in context: ChartContext) -> ChartChoice {
        item(in: context).map { .item($0) } ?? .nothing(context.notInTime)
    }

    func draw(in area: Rect, on grid: inout Grid, context: ChartContext) {
        var chart = self
        chart.scroll(in: context)
        let rows = context.timelineRows
        TimelineView(
            context: context, rows: rows, top: rows.number(of: chart.top), window: window(in: context),
            selected: shown(in: context)
        ).draw(in: area, on: &grid)
    }

    /// A part is an item.
    func selecting(part number: Int, in context: ChartContext) -> Self? {
        guard context.timelineRows.row(of: number) != nil else { return nil }
        var chosen = self
        chosen.select(number, in: context)
        return chosen
    }

    func text(in context: ChartContext) -> ChartText {
        let (graph, language) = (context.graph, context.language)
        let rows = context.timelineRows
        guard !rows.rows.isEmpty else {
            return ChartText([language.localized(context.reasonForEmptiness ?? Strings.nothingInTime)])
        }
        let wording = Wording(case: graph.case, language: language)
        let here = shown(in: context)
        var text = ChartText([language.localized(Self.title)])
        for row in rows.rows {
            switch row {
            case .heading(let kind):
                let lane = rows.lanes.first { $0.kind == kind }
                let count = (lane?.dated ?? 0) + (lane?.undated ?? 0)
                text.add(heading: "\(language.localized(graph.case.kinds[kind].plural)) \(count)")
            case .item(let position):
                var chosen = self
                chosen.selected = position
                let title = language.line(graph.item(position).title)
                text.add(
                    "\(wording.inWords(graph.entry(of: position))) · \(title)",
                    isSelected: position == here, choosing: chosen)
            }
        }
        return text
    }
}

extension TimelineChart {
    /// `at=prj-x&zoom=3&left=735000`: the selected item, the zoom level, the first visible day.
    static var properties: [ChartProperty<TimelineChart>] {
        [
            .item("at", \.selected), ChartProperty("zoom", \.zoom),
            ChartProperty("left", \.left) { day, _ in
                String(day)
            } decode: { text, _ in
                Int(text)
            },
            ChartProperty("top", \.top, isScroll: true) { row, graph in
                switch row {
                case .heading(let kind): "kind:" + graph.case.kinds[kind].id.text
                case .item(let position): graph.item(position).id.text
                }
            } decode: { text, graph in
                let kind = graph.case.kinds.firstIndex { "kind:" + $0.id.text == text }
                return kind.map { .heading($0) } ?? graph.position(of: ID(text)).map { .item($0) }
            },
        ]
    }

    /// `prj-x 3 735000`, with a hyphen for no item.
    static func properties(inVersion1 text: String) -> [String: String] {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 3, Int(words[1]) != nil, Int(words[2]) != nil else { return [:] }
        return ["at": words[0], "zoom": words[1], "left": words[2]]
    }
}

extension TimelineChart {
    /// The visible days; nil if nothing is dated. Today is included if that takes little room.
    private func window(in context: ChartContext) -> TimelineWindow? {
        guard let range = context.timelinePlan.range else { return nil }
        let today = context.today?.days.upperBound ?? range.upperBound
        let isNear = today > range.upperBound && today - range.upperBound <= range.count / 4
        return TimelineWindow(
            range.lowerBound...(isNear ? today : range.upperBound), columns: context.area.columns, zoom: zoom,
            left: left ?? range.lowerBound)
    }

    /// Pans to other days; returns a notice if the view does not change or nothing is dated.
    private mutating func turn(
        _ window: TimelineWindow?, to next: TimelineWindow?, orSay reason: Text
    ) -> Text? {
        guard let next else { return Strings.nothingInTime }
        (zoom, left) = (next.zoom, next.left)
        return next == window ? reason : nil
    }

    /// The window at another scale that keeps the selected item's days in view if they were, else the middle;
    /// without a selection, the median beginning of all items.
    private func zoomed(by step: Int, in context: ChartContext) -> TimelineWindow? {
        guard let window = window(in: context) else { return nil }
        let middle = window.scale.day(in: window.offset + window.width / 2)
        let dated = context.timelinePlan.dated
        var days = middle...middle
        if let position = item(in: context) {
            if let entry = context.graph.entry(of: position), window.shows(entry) { days = entry.days }
        } else if let median = context.graph.entry(of: dated[dated.count / 2])?.days.lowerBound {
            days = median...median
        }
        return window.zoomed(to: window.zoom + step, around: days)
    }

    private mutating func select(_ position: Int?, in context: ChartContext) {
        guard let position else { return }
        selected = position
        follow(in: context)
    }

    /// Selects the next included item in time. Undated items come after all others.
    private mutating func step(_ step: Int, in context: ChartContext) {
        let dated = context.timelinePlan.dated
        let start = item(in: context) == nil && step > 0 ? -1 : dated.count
        var index = ((shown(in: context) ?? selected).flatMap { dated.firstIndex(of: $0) } ?? start) + step
        while dated.indices.contains(index) {
            if context.isShown(dated[index]) { return select(dated[index], in: context) }
            index += step
        }
        follow(in: context)
    }

    /// Selects the first item of the next or previous lane; returns a notice if there is none.
    private mutating func stepLane(_ step: Int, in context: ChartContext) -> Text? {
        let rows = context.timelineRows
        let lane = (rows.lane(of: rows.row(of: shown(in: context)) ?? 0) ?? 0) + step
        let isLane = rows.lanes.indices.contains(lane)
        if isLane { selected = rows.item(near: rows.lanes[lane].row, going: 1) }
        follow(in: context)
        return isLane ? nil : Strings.nothingFurther
    }

    /// Scrolls so that the row and the bar of the selection are visible.
    private mutating func follow(in context: ChartContext) {
        scroll(in: context)
        guard let window = window(in: context), let position = item(in: context),
            let entry = context.graph.entry(of: position), !window.shows(entry)
        else { return }
        let start = window.scale.column(of: entry.days.lowerBound)
        (zoom, left) = (window.zoom, window.panned(by: start - window.offset - window.width / 3).left)
    }

    /// Scrolls so that the selected row is visible.
    private mutating func scroll(in context: ChartContext) {
        let rows = context.timelineRows
        let layout = TimelineLayout(context.area)
        // If the lane's heading has a line of its own, the first row is that heading and never drawn among the
        // others.
        let kept = layout.heading.rows
        let number = Scrolling.top(
            rows.number(of: top), showing: rows.row(of: shown(in: context)).map { $0 - kept },
            of: max(0, rows.rows.count - kept), in: layout.items.rows)
        top = rows.rows.indices.contains(number) ? rows.rows[number] : nil
    }
}

extension ChartContext {
    /// The reason why the item selected in the panes is not shown.
    var notInTime: Text {
        selected.map { Strings.notInTime(language.localized(graph.item($0).title)) }
            ?? Strings.nothingSelected
    }
}
