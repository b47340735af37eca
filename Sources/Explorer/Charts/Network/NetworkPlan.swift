import Screen
import TextLayout

/// Where the parts of a network chart stand in their room.
///
/// ```
/// 协作安排 27 · 参与者 29/158 · 合作关系 63 …                figures
/// 重庆 9/55 ───── 两边之上及其他 11/49 ── 贵州 9/54          heading
/// 省级 15/48 ··································             body: columns with gutters between
/// ▌ 重庆市人民政府 ▇11 ─┬─●3 云南省人民政府 ▇10 …            or, where there is room, a panel beside it
/// ─────────────────────────────────────────────
/// 重庆市人民政府  省级 · 重庆 · 合作方 11 …                  details
/// ```
struct NetworkPlan {
    /// Between two columns, or right of a single one: where the ties of the selection run.
    static let gutter = 3
    /// Narrower columns are of no use.
    private static let narrowest = 20
    /// From this many columns on there is room for a panel.
    private static let wide = 120

    /// The lines of the figures.
    let figures: [String]
    let figuresArea: Rect
    /// What the columns are called.
    let heading: Rect
    /// The rows of nodes and bands, across all columns.
    let body: Rect
    /// The columns that are shown, by their number.
    let columns: [Int: Rect]
    /// The layers' lines that have something in the columns shown, by their number.
    let lines: [Int]
    /// Which of them is the first that is shown.
    let top: Int
    /// What there is to say of the selection below the columns; empty where it is said beside them.
    let details: Rect
    /// What there is to say of the selection beside the columns.
    let panel: Rect

    /// The plan of a room, whose upper left corner is at `row` and `column`.
    init(_ scene: NetworkScene, size: Size, row: Int = 0, column: Int = 0) {
        let rows = size.rows
        let figures = Self.filled(scene.figures, columns: size.columns - 2)
        self.figures = Array(figures.prefix(rows >= 20 ? 3 : rows >= 12 ? 2 : rows >= 4 ? 1 : 0))
        figuresArea = Rect(row: row, column: column + 1, columns: size.columns - 2, rows: self.figures.count)
        heading = Rect(
            row: figuresArea.bottom, column: column, columns: size.columns, rows: rows >= 3 ? 1 : 0)

        let isWide = size.columns >= Self.wide && rows >= 12
        let panelColumns = isWide ? min(60, size.columns * 3 / 10) : 0
        let detailRows = isWide ? 0 : rows >= 14 ? 3 : rows >= 9 ? 2 : 0
        body = Rect(
            row: heading.bottom, column: column, columns: size.columns - panelColumns - (isWide ? 2 : 0),
            rows: rows - figuresArea.rows - heading.rows - detailRows)
        details = Rect(row: body.bottom, column: column, columns: size.columns, rows: detailRows)
        panel = Rect(
            row: heading.row, column: column + size.columns - panelColumns, columns: panelColumns,
            rows: isWide ? rows - figuresArea.rows : 0)

        let count = scene.layers.columns.count
        let here = scene.cursor.flatMap(scene.layers.spot)
        let room = body.columns - Self.gutter * max(1, count - 1)
        if room / max(1, count) >= Self.narrowest {
            columns = Self.columns(count, in: body, room: room)
            lines = Array(scene.layers.lines.indices)
        } else {
            let alone = Rect(
                row: body.row, column: column, columns: body.columns - Self.gutter, rows: body.rows)
            columns = [here?.column ?? 0: alone]
            lines = scene.layers.lines(of: here?.column ?? 0)
        }
        top = Self.top(scene, lines: lines, at: here?.line, rows: body.rows)
    }

    /// The columns side by side, as wide as each other.
    private static func columns(_ count: Int, in body: Rect, room: Int) -> [Int: Rect] {
        var (start, rest) = (body.column, room)
        var rects: [Int: Rect] = [:]
        for number in 0..<count {
            let share = rest / (count - number)
            rects[number] = Rect(row: body.row, column: start, columns: share, rows: body.rows)
            start += share + Self.gutter
            rest -= share
        }
        return rects
    }

    /// The first of the lines to show so that the one of the cursor is seen, and the band that it begins.
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

    /// What stands on the first line that is shown.
    func firstRow(of scene: NetworkScene) -> NetworkLayers.Row? { line(inRow: 0).flatMap(scene.layers.row) }

    /// The line of the layers that is shown in a row of the body; nil below the last.
    func line(inRow row: Int) -> Int? {
        lines.indices.contains(top + row) ? lines[top + row] : nil
    }

    /// The row of the body that shows a line of the layers; below 0 or beyond the last where it is out of sight.
    func row(of line: Int) -> Int { (lines.firstIndex { $0 >= line } ?? lines.count) - top }

    /// Whether all columns are shown side by side.
    func showsAll(_ scene: NetworkScene) -> Bool { columns.count == scene.layers.columns.count }

    /// Parts joined by dots on lines of so many columns; a part stays whole.
    private static func filled(_ parts: [String], columns: Int) -> [String] {
        var lines: [String] = []
        for part in parts {
            let longer = (lines.last.map { $0 + " · " } ?? "") + part
            if longer.columns <= columns, !lines.isEmpty {
                lines[lines.count - 1] = longer
            } else {
                lines.append(part)
            }
        }
        return lines
    }
}
