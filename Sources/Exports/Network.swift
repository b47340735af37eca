import CaseModel

/// The case as nodes and edges, which every format of the graph writes down: items with their places in the
/// framework, links with what they rest on, and the step from a parent to its child as the relation `parent`.
struct Network {
    /// An item.
    struct Node {
        let item: Item
        let pane: Pane
        let role: String?
    }

    /// A link from the item that states it, or the step to a child.
    struct Edge {
        let from: ID<Item>
        let to: ID<Item>
        let relation: String
        let title: Text?
        let flow: Relation.Flow
        let because: Text?
        let source: ID<Source>?

        /// Standing under a parent is the case author's ordering: it is not sourced.
        var isSourced: Bool { source != nil }
        var standing: Standing { isSourced ? .sourced : .interpretation }
    }

    let nodes: [Node]
    let edges: [Edge]

    init(_ graph: CaseGraph) {
        nodes = graph.case.items.indices.map { position in
            Node(
                item: graph.item(position), pane: graph.case.panes[graph.panes[position]],
                role: graph.kind(of: position)?.role.rawValue)
        }
        edges = graph.case.items.indices.flatMap { position in
            let id = graph.item(position).id
            let links = graph.outgoing[position].map { edge in
                let link = graph.link(edge)
                return Edge(
                    from: id, to: link.to, relation: link.relation.text,
                    title: graph.relation(link.relation)?.title, flow: edge.flow, because: link.because,
                    source: link.source)
            }
            let steps = graph.children[position].map { child in
                Edge(
                    from: id, to: graph.item(child).id, relation: "parent", title: nil, flow: .forward,
                    because: nil, source: nil)
            }
            return links + steps
        }
    }
}
