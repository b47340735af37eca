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
            ("PY", source.date.flatMap(year)), ("DA", source.date.map(day)),
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

    /// The year in the four digits that the format has room for; nil for one that needs more or less.
    private func year(_ date: PartialDate) -> String? {
        let years = date.spanOfYears
        guard years.count == 1, (1...9999).contains(date.year) else { return nil }
        return String(String(10_000 + date.year).dropFirst())
    }

    /// `YYYY/MM/DD/`, with what is not known left out between the slashes, and what they have no room for behind the
    /// last.
    private func day(_ date: PartialDate) -> String {
        guard let year = year(date) else { return "///" + date.inWords.localized(in: language) }
        let parts = [date.month, date.day].map { $0.map { String(String(100 + $0).dropFirst()) } ?? "" }
        let season = date.season.map { language.nearest == .chinese ? $0.name.chinese : $0.name.english }
        let doubt = [date.isApproximate ? "circa" : nil, date.isUncertain ? "uncertain" : nil]
        let remarks = ([season] + doubt).compactMap { $0 }
        return ([year] + parts + [remarks.joined(separator: ", ")]).joined(separator: "/")
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

    /// Some year of several is a range. The numbers are those of historians: −1 is 1 BCE, and no year is 0.
    private func date(_ date: PartialDate) -> JSONValue {
        func parts(_ year: Int) -> JSONValue {
            let numbers = [year > 0 ? year : year - 1, date.month, date.day].compactMap { $0 }
            return .array(numbers.map { .number(String($0)) })
        }
        let years = date.spanOfYears
        let ends = years.count == 1 ? [date.year] : [years.lowerBound, years.upperBound]
        return JSONValue.object([
            ("date-parts", .array(ends.map(parts))),
            ("season", date.season.map { .count($0.rawValue - 20) } ?? .null),
            ("circa", date.isDoubtful || ends.count > 1 ? .bool(true) : .null),
        ]).compacted
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
