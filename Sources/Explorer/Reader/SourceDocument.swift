import CaseModel
import Screen

/// The page on an entry of the bibliography, and the entities that cite it.
enum SourceDocument {
    /// The page of the source of this number.
    static func make(_ graph: CaseGraph, number: Int, language: LanguageChoice) -> Document {
        let source = graph.case.sources[number]
        let localized = language.localized
        var document = Document()
        for (line, title) in language.paragraphs(source.title).enumerated() {
            document.add(title, style: line == 0 ? Theme.title : .plain)
        }
        document.add("\(localized(Strings.name(of: source.form))) · \(source.id)", style: Theme.faint)
        document.add("")
        func field(_ name: Text, _ value: String?, link: String? = nil) {
            guard let value, !value.isEmpty else { return }
            document.addField(localized(name), value, link: link.flatMap(WebAddress.init))
        }
        field(
            Strings.authors,
            source.authors.map { author in
                [author.chinese, "\(author.family) \(author.given)"].compactMap { $0 }.joined(separator: " ")
            }.joined(separator: ", "))
        field(Strings.issuer, source.issuer.map(language.line))
        field(Strings.date, localized(source.date?.label ?? Strings.dateUnknown))
        field(Strings.documentNumber, source.documentNumber)
        if let container = source.container {
            let volume = [
                container.volume, container.issue.map { "(\($0))" }, container.pages.map { ": \($0)" },
            ]
            field(
                Strings.container,
                language.line(container.title) + " " + volume.compactMap { $0 }.joined())
        }
        field(Strings.address, source.url ?? localized(Strings.noAddress), link: source.url)
        field(Text("DOI"), source.doi, link: source.resolver)
        field(Strings.accessed, source.accessed.map { localized($0.label) })
        switch source.checked {
        case .once: field(Strings.checked, localized(Strings.checkedOnce))
        case .twice: field(Strings.checked, localized(Strings.checkedTwice))
        case nil: break
        }
        for paragraph in source.note.map(language.paragraphs) ?? [] { field(Strings.remark, paragraph) }
        document.addHeading(localized(Strings.howToCite))
        for reference in source.references(language) {
            document.add(source.linked(reference), indent: 2, hanging: 2)
        }

        let citers = graph.citers(of: source.id)
        document.addHeading("\(localized(Strings.citedBy)) \(citers.count)")
        for citer in citers {
            document.add(
                "· " + language.line(graph.title(of: citer)), style: Theme.title, indent: 2, hanging: 2,
                target: .subject(.entity(citer)))
            for evidence in graph.evidence(of: citer) where evidence.source == source.id {
                document.add(language.line(evidence.claim), indent: 4)
            }
        }
        return document
    }
}

extension Source {
    /// A line that identifies the source, in the displayed languages.
    func label(in choice: LanguageChoice) -> String {
        let language = choice.languages[0]
        let who =
            authors.isEmpty
            ? issuer.map(choice.line) : authors.map { $0.name(in: language) }.joined(separator: ", ")
        let date = choice.localized(date?.label ?? Strings.dateUnknown)
        return [who, choice.line(title), documentNumber, date].compactMap { $0 }.joined(separator: ". ")
    }

    /// The references in the displayed languages; one if they are equal.
    func references(
        in style: some ReferenceStyle = GBT7714(), at locator: Text? = nil, _ choice: LanguageChoice
    ) -> [String] {
        var seen: Set<String> = []
        return choice.languages.map { style.reference(to: self, at: locator, in: $0) }
            .filter { seen.insert($0).inserted }
    }
}
