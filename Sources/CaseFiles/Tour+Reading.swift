import CaseModel

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
