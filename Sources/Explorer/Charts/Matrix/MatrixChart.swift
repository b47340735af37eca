import CaseModel
import Screen
import TextLayout

/// The evidence gap map: a cross table of two axes with the numbers of items and claims in each cell, and gaps
/// marked.
///
/// Arrow keys move by cell, Tab to the next cell that is no gap. `x` and `X` list the kinds and facets for an axis,
/// `o` changes the order of rows and columns.
package struct MatrixChart: ChartDrawing {
    /// The order of rows and columns.
    enum Order: String, CaseIterable, Hashable {
        case listed, evidence
    }

    static let name = ChartName.matrix
    static let title = Text(chinese: "矩阵", english: "matrix")
    package enum Action: CaseIterable, Hashable, Sendable {
        /// Select the next or previous cell that has items.
        case next, previous
        case panLeft, panRight, panUp, panDown
        /// Choose the kind or facet on an axis.
        case rows, columns
        case order
    }

    static let keys =
        KeyTable.sideRows(in: .matrix) + [
            row(.next, [.tab], .move, "下一个有条目的格", "next cell with items", hint: .init(5, "下一格", "next cell")),
            row(.previous, [.backTab], .move, "上一个有条目的格", "previous cell with items"),
            row(.panLeft, ["<"], .move, "左移一屏", "a screen to the left"),
            row(.panRight, [">"], .move, "右移一屏", "a screen to the right"),
            row(.panUp, ["K"], .move, "上移一屏", "a screen up"),
            row(.panDown, ["J"], .move, "下移一屏", "a screen down"),
            row(.rows, ["x"], .here, "选择行的维度", "choose the rows", hint: .init(5, "行维度", "rows")),
            row(.columns, ["X"], .here, "选择列的维度", "choose the columns", hint: .init(5, "列维度", "columns")),
            row(
                .order, ["o"], .here, "换行列次序", "other order of rows and columns",
                hint: .init(5, "排序", "order")),
            enterRow(
                "列出格中条目",
                "list the items of the cell",
                hint: .init(1, "打开", "open")),
        ]

    static func needsScreen(_ action: Action) -> Bool {
        switch action {
        case .panLeft, .panRight, .panUp, .panDown: true
        case .next, .previous, .rows, .columns, .order: false
        }
    }

    /// The axis of the rows.
    private(set) var rowAxis: Axis
    /// The axis of the columns.
    private(set) var columnAxis: Axis
    private(set) var order = Order.listed
    /// The selected row and column; nil or a missing one stands for the first.
    private(set) var row, column: MatrixLine?
    /// The first visible row and column.
    private var top, left: MatrixLine?

    init(in graph: CaseGraph) {
        let axes = graph.standardAxes
        (rowAxis, columnAxis) = (axes.rows, axes.columns)
    }

    init(opening context: ChartContext) {
        self.init(in: context.graph)
        if let position = context.selected { select(itemAt: position, in: context) }
        fit(in: context)
    }

    mutating func move(_ movement: Movement, in context: ChartContext) {
        let table = table(in: context)
        let page = max(1, layout(of: table, in: context).rowsInView - 1)
        switch movement {
        case .up: step(rows: -1, in: table)
        case .down: step(rows: 1, in: table)
        case .left: step(columns: -1, in: table)
        case .right: step(columns: 1, in: table)
        case .pageUp: step(rows: -page, in: table)
        case .pageDown: step(rows: page, in: table)
        case .first: select(row: 0, column: 0, in: table)
        case .last: select(row: table.rows.count - 1, column: table.columns.count - 1, in: table)
        }
        fit(in: context)
    }

    mutating func perform(_ action: Action, in context: ChartContext) -> Text? {
        let table = table(in: context)
        let layout = layout(of: table, in: context)
        let page = max(1, layout.rowsInView - 1)
        var notice: Text?
        switch action {
        case .next: notice = stepToItems(1, in: table)
        case .previous: notice = stepToItems(-1, in: table)
        case .panLeft: notice = pan(columns: -layout.columnsInView, in: table)
        case .panRight: notice = pan(columns: layout.columnsInView, in: table)
        case .panUp: notice = pan(rows: -page, in: table)
        case .panDown: notice = pan(rows: page, in: table)
        // A list is opened for them.
        case .rows, .columns: break
        case .order:
            order = order.cycled()
            notice = Strings.name(of: order)
        }
        fit(in: context)
        return notice
    }

    func list(for action: Action, in context: ChartContext) -> (any Listing)? {
        switch action {
        case .rows: MatrixSide.rows.list(in: context.graph)
        case .columns: MatrixSide.columns.list(in: context.graph)
        case .next, .previous, .panLeft, .panRight, .panUp, .panDown, .order: nil
        }
    }

    /// Puts an axis on a side, and what was there on the other one if the axis was; returns a notice.
    mutating func put(_ axis: Axis, on side: MatrixSide, in context: ChartContext) -> Text {
        let position = item(in: context)
        let before = (rowAxis, columnAxis)
        switch side {
        case .rows:
            rowAxis = axis
            if columnAxis == axis { columnAxis = before.0 }
        case .columns:
            columnAxis = axis
            if rowAxis == axis { rowAxis = before.1 }
        }
        resetSelection(to: position, in: context)
        fit(in: context)
        return side == .rows
            ? Strings.rows(context.graph.title(of: rowAxis))
            : Strings.columns(context.graph.title(of: columnAxis))
    }

    /// The item of a cell that has exactly one.
    func item(in context: ChartContext) -> Int? {
        let items = selection(in: context).cell.items
        return items.count == 1 ? items[0] : nil
    }

    func subject(in context: ChartContext) -> Subject? { nil }

    func choice(in context: ChartContext) -> ChartChoice {
        let selection = selection(in: context)
        let items = selection.cell.items
        if items.isEmpty { return .nothing(selection.reasonForEmptiness) }
        if items.count == 1 { return .item(items[0]) }
        return .items(items, title: selection.title(in: context))
    }

    func draw(in area: Rect, on grid: inout Grid, context: ChartContext) {
        var chart = self
        chart.fit(in: context, size: area.size)
        let table = chart.table(in: context)
        MatrixView(
            table: table, layout: chart.layout(of: table, in: context, size: area.size).placed(in: area),
            context: context, selection: chart.selection(in: context), top: table.row(chart.top),
            left: table.column(chart.left)
        ).draw(in: area, on: &grid)
    }

    /// The cells are numbered row by row.
    func selecting(part number: Int, in context: ChartContext) -> Self? {
        let table = table(in: context)
        guard !table.isEmpty, number >= 0 else { return nil }
        var chosen = self
        let (row, column) = number.quotientAndRemainder(dividingBy: table.columns.count)
        chosen.select(row: row, column: column, in: table)
        chosen.fit(in: context)
        return chosen
    }

    /// A heading for each row, with its total, and under it the cells that are no gaps; then the gaps by name.
    func text(in context: ChartContext) -> ChartText {
        let (table, localized) = (table(in: context), context.language.localized)
        guard !table.isEmpty else {
            return ChartText([localized(context.reasonForEmptiness ?? Strings.nothingToCross)])
        }
        var text = ChartText([table.summary(in: context), localized(Strings.matrixLimits)])
        func counts(_ cell: CrossTab.Cell) -> String {
            localized(Strings.inCell(items: cell.items.count, evidence: cell.evidence))
        }
        for (row, rowName) in zip(table.rows, table.rowNames) {
            let title = localized(row.title(among: table.crossTab.rows))
            text.add(heading: "\(title) · \(counts(table.crossTab[row, .all]))")
            var gaps: [Text] = []
            for (column, columnName) in zip(table.columns, table.columnNames) where column != .all {
                let name = column.title(among: table.crossTab.columns)
                let cell = table.crossTab[row, column]
                if cell.isGap {
                    gaps.append(name)
                } else {
                    var chosen = self
                    (chosen.row, chosen.column) = (rowName, columnName)
                    text.add(
                        "\(localized(name)) · \(counts(cell))",
                        isSelected: table.row(self.row) == table.row(rowName)
                            && table.column(self.column) == table.column(columnName), choosing: chosen)
                }
            }
            guard !gaps.isEmpty else { continue }
            let names = Wording(case: context.graph.case, language: context.language).list(gaps)
            text.add(heading: "\(localized(Strings.gap)) · \(names)")
        }
        return text
    }
}

extension MatrixChart {
    /// `rows=field&columns=mode&order=listed&row==fld-ecology&column=+`: axes, order, and the selected row and
    /// column, each a value, the items without a value, or the total.
    static var properties: [ChartProperty<MatrixChart>] {
        [
            axis("rows", \.rowAxis), axis("columns", \.columnAxis), ChartProperty("order", \.order),
            line("row", \.row), line("column", \.column), line("top", \.top, isScroll: true),
            line("left", \.left, isScroll: true),
        ]
    }

    private static func axis(
        _ key: String, _ path: WritableKeyPath<MatrixChart, Axis>
    ) -> ChartProperty<MatrixChart> {
        ChartProperty(key) { chart, _ in
            chart[keyPath: path].name
        } read: { chart, name, graph in
            if let axis = MatrixAxes(graph).named(name) { chart[keyPath: path] = axis }
        }
    }

    private static func line(
        _ key: String, _ path: WritableKeyPath<MatrixChart, MatrixLine?>, isScroll: Bool = false
    ) -> ChartProperty<MatrixChart> {
        ChartProperty(key, path, isScroll: isScroll) { line, _ in
            line.encoded
        } decode: { text, _ in
            MatrixLine(encoded: text)
        }
    }

    /// `field mode listed =fld-ecology +`, each word percent-encoded a second time.
    static func properties(inVersion1 text: String) -> [String: String] {
        let words = text.split(separator: " ").map { Percent.decoded($0) ?? "" }
        guard words.count == 5, Order(rawValue: words[2]) != nil else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: zip(["rows", "columns", "order", "row", "column"], words))
    }
}

extension MatrixChart {
    /// The rows and columns of the included items.
    func table(in context: ChartContext) -> MatrixTable {
        context.matrixTable(rows: rowAxis, columns: columnAxis, order: order)
    }

    private func layout(of table: MatrixTable, in context: ChartContext, size: Size? = nil) -> MatrixLayout {
        context.matrixLayout(of: table, size: size ?? context.area)
    }

    /// Changes the axes and selects the cell of an item, or else the first cell.
    private mutating func resetSelection(to position: Int?, in context: ChartContext) {
        (row, column, top, left) = (nil, nil, nil, nil)
        if let position = position ?? context.selected { select(itemAt: position, in: context) }
    }

    /// Selects the first cell that contains an item, or its row or column total.
    private mutating func select(itemAt position: Int, in context: ChartContext) {
        let table = table(in: context)
        let crossTab = table.crossTab
        let id = context.graph.item(position).id.text
        if crossTab[.all, .all].holds(position) {
            let row = table.rows.firstIndex { crossTab[$0, .all].holds(position) } ?? 0
            let column = table.columns.firstIndex { crossTab[table.rows[row], $0].holds(position) } ?? 0
            select(row: row, column: column, in: table)
        } else if crossTab.rows.contains(where: { $0.id == id }) {
            row = .value(id)
        } else if crossTab.columns.contains(where: { $0.id == id }) {
            column = .value(id)
        }
    }

    private mutating func step(rows: Int = 0, columns: Int = 0, in table: MatrixTable) {
        select(row: table.row(row) + rows, column: table.column(column) + columns, in: table)
    }

    /// Steps by a screen; returns a notice if the selection is at the edge already.
    private mutating func pan(rows: Int = 0, columns: Int = 0, in table: MatrixTable) -> Text? {
        let before = (table.row(row), table.column(column))
        step(rows: rows, columns: columns, in: table)
        return (table.row(row), table.column(column)) == before ? Strings.nothingFurther : nil
    }

    /// Selects the nearest existing row and column.
    private mutating func select(row: Int, column: Int, in table: MatrixTable) {
        self.row = table.rowNames[min(max(0, row), table.rows.count - 1)]
        self.column = table.columnNames[min(max(0, column), table.columns.count - 1)]
    }

    /// Selects the next cell that is no gap, row by row and wrapping around, without the totals.
    private mutating func stepToItems(_ step: Int, in table: MatrixTable) -> Text? {
        let (rows, columns) = (table.rows.count - 1, table.columns.count - 1)
        guard rows > 0, columns > 0 else { return Strings.everythingIsGap }
        let here = min(table.row(row), rows - 1) * columns + min(table.column(column), columns - 1)
        let count = rows * columns
        let found = (1...count).lazy.map { (here + step * $0 + count) % count }.first {
            !table.crossTab[table.rows[$0 / columns], table.columns[$0 % columns]].isGap
        }
        guard let found else { return Strings.everythingIsGap }
        select(row: found / columns, column: found % columns, in: table)
        return nil
    }

    /// Scrolls so that the selected cell is visible.
    private mutating func fit(in context: ChartContext, size: Size? = nil) {
        let table = table(in: context)
        let layout = layout(of: table, in: context, size: size)
        let lines = (table.row(row), table.column(column))
        let first = Scrolling.top(
            table.row(top), showing: lines.0 < layout.rows ? lines.0 : nil, of: layout.rows,
            in: layout.rowsInView)
        let leftmost = Scrolling.top(
            table.column(left), showing: lines.1 < layout.columns ? lines.1 : nil, of: layout.columns,
            in: layout.columnsInView)
        (top, left) = (table.rowNames[first], table.columnNames[leftmost])
    }

    /// The selection among the rows and columns of the table.
    private func selection(in context: ChartContext) -> MatrixSelection {
        let table = table(in: context)
        return MatrixSelection(
            row: table.rows[table.row(row)], column: table.columns[table.column(column)], table: table)
    }
}

extension CrossTab.Cell {
    /// True for an item in the cell.
    fileprivate func holds(_ position: Int) -> Bool { items.contains(position) }
}
