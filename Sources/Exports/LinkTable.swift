import CaseModel

extension Table {
    /// The links, in the order in which the items state them.
    static func links(of graph: CaseGraph) -> Table {
        Table(
            columns: [
                Column(name: "from"), Column(name: "from_title", isBilingual: true),
                Column(name: "relation"), Column(name: "relation_title", isBilingual: true),
                Column(name: "flow"), Column(name: "to"), Column(name: "to_title", isBilingual: true),
                Column(name: "because", isBilingual: true), Column(name: "source"), Column(name: "standing"),
            ],
            rows: graph.outgoing.joined().map { edge in
                let (from, to, link) = (graph.item(edge.from), graph.item(edge.to), graph.link(edge))
                let standing: Standing = link.isInterpretation ? .interpretation : .sourced
                return [
                    .word(from.id.text), .text(from.title), .word(link.relation.text),
                    .text(graph.relation(link.relation)?.title), .word(edge.flow.rawValue),
                    .word(to.id.text), .text(to.title), .text(link.because), .word(link.source?.text),
                    .word(standing.rawValue),
                ]
            })
    }
}
