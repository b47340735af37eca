import CaseModel
import Screen

/// The case along the years: a lane for each kind of item, a row for each item.
///
/// ↑↓ move by row, ←→ and Tab through time whatever the lane; `+` `-` zoom around the selected item, `<` `>` turn
/// to earlier and later days. What is selected always has its row in view, and its bar too until one pans away
/// from it.
package struct TimelineChart: ChartDrawing {
    static let title = Text(chinese: "时间线", english: "timeline")
    static let hints: [[Command]] = [
        [.move(.up), .move(.down), .move(.left), .move(.right)], [.chart(.zoomIn), .chart(.zoomOut)],
        [.chart(.fit)], [.chart(.panLeft), .chart(.panRight)],
    ]

    /// What there is to be shown, and what of it is.
    private let plan: TimelinePlan
    private var rows: TimelineRows
    /// The position of the item that was selected last, whether it is on the timeline or not.
    private var selected: Int?
    private var zoom = 0
    private var left: Int
    private var top = 0

    init(opening context: ChartContext) {
        plan = TimelinePlan(context.graph)
        rows = TimelineRows(plan, in: context)
        left = plan.range?.lowerBound ?? 0
        selected = context.selected
        follow(in: context)
    }

    var chart: Chart { .timeline(self) }

    mutating func move(_ movement: Movement, in context: ChartContext) {
        renew(in: context)
        let here = rows.row(of: selected)
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

    mutating func perform(_ command: ChartCommand, in context: ChartContext) -> Text? {
        renew(in: context)
        let window = window(in: context)
        let half = max(1, (window?.width ?? 0) / 2)
        switch command {
        case .next: step(1, in: context)
        case .previous: step(-1, in: context)
        case .panUp: stepLane(-1, in: context)
        case .panDown: stepLane(1, in: context)
        case .zoomIn: return turn(to: zoomed(by: 1, in: context), orSay: Strings.closest)
        case .zoomOut: return turn(to: zoomed(by: -1, in: context), orSay: Strings.allDays)
        case .fit:
            return turn(to: window.map { $0.zoomed(to: 0, around: $0.scale.range) }, orSay: Strings.allDays)
        case .panLeft: return turn(to: window?.panned(by: -half), orSay: Strings.firstDays)
        case .panRight: return turn(to: window?.panned(by: half), orSay: Strings.lastDays)
        case .nextRows, .nextColumns, .order: break
        }
        return nil
    }

    func item(in context: ChartContext) -> Int? {
        guard let selected, context.isShown(selected) else { return nil }
        let liesInTime = context.graph.kind(of: selected)?.role.liesInTime == true
        return liesInTime || context.graph.entry(of: selected) != nil ? selected : nil
    }

    /// `prj-x 3 735000`: the selected item, or a hyphen, how far it is zoomed, the first day in view.
    func landmark(in graph: CaseGraph) -> String? {
        "\(selected.map { graph.item($0).id.text } ?? "-") \(zoom) \(left)"
    }

    mutating func stand(at landmark: String, in context: ChartContext) {
        let words = landmark.split(separator: " ")
        guard words.count == 3, let zoom = Int(words[1]), let left = Int(words[2]) else { return }
        selected = context.graph.position(of: ID(String(words[0]))) ?? selected
        (self.zoom, self.left) = (zoom, left)
        renew(in: context)
    }

    func choice(in context: ChartContext) -> ChartChoice {
        item(in: context).map { .item($0) } ?? .nothing(context.notInTime)
    }

    func draw(in area: Rect, on grid: inout Grid, context: ChartContext) {
        var chart = self
        chart.renew(in: context)
        TimelineView(
            context: context, rows: chart.rows, top: chart.top, window: window(in: context),
            selected: selected
        ).draw(in: area, on: &grid)
    }
}

extension TimelineChart {
    /// Follows pins, filter and size, which may have changed since the timeline was last asked.
    private mutating func renew(in context: ChartContext) {
        if !rows.hold(in: context) { rows = TimelineRows(plan, in: context) }
        scroll(in: context)
    }

    /// The days in view; nil where nothing is dated. Today is taken in where that costs little room.
    private func window(in context: ChartContext) -> TimelineWindow? {
        guard let range = plan.range else { return nil }
        let today = context.today?.days.upperBound ?? range.upperBound
        let isNear = today > range.upperBound && today - range.upperBound <= range.count / 4
        return TimelineWindow(
            range.lowerBound...(isNear ? today : range.upperBound), columns: context.area.columns, zoom: zoom,
            left: left)
    }

    /// Shows other days; where they are the same, or nothing is dated, that is to be said.
    private mutating func turn(to window: TimelineWindow?, orSay reason: Text) -> Text? {
        guard let window else { return Strings.nothingInTime }
        let before = (zoom, left)
        (zoom, left) = (window.zoom, window.left)
        return before == (zoom, left) ? reason : nil
    }

    /// The window at another scale, in which the selected item's days stay in view if they were, else the one in
    /// the middle; where nothing is selected yet, the day by which half of the items have begun.
    private func zoomed(by step: Int, in context: ChartContext) -> TimelineWindow? {
        guard let window = window(in: context) else { return nil }
        let middle = window.scale.day(in: window.offset + window.width / 2)
        var days = middle...middle
        if let position = item(in: context) {
            if let entry = context.graph.entry(of: position), window.shows(entry) { days = entry.days }
        } else if let median = context.graph.entry(of: plan.dated[plan.dated.count / 2])?.days.lowerBound {
            days = median...median
        }
        return window.zoomed(to: window.zoom + step, around: days)
    }

    private mutating func select(_ position: Int?, in context: ChartContext) {
        guard let position else { return }
        selected = position
        follow(in: context)
    }

    /// Selects the next item in time that is shown. The undated come after all the others.
    private mutating func step(_ step: Int, in context: ChartContext) {
        let start = item(in: context) == nil && step > 0 ? -1 : plan.dated.count
        var index = (selected.flatMap { plan.dated.firstIndex(of: $0) } ?? start) + step
        while plan.dated.indices.contains(index) {
            if context.isShown(plan.dated[index]) { return select(plan.dated[index], in: context) }
            index += step
        }
        follow(in: context)
    }

    /// Selects the first item of the next lane, or of the previous one.
    private mutating func stepLane(_ step: Int, in context: ChartContext) {
        let lane = (rows.lane(of: rows.row(of: selected) ?? 0) ?? 0) + step
        if rows.lanes.indices.contains(lane) { selected = rows.item(near: rows.lanes[lane].row, going: 1) }
        follow(in: context)
    }

    /// Brings what is selected into view.
    private mutating func follow(in context: ChartContext) {
        scroll(in: context)
        guard let window = window(in: context), let position = item(in: context),
            let entry = context.graph.entry(of: position), !window.shows(entry)
        else { return }
        let start = window.scale.column(of: entry.days.lowerBound)
        (zoom, left) = (window.zoom, window.panned(by: start - window.offset - window.width / 3).left)
    }

    /// Scrolls as far as the selected row asks for.
    private mutating func scroll(in context: ChartContext) {
        let layout = TimelineLayout(context.area)
        // Where the lane's heading keeps a line of its own, the first row is never shown among the others.
        let kept = layout.heading.rows
        top = Scrolling.top(
            top, showing: rows.row(of: selected).map { $0 - kept }, of: max(0, rows.rows.count - kept),
            in: layout.items.rows)
    }
}

extension ChartContext {
    /// Why what the panes have selected is not to be seen.
    var notInTime: Text {
        selected.map { Strings.notInTime(language.localized(graph.item($0).title)) }
            ?? Strings.nothingSelected
    }
}
