/// References as entries of a BibTeX database, in UTF-8.
///
/// The keys are the citation keys of the sources, else their ids, which are unique and ASCII. Titles and the names of
/// organisations are in double braces, so that no style changes their capitals or parses an organisation as a person.
/// Braces in a text become commands, since BibTeX counts them even if escaped. A locator is no part of an entry but of
/// the command that cites it.
package struct BibTeX: ReferenceStyle {
    /// The reader of the database.
    package enum Dialect: Sendable {
        /// The BibTeX program with its standard styles. It ignores `urldate`, `langid` and, for what has no plain
        /// year, `date` in the notation of EDTF, which are for biblatex.
        case classic
        /// The biblatex package with biber, whose entry types and fields are more.
        case biblatex
    }

    private let dialect: Dialect

    package init(_ dialect: Dialect = .classic) {
        self.dialect = dialect
    }

    package var name: String {
        switch dialect {
        case .classic: "BibTeX"
        case .biblatex: "biblatex"
        }
    }

    /// The entry on several lines, ending in a closing brace; with a locator, it follows the citing command:
    /// `\cite[p.~28]{src-paper}`, a line that BibTeX ignores.
    package func reference(to source: Source, at locator: Locator?, in reader: LanguageTag) -> String {
        let work = CitedWork(source, for: reader)
        let entry =
            switch dialect {
            case .classic: Self.entry(Self.classicType(of: work), source.key, classicFields(of: work))
            case .biblatex: Self.entry(Self.biblatexType(of: work), source.key, biblatexFields(of: work))
            }
        guard let part = CitedPart(locator, in: reader) else { return entry }
        // Braces keep a bracket from ending the argument; an at sign would begin an entry.
        let place = Self.escaped(part.worded(in: reader).rangedForTeX)
            .replacing("@", with: "\\char64{}").replacing("p. ", with: "p.~")
        let kept = place.contains("]") ? "{" + place + "}" : place
        return "\\cite[" + kept + "]{" + source.key + "}\n" + entry
    }

    typealias Field = (name: String, value: String?)

    private static func entry(_ type: String, _ key: String, _ fields: [Field]) -> String {
        let lines = fields.compactMap { field in field.value.map { "  \(field.name) = \($0),\n" } }
        return "@\(type){\(key),\n" + lines.joined() + "}\n"
    }

    // MARK: Classic BibTeX

    private static func classicType(of work: CitedWork) -> String {
        switch work.source.form {
        case .paper, .news: work.container == nil ? "misc" : work.isPartOfBook ? "inproceedings" : "article"
        case .plan, .statistics, .report: institution(of: work) == nil ? "misc" : "techreport"
        case .book: "book"
        case .chapter: "incollection"
        case .thesis: work.isMastersThesis ? "mastersthesis" : work.isDoctoralThesis ? "phdthesis" : "misc"
        case .law, .opinion, .agreement, .regulation, .notice, .web, .interview, .archive, .dataset,
            .standard, .film:
            "misc"
        }
    }

    private func classicFields(of work: CitedWork) -> [Field] {
        let (source, type) = (work.source, Self.classicType(of: work))
        let container =
            switch type {
            case "article": "journal"
            case "incollection", "inproceedings": "booktitle"
            case _: "howpublished"
            }
        let publisher =
            switch type {
            case "techreport": "institution"
            case _ where source.form == .thesis: "school"
            case _: "publisher"
            }
        var fields = shared(work, container: container)
        fields += [
            (
                publisher,
                (type == "techreport" ? Self.institution(of: work) : work.original(work.publisher))
                    .map(Self.kept)
            ),
            ("address", work.original(source.publicationPlace).map(Self.kept)),
            ("date", source.date.flatMap { $0.isPlain ? nil : "{\($0)}" }),
            ("year", source.date.map { "{" + Self.year(of: $0, in: work.language) + "}" }),
            ("month", source.date?.month.map { Self.months[$0 - 1] }),
            ("day", source.date?.day.map { "{\($0)}" }),
        ]
        fields += Self.identifiers(of: work)
        fields += [
            ("note", Self.remarks(on: work)), ("annote", Self.note(on: work)),
            ("entrysubtype", Self.subtype(of: work, in: type)),
        ]
        return fields
    }

    /// The body behind a report, which BibTeX wants even if it is the author as well.
    private static func institution(of work: CitedWork) -> String? {
        work.original(work.publisher ?? work.organisation)
    }

    // MARK: biblatex

    /// A numbered document is a report, since the other types for it have no number in the data model, as that for
    /// legislation has no title. Reports and theses must have an author and an institution there; what lacks them is a
    /// page, or with a number a manual, which need no more than a title.
    private static func biblatexType(of work: CitedWork) -> String {
        let isNumbered = work.source.documentNumber != nil
        let page = work.source.url == nil ? "misc" : "online"
        let isSigned = names(of: work) != nil && institution(of: work) != nil
        let report = isSigned ? "report" : isNumbered ? "manual" : "misc"
        switch work.genre {
        case .patent where isNumbered: return "patent"
        case .software: return "software"
        case .conferencePaper, .magazineArticle, .map, .patent, .speech, nil: break
        }
        switch work.source.form {
        case .paper, .news:
            guard work.container != nil else { return isNumbered ? report : page }
            return work.isPartOfBook ? "inproceedings" : "article"
        case .plan, .statistics, .report: return report
        case .book: return "book"
        case .chapter: return "incollection"
        case .thesis: return isSigned ? "thesis" : "misc"
        case .law, .regulation, .opinion, .agreement, .notice, .interview:
            return isNumbered ? report : "misc"
        case .web: return isNumbered ? report : page
        case .archive: return "unpublished"
        case .dataset: return "dataset"
        // The data model of biblatex has no fields for `standard` and `movie`.
        case .standard: return report
        case .film: return "misc"
        }
    }

    private func biblatexFields(of work: CitedWork) -> [Field] {
        let (source, type) = (work.source, Self.biblatexType(of: work))
        let container =
            switch type {
            case "article": "journaltitle"
            case "incollection", "inproceedings": "booktitle"
            // The name of a site stands where a translation of the title does not.
            case "online": work.translation(of: source.title) == nil ? "titleaddon" : "organization"
            case _: "howpublished"
            }
        let publisher =
            switch type {
            case "report", "thesis": "institution"
            case "online", "misc", "software", "manual": "organization"
            case _: "publisher"
            }
        var fields = shared(work, container: container).filter { $0.name != "type" || type != "article" }
        let hasOrganization = fields.contains { $0.name == publisher && $0.value != nil }
        fields += [
            // An article has no type; what it is more exactly stands where a translation of its title would.
            (
                "titleaddon",
                work.translation(of: source.title).map { Self.kept("[" + $0 + "]") }
                    ?? (type == "article" ? genre(of: work).map(Self.kept) : nil)
            ),
            ("entrysubtype", Self.subtype(of: work, in: type)),
            (
                publisher,
                hasOrganization
                    ? nil
                    : (["report", "thesis"].contains(type)
                        ? Self.institution(of: work) : work.original(work.publisher))
                        .map(Self.kept)
            ),
            ("location", work.original(source.publicationPlace).map(Self.kept)),
            ("date", source.date.map { "{\($0)}" }),
        ]
        fields += Self.identifiers(of: work)
        fields += [("addendum", Self.remarks(on: work)), ("annotation", Self.note(on: work))]
        return fields
    }

    // MARK: Both

    private func shared(_ work: CitedWork, container: String) -> [Field] {
        let source = work.source
        let volume = source.container?.volume
        // What a book has in its series is a number.
        let isInSeries = work.series != nil && source.container?.issue == nil
        let number = source.container?.issue ?? (isInSeries ? volume : nil) ?? source.documentNumber
        return [
            ("author", Self.names(of: work)),
            ("editor", Self.names(source.editors, in: work.language)),
            ("translator", Self.names(source.translators, in: work.language)),
            ("title", Self.kept(work.markedTitle)),
            ("shorttitle", work.original(source.short).map(Self.kept)),
            (container, work.container.map(Self.kept)), ("series", work.series.map(Self.kept)),
            ("volume", isInSeries ? nil : volume.map(Self.braced)),
            ("number", number.map(Self.braced)),
            ("pages", work.pages.map { Self.braced($0.joined(range: "--")) }),
            (
                // An article, such as a report in an edition of a newspaper, has no other field for it.
                dialect == .biblatex && (work.isVersioned || source.form == .news) ? "version" : "edition",
                (dialect == .classic ? work.editionInOrdinals : work.plainEdition).map(Self.braced)
            ),
            // An entry of proceedings has no type.
            ("type", work.isConferencePaper ? nil : genre(of: work).map(Self.braced)),
        ]
    }

    /// The form of the source where an entry of the type is usually of another: in the words that styles have for
    /// articles, else in that of the case format. The standard styles print nothing of it.
    private static func subtype(of work: CitedWork, in type: String) -> String? {
        let form = work.source.form
        if form == .news, type == "article" {
            if work.isInNumberedMagazine || work.genre == .magazineArticle { return "{magazine}" }
            return work.newsMedium == .newspaper ? "{newspaper}" : "{news}"
        }
        return form == usualForm(of: type) ? nil : "{" + form.rawValue + "}"
    }

    private static func usualForm(of type: String) -> Source.Form? {
        switch type {
        case "article", "inproceedings": .paper
        case "book": .book
        case "incollection": .chapter
        case "thesis", "phdthesis", "mastersthesis": .thesis
        case "report", "techreport", "patent": .report
        case "online": .web
        case "unpublished": .archive
        case "dataset", "software": .dataset
        case _: nil
        }
    }

    private func genre(of work: CitedWork) -> String? {
        if let genre = work.original(work.source.genre) { return genre }
        let isTold =
            switch work.source.form {
            // Of a thesis nobody may take it for one of a doctor.
            case .thesis: true
            case .standard, .film: dialect == .biblatex
            case .law, .opinion, .plan, .agreement, .regulation, .notice, .news, .statistics, .paper, .web,
                .book, .chapter, .report, .interview, .archive, .dataset:
                dialect == .biblatex && ["report", "manual"].contains(Self.biblatexType(of: work))
            }
        guard isTold else { return nil }
        let name = work.source.form.title.localized(in: work.language.nearest.tag)
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}

extension String {
    /// Ranges with two hyphens, which TeX sets as a dash.
    fileprivate var rangedForTeX: String {
        map { $0 == "–" || $0 == "—" || $0 == "-" ? "--" : String($0) }.joined()
    }
}
