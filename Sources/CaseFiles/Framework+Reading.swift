import CaseModel

extension Pane {
    /// Reads an entry of `panes`.
    init(from fields: inout Fields) {
        self.init(
            id: fields.ownID(Pane.self), title: fields.text("title"),
            question: fields.optionalText("question"))
    }
}

extension Kind {
    /// Reads an entry of `kinds`.
    init(from fields: inout Fields) {
        self.init(
            id: fields.ownID(Kind.self), pane: fields.reference("pane"), title: fields.text("title"),
            plural: fields.text("plural"), role: fields.choice("role", else: .element))
    }
}

extension Relation {
    /// Reads an entry of `relations`.
    init(from fields: inout Fields) {
        self.init(
            id: fields.ownID(Relation.self), title: fields.text("title"), inverse: fields.text("inverse"),
            flow: fields.choice("flow", else: .none))
    }
}

extension Status {
    /// Reads an entry of `statuses`.
    init(from fields: inout Fields) {
        self.init(
            id: fields.ownID(Status.self), title: fields.text("title"),
            stage: fields.choice("stage", else: .planned))
    }
}

extension Matrix {
    /// Reads the top-level key `matrix`.
    init(from fields: inout Fields) {
        self.init(
            rows: fields.reference("rows"), columns: fields.reference("columns"),
            cells: fields.reference("cells"))
    }
}
