import CaseModel

/// What can stand along the sides of a matrix: what the case says first, then every facet and kind that may tell the
/// items that are counted apart.
struct MatrixAxes {
    private let graph: CaseGraph
    private let choices: [Axis]

    init(_ graph: CaseGraph) {
        self.graph = graph
        let (rows, columns, kind) = graph.standardAxes
        let standard = [rows, columns]
        let others = graph.axes.filter { axis in
            !standard.contains { $0.name == axis.name }
                && (kind == nil || axis != .facet(.kind)) && axis != kind.map { .kind($0) }
        }
        choices = standard + others
    }

    /// The axis of a name, if it is one of these.
    func named(_ name: String) -> Axis? { choices.first { $0.name == name } }

    /// The next axis that has values in this case, passing over the one that stands along the other side.
    func next(after axis: Axis, besides other: Axis) -> Axis {
        let here = choices.firstIndex(of: axis) ?? 0
        return (1...choices.count).lazy.map { choices[(here + $0) % choices.count] }
            .first { $0 != other && !graph.values(of: $0).isEmpty } ?? axis
    }
}
