import CaseModel
import Screen

/// Everything on one entry of the bibliography, and who cites it.
enum SourceDocument {
    /// The document of the source of a number.
    static func make(_ graph: CaseGraph, number: Int, language: LanguageChoice) -> Document {
        let source = graph.case.sources[number]
        let say = language.interface
        var document = Document()
        for (line, title) in language.paragraphs(source.title).enumerated() {
            document.add(title, style: line == 0 ? Look.title : .plain)
        }
        document.add("\(say(Phrases.name(of: source.form))) · \(source.id)", style: Look.faint)
        document.add("")
        func field(_ name: Text, _ value: String?, link: String? = nil) {
            guard let value, !value.isEmpty else { return }
            document.addField(say(name), value, link: link.flatMap(WebAddress.init))
        }
        field(
            Phrases.authors,
            source.authors.map { author in
                [author.chinese, "\(author.family) \(author.given)"].compactMap { $0 }.joined(separator: " ")
            }.joined(separator: ", "))
        field(Phrases.issuer, source.issuer.map(language.line))
        field(Phrases.date, source.date?.description ?? say(Phrases.dateUnknown))
        field(Phrases.documentNumber, source.documentNumber)
        if let container = source.container {
            let volume = [
                container.volume, container.issue.map { "(\($0))" }, container.pages.map { ": \($0)" },
            ]
            field(
                Phrases.container,
                language.line(container.title) + " " + volume.compactMap { $0 }.joined())
        }
        field(Phrases.address, source.url ?? say(Phrases.noAddress), link: source.url)
        field(Text("DOI"), source.doi, link: source.resolver)
        field(Phrases.accessed, source.accessed?.description)
        switch source.checked {
        case .once: field(Phrases.checked, say(Phrases.checkedOnce))
        case .twice: field(Phrases.checked, say(Phrases.checkedTwice))
        case nil: break
        }
        for paragraph in source.note.map(language.paragraphs) ?? [] { field(Phrases.remark, paragraph) }
        document.addHeading(say(Phrases.howToCite))
        for reference in source.references(language) {
            document.add(source.linked(reference), indent: 2, hanging: 2)
        }

        let citers = graph.citers(of: source.id)
        document.addHeading("\(say(Phrases.citedBy)) \(citers.count)")
        for citer in citers {
            document.add(
                "· " + language.line(citer.title(in: graph.case)), style: Look.title, indent: 2, hanging: 2,
                target: .subject(citer.subject))
            for evidence in citer.evidence(in: graph.case) where evidence.source == source.id {
                document.add(language.line(evidence.claim), indent: 4)
            }
        }
        return document
    }
}
