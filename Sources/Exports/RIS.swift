import CaseModel

/// The bibliography in the tagged format of reference managers (RIS, Research Information Systems, 2011).
///
/// A field is one line, so that line breaks in a text become spaces. The title in the other language is the
/// translated title, `TT`. The issuer of a work without authors is its author; a comma at the end marks an
/// organisation.
package struct RIS: CaseFormat {
    private let reader: LanguageTag

    /// The bibliography for a reader of a language; each work is told in its own.
    package init(language: LanguageTag) {
        reader = language
    }

    /// The records, each line ending in CR LF.
    package func text(of graph: CaseGraph) -> String {
        graph.case.sources.map { source in
            lines(of: source).map { tag, value in
                "\(tag)  - \(value.replacing("\r\n", with: " ").replacing("\n", with: " "))\r\n"
            }.joined() + "ER  - \r\n\r\n"
        }.joined()
    }

    private func lines(of source: Source) -> [(String, String)] {
        let work = CitedWork(source, for: reader)
        let range = work.pages.map { $0.ranges.count == 1 ? $0.ranges[0] : [$0.hyphened()] } ?? []
        var lines: [(String, String?)] = [("TY", type(of: work)), ("ID", source.key)]
        lines += names(source.authors, in: work.language).map { ("AU", $0) }
        lines.append(("AU", work.original(work.organisation).map { $0 + "," }))
        lines += names(source.editors, in: work.language).map { ("ED", $0) }
        lines += names(source.translators, in: work.language).map { ("A4", $0) }
        lines += [
            ("TI", work.markedTitle), ("ST", work.original(source.short)),
            ("TT", work.translation(of: source.title) ?? otherTitle(of: work)),
            ("T2", work.container ?? work.series),
            ("PY", source.date.flatMap(year)), ("DA", source.date.map(day)),
            (work.series == nil ? "VL" : "M1", source.container?.volume), ("IS", source.container?.issue),
            ("SP", range.first), ("EP", range.count > 1 ? range.last : nil),
            (tagOfNumber(of: work), source.documentNumber),
            ("M3", work.original(source.genre) ?? formName(of: work)),
            ("PB", work.original(work.publisher)), ("CY", work.original(source.publicationPlace)),
            ("ET", work.plainEdition), ("SN", source.isbn), ("SN", source.issn),
            ("DB", work.original(source.archive)), ("CN", source.archiveLocation),
            ("DO", source.doi), ("UR", source.url), ("L2", source.archived), ("Y2", source.accessed.map(day)),
            ("LA", work.language.text), ("N1", work.copyRemark(in: work.language)),
            ("N1", source.note?.localized(in: reader)),
        ]
        return lines.compactMap { tag, value in value.map { (tag, $0) } }
    }

    /// What the number of a report, standard or patent stands in, as reference managers read it, unless the work has
    /// the number of a series there.
    private func tagOfNumber(of work: CitedWork) -> String {
        guard work.source.isbn == nil, work.source.issn == nil else { return "M1" }
        return ["RPRT", "STAND", "PAT", "GOVDOC"].contains(type(of: work)) ? "SN" : "M1"
    }

    /// A title in another language than that of the work, where the reader's own is the same: English where there is
    /// one.
    private func otherTitle(of work: CitedWork) -> String? {
        guard !work.source.title.isUniform else { return nil }
        let tag = [LanguageTag.english, .chinese].first { $0.primary != work.language.primary }
        return tag.flatMap { work.source.title[$0] }
    }

    /// Names in the order of catalogues; a comma at the end keeps a whole name from being divided.
    private func names(_ people: [Source.Author], in language: LanguageTag) -> [String] {
        people.map { person in
            switch person.personName(in: language) {
            case .whole(let name): name.contains(where: \.isCased) ? name + "," : name
            case .parts(let family, _, _):
                [family, person.givenNames, person.suffix].compactMap { $0 }.joined(separator: ", ")
            }
        }
    }

    /// The form of an official text, for which there are fewer types, as the type of the work.
    private func formName(of work: CitedWork) -> String? {
        switch work.source.form {
        case .plan, .statistics, .regulation, .opinion, .agreement, .notice:
            work.source.form.title.phrase(in: work.language.nearest)
        case .law, .report, .news, .paper, .web, .book, .chapter, .thesis, .interview, .archive, .dataset,
            .standard, .film:
            nil
        }
    }

    private func type(of work: CitedWork) -> String {
        type(of: work.genre, in: work) ?? typeByForm(of: work)
    }

    private func type(of genre: KnownGenre?, in work: CitedWork) -> String? {
        switch genre {
        case .conferencePaper: "CONF"
        case .map: "MAP"
        case .patent: "PAT"
        case .software: "COMP"
        case .magazineArticle: "MGZN"
        case .speech, nil: work.source.form == .news && work.isInNumberedMagazine ? "MGZN" : nil
        }
    }

    private func typeByForm(of work: CitedWork) -> String {
        switch work.source.form {
        case .paper: work.container == nil ? "GEN" : "JOUR"
        case .news: "NEWS"
        case .plan, .statistics, .report: "RPRT"
        case .law, .regulation: "STAT"
        case .opinion, .agreement, .notice: "GOVDOC"
        case .web: "ELEC"
        case .book: "BOOK"
        case .chapter: "CHAP"
        case .thesis: "THES"
        case .interview: "PCOMM"
        case .archive: "MANSCPT"
        case .dataset: "DATA"
        case .standard: "STAND"
        case .film: "MPCT"
        }
    }

    /// The year in the four digits that the format has room for; nil for one that needs more or less.
    private func year(_ date: PartialDate) -> String? {
        let years = date.spanOfYears
        guard years.count == 1, (1...9999).contains(date.year) else { return nil }
        return date.year.padded(to: 4)
    }

    /// `YYYY/MM/DD/`, with what is not known left out between the slashes, and what they have no room for behind the
    /// last.
    private func day(_ date: PartialDate) -> String {
        guard let year = year(date) else { return "///" + date.inWords.localized(in: reader) }
        let parts = [date.month, date.day].map { $0?.padded(to: 2) ?? "" }
        let season = date.season.map { reader.nearest == .chinese ? $0.name.chinese : $0.name.english }
        let doubt = [date.isApproximate ? "circa" : nil, date.isUncertain ? "uncertain" : nil]
        let remarks = ([season] + doubt).compactMap { $0 }
        return ([year] + parts + [remarks.joined(separator: ", ")]).joined(separator: "/")
    }
}
