import CaseModel
import Screen
import TextLayout

/// The layout of a network chart's parts in an area.
///
/// ```
/// 协作安排 27 · 参与者 29/158 · 合作关系 63 …                figures
/// 重庆 9/55 ───── 贵州 9/54 ── 各方之上及其他 11/49          heading, below tabs if not all columns fit
/// 省级 15/48 ··································             body: columns with gutters between
/// ▌ 重庆市人民政府 ▇11 ─┬─●3 云南省人民政府 ▇10 …            or, where there is room, a panel beside it
/// ─────────────────────────────────────────────
/// 重庆市人民政府  省级 · 重庆 · 合作方 11 …                  details
/// ```
struct NetworkPlan {
    /// The width between two columns, or right of a single one, for the ties of the selection.
    static let gutter = 3
    /// The least width of a column.
    private static let narrowest = 20
    /// The least number of columns for a panel.
    private static let wide = 120

    /// The lines of the figures.
    let figures: [String]
    let figuresArea: Rect
    /// The names of all columns, where some are out of view.
    let tabs: Rect
    /// The titles of the visible columns; empty where only one of several is visible.
    let heading: Rect
    /// The rows of nodes and bands, across all columns.
    let body: Rect
    /// The visible columns by number.
    let columns: [Int: Rect]
    /// The indices of the lines that are not empty in the visible columns.
    let lines: [Int]
    /// The index in `lines` of the first visible line.
    let top: Int
    /// The details of the selection below the columns; empty if there is a panel.
    let details: Rect
    /// The details of the selection beside the columns.
    let panel: Rect

    /// The layout of an area whose upper left corner is at `row` and `column`.
    init(_ scene: NetworkScene, size: Size, row: Int = 0, column: Int = 0) {
        let rows = size.rows
        figures = Self.filled(
            scene.figures, columns: size.columns - 2,
            rows: rows >= 20 ? 3 : rows >= 12 ? 2 : rows >= 4 ? 1 : 0)
        figuresArea = Rect(row: row, column: column + 1, columns: size.columns - 2, rows: figures.count)
        let isWide = size.columns >= Self.wide && rows >= 12
        let count = max(1, scene.layers.columns.count)
        let panelColumns = isWide ? Self.panelColumns(scene, beside: count, of: size.columns) : 0
        let bodyColumns = size.columns - panelColumns - (isWide ? 2 : 0)
        let visible = Self.window(in: scene, of: count, columns: bodyColumns)
        let hasTabs = visible.count < count
        tabs = Rect(
            row: figuresArea.bottom, column: column, columns: bodyColumns, rows: hasTabs && rows >= 3 ? 1 : 0)
        let headingRows = hasTabs ? (visible.count > 1 && rows >= 9 ? 1 : 0) : rows >= 3 ? 1 : 0
        heading = Rect(row: tabs.bottom, column: column, columns: size.columns, rows: headingRows)
        let detailRows = isWide ? 0 : rows >= 14 ? 3 : rows >= 9 ? 2 : 0
        body = Rect(
            row: heading.bottom, column: column, columns: bodyColumns,
            rows: rows - figuresArea.rows - tabs.rows - heading.rows - detailRows)
        details = Rect(row: body.bottom, column: column, columns: size.columns, rows: detailRows)
        panel = Rect(
            row: figuresArea.bottom, column: column + size.columns - panelColumns, columns: panelColumns,
            rows: isWide ? rows - figuresArea.rows : 0)

        columns = Self.columns(visible, in: body)
        lines = hasTabs ? scene.layers.lines(of: visible) : Array(scene.layers.lines.indices)
        top = Self.top(
            scene, lines: lines, at: scene.cursor.flatMap(scene.layers.spot)?.line, rows: body.rows)
    }

    /// The columns of the panel, which leaves names that would be cut what it can do without.
    private static func panelColumns(_ scene: NetworkScene, beside count: Int, of columns: Int) -> Int {
        let most = min(60, columns * 3 / 10)
        var longest = 0
        for case .nodes(let nodes) in scene.layers.lines {
            for node in nodes.compactMap(\.self) { longest = max(longest, scene.title(of: node).columns) }
        }
        let needed = count * (longest + NetworkView.columnsBesideName) + gutter * count
        return min(most, max(44, columns - needed))
    }

    /// The columns that fit side by side, one at least: those around the cursor, and with the selected node if its
    /// partner is near.
    private static func window(in scene: NetworkScene, of count: Int, columns: Int) -> Range<Int> {
        let fitting = (1...count).last { count in
            (columns - gutter * max(1, count - 1)) / count >= narrowest
        }
        let most = fitting ?? 1
        let here = scene.cursor.flatMap(scene.layers.spot)?.column ?? 0
        let selected = scene.selected.flatMap(scene.layers.spot)?.column ?? here
        let (least, last) = (min(here, selected), max(here, selected))
        let middle = last - least < most ? (least + last + 1) / 2 : here
        let start = min(max(0, middle - most / 2), count - most)
        return start..<start + most
    }

    /// Side by side and equally wide.
    private static func columns(_ visible: Range<Int>, in body: Rect) -> [Int: Rect] {
        var (start, rest) = (body.column, body.columns - gutter * max(1, visible.count - 1))
        var rects: [Int: Rect] = [:]
        for number in visible {
            let share = rest / (visible.upperBound - number)
            rects[number] = Rect(row: body.row, column: start, columns: share, rows: body.rows)
            start += share + Self.gutter
            rest -= share
        }
        return rects
    }

    /// The first visible line that keeps the cursor in view, with the heading of its band.
    private static func top(_ scene: NetworkScene, lines: [Int], at line: Int?, rows: Int) -> Int {
        let number = line.flatMap { lines.firstIndex(of: $0) }
        let before = scene.chart.top.flatMap(scene.layers.line).flatMap { line in
            lines.firstIndex { $0 >= line }
        }
        let top = Scrolling.top(before ?? 0, showing: number, of: lines.count, in: rows)
        guard let number, number == top, number > 0, rows > 1, scene.layers.isBand(lines[number - 1]) else {
            return top
        }
        return top - 1
    }

    /// The meaning of the first visible line.
    func firstRow(of scene: NetworkScene) -> NetworkLayers.Row? { line(inRow: 0).flatMap(scene.layers.row) }

    /// The index of the line in a row of the body; nil below the last.
    func line(inRow row: Int) -> Int? {
        lines.indices.contains(top + row) ? lines[top + row] : nil
    }

    /// The row of a line in the body; negative or beyond the last row if it is out of view.
    func row(of line: Int) -> Int { (lines.firstIndex { $0 >= line } ?? lines.count) - top }

    /// Parts joined by dots and wrapped between parts to a number of columns and rows; an ellipsis stands for those that
    /// do not fit.
    private static func filled(_ parts: [String], columns: Int, rows: Int) -> [String] {
        var lines: [String] = []
        for part in parts {
            let longer = (lines.last.map { $0 + " · " } ?? "") + part
            if longer.columns <= columns, !lines.isEmpty {
                lines[lines.count - 1] = longer
            } else {
                lines.append(part)
            }
        }
        guard rows > 0, lines.count > rows else { return Array(lines.prefix(max(0, rows))) }
        return lines[..<(rows - 1)] + [TextFit.clipped(lines[rows - 1] + " …", to: max(0, columns))]
    }
}
