import CaseModel
import Yams

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
