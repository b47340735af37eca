import CaseModel

// What a source of a case says beside what a record says of the same work. A record is told in one language and names
// what signs, holds and publishes a work as its format can, so that two that say the same need not be equal.

extension Source {
    /// Whether this source of a case says all that the source of a record says: a bare text is any wording of its own,
    /// and a text may have fewer languages. What the record does not say is no difference.
    func says(allOf record: Source) -> Bool {
        let (work, other) = (CitedWork(self, for: .english), CitedWork(record, for: .english))
        return form == record.form && isIn(languageOf: record)
            && title.says(allOf: record.title) && (!other.isTitleDescriptive || work.isTitleDescriptive)
            && (!record.isCopy || isCopy)
            && Self.says(signatories, record.signatories)
            && Self.says(editors.map(\.spellings), record.editors.map(\.spellings))
            && Self.says(translators.map(\.spellings), record.translators.map(\.spellings))
            && saysHolder(of: record) && saysPublication(of: record)
            && Self.says(date, record.date) && Self.says(accessed, record.accessed)
            && Self.says(short, record.short) && Self.says(archive, record.archive)
            && Self.says(note, record.note)
            && [\.documentNumber, \.isbn, \.issn, \.url, \.archived, \.archiveLocation].allSatisfy {
                (field: KeyPath<Source, String?>) in Self.says(self[keyPath: field], record[keyPath: field])
            }
            && Self.says(doi?.lowercased(), record.doi?.lowercased())
    }

    /// Whether this source of a record says as much of which work it is as a source of a case: the volumes of a yearbook
    /// differ in nothing else.
    func identifies(_ other: Source) -> Bool {
        date == other.date && documentNumber == other.documentNumber && url == other.url
            && container?.volume == other.container?.volume && container?.issue == other.container?.issue
            && (edition == nil) == (other.edition == nil) && authors.count == other.authors.count
    }

    private static func says<Value: Equatable>(_ own: Value?, _ told: Value?) -> Bool {
        told == nil || own == told
    }

    private static func says(_ own: Text?, _ told: Text?) -> Bool {
        told.map { own?.says(allOf: $0) ?? $0.isEmpty } ?? true
    }

    private static func says(_ own: [Set<String>], _ told: [Set<String>]) -> Bool {
        told.isEmpty
            || own.count == told.count
                && zip(own, told).allSatisfy { own, told in !own.isDisjoint(with: told) }
    }

    /// Formats know fewer languages than the case has, and state one where the case lets it be presumed.
    private func isIn(languageOf record: Source) -> Bool {
        guard let told = record.language?.primary else { return true }
        if let language = language ?? presumedLanguage { return language.primary == told }
        return title.isSame || title.tags.contains { $0.primary == told }
    }

    /// The spellings of each author, or of the organisation in the place of one.
    private var signatories: [Set<String>] {
        if !authors.isEmpty { return authors.map(\.spellings) }
        return CitedWork(self, for: .english).organisation.map { [Set($0.wordings.map(\.onOneLine))] } ?? []
    }

    private func saysHolder(of record: Source) -> Bool {
        let holders = [self, record].map { source in
            source.form == .book ? source.container?.title : CitedWork(source, for: .english).containerTitle
        }
        return Self.says(holders[0], holders[1])
            && Self.says(container?.volume, record.container?.volume)
            && Self.says(container?.issue, record.container?.issue)
            && Self.says(container?.pages.map(PageRanges.init), record.container?.pages.map(PageRanges.init))
    }

    private func saysPublication(of record: Source) -> Bool {
        // Formats name who publishes a report even where that is the author as well.
        let publishers = [publisher, issuer].compactMap { $0 }
        let (number, told) = (
            CitedWork(self, for: .english).editionNumber, CitedWork(record, for: .english).editionNumber
        )
        return record.publisher.map { told in publishers.contains { $0.says(allOf: told) } } ?? true
            && Self.says(publicationPlace, record.publicationPlace)
            && (told != nil && number == told || Self.says(edition, record.edition))
            && saysGenre(of: record)
    }

    /// A genre that a type implies is in this program's words.
    private func saysGenre(of record: Source) -> Bool {
        guard let told = record.genre else { return true }
        let known = CitedWork(record, for: .english).genre
        if known != nil, known == CitedWork(self, for: .english).genre { return true }
        let own = Set(genre?.wordings.map { $0.lowercased() } ?? [])
        return told.wordings.contains { own.contains($0.lowercased()) }
    }
}

extension Source.Author {
    /// The name in the ways that a reference has it: in Chinese characters, in Latin letters.
    fileprivate var spellings: Set<String> {
        Set(
            [LanguageTag.chinese, .english].map { language in
                switch personName(in: language) {
                case .whole(let name): name.onOneLine
                case .parts(let family, _, _):
                    [family, givenNames, suffix].compactMap { $0 }.joined(separator: ", ").onOneLine
                }
            })
    }
}

extension Text {
    /// Whether each wording of a text is one of this.
    fileprivate func says(allOf other: Text) -> Bool {
        let own = Set(wordings.map(\.titleOnOneLine))
        return other.wordings.allSatisfy { own.contains($0.titleOnOneLine) }
    }
}

extension String {
    /// The text on one line, without the square brackets of a title that only describes a work.
    var titleOnOneLine: String {
        let line = onOneLine
        let isBracketed =
            line.count > 2 && line.hasPrefix("[") && line.firstIndex(of: "]") == line.indices.last
        return isBracketed ? String(line.dropFirst().dropLast()) : line
    }
}
