import CaseModel
import Screen

extension Theme {
    static let tie = Style(.bold)
    static let rule: Character = "─"
    static let lightRule: Character = "·"
}

/// The ties of the selected node, as lines that run in the gutters between the columns and never over a name. To
/// partners two columns away they run along the rule of the band, or of the heading where the band is out of sight.
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
        // The lines pass behind the names of the sides, which have blanks in them.
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

    /// From a gutter to the edge of a node beside it.
    private func branch(to spot: NetworkLayers.Spot, from gutter: Int, in lines: inout JoinedLines) {
        guard isShown(spot), let rect = plan.columns[spot.column] else { return }
        let isOnTheLeft = spot.column <= gutter
        lines.draw(
            alongRow: row(of: spot), from: trunk(of: gutter), to: isOnTheLeft ? rect.right : rect.column - 1)
    }

    /// The gutter in which a partner is reached, by the number of the column on its left.
    private func gutter(of partner: NetworkLayers.Spot, from here: NetworkLayers.Spot) -> Int {
        if partner.column == here.column { return exit(from: here) }
        return partner.column < here.column ? partner.column : partner.column - 1
    }

    /// The gutter beside a node in which its own column is reached: the one on its right, where there is one.
    private func exit(from here: NetworkLayers.Spot) -> Int {
        let isLast = here.column == scene.layers.columns.count - 1
        return isLast && here.column > 0 && plan.columns[here.column - 1] != nil
            ? here.column - 1 : here.column
    }

    /// The middle of a gutter.
    private func trunk(of gutter: Int) -> Int {
        (plan.columns[gutter]?.right ?? plan.body.column) + NetworkPlan.gutter / 2
    }

    /// The row of a node; of one out of sight the row at that edge.
    private func row(of spot: NetworkLayers.Spot) -> Int {
        plan.body.row + min(max(0, plan.row(of: spot.line)), plan.body.rows - 1)
    }

    private func isShown(_ spot: NetworkLayers.Spot) -> Bool {
        (0..<plan.body.rows).contains(plan.row(of: spot.line))
    }

    /// The row of the nearest rule above a node that is in sight.
    private func rule(above spot: NetworkLayers.Spot) -> Int {
        let band = stride(from: row(of: spot) - plan.body.row, through: 0, by: -1).first { row in
            plan.line(inRow: row).map(scene.layers.isBand) ?? false
        }
        return band.map { plan.body.row + $0 } ?? plan.heading.row
    }
}
