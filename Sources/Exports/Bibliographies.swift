import CaseFiles
import CaseModel

/// The bibliography in a citation style, in the case's order.
package struct ReferenceList: CaseFormat {
    private let style: any ReferenceStyle
    private let languages: [LanguageTag]

    /// References in these languages; equal ones are written once.
    package init(_ style: some ReferenceStyle, languages: [LanguageTag]) {
        self.style = style
        self.languages = languages
    }

    /// One reference a line, or an entry on several.
    package func text(of graph: CaseGraph) -> String {
        graph.case.sources.flatMap { source in
            languages.distinct { style.reference(to: source, in: $0) }
        }.map { $0.hasSuffix("\n") ? $0 + "\n" : $0.replacing("\n", with: " ") + "\n" }.joined()
    }
}

/// The bibliography in the tagged format of reference managers (RIS, Research Information Systems, 2011).
///
/// A field is one line, so that line breaks in a text become spaces. The title in the other language is the
/// translated title, `TT`. The issuer of a work without authors is its author; a comma at the end marks an
/// organisation.
package struct RIS: CaseFormat {
    private let language: LanguageTag

    /// The bibliography in a language, as far as the case has it.
    package init(language: LanguageTag) {
        self.language = language
    }

    /// The records, each line ending in CR LF.
    package func text(of graph: CaseGraph) -> String {
        graph.case.sources.map { source in
            lines(of: source).map { tag, value in
                "\(tag)  - \(value.replacing("\r\n", with: " ").replacing("\n", with: " "))\r\n"
            }.joined() + "ER  - \r\n\r\n"
        }.joined()
    }

    private func lines(of source: Source) -> [(String, String)] {
        let shown = source.title.tag(preferring: language)
        let pages = (source.container?.pages ?? "").split { "-–—".contains($0) }.map(String.init)
        var lines: [(String, String?)] = [("TY", type(of: source)), ("ID", source.id.text)]
        lines += source.authors.map { author in
            ("AU", language.nearest == .chinese ? author.chinese ?? author.inverted : author.inverted)
        }
        if source.authors.isEmpty {
            lines.append(
                ("AU", source.issuer.map { $0.localized(in: language).replacing(",", with: "") + "," }))
        }
        lines += [
            ("TI", source.title.localized(in: shown)),
            ("TT", source.title.translation(besides: shown)),
            ("T2", source.container?.title.localized(in: language)),
            ("PY", source.date.map { String($0.year) }), ("DA", source.date.map(day)),
            ("VL", source.container?.volume), ("IS", source.container?.issue),
            ("SP", pages.first), ("EP", pages.count > 1 ? pages.last : nil),
            ("M1", source.documentNumber), ("PB", source.issuer?.localized(in: language)),
            ("DO", source.doi), ("UR", source.url), ("Y2", source.accessed.map(day)),
            ("LA", shown.text), ("N1", source.note?.localized(in: language)),
        ]
        return lines.compactMap { tag, value in value.map { (tag, $0) } }
    }

    private func type(of source: Source) -> String {
        switch source.form {
        case .paper: source.container == nil ? "GEN" : "JOUR"
        case .news: "NEWS"
        case .plan, .statistics, .report: "RPRT"
        case .law, .regulation: "STAT"
        case .opinion, .agreement, .notice: "GOVDOC"
        case .web: "ELEC"
        case .book: "BOOK"
        case .chapter: "CHAP"
        case .thesis: "THES"
        case .interview: "PCOMM"
        case .archive: "MANSCPT"
        case .dataset: "DATA"
        case .standard: "STAND"
        case .film: "MPCT"
        }
    }

    /// `YYYY/MM/DD/`, with unknown parts left out.
    private func day(_ date: PartialDate) -> String {
        let parts = date.description.split(separator: "-").map(String.init)
        return (parts + ["", "", ""]).prefix(3).joined(separator: "/") + "/"
    }
}

/// The bibliography as the input of citation processors (CSL 1.0.2, csl-data.json).
package struct CSLJSON: CaseFormat {
    private let language: LanguageTag

    /// The bibliography in a language, as far as the case has it.
    package init(language: LanguageTag) {
        self.language = language
    }

    /// An array of items, in the case's order.
    package func text(of graph: CaseGraph) -> String {
        JSONValue.array(graph.case.sources.map(record)).rendered()
    }

    private func record(_ source: Source) -> JSONValue {
        let shown = source.title.tag(preferring: language)
        let container = source.container
        return JSONValue.object([
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
            ("language", .string(shown == .chinese ? "zh-CN" : shown.text)),
            ("note", JSONValue(source.note?.localized(in: language))),
        ]).compacted
    }

    /// Names in Chinese characters and those of organisations are `literal`, since they are not reordered.
    private func authors(of source: Source) -> [JSONValue] {
        if source.authors.isEmpty, let issuer = source.issuer {
            return [.object([("literal", .string(issuer.localized(in: language)))])]
        }
        return source.authors.map { author in
            if language.nearest == .chinese, let chinese = author.chinese {
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
        case .plan, .opinion, .agreement, .notice, .statistics, .report: "report"
        case .web: "webpage"
        case .book: "book"
        case .chapter: "chapter"
        case .thesis: "thesis"
        case .interview: "interview"
        case .archive: "manuscript"
        case .dataset: "dataset"
        case .standard: "standard"
        case .film: "motion_picture"
        }
    }
}

extension Text {
    /// A wording in another language than the one shown: English where there is one, else the first that differs.
    fileprivate func translation(besides shown: LanguageTag) -> String? {
        guard !isUniform else { return nil }
        let others = tags.filter { $0 != shown }
        return self[others.contains(.english) ? .english : others[0]]
    }
}
