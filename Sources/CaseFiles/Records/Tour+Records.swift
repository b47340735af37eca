import CaseModel

// Presentations.

extension Tour: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "tour", subject: Text(chinese: "讲解路线", english: "the tour"),
        purpose: Text(
            chinese: "一条讲解路线：穿过案例的一串步骤。", english: "A presentation: a path of steps through the case."),
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
        try fields.ownID(&id, "Its id.", zh: "讲解路线的 id。")
        try fields.required("title", &title, .text, "Its title.", zh: "标题。")
        try fields.optional(
            "minutes", &minutes, .number(in: Limits.minutes), "How long it should take.", zh: "预计用时（分钟）。")
        try fields.list("steps", &steps, of: StepForm(), "The path.", zh: "步骤。")
    }
}

extension Tour.Step: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "step", subject: Text(chinese: "步骤", english: "the step"),
        purpose: Text(
            chinese: "讲解中的一站：所讲的是什么，屏幕上就显示什么。",
            english: "One stop of a presentation, which shows on the screen what it speaks of."),
        example: """
            steps:
              - at: weir
                view: reader
                evidence: 1
                headline: {zh: 石堰分水, en: A weir divides the water}
                points:
                  - {zh: 先看全貌, en: First the whole}
                  - {text: {zh: 建于 1984 年, en: built in 1984}, evidence: 1}
              - at: weir
                view: trace
                from: plan
                headline: {zh: 由规划到分水堰, en: From the plan to the weir}
              - view: sources
                order: date
                filter: survey
                pins: [plan]
                headline: {zh: 依据, en: What it rests on}
            """)

    package static var blank: Tour.Step { Tour.Step(headline: Text("")) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.optional(
            "at", &at, StepStop(), "What is in focus: an item, source, place or actor.",
            zh: "所聚焦的条目、来源、地点或参与者。")
        try fields.defaulted(
            "view", &view, Choice(), to: .view(.browse), "The view to show it in.", zh: "所用的视图。")
        try fields.optional(
            "evidence", &evidence, .claimNumber, since: "0.2", "The number of the claim in focus.",
            zh: "所聚焦的证据的序号。")
        try fields.optional(
            "from", &from, StepReference(), since: "0.2", "The item from which a trace leads.",
            zh: "溯源所起的条目。")
        try fields.list(
            "pins", &pins, of: StepReference(), since: "0.2", "The pinned items, in the order of pinning.",
            zh: "所固定的条目，按固定的次序。")
        try fields.optional(
            "filter", &filter, .line, since: "0.2", "The query of the filter.", zh: "筛选的查询。")
        try fields.optional(
            "cell", &cell, Nested(), since: "0.2", "The selected cell of the matrix.", zh: "矩阵中所选的格。")
        try fields.optional(
            "order", &order, .line, since: "0.2",
            """
            The order of the view's rows: `listed` or `evidence` in the matrix, `items`, `province` or `listed` on the \
            map, `level` or `degree` in the network, `cited`, `date`, `form` or `listed` in the sources.
            """,
            zh: """
                视图各行的次序：矩阵为 `listed`、`evidence`，地图为 `items`、`province`、`listed`，网络为 `level`、`degree`，\
                来源为 `cited`、`date`、`form`、`listed`。
                """)
        try fields.optional(
            "viewpoint", &viewpoint, LineForm(measure: .address), since: "0.2",
            "The exact place as a recording writes it, for what the keys above cannot say.",
            zh: "录制所写的确切位置，用于以上各键说不出的部分。")
        try fields.required("headline", &headline, .text, "The sentence of the step.", zh: "这一步的一句话。")
        // A point is written as a text alone where it names no claim; no language has the tag `text`.
        try fields.list(
            "points", &points,
            of: Shorthand(
                short: TextForm.prose, expanded: { Tour.Step.Point($0) },
                shortened: { $0.evidence == nil ? $0.text : nil }, isShort: { !$0.hasKey("text") }),
            "What is revealed one by one.", zh: "逐条揭示的要点。")
        try fields.optional(
            "notes", &notes, .prose, "For the speaker only; never sent to the audience.", zh: "仅供讲解者；从不发给听众。")
        try fields.optional(
            "minutes", &minutes, .number(in: Limits.minutes), "How long the step should take.",
            zh: "这一步预计用时（分钟）。")
    }

    package var doubts: [Finding] {
        var findings: [Finding] = []
        if cell != nil, view != .view(.matrix) {
            findings.append(Finding(.stepPartNeedsView("cell", view: "matrix"), at: .key("cell")))
        }
        if from != nil, view != .view(.trace) {
            findings.append(Finding(.stepPartNeedsView("from", view: "trace"), at: .key("from")))
        }
        if at == nil {
            if evidence != nil { findings.append(Finding(.claimOfNothing, at: .key("evidence"))) }
            for (number, point) in points.enumerated() where point.evidence != nil {
                findings.append(Finding(.claimOfNothing, at: .entry(number, of: "points", "evidence")))
            }
        }
        return findings
    }
}

extension Tour.Step.Point: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "point", subject: Text(chinese: "要点", english: "the point"),
        purpose: Text(
            chinese: "一步中的一个要点；写明证据的，揭示时滚到那条证据并加以标记。",
            english:
                "A point of a step; one that names a claim scrolls to it and marks it when it is revealed."),
        example: """
            steps:
              - at: weir
                view: reader
                headline: {zh: 石堰分水, en: A weir divides the water}
                points:
                  - {zh: 先看全貌, en: First the whole}
                  - {text: {zh: 建于 1984 年, en: built in 1984}, evidence: 1}
            """)

    package static var blank: Tour.Step.Point { Tour.Step.Point(Text("")) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.required("text", &text, .prose, since: "0.2", "What is said.", zh: "所说的话。")
        try fields.optional(
            "evidence", &evidence, .claimNumber, since: "0.2",
            "The number of the claim that it is about, among those of what the step is at.",
            zh: "所讲证据的序号，按步骤所聚焦者的证据计。")
    }
}

extension Tour.Step.Cell: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "cell", subject: Text(chinese: "格", english: "the cell"),
        purpose: Text(
            chinese: "案例所设矩阵的一格；略去行或列则为合计。",
            english: "A cell of the matrix that the case declares; without a row or column, the total."),
        example: """
            steps:
              - view: matrix
                cell: {row: fld-water, column: none}
                headline: {zh: 缺口, en: A gap}
            """)

    package static var blank: Tour.Step.Cell { Tour.Step.Cell() }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.optional(
            "row", &row, .line, since: "0.2",
            "The id of the row's value, or `none` for the items without one.",
            zh: "行的值的 id；没有值的条目写 `none`。")
        try fields.optional(
            "column", &column, .line, since: "0.2",
            "The id of the column's value, or `none` for the items without one.",
            zh: "列的值的 id；没有值的条目写 `none`。")
    }
}

extension FieldForm where Self == CountForm {
    /// The number of a claim, from 1.
    fileprivate static var claimNumber: CountForm { CountForm(range: 1...Limits.entries) }
}

/// A step, whose places in the file are kept until what it points at is known.
private struct StepForm: RefinedForm {
    let base = Nested<Tour.Step>()

    func read(_ value: Value) -> Tour.Step? {
        guard let step = base.read(value) else { return nil }
        value.context.steps.append(StepPlaces(of: value))
        return step
    }
}

/// What a step is at. A step outlives what it names: what the case does not have is taken out, with a warning.
private struct StepStop: FieldForm {
    func read(_ value: Value) -> ID<Entity>? { value.idText().map { ID($0) } }
    func json(_ stored: ID<Entity>) -> JSONValue? { .string(stored.text) }
    func pack(_ stored: ID<Entity>, into writer: inout PackWriter) { writer.entityReference(stored.text) }

    func unpack(from reader: inout PackReader) throws(PackError) -> ID<Entity> {
        try reader.entityReference()
    }

    var shape: FieldShape {
        FieldShape(
            words: Text(
                chinese: "条目、来源、地点或参与者的 id", english: "the id of an item, source, place or actor"),
            schema: .object([("$ref", .string("#/$defs/id"))]))
    }
}

/// An item that a step names and outlives.
private struct StepReference: RefinedForm {
    let base = Reference<Item>()

    func read(_ value: Value) -> ID<Item>? { value.idText().map { ID($0) } }
}
