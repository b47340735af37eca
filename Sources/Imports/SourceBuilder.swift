import CaseFiles
import CaseModel

/// Makes sources of records, and reports what became of each field.
struct SourceBuilder {
    private var names: SourceNames
    private let known: KnownRecords?
    private(set) var result = ImportResult()

    /// A builder whose ids are none of an existing case, and which adds nothing that is known.
    init(besides existing: Set<String>, _ known: KnownRecords?, spelling: @escaping Spelling) {
        self.known = known
        names = SourceNames(besides: existing, spelling: spelling)
    }

    /// Adds the source of a record and the report on its fields.
    mutating func add(_ record: ForeignRecord) {
        var draft = SourceDraft(record, languages: known?.languages)
        draft.fill()
        var source = draft.source
        if let genre = record.work.genre, source.genre == genre {
            source.genre = genre.within(known?.languages)
        }
        if let match = known?.source(like: source, key: Self.citable(record.key)) {
            return leave(record, draft.fields, for: match)
        }
        source.id = names.id(for: source, key: record.key)
        let fate = keep(record.key, of: &source)
        for fact in record.facts where fact.role == .key {
            // A record may have a number of its program beside its key.
            draft.settle(fact, fact.value == record.key ? fate : .noPlace)
        }
        let name = record.name.localized(in: .english)
        result.sources.append(ImportedSource(source: source, record: name, address: record.address))
        result.report.fields += draft.fields
        result.report.guesses += draft.guesses.map {
            ImportGuess(record: record.name, address: record.address, guess: $0)
        }
    }

    /// Reports on a record of a work that the case has.
    private mutating func leave(
        _ record: ForeignRecord, _ fields: [ImportedField], for match: KnownRecords.Match
    ) {
        result.report.fields += fields.map { field in
            var field = field
            if !match.isSame {
                field.outcome = .withRecord
            } else if field.outcome.isCarried {
                field.outcome = .known
            }
            return field
        }
        guard !match.isSame else { return }
        result.report.leftOut.append(
            LeftOutRecord(
                record: record.name, address: record.address,
                reason: ImportMessage.standsOtherwise(match.id.text)))
    }

    /// A key by which a source can be cited. The keys of Zotero's CSL-JSON are addresses, which nobody cites by.
    private static func citable(_ key: String?) -> String? {
        key.flatMap { ValueForm.isCitationKey($0) && !$0.contains("://") ? $0 : nil }
    }

    /// Keeps the citation key of a record, unless it is the id of the source already.
    private mutating func keep(_ key: String?, of source: inout Source) -> ImportedField.Outcome {
        guard let key, key != source.id.text else { return .carried }
        guard let key = Self.citable(key) else { return .noPlace }
        guard names.take(key) else { return .keyTaken }
        source.citationKey = key
        return .carried
    }
}
