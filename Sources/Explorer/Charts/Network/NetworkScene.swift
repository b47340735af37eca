import CaseModel
import Screen

/// A network chart fitted to pins, filter and basis, any of which may exclude the selected node.
struct NetworkScene {
    let chart: NetworkChart
    let context: ChartContext
    let cooperation: Cooperation
    let layers: NetworkLayers
    /// The node whose partners are shown: the selected one, or else the one with most partners; nil for an empty
    /// network.
    let selected: Cooperation.Node?
    /// The ties of the selected node, the strongest first.
    let ties: [Cooperation.Tie]
    /// The selected partner, if it still is one.
    let partner: Cooperation.Node?
    private let tied: [Cooperation.Node: Int]

    init(_ chart: NetworkChart, in context: ChartContext) {
        self.init(chart, in: context, context.networkTable(of: chart))
    }

    /// The same scene after a move, which changes the selection and not the positions.
    func following(_ chart: NetworkChart) -> NetworkScene {
        NetworkScene(chart, in: context, NetworkTable(cooperation: cooperation, layers: layers))
    }

    private init(_ chart: NetworkChart, in context: ChartContext, _ table: NetworkTable) {
        let (cooperation, layers) = (table.cooperation, table.layers)
        (self.chart, self.context) = (chart, context)
        (self.cooperation, self.layers) = (cooperation, layers)
        selected = chart.selected.flatMap { layers.spot(of: $0) == nil ? nil : $0 } ?? layers.hub
        let ties = selected.map(cooperation.ties) ?? []
        let tied = Dictionary(
            ties.map { ($0.partner, $0.shared.count) }, uniquingKeysWith: { first, _ in first })
        self.ties = ties
        self.tied = tied
        partner = chart.partner.flatMap { tied[$0] == nil ? nil : $0 }
    }

    var graph: CaseGraph { context.graph }
    /// The language of data and interface.
    var language: LanguageChoice { context.language }

    /// The node under the cursor.
    var cursor: Cooperation.Node? { partner ?? selected }

    /// The number of groups that a node shares with the selected one; nil if it is no partner.
    func shared(with node: Cooperation.Node) -> Int? { tied[node] }

    /// The groups shared with the selected partner.
    var sharedWithPartner: [Cooperation.Node] { ties.first { $0.partner == partner }?.shared ?? [] }

    /// A node's title on one line.
    func title(of node: Cooperation.Node) -> String { language.line(graph.title(of: node.entity)) }

    /// The title of a side's column, or of the column for the rest.
    func title(ofColumn side: Int?) -> String {
        guard let side else {
            return language.localized(chart.mode == .actors ? Strings.onNoSide : Strings.onSeveralSides)
        }
        return language.localized(cooperation.sides.titles[side])
    }

    /// The figures, each with its short name.
    var figures: [String] {
        NetworkFigures(cooperation, through: chart.basis, in: graph, language: language)
            .figures(of: chart.mode).map { "\($0.name) \($0.value)" }
    }

    /// Level, side, number of partners, of items or actors, and whether the node bridges the sides.
    func facts(of node: Cooperation.Node) -> [String] {
        let localized = language.localized
        let counts: [String?] = [
            "\(localized(Strings.partners)) \(cooperation.degree(of: node))",
            "\(localized(chart.mode == .actors ? Strings.takesPartIn : Strings.actors)) \(cooperation.groups(of: node).count)",
        ]
        let component = cooperation.component(of: node).map { number in
            localized(Strings.inComponent(cooperation.network(node.mode).components[number].count))
        }
        let own: [String?] =
            switch node {
            case .actor(let number):
                [
                    localized(graph.case.title(of: graph.case.actors[number].level)),
                    graph.sides.titlesOfActors[number].map(language.line),
                ]
            case .item(let position): [graph.kind(of: position).map { localized($0.title) }]
            }
        let bridging = cooperation.bridges(node) ? localized(Strings.bridges) : nil
        return (own + counts + [bridging, component]).compactMap(\.self)
    }
}

/// The cooperation network of the included items, and the positions of its nodes.
struct NetworkTable: Sendable {
    let cooperation: Cooperation
    let layers: NetworkLayers
}

extension ChartContext {
    fileprivate func networkTable(of chart: NetworkChart) -> NetworkTable {
        struct CooperationKey: Equatable {
            let basis: Cooperation.Basis
            let isLetThrough: [Bool]
        }
        struct Key: Equatable {
            let cooperation: CooperationKey
            let mode: Cooperation.Mode
            let order: NetworkLayers.Order
        }
        let key = CooperationKey(basis: chart.basis, isLetThrough: isLetThrough)
        return cache.table(for: Key(cooperation: key, mode: chart.mode, order: chart.order)) {
            let cooperation = cache.table(for: key) {
                graph.cooperation(through: chart.basis, where: isShown)
            }
            return NetworkTable(
                cooperation: cooperation,
                layers: NetworkLayers(cooperation, of: chart.mode, in: graph, order: chart.order))
        }
    }
}
