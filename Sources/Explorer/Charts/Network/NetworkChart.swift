import CaseModel
import Screen

/// The cooperation network: actors by level and side, with the partners of the selected one. Only the ties of the
/// selection are drawn, since all ties at once would be unreadable.
package struct NetworkChart: ChartDrawing {
    static let name = ChartName.network
    static let title = Strings.network
    package enum Action: CaseIterable, Hashable, Sendable {
        case nextPartner, previousPartner
        /// Switch between actors and items in the columns.
        case turn
        /// Change the basis of partnership.
        case nextBasis
        case order
    }

    static let keys =
        KeyTable.sideRows(in: .network) + [
            row(.nextPartner, [.tab], .move, "下一个合作方", "next partner", hint: .init(5, "合作方", "partner")),
            row(.previousPartner, [.backTab], .move, "上一个合作方", "previous partner"),
            row(.turn, ["x"], .here, "参与者或条目", "actors or items", hint: .init(5, "参与者/条目", "actors/items")),
            row(
                .nextBasis, ["X"], .here, "经由：换由什么相连", "through what they are tied",
                hint: .init(5, "经由", "through")),
            row(.order, ["o"], .here, "换排序", "other order", hint: .init(5, "排序", "order")),
            enterRow(
                "阅读所选参与者或条目",
                "read the selected one",
                hint: .init(1, "阅读", "read")),
        ]

    static func needsScreen(_ action: Action) -> Bool { false }

    /// The nodes in the columns: actors or items.
    private(set) var mode = Cooperation.Mode.actors
    /// The items that make two actors partners.
    private(set) var basis = Cooperation.Basis.arrangements
    /// The order within the columns.
    private(set) var order = NetworkLayers.Order.level
    /// The node whose partners are shown; nil for the one with most partners.
    private(set) var selected: Cooperation.Node?
    /// The selected partner.
    private(set) var partner: Cooperation.Node?
    /// The first visible line of the columns.
    private(set) var top: NetworkLayers.Row?

    init(in graph: CaseGraph) {}

    /// Opens at an actor of the selected item; mode and basis do not depend on the context, so that the figures are
    /// always the same at first.
    init(opening context: ChartContext) {
        let actors = context.selected.map { context.graph.item($0).actors } ?? []
        let scene = scene(in: context)
        selected = actors.compactMap { context.graph.number(of: $0) }.map { .actor($0) }
            .first { scene.layers.spot(of: $0) != nil }
        if case .entity(.actor(let number))? = context.subject,
            scene.layers.spot(of: .actor(number)) != nil
        {
            selected = .actor(number)
        }
        scroll(scene.following(self), in: context)
    }

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

    mutating func perform(_ action: Action, in context: ChartContext) -> Text? {
        let scene = scene(in: context)
        switch action {
        case .nextPartner, .previousPartner:
            guard !scene.ties.isEmpty else { return Strings.noPartner }
            let partners = scene.ties.map(\.partner)
            let number = scene.partner.flatMap { partners.firstIndex(of: $0) }
            let forth = number.map { ($0 + 1) % partners.count } ?? 0
            let back = ((number ?? 0) + partners.count - 1) % partners.count
            selected = scene.selected
            partner = partners[action == .nextPartner ? forth : back]
            scroll(scene.following(self), in: context)
            return nil
        case .turn:
            let other = scene.cursor.flatMap { scene.cooperation.groups(of: $0).first }
            mode = mode == .actors ? .items : .actors
            top = nil
            select(other)
        case .nextBasis: basis = basis.cycled()
        case .order: order = order.cycled()
        }
        scroll(self.scene(in: context), in: context)
        return nil
    }

    func item(in context: ChartContext) -> Int? {
        guard mode == .items, case .item(let position)? = scene(in: context).cursor else { return nil }
        return position
    }

    func subject(in context: ChartContext) -> Subject? { nil }

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

    /// The nodes are numbered line by line, with the places where a column has none.
    func selecting(part number: Int, in context: ChartContext) -> Self? {
        let scene = scene(in: context)
        guard number >= 0, !scene.layers.columns.isEmpty else { return nil }
        let (line, column) = number.quotientAndRemainder(dividingBy: scene.layers.columns.count)
        guard scene.layers.lines.indices.contains(line), case .nodes(let nodes) = scene.layers.lines[line],
            let node = nodes[column]
        else { return nil }
        var chosen = self
        // The one on which the cursor stands stays, and with it the partner that is walked to.
        if node != scene.cursor { chosen.select(node) }
        chosen.scroll(chosen.scene(in: context), in: context)
        return chosen
    }

    /// The figures, then the nodes of each band, column by column.
    func text(in context: ChartContext) -> ChartText {
        let scene = scene(in: context)
        let localized = context.language.localized
        guard !scene.layers.lines.isEmpty else {
            return ChartText([localized(context.reasonForEmptiness ?? Strings.noNetwork)])
        }
        var text = ChartText([scene.figures.joined(separator: " · "), localized(Strings.networkLimits)])
        for (number, line) in scene.layers.lines.enumerated() {
            switch line {
            case .band(let level):
                let title = localized(context.graph.case.title(of: level))
                text.add(heading: "\(title) \(scene.layers.count(under: number))")
            case .nodes(let nodes):
                for node in nodes.compactMap(\.self) {
                    var chosen = self
                    (chosen.selected, chosen.partner) = (node, nil)
                    text.add(
                        ([scene.title(of: node)] + scene.facts(of: node)).joined(separator: " · "),
                        isSelected: node == scene.cursor, choosing: chosen)
                }
            }
        }
        return text
    }
}

extension NetworkChart {
    /// `mode=actors&through=both&order=level&at=actor:act-x&partner=actor:act-y`.
    static var properties: [ChartProperty<NetworkChart>] {
        [
            ChartProperty("mode", \.mode), ChartProperty("through", \.basis),
            ChartProperty("order", \.order), node("at", \.selected), node("partner", \.partner),
            ChartProperty("top", \.top, isScroll: true) { row, graph in
                switch row {
                case .band(let level): "level:" + level.text
                case .node(let node): encoded(node, in: graph)
                }
            } decode: { text, graph in
                let level = graph.case.manifest.levels.first { "level:" + $0.id.text == text }
                return level.map { .band($0.id) } ?? node(text, in: graph).map { .node($0) }
            },
        ]
    }

    private static func node(
        _ key: String, _ path: WritableKeyPath<NetworkChart, Cooperation.Node?>
    ) -> ChartProperty<NetworkChart> {
        ChartProperty(key, path, encode: encoded, decode: node)
    }

    private static func encoded(_ node: Cooperation.Node, in graph: CaseGraph) -> String {
        switch node {
        case .actor(let number): "actor:" + graph.case.actors[number].id.text
        case .item(let position): "item:" + graph.item(position).id.text
        }
    }

    private static func node(_ text: String, in graph: CaseGraph) -> Cooperation.Node? {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        return switch parts[0] {
        case "actor": graph.number(of: ID<CaseModel.Actor>(parts[1])).map { .actor($0) }
        case "item": graph.position(of: ID(parts[1])).map { .item($0) }
        case _: nil
        }
    }

    /// Version 1 encoded no position in the network.
    static func properties(inVersion1 text: String) -> [String: String] { [:] }
}

extension NetworkChart {
    /// The contents of the chart in a context.
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
        top = NetworkPlan(scene, size: context.area).firstRow(of: scene)
    }
}
