import CaseModel

/// The whole case in the keys of the case format. What the case does not have is left out, so the file, being
/// JSON and therefore YAML, is itself a case that triptych opens.
package struct CaseJSON: CaseFormat {
    /// The format.
    package init() {}

    /// One object.
    package func text(of graph: CaseGraph) -> String {
        let whole = graph.case
        return JSONValue.compact([
            ("format", .number("1")),
            ("case", manifest(whole.manifest)),
            ("panes", .array(whole.panes.map(pane))),
            ("kinds", .array(whole.kinds.map(kind))),
            ("relations", .array(whole.relations.map(relation))),
            ("statuses", .array(whole.statuses.map(status))),
            ("matrix", whole.matrix.map(matrix) ?? .null),
            ("sources", .array(whole.sources.map(\.json))),
            ("items", .array(whole.items.map(\.json))),
            ("places", .array(whole.places.map(\.json))),
            ("actors", .array(whole.actors.map(\.json))),
            ("tours", .array(whole.tours.map(\.json))),
        ]).rendered
    }

    private func manifest(_ manifest: Manifest) -> JSONValue {
        .compact([
            ("id", .string(manifest.id.text)), ("title", .text(manifest.title)),
            ("subtitle", .text(manifest.subtitle)), ("authors", .strings(manifest.authors)),
            ("licence", JSONValue(manifest.licence)), ("about", .array(manifest.about.map { .text($0) })),
            ("cites", JSONValue(manifest.cites?.text)),
            ("languages", .strings(manifest.languages.map(\.rawValue))),
        ])
    }

    private func pane(_ pane: Pane) -> JSONValue {
        .compact([
            ("id", .string(pane.id.text)), ("title", .text(pane.title)), ("question", .text(pane.question)),
        ])
    }

    private func kind(_ kind: Kind) -> JSONValue {
        .compact([
            ("id", .string(kind.id.text)), ("pane", .string(kind.pane.text)), ("title", .text(kind.title)),
            ("plural", .text(kind.plural)), ("role", .string(kind.role.rawValue)),
        ])
    }

    private func relation(_ relation: Relation) -> JSONValue {
        .compact([
            ("id", .string(relation.id.text)), ("title", .text(relation.title)),
            ("inverse", .text(relation.inverse)), ("flow", .string(relation.flow.rawValue)),
        ])
    }

    private func status(_ status: Status) -> JSONValue {
        .compact([
            ("id", .string(status.id.text)), ("title", .text(status.title)),
            ("stage", .string(status.stage.rawValue)),
        ])
    }

    private func matrix(_ matrix: Matrix) -> JSONValue {
        .object([
            ("rows", .string(matrix.rows.text)), ("columns", .string(matrix.columns.text)),
            ("cells", .string(matrix.cells.text)),
        ])
    }
}

extension JSONValue {
    /// A text in the languages that it has.
    static func text(_ text: Text?) -> JSONValue {
        guard let text else { return .null }
        return .compact([("zh", JSONValue(text.chinese)), ("en", JSONValue(text.english))])
    }

    static func strings(_ strings: [String]) -> JSONValue { .array(strings.map { .string($0) }) }

    static func decimal(_ number: Double?) -> JSONValue {
        number.map { .number($0.figure) } ?? .null
    }
}
