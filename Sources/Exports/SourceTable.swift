import CaseModel

extension Table {
    /// The bibliography, one entry a row, in the case's order. An author is written `Family, Given` in Latin
    /// letters, the Chinese names stand in a column of their own.
    static func sources(of graph: CaseGraph) -> Table {
        Table(
            columns: [
                Column(name: "id"), Column(name: "type"), Column(name: "title", isBilingual: true),
                Column(name: "authors_zh"), Column(name: "authors_en"),
                Column(name: "issuer", isBilingual: true), Column(name: "date"),
                Column(name: "document_number"), Column(name: "container", isBilingual: true),
                Column(name: "volume"), Column(name: "issue"), Column(name: "pages"),
                Column(name: "url"), Column(name: "doi"), Column(name: "accessed"), Column(name: "checked"),
                Column(name: "note", isBilingual: true),
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
