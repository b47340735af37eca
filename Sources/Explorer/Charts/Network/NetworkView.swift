import CaseModel
import Screen
import TextLayout

/// Draws a network chart: figures, columns, ties of the selection, and its details.
struct NetworkView {
    let scene: NetworkScene
    let plan: NetworkPlan
    private let area: Rect

    init(_ scene: NetworkScene, in area: Rect) {
        self.scene = scene
        self.area = area
        plan = NetworkPlan(scene, size: area.size, row: area.row, column: area.column)
    }

    func draw(on grid: inout Grid) {
        for (number, line) in plan.figures.enumerated() {
            grid.write(line, in: plan.figuresArea.line(number), style: number == 0 ? Theme.title : .plain)
        }
        guard !scene.layers.lines.isEmpty else { return drawEmpty(on: &grid) }
        drawHeading(on: &grid)
        let bar = barColumns
        for row in 0..<plan.body.rows {
            guard let line = plan.line(inRow: row) else { break }
            switch scene.layers.lines[line] {
            case .band(let level):
                draw(level, count: scene.layers.count(under: line), in: plan.body.line(row), on: &grid)
            case .nodes(let nodes):
                for (column, node) in nodes.enumerated() {
                    guard let node, let rect = plan.columns[column] else { continue }
                    draw(node, bar: bar, in: rect.line(row), on: &grid)
                    grid.react(rect.line(row), as: .part(line * nodes.count + column))
                }
            }
        }
        NetworkTies(scene, plan: plan).draw(on: &grid)
        NetworkDetails(scene).draw(in: plan, on: &grid)
    }

    private func drawEmpty(on grid: inout Grid) {
        grid.write(
            wrapping: scene.language.localized(Strings.noNetwork), in: plan.body.inset(columns: 1))
        grid.cursor = Point(row: area.row, column: area.column)
    }

    /// The names of the sides with their numbers of nodes above their columns; above them tabs if some columns are out of
    /// view.
    private func drawHeading(on grid: inout Grid) {
        if plan.tabs.rows > 0 { drawTabs(on: &grid) }
        grid.fill(
            plan.body.lines(plan.heading.rows, at: plan.heading.row), with: Theme.rule, style: Theme.frame)
        for number in scene.layers.columns.indices {
            guard let rect = plan.columns[number] else { continue }
            let line = rect.lines(plan.heading.rows, at: plan.heading.row)
            grid.write(" \(caption(of: number)) ", in: line, style: Theme.heading)
        }
    }

    private func drawTabs(on grid: inout Grid) {
        let here = scene.cursor.flatMap(scene.layers.spot)?.column
        var column = plan.tabs.column
        let width = max(4, plan.tabs.columns / max(1, scene.layers.columns.count) - 5)
        for (number, side) in scene.layers.columns.enumerated() {
            let isShown = plan.columns[number] != nil
            let partners = scene.layers.nodes(in: number).count { scene.shared(with: $0) != nil }
            let mark = partners > 0 && !isShown ? " \(Theme.near)\(partners)" : ""
            let isAlone = isShown && plan.heading.rows == 0
            let name =
                isAlone ? caption(of: number) : TextFit.clipped(scene.title(ofColumn: side), to: width)
            let room = plan.tabs.dropFirst(columns: column - plan.tabs.column)
            let style = number == here ? Theme.focusedTitle : isShown ? Theme.title : Theme.faint
            column += 1 + grid.write(" \(name)\(mark) ", in: room, style: style)
        }
    }

    /// `重庆 9/55`: the number of actors in the network and in the directory; for items only the former.
    private func caption(of column: Int) -> String {
        let side = scene.layers.columns[column]
        let all = scene.cooperation.sides.numbers.count { $0 == side }
        return "\(scene.title(ofColumn: side)) \(share(scene.layers.nodes(in: column).count, of: all))"
    }

    private func share(_ part: Int, of whole: Int) -> String {
        switch scene.chart.mode {
        case .actors: "\(part)/\(whole)"
        case .items: String(part)
        }
    }

    private func draw(_ level: ID<Level>, count: Int, in line: Rect, on grid: inout Grid) {
        let all = scene.graph.case.actors.count { $0.level == level }
        grid.fill(line, with: Theme.lightRule, style: Theme.frame)
        grid.write(
            "\(scene.language.localized(scene.graph.case.title(of: level))) \(share(count, of: all)) ",
            in: line, style: Theme.title
        )
    }

    /// The columns of a full bar: ten, or fewer where that lets more of the longest name be read; one where it is cut all
    /// the same.
    private var barColumns: Int {
        let columns = plan.columns.values.map(\.columns).min() ?? 0
        guard columns >= Self.wide else { return 1 }
        let most = scene.layers.hub.map(scene.cooperation.degree) ?? 0
        // What stands around the name: the mark, the sign of a bridge with a blank each, and the number.
        let room = columns - 3 - 5 - String(most).columns
        var longest = 0
        for case .nodes(let nodes) in scene.layers.lines {
            for node in nodes.compactMap(\.self) {
                longest = max(longest, scene.title(of: node).columns)
            }
            // A longer one is cut with the shortest bar, too.
            if longest >= room - Self.shortestBar { break }
        }
        return longest > room - Self.shortestBar ? 1 : min(10, room - longest)
    }

    /// The least columns of a list with bars and signs of bridges.
    private static let wide = 34
    private static let shortestBar = 4
    /// What a line has besides its name: the mark, the sign of a bridge, the shortest bar and a number.
    static let columnsBesideName = 3 + 5 + shortestBar + 2

    /// A node: its mark, its name with the reader's signs, and its number of partners as a bar and a number.
    ///
    /// ```
    /// ●3 云南省人民政府   ↔ ▪▪▪▪▪▪▪▪   10
    /// ```
    private func draw(_ node: Cooperation.Node, bar columns: Int, in line: Rect, on grid: inout Grid) {
        let degree = scene.cooperation.degree(of: node)
        let most = scene.layers.hub.map(scene.cooperation.degree) ?? 0
        let isWide = line.columns >= Self.wide
        let bar = Bar(degree, of: most, columns: columns).text
        let bridge = !isWide ? "" : scene.cooperation.bridges(node) ? "↔ " : "  "
        let number = TextFit.rightAligned(String(degree), to: String(most).columns)
        let tail = " \(bridge)\(bar)\(isWide ? " " : "")\(number)"

        let isCursor = node == scene.cursor
        let shared = scene.shared(with: node)
        let style = isCursor ? Theme.selected : shared == nil && node != scene.selected ? Theme.faint : .plain
        let signs = scene.context.marker(of: node.entity)?.tail
        let name = TextFit.padded(
            scene.title(of: node), to: line.columns - 3 - (signs?.text.columns ?? 0) - tail.columns)
        grid.write(
            [
                Span(TextFit.padded(mark(of: node, shared: shared), to: 3) + name, style: style),
                signs?.with(style: isCursor ? style : Theme.notebook), Span(tail, style: style),
            ].compactMap(\.self), in: line)
        if isCursor { grid.cursor = Point(row: line.row, column: line.column) }
    }

    private func mark(of node: Cooperation.Node, shared: Int?) -> String {
        if node == scene.selected { return String(Theme.bar) }
        return shared.map { "\(Theme.near)\($0 > 9 ? "+" : String($0))" } ?? ""
    }
}

/// A share drawn with blocks: as a row of them, or as one block of that height.
private struct Bar {
    private static let heights = Array(" ▁▂▃▄▅▆▇█")

    let text: String

    init(_ part: Int, of whole: Int, columns: Int) {
        let steps = columns > 1 ? columns : 8
        let reached = whole > 0 ? (part * steps + whole - 1) / whole : 0
        if columns > 1 {
            text = TextFit.padded(String(repeating: "▪", count: reached), to: columns)
        } else {
            text = String(Self.heights[reached])
        }
    }
}
