import CaseModel

/// What can stand along the sides of a matrix that counts items of a kind, or of all kinds: what the case says
/// first, then every facet and kind that may tell those items apart.
struct MatrixAxes {
    private let graph: CaseGraph
    private let choices: [Axis]

    init(_ graph: CaseGraph, cells kind: ID<Kind>?) {
        self.graph = graph
        let standard = [graph.standardAxes.rows, graph.standardAxes.columns]
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

extension CrossTab.Line {
    /// The row or column in a word of ASCII without blanks: `=fld-ecology`, or a sign for what belongs to nothing,
    /// and for the total.
    func word(among values: [FacetValue]) -> String {
        switch self {
        case .value(let number):
            values.indices.contains(number) ? "=" + Percent.encoded(values[number].id) : "="
        case .none: "-"
        case .all: "+"
        }
    }

    /// The row or column that a word names; nil for what is not there.
    init?(word: String, among values: [FacetValue]) {
        switch word {
        case "-": self = .none
        case "+": self = .all
        case _:
            guard word.hasPrefix("="), let id = Percent.decoded(word.dropFirst()),
                let number = values.firstIndex(where: { $0.id == id })
            else { return nil }
            self = .value(number)
        }
    }
}
