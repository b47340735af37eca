import CaseModel
import Screen

/// The possible axes of a matrix: the case's own choice first, then every facet and kind that distinguishes the
/// counted items.
struct MatrixAxes {
    private let graph: CaseGraph
    private let choices: [Axis]

    /// The most rows or columns that one can take in; axes with more, such as every source, come last.
    private static let many = 60

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

    func named(_ name: String) -> Axis? { choices.first { $0.name == name } }

    /// The axes with values in this case and how many each has: those that can be taken in, and those with more.
    var offered: (few: [(axis: Axis, values: Int)], many: [(axis: Axis, values: Int)]) {
        let counted = choices.map { (axis: $0, values: graph.values(of: $0).count) }.filter { $0.values > 0 }
        return (counted.filter { $0.values <= Self.many }, counted.filter { $0.values > Self.many })
    }
}

/// A side of a matrix.
enum MatrixSide {
    case rows, columns

    /// The list of axes for this side.
    func list(in graph: CaseGraph) -> EntryList {
        let offered = MatrixAxes(graph).offered
        let few = offered.few.count
        let count = few + (offered.many.isEmpty ? 0 : 1 + offered.many.count)
        return EntryList(
            .axes, self == .rows ? Strings.chooseRows : Strings.chooseColumns, count: count
        ) { number, state in
            if number == few {
                let heading = state.language.localized(Strings.manyValues)
                return Picker.Entry(label: "", text: [Span(heading, style: Theme.heading)], action: .heading)
            }
            let (axis, values) = number < few ? offered.few[number] : offered.many[number - few - 1]
            let present = state.matrix.map { [$0.rowAxis, $0.columnAxis] } ?? []
            let place = present.firstIndex(of: axis).map { $0 == 0 ? Strings.isRows : Strings.isColumns }
            let mark = place.map { "  " + state.language.localized($0) } ?? ""
            return Picker.Entry(
                label: "",
                text: [
                    Span(state.language.line(state.graph.title(of: axis))),
                    Span("  \(values)", style: Theme.faint), Span(mark, style: Theme.faint),
                ]
            ) { $0.put(axis, on: self) }
        }
    }
}

extension State {
    /// The open matrix.
    fileprivate var matrix: MatrixChart? { openChart?.drawing as? MatrixChart }

    /// Puts an axis on a side of the open matrix.
    fileprivate mutating func put(_ axis: Axis, on side: MatrixSide) {
        guard var matrix else { return }
        notice = matrix.put(axis, on: side, in: chartContext)
        reader?.subject = .chart(Chart(matrix))
        refresh()
    }
}
