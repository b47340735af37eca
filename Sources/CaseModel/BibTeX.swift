/// References as entries of a BibTeX database, in UTF-8; `urldate`, `langid` and, in the notation of EDTF, the `date`
/// of what has no plain year are for biblatex.
///
/// The keys are the ids of the sources, which are unique and ASCII. Titles and the names of organisations are in
/// double braces, so that no style changes their capitals or parses an organisation as a person. Braces in a text
/// become commands, since BibTeX counts them even if escaped. A locator is no part of an entry but of the command
/// that cites it.
package struct BibTeX: ReferenceStyle {
    package init() {}

    package var name: String { "BibTeX" }

    /// The entry on several lines, ending in a closing brace; with a locator, it follows the citing command:
    /// `\cite[p.~28]{src-paper}`, a line that BibTeX ignores.
    package func reference(to source: Source, at locator: Text?, in language: LanguageTag) -> String {
        let entry = entry(of: source, in: language)
        guard let locator = Locator(locator, in: language) else { return entry }
        // Braces keep a bracket from ending the argument; an at sign would begin an entry.
        let place = Self.escaped(locator.worded(in: language).rangedForTeX)
            .replacing("@", with: "\\char64{}").replacing("p. ", with: "p.~")
        let kept = place.contains("]") ? "{" + place + "}" : place
        return "\\cite[" + kept + "]{" + source.id.text + "}\n" + entry
    }

    private func entry(of source: Source, in language: LanguageTag) -> String {
        let told = source.title.tag(preferring: language)
        let container = source.container
        var fields: [(name: String, value: String?)] = [
            ("author", Self.names(of: source, in: language)),
            ("title", Self.kept(source.title.localized(in: language))),
        ]
        let appearance =
            switch Self.type(of: source) {
            case "article": "journal"
            case "incollection": "booktitle"
            case _: "howpublished"
            }
        fields.append((appearance, (container?.title.localized(in: language)).map(Self.kept)))
        fields += [
            ("volume", container?.volume.map { "{" + Self.escaped($0) + "}" }),
            ("number", (container?.issue ?? source.documentNumber).map { "{" + Self.escaped($0) + "}" }),
            ("pages", container?.pages.map { "{" + Self.escaped($0.rangedForTeX) + "}" }),
            ("institution", Self.institution(of: source, in: language)),
            ("date", source.date.flatMap { $0.isPlain ? nil : "{\($0)}" }),
            ("year", source.date.map { "{" + Self.year(of: $0, in: language) + "}" }),
            ("month", source.date?.month.map { Self.months[$0 - 1] }),
            ("day", source.date?.day.map { "{\($0)}" }),
            ("doi", source.doi.map { "{" + Self.verbatim($0) + "}" }),
            ("url", source.url.map { "{" + Self.verbatim($0) + "}" }),
            ("urldate", source.accessed.map { "{\($0)}" }),
            ("langid", told.babelName.map { "{\($0)}" }),
        ]
        let lines = fields.compactMap { field in field.value.map { "  \(field.name) = \($0),\n" } }
        return "@\(Self.type(of: source)){\(source.id),\n" + lines.joined() + "}\n"
    }

    private static func year(of date: PartialDate, in language: LanguageTag) -> String {
        guard !date.isPlain else { return String(date.year) }
        return date.qualified(date.yearInWords).localized(in: language)
    }

    private static func type(of source: Source) -> String {
        switch source.form {
        case .paper, .news: source.container == nil ? "misc" : "article"
        case .plan, .statistics, .report: source.issuer == nil ? "misc" : "techreport"
        case .book: "book"
        case .chapter: "incollection"
        case .thesis: isMasters(source) ? "mastersthesis" : "phdthesis"
        case .law, .opinion, .agreement, .regulation, .notice, .web, .interview, .archive, .dataset,
            .standard, .film:
            "misc"
        }
    }

    /// Whether a thesis says of itself that it is one of a master.
    private static func isMasters(_ source: Source) -> Bool {
        source.genre?.wordings.contains { $0.lowercased().contains("master") || $0.contains("硕士") } ?? false
    }

    private static func institution(of source: Source, in language: LanguageTag) -> String? {
        guard type(of: source) == "techreport" else { return nil }
        return source.issuer.map { kept($0.localized(in: language)) }
    }

    private static func names(of source: Source, in language: LanguageTag) -> String? {
        guard !source.authors.isEmpty else { return source.issuer.map { kept($0.localized(in: language)) } }
        let names = source.authors.map { author in
            if language.nearest == .chinese, let chinese = author.chinese {
                return "{" + escaped(chinese) + "}"
            }
            return author.given.isEmpty ? "{" + escaped(author.family) + "}" : escaped(author.inverted)
        }
        return "{" + names.joined(separator: " and ") + "}"
    }

    private static func kept(_ text: String) -> String { "{{" + escaped(text) + "}}" }

    /// Text without any TeX command.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%", "&", "_", "#", "$": result += "\\" + String(scalar)
            case "{": result += "\\textbraceleft{}"
            case "}": result += "\\textbraceright{}"
            case "\\": result += "\\textbackslash{}"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            case "\n", "\r", "\t": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// An address, which styles set verbatim; only characters that would end the field are percent-encoded.
    private static func verbatim(_ text: String) -> String {
        let encoded: [Unicode.Scalar: String] = ["{": "%7B", "}": "%7D", "\\": "%5C"]
        return text.unicodeScalars.map { encoded[$0] ?? String($0) }.joined()
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}

extension String {
    /// Page ranges with two hyphens, which TeX sets as a dash.
    fileprivate var rangedForTeX: String {
        map { $0 == "–" || $0 == "—" || $0 == "-" ? "--" : String($0) }.joined()
    }
}

extension LanguageTag {
    /// What the `babel` package of LaTeX calls the language; nil where it has no name that is sure.
    fileprivate var babelName: String? { Self.babelNames[String(primary)] }

    private static let babelNames = [
        "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
        "en": "english", "es": "spanish", "fi": "finnish", "fr": "french", "he": "hebrew", "hi": "hindi",
        "hu": "hungarian", "id": "indonesian", "it": "italian", "ja": "japanese", "ko": "korean",
        "nl": "dutch", "no": "norsk", "pl": "polish", "pt": "portuguese", "ru": "russian", "sv": "swedish",
        "th": "thai", "tr": "turkish", "uk": "ukrainian", "vi": "vietnamese", "zh": "chinese",
    ]
}
