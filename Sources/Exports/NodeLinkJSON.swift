import CaseModel

/// The graph as NetworkX and D3 read it: `nodes` and `links`. The source that a link rests on is called
/// `source_id`, since `source` is the node where the link begins.
package struct NodeLinkJSON: CaseFormat {
    /// The format.
    package init() {}

    /// An object that `networkx.node_link_graph` takes.
    package func text(of graph: CaseGraph) -> String {
        let network = Network(graph)
        return JSONValue.object([
            ("directed", .bool(true)), ("multigraph", .bool(true)),
            (
                "graph",
                .object([
                    ("id", .string(graph.case.manifest.id.text)), ("title", .text(graph.case.manifest.title)),
                ])
            ),
            ("nodes", .array(network.nodes.map(record))),
            ("links", .array(network.edges.enumerated().map { record($1, key: $0) })),
        ]).rendered
    }

    private func record(_ node: Network.Node) -> JSONValue {
        .object([
            ("id", .string(node.item.id.text)), ("kind", .string(node.item.kind.text)),
            ("role", JSONValue(node.role)), ("pane", .string(node.pane.id.text)),
            ("title", .text(node.item.title)),
        ])
    }

    private func record(_ edge: Network.Edge, key: Int) -> JSONValue {
        .object([
            ("source", .string(edge.from.text)), ("target", .string(edge.to.text)),
            ("key", .number(String(key))), ("relation", .string(edge.relation)),
            ("flow", .string(edge.flow.rawValue)), ("because", edge.because.map { .text($0) } ?? .null),
            ("sourced", .bool(edge.isSourced)), ("standing", .string(edge.standing.rawValue)),
            ("source_id", JSONValue(edge.source?.text)),
        ])
    }
}
