/// References in the style of GB/T 7714—2015 (信息与文献 参考文献著录规则), in the language of the work (8.1, 4.1).
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
    package func reference(to source: Source, at locator: Locator?, in reader: LanguageTag) -> String {
        let work = CitedWork(source, for: reader)
        let mark = Self.mark(of: work)
        let pages = Self.pages(of: work, at: locator)
        let body: [String?] = [
            Self.names(of: work), Self.title(of: work) + "[\(mark)]" + Self.host(of: work),
            Self.translators(of: work), Self.edition(of: work),
            Self.isPageOnTheWeb(work, mark)
                ? (pages ?? "") + Self.visit(of: work, withDate: true)
                : Self.appearance(of: work, on: pages, isOnline: mark.hasSuffix("/OL")),
        ]
        let url = mark.hasSuffix("/OL") ? source.url.map { work.copyPrefix(in: work.language) + $0 } : nil
        let archived = source.archived.map { CitedWork.archivedPrefix(in: work.language) + $0 }
        let address = [url, source.doi.map { "DOI: " + $0 }, archived].compactMap { $0 }
        let text = sentences(body) + (address.isEmpty ? "" : " " + address.joined(separator: ". ") + ".")
        return text + (url == nil ? work.copyRemark(in: work.language).map { " " + $0 } ?? "" : "")
    }

    /// The title with the number of a document; in square brackets if it only describes the work.
    private static func title(of work: CitedWork) -> String {
        work.markedTitle + (work.source.documentNumber.map { ": " + $0 } ?? "")
    }

    /// The edition: a number as `3版` or an ordinal, and the first not at all (8.3); the version of a data set.
    private static func edition(of work: CitedWork) -> String? {
        // The edition of a newspaper stands behind its name.
        if work.source.form == .news { return nil }
        let isChinese = work.language.nearest == .chinese
        if work.isVersioned, let version = work.edition, version.first?.isNumber == true {
            return isChinese ? version + "版" : "Version " + version
        }
        guard let number = work.editionNumber else { return work.edition }
        return number == 1 ? nil : isChinese ? "\(number)版" : number.englishOrdinal + " ed."
    }

    /// Who translated the work, behind its title (4.1).
    private static func translators(of work: CitedWork) -> String? {
        names(work.source.translators, in: work.language).map {
            $0 + (work.language.nearest == .chinese ? ", 译" : ", trans")
        }
    }

    /// The book or proceedings that a work is part of, with the editors and the volume (4.2).
    private static func host(of work: CitedWork) -> String {
        guard work.isPartOfBook, let book = work.container else { return "" }
        let editors = names(work.source.editors, in: work.language)
        let volume = work.volumeOfBook(in: work.language).map { ": " + $0 } ?? ""
        return "//" + sentences([editors, book + volume]).dropLast()
    }

    /// True for what is dated and visited like a page on the web: without a periodical, book, publisher or archive.
    private static func isPageOnTheWeb(_ work: CitedWork, _ mark: String) -> Bool {
        mark.hasSuffix("/OL") && work.source.url != nil && work.container == nil
            && publication(of: work) == nil
            && holder(of: work) == nil
    }

    /// The place and the publisher; of a patent, which offices grant by the day, neither (4.5).
    private static func publication(of work: CitedWork) -> String? {
        guard work.genre != .patent else { return nil }
        let place = work.source.publicationPlace
        // A place is that of a publisher, even of one that is the author as well.
        let named = work.publisher ?? place.flatMap { _ in work.organisation }
        let publisher = work.isPeriodical || work.source.form == .news ? nil : work.original(named)
        let parts = [work.original(place), publisher].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ": ")
    }

    /// The archive, and the place in it.
    private static func holder(of work: CitedWork) -> String? {
        let parts = [work.original(work.source.archive), work.source.archiveLocation].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// The type mark, with the medium if the work was read on the web.
    private static func mark(of work: CitedWork) -> String {
        let source = work.source
        // A DOI is the address of what is printed nowhere.
        let isOnline = source.doi == nil ? source.url != nil : work.isVersioned
        let carrier = isOnline ? "/OL" : ""
        if let mark = mark(of: work.genre) { return mark + carrier }
        switch source.form {
        case .paper where work.container != nil: return "J" + carrier
        case .news where work.newsMedium == .newspaper: return "N" + carrier
        case .news where work.newsMedium == .magazine: return "J" + carrier
        case .plan, .statistics, .report: return "R" + carrier
        case .book, .chapter: return "M" + carrier
        case .thesis: return "D" + carrier
        case .standard: return "S" + carrier
        case .archive: return "A" + carrier
        case .dataset: return "DS" + carrier
        case .paper, .law, .opinion, .agreement, .regulation, .notice, .web, .news, .interview, .film:
            return source.url == nil ? "Z" : "EB/OL"
        }
    }

    /// The mark of a work that the form alone does not tell (appendix B).
    private static func mark(of genre: KnownGenre?) -> String? {
        switch genre {
        case .conferencePaper: "C"
        case .map: "CM"
        case .patent: "P"
        case .software: "CP"
        case .speech: "Z"
        case .magazineArticle, nil: nil
        }
    }

    /// The authors, or the editors of a book that nobody else signs, else the organisation.
    private static func names(of work: CitedWork) -> String? {
        names(work.signatories, in: work.language) ?? work.organisationsInReference?.joined(separator: ", ")
    }

    /// At most three names, then 等 or et al. (8.1.2). Names in pinyin have the given name in full, other Latin
    /// names as initials without full stops; family names are in capitals (8.1.1).
    private static func names(_ people: [Source.Author], in language: LanguageTag) -> String? {
        guard !people.isEmpty else { return nil }
        let names = people.prefix(3).map { person in
            switch person.personName(in: language) {
            case .whole(let name): name.uppercased()
            case .parts(let family, let given, isPinyin: true): family.uppercased() + " " + given
            case .parts(let family, _, isPinyin: false):
                family.uppercased() + " "
                    + (person.initials + [person.suffix].compactMap { $0 }).joined(separator: " ")
                    .filter { $0 != "." }.replacing("-", with: " ")
            }
        }
        let rest = people.count > 3 ? [language.nearest == .chinese ? "等" : "et al"] : []
        return (names + rest).joined(separator: ", ")
    }

    /// `重庆大学学报（社会科学版）, 2026, 32(2): 27-41`, `北京: 三联书店, 2012: 15`, or `中国青年报, 2000-11-20(15)`.
    private static func appearance(of work: CitedWork, on pages: String?, isOnline: Bool) -> String {
        let (source, container) = (work.source, work.source.container)
        // A newspaper is known by its day, and the brackets behind that hold the page.
        let isDaily = source.form == .news && work.newsMedium != .magazine
        let issue = isDaily ? "" : container?.issue.map { "(\($0))" } ?? ""
        // The volume of a book is a part of its title, and that of a series is none of the reference.
        let volume = work.isPartOfBook || source.form == .book ? nil : container?.volume
        let isNumbered = volume != nil || !issue.isEmpty
        let isByYear = work.isPublishedByYear && work.genre != .patent
        let isYearOnly = !isDaily && (isNumbered || isByYear)
        let date = source.date.map { words(for: $0, isYearOnly: isYearOnly, in: work.language) }
        // Without a volume the issue stands right after the year: 2018(1).
        let when = [date, volume].compactMap { $0 }.joined(separator: ", ") + issue
        let periodical = work.isPartOfBook ? nil : work.containerWithEdition
        let place = [periodical, holder(of: work), publication(of: work), when].compactMap { $0 }
            .filter { !$0.isEmpty }.joined(separator: ", ")
        let visit = isOnline ? visit(of: work, withDate: false) : ""
        guard let pages else { return place + visit }
        // The page of a newspaper stands in brackets behind the day (4.4.2).
        if isDaily { return place + "(\(pages))" + visit }
        return (place.isEmpty ? "" : place + ": ") + pages + visit
    }

    /// The pages of the article, or the cited page; a named part does not replace them.
    private static func pages(of work: CitedWork, at locator: Locator?) -> String? {
        let whole = work.pages.map {
            $0.articleNumber ?? $0.hyphened(separator: ",")
        }
        guard let part = CitedPart(locator, in: work.language) else { return whole }
        return ([part.pages?.numbers ?? whole].compactMap { $0 } + part.others).joined(separator: ", ")
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

    /// The last visit, behind the date of the page where that stands nowhere else; an estimate has its square brackets
    /// and no round ones around them.
    private static func visit(of work: CitedWork, withDate isDated: Bool) -> String {
        let date = isDated ? work.source.date : nil
        let told = date.map { date in
            let words = words(for: date, isYearOnly: false, in: work.language)
            return date.isDoubtful ? words : "(" + words + ")"
        }
        return (told ?? "") + (work.source.accessed.map { "[\($0)]" } ?? "")
    }
}
