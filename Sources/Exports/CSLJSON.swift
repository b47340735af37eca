import CaseFiles
import CaseModel

/// The bibliography as the input of citation processors (CSL 1.0.2, csl-data.json).
package struct CSLJSON: CaseFormat {
    private let reader: LanguageTag

    /// The bibliography for a reader of a language; each work is told in its own.
    package init(language: LanguageTag) {
        reader = language
    }

    /// An array of items, in the case's order.
    package func text(of graph: CaseGraph) -> String {
        JSONValue.array(graph.case.sources.map(record)).rendered()
    }

    private func record(_ source: Source) -> JSONValue {
        let work = CitedWork(source, for: reader)
        let (container, type) = (source.container, type(of: work))
        let notes = [work.copyRemark(in: work.language), source.note?.localized(in: reader)].compactMap { $0 }
        let note = notes.isEmpty ? nil : notes.joined(separator: " ")
        return JSONValue.object([
            ("id", .string(source.key)), ("citation-key", JSONValue(source.citationKey)),
            ("type", .string(type)),
            ("title", .string(work.markedTitle)), ("title-short", JSONValue(work.original(source.short))),
            ("author", .array(authors(of: work))),
            ("editor", .array(names(source.editors, in: work.language))),
            ("translator", .array(names(source.translators, in: work.language))),
            ("issued", source.date.map(date) ?? .null),
            ("container-title", JSONValue(work.container)), ("collection-title", JSONValue(work.series)),
            ("collection-number", JSONValue(work.series == nil ? nil : container?.volume)),
            ("volume", JSONValue(work.series == nil ? container?.volume : nil)),
            ("issue", JSONValue(container?.issue)),
            ("page", JSONValue(work.pages?.hyphened())),
            ("number", JSONValue(source.documentNumber)), ("genre", JSONValue(work.original(source.genre))),
            ("publisher", JSONValue(work.original(work.publisher))),
            ("publisher-place", JSONValue(work.original(source.publicationPlace))),
            (work.isVersioned ? "version" : "edition", JSONValue(work.plainEdition)),
            ("archive", JSONValue(work.original(source.archive))),
            ("archive_location", JSONValue(source.archiveLocation)),
            ("ISBN", JSONValue(source.isbn)), ("ISSN", JSONValue(source.issn)),
            ("DOI", JSONValue(source.doi)), ("URL", JSONValue(source.url)),
            ("accessed", source.accessed.map(date) ?? .null),
            ("language", .string(work.language.text)),
            (note?.hasVariables == true ? "annote" : "note", JSONValue(note)),
            ("custom", custom(of: work, type: type)),
        ]).compacted
    }

    /// What CSL has no variable for: the translated title, the archived copy, the date in the notation of EDTF where
    /// its parts say less, and the form of the source where works of the type are usually of another.
    private func custom(of work: CitedWork, type: String) -> JSONValue {
        let form = work.source.form
        // Where nothing else says so, the type alone would make it a genre when it is read.
        let isMagazineByName =
            type == "article-magazine" && work.genre == nil && !work.isInNumberedMagazine
        let isUsual = usualForm(of: type) == form && !isMagazineByName
        return .object([
            ("title-translation", JSONValue(work.translation(of: work.source.title))),
            ("archived", JSONValue(work.source.archived)),
            ("issued-edtf", JSONValue(work.source.date.flatMap { isToldInParts($0) ? nil : $0.description })),
            ("source-type", isUsual ? .null : .string(form.rawValue)),
        ])
    }

    /// The authors, else the organisation that signs.
    private func authors(of work: CitedWork) -> [JSONValue] {
        guard let organisation = work.original(work.organisation) else {
            return names(work.source.authors, in: work.language)
        }
        return [.object([("literal", .string(organisation))])]
    }

    /// Names that are never divided are `literal`, since they are not reordered.
    private func names(_ people: [Source.Author], in language: LanguageTag) -> [JSONValue] {
        people.map { person in
            switch person.personName(in: language) {
            case .whole(let name): .object([("literal", .string(name))])
            case .parts(let family, _, _):
                .object([
                    ("family", .string(family)), ("given", .string(person.givenNames)),
                    ("suffix", JSONValue(person.suffix)),
                ])
            }
        }
    }

    /// Whether the parts of a date tell all of it: they have one word for what is about right and what may be wrong, and
    /// none for a range of which neither end is known.
    private func isToldInParts(_ date: PartialDate) -> Bool {
        switch date.precision {
        case .year, .season, .month, .day: !date.isUncertain
        case .decade, .century: !date.isDoubtful
        }
    }

    /// Some year of several is a range. The numbers are those of historians: −1 is 1 BCE, and no year is 0.
    private func date(_ date: PartialDate) -> JSONValue {
        func parts(_ year: Int) -> JSONValue {
            let numbers = [year > 0 ? year : year - 1, date.month, date.day].compactMap { $0 }
            return .array(numbers.map { .number(String($0)) })
        }
        let years = date.spanOfYears
        let ends = years.count == 1 ? [date.year] : [years.lowerBound, years.upperBound]
        return JSONValue.object([
            ("date-parts", .array(ends.map(parts))),
            ("season", date.season.map { .count($0.rawValue - 20) } ?? .null),
            ("circa", date.isDoubtful || ends.count > 1 ? .bool(true) : .null),
        ]).compacted
    }

    private func type(of work: CitedWork) -> String {
        type(of: work.genre, in: work) ?? typeByForm(of: work)
    }

    private func type(of genre: KnownGenre?, in work: CitedWork) -> String? {
        switch genre {
        case .conferencePaper: "paper-conference"
        case .map: "map"
        case .patent: "patent"
        case .software: "software"
        case .speech: "speech"
        case .magazineArticle: "article-magazine"
        case nil: work.source.form == .news && work.newsMedium == .magazine ? "article-magazine" : nil
        }
    }

    private func typeByForm(of work: CitedWork) -> String {
        switch work.source.form {
        // Styles take `article` for a book, and `manuscript` for a work that is not published.
        case .paper: work.container == nil ? "document" : "article-journal"
        // What an agency or a site brings on the web is a page there. There is no type for what it brings elsewhere.
        case .news: work.newsMedium == .other && work.source.url != nil ? "webpage" : "article-newspaper"
        case .law, .regulation: "legislation"
        case .plan, .opinion, .agreement, .notice, .statistics, .report: "report"
        case .web: "webpage"
        case .book: "book"
        case .chapter: "chapter"
        case .thesis: "thesis"
        case .interview: "interview"
        case .archive: "manuscript"
        case .dataset: "dataset"
        case .standard: "standard"
        case .film: "motion_picture"
        }
    }

    private func usualForm(of type: String) -> Source.Form? {
        switch type {
        case "article-journal", "paper-conference": .paper
        case "article-newspaper", "article-magazine": .news
        case "legislation": .law
        case "report", "patent", "speech": .report
        case "webpage": .web
        case "manuscript", "map": .archive
        case "dataset", "software": .dataset
        case "motion_picture": .film
        case _: Source.Form(rawValue: type)
        }
    }
}

extension String {
    /// True for a note with a line such as `Number: 3` or `{:number: 3}`, which processors take for a variable of the
    /// work; they read none from an annotation.
    fileprivate var hasVariables: Bool {
        split(whereSeparator: \.isNewline).contains { line in
            let key = line.drop { $0.isWhitespace || $0 == "{" || $0 == ":" }.prefix { $0 != ":" }
            return key.endIndex != line.endIndex && !key.isEmpty
                && key.allSatisfy { $0.isASCII && ($0.isLetter || "-_ ".contains($0)) }
        }
    }
}
