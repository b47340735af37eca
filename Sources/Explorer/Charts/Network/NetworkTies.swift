import Screen

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
        let isLast = plan.columns[here.column + 1] == nil
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
        for (point, ways) in cells where area.contains(point) {
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
