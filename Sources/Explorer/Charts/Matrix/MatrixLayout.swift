import CaseModel
import Screen
import TextLayout

/// The layout of a matrix's parts in an area.
///
/// ```
/// summary  矩阵 · 行动领域 × 治理方式 · 项目 58 · 证据 249
/// heading                 横向平等协调    纵向垂直管理     合计
/// rule     ────────────────────────────────────────────────
/// body     开放合作       ▒▒▒ 5·21 ▒▒▒    ┄┄┄┄┄┄┄┄┄┄┄     6·24
/// totals   合计               17·93          12·40       58·249
/// legend   ──────────────── ░ 1–20  ▒ 21–40  ▓ 41–56  ┄ 空缺 ──
/// details  开放合作 × 横向平等协调  5 项，证据 21
///           7  江津综合保税区……
/// limits   显示有哪些证据，而非证据证明了什么。
/// ```
///
/// A wide area has the details in a panel beside the matrix, and rows of three or four lines if all rows then fit.
/// Row titles stay in view while columns scroll, and so do totals if there is room.
struct MatrixLayout: Sendable {
    private(set) var summary, heading, rule, body, totals, legend, details, limits: Rect
    /// True if the details have a panel beside the matrix.
    let isWide: Bool
    /// The titles of the columns.
    let titles: MatrixHeading
    /// The width of the row titles.
    let titleColumns: Int
    /// The width of a cell, and of the gap after it.
    let cellColumns: Int
    /// The width of the row totals; 0 if they scroll with the other columns.
    let totalColumns: Int
    /// The height of a row.
    let rowHeight: Int
    /// The number of rows and of columns to scroll through.
    let rows, columns: Int
    /// The number of visible rows and columns.
    let rowsInView, columnsInView: Int

    /// At most this many titles are measured, so that the cost of a key does not grow with the case.
    private static let measured = 200
    private static let widestCell = 26
    private static let widestTitle = 36

    /// The layout of an area whose upper left corner is the origin.
    init(_ table: MatrixTable, size: Size, language: LanguageChoice) {
        let area = Rect(size)
        isWide = area.columns >= 120 && area.rows >= 12
        let panelColumns = isWide ? min(60, area.columns * 3 / 10) : 0
        let width = area.columns - panelColumns - (isWide ? 3 : 0)

        let totalWidth = max(table.totalDigits.columns, language.localized(Strings.total).columns)
        let rowsMeasured = table.rows.suffix(2) + table.rows.prefix(Self.measured)
        let widest =
            rowsMeasured.map { language.line($0.title(among: table.crossTab.rows)).columns }.max()
            ?? 0
        titleColumns = width >= 20 ? min(max(widest + 3, 8), width * 2 / 5, Self.widestTitle) : 0
        totalColumns = width >= 34 ? totalWidth + 2 : 0
        columns = table.columns.count - (totalColumns > 0 ? 1 : 0)
        let room = width - titleColumns - totalColumns
        // A blank and a shade on either side of the numbers, and the gap to the next cell. If not all columns fit,
        // fewer columns with readable titles are better.
        let narrowest = max(table.digits.columns + 5, table.totalDigits.columns + 1)
        let measured = table.columns.prefix(Self.measured) + [.all]
        let word = MatrixHeading.longestWord(
            Array(measured), of: table.crossTab, language: language)
        let legible = max(narrowest, min(12, word) + 1)
        columnsInView = max(1, min(columns, room / (room / narrowest < columns ? legible : narrowest)))
        cellColumns = max(1, min(Self.widestCell, room / columnsInView))

        let height = area.rows
        // The matrix itself, beside the panel of details.
        let own = area.dropLast(columns: area.columns - width)
        summary = area.lines(height >= 10 ? 1 : 0, at: area.row)
        let mostTitleLines = height >= 30 ? 4 : height >= 18 ? 3 : height >= 12 ? 2 : height >= 3 ? 1 : 0
        titles = MatrixHeading(
            Array(measured), of: table.crossTab, language: language, columns: cellColumns - 1,
            most: mostTitleLines)
        let titleLines = measured.map(titles.lines).map(\.count).max() ?? 0
        heading = own.lines(titleLines, at: summary.bottom)
        rule = own.lines(height >= 14 ? 1 : 0, at: heading.bottom)

        let limitLines = Wrapping.lines(
            of: language.localized(Strings.matrixLimits), columns: max(1, area.columns - 2)
        ).count
        let keepsLimits = height >= 8 && limitLines * 4 <= height
        limits = area.lines(keepsLimits ? limitLines : 0, at: area.bottom - (keepsLimits ? limitLines : 0))
        let totalRows = height >= 6 ? 1 : 0
        let legendRows = height >= 12 ? 1 : 0
        let leastDetails = isWide ? 0 : height >= 20 ? 5 : height >= 14 ? 3 : height >= 12 ? 1 : 0
        rows = table.rows.count - totalRows
        let free = limits.row - rule.bottom - totalRows - legendRows
        let rowCount = rows
        rowHeight = [4, 3].first { $0 * rowCount <= free - leastDetails } ?? 1
        let bodyRows = max(min(rows * rowHeight, free - leastDetails), min(1, max(0, free)))
        rowsInView = bodyRows / rowHeight
        body = own.lines(bodyRows, at: rule.bottom)
        totals = own.lines(totalRows, at: body.bottom)
        legend = own.lines(legendRows, at: totals.bottom)
        details =
            isWide
            ? Rect(
                row: heading.row, column: area.right - panelColumns, columns: panelColumns,
                rows: limits.row - heading.row)
            : area.lines(limits.row - legend.bottom, at: legend.bottom)
    }

    /// The same layout at the position of an area.
    func placed(in area: Rect) -> MatrixLayout {
        var placed = self
        for part in [
            \MatrixLayout.summary, \.heading, \.rule, \.body, \.totals, \.legend, \.details, \.limits,
        ] {
            placed[keyPath: part].row += area.row
            placed[keyPath: part].column += area.column
        }
        return placed
    }

    /// The lines of a row of the body, without the gap below it; nil if it is out of view.
    func line(ofRow row: Int, top: Int) -> Rect? {
        guard row < rows else { return totals.isEmpty ? nil : totals }
        guard (top..<top + rowsInView).contains(row) else { return nil }
        return body.lines(max(1, rowHeight - 1), at: body.row + (row - top) * rowHeight)
    }

    /// The start and width of a column, without the gap after it; nil if it is out of view.
    func span(ofColumn column: Int, left: Int) -> (start: Int, columns: Int)? {
        let start = body.column + titleColumns
        guard column < columns else {
            return totalColumns > 0 ? (start + columnsInView * cellColumns + 1, totalColumns - 1) : nil
        }
        guard (left..<left + columnsInView).contains(column) else { return nil }
        return (start + (column - left) * cellColumns, max(1, cellColumns - 1))
    }
}
