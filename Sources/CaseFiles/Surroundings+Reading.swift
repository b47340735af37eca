import CaseModel
import Yams

extension Source {
    /// Reads an entry of `sources`.
    init(from fields: inout Fields) {
        self.init(
            id: fields.ownID(Source.self), title: fields.text("title"),
            form: fields.choice("type", else: .web))
        issuer = fields.optionalText("issuer")
        authors = fields.list("authors", called: "the author", Author.init(from:))
        date = fields.optionalDate("date")
        documentNumber = fields.optionalString("document_number")
        url = fields.optional("url")?.webAddress()
        doi = fields.optional("doi")?.doi()
        container = fields.map("container", called: "the container", Container.init(from:))
        accessed = fields.optionalDate("accessed")
        checked = fields.optionalChoice("checked")
        note = fields.optionalText("note", .prose)
    }
}

extension Source.Author {
    /// Reads an entry of a source's `authors`.
    init(from fields: inout Fields) {
        self.init(
            family: fields.string("family"), given: fields.optionalString("given") ?? "",
            chinese: fields.optionalString("zh"))
    }
}

extension Source.Container {
    /// Reads a source's `container`.
    init(from fields: inout Fields) {
        self.init(title: fields.text("title"))
        volume = fields.optionalString("volume")
        issue = fields.optionalString("issue")
        pages = fields.optionalString("pages")
    }
}

extension Value {
    fileprivate func webAddress() -> String? {
        guard let text = string(.address) else { return nil }
        if ValueForm.isWebAddress(text) { return text }
        report(.badAddress(text))
        return nil
    }

    fileprivate func doi() -> String? {
        guard let text = string(.address) else { return nil }
        if ValueForm.isDOI(text) { return text }
        report(.badDOI(text))
        return nil
    }
}

extension Place {
    /// Reads an entry of `places`.
    init(from fields: inout Fields) {
        let id = fields.ownID(Place.self)
        self.init(id: id, title: fields.text("title"))
        province = fields.optionalText("province")
        latitude = fields.optional("lat")?.number(in: Limits.latitude)
        longitude = fields.optional("lon")?.number(in: Limits.longitude)
        coordinatesSource = fields.optionalString("coordinates_source")
        if (fields.optional("lat") == nil) != (fields.optional("lon") == nil) {
            let given = fields.optional("lat") == nil ? "lon" : "lat"
            fields.context.report(.halfACoordinate, at: fields.address(of: given))
        }
        borders = (fields.optional("borders")?.elements() ?? []).compactMap { Border($0, of: id) }
        summary = fields.optionalText("summary", .prose)
        evidence = fields.list("evidence", called: "the evidence", Evidence.init(from:))
        note = fields.optionalText("note", .prose)
    }
}

extension Border {
    /// Reads an entry of a place's `borders`: the other place's id alone, or with the source that says so.
    fileprivate init?(_ value: Value, of place: ID<Place>) {
        if case .mapping = value.node {
            guard var fields = value.fields(called: "the border") else { return nil }
            self.init(place: fields.reference("place"), source: fields.optionalReference("source"))
            fields.finish()
        } else {
            guard let other: ID<Place> = value.reference("'borders' names") else { return nil }
            self.init(place: other)
        }
        if self.place == place, !place.text.isEmpty { value.report(.bordersItself(place.text)) }
    }
}

extension CaseModel.Actor {
    /// Reads an entry of `actors`.
    init(from fields: inout Fields) {
        self.init(
            id: fields.ownID(CaseModel.Actor.self), title: fields.text("title"),
            level: fields.choice("level", else: .central))
        side = fields.optionalText("side")
        summary = fields.optionalText("summary", .prose)
        evidence = fields.list("evidence", called: "the evidence", Evidence.init(from:))
        note = fields.optionalText("note", .prose)
    }
}

extension Tour {
    /// Reads an entry of `tours`.
    init(from fields: inout Fields) {
        self.init(id: fields.ownID(Tour.self), title: fields.text("title"))
        minutes = fields.optional("minutes")?.number(in: Limits.minutes)
        steps = fields.list("steps", called: "the step", Step.init(from:))
    }
}

extension Tour.Step {
    /// Reads an entry of a tour's `steps`.
    init(from fields: inout Fields) {
        self.init(headline: fields.text("headline"), view: fields.optionalChoice("view") ?? .view(.browse))
        if let value = fields.optional("at"), let id = value.idText() {
            at = ID(id)
            fields.context.steps.append(
                .init(kind: .item, id: id, phrase: "'at' names", address: value.address))
        }
        points = (fields.optional("points")?.elements() ?? []).compactMap { $0.text(.prose) }
        notes = fields.optionalText("notes", .prose)
        minutes = fields.optional("minutes")?.number(in: Limits.minutes)
    }
}
