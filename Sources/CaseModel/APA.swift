/// References in the style of the seventh edition of the Publication Manual of the American Psychological
/// Association, as plain text without italics. A locator is part of the in-text citation only, with author and year
/// (8.13).
package struct APA: ReferenceStyle {
    package init() {}

    package var name: String { "APA 7" }

    /// The reference, without a full stop after an address; with a locator, it follows the in-text citation: `(Zhao
    /// & Zhang, 2026, p. 28)`.
    package func reference(to source: Source, at locator: Text?, in language: LanguageTag) -> String {
        let names = Self.names(of: source, in: language)
        let title =
            source.title.localized(in: language) + (source.documentNumber.map { " (\($0))" } ?? "")
        let date = "(" + Self.date(of: source, in: language) + ")"
        // Without an author, the title comes first (9.12).
        let opening = names.map { [$0, date, title] } ?? [title, date]
        let address = source.doi.map { "https://doi.org/" + $0 } ?? source.url
        let text = sentences(opening + [Self.appearance(of: source, in: language)])
        let reference = [text, address].compactMap { $0 }.joined(separator: " ")
        guard let locator = Locator(locator, in: language) else { return reference }
        return Self.citation(of: source, at: locator, in: language) + "\n" + reference
    }

    /// Up to two names; of more, the first and et al. (8.17). A work without an author is cited by its title
    /// (8.14).
    private static func citation(
        of source: Source, at locator: Locator, in language: LanguageTag
    ) -> String {
        let names = source.authors.map { author in
            language.nearest == .chinese ? author.chinese ?? author.family : author.family
        }
        let who =
            switch names.count {
            case 0: source.issuer?.localized(in: language) ?? "“\(source.title.localized(in: language))”"
            case 1, 2: names.joined(separator: " & ")
            default: names[0] + (language.nearest == .chinese ? " 等" : " et al.")
            }
        let year = source.date.map { Self.year(of: $0, in: language) } ?? undated(in: language)
        return "(" + [who, year, locator.worded(in: language)].joined(separator: ", ") + ")"
    }

    private static func undated(in language: LanguageTag) -> String {
        language.nearest == .chinese ? "无日期" : "n.d."
    }

    /// Up to twenty names; of more, the first nineteen and the last (9.8).
    private static func names(of source: Source, in language: LanguageTag) -> String? {
        guard !source.authors.isEmpty else { return source.issuer?.localized(in: language) }
        let names = source.authors.map { author in
            if language.nearest == .chinese, let chinese = author.chinese { return chinese }
            return [author.family, author.initials.joined(separator: " ")]
                .filter { !$0.isEmpty }.joined(separator: ", ")
        }
        guard names.count > 1, let last = names.last else { return names.first }
        if names.count > 20 { return names.prefix(19).joined(separator: ", ") + ", . . . " + last }
        return names.dropLast().joined(separator: ", ") + ", & " + last
    }

    /// The year of a work with a volume, else the day.
    private static func date(of source: Source, in language: LanguageTag) -> String {
        guard let date = source.date else { return undated(in: language) }
        let isPeriodical = source.form == .paper && source.container != nil
        guard !isPeriodical, date.month != nil || date.season != nil else {
            return year(of: date, in: language)
        }
        switch language.nearest {
        case .chinese: return date.inWords.localized(in: .chinese)
        case .english:
            let season = date.season.map {
                $0.name.english.prefix(1).uppercased() + $0.name.english.dropFirst()
            }
            let month = date.month.map { PartialDate.english(month: $0) + (date.day.map { " \($0)" } ?? "") }
            let year = date.yearInWords.localized(in: .english)
            return date.qualified(
                Text("\(year), \(season ?? month ?? "")"), circa: "ca. "
            ).localized(in: .english)
        }
    }

    /// The year, about when it was, or before our era: `ca. 350 BCE`.
    private static func year(of date: PartialDate, in language: LanguageTag) -> String {
        guard !date.isPlain else { return String(date.year) }
        return date.qualified(date.yearInWords, circa: "ca. ").localized(in: language)
    }

    private static func appearance(of source: Source, in language: LanguageTag) -> String? {
        guard let container = source.container else { return nil }
        let volume = (container.volume ?? "") + (container.issue.map { "(\($0))" } ?? "")
        return [container.title.localized(in: language), volume, container.pages ?? ""]
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
