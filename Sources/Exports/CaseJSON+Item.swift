import CaseModel

extension Item {
    /// The item in the keys of the case format.
    var json: JSONValue {
        .compact([
            ("id", .string(id.text)), ("kind", .string(kind.text)), ("parent", JSONValue(parent?.text)),
            ("title", .text(title)), ("aka", .strings(aka)), ("summary", .text(summary)),
            ("period", period?.json ?? .null), ("status", status?.json ?? .null),
            ("places", .strings(places.map(\.text))), ("actors", .strings(actors.map(\.text))),
            ("metrics", .array(metrics.map(\.json))), ("evidence", .array(evidence.map(\.json))),
            ("links", .array(links.map(\.json))), ("note", .text(note)),
        ])
    }
}

extension Period {
    fileprivate var json: JSONValue {
        .compact([("start", JSONValue(start?.description)), ("end", JSONValue(end?.description))])
    }
}

extension DatedStatus {
    fileprivate var json: JSONValue {
        .compact([
            ("value", .string(value.text)), ("as_of", JSONValue(asOf?.description)),
            ("source", JSONValue(source?.text)),
        ])
    }
}

extension Metric {
    fileprivate var json: JSONValue {
        .compact([
            ("name", .text(name)), ("value", .number(value)), ("unit", .text(unit)),
            ("display", .text(display)), ("bound", JSONValue(bound?.rawValue)),
            ("source", JSONValue(source?.text)), ("locator", .text(locator)),
        ])
    }
}

extension Evidence {
    /// The claim in the keys of the case format.
    var json: JSONValue {
        .compact([
            ("claim", .text(claim)), ("source", .string(source.text)), ("locator", .text(locator)),
            ("date", JSONValue(date?.description)), ("strength", .string(strength.rawValue)),
            ("quote", JSONValue(quote)),
        ])
    }
}

extension Link {
    fileprivate var json: JSONValue {
        .compact([
            ("to", .string(to.text)), ("relation", .string(relation.text)), ("because", .text(because)),
            ("source", JSONValue(source?.text)),
        ])
    }
}
