import CaseModel

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
