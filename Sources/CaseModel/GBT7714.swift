/// References as GB/T 7714—2015 (信息与文献 参考文献著录规则) has them.
///
/// The mark of the type follows what the document is and how it was read: `[J]` an article of a journal, `[N]` of a
/// newspaper, `[R]` a plan, report or statistics, `[M]` a book, `[D]` a thesis, `[S]` a standard, `[A]` a document of
/// an archive, `[DS]` a data set, `[EB/OL]` what is known from the web only, `[Z]` an official text that was not seen
/// there, and what has no mark of its own (appendix B). A page on the web gives its date in round and its last visit in square brackets (4.6.2).
///
/// Of a work that was read the pages are those that it fills; of one that is cited, the page where the cited
/// words stand (8.8.2). What has no page number stands in the same place as it is (8.5).
package struct GBT7714: ReferenceStyle {
    /// The style.
    package init() {}

    /// `GB/T 7714—2015`.
    package var name: String { "GB/T 7714—2015" }

    /// The reference, ending in a full stop.
    package func reference(to source: Source, at locator: Text?, in language: LanguageTag) -> String {
        let title = source.title.localized(in: language) + (source.documentNumber.map { ": " + $0 } ?? "")
        let mark = Self.mark(of: source)
        let pages = Self.pages(of: source, at: locator, in: language)
        let text = sentences([
            Self.names(of: source, in: language), title + "[\(mark)]",
            mark.hasSuffix("/OL") && source.container == nil
                ? (pages ?? "") + Self.visit(of: source, withDate: true)
                : Self.appearance(of: source, on: pages, in: language, mark: mark),
        ])
        let address = [mark.hasSuffix("/OL") ? source.url : nil, source.doi.map { "DOI: " + $0 }]
            .compactMap { $0 }
        return address.isEmpty ? text : text + " " + address.joined(separator: ". ") + "."
    }

    /// The type, with its carrier where it was read on the web.
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

    /// At most three names, then 等 or et al. (8.1.2). Names in pinyin keep the given name whole, other Latin names
    /// have it in initials without full stops; family names are in capitals (8.1.1).
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

    /// `重庆大学学报（社会科学版）, 2026, 32(2): 27-41`: a volume or issue says more than the day of its date.
    private static func appearance(
        of source: Source, on pages: String?, in language: LanguageTag, mark: String
    ) -> String {
        let container = source.container
        let issue = container?.issue.map { "(\($0))" } ?? ""
        let isNumbered = container?.volume != nil || !issue.isEmpty
        let date = source.date.map { isNumbered && source.form != .news ? String($0.year) : $0.description }
        // Without a volume the issue stands right after the year: 2018(1).
        let when =
            [date ?? "", container?.volume ?? ""].filter { !$0.isEmpty }.joined(separator: ", ") + issue
        let place = [container?.title.localized(in: language) ?? "", when]
            .filter { !$0.isEmpty }.joined(separator: ", ")
        let visit = mark.hasSuffix("/OL") ? visit(of: source, withDate: false) : ""
        guard let pages else { return place + visit }
        return (place.isEmpty ? "" : place + ": ") + pages + visit
    }

    /// The pages of the article, the cited one instead; a part that has a name does not replace them.
    private static func pages(of source: Source, at locator: Text?, in language: LanguageTag) -> String? {
        let filled = source.container?.pages?.hyphenated
        switch Locator(locator, in: language) {
        case .pages(let pages, _): return pages
        case .part(let part): return [filled, part].compactMap { $0 }.joined(separator: ", ")
        case nil: return filled
        }
    }

    private static func visit(of source: Source, withDate: Bool) -> String {
        let date = withDate ? source.date.map { "(\($0))" } ?? "" : ""
        return date + (source.accessed.map { "[\($0)]" } ?? "")
    }
}

extension String {
    fileprivate var replacingHyphens: String { String(map { $0 == "-" ? " " : $0 }) }
}
