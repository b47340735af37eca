import CaseFiles
import CaseModel

/// The case as nodes and edges, for all formats of the graph: items with their places in the framework, links with
/// their reasons and sources, and steps from parent to child as the relation `parent`.
private struct ItemNetwork {
    struct Node {
        let item: Item
        let pane: Pane
        let role: String?
    }

    /// A link from the item that states it, or a step from parent to child.
    struct Edge {
        let from: ID<Item>
        let to: ID<Item>
        let relation: String
        let title: Text?
        let flow: Relation.Flow
        let because: Text?
        let source: ID<Source>?
        /// Standing under a parent is the case author's ordering.
        let standing: Link.Standing
        /// True if what answers began before what it answers.
        let isBackwards: Bool

        var isSourced: Bool { standing == .sourced }
    }

    let nodes: [Node]
    let edges: [Edge]

    init(_ graph: CaseGraph) {
        nodes = graph.case.items.indices.map { position in
            Node(
                item: graph.item(position), pane: graph.pane(of: position),
                role: graph.kind(of: position)?.role.rawValue)
        }
        edges = graph.case.items.indices.flatMap { position in
            let id = graph.item(position).id
            let links = graph.outgoing[position].map { edge in
                let link = graph.link(edge)
                return Edge(
                    from: id, to: link.to, relation: link.relation.text,
                    title: graph.relation(link.relation)?.title, flow: edge.flow, because: link.because,
                    source: link.source, standing: link.standing, isBackwards: graph.runsBackwards(edge))
            }
            let steps = graph.children[position].map { child in
                Edge(
                    from: id, to: graph.item(child).id, relation: "parent", title: nil, flow: .forward,
                    because: nil, source: nil, standing: .interpretation,
                    isBackwards: graph.runsBackwards(from: position, to: child))
            }
            return links + steps
        }
    }
}

/// The graph in the JSON format of NetworkX and D3: `nodes` and `links`. The source of a link is called
/// `source_id`, since `source` is the node where the link begins.
package struct NodeLinkJSON: CaseFormat {
    package init() {}

    /// An object for `networkx.node_link_graph`.
    package func text(of graph: CaseGraph) -> String {
        let network = ItemNetwork(graph)
        return JSONValue.object([
            ("directed", .bool(true)), ("multigraph", .bool(true)),
            (
                "graph",
                .object([
                    ("id", .string(graph.case.manifest.id.text)),
                    ("title", JSONValue.text(graph.case.manifest.title).compacted),
                ])
            ),
            ("nodes", .array(network.nodes.map(record))),
            ("links", .array(network.edges.enumerated().map { record($1, key: $0) })),
        ]).rendered()
    }

    private func record(_ node: ItemNetwork.Node) -> JSONValue {
        .object([
            ("id", .string(node.item.id.text)), ("kind", .string(node.item.kind.text)),
            ("role", JSONValue(node.role)), ("pane", .string(node.pane.id.text)),
            ("title", JSONValue.text(node.item.title).compacted),
        ])
    }

    private func record(_ edge: ItemNetwork.Edge, key: Int) -> JSONValue {
        .object([
            ("source", .string(edge.from.text)), ("target", .string(edge.to.text)),
            ("key", .count(key)), ("relation", .string(edge.relation)),
            ("flow", .string(edge.flow.rawValue)),
            ("because", JSONValue.text(edge.because).compacted),
            ("sourced", .bool(edge.isSourced)), ("standing", .string(edge.standing.rawValue)),
            ("backwards", .bool(edge.isBackwards)),
            ("source_id", JSONValue(edge.source?.text)),
        ])
    }
}

/// The graph in GraphML (Brandes et al., graphml.graphdrawing.org), for Gephi, yEd, Cytoscape and NetworkX.
///
/// Nodes and edges have a `label`, the attribute that Gephi and yEd show.
package struct GraphML: CaseFormat {
    private let language: LanguageTag

    /// The graph with its labels in a language.
    package init(language: LanguageTag) {
        self.language = language
    }

    /// One document with one directed graph.
    package func text(of graph: CaseGraph) -> String {
        let network = ItemNetwork(graph)
        let languages = graph.case.manifest.languages
        let nodeKeys = ["kind", "role", "pane"] + languages.map { "title_" + $0.text }
        let edgeKeys =
            ["relation", "flow"] + languages.map { "because_" + $0.text } + ["standing", "source_id"]
        let declared =
            nodeKeys.map { #"  <key id="\#($0)" for="node" attr.name="\#($0)" attr.type="string"/>"# }
            + edgeKeys.map { #"  <key id="\#($0)" for="edge" attr.name="\#($0)" attr.type="string"/>"# }
            + ["sourced", "backwards"].map {
                #"  <key id="\#($0)" for="edge" attr.name="\#($0)" attr.type="boolean"/>"#
            }
            + ["node", "edge"].map {
                #"  <key id="\#($0)_label" for="\#($0)" attr.name="label" attr.type="string"/>"#
            }
        let lines =
            [
                #"<?xml version="1.0" encoding="UTF-8"?>"#,
                #"<graphml xmlns="http://graphml.graphdrawing.org/xmlns">"#,
            ] + declared + [
                #"  <graph id="\#(graph.case.manifest.id.text.markup)" edgedefault="directed">"#
            ]
            + network.nodes.map { node($0, nodeKeys, languages) }
            + network.edges.enumerated().map { edge($1, number: $0, edgeKeys, languages) }
            + ["  </graph>", "</graphml>", ""]
        return lines.joined(separator: "\n")
    }

    private func node(_ node: ItemNetwork.Node, _ keys: [String], _ languages: [LanguageTag]) -> String {
        let titles = languages.map { node.item.title[$0] }
        let data = Self.data(
            keys + ["node_label"],
            [node.item.kind.text, node.role, node.pane.id.text] + titles
                + [node.item.title.localized(in: language)])
        return #"    <node id="\#(node.item.id.text.markup)">\#(data)</node>"#
    }

    private func edge(
        _ edge: ItemNetwork.Edge, number: Int, _ keys: [String], _ languages: [LanguageTag]
    ) -> String {
        let data = Self.data(
            keys + ["sourced", "backwards", "edge_label"],
            [edge.relation, edge.flow.rawValue] + languages.map { edge.because?[$0] }
                + [
                    edge.standing.rawValue, edge.source?.text, edge.isSourced ? "true" : "false",
                    edge.isBackwards ? "true" : "false", edge.title?.localized(in: language),
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

/// The graph for Graphviz: a box for each pane, solid arrows for sourced links, dashed ones for interpretations,
/// dotted ones from parent to child.
package struct DOT: CaseFormat {
    private let languages: [LanguageTag]

    /// The graph with its labels in these languages.
    package init(languages: [LanguageTag]) {
        self.languages = languages
    }

    /// One digraph.
    package func text(of graph: CaseGraph) -> String {
        let network = ItemNetwork(graph)
        let told = graph.case.manifest.languages
        var lines = [
            "digraph \(quoted(graph.case.manifest.id.text)) {",
            // Links from a later pane back to an earlier one exceed Graphviz's older ranking of clusters.
            "  graph [rankdir=LR, newrank=true, charset=\"UTF-8\", label=\(quoted(label(graph.case.manifest.title)))];",
            "  node [shape=box];",
        ]
        for pane in graph.case.panes {
            lines.append("  subgraph \(quoted("cluster_" + pane.id.text)) {")
            lines.append("    label=\(quoted(label(pane.title)));")
            lines += network.nodes.filter { $0.pane.id == pane.id }.map { node in
                "    \(quoted(node.item.id.text)) "
                    + attributes(
                        [
                            ("label", label(node.item.title)), ("kind", node.item.kind.text),
                            ("role", node.role), ("pane", pane.id.text),
                        ] + told.map { ("title_" + $0.text, node.item.title[$0]) })
            }
            lines.append("  }")
        }
        lines += network.edges.map { edge in
            "  \(quoted(edge.from.text)) -> \(quoted(edge.to.text)) "
                + attributes(
                    [
                        ("label", edge.title.map(label)), ("style", style(of: edge)),
                        ("relation", edge.relation), ("flow", edge.flow.rawValue),
                    ] + told.map { ("because_" + $0.text, edge.because?[$0]) } + [
                        ("sourced", edge.isSourced ? "true" : "false"),
                        ("backwards", edge.isBackwards ? "true" : "false"),
                        ("standing", edge.standing.rawValue), ("source_id", edge.source?.text),
                    ])
        }
        return lines.joined(separator: "\n") + "\n}\n"
    }

    private func style(of edge: ItemNetwork.Edge) -> String {
        if edge.relation == "parent" { return "dotted" }
        return edge.isSourced ? "solid" : "dashed"
    }

    private func label(_ text: Text) -> String {
        languages.wordings(text).joined(separator: "\n")
    }

    private func attributes(_ pairs: [(name: String, value: String?)]) -> String {
        let given = pairs.compactMap { pair in pair.value.map { "\(pair.name)=\(quoted($0))" } }
        return "[" + given.joined(separator: ", ") + "];"
    }

    /// A quoted string; Graphviz reads a backslash in a label as an escape.
    private func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"" + escaped.replacing("\r\n", with: "\\n").replacing("\n", with: "\\n") + "\""
    }
}
