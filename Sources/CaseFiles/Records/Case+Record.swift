import CaseModel

extension Case: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "file", subject: Text(chinese: "案例文件", english: "a case"),
        purpose: Text(
            chinese: "案例文件的顶层键；各文件的列表依文件路径的次序相接。",
            english:
                "The top-level keys of a case's files; lists of several files are joined in the order of their paths."
        ),
        example: """
            format: 1
            case: {id: rivers, title: Governing three rivers}
            panes:
              - {id: resource, title: Resource}
              - {id: rules, title: Rules}
              - {id: action, title: Action}
            """)

    package static var blank: Case { Case(manifest: .blank) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.field(
            "case", &manifest, Nested(),
            FieldNote(need: .once, since: "0.1", chinese: "总述。", english: "The manifest."))
        try fields.list(
            "panes", &panes, of: Nested(), need: .once, "The three parts, left to right.", zh: "三栏，自左至右。")
        try fields.list(
            "kinds", &kinds, of: Nested(), "The kinds of item, in the order in which a pane groups them.",
            zh: "条目的类别，按栏中分组的次序。")
        try fields.list("relations", &relations, of: Nested(), "The kinds of link.", zh: "链接的类别。")
        try fields.list("statuses", &statuses, of: Nested(), "The statuses.", zh: "状态。")
        try fields.optional(
            "matrix", &matrix, Nested(), "What the evidence-gap matrix crosses.", zh: "证据缺口矩阵。")
        try fields.entities("sources", &sources, "The bibliography.", zh: "参考文献。")
        try fields.entities(
            "items", &items, "The items, in the order in which they are listed.",
            zh: "条目，按列出的次序。")
        try fields.entities("places", &places, "The gazetteer.", zh: "地名录。")
        try fields.entities("actors", &actors, "The directory of those who act.", zh: "参与者名录。")
        try fields.list("tours", &tours, of: Nested(), "The presentations.", zh: "讲解路线。")
    }
}
