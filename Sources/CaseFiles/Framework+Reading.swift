import CaseModel

extension Manifest {
    /// Reads the top-level key `case`.
    init(from fields: inout Fields) {
        let id = fields.required("id")?.idText() ?? ""
        self.init(id: ID(id), title: fields.text("title"))
        subtitle = fields.optionalText("subtitle")
        authors = fields.strings("authors")
        licence = fields.optionalString("licence")
        about = Self.paragraphs(fields.optional("about"))
        cites = fields.optionalReference("cites")
        languages = Self.languages(fields.optional("languages"))
    }

    /// One text or a list of them.
    private static func paragraphs(_ value: Value?) -> [Text] {
        guard let value else { return [] }
        if case .sequence = value.node { return value.elements().compactMap { $0.text(.prose) } }
        return value.text(.prose).map { [$0] } ?? []
    }

    private static func languages(_ value: Value?) -> [Language] {
        guard let value else { return Language.allCases }
        var languages: [Language] = []
        for element in value.elements() {
            guard let language = element.choice(Language.self) else { continue }
            if languages.contains(language) {
                element.report(.listedTwice("language", language.rawValue))
            } else {
                languages.append(language)
            }
        }
        return languages
    }
}

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
