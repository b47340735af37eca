import CaseFiles
import CaseModel

/// What a case has already, so that the file of a library or project which has grown can be imported once more.
package struct KnownRecords: Sendable {
    /// The languages of the case: words that no file has, such as a genre, are in these alone.
    let languages: [LanguageTag]
    private let sources: [Source]
    private let items: [Item]
    /// The numbers of sources by the wordings of their titles and by the keys and ids that cite them.
    private var places: [String: [Int]] = [:]

    /// The records of a case.
    package init(of content: Case) {
        languages = content.manifest.languages
        (sources, items) = (Array(content.sources), Array(content.items))
        for (number, source) in sources.enumerated() {
            for word in Set(Self.titles(of: source) + Self.names(of: source)) {
                places[word, default: []].append(number)
            }
        }
    }

    private static func titles(of source: Source) -> [String] {
        source.title.wordings.map { "title " + $0.titleOnOneLine.lowercased() }
    }

    private static func names(of source: Source) -> [String] {
        [source.id.text, source.citationKey].compactMap { $0.map { "key " + $0 } }
    }

    /// A source of the case that is the work of a record.
    struct Match {
        let id: ID<Source>
        /// Whether it says all that the record says.
        let isSame: Bool
    }

    /// The source of the case that this work is, by whose key it may be cited: one that says all that the record says, or
    /// one with the key or DOI and the title of the work. Works without either are others as soon as one says what the
    /// other does not, as the volumes of a yearbook are.
    func source(like work: Source, key: String?) -> Match? {
        let titles = Self.titles(of: work)
        let candidates = Set((titles + (key.map { ["key " + $0] } ?? [])).flatMap { places[$0] ?? [] })
            .sorted()
        let isKeyTaken = key.map { places["key " + $0] != nil } ?? true
        for number in candidates {
            let source = sources[number]
            let isCited = key.map { [source.id.text, source.citationKey].contains($0) } ?? false
            let isSame = source.citationKey == nil && isKeyTaken && work.identifies(source)
            if isCited || isSame, source.says(allOf: work) {
                return Match(id: source.id, isSame: true)
            }
        }
        for number in candidates {
            let source = sources[number]
            let signs = [
                key.map { [source.id.text, source.citationKey].contains($0) } ?? false,
                work.doi != nil && work.doi?.lowercased() == source.doi?.lowercased(),
                titles.contains { places[$0]?.contains(number) == true },
            ]
            if signs.count(where: { $0 }) > 1 { return Match(id: source.id, isSame: false) }
        }
        return nil
    }

    /// The item of the case that a code has become before: one of the same kind, title and place in the hierarchy that
    /// no other code has become.
    func item(like item: Item, besides others: Set<ID<Item>>) -> Item? {
        items.first {
            $0.title == item.title && $0.kind == item.kind && $0.parent == item.parent
                && !others.contains($0.id)
        }
    }

    /// The source of the case that a document has become before: one of the same form and title that no other document
    /// has become.
    func document(like source: Source, besides others: Set<ID<Source>>) -> Source? {
        let numbers = Self.titles(of: source).flatMap { places[$0] ?? [] }
        return numbers.lazy.map { sources[$0] }.first {
            $0.title == source.title && $0.form == source.form && !others.contains($0.id)
        }
    }
}
