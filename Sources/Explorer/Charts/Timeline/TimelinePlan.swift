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
