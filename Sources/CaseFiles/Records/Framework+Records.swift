import CaseModel

// The records that say what a case is made of: panes, kinds, relations, statuses, the matrix.

extension Pane: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "pane", subject: Text(chinese: "栏", english: "the pane"),
        purpose: Text(
            chinese: "框架的一部分，显示为一栏；每个案例恰有三栏。",
            english: "One part of the framework, shown as a column; a case has exactly three."),
        example: """
            panes:
              - id: rules
                title: {zh: 规则, en: Rules}
                question: {zh: 谁可以取水？, en: Who may take water?}
            """)

    package static var blank: Pane { Pane(id: ID(""), title: Text("")) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.ownID(&id, "Its id.", zh: "栏的 id。")
        try fields.required("title", &title, .text, "Its title.", zh: "栏的标题。")
        try fields.optional(
            "question", &question, .text, "The question that the pane answers, in one line.",
            zh: "本栏回答的问题，一行。")
    }
}

extension Kind: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "kind", subject: Text(chinese: "类别", english: "the kind"),
        purpose: Text(chinese: "条目的类别；各栏按类别分组。", english: "A kind of item; a pane groups its items by kind."),
        example: """
            kinds:
              - id: rule-in-use
                pane: rules
                title: {zh: 实际规则, en: rule in use}
                plural: {zh: 实际规则, en: rules in use}
                role: arrangement
            """)

    package static var blank: Kind {
        Kind(id: ID(""), pane: ID(""), title: Text(""), plural: Text(""), role: .element)
    }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.ownID(&id, "Its id.", zh: "类别的 id。")
        try fields.required(
            "pane", &pane, Reference(), "The pane that holds items of this kind.", zh: "此类条目所在的栏。")
        try fields.required("title", &title, .text, "What one such item is called.", zh: "一个此类条目的称呼。")
        try fields.required("plural", &plural, .text, "What several are called.", zh: "多个此类条目的称呼。")
        try fields.required(
            "role", &role, Choice(),
            "What the kind is to the program: chains start at a `driver` and end at a `project`; it also decides what the timeline and the matrix show at first.",
            zh: "类别对程序的意义：链条始于 `driver`，终于 `project`；时间线与矩阵的初始内容也由它决定。")
        try fields.defaulted(
            "evidence", &evidence, Choice(), to: .expected, since: "0.2",
            "Whether items of this kind are to have evidence; `check` warns of those without.",
            zh: "此类条目应否附证据；缺证据者，`check` 会警告。")
    }
}

extension Relation: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "relation", subject: Text(chinese: "关系", english: "the relation"),
        purpose: Text(chinese: "条目之间链接的类别。", english: "A kind of link between items."),
        example: """
            relations:
              - id: implements
                title: {zh: 落实, en: implements}
                inverse: {zh: 由其落实, en: is implemented by}
                flow: backward
            """)

    package static var blank: Relation {
        Relation(id: ID(""), title: Text(""), inverse: Text(""), flow: .none)
    }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.ownID(&id, "Its id.", zh: "关系的 id。")
        try fields.required(
            "title", &title, .text, "How it reads from the item that states it.", zh: "从陈述链接的条目读来的说法。")
        try fields.required(
            "inverse", &inverse, .text, "How it reads from the item that it names.", zh: "从被指条目读来的说法。")
        try fields.required(
            "flow", &flow, Choice(),
            "Which way influence runs, from drivers towards projects: `forward` from the item that states the link, `backward` towards it, `none` for mere kinship, which carries no chain.",
            zh: "影响的方向（由驱动到项目）：`forward` 由陈述者指向所指，`backward` 反之，`none` 只表示亲缘，不成链。")
    }
}

extension Status: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "status", subject: Text(chinese: "状态", english: "the status"),
        purpose: Text(chinese: "条目可能处于的状态。", english: "A status that items can have."),
        example: """
            statuses:
              - {id: operating, title: {zh: 运行中, en: operating}, stage: in-force}
            """)

    package static var blank: Status { Status(id: ID(""), title: Text(""), stage: .planned) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.ownID(&id, "Its id.", zh: "状态的 id。")
        try fields.required("title", &title, .text, "What it is called.", zh: "状态的称呼。")
        try fields.required(
            "stage", &stage, Choice(), "How far along it is, in terms that every case shares.",
            zh: "进展阶段，用各案例共有的词。")
    }
}

extension Matrix: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "matrix", subject: Text(chinese: "矩阵", english: "the matrix"),
        purpose: Text(
            chinese: "证据缺口矩阵以何为行、列、格。", english: "What the evidence-gap matrix crosses and counts."),
        example: """
            matrix: {rows: field, columns: mode, cells: project}
            """)

    package static var blank: Matrix { Matrix(rows: ID(""), columns: ID(""), cells: ID("")) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.required("rows", &rows, Reference(), "The kind whose items are the rows.", zh: "作行的类别。")
        try fields.required(
            "columns", &columns, Reference(), "The kind whose items are the columns.", zh: "作列的类别。")
        try fields.required(
            "cells", &cells, Reference(), "The kind whose items fill the cells.", zh: "填入格中的类别。")
    }
}
