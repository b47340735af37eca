import CaseModel

/// The bibliography as `triptych sources --format json` prints it: the case format, with the ids of those that
/// cite each source added, items first, then places and actors.
package enum SourceExport {
    /// A JSON array of all sources.
    package static func json(of graph: CaseGraph) -> String {
        JSONText.encode(
            zip(graph.case.sources, graph.citers).map { source, citers in
                Record(source: source, citedBy: citers.map { graph.id(of: $0) })
            })
    }

    private struct Record: Encodable {
        let source: Source
        let citedBy: [String]

        private enum Key: CodingKey {
            case id, title, issuer, authors, date, documentNumber, type, url, doi, container, accessed
            case checked, note, citedBy
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(source.id.text, forKey: .id)
            try container.encode(TextRecord(source.title), forKey: .title)
            try container.encode(source.issuer.map(TextRecord.init), forKey: .issuer)
            try container.encode(source.authors.map(AuthorRecord.init), forKey: .authors)
            try container.encode(source.date?.description, forKey: .date)
            try container.encode(source.documentNumber, forKey: .documentNumber)
            try container.encode(source.form.rawValue, forKey: .type)
            try container.encode(source.url, forKey: .url)
            try container.encode(source.doi, forKey: .doi)
            try container.encode(source.container.map(ContainerRecord.init), forKey: .container)
            try container.encode(source.accessed?.description, forKey: .accessed)
            try container.encode(source.checked?.rawValue, forKey: .checked)
            try container.encode(source.note.map(TextRecord.init), forKey: .note)
            try container.encode(citedBy, forKey: .citedBy)
        }
    }

    private struct AuthorRecord: Encodable {
        private let author: Source.Author

        init(_ author: Source.Author) {
            self.author = author
        }

        private enum Key: CodingKey { case family, given, zh }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(author.family, forKey: .family)
            try container.encode(author.given, forKey: .given)
            try container.encode(author.chinese, forKey: .zh)
        }
    }

    private struct ContainerRecord: Encodable {
        private let holder: Source.Container

        init(_ holder: Source.Container) {
            self.holder = holder
        }

        private enum Key: CodingKey { case title, volume, issue, pages }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(TextRecord(holder.title), forKey: .title)
            try container.encode(holder.volume, forKey: .volume)
            try container.encode(holder.issue, forKey: .issue)
            try container.encode(holder.pages, forKey: .pages)
        }
    }
}
