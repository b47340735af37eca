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
        let year = source.date.map { String($0.year) } ?? undated(in: language)
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
        guard !isPeriodical, let month = date.month else { return String(date.year) }
        switch language.nearest {
        case .chinese: return "\(date.year)年\(month)月" + (date.day.map { "\($0)日" } ?? "")
        case .english:
            return "\(date.year), \(months[month - 1])" + (date.day.map { " \($0)" } ?? "")
        }
    }

    private static func appearance(of source: Source, in language: LanguageTag) -> String? {
        guard let container = source.container else { return nil }
        let volume = (container.volume ?? "") + (container.issue.map { "(\($0))" } ?? "")
        return [container.title.localized(in: language), volume, container.pages ?? ""]
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}
