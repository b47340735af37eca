import CaseModel

extension Source {
    /// The source in the keys of the case format.
    var json: JSONValue {
        .compact([
            ("id", .string(id.text)), ("title", .text(title)), ("issuer", .text(issuer)),
            ("authors", .array(authors.map(\.json))), ("date", JSONValue(date?.description)),
            ("document_number", JSONValue(documentNumber)), ("type", .string(form.rawValue)),
            ("url", JSONValue(url)), ("doi", JSONValue(doi)), ("container", container?.json ?? .null),
            ("accessed", JSONValue(accessed?.description)), ("checked", JSONValue(checked?.rawValue)),
            ("note", .text(note)),
        ])
    }
}

extension Source.Author {
    fileprivate var json: JSONValue {
        .compact([
            ("family", .string(family)), ("given", given.isEmpty ? .null : .string(given)),
            ("zh", JSONValue(chinese)),
        ])
    }
}

extension Source.Container {
    fileprivate var json: JSONValue {
        .compact([
            ("title", .text(title)), ("volume", JSONValue(volume)), ("issue", JSONValue(issue)),
            ("pages", JSONValue(pages)),
        ])
    }
}

extension Place {
    /// The place in the keys of the case format.
    var json: JSONValue {
        .compact([
            ("id", .string(id.text)), ("title", .text(title)), ("province", .text(province)),
            ("lat", .decimal(latitude)), ("lon", .decimal(longitude)),
            ("coordinates_source", JSONValue(coordinatesSource)),
            (
                "borders",
                .array(
                    borders.map {
                        .compact([("place", .string($0.place.text)), ("source", JSONValue($0.source?.text))])
                    })
            ),
            ("summary", .text(summary)), ("evidence", .array(evidence.map(\.json))), ("note", .text(note)),
        ])
    }
}

extension CaseModel.Actor {
    /// The actor in the keys of the case format.
    var json: JSONValue {
        .compact([
            ("id", .string(id.text)), ("title", .text(title)), ("level", .string(level.rawValue)),
            ("side", .text(side)), ("summary", .text(summary)), ("evidence", .array(evidence.map(\.json))),
            ("note", .text(note)),
        ])
    }
}

extension Tour {
    /// The tour in the keys of the case format.
    var json: JSONValue {
        .compact([
            ("id", .string(id.text)), ("title", .text(title)), ("minutes", .decimal(minutes)),
            ("steps", .array(steps.map(\.json))),
        ])
    }
}

extension Tour.Step {
    fileprivate var json: JSONValue {
        .compact([
            ("at", JSONValue(at?.text)), ("view", .string(view.rawValue)), ("headline", .text(headline)),
            ("points", .array(points.map { .text($0) })), ("notes", .text(notes)),
            ("minutes", .decimal(minutes)),
        ])
    }
}
