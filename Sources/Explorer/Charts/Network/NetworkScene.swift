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

/// The figures of a network, each with its name and meaning.
///
/// They make decentralisation measurable: the number of ties between the sides, the number of components, and the
/// share of one hub.
struct NetworkFigures {
    /// One figure.
    struct Figure: Equatable {
        let name: String
        let value: String
        let meaning: String
    }

    private let cooperation: Cooperation
    /// What the counted items are called: the kinds of the case that connect actors.
    private let items: String
    private let language: LanguageChoice

    init(
        _ cooperation: Cooperation, through basis: Cooperation.Basis, in graph: CaseGraph,
        language: LanguageChoice
    ) {
        self.cooperation = cooperation
        self.language = language
        let kinds = graph.case.kinds.filter { basis.counts($0.role) }.map(\.plural)
        items =
            kinds.isEmpty
            ? language.localized(Strings.items) : Wording(case: graph.case, language: language).list(kinds)
    }

    /// The figures of a mode: of actors that cooperate, or of items that share actors.
    func figures(of mode: Cooperation.Mode) -> [Figure] {
        let network = cooperation.network(mode)
        let part = localized(Strings.share(network.takingPart.count, of: network.groups.count))
        let ties = String(network.ties)
        let figures: [Figure]
        switch mode {
        case .actors:
            figures =
                [
                    figure(items, String(cooperation.items.count), Strings.meaningOfItems),
                    figure(Strings.actors, part, Strings.meaningOfActors),
                    figure(Strings.ties, ties, Strings.meaningOfTies),
                ] + crossing
        case .items:
            figures = [
                figure(items, part, Strings.meaningOfNamingItems),
                figure(Strings.sharingPairs, ties, Strings.meaningOfSharingPairs),
            ]
        }
        return figures + shape(of: mode) + (mode == .actors ? pairs : [])
    }

    /// The ties between actors of different sides, if the case has any sides to cross: those of two by their names,
    /// those of more together.
    private var crossing: [Figure] {
        let sides = cooperation.sides.titles
        guard sides.count > 1 else { return [] }
        let share = cooperation.crossingShare.map { bracketed([Text("\(Int(($0 * 100).rounded()))%")]) } ?? ""
        let name = sides.count == 2 ? between(0, 1) : localized(Strings.crossing)
        return [figure(name, String(cooperation.crossingTies) + share, Strings.meaningOfCrossing)]
    }

    /// The ties between each two of more than two sides, those with most first.
    private var pairs: [Figure] {
        guard cooperation.sides.titles.count > 2 else { return [] }
        return cooperation.crossings.map { crossing in
            figure(between(crossing.first, crossing.second), String(crossing.ties), Strings.meaningOfPair)
        }
    }

    private func between(_ first: Int, _ second: Int) -> String {
        let sides = cooperation.sides.titles
        return localized(Strings.between(localized(sides[first]), localized(sides[second])))
    }

    private func shape(of mode: Cooperation.Mode) -> [Figure] {
        let network = cooperation.network(mode)
        var detail = [Strings.largest(network.components.first?.count ?? 0)]
        if !network.alone.isEmpty { detail.append(Strings.alone(network.alone.count)) }
        let bridging = cooperation.takingPart(mode).count { cooperation.bridges($0) }
        let centralisation = network.centralisation.map { centralisation in
            Self.hundredths(centralisation) + bracketed([Strings.scaleOfCentralisation])
        }
        let shape = [
            figure(Strings.centralisation, centralisation ?? "–", Strings.meaningOfCentralisation),
            figure(
                Strings.components, String(network.components.count) + bracketed(detail),
                Strings.meaningOfComponents),
        ]
        guard cooperation.sides.titles.count > 1 else { return shape }
        return shape + [figure(Strings.bridging(mode), String(bridging), Strings.meaningOfBridging(mode))]
    }

    private func figure(_ name: Text, _ value: String, _ meaning: Text) -> Figure {
        figure(localized(name), value, meaning)
    }

    private func figure(_ name: String, _ value: String, _ meaning: Text) -> Figure {
        Figure(name: name, value: value, meaning: localized(meaning))
    }

    private func bracketed(_ remarks: [Text]) -> String {
        Wording.brackets(remarks.map(localized), in: language)
    }

    private func localized(_ phrase: Text) -> String { language.localized(phrase) }

    /// A number from 0 to 1 with two decimal places.
    private static func hundredths(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
    }
}
