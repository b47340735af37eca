// The title of a work in a reference, with what stands in brackets behind it.

extension APA {
    /// The title with its translation, the number and edition in round and what sort of work it is in square brackets.
    /// A title that only describes a work is itself in square brackets, in the reader's language.
    static func title(of work: CitedWork) -> String {
        let source = work.source
        let gloss = work.isTitleDescriptive ? nil : work.translation(of: source.title).map { " [\($0)]" }
        let title = ownTitle(of: work) + (gloss ?? "")
        // The edition of what holds a work stands behind that.
        let isHeld = work.isPartOfBook || source.form == .news
        let edition = isHeld && work.container != nil ? nil : edition(of: work)
        let details = [number(of: work), edition, pagesOfBook(of: work)].compactMap { $0 }
        let groups = [
            editors(of: work), translators(of: work), details.isEmpty ? nil : details.joined(separator: ", "),
        ].compactMap { $0 }
        let bracket = groups.isEmpty ? nil : "(" + groups.joined(separator: "; ") + ")"
        return [title, bracket, sort(of: work).map { "[\($0)]" }].compactMap { $0 }.joined(separator: " ")
    }

    /// The title that a reference begins with, without what stands behind it.
    static func ownTitle(of work: CitedWork) -> String {
        guard work.isTitleDescriptive else { return work.title }
        return "[" + (work.translation(of: work.source.title) ?? work.title) + "]"
    }

    /// The number of a document; that of a patent is called so.
    private static func number(of work: CitedWork) -> String? {
        guard let number = work.source.documentNumber, work.genre == .patent else {
            return work.source.documentNumber
        }
        return (language(of: work).nearest == .chinese ? "专利号 " : "Patent No. ") + number
    }

    /// `D. Webb, Ed.`: the editors of a work that others sign. Those of a book that holds it stand before that, and
    /// those of a periodical nowhere.
    private static func editors(of work: CitedWork) -> String? {
        let people = work.source.editors
        guard !people.isEmpty, !work.isEditedBook, !work.isPartOfBook, !work.isPeriodical,
            work.source.form != .news
        else { return nil }
        let language = Self.language(of: work)
        return names(people, in: language, isInverted: false) + ", " + sign(ofEditors: people, in: language)
    }

    /// `Ed.`, `Eds.`, `编`.
    static func sign(ofEditors people: [Source.Author], in language: LanguageTag) -> String {
        language.nearest == .chinese ? "编" : people.count == 1 ? "Ed." : "Eds."
    }

    /// `H. Weaver, Trans.`, `陈生铮, 译`.
    private static func translators(of work: CitedWork) -> String? {
        let people = work.source.translators
        guard !people.isEmpty else { return nil }
        let language = Self.language(of: work)
        return names(people, in: language, isInverted: false)
            + (language.nearest == .chinese ? ", 译" : ", Trans.")
    }

    static func edition(of work: CitedWork) -> String? {
        let isChinese = language(of: work).nearest == .chinese
        if work.isVersioned, let version = work.edition, version.first?.isNumber == true {
            return isChinese ? "版本 \(version)" : "Version \(version)"
        }
        guard let number = work.editionNumber else { return work.edition }
        return isChinese ? "第\(number)版" : number.englishOrdinal + " ed."
    }

    /// The cited pages of a book, which has no container to hold them.
    private static func pagesOfBook(of work: CitedWork) -> String? {
        work.source.form == .book ? pages(of: work) : nil
    }

    /// `Article e0209899`, where a work has such a number in the place of pages.
    static func article(of pages: PageRanges, in work: CitedWork) -> String? {
        let isChinese = language(of: work).nearest == .chinese
        return pages.articleNumber.map { (isChinese ? "文章编号 " : "Article ") + $0 }
    }

    /// `pp. 16–19`, `第16–19页`.
    static func pages(of work: CitedWork) -> String? {
        guard let pages = work.pages else { return nil }
        if let article = article(of: pages, in: work) { return article }
        let numbers = pages.joined(range: "–")
        if language(of: work).nearest == .chinese {
            return numbers.hasPrefix("第") ? numbers : "第\(numbers)页"
        }
        return (pages.isOnePage ? "p. " : "pp. ") + numbers
    }

    /// The genre, else what the form alone tells; a thesis names its university in the same brackets.
    private static func sort(of work: CitedWork) -> String? {
        let language = Self.language(of: work)
        let genre = genre(of: work)
        let known: Text? =
            switch work.source.form {
            case .thesis:
                work.isMastersThesis
                    ? Text(chinese: "硕士学位论文", english: "Master's thesis")
                    : Text(chinese: "学位论文", english: "Thesis")
            case .dataset: Text(chinese: "数据集", english: "Data set")
            case .film: Text(chinese: "影片", english: "Film")
            case .interview: Text(chinese: "访谈", english: "Interview")
            case .law, .opinion, .plan, .agreement, .regulation, .notice, .news, .statistics, .paper, .web,
                .book, .chapter, .report, .archive, .standard:
                nil
            }
        // A title that describes the work says what it is.
        guard !work.isTitleDescriptive, !isToldElsewhere(work.genre, of: work),
            var sort = genre ?? known?.phrase(in: language.nearest)
        else {
            return nil
        }
        if language.nearest == .english { sort = sort.prefix(1).uppercased() + sort.dropFirst() }
        guard work.source.form == .thesis, let university = work.original(work.publisher) else { return sort }
        return sort + ", " + university
    }

    /// The genre, as the case has it or in the style's words.
    private static func genre(of work: CitedWork) -> String? {
        guard let genre = work.source.genre else { return nil }
        if let known = work.genre, genre.isSame || known == .software {
            return known.title.phrase(in: language(of: work).nearest)
        }
        return genre.localized(in: language(of: work))
    }

    /// True for what shows by its magazine or proceedings, or by the word before its number.
    private static func isToldElsewhere(_ genre: KnownGenre?, of work: CitedWork) -> Bool {
        switch genre {
        case .conferencePaper, .magazineArticle: work.container != nil
        case .patent: work.source.documentNumber != nil
        case .map, .software, .speech, nil: false
        }
    }
}
