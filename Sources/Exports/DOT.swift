import CaseModel

/// The graph for Graphviz: a box for each pane, solid arrows for what a source says, dashed ones for what is
/// interpretation, dotted ones from parent to child.
package struct DOT: CaseFormat {
    private let languages: [Language]

    /// The graph with its labels in these languages.
    package init(languages: [Language]) {
        self.languages = languages
    }

    /// One digraph.
    package func text(of graph: CaseGraph) -> String {
        let network = Network(graph)
        var lines = [
            "digraph \(quoted(graph.case.manifest.id.text)) {",
            "  graph [rankdir=LR, charset=\"UTF-8\", label=\(quoted(label(graph.case.manifest.title)))];",
            "  node [shape=box];",
        ]
        for pane in graph.case.panes {
            lines.append("  subgraph \(quoted("cluster_" + pane.id.text)) {")
            lines.append("    label=\(quoted(label(pane.title)));")
            lines += network.nodes.filter { $0.pane.id == pane.id }.map { node in
                "    \(quoted(node.item.id.text)) "
                    + attributes([
                        ("label", label(node.item.title)), ("kind", node.item.kind.text),
                        ("role", node.role), ("pane", pane.id.text),
                        ("title_zh", node.item.title.chinese), ("title_en", node.item.title.english),
                    ])
            }
            lines.append("  }")
        }
        lines += network.edges.map { edge in
            "  \(quoted(edge.from.text)) -> \(quoted(edge.to.text)) "
                + attributes([
                    ("label", edge.title.map(label)), ("style", style(of: edge)),
                    ("relation", edge.relation), ("flow", edge.flow.rawValue),
                    ("because_zh", edge.because?.chinese), ("because_en", edge.because?.english),
                    ("sourced", edge.isSourced ? "true" : "false"),
                    ("standing", edge.standing.rawValue), ("source_id", edge.source?.text),
                ])
        }
        return lines.joined(separator: "\n") + "\n}\n"
    }

    private func style(of edge: Network.Edge) -> String {
        if edge.relation == "parent" { return "dotted" }
        return edge.isSourced ? "solid" : "dashed"
    }

    private func label(_ text: Text) -> String {
        languages.wordings(text).joined(separator: "\n")
    }

    private func attributes(_ pairs: [(name: String, value: String?)]) -> String {
        let told = pairs.compactMap { pair in pair.value.map { "\(pair.name)=\(quoted($0))" } }
        return "[" + told.joined(separator: ", ") + "];"
    }

    /// A quoted string; Graphviz reads the backslash of a label as the beginning of an escape.
    private func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"" + escaped.replacing("\r\n", with: "\\n").replacing("\n", with: "\\n") + "\""
    }
}
