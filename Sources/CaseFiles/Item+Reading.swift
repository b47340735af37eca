import CaseModel

extension Item {
    /// Reads an entry of `items`.
    init(from fields: inout Fields) {
        let id = fields.ownID(Item.self)
        self.init(id: id, kind: fields.reference("kind"), title: fields.text("title"))
        parent = fields.optionalReference("parent")
        if let parent {
            fields.context.parenthoods.append(
                .init(child: id, parent: parent, address: fields.address(of: "parent")))
        }
        aka = fields.strings("aka")
        summary = fields.optionalText("summary", .prose)
        period = fields.map("period", called: "the period", Period.init(from:))
        if period == Period() { period = nil }
        status = fields.map("status", called: "the status", DatedStatus.init(from:))
        places = fields.references("places")
        actors = fields.references("actors")
        metrics = fields.list("metrics", called: "the metric", Metric.init(from:))
        evidence = fields.list("evidence", called: "the evidence", Evidence.init(from:))
        links = Self.links(of: id, from: &fields)
        note = fields.optionalText("note", .prose)
        if evidence.isEmpty, !id.text.isEmpty {
            fields.context.report(.unevidenced(id.text), at: fields.address(of: "id"))
        }
    }

    private static func links(of id: ID<Item>, from fields: inout Fields) -> [Link] {
        var first: [String: Address] = [:]
        return fields.list("links", called: "the link") { fields in
            let link = Link(from: &fields)
            let address = fields.address(of: "to")
            guard !link.to.text.isEmpty else { return link }
            if link.to == id { fields.context.report(.linkToItself(id.text), at: address) }
            let key = "\(link.relation) \(link.to)"
            if let stated = first[key] {
                fields.context.report(
                    .linkTwice(link.relation.text, link.to.text).noting(
                        DiagnosticMessage.alsoStated(at: stated)),
                    at: address)
            } else {
                first[key] = address
            }
            return link
        }
    }
}

extension Link {
    /// Reads an entry of an item's `links`.
    init(from fields: inout Fields) {
        let relation: ID<Relation> = fields.reference("relation")
        let to: ID<Item>? = fields.required("to")?.reference(
            "link \(DiagnosticMessage.quoted(relation.text)) points to")
        self.init(to: to ?? ID(""), relation: relation)
        because = fields.optionalText("because", .prose)
        source = fields.optionalReference("source")
        if because == nil { fields.context.report(.unexplainedLink, at: fields.address(of: "to")) }
    }
}

extension Period {
    /// Reads an item's `period`.
    init(from fields: inout Fields) {
        self.init(start: fields.optionalDate("start"), end: fields.optionalDate("end"))
        if isBackwards { fields.context.report(.periodBackwards, at: fields.address(of: "end")) }
    }
}

extension DatedStatus {
    /// Reads an item's `status`.
    init(from fields: inout Fields) {
        self.init(
            value: fields.reference("value"), asOf: fields.optionalDate("as_of"),
            source: fields.optionalReference("source"))
        if asOf == nil { fields.context.report(.undatedStatus, at: fields.address) }
    }
}

extension Metric {
    /// Reads an entry of an item's `metrics`.
    init(from fields: inout Fields) {
        self.init(
            name: fields.text("name"), value: fields.required("value")?.decimal() ?? "0",
            unit: fields.optionalText("unit"))
        display = fields.optionalText("display")
        bound = fields.optionalChoice("bound")
        source = fields.optionalReference("source")
        locator = fields.optionalText("locator")
        if source == nil { fields.context.report(.unsourcedMetric, at: fields.address) }
    }
}

extension Evidence {
    /// Reads an entry of `evidence`.
    init(from fields: inout Fields) {
        self.init(
            claim: fields.text("claim", .prose), source: fields.reference("source"),
            strength: fields.choice("strength", else: .reported))
        locator = fields.optionalText("locator")
        date = fields.optionalDate("date")
        quote = fields.optionalString("quote", .quote)
    }
}
