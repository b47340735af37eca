/// A source from the point of view of a reference: in the language of the work, with a translation where the reader's
/// language is another.
///
/// All styles and bibliographic formats read a source through this value, so that they agree on who signs a work, in
/// what it appeared and who published it.
package struct CitedWork: Sendable {
    package let source: Source
    /// The language of the work: the one that the case states or lets presume, else that of the title's wording for
    /// the reader.
    package let language: LanguageTag
    /// The language of the reader.
    package let reader: LanguageTag
    /// The spelling of the work's language in Latin letters, such as `zh-Latn`, where texts are told in it.
    private let spelling: LanguageTag?

    /// The work for a reader of a language; for a reader of Latin letters with its texts spelled in these, as far as
    /// the case has that.
    package init(_ source: Source, for reader: LanguageTag, inLatin: Bool = false) {
        self.source = source
        self.reader = reader
        language = source.language ?? source.presumedLanguage ?? Self.language(of: source.title, for: reader)
        let isSpelled = inLatin && reader.nearest == .english && reader.primary != language.primary
        spelling = isSpelled ? LanguageTag(language.primary + "-Latn") : nil
    }

    /// A title that reads the same in every language is in Chinese if it has Han characters; a Chinese reader takes
    /// any other for English.
    private static func language(of title: Text, for reader: LanguageTag) -> LanguageTag {
        guard title.isSame else { return title.tag(preferring: reader) }
        if title.localized(in: reader).unicodeScalars.contains(where: \.isHan) { return .chinese }
        return reader.nearest == .chinese ? .english : reader
    }

    /// A text in the language of the work, as far as the case has it; nil for none.
    package func original(_ text: Text?) -> String? {
        text.map { spelled($0) ?? $0.localized(in: language) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// True for a title that is told in Latin letters though the work is in another script.
    var isTitleSpelled: Bool { spelled(source.title) != nil }

    private func spelled(_ text: Text) -> String? {
        guard let spelling, text.tags.contains(spelling) else { return nil }
        return text[spelling]
    }

    /// A text in the language of the reader, if that is another than the language of the work and the text has a
    /// wording of its own in it.
    package func translation(of text: Text?) -> String? {
        guard let text, reader.primary != language.primary else { return nil }
        let tag = text.tag(preferring: reader)
        guard tag.primary == reader.primary, let wording = text[tag], !wording.isEmpty else { return nil }
        guard wording != original(text) else { return nil }
        return wording.unbracketed
    }

    /// The title, without the square brackets of one that only describes the work; nothing for a source without one.
    package var title: String { (original(source.title) ?? "").unbracketed }

    /// True where the title only describes the work: the case states it, or has it in square brackets.
    package var isTitleDescriptive: Bool {
        source.titleIsDescriptive || original(source.title)?.isBracketed == true
    }

    /// The title, in square brackets if it only describes the work.
    package var markedTitle: String { isTitleDescriptive ? "[" + title + "]" : title }

    /// The people who sign a work: its authors, or the editors of a book that nobody else signs.
    var signatories: [Source.Author] { isEditedBook ? source.editors : source.authors }

    /// True for a book that only its editors sign.
    var isEditedBook: Bool {
        source.form == .book && source.authors.isEmpty && source.issuer == nil && !source.editors.isEmpty
    }

    /// The periodical, book or site in which the work appeared. A news report appeared in what its issuer stands for.
    package var container: String? { original(containerTitle) }

    /// The same, in all its languages; none for a book, whose container is its series.
    package var containerTitle: Text? {
        if source.form == .book { return nil }
        if let container = source.container?.title, !container.isEmpty { return container }
        if source.form == .news { return source.outlet ?? source.issuer }
        // A site that signs its own page is named once.
        return source.authors.isEmpty && source.outlet == source.issuer ? nil : source.outlet
    }

    /// The organisation that signs a work without authors; none for an unsigned news report.
    package var organisation: Text? {
        guard source.authors.isEmpty, let issuer = source.issuer else { return nil }
        return source.form == .news && issuer == containerTitle ? nil : issuer
    }

    /// The series of a book.
    package var series: String? { source.form == .book ? original(source.container?.title) : nil }

    /// The organisations in the language of the work; several that are named in a row stand as authors of a reference
    /// do.
    var organisationsInReference: [String]? { original(organisation)?.dividedBodies }

    /// The volume of the book that a work is part of, with the word for it.
    func volumeOfBook(in language: LanguageTag) -> String? {
        guard isPartOfBook, let volume = source.container?.volume else { return nil }
        guard volume.allSatisfy({ $0.isNumber || "IVXLC-–/".contains($0) }) else { return volume }
        return language.nearest == .chinese ? "第\(volume)卷" : "Vol. \(volume)"
    }

    /// The newspaper with the edition in which a report appeared, else the container.
    var containerWithEdition: String? {
        guard let container, source.form == .news, let edition else { return container }
        return container + (language.nearest == .chinese ? "（\(edition)）" : " (\(edition))")
    }

    /// True for what has versions and not editions.
    package var isVersioned: Bool { source.form == .dataset || genre == .software }

    /// The publisher, or the university of a thesis; nil where it is the author as well.
    package var publisher: Text? {
        let issuer = source.form == .news || source.authors.isEmpty ? nil : source.issuer
        let publisher = source.publisher ?? issuer
        return publisher == organisation ? nil : publisher
    }

    /// The edition in the language of the work.
    package var edition: String? { original(source.edition) }

    /// The pages of the work.
    package var pages: PageRanges? { source.container?.pages.map(PageRanges.init) }

    /// True for a periodical, whose works are dated by their volume.
    var isPeriodical: Bool { source.form == .paper && containerTitle != nil && !isConferencePaper }

    /// True for a paper in the proceedings of a conference.
    var isConferencePaper: Bool { source.form == .paper && genre == .conferencePaper }

    /// True for what is a part of a book: a chapter, or a paper in proceedings.
    package var isPartOfBook: Bool { source.form == .chapter || isConferencePaper }

    /// The genre, if it is one that formats and styles have a sign of their own for.
    package var genre: KnownGenre? {
        KnownGenre.allCases.first { known in
            source.genre?.wordings.contains { known.names.contains($0.lowercased()) } ?? false
        }
    }

    /// True for what a publisher or university brings out, which is dated by the year.
    var isPublishedByYear: Bool {
        guard publisher != nil || source.publicationPlace != nil else { return false }
        switch source.form {
        case .book, .chapter, .thesis, .report, .dataset, .standard, .film: return true
        case .paper: return isConferencePaper
        case .law, .opinion, .plan, .agreement, .regulation, .notice, .news, .statistics, .web,
            .interview, .archive:
            return false
        }
    }

    /// Whether a thesis states that it is a doctor's.
    var isDoctoralThesis: Bool {
        let words = ["doctor", "doktor", "phd", "ph.d", "doctorat", "博士"]
        return source.genre?.wordings.contains { genre in words.contains(where: genre.lowercased().contains) }
            ?? false
    }

    /// Whether a thesis states that it is a master's.
    var isMastersThesis: Bool {
        source.genre?.wordings.contains { $0.lowercased().contains("master") || $0.contains("硕士") } ?? false
    }
}

extension String {
    /// True for a text that is wholly within one pair of square brackets.
    fileprivate var isBracketed: Bool {
        count > 2 && hasPrefix("[") && firstIndex(of: "]") == indices.last
    }

    /// The text without the square brackets that it is wholly within.
    fileprivate var unbracketed: String { isBracketed ? String(dropFirst().dropLast()) : self }

    /// The bodies of a list such as `四川省人民政府、重庆市人民政府`; a name that has the sign within stays whole.
    fileprivate var dividedBodies: [String] {
        let parts = split(separator: "、").map(String.init)
        let ends: Set<Character> = [
            "部", "委", "会", "府", "局", "厅", "院", "室", "署", "社", "网", "队", "央", "学", "心", "所", "馆", "报", "司",
        ]
        return parts.allSatisfy { $0.count > 2 && $0.last.map(ends.contains) == true } ? parts : [self]
    }
}

extension Unicode.Scalar {
    /// True for an ideograph.
    var isHan: Bool { properties.isIdeographic }
}

extension CitedWork {
    /// What a reference states of a repost.
    package static func copyRemark(in language: LanguageTag) -> String {
        language.nearest == .chinese ? "据转载." : "Read in a repost."
    }

    /// What stands before the address of an archived copy.
    package static func archivedPrefix(in language: LanguageTag) -> String {
        language.nearest == .chinese ? "存档: " : "Archived at "
    }

    /// What stands before the address of a repost.
    func copyPrefix(in language: LanguageTag) -> String {
        guard source.isCopy else { return "" }
        return language.nearest == .chinese ? "转载: " : "Repost: "
    }

    /// What a reference states of a repost that has no address.
    package func copyRemark(in language: LanguageTag) -> String? {
        source.isCopy ? Self.copyRemark(in: language) : nil
    }
}
