/// References as GB/T 7714—2015 (信息与文献 参考文献著录规则) has them.
///
/// The mark of the type follows what the document is and how it was read: `[J]` an article of a journal, `[N]` of a
/// newspaper, `[R]` a plan or statistics, `[EB/OL]` what is known from the web only, `[Z]` an official text that
/// was not seen there. A page on the web gives its date in round and its last visit in square brackets (8.8).
public struct GBT7714: ReferenceStyle {
    /// The style.
    public init() {}

    /// The reference, ending in a full stop unless it ends in an address.
    public func reference(to source: Source, in language: Language) -> String {
        let title = source.title.reading(in: language) + (source.documentNumber.map { ": " + $0 } ?? "")
        let mark = Self.mark(of: source)
        var parts: [String?] = [Self.names(of: source, in: language), title + "[\(mark)]"]
        parts.append(
            mark.hasSuffix("/OL") && source.container == nil
                ? Self.visit(of: source, withDate: true)
                : Self.appearance(of: source, in: language, mark: mark))
        let text = sentences(parts)
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
        case .plan, .statistics: return "R" + carrier
        case .news: return source.url == nil ? "N" : "EB/OL"
        case .paper, .law, .opinion, .agreement, .regulation, .notice, .web:
            return source.url == nil ? "Z" : "EB/OL"
        }
    }

    /// At most three names, then 等 or et al. (8.1.2). Names in pinyin keep the given name whole, other Latin names
    /// have it in initials without full stops; family names are in capitals (8.1.1).
    private static func names(of source: Source, in language: Language) -> String? {
        guard !source.authors.isEmpty else { return source.issuer?.reading(in: language) }
        let names = source.authors.prefix(3).map { author in
            if language == .chinese, let chinese = author.chinese { return chinese }
            let given =
                author.chinese == nil
                ? author.initials.joined(separator: " ").filter { $0 != "." }.replacingHyphens : author.given
            return [author.family.uppercased(), given].filter { !$0.isEmpty }.joined(separator: " ")
        }
        let rest = source.authors.count > 3 ? [language == .chinese ? "等" : "et al"] : []
        return (names + rest).joined(separator: ", ")
    }

    /// `重庆大学学报（社会科学版）, 2026, 32(2): 27-41`: a volume or issue says more than the day of its date.
    private static func appearance(of source: Source, in language: Language, mark: String) -> String? {
        let container = source.container
        let issue = container?.issue.map { "(\($0))" } ?? ""
        let isNumbered = container?.volume != nil || !issue.isEmpty
        let date = source.date.map { isNumbered && source.form != .news ? String($0.year) : $0.description }
        // Without a volume the issue stands right after the year: 2018(1).
        let when =
            [date ?? "", container?.volume ?? ""].filter { !$0.isEmpty }.joined(separator: ", ") + issue
        let place = [container?.title.reading(in: language) ?? "", when]
            .filter { !$0.isEmpty }.joined(separator: ", ")
        let pages = container?.pages.map { ": " + $0 } ?? ""
        let visit = mark.hasSuffix("/OL") ? visit(of: source, withDate: false) ?? "" : ""
        return place + pages + visit
    }

    private static func visit(of source: Source, withDate: Bool) -> String? {
        let date = withDate ? source.date.map { "(\($0))" } ?? "" : ""
        return date + (source.accessed.map { "[\($0)]" } ?? "")
    }
}

extension String {
    fileprivate var replacingHyphens: String { String(map { $0 == "-" ? " " : $0 }) }
}
