import CaseModel

/// A table of records of a case: what a row of it is.
package enum RecordTable: String, CaseIterable, Sendable {
    case items, evidence, links, metrics, sources, places, actors

    /// The record that a row holds.
    package var record: any CaseRecord.Type {
        switch self {
        case .items: Item.self
        case .evidence: Evidence.self
        case .links: Link.self
        case .metrics: Metric.self
        case .sources: Source.self
        case .places: Place.self
        case .actors: CaseModel.Actor.self
        }
    }

    /// The columns of the record; lists that have a table of their own are left out.
    package var columns: RecordColumns {
        RecordColumns(of: record, without: Set(Self.nested.map(\.rawValue)))
    }

    /// The tables whose rows belong to the record of another one.
    package static let nested: [RecordTable] = [.evidence, .links, .metrics]

    /// The columns in front that name the record to which a row belongs.
    package var owner: [String] {
        switch self {
        case .items, .sources, .places, .actors: []
        case .evidence: ["about", "about_type"]
        case .metrics: ["about"]
        case .links: ["from"]
        }
    }

    /// The columns that follow from the rest of the case: they are written for readers and not read.
    package var derived: [RecordColumns.Column] {
        func column(_ name: String, _ cells: FieldShape.Cells = .word) -> RecordColumns.Column {
            RecordColumns.Column(name: name, cells: cells)
        }
        return switch self {
        case .items:
            [
                column("pane"), column("modes", .words), column("evidence_count", .number),
                column("source_count", .number), column("standing"),
            ]
        case .evidence, .metrics:
            [column("about_title", .text), column("number", .number), column("standing")]
        case .links:
            [
                column("from_title", .text), column("relation_title", .text), column("flow"),
                column("to_title", .text), column("standing"), column("backwards"),
            ]
        case .sources: [column("cited_by", .words)]
        case .places, .actors: [column("items", .words)]
        }
    }
}
