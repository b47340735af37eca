import CaseModel
import TextLayout

extension TextReport {
    /// Who works with whom: the figures with what they mean, then those who take part by level and side, whoever
    /// has most partners first, then the partners of one node, if one is asked for.
    package func network(
        _ cooperation: Cooperation, through ground: Cooperation.Basis, at node: Cooperation.Node?
    ) -> String {
        let figures = NetworkFigures(cooperation, through: ground, language: language).figures(of: .actors)
        let parts = [
            Self.aligned(figures.map { [$0.name, $0.value, $0.meaning] }),
            actors(of: cooperation),
            node.map { partners(of: $0, in: cooperation) } ?? "",
            say(Strings.networkLimits) + "\n",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Level, side, partners, items, whether it bridges the sides, id, name.
    private func actors(of cooperation: Cooperation) -> String {
        let layers = NetworkLayers(cooperation, of: .actors, in: graph, order: .level)
        let nodes = layers.columns.indices.flatMap(layers.nodes(in:))
        let ordered = CaseModel.Actor.Level.allCases.flatMap { level in
            nodes.filter { cooperation.level(of: $0, in: graph) == level }
        }
        let degrees = ordered.map { String(cooperation.degree(of: $0)) }
        let counts = ordered.map { String(cooperation.groups(of: $0).count) }
        let rows = ordered.enumerated().map { number, node in
            [
                say(cooperation.level(of: node, in: graph).title), side(of: node),
                say(Strings.partners), right(degrees[number], among: degrees),
                say(Strings.takesPartIn), right(counts[number], among: counts),
                cooperation.bridges(node) ? say(Strings.bridges) : "-", id(of: node), title(of: node),
            ]
        }
        let others = cooperation.actors.groups.count - ordered.count
        return Self.aligned(rows) + (others > 0 ? say(Strings.takePartInNone(others)) + "\n" : "")
    }

    /// The node and its partners, each with how much and what the two share.
    private func partners(of node: Cooperation.Node, in cooperation: Cooperation) -> String {
        let ties = cooperation.ties(of: node)
        let counts = ties.map { String($0.shared.count) }
        let wording = Wording(case: graph.case, language: language)
        let head = "\(title(of: node))  \(id(of: node))  \(say(Strings.partners)) \(ties.count)\n"
        return head
            + Self.aligned(
                ties.enumerated().map { number, tie in
                    [
                        String(Theme.near) + right(counts[number], among: counts), id(of: tie.partner),
                        title(of: tie.partner), wording.list(tie.shared.map { graph.title(of: $0.entity) }),
                    ]
                })
    }

    private func right(_ number: String, among numbers: [String]) -> String {
        let digits = numbers.map(\.columns).max() ?? 0
        return String(repeating: " ", count: digits - number.columns) + number
    }

    private func side(of node: Cooperation.Node) -> String {
        switch node {
        case .actor(let number): graph.case.actors[number].side.map(language.line) ?? "-"
        case .item: "-"
        }
    }

    private func id(of node: Cooperation.Node) -> String { graph.id(of: node.entity) }

    private func title(of node: Cooperation.Node) -> String { language.line(graph.title(of: node.entity)) }
}
