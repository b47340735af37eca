import CaseFiles
import CaseModel

/// How to cite a case, in the Citation File Format 1.2.0 (`CITATION.cff`): the case as a data set and, under
/// `references`, the work whose framework it applies.
package struct CitationFile: CaseFormat {
    private let reader: LanguageTag

    /// The file for readers of a language.
    package init(language: LanguageTag) {
        reader = language
    }

    /// A YAML document.
    package func text(of graph: CaseGraph) -> String {
        let manifest = graph.case.manifest
        let work = CitedWork(manifest.source, for: reader)
        let message = Text(
            chinese: "引用本案例的归类与链接时，请用以下信息。",
            english: "If you use the links and readings of this case, please cite it as below.")
        let licence = licence(of: manifest)
        let framework = manifest.cites.flatMap { graph.source($0) }.map { reference(to: $0) }
        return YAMLWriter.document(
            JSONValue.object([
                ("cff-version", .string("1.2.0")),
                ("message", .string(message.localized(in: reader.nearest.tag) + licence.words)),
                ("title", .string(work.title)), ("type", .string("dataset")),
                ("authors", .array(authors(of: manifest))),
                ("version", JSONValue(manifest.version)),
                ("date-released", JSONValue(manifest.date.flatMap { $0.day == nil ? nil : $0.description })),
                ("url", JSONValue(manifest.url)), licence.member,
                ("references", .array(framework.map { [$0] } ?? [])),
            ]).compacted)
    }

    /// The licence as a member, or in words behind the message: the format takes no licence that it does not know.
    private func licence(of manifest: Manifest) -> (member: JSONRecord.Element, words: String) {
        let none: JSONRecord.Element = ("license", .null)
        guard let licence = manifest.licence else { return (none, "") }
        if let known = KnownLicences.alternatives(in: licence) {
            return (("license", known.count == 1 ? .string(known[0]) : .strings(known)), "")
        }
        if licence.hasPrefix("https://") || licence.hasPrefix("http://") {
            return (("license-url", .string(licence)), "")
        }
        return (none, reader.nearest == .chinese ? "许可：\(licence)" : " Licence: \(licence)")
    }

    /// The format wants an author of every work.
    private func authors(of manifest: Manifest) -> [JSONValue] {
        guard !manifest.authors.isEmpty else { return [.object([("alias", .string("anonymous"))])] }
        return manifest.authors.map { .object([("name", .string($0.localized(in: reader)))]) }
    }

    private func reference(to source: Source) -> JSONValue {
        let work = CitedWork(source, for: reader)
        let range = work.pages.flatMap { $0.ranges.count == 1 ? $0.ranges[0] : nil } ?? []
        return .object([
            ("type", .string(type(of: work))), ("title", .string(work.title)),
            ("authors", .array(authors(of: work))),
            ("editors", .array(people(source.editors, in: work.language))),
            (work.isPartOfBook ? "collection-title" : "journal", JSONValue(work.container)),
            ("volume", JSONValue(source.container?.volume)), ("issue", JSONValue(source.container?.issue)),
            ("start", JSONValue(range.first)), ("end", JSONValue(range.count > 1 ? range.last : nil)),
            ("year", source.date.map { .number(String($0.year)) } ?? .null),
            ("publisher", work.original(work.publisher).map { .object([("name", .string($0))]) } ?? .null),
            ("isbn", JSONValue(source.isbn)), ("doi", JSONValue(source.doi)), ("url", JSONValue(source.url)),
            ("languages", .array([.string(String(work.language.primary))])),
        ])
    }

    private func authors(of work: CitedWork) -> [JSONValue] {
        if let organisation = work.original(work.organisation) {
            return [.object([("name", .string(organisation))])]
        }
        guard !work.source.authors.isEmpty else { return [.object([("alias", .string("anonymous"))])] }
        return people(work.source.authors, in: work.language)
    }

    private func people(_ people: [Source.Author], in language: LanguageTag) -> [JSONValue] {
        people.map { person in
            switch person.personName(in: language) {
            case .whole(let name): .object([("name", .string(name))])
            case .parts(let family, let given, _):
                .object([("family-names", .string(family)), ("given-names", .string(given))])
            }
        }
    }

    private func type(of work: CitedWork) -> String {
        switch work.source.form {
        case .paper: work.container == nil ? "generic" : "article"
        case .news: "newspaper-article"
        case .law, .opinion, .regulation: "legal-rule"
        case .plan, .agreement, .notice, .statistics, .report: "report"
        case .web: "website"
        case .book, .chapter: "book"
        case .thesis: "thesis"
        case .interview, .archive: "generic"
        case .dataset: "dataset"
        case .standard: "standard"
        case .film: "audiovisual"
        }
    }
}
