import CaseModel

extension Table {
    /// The items, one a row, in the case's order. An item that nothing bears out stands as interpretation.
    static func items(of graph: CaseGraph) -> Table {
        Table(
            columns: [
                Column(name: "id"), Column(name: "kind"), Column(name: "pane"), Column(name: "parent"),
                Column(name: "title", isBilingual: true), Column(name: "aka"),
                Column(name: "summary", isBilingual: true),
                Column(name: "period_start"), Column(name: "period_end"),
                Column(name: "status"), Column(name: "status_as_of"), Column(name: "status_source"),
                Column(name: "places"), Column(name: "actors"), Column(name: "modes"),
                Column(name: "evidence_count"), Column(name: "source_count"), Column(name: "standing"),
                Column(name: "note", isBilingual: true),
            ],
            rows: graph.case.items.indices.map { row(graph, $0) })
    }

    private static func row(_ graph: CaseGraph, _ position: Int) -> [Cell] {
        let item = graph.item(position)
        let sources = item.citedSources.count
        let standing: Standing = sources > 0 ? .sourced : .interpretation
        return [
            .word(item.id.text), .word(item.kind.text),
            .word(graph.case.panes[graph.panes[position]].id.text),
            .word(item.parent?.text), .text(item.title), .list(item.aka), .text(item.summary),
            .word(item.period?.start?.description), .word(item.period?.end?.description),
            .word(item.status?.value.text), .word(item.status?.asOf?.description),
            .word(item.status?.source?.text),
            .list(item.places.map(\.text)), .list(item.actors.map(\.text)),
            .list(graph.modes(of: position).map { graph.item($0).id.text }),
            .number(item.evidence.count), .number(sources), .word(standing.rawValue), .text(item.note),
        ]
    }
}
