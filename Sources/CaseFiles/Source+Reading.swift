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
    /// An address that a browser may be sent to.
    fileprivate func webAddress() -> String? {
        guard let text = string(.address) else { return nil }
        let scheme = ["https://", "http://"].first { text.hasPrefix($0) }
        guard let scheme, text.utf8.count > scheme.utf8.count,
            !text.unicodeScalars.contains(where: \.properties.isWhitespace)
        else {
            report(.badAddress(text))
            return nil
        }
        return text
    }

    /// A digital object identifier: `10.`, a registrant, a slash and a suffix (ISO 26324).
    fileprivate func doi() -> String? {
        guard let text = string(.address) else { return nil }
        guard text.hasPrefix("10."), text.contains("/"), !text.contains(" ") else {
            report(.badDOI(text))
            return nil
        }
        return text
    }
}
