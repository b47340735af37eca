import CaseModel
import Screen
import TextLayout

/// The layout of a network chart's parts in an area.
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
    /// The width between two columns, or right of a single one, for the ties of the selection.
    static let gutter = 3
    /// The least width of a column.
    private static let narrowest = 20
    /// The least number of columns for a panel.
    private static let wide = 120

    /// The lines of the figures.
    let figures: [String]
    let figuresArea: Rect
    /// The titles of the columns.
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

    /// Side by side and equally wide.
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

    /// True if all columns are visible side by side.
    func showsAll(_ scene: NetworkScene) -> Bool { columns.count == scene.layers.columns.count }

    /// Parts joined by dots and wrapped between parts to a number of columns.
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

extension Theme {
    static let tie = Style(.bold)
    static let rule: Character = "─"
    static let lightRule: Character = "·"
}

/// The ties of the selected node, drawn in the gutters between the columns and never over a name. Ties to partners
/// two columns away follow the rule of a band, or of the heading if the band is out of view.
struct NetworkTies {
    private let scene: NetworkScene
    private let plan: NetworkPlan

    init(_ scene: NetworkScene, plan: NetworkPlan) {
        self.scene = scene
        self.plan = plan
    }

    func draw(on grid: inout Grid) {
        guard let here = scene.selected.flatMap(scene.layers.spot), plan.columns[here.column] != nil,
            plan.body.rows > 0
        else { return }
        let partners = scene.ties.compactMap { scene.layers.spot(of: $0.partner) }
            .filter { plan.columns[$0.column] != nil }
        var lines = JoinedLines()
        for partner in partners { draw(from: here, to: partner, in: &lines) }
        lines.draw(on: &grid, in: plan.body, over: [" ", Theme.rule, Theme.lightRule])
        // The names of the sides contain blanks, which the lines must not fill.
        lines.draw(on: &grid, in: plan.heading, over: [Theme.rule])
        for partner in partners + (partners.isEmpty ? [] : [here]) where !isShown(partner) {
            let gutter = partner == here ? exit(from: here) : gutter(of: partner, from: here)
            grid.put(
                plan.row(of: partner.line) < 0 ? "↑" : "↓",
                at: Point(row: row(of: partner), column: trunk(of: gutter)),
                style: Theme.tie)
        }
    }

    private func draw(
        from here: NetworkLayers.Spot, to there: NetworkLayers.Spot, in lines: inout JoinedLines
    ) {
        let far = gutter(of: there, from: here)
        let isBeside = abs(here.column - there.column) < 2
        let near = isBeside ? far : there.column > here.column ? here.column : here.column - 1
        branch(to: here, from: near, in: &lines)
        branch(to: there, from: far, in: &lines)
        let crossing = isBeside ? row(of: there) : rule(above: here)
        lines.draw(alongColumn: trunk(of: near), from: row(of: here), to: crossing)
        lines.draw(alongRow: crossing, from: trunk(of: near), to: trunk(of: far))
        lines.draw(alongColumn: trunk(of: far), from: crossing, to: row(of: there))
    }

    /// Draws from a gutter to the edge of a node beside it.
    private func branch(to spot: NetworkLayers.Spot, from gutter: Int, in lines: inout JoinedLines) {
        guard isShown(spot), let rect = plan.columns[spot.column] else { return }
        let isOnTheLeft = spot.column <= gutter
        lines.draw(
            alongRow: row(of: spot), from: trunk(of: gutter), to: isOnTheLeft ? rect.right : rect.column - 1)
    }

    /// The gutter through which a partner is reached, by the number of the column on its left.
    private func gutter(of partner: NetworkLayers.Spot, from here: NetworkLayers.Spot) -> Int {
        if partner.column == here.column { return exit(from: here) }
        return partner.column < here.column ? partner.column : partner.column - 1
    }

    /// The gutter for partners in the node's own column: the one on its right, if there is one.
    private func exit(from here: NetworkLayers.Spot) -> Int {
        let isLast = here.column == scene.layers.columns.count - 1
        return isLast && here.column > 0 && plan.columns[here.column - 1] != nil
            ? here.column - 1 : here.column
    }

    /// The middle column of a gutter.
    private func trunk(of gutter: Int) -> Int {
        (plan.columns[gutter]?.right ?? plan.body.column) + NetworkPlan.gutter / 2
    }

    /// The row of a node; the nearest edge of the body if it is out of view.
    private func row(of spot: NetworkLayers.Spot) -> Int {
        plan.body.row + min(max(0, plan.row(of: spot.line)), plan.body.rows - 1)
    }

    private func isShown(_ spot: NetworkLayers.Spot) -> Bool {
        (0..<plan.body.rows).contains(plan.row(of: spot.line))
    }

    /// The row of the nearest visible rule above a node.
    private func rule(above spot: NetworkLayers.Spot) -> Int {
        let band = stride(from: row(of: spot) - plan.body.row, through: 0, by: -1).first { row in
            plan.line(inRow: row).map(scene.layers.isBand) ?? false
        }
        return band.map { plan.body.row + $0 } ?? plan.heading.row
    }
}

/// Box-drawing lines that are joined where they meet: `╭`, `┤`, `┼`.
struct JoinedLines {
    /// The directions in which a line leaves a cell.
    private struct Ways: OptionSet, Hashable {
        let rawValue: UInt8
        static let up = Ways(rawValue: 1)
        static let down = Ways(rawValue: 2)
        static let left = Ways(rawValue: 4)
        static let right = Ways(rawValue: 8)
    }

    private var cells: [Point: Ways] = [:]

    /// Draws along a row between two columns in any order; nothing if they are equal.
    mutating func draw(alongRow row: Int, from: Int, to: Int) {
        let (left, right) = (min(from, to), max(from, to))
        for column in left..<right {
            cells[Point(row: row, column: column), default: []].insert(.right)
            cells[Point(row: row, column: column + 1), default: []].insert(.left)
        }
    }

    /// Draws along a column between two rows in any order; nothing if they are equal.
    mutating func draw(alongColumn column: Int, from: Int, to: Int) {
        let (upper, lower) = (min(from, to), max(from, to))
        for row in upper..<lower {
            cells[Point(row: row, column: column), default: []].insert(.down)
            cells[Point(row: row + 1, column: column), default: []].insert(.up)
        }
    }

    /// Draws the lines inside an area, over cells that hold one of these characters.
    func draw(on grid: inout Grid, in area: Rect, over background: Set<Character>) {
        for (point, ways) in cells
        where (area.row..<area.bottom).contains(point.row)
            && (area.column..<area.right).contains(point.column)
        {
            guard let character = grid[point.row, point.column].character, background.contains(character)
            else { continue }
            grid.put(Self.glyph(ways), at: point, style: Theme.tie)
        }
    }

    private static func glyph(_ ways: Ways) -> Character {
        switch ways {
        case [.down, .right]: "╭"
        case [.down, .left]: "╮"
        case [.up, .right]: "╰"
        case [.up, .left]: "╯"
        case [.up, .down, .right]: "├"
        case [.up, .down, .left]: "┤"
        case [.down, .left, .right]: "┬"
        case [.up, .left, .right]: "┴"
        case [.up, .down, .left, .right]: "┼"
        default: ways.isDisjoint(with: [.up, .down]) ? "─" : "│"
        }
    }
}
