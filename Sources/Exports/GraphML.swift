import CaseModel

/// The graph in GraphML (Brandes et al., graphml.graphdrawing.org), for Gephi, yEd, Cytoscape and NetworkX.
package struct GraphML: CaseFormat {
    /// The format.
    package init() {}

    /// One document with one directed graph.
    package func text(of graph: CaseGraph) -> String {
        let network = Network(graph)
        let declared =
            Self.nodeKeys.map { #"  <key id="\#($0)" for="node" attr.name="\#($0)" attr.type="string"/>"# }
            + Self.edgeKeys.map { #"  <key id="\#($0)" for="edge" attr.name="\#($0)" attr.type="string"/>"# }
            + [#"  <key id="sourced" for="edge" attr.name="sourced" attr.type="boolean"/>"#]
        let lines =
            [
                #"<?xml version="1.0" encoding="UTF-8"?>"#,
                #"<graphml xmlns="http://graphml.graphdrawing.org/xmlns">"#,
            ] + declared + [
                #"  <graph id="\#(graph.case.manifest.id.text.markup)" edgedefault="directed">"#
            ]
            + network.nodes.map(Self.node) + network.edges.enumerated().map { Self.edge($1, number: $0) }
            + ["  </graph>", "</graphml>", ""]
        return lines.joined(separator: "\n")
    }

    private static let nodeKeys = ["kind", "role", "pane", "title_zh", "title_en"]
    private static let edgeKeys = ["relation", "flow", "because_zh", "because_en", "standing", "source_id"]

    private static func node(_ node: Network.Node) -> String {
        let title = node.item.title
        let data = data(
            nodeKeys, [node.item.kind.text, node.role, node.pane.id.text, title.chinese, title.english])
        return #"    <node id="\#(node.item.id.text.markup)">\#(data)</node>"#
    }

    private static func edge(_ edge: Network.Edge, number: Int) -> String {
        let data = data(
            edgeKeys + ["sourced"],
            [
                edge.relation, edge.flow.rawValue, edge.because?.chinese, edge.because?.english,
                edge.standing.rawValue, edge.source?.text, edge.isSourced ? "true" : "false",
            ])
        let ends = #"source="\#(edge.from.text.markup)" target="\#(edge.to.text.markup)""#
        return #"    <edge id="e\#(number)" \#(ends)>\#(data)</edge>"#
    }

    private static func data(_ keys: [String], _ values: [String?]) -> String {
        zip(keys, values).compactMap { key, value in
            value.map { #"<data key="\#(key)">\#($0.markup)</data>"# }
        }.joined()
    }
}
