/// References in the style of GB/T 7714—2015 (信息与文献 参考文献著录规则).
///
/// The type mark depends on the document and on how it was read: `[J]` for a journal article, `[N]` for a newspaper
/// article, `[R]` for a plan or statistics, `[EB/OL]` for a document known only from the web, `[Z]` for an official
/// text read elsewhere. A web page has its date in round and its last visit in square brackets (4.6.2).
///
/// The pages of a reference are those of the work or, with a locator, the cited page (8.8.2). A locator that is no
/// page number takes the same place verbatim (8.5).
package struct GBT7714: ReferenceStyle {
    package init() {}

    package var name: String { "GB/T 7714—2015" }

    /// The reference, ending in a full stop.
    package func reference(to source: Source, at locator: Text?, in language: LanguageTag) -> String {
        let title = source.title.localized(in: language) + (source.documentNumber.map { ": " + $0 } ?? "")
        let mark = Self.mark(of: source)
        let pages = Self.pages(of: source, at: locator, in: language)
        let text = sentences([
            Self.names(of: source, in: language), title + "[\(mark)]",
            mark.hasSuffix("/OL") && source.container == nil
                ? (pages ?? "") + Self.visit(of: source, withDateIn: language)
                : Self.appearance(of: source, on: pages, in: language, mark: mark),
        ])
        let address = [mark.hasSuffix("/OL") ? source.url : nil, source.doi.map { "DOI: " + $0 }]
            .compactMap { $0 }
        return address.isEmpty ? text : text + " " + address.joined(separator: ". ") + "."
    }

    /// The type mark, with the medium if the work was read on the web.
    private static func mark(of source: Source) -> String {
        let carrier = source.url != nil && source.doi == nil ? "/OL" : ""
        switch source.form {
        case .paper where source.container != nil: return "J" + carrier
        case .news where source.container != nil: return "N" + carrier
        case .plan, .statistics, .report: return "R" + carrier
        case .book, .chapter: return "M" + carrier
        case .thesis: return "D" + carrier
        case .standard: return "S" + carrier
        case .archive: return "A" + carrier
        case .dataset: return "DS" + carrier
        case .news: return source.url == nil ? "N" : "EB/OL"
        case .paper, .law, .opinion, .agreement, .regulation, .notice, .web, .interview, .film:
            return source.url == nil ? "Z" : "EB/OL"
        }
    }

    /// At most three names, then 等 or et al. (8.1.2). Names in pinyin have the given name in full, other Latin
    /// names as initials without full stops; family names are in capitals (8.1.1).
    private static func names(of source: Source, in language: LanguageTag) -> String? {
        guard !source.authors.isEmpty else { return source.issuer?.localized(in: language) }
        let names = source.authors.prefix(3).map { author in
            if language.nearest == .chinese, let chinese = author.chinese { return chinese }
            let given =
                author.chinese == nil
                ? author.initials.joined(separator: " ").filter { $0 != "." }.replacingHyphens : author.given
            return [author.family.uppercased(), given].filter { !$0.isEmpty }.joined(separator: " ")
        }
        let rest = source.authors.count > 3 ? [language.nearest == .chinese ? "等" : "et al"] : []
        return (names + rest).joined(separator: ", ")
    }

    /// `重庆大学学报（社会科学版）, 2026, 32(2): 27-41`: with a volume or issue, the year replaces the day.
    private static func appearance(
        of source: Source, on pages: String?, in language: LanguageTag, mark: String
    ) -> String {
        let container = source.container
        let issue = container?.issue.map { "(\($0))" } ?? ""
        let isNumbered = container?.volume != nil || !issue.isEmpty
        let date = source.date.map {
            Self.words(for: $0, isYearOnly: isNumbered && source.form != .news, in: language)
        }
        // Without a volume the issue stands right after the year: 2018(1).
        let when =
            [date ?? "", container?.volume ?? ""].filter { !$0.isEmpty }.joined(separator: ", ") + issue
        let place = [container?.title.localized(in: language) ?? "", when]
            .filter { !$0.isEmpty }.joined(separator: ", ")
        let visit = mark.hasSuffix("/OL") ? visit(of: source, withDateIn: nil) : ""
        guard let pages else { return place + visit }
        return (place.isEmpty ? "" : place + ": ") + pages + visit
    }

    /// The pages of the article, or the cited page; a named part does not replace them.
    private static func pages(of source: Source, at locator: Text?, in language: LanguageTag) -> String? {
        let filled = source.container?.pages?.hyphenated
        switch Locator(locator, in: language) {
        case .pages(let pages, _): return pages
        case .part(let part): return [filled, part].compactMap { $0 }.joined(separator: ", ")
        case nil: return filled
        }
    }

    /// A year or a date; one that is an estimate stands in square brackets (8.4.3).
    private static func words(
        for date: PartialDate, isYearOnly: Bool, in language: LanguageTag
    ) -> String {
        let known = date.undoubted
        let year = known.isPlain ? Text(String(date.year)) : date.yearInWords
        let words = (isYearOnly ? year : known.label).localized(in: language)
        return date.isDoubtful ? "[" + words + "]" : words
    }

    /// The last visit, behind the date of the page where a language for it is given.
    private static func visit(of source: Source, withDateIn language: LanguageTag?) -> String {
        let date = language.flatMap { language in
            source.date.map { "(" + words(for: $0, isYearOnly: false, in: language) + ")" }
        }
        return (date ?? "") + (source.accessed.map { "[\($0)]" } ?? "")
    }
}

extension String {
    fileprivate var replacingHyphens: String { String(map { $0 == "-" ? " " : $0 }) }
}
