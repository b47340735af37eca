import CaseModel
import Screen

/// The page on an entry of the bibliography, and the entities that cite it.
enum SourceDocument {
    /// The page of the source of this number. Where a part of the case is given, what cites the source there comes first,
    /// with its number, which is also that of the bibliography.
    static func make(
        _ graph: CaseGraph, number: Int, language: LanguageChoice, only selection: CaseSelection? = nil
    ) -> Document {
        let source = graph.case.sources[number]
        let localized = language.localized
        var document = Document()
        for (line, title) in language.paragraphs(ofTitle: source).enumerated() {
            document.add(title, style: line == 0 ? Theme.title : .plain)
        }
        let names = [localized(source.form.title), source.id.text, source.citationKey].compactMap { $0 }
        document.add(names.joined(separator: " · "), style: Theme.faint)
        document.add("")
        addFields(of: source, to: &document, language)
        document.addHeading(localized(Strings.howToCite))
        for reference in source.references(in: graph.case.manifest, language) {
            document.add(source.linked(reference), indent: 2, hanging: 2)
        }

        let citers = graph.citers(of: source.id)
        let included = selection.map { graph.citers(in: $0)[number] } ?? citers
        let all = included.count < citers.count ? "/\(citers.count)" : ""
        document.addHeading("\(localized(Strings.citedBy)) \(included.count)\(all)")
        func add(_ citers: [Entity]) {
            for citer in citers {
                document.addLink("·", language.line(graph.title(of: citer)), to: citer)
                for evidence in graph.evidence(of: citer) where evidence.source == source.id {
                    document.add(language.line(evidence.claim), indent: 4)
                }
            }
        }
        add(included)
        let others = citers.filter { !included.contains($0) }
        if !others.isEmpty {
            document.addHeading("\(localized(Strings.otherCiters)) \(others.count)")
            add(others)
        }
        return document
    }

    /// Adds what is known of the work, each on a line of its own.
    private static func addFields(of source: Source, to document: inout Document, _ language: LanguageChoice)
    {
        let localized = language.localized
        func field(_ name: Text, _ value: String?, link: String? = nil) {
            guard let value, !value.isEmpty else { return }
            document.addField(localized(name), value, link: link.flatMap(WebAddress.init))
        }
        field(Strings.authors, source.authors.map(\.inBothScripts).joined(separator: "; "))
        field(Strings.issuer, source.issuer.map(language.line))
        field(Strings.editors, source.editors.map(\.inBothScripts).joined(separator: "; "))
        field(Strings.translators, source.translators.map(\.inBothScripts).joined(separator: "; "))
        field(Strings.genre, source.genre.map(language.line))
        field(Strings.date, localized(source.date?.label ?? Strings.dateUnknown))
        field(Strings.documentNumber, source.documentNumber)
        if let container = source.container {
            let volume = [container.volume, container.issue.map { "(\($0))" }].compactMap { $0 }.joined()
            let place = [language.line(container.title), volume].filter { !$0.isEmpty }.joined(separator: " ")
            field(Strings.container, place + (container.pages.map { ": \($0)" } ?? ""))
        }
        field(Strings.outlet, source.outlet.map(language.line))
        let publisher = [source.publicationPlace, source.publisher].compactMap { $0.map(language.line) }
        field(Strings.publisher, publisher.joined(separator: ": "))
        field(Strings.edition, source.edition.map(language.line))
        let archive = [source.archive.map(language.line), source.archiveLocation].compactMap { $0 }
        field(Strings.archive, archive.joined(separator: ", "))
        field(Text("ISBN"), source.isbn)
        field(Text("ISSN"), source.issn)
        field(Strings.languageOfWork, source.language?.ownName)
        if let address = source.url ?? source.resolver {
            field(Strings.address, address, link: address)
        } else if source.archived == nil {
            field(Strings.address, localized(Strings.noAddress))
        }
        if source.isCopy { field(Strings.copyRead, localized(Strings.repost)) }
        field(Strings.archivedCopy, source.archived, link: source.archived)
        field(Text("DOI"), source.doi, link: source.resolver)
        field(Strings.accessed, source.accessed.map { localized($0.label) })
        switch source.checked {
        case .once: field(Strings.checked, localized(Strings.checkedOnce))
        case .twice: field(Strings.checked, localized(Strings.checkedTwice))
        case nil: break
        }
        for paragraph in source.note.map(language.paragraphs) ?? [] { field(Strings.remark, paragraph) }
    }
}

extension Source.Author {
    /// The name in Chinese characters, if the case has them, and in Latin letters.
    fileprivate var inBothScripts: String {
        guard let chinese else { return inverted }
        return chinese == family + given ? chinese : chinese + " " + name(in: .english)
    }
}

extension Source {
    /// A line that identifies the source, in the displayed languages.
    func label(in choice: LanguageChoice) -> String {
        let names = authors.map { author in
            switch author.personName(in: choice.languages[0]) {
            case .whole(let name): name
            case .parts(let family, let given, _): family + ", " + given
            }
        }
        let separator = names.contains { $0.contains(",") } ? "; " : ", "
        let who = names.isEmpty ? issuer.map(choice.line) : names.joined(separator: separator)
        let date = choice.localized(date?.label ?? Strings.dateUnknown)
        return [who, choice.title(of: self), documentNumber].compactMap { $0 }
            .map { $0.hasSuffix(".") ? $0 + " " : $0 + ". " }.joined() + date
    }

    /// Where the source can be read, line by line: its address, else that of its DOI; whether that is a repost; the
    /// archived copy.
    func whereabouts(in choice: LanguageChoice) -> [[Span]] {
        let linked = { Span($0, style: Theme.faint, link: WebAddress($0)) }
        let archived = archived.map {
            [Span(choice.localized(Strings.archivedCopy) + "  ", style: Theme.faint), linked($0)]
        }
        var address = (url ?? resolver).map { [linked($0)] } ?? []
        if address.isEmpty, archived == nil {
            address = [Span(choice.localized(Strings.noAddress), style: Theme.faint)]
        }
        if isCopy {
            let remark = choice.localized(Strings.repost)
            address.append(Span(address.isEmpty ? remark : " · " + remark, style: Theme.faint))
        }
        return [address, archived ?? []].filter { !$0.isEmpty }
    }

    /// The references in the displayed languages, by the style of a case; one if they are equal. What a style cites in
    /// the text stands before its reference.
    func references(
        in manifest: Manifest, at locator: Locator? = nil, _ choice: LanguageChoice
    ) -> [String] {
        let style = manifest.referenceStyle
        return choice.languages.map { style.reference(to: self, at: locator, in: $0) }
            .uniqued()
            .flatMap { $0.split(separator: "\n").map(String.init) }
    }
}
