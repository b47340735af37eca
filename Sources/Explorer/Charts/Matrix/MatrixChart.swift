import CaseModel
import Screen

/// The evidence-gap map: rows crossed with columns, how many items and how much evidence in each cell, gaps as gaps.
///
/// Arrows move by cell, Tab to the next that is no gap. `x` and `X` put other kinds or facets on the axes, `o` sets
/// rows and columns in another order.
package struct MatrixChart: ChartDrawing {
    /// In which order rows and columns stand.
    enum Order: String, CaseIterable, Hashable {
        case listed, evidence
    }

    static let title = Text(chinese: "矩阵", english: "matrix")
    static let hints: [[Command]] = [
        [.move(.up), .move(.down), .move(.left), .move(.right)], [.chart(.next)], [.chart(.nextRows)],
        [.chart(.nextColumns)], [.chart(.order)],
    ]

    /// What stands along the rows.
    private(set) var rowAxis: Axis
    /// What stands along the columns.
    private(set) var columnAxis: Axis
    private(set) var order = Order.listed
    /// The selected row, whether there is such a one just now or not.
    private(set) var row = CrossTab.Line.value(0)
    /// The selected column, likewise.
    private(set) var column = CrossTab.Line.value(0)
    private var top = 0
    private var left = 0
    private let cells: ID<Kind>?
    private var table: MatrixTable

    init(opening context: ChartContext) {
        let axes = context.graph.standardAxes
        (rowAxis, columnAxis, cells) = (axes.rows, axes.columns, axes.cells)
        table = MatrixTable(
            rows: axes.rows, columns: axes.columns, cells: axes.cells, order: .listed, in: context)
        if let position = context.selected { stand(at: position, in: context) }
        renew(in: context)
    }

    var chart: Chart { .matrix(self) }

    mutating func move(_ movement: Movement, in context: ChartContext) {
        let layout = renew(in: context)
        switch movement {
        case .up: step(rows: -1)
        case .down: step(rows: 1)
        case .left: step(columns: -1)
        case .right: step(columns: 1)
        case .pageUp: step(rows: -max(1, layout.rowsInView - 1))
        case .pageDown: step(rows: max(1, layout.rowsInView - 1))
        case .first: select(row: 0, column: 0)
        case .last: select(row: table.rows.count - 1, column: table.columns.count - 1)
        }
        renew(in: context)
    }

    mutating func perform(_ command: ChartCommand, in context: ChartContext) -> Text? {
        let layout = renew(in: context)
        var notice: Text?
        switch command {
        case .next: notice = stepToItems(1)
        case .previous: notice = stepToItems(-1)
        case .panLeft: step(columns: -layout.columnsInView)
        case .panRight: step(columns: layout.columnsInView)
        case .panUp: step(rows: -max(1, layout.rowsInView - 1))
        case .panDown: step(rows: max(1, layout.rowsInView - 1))
        case .nextRows:
            let position = item(in: context)
            rowAxis = MatrixAxes(context.graph, cells: cells).next(after: rowAxis, besides: columnAxis)
            notice = Strings.rows(context.graph.title(of: rowAxis))
            turn(keeping: position, in: context)
        case .nextColumns:
            let position = item(in: context)
            columnAxis = MatrixAxes(context.graph, cells: cells).next(after: columnAxis, besides: rowAxis)
            notice = Strings.columns(context.graph.title(of: columnAxis))
            turn(keeping: position, in: context)
        case .order:
            order = order == .listed ? .evidence : .listed
            notice = Strings.name(of: order)
        case .zoomIn, .zoomOut, .fit: break
        }
        renew(in: context)
        return notice
    }

    /// The item of a cell that has just one.
    func item(in context: ChartContext) -> Int? {
        let items = selection(in: context).cell.items
        return items.count == 1 ? items[0] : nil
    }

    func choice(in context: ChartContext) -> ChartChoice {
        let selection = selection(in: context)
        let items = selection.cell.items
        if items.isEmpty { return .nothing(context.reasonForGap) }
        if items.count == 1 { return .item(items[0]) }
        return .items(items, title: selection.title(in: context))
    }

    func draw(in area: Rect, on grid: inout Grid, context: ChartContext) {
        var chart = self
        let layout = chart.renew(in: context, size: area.size).placed(in: area)
        MatrixView(
            table: chart.table, layout: layout, context: context, selection: chart.selection, top: chart.top,
            left: chart.left
        ).draw(in: area, on: &grid)
    }
}

extension MatrixChart {
    /// `field mode listed =fld-ecology +`: the axes, the order, the row and the column, each of these a value, what
    /// belongs to none, or the total.
    func landmark(in graph: CaseGraph) -> String? {
        [
            rowAxis.name, columnAxis.name, order.rawValue, row.word(among: table.crossing.rows),
            column.word(among: table.crossing.columns),
        ].joined(separator: " ")
    }

    mutating func stand(at landmark: String, in context: ChartContext) {
        let words = landmark.split(separator: " ").map(String.init)
        let axes = MatrixAxes(context.graph, cells: cells)
        guard words.count == 5, let rows = axes.named(words[0]), let columns = axes.named(words[1]),
            let order = Order(rawValue: words[2])
        else { return }
        (rowAxis, columnAxis, self.order) = (rows, columns, order)
        renew(in: context)
        row = CrossTab.Line(word: words[3], among: table.crossing.rows) ?? row
        column = CrossTab.Line(word: words[4], among: table.crossing.columns) ?? column
        renew(in: context)
    }
}

extension MatrixChart {
    /// Crosses other axes, and stands where an item is, or else at the first cell.
    private mutating func turn(keeping position: Int?, in context: ChartContext) {
        (row, column, top, left) = (.value(0), .value(0), 0, 0)
        renew(in: context)
        if let position = position ?? context.selected { stand(at: position, in: context) }
    }

    /// Stands in the first cell that an item is in, or in the row or column that is its own.
    private mutating func stand(at position: Int, in context: ChartContext) {
        let crossing = table.crossing
        let id = context.graph.item(position).id.text
        if crossing[.all, .all].holds(position) {
            row = table.rows.first { crossing[$0, .all].holds(position) } ?? row
            column = table.columns.first { crossing[row, $0].holds(position) } ?? column
        } else if let number = crossing.rows.firstIndex(where: { $0.id == id }) {
            row = .value(number)
        } else if let number = crossing.columns.firstIndex(where: { $0.id == id }) {
            column = .value(number)
        }
    }

    private mutating func step(rows: Int = 0, columns: Int = 0) {
        select(
            row: table.row(nearest: row) + rows, column: table.column(nearest: column) + columns)
    }

    private mutating func select(row: Int, column: Int) {
        self.row = table.rows[min(max(0, row), table.rows.count - 1)]
        self.column = table.columns[min(max(0, column), table.columns.count - 1)]
    }

    /// Goes to the next cell that is no gap, row by row and around, totals passed over.
    private mutating func stepToItems(_ step: Int) -> Text? {
        let (rows, columns) = (table.rows.count - 1, table.columns.count - 1)
        guard rows > 0, columns > 0 else { return Strings.everythingIsGap }
        let here =
            min(table.row(nearest: row), rows - 1) * columns
            + min(table.column(nearest: column), columns - 1)
        let count = rows * columns
        let found = (1...count).lazy.map { (here + step * $0 + count) % count }.first {
            !table.crossing[table.rows[$0 / columns], table.columns[$0 % columns]].isGap
        }
        guard let found else { return Strings.everythingIsGap }
        select(row: found / columns, column: found % columns)
        return nil
    }

    /// Crosses anew where axes, order, pins or filter have changed since the chart was last asked.
    private mutating func cross(in context: ChartContext) {
        guard !table.holds(rows: rowAxis, columns: columnAxis, order: order, in: context) else { return }
        table = MatrixTable(rows: rowAxis, columns: columnAxis, cells: cells, order: order, in: context)
    }

    /// Follows all that may have changed, the room too, and scrolls as far as the selected cell asks for.
    @discardableResult
    private mutating func renew(in context: ChartContext, size: Size? = nil) -> MatrixLayout {
        cross(in: context)
        let layout = table.layout(for: size ?? context.area, language: context.language)
        let lines = (table.row(nearest: row), table.column(nearest: column))
        top = Scrolling.top(
            top, showing: lines.0 < layout.rows ? lines.0 : nil, of: layout.rows, in: layout.rowsInView)
        left = Scrolling.top(
            left, showing: lines.1 < layout.columns ? lines.1 : nil, of: layout.columns,
            in: layout.columnsInView)
        return layout
    }

    /// What is selected under the pins and the filter of just now.
    private func selection(in context: ChartContext) -> MatrixSelection {
        var chart = self
        chart.cross(in: context)
        return chart.selection
    }

    /// What is selected, of the rows and columns that there are.
    private var selection: MatrixSelection {
        MatrixSelection(
            row: table.rows[table.row(nearest: row)], column: table.columns[table.column(nearest: column)],
            crossing: table.crossing)
    }
}

extension CrossTab.Cell {
    /// Whether an item is in it.
    fileprivate func holds(_ position: Int) -> Bool { items.contains(position) }
}
