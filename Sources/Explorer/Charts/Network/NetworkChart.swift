import CaseModel
import Screen

/// Who works with whom: actors by level and side, and those with whom the selected one works. No tie is drawn but
/// those of the selection, so that there is something to be seen.
package struct NetworkChart: ChartDrawing {
    static let title = Strings.network
    static let hints: [[Command]] = [
        [.move(.up), .move(.down)], [.move(.left), .move(.right)], [.chart(.next)], [.chart(.nextRows)],
        [.chart(.nextColumns)], [.chart(.order)],
    ]

    static func words(for command: ChartCommand) -> Text? {
        switch command {
        case .next, .previous: Text(chinese: "合作方", english: "partner")
        case .nextRows: Text(chinese: "参与者或安排", english: "actors, items")
        case .nextColumns: Text(chinese: "经由", english: "through")
        case .zoomIn, .zoomOut, .fit, .panLeft, .panRight, .panUp, .panDown, .order: nil
        }
    }

    /// Whether actors or items stand in the columns.
    private(set) var mode = Cooperation.Mode.actors
    /// What they must share to be partners.
    private(set) var ground: Cooperation.Basis
    /// What the columns are ordered by.
    private(set) var order = NetworkLayers.Order.level
    /// Whose partners are shown; nil for whoever has most.
    private(set) var selected: Cooperation.Node?
    /// The partner walked to.
    private(set) var partner: Cooperation.Node?
    /// The first line of the columns that is shown.
    private(set) var top = 0

    /// A project leads to the network that projects make too; anything else to that of the arrangements.
    init(opening context: ChartContext) {
        let isProject = context.selected.map { context.graph.kind(of: $0)?.role == .project } ?? false
        ground = isProject ? .both : .arrangements
        let actors = context.selected.map { context.graph.item($0).actors } ?? []
        let scene = scene(in: context)
        selected = actors.compactMap { context.graph.number(of: $0) }.map { .actor($0) }
            .first { scene.layers.spot(of: $0) != nil }
        scroll(scene.following(self), in: context)
    }

    var chart: Chart { .network(self) }

    mutating func move(_ movement: Movement, in context: ChartContext) {
        let scene = scene(in: context)
        guard let spot = scene.cursor.flatMap(scene.layers.spot) else { return }
        let page = max(1, NetworkPlan(scene, size: context.area).body.rows - 1)
        switch movement {
        case .up: step(by: -1, from: spot, in: scene)
        case .down: step(by: 1, from: spot, in: scene)
        case .pageUp: step(by: -page, from: spot, in: scene)
        case .pageDown: step(by: page, from: spot, in: scene)
        case .first: step(by: -scene.layers.lines.count, from: spot, in: scene)
        case .last: step(by: scene.layers.lines.count, from: spot, in: scene)
        case .left: select(scene.layers.nearest(to: spot.line, in: spot.column - 1))
        case .right: select(scene.layers.nearest(to: spot.line, in: spot.column + 1))
        }
        scroll(scene.following(self), in: context)
    }

    mutating func perform(_ command: ChartCommand, in context: ChartContext) -> Text? {
        let scene = scene(in: context)
        switch command {
        case .next, .previous:
            guard !scene.ties.isEmpty else { return Strings.noPartner }
            let partners = scene.ties.map(\.partner)
            let number = scene.partner.flatMap { partners.firstIndex(of: $0) }
            let forth = number.map { ($0 + 1) % partners.count } ?? 0
            let back = ((number ?? 0) + partners.count - 1) % partners.count
            selected = scene.selected
            partner = partners[command == .next ? forth : back]
            scroll(scene.following(self), in: context)
            return nil
        case .nextRows:
            let other = scene.cursor.flatMap { scene.cooperation.groups(of: $0).first }
            mode = mode == .actors ? .items : .actors
            select(other)
        case .nextColumns:
            let grounds = Cooperation.Basis.allCases
            let number = grounds.firstIndex(of: ground) ?? 0
            ground = grounds[(number + 1) % grounds.count]
        case .order:
            order = order == .level ? .degree : .level
        case .zoomIn, .zoomOut, .fit, .panLeft, .panRight, .panUp, .panDown:
            return nil
        }
        scroll(self.scene(in: context), in: context)
        return nil
    }

    func item(in context: ChartContext) -> Int? {
        guard mode == .items, case .item(let position)? = scene(in: context).cursor else { return nil }
        return position
    }

    func choice(in context: ChartContext) -> ChartChoice {
        switch scene(in: context).cursor {
        case .actor(let number)?: .subject(.actor(number))
        case .item(let position)?: .item(position)
        case nil: .nothing(Strings.noNetwork)
        }
    }

    func draw(in area: Rect, on grid: inout Grid, context: ChartContext) {
        NetworkView(scene(in: context), in: area).draw(on: &grid)
    }

    /// What there is to be drawn just now.
    func scene(in context: ChartContext) -> NetworkScene { NetworkScene(self, in: context) }

    private mutating func step(by step: Int, from spot: NetworkLayers.Spot, in scene: NetworkScene) {
        let nodes = scene.layers.nodes(in: spot.column)
        guard let number = scene.cursor.flatMap({ nodes.firstIndex(of: $0) }) else { return }
        select(nodes[min(max(0, number + step), nodes.count - 1)])
    }

    private mutating func select(_ node: Cooperation.Node?) {
        guard let node else { return }
        selected = node
        partner = nil
    }

    private mutating func scroll(_ scene: NetworkScene, in context: ChartContext) {
        top = NetworkPlan(scene, size: context.area).top
    }
}
