import CaseModel

/// The lanes of a timeline: one for each kind of item that lies in time, pane by pane.
struct TimelinePlan: Sendable {
    /// The items of one kind.
    struct Lane: Sendable {
        /// The kind's number in the case.
        let kind: Int
        /// The positions of the dated items, the earliest first.
        fileprivate(set) var dated: [Int] = []
        /// The positions of the others, in the case's order.
        fileprivate(set) var undated: [Int] = []
    }

    /// The lanes from top to bottom; none is empty.
    let lanes: [Lane]
    /// The positions of all dated items, the earliest first.
    let dated: [Int]
    /// The days that the case covers, if any.
    let range: ClosedRange<Int>?

    init(_ graph: CaseGraph) {
        let timeline = graph.timeline
        dated = timeline.entries.map(\.position)
        range = timeline.range
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

/// What pins and filter let through of a plan, row by row: each lane's heading, its dated items, its undated ones.
struct TimelineRows: Sendable {
    /// What stands on a row.
    enum Row: Hashable, Sendable {
        /// The heading of the lane of the kind of this number.
        case heading(Int)
        /// The item at this position.
        case item(Int)
    }

    /// What is let through of a lane.
    struct Lane: Equatable, Sendable {
        /// The number of its kind in the case.
        let kind: Int
        /// The row of its heading.
        let row: Int
        /// How many dated items follow, and after them how many others.
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

    /// The row that an item stands on, if any.
    func row(of position: Int?) -> Int? { position.flatMap { numbers[.item($0)] } }

    /// The number of a row; the first where it is not there.
    func number(of row: Row?) -> Int { row.flatMap { numbers[$0] } ?? 0 }

    /// The number of the lane that a row belongs to.
    func lane(of row: Int) -> Int? { lanes.lastIndex { $0.row <= row } }

    /// The first item at or after a row, going in steps of +1 or −1, else the first the other way. Rows beyond
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
        cache.table(for: outlines) { TimelineRows(timelinePlan, in: self) }
    }
}
