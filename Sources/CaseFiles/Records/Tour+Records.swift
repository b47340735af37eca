import CaseModel

// Presentations.

extension Tour: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "tour", subject: Text(chinese: "导览", english: "the tour"),
        purpose: Text(
            chinese: "一次讲解：穿过案例的一串步骤。", english: "A presentation: a path of steps through the case."),
        example: """
            tours:
              - id: seminar
                title: {zh: 研讨, en: Seminar}
                minutes: 20
                steps:
                  - view: title
                    headline: {zh: 三个山谷, en: Three valleys}
                  - at: weir
                    view: reader
                    headline: {zh: 石堰分水, en: A weir divides the water}
                    points: [{zh: 建于 1984 年, en: built in 1984}]
                    notes: {zh: 先问听众。, en: Ask the audience first.}
                    minutes: 2
            """)

    package static var blank: Tour { Tour(id: ID(""), title: Text("")) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.ownID(&id, "Its id.", zh: "导览的 id。")
        try fields.required("title", &title, .text, "Its title.", zh: "标题。")
        try fields.optional(
            "minutes", &minutes, .number(in: Limits.minutes), "How long it should take.", zh: "预计用时（分钟）。")
        try fields.list("steps", &steps, of: Nested(), "The path.", zh: "步骤。")
    }
}

extension Tour.Step: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "step", subject: Text(chinese: "步骤", english: "the step"),
        purpose: Text(chinese: "讲解中的一站。", english: "One stop of a presentation."),
        example: """
            steps:
              - at: weir
                view: trace
                headline: {zh: 由水权到分水堰, en: From water rights to the weir}
            """)

    package static var blank: Tour.Step { Tour.Step(headline: Text("")) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.optional("at", &at, StepStop(), "The item in focus.", zh: "所聚焦的条目。")
        try fields.defaulted(
            "view", &view, Choice(), to: .view(.browse), "The view to show it in.", zh: "所用的视图。")
        try fields.required("headline", &headline, .text, "The sentence of the step.", zh: "这一步的一句话。")
        try fields.list("points", &points, of: .prose, "What is revealed one by one.", zh: "逐条揭示的要点。")
        try fields.optional(
            "notes", &notes, .prose, "For the speaker only; never sent to the audience.", zh: "仅供讲者；从不发给听众。")
        try fields.optional(
            "minutes", &minutes, .number(in: Limits.minutes), "How long the step should take.",
            zh: "这一步预计用时（分钟）。")
    }
}

/// The item at which a step stops. A step outlives its item: one that names none of the case is kept without it, with
/// a warning.
private struct StepStop: RefinedForm {
    let base = Reference<Item>()

    func read(_ value: Value) -> ID<Item>? {
        guard let id = value.idText() else { return nil }
        value.context.steps.append(
            .init(kind: .item, id: id, mention: value.mention, address: value.address))
        return ID(id)
    }
}
