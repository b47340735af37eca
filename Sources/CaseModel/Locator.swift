/// Where in a source something stands: by page, section, article and paragraph, in words, or both.
package struct Locator: Hashable, Sendable {
    /// The page or pages: `12`, `12-15`, `iv`.
    package var page: String?
    /// The section or chapter, by its number or heading.
    package var section: String?
    /// The article of a law, treaty or agreement.
    package var article: String?
    /// The paragraph of the article or section.
    package var paragraph: String?
    /// Anything else, such as a table or a preface.
    package var words: Text?

    /// A locator of these parts.
    package init(
        page: String? = nil, section: String? = nil, article: String? = nil, paragraph: String? = nil,
        words: Text? = nil
    ) {
        self.page = page
        self.section = section
        self.article = article
        self.paragraph = paragraph
        self.words = words
    }

    /// A locator in words alone.
    package init(_ words: Text) { self.words = words }

    /// The words, where it has no other part.
    package var onlyWords: Text? { self == Locator(words: words) ? words : nil }

    /// The locator in running text, in every language that it has words in: `第3条第2款` and `article 3, para. 2`.
    package var text: Text {
        if let onlyWords { return onlyWords }
        let tags = [.chinese, .english] + (words?.tags ?? []).filter { $0 != .chinese && $0 != .english }
        return Text(tags.map { ($0, worded(in: $0)) })
    }

    private func worded(in tag: LanguageTag) -> String {
        let pages = page.map { CitedPages($0).worded(in: tag) }
        let parts = self.parts(in: tag) + [pages].compactMap { $0 }
        return parts.joined(separator: tag.nearest == .chinese ? "，" : ", ")
    }

    /// All but the pages, the largest part first. In titles and references of English the parts have capitals.
    func parts(in tag: LanguageTag, withCapitals: Bool = false) -> [String] {
        let words = self.words?.localized(in: tag)
        switch tag.nearest {
        case .chinese:
            let measure = article == nil ? "段" : "款"
            let provision =
                (article.map { Self.chinese($0, "条") } ?? "")
                + (paragraph.map { Self.chinese($0, measure) } ?? "")
            return [section.map { Self.chinese($0, "节") }, provision, words].compactMap { $0 }
                .filter { !$0.isEmpty }
        case .english:
            let several = paragraph.map { $0.contains { "-–—,".contains($0) } } ?? false
            return [
                section.map { (withCapitals ? "Section " : "section ") + $0 },
                article.map { (withCapitals ? "Article " : "article ") + $0 },
                paragraph.map { (several ? "paras. " : "para. ") + $0.hyphenated.dashed }, words,
            ].compactMap { $0 }
        }
    }

    /// `第2节`; a heading stands in quotation marks, and what is written with its measure word as it is.
    private static func chinese(_ part: String, _ measure: String) -> String {
        if part.hasPrefix("第") || part.hasSuffix(measure) { return part }
        let isNumber = part.unicodeScalars.allSatisfy {
            "0123456789.-–—,()ivxlcIVXLC一二三四五六七八九十百千零〇".unicodeScalars.contains($0)
        }
        return isNumber || part.count == 1 ? "第\(part.hyphenated.dashed)\(measure)" : "“\(part)”一\(measure)"
    }
}

/// Page numbers, as they are written or printed: `p. 3`, `pp. 3–5`, `第3页` and a bare `3`.
struct CitedPages: Equatable {
    /// The numbers alone, ranges with a hyphen.
    let numbers: String

    init(_ text: String) {
        var numbers = text.filter { $0 != " " }[...]
        let lowered = numbers.lowercased()
        for sign in ["pages", "page", "pp.", "p.", "第"] where lowered.hasPrefix(sign) {
            numbers = numbers.dropFirst(sign.count)
            break
        }
        if numbers.hasSuffix("页") { numbers.removeLast() }
        self.numbers = numbers.hyphenated
    }

    /// True for digits, hyphens and commas, which nothing but pages consists of.
    var areDigits: Bool {
        numbers.first?.isNumber == true
            && numbers.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == ",") }
    }

    /// The pages in running text: `p. 28`, `pp. 28–30`, `第28页`.
    func worded(in language: LanguageTag) -> String {
        switch language.nearest {
        case .chinese: "第\(numbers.dashed)页"
        case .english: (numbers.contains { $0 == "-" || $0 == "," } ? "pp. " : "p. ") + numbers.dashed
        }
    }
}

/// The cited part of a source in a language: its pages, and what else the locator names.
struct CitedPart: Equatable {
    let pages: CitedPages?
    let others: [String]

    /// The part that a locator names; nil for none. Words such as `p. 3` are pages.
    init?(_ locator: Locator?, in language: LanguageTag, withCapitals: Bool = false) {
        guard let locator else { return nil }
        if let words = locator.onlyWords?.localized(in: language), CitedPages(words).areDigits {
            (pages, others) = (CitedPages(words), [])
        } else {
            pages = locator.page.map { CitedPages($0) }
            others = locator.parts(in: language, withCapitals: withCapitals).filter { !$0.isEmpty }
        }
        if pages == nil, others.isEmpty { return nil }
    }

    /// The part in running text: `p. 28`, `摘要`, `section 2, p. 3`.
    func worded(in language: LanguageTag) -> String {
        (others + [pages?.worded(in: language)].compactMap { $0 })
            .joined(separator: language.nearest == .chinese ? "，" : ", ")
    }
}

extension StringProtocol {
    /// Page ranges with a hyphen in place of any dash.
    var hyphenated: String { String(map { $0 == "–" || $0 == "—" ? "-" : $0 }) }

    /// Page ranges with a dash in place of any hyphen.
    var dashed: String { String(map { $0 == "-" ? "–" : $0 }) }
}
