import CaseModel

/// The bibliography in the tagged format of reference managers (RIS, Research Information Systems, 2011).
///
/// A field is a line, so line breaks in a text become blanks. The title in the other language is the `TT` of
/// translated titles. Whoever issued a text that nobody signed stands as its author; a comma at the end of the name
/// tells readers that it is no person's.
package struct RIS: CaseFormat {
    private let language: Language

    /// The bibliography, told in a language as far as the case has it.
    package init(language: Language) {
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
        let other: Language = language == .chinese ? .english : .chinese
        let told = source.title[language] == nil ? other : language
        let pages = (source.container?.pages ?? "").split { "-–—".contains($0) }.map(String.init)
        var lines: [(String, String?)] = [("TY", type(of: source)), ("ID", source.id.text)]
        lines += source.authors.map { author in
            ("AU", language == .chinese ? author.chinese ?? author.inverted : author.inverted)
        }
        if source.authors.isEmpty {
            lines.append(
                ("AU", source.issuer.map { $0.localized(in: language).replacing(",", with: "") + "," }))
        }
        lines += [
            ("TI", source.title.localized(in: told)),
            ("TT", source.title.isUniform ? nil : source.title[told == .chinese ? .english : .chinese]),
            ("T2", source.container?.title.localized(in: language)),
            ("PY", source.date.map { String($0.year) }), ("DA", source.date.map(day)),
            ("VL", source.container?.volume), ("IS", source.container?.issue),
            ("SP", pages.first), ("EP", pages.count > 1 ? pages.last : nil),
            ("M1", source.documentNumber), ("PB", source.issuer?.localized(in: language)),
            ("DO", source.doi), ("UR", source.url), ("Y2", source.accessed.map(day)),
            ("LA", told.rawValue), ("N1", source.note?.localized(in: language)),
        ]
        return lines.compactMap { tag, value in value.map { (tag, $0) } }
    }

    private func type(of source: Source) -> String {
        switch source.form {
        case .paper: source.container == nil ? "GEN" : "JOUR"
        case .news: "NEWS"
        case .plan, .statistics: "RPRT"
        case .law, .regulation: "STAT"
        case .opinion, .agreement, .notice: "GOVDOC"
        case .web: "ELEC"
        }
    }

    /// `YYYY/MM/DD/`, with what is not known left out between the slashes.
    private func day(_ date: PartialDate) -> String {
        let parts = date.description.split(separator: "-").map(String.init)
        return (parts + ["", "", ""]).prefix(3).joined(separator: "/") + "/"
    }
}
