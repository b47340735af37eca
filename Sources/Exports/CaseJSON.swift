import CaseModel

/// The whole case in the keys of the case format. What the case does not have is left out, so the file, being
/// JSON and therefore YAML, is itself a case that triptych opens.
package struct CaseJSON: CaseFormat {
    /// The format.
    package init() {}

    /// One object.
    package func text(of graph: CaseGraph) -> String {
        let whole = graph.case
        return JSONValue.object([
            ("format", .number("1")),
            ("case", whole.manifest.json),
            ("panes", .array(whole.panes.map(\.json))),
            ("kinds", .array(whole.kinds.map(\.json))),
            ("relations", .array(whole.relations.map(\.json))),
            ("statuses", .array(whole.statuses.map(\.json))),
            ("matrix", whole.matrix?.json ?? .null),
            ("sources", .array(whole.sources.map { .object($0.record) })),
            ("items", .array(whole.items.map { .object($0.record) })),
            ("places", .array(whole.places.map { .object($0.record) })),
            ("actors", .array(whole.actors.map { .object($0.record) })),
            ("tours", .array(whole.tours.map { .object($0.record) })),
        ]).compacted.rendered()
    }
}

/// The members of a JSON object.
typealias JSONRecord = [(key: String, value: JSONValue)]

// The parts of a case in the keys of the case format, what they do not have as null or an empty list. Commands add
// members to the records of entities; the case format leaves out what is empty.

extension Manifest {
    fileprivate var json: JSONValue {
        .object([
            ("id", .string(id.text)), ("title", .text(title)), ("subtitle", .text(subtitle)),
            ("authors", .strings(authors)), ("licence", JSONValue(licence)),
            ("about", .array(about.map { .text($0) })), ("cites", JSONValue(cites?.text)),
            ("languages", .strings(languages.map(\.rawValue))),
        ])
    }
}

extension Pane {
    fileprivate var json: JSONValue {
        .object([("id", .string(id.text)), ("title", .text(title)), ("question", .text(question))])
    }
}

extension Kind {
    fileprivate var json: JSONValue {
        .object([
            ("id", .string(id.text)), ("pane", .string(pane.text)), ("title", .text(title)),
            ("plural", .text(plural)), ("role", .string(role.rawValue)),
        ])
    }
}

extension Relation {
    fileprivate var json: JSONValue {
        .object([
            ("id", .string(id.text)), ("title", .text(title)), ("inverse", .text(inverse)),
            ("flow", .string(flow.rawValue)),
        ])
    }
}

extension Status {
    fileprivate var json: JSONValue {
        .object([("id", .string(id.text)), ("title", .text(title)), ("stage", .string(stage.rawValue))])
    }
}

extension Matrix {
    fileprivate var json: JSONValue {
        .object([
            ("rows", .string(rows.text)), ("columns", .string(columns.text)), ("cells", .string(cells.text)),
        ])
    }
}

extension Item {
    /// The item.
    var record: JSONRecord {
        [
            ("id", .string(id.text)), ("kind", .string(kind.text)), ("parent", JSONValue(parent?.text)),
            ("title", .text(title)), ("aka", .strings(aka)), ("summary", .text(summary)),
            ("period", period?.json ?? .null), ("status", status?.json ?? .null),
            ("places", .strings(places.map(\.text))), ("actors", .strings(actors.map(\.text))),
            ("metrics", .array(metrics.map(\.json))), ("evidence", .array(evidence.map(\.json))),
            ("links", .array(links.map { .object($0.record) })), ("note", .text(note)),
        ]
    }
}

extension Period {
    /// The period.
    var json: JSONValue {
        .object([("start", JSONValue(start?.description)), ("end", JSONValue(end?.description))])
    }
}

extension DatedStatus {
    /// The status.
    var json: JSONValue {
        .object([
            ("value", .string(value.text)), ("as_of", JSONValue(asOf?.description)),
            ("source", JSONValue(source?.text)),
        ])
    }
}

extension Metric {
    fileprivate var json: JSONValue {
        .object([
            ("name", .text(name)), ("value", .number(written: value)), ("unit", .text(unit)),
            ("display", .text(display)), ("bound", JSONValue(bound?.rawValue)),
            ("source", JSONValue(source?.text)), ("locator", .text(locator)),
        ])
    }
}

extension Evidence {
    fileprivate var json: JSONValue {
        .object([
            ("claim", .text(claim)), ("source", .string(source.text)), ("locator", .text(locator)),
            ("date", JSONValue(date?.description)), ("strength", .string(strength.rawValue)),
            ("quote", JSONValue(quote)),
        ])
    }
}

extension Link {
    /// The link, without the item that states it.
    var record: JSONRecord {
        [("to", .string(to.text)), ("relation", .string(relation.text))] + basis
    }

    /// Why the link holds.
    var basis: JSONRecord { [("because", .text(because)), ("source", JSONValue(source?.text))] }
}

extension Source {
    /// The source.
    var record: JSONRecord {
        [
            ("id", .string(id.text)), ("title", .text(title)), ("issuer", .text(issuer)),
            ("authors", .array(authors.map(\.json))), ("date", JSONValue(date?.description)),
            ("document_number", JSONValue(documentNumber)), ("type", .string(form.rawValue)),
            ("url", JSONValue(url)), ("doi", JSONValue(doi)), ("container", container?.json ?? .null),
            ("accessed", JSONValue(accessed?.description)), ("checked", JSONValue(checked?.rawValue)),
            ("note", .text(note)),
        ]
    }
}

extension Source.Author {
    fileprivate var json: JSONValue {
        .object([
            ("family", .string(family)), ("given", .string(given)), ("zh", JSONValue(chinese)),
        ])
    }
}

extension Source.Container {
    fileprivate var json: JSONValue {
        .object([
            ("title", .text(title)), ("volume", JSONValue(volume)), ("issue", JSONValue(issue)),
            ("pages", JSONValue(pages)),
        ])
    }
}

extension Place {
    /// The place. A border stands at the place that states it.
    var record: JSONRecord {
        let borders = borders.map { border in
            JSONValue.object([
                ("place", .string(border.place.text)), ("source", JSONValue(border.source?.text)),
            ])
        }
        return [
            ("id", .string(id.text)), ("title", .text(title)), ("province", .text(province)),
            ("lat", .decimal(latitude)), ("lon", .decimal(longitude)),
            ("coordinates_source", JSONValue(coordinatesSource)), ("borders", .array(borders)),
            ("summary", .text(summary)), ("evidence", .array(evidence.map(\.json))),
            ("note", .text(note)),
        ]
    }
}

extension CaseModel.Actor {
    /// The actor.
    var record: JSONRecord {
        [
            ("id", .string(id.text)), ("title", .text(title)), ("level", .string(level.rawValue)),
            ("side", .text(side)), ("summary", .text(summary)),
            ("evidence", .array(evidence.map(\.json))), ("note", .text(note)),
        ]
    }
}

extension Tour {
    /// The tour.
    var record: JSONRecord {
        [
            ("id", .string(id.text)), ("title", .text(title)), ("minutes", .decimal(minutes)),
            ("steps", .array(steps.map(\.json))),
        ]
    }
}

extension Tour.Step {
    fileprivate var json: JSONValue {
        .object([
            ("at", JSONValue(at?.text)), ("view", .string(view.rawValue)), ("headline", .text(headline)),
            ("points", .array(points.map { .text($0) })), ("notes", .text(notes)),
            ("minutes", .decimal(minutes)),
        ])
    }
}
