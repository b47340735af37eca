import CaseModel

// The tables of the case itself, with their columns and rows.
extension Table {
    /// The items, one a row, in the case's order. An item without claims is marked as interpretation.
    static func items(of graph: CaseGraph) -> Table {
        Table(
            columns: [
                Column(name: "id"), Column(name: "kind"), Column(name: "pane"), Column(name: "parent"),
                Column(name: "title", isText: true), Column(name: "aka"),
                Column(name: "summary", isText: true),
                Column(name: "period_start"), Column(name: "period_end"),
                Column(name: "status"), Column(name: "status_as_of"), Column(name: "status_source"),
                Column(name: "places"), Column(name: "actors"), Column(name: "modes"),
                Column(name: "evidence_count"), Column(name: "source_count"), Column(name: "standing"),
                Column(name: "note", isText: true),
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
            .word(item.period?.beginning.text), .word(item.period?.ending.text),
            .word(item.status?.value.text), .word(item.status?.asOf?.description),
            .word(item.status?.source?.text),
            .list(item.places.map(\.text)), .list(item.actors.map(\.text)),
            .list(graph.modes(of: position).map { graph.item($0).id.text }),
            .number(item.evidence.count), .number(sources), .word(standing.rawValue), .text(item.note),
        ]
    }

    /// All claims on items, then places, then actors, in the case's order. `number` counts the claims on one
    /// `about` from 1. Every claim has a source, so that all are `sourced`.
    static func evidence(of graph: CaseGraph) -> Table {
        let rows =
            graph.case.items.flatMap { claims("item", $0.id.text, $0.title, $0.evidence) }
            + graph.case.places.flatMap { claims("place", $0.id.text, $0.title, $0.evidence) }
            + graph.case.actors.flatMap { claims("actor", $0.id.text, $0.title, $0.evidence) }
        return Table(
            columns: [
                Column(name: "about"), Column(name: "about_type"),
                Column(name: "about_title", isText: true),
                Column(name: "number"), Column(name: "claim", isText: true), Column(name: "source"),
                Column(name: "locator", isText: true), Column(name: "date"), Column(name: "strength"),
                Column(name: "quote"), Column(name: "standing"),
            ],
            rows: rows)
    }

    private static func claims(
        _ type: String, _ id: String, _ title: Text, _ evidence: [Evidence]
    ) -> [[Cell]] {
        evidence.enumerated().map { number, claim in
            [
                .word(id), .word(type), .text(title), .number(number + 1), .text(claim.claim),
                .word(claim.source.text), .text(claim.locator), .word(claim.date?.description),
                .word(claim.strength.rawValue), .word(claim.quote), .word(Standing.sourced.rawValue),
            ]
        }
    }

    /// The links, by the items that state them.
    static func links(of graph: CaseGraph) -> Table {
        Table(
            columns: [
                Column(name: "from"), Column(name: "from_title", isText: true),
                Column(name: "relation"), Column(name: "relation_title", isText: true),
                Column(name: "flow"), Column(name: "to"), Column(name: "to_title", isText: true),
                Column(name: "because", isText: true), Column(name: "source"), Column(name: "standing"),
                Column(name: "backwards"),
            ],
            rows: graph.outgoing.joined().map { edge in
                let (from, to, link) = (graph.item(edge.from), graph.item(edge.to), graph.link(edge))
                let standing = Standing(link.standing)
                return [
                    .word(from.id.text), .text(from.title), .word(link.relation.text),
                    .text(graph.relation(link.relation)?.title), .word(edge.flow.rawValue),
                    .word(to.id.text), .text(to.title), .text(link.because), .word(link.source?.text),
                    .word(standing.rawValue), .flag(graph.runsBackwards(edge)),
                ]
            })
    }

    /// The bibliography, one source a row, in the case's order. An author is written `Family, Given` in Latin
    /// letters; Chinese names have a column of their own.
    static func sources(of graph: CaseGraph) -> Table {
        Table(
            columns: [
                Column(name: "id"), Column(name: "type"), Column(name: "title", isText: true),
                Column(name: "authors_zh"), Column(name: "authors_en"),
                Column(name: "issuer", isText: true), Column(name: "date"),
                Column(name: "document_number"), Column(name: "container", isText: true),
                Column(name: "volume"), Column(name: "issue"), Column(name: "pages"),
                Column(name: "url"), Column(name: "doi"), Column(name: "accessed"), Column(name: "checked"),
                Column(name: "note", isText: true),
            ],
            rows: graph.case.sources.map { source in
                [
                    .word(source.id.text), .word(source.form.rawValue), .text(source.title),
                    .list(source.authors.compactMap(\.chinese)), .list(source.authors.map(\.inverted)),
                    .text(source.issuer), .word(source.date?.description), .word(source.documentNumber),
                    .text(source.container?.title), .word(source.container?.volume),
                    .word(source.container?.issue), .word(source.container?.pages),
                    .word(source.url), .word(source.doi), .word(source.accessed?.description),
                    .word(source.checked?.rawValue), .text(source.note),
                ]
            })
    }
}
