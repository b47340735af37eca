import CaseModel

/// The bibliography as the input of citation processors (CSL 1.0.2, csl-data.json).
package struct CSLJSON: CaseFormat {
    private let language: Language

    /// The bibliography, told in a language as far as the case has it.
    package init(language: Language) {
        self.language = language
    }

    /// An array of items, in the case's order.
    package func text(of graph: CaseGraph) -> String {
        JSONValue.array(graph.case.sources.map(record)).rendered
    }

    private func record(_ source: Source) -> JSONValue {
        let other: Language = language == .chinese ? .english : .chinese
        let told = source.title[language] == nil ? other : language
        let container = source.container
        return .compact([
            ("id", .string(source.id.text)), ("type", .string(type(of: source))),
            ("title", .string(source.title.localized(in: language))),
            ("author", .array(authors(of: source))),
            ("issued", source.date.map(date) ?? .null),
            ("container-title", JSONValue(container?.title.localized(in: language))),
            ("volume", JSONValue(container?.volume)), ("issue", JSONValue(container?.issue)),
            ("page", JSONValue(container?.pages?.replacing("–", with: "-"))),
            ("number", JSONValue(source.documentNumber)),
            ("publisher", JSONValue(source.issuer?.localized(in: language))),
            ("DOI", JSONValue(source.doi)), ("URL", JSONValue(source.url)),
            ("accessed", source.accessed.map(date) ?? .null),
            ("language", .string(told == .chinese ? "zh-CN" : "en")),
            ("note", JSONValue(source.note?.localized(in: language))),
        ])
    }

    /// A name in Chinese characters and that of a body are set as they are, so they are `literal`.
    private func authors(of source: Source) -> [JSONValue] {
        if source.authors.isEmpty, let issuer = source.issuer {
            return [.object([("literal", .string(issuer.localized(in: language)))])]
        }
        return source.authors.map { author in
            if language == .chinese, let chinese = author.chinese {
                return .object([("literal", .string(chinese))])
            }
            return author.given.isEmpty
                ? .object([("literal", .string(author.family))])
                : .object([("family", .string(author.family)), ("given", .string(author.given))])
        }
    }

    private func date(_ date: PartialDate) -> JSONValue {
        let parts = [date.year, date.month, date.day].compactMap { $0 }.map { JSONValue.number(String($0)) }
        return .object([("date-parts", .array([.array(parts)]))])
    }

    private func type(of source: Source) -> String {
        switch source.form {
        case .paper: source.container == nil ? "manuscript" : "article-journal"
        case .news: "article-newspaper"
        case .law, .regulation: "legislation"
        case .plan, .opinion, .agreement, .notice, .statistics: "report"
        case .web: "webpage"
        }
    }
}
