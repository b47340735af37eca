import CaseModel
import Screen

/// What a matrix chart lays out: the crossing of its axes, and its rows and columns in their order, the totals last.
///
/// CrossTab a large case costs what grows with it, so that the table is carried along until axes, pins or filter
/// change. What it holds follows from them, so that it tells no two charts apart.
struct MatrixTable: Sendable {
    /// How many digits numbers have: `12·345` has two and three.
    struct Digits {
        let items, evidence: Int

        init(items: Int, evidence: Int) {
            self.items = String(items).count
            self.evidence = String(evidence).count
        }

        /// The columns that the numbers take, the dot between them counted.
        var columns: Int { items + 1 + evidence }
    }

    let crossing: CrossTab
    /// The rows in their order, the total last.
    private(set) var rows: [CrossTab.Line] = []
    /// The columns in their order, the total last.
    private(set) var columns: [CrossTab.Line] = []
    let shade: MatrixShade
    /// The most digits of any cell, totals not counted.
    let digits: Digits
    /// The digits of what there is in all.
    let totalDigits: Digits
    /// The kind that is counted; nil for every kind.
    let kind: ID<Kind>?
    /// How many items there are of the kind that is counted, shown or not.
    let all: Int
    /// How it was laid out last; measuring the titles anew for every key would be felt.
    private var layout: MatrixLayout?
    private let order: MatrixChart.Order
    private let outlines: [Outline]

    init(
        rows: Axis, columns: Axis, cells kind: ID<Kind>?, order: MatrixChart.Order, in context: ChartContext
    ) {
        crossing = context.graph.crossing(
            rows: rows, columns: columns, cells: kind, isShown: context.isShown)
        let most = crossing.most(\.evidence)
        shade = MatrixShade(most: most)
        digits = Digits(items: crossing.most(\.items.count), evidence: most)
        let total = crossing[.all, .all]
        totalDigits = Digits(items: total.items.count, evidence: total.evidence)
        self.kind = kind
        all = context.graph.case.items.count { kind == nil || $0.kind == kind }
        self.order = order
        outlines = context.outlines
        self.rows = ordered(crossing.rowLines) { crossing[$0, .all] } + [.all]
        self.columns = ordered(crossing.columnLines) { crossing[.all, $0] } + [.all]
    }

    /// Whether axes, order, pins and filter are still what they were.
    func holds(rows: Axis, columns: Axis, order: MatrixChart.Order, in context: ChartContext) -> Bool {
        crossing.rowAxis == rows && crossing.columnAxis == columns && self.order == order
            && outlines == context.outlines
    }

    /// The layout in a room of this size.
    mutating func layout(for size: Size, language: LanguageChoice) -> MatrixLayout {
        if let layout, layout.size == size, layout.language == language { return layout }
        let layout = MatrixLayout(self, size: size, language: language)
        self.layout = layout
        return layout
    }

    /// Whether there is neither a row nor a column besides the totals.
    var isEmpty: Bool { rows.count < 2 || columns.count < 2 }

    /// The nearest line that there is: the line itself, or the first.
    func row(nearest line: CrossTab.Line) -> Int { rows.firstIndex(of: line) ?? 0 }

    /// The nearest line that there is: the line itself, or the first.
    func column(nearest line: CrossTab.Line) -> Int { columns.firstIndex(of: line) ?? 0 }

    /// By evidence, and of equals by items, the most first; what belongs to nothing stays last.
    private func ordered(
        _ lines: [CrossTab.Line], by total: (CrossTab.Line) -> CrossTab.Cell
    ) -> [CrossTab.Line] {
        switch order {
        case .listed: return lines
        case .evidence:
            return lines.enumerated().map { number, line in
                let cell = total(line)
                return (line == .none ? 1 : 0, -cell.evidence, -cell.items.count, number)
            }.sorted(by: <).map { lines[$0.3] }
        }
    }
}

extension MatrixTable: Hashable {
    static func == (left: MatrixTable, right: MatrixTable) -> Bool { true }

    func hash(into hasher: inout Hasher) {}
}

extension CaseGraph {
    /// What the items of a kind are called, or all items.
    func plural(of kind: ID<Kind>?) -> Text {
        `case`.kinds.first { $0.id == kind }?.plural ?? Strings.items
    }
}
