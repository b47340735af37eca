import CaseModel

/// The lanes of a timeline: one for each kind with items in time, in the order of the panes.
struct TimelinePlan: Sendable {
    /// The items of a kind.
    struct Lane: Sendable {
        /// The kind's number in the case.
        let kind: Int
        /// The positions of the dated items, the earliest first.
        fileprivate(set) var dated: [Int] = []
        /// The positions of the undated items, in the case's order.
        fileprivate(set) var undated: [Int] = []
    }

    /// The lanes from top to bottom; none is empty.
    let lanes: [Lane]
    /// The positions of all dated items, the earliest first.
    let dated: [Int]
    /// The days that the case covers; nil if nothing is dated.
    let range: ClosedRange<Int>?
    /// Whether a date is doubtful or a beginning open.
    let hasDoubt: Bool

    init(_ graph: CaseGraph) {
        let timeline = graph.timeline
        dated = timeline.entries.map(\.position)
        range = timeline.range
        hasDoubt = timeline.entries.contains { $0.isDoubtful || $0.isOpenAtStart }
        let panes = graph.case.panes.map(\.id)
        let kinds = panes.flatMap { pane in
            graph.case.kinds.indices.filter { graph.case.kinds[$0].pane == pane }
        }
        var lanes = kinds.map { Lane(kind: $0) }
        let laneOfKind = Dictionary(
            kinds.enumerated().map { (graph.case.kinds[$1].id, $0) }, uniquingKeysWith: { first, _ in first })
        for position in dated {
            if let lane = laneOfKind[graph.item(position).kind] { lanes[lane].dated.append(position) }
        }
        for position in timeline.undated {
            if let lane = laneOfKind[graph.item(position).kind] { lanes[lane].undated.append(position) }
        }
        self.lanes = lanes.filter { !$0.dated.isEmpty || !$0.undated.isEmpty }
    }
}

/// The rows that pins and filter include: each lane's heading, its dated items, its undated ones.
struct TimelineRows: Sendable {
    /// A row shows what a row of the panes does: the heading of a lane is that of a kind.
    typealias Row = Outline.Content

    /// The included part of a lane.
    struct Lane: Equatable, Sendable {
        /// The number of its kind in the case.
        let kind: Int
        /// The row of its heading.
        let row: Int
        /// The number of dated items below the heading, and of undated ones below those.
        fileprivate(set) var dated = 0, undated = 0
    }

    private(set) var lanes: [Lane] = []
    private(set) var rows: [Row] = []
    private var numbers: [Row: Int] = [:]

    init(_ plan: TimelinePlan, in context: ChartContext) {
        for planned in plan.lanes {
            var lane = Lane(kind: planned.kind, row: rows.count)
            rows.append(.heading(planned.kind))
            for position in planned.dated where context.isShown(position) { rows.append(.item(position)) }
            lane.dated = rows.count - lane.row - 1
            for position in planned.undated where context.isShown(position) { rows.append(.item(position)) }
            lane.undated = rows.count - lane.row - 1 - lane.dated
            if rows.count == lane.row + 1 { rows.removeLast() } else { lanes.append(lane) }
        }
        numbers = Dictionary(uniqueKeysWithValues: zip(rows, 0...))
    }

    /// The positions of the items of a lane.
    func items(of lane: Lane) -> [Int] {
        rows[(lane.row + 1)...].prefix(lane.dated + lane.undated).compactMap { row in
            if case .item(let position) = row { position } else { nil }
        }
    }

    /// The row of an item; nil if it has none.
    func row(of position: Int?) -> Int? { position.flatMap { numbers[.item($0)] } }

    /// The number of a row; 0 for a missing one.
    func number(of row: Row?) -> Int { row.flatMap { numbers[$0] } ?? 0 }

    /// The index of the lane of a row.
    func lane(of row: Int) -> Int? { lanes.lastIndex { $0.row <= row } }

    /// The first item at or after a row in steps of +1 or −1, else the first in the other direction. Rows beyond
    /// the ends count as the first and the last.
    func item(near row: Int, going step: Int) -> Int? {
        let row = min(max(0, row), rows.count - 1)
        return item(from: row, going: step) ?? item(from: row, going: -step)
    }

    private func item(from row: Int, going step: Int) -> Int? {
        var row = row
        while rows.indices.contains(row) {
            if case .item(let position) = rows[row] { return position }
            row += step
        }
        return nil
    }
}

extension ChartContext {
    var timelinePlan: TimelinePlan {
        cache.table(for: 0) { TimelinePlan(graph) }
    }

    var timelineRows: TimelineRows {
        cache.table(for: isLetThrough) { TimelineRows(timelinePlan, in: self) }
    }
}
