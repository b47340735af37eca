import CaseModel

extension Table {
    /// Everything that is claimed of items, then of places, then of actors, in the case's order. `number` counts
    /// the claims of one `about` from 1. A claim cannot be without its source, so all of them are `sourced`.
    static func evidence(of graph: CaseGraph) -> Table {
        let claims =
            graph.case.items.flatMap { rows("item", $0.id.text, $0.title, $0.evidence) }
            + graph.case.places.flatMap { rows("place", $0.id.text, $0.title, $0.evidence) }
            + graph.case.actors.flatMap { rows("actor", $0.id.text, $0.title, $0.evidence) }
        return Table(
            columns: [
                Column(name: "about"), Column(name: "about_type"),
                Column(name: "about_title", isBilingual: true),
                Column(name: "number"), Column(name: "claim", isBilingual: true), Column(name: "source"),
                Column(name: "locator", isBilingual: true), Column(name: "date"), Column(name: "strength"),
                Column(name: "quote"), Column(name: "standing"),
            ],
            rows: claims)
    }

    private static func rows(
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
}
