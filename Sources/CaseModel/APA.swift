/// References in the style of the seventh edition of the Publication Manual of the American Psychological
/// Association, as plain text without italics. A locator is part of the in-text citation only, with author and year
/// (8.13).
///
/// A work in another language than the reader's has its own title with a translation in square brackets (9.38). Where
/// the case spells a text in Latin letters, as `zh-Latn`, it stands in these for who reads such; the program spells
/// nothing by itself, since a character may be read in several ways. People whose names are not in the reader's script
/// are named in pinyin, as the manual asks of a list in English.
package struct APA: ReferenceStyle {
    package init() {}

    package var name: String { "APA 7" }

    package var isSorted: Bool { true }

    /// The reference, without a full stop after an address; with a locator, it follows the in-text citation: `(Zhao
    /// & Zhang, 2026, p. 28)`.
    package func reference(to source: Source, at locator: Locator?, in reader: LanguageTag) -> String {
        let work = CitedWork(source, for: reader, inLatin: true)
        let reference = Self.reference(to: work, suffix: "")
        guard let part = CitedPart(locator, in: Self.language(of: work), withCapitals: true) else {
            return reference
        }
        return Self.citation(of: work, at: part) + "\n" + reference
    }

    /// The references in the order of their authors and dates: none, a year, a day of it (9.44–9.47); works of the same
    /// author and year have a letter behind the year. An article at the beginning counts for nothing.
    package func list(
        of sources: [Source], in reader: LanguageTag, collation: (String) -> String
    ) -> [String] {
        let works = sources.map { CitedWork($0, for: reader, inLatin: true) }
        let entries = works.map { work in
            let title = collation(Self.named(work).withoutArticle)
            let names = Self.names(of: work).map { collation($0.withoutArticle) }
            return (work: work, names: names ?? title, date: Self.parts(ofDateOf: work), title: title)
        }.sorted { first, second in
            if first.names != second.names { return first.names < second.names }
            if first.date != second.date { return first.date.lexicographicallyPrecedes(second.date) }
            return first.title < second.title
        }
        var together: [String: Int] = [:]
        let keys = entries.map { "\($0.names)\u{1F}\(Self.year(of: $0.work))" }
        for key in keys { together[key, default: 0] += 1 }
        var seen: [String: Int] = [:]
        return zip(entries, keys).map { entry, key in
            let number = seen[key, default: 0]
            seen[key] = number + 1
            let hasSuffix = (together[key] ?? 0) > 1 && Self.names(of: entry.work) != nil
            return Self.reference(to: entry.work, suffix: hasSuffix ? Self.letters(number) : "")
        }
    }

    /// The parts of the date that a reference shows, in the order of time.
    private static func parts(ofDateOf work: CitedWork) -> [Int] {
        guard let date = work.source.date else { return [] }
        if isDatedByYear(work) { return [date.year] }
        return [date.year, date.month ?? date.season?.rawValue, date.day].compactMap { $0 }
    }

    /// `a` to `z`, then `aa`.
    private static func letters(_ number: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(97 + number % 26)))
        return number < 26 ? letter : letters(number / 26 - 1) + letter
    }

    private static func reference(to work: CitedWork, suffix: String) -> String {
        let source = work.source
        let date = "(" + date(of: work, suffix: suffix) + ")"
        let title = title(of: work)
        // Without an author, the title comes first (9.12).
        let opening = names(of: work).map { [$0, date, title] } ?? [title, date]
        let text = sentences(opening + [appearance(of: work), publisher(of: work)])
        return [text, address(of: work), source.url == nil ? work.copyRemark(in: language(of: work)) : nil]
            .compactMap { $0 }.joined(separator: " ")
    }

    // MARK: Names

    /// The language in which people are named and the style has its words: that of the work, unless the reader has
    /// another script.
    static func language(of work: CitedWork) -> LanguageTag {
        work.reader.nearest == .english && work.language.nearest == .chinese ? .english : work.language
    }

    /// Up to twenty names; of more, the first nineteen and the last (9.8).
    private static func names(of work: CitedWork) -> String? {
        guard !work.signatories.isEmpty else {
            let translation = work.translation(of: work.organisation).map { " [\($0)]" } ?? ""
            guard let bodies = work.organisationsInReference else { return nil }
            return joined(bodies, in: language(of: work), comma: ", & ") + translation
        }
        let names = names(work.signatories, in: language(of: work), isInverted: true)
        return names + (role(of: work).map { " (\($0))" } ?? "")
    }

    /// What those who sign a work did, where that is not to write it.
    private static func role(of work: CitedWork) -> String? {
        let isChinese = language(of: work).nearest == .chinese
        if work.isEditedBook { return sign(ofEditors: work.signatories, in: language(of: work)) }
        guard work.source.form == .film else { return nil }
        let isOne = work.signatories.count == 1
        return isChinese ? "导演" : isOne ? "Director" : "Directors"
    }

    static func names(
        _ people: [Source.Author], in language: LanguageTag, isInverted: Bool
    ) -> String {
        let names = people.map { person in
            switch person.personName(in: language) {
            case .whole(let name): return name
            case .parts(let family, _, _):
                let initials = person.initials.joined(separator: " ")
                let suffix = person.suffix.map { (isInverted ? ", " : " ") + $0 } ?? ""
                return (isInverted ? family + ", " + initials : initials + " " + family) + suffix
            }
        }
        if names.count > 20 {
            return names.prefix(19).joined(separator: ", ") + ", . . . " + names[names.count - 1]
        }
        // Inverted names have commas of their own, so that one stands before the last of two as well.
        return joined(names, in: language, comma: isInverted || names.count > 2 ? ", & " : " & ")
    }

    /// Names with an ampersand before the last; Chinese names stand in a row.
    private static func joined(_ names: [String], in language: LanguageTag, comma: String) -> String {
        guard names.count > 1, language.nearest == .english else { return names.joined(separator: ", ") }
        return names.dropLast().joined(separator: ", ") + comma + names[names.count - 1]
    }

    /// Up to two names; of more, the first and et al. (8.17). A work without an author is cited by what its reference
    /// begins with, so that it is found in the list: its organisation, or its title (8.14).
    private static func citation(of work: CitedWork, at part: CitedPart) -> String {
        let language = Self.language(of: work)
        let names = work.signatories.map { author in
            switch author.personName(in: language) {
            case .whole(let name): name
            case .parts(let family, _, _): family
            }
        }
        let who =
            switch names.count {
            case 0:
                work.organisationsInReference.map { joined($0, in: language, comma: " & ") }
                    ?? (work.isTitleDescriptive ? ownTitle(of: work) : "“\(ownTitle(of: work))”")
            case 1, 2: names.joined(separator: language.nearest == .chinese ? ", " : " & ")
            default: names[0] + (language.nearest == .chinese ? " 等" : " et al.")
            }
        return "(" + [who, year(of: work), part.worded(in: language)].joined(separator: ", ") + ")"
    }

    /// The title by which a work without an author is sorted: what it begins with, unless the reader cannot spell that.
    private static func named(_ work: CitedWork) -> String {
        let isSpelled = work.isTitleSpelled || work.title.isSpelled(by: work.reader)
        if isSpelled, !work.isTitleDescriptive { return work.title }
        return work.translation(of: work.source.title) ?? work.title
    }

    // MARK: Dates

    private static func undated(in language: LanguageTag) -> String {
        language.nearest == .chinese ? "无日期" : "n.d."
    }

    /// True for what is dated by its year alone, as a patent is by that of its grant (10.4).
    private static func isDatedByYear(_ work: CitedWork) -> Bool {
        work.isPeriodical || work.isPublishedByYear || work.genre == .patent
    }

    /// The year of a work that is dated by it, else the day.
    private static func date(of work: CitedWork, suffix: String) -> String {
        let language = Self.language(of: work)
        guard let date = work.source.date else {
            return undated(in: language) + (suffix.isEmpty ? "" : "-" + suffix)
        }
        let year = date.yearInWords.phrase(in: language.nearest)
        guard !isDatedByYear(work), date.month != nil || date.season != nil else {
            return Self.year(of: work) + suffix
        }
        switch language.nearest {
        case .chinese:
            let words = date.inWords.localized(in: .chinese)
            // The letter belongs to the year: 2020b, 3月.
            guard !suffix.isEmpty, date.isPlain, words.hasPrefix(year) else { return words + suffix }
            return "\(date.year)\(suffix), " + words.dropFirst(year.count)
        case .english:
            let season = date.season.map {
                $0.name.english.prefix(1).uppercased() + $0.name.english.dropFirst()
            }
            return date.qualified(
                Text("\(year)\(suffix), \(season ?? monthAndDay(of: date) ?? "")"), circa: "ca. "
            ).localized(in: .english)
        }
    }

    /// `November 28`, or the month alone; nil for a date without one.
    private static func monthAndDay(of date: PartialDate) -> String? {
        date.month.map { PartialDate.english(month: $0) + (date.day.map { " \($0)" } ?? "") }
    }

    /// The year, about when it was, or before our era: `ca. 350 BCE`.
    private static func year(of work: CitedWork) -> String {
        guard let date = work.source.date else { return undated(in: language(of: work)) }
        // A season is that of a year like any other.
        guard !date.isPlain, date.season == nil || date.isDoubtful else { return String(date.year) }
        return date.qualified(date.yearInWords, circa: "ca. ").phrase(in: language(of: work).nearest)
    }

    // MARK: Where it appeared

    /// `Journal of Commons, 3(2), 120–141`, or `In A. Editor (Ed.), Book (pp. 1–9)`.
    private static func appearance(of work: CitedWork) -> String? {
        let pages = work.pages.map { article(of: $0, in: work) ?? $0.joined(range: "–") }
        guard let container = work.containerWithEdition else { return holder(of: work) }
        if work.isPartOfBook { return book(container, of: work) }
        let details = work.source.container
        let volume = (details?.volume ?? "") + (details?.issue.map { "(\($0))" } ?? "")
        return [container, volume, pages ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private static func book(_ title: String, of work: CitedWork) -> String {
        let isChinese = language(of: work).nearest == .chinese
        let people = work.source.editors
        let editors = people.isEmpty ? nil : names(people, in: language(of: work), isInverted: false)
        let sign = sign(ofEditors: people, in: language(of: work))
        let volume = work.volumeOfBook(in: language(of: work))
        let details = [edition(of: work), volume, Self.pages(of: work)].compactMap { $0 }
        return (isChinese ? "载 " : "In ") + (editors.map { "\($0) (\(sign)), " } ?? "") + title
            + (details.isEmpty ? "" : " (" + details.joined(separator: ", ") + ")")
    }

    /// The place in an archive, and the archive.
    private static func holder(of work: CitedWork) -> String? {
        let parts = [work.source.archiveLocation, work.original(work.source.archive)].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// The publisher of what is no part of a periodical; that of a thesis stands behind its title.
    private static func publisher(of work: CitedWork) -> String? {
        guard !work.isPeriodical, work.source.form != .news, work.source.form != .thesis else { return nil }
        return work.original(work.publisher)
    }

    /// The DOI, else the address; of a page without a date with the day of the visit (9.16).
    private static func address(of work: CitedWork) -> String? {
        let source = work.source
        let archived = source.archived.map { CitedWork.archivedPrefix(in: language(of: work)) + $0 }
        if let doi = source.doi { return "https://doi.org/" + doi }
        guard let url = source.url else { return archived }
        let visit = source.date == nil ? source.accessed : nil
        let told =
            visit.map { Self.visit(on: $0, of: work) + url } ?? work.copyPrefix(in: language(of: work)) + url
        return [told, archived].compactMap { $0 }.joined(separator: " ")
    }

    /// What stands before the address of a page without a date: `Retrieved November 28, 2026, from `.
    private static func visit(on day: PartialDate, of work: CitedWork) -> String {
        let isCopy = work.source.isCopy
        switch language(of: work).nearest {
        case .chinese: return day.inWords.localized(in: .chinese) + (isCopy ? "取自转载 " : "取自 ")
        case .english:
            let words = [monthAndDay(of: day), String(day.year)].compactMap { $0 }.joined(separator: ", ")
            return (isCopy ? "Repost retrieved" : "Retrieved") + " \(words), from "
        }
    }
}

extension String {
    /// The text without the signs and the English article that it begins with, which no list is sorted by.
    fileprivate var withoutArticle: String {
        var words = drop { !$0.isLetter && !$0.isNumber }
        for article in ["The ", "An ", "A "] where words.hasPrefix(article) {
            words = words.dropFirst(article.count).drop { !$0.isLetter && !$0.isNumber }
            break
        }
        return words.isEmpty ? self : String(words)
    }

    /// True for a text in letters that a reader spells: Latin ones, and ideographs for who reads Chinese.
    fileprivate func isSpelled(by reader: LanguageTag) -> Bool {
        unicodeScalars.allSatisfy { scalar in
            guard scalar.properties.isAlphabetic else { return true }
            let isLatin = scalar.value < 0x250 || (0x1E00...0x1EFF).contains(scalar.value)
            return isLatin || (reader.nearest == .chinese && scalar.isHan)
        }
    }
}
