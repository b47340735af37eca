import CaseFiles
import CaseModel

/// Makes sources of records, and reports what became of each field.
struct SourceBuilder {
    private var names: SourceNames
    private(set) var result = ImportResult()

    /// A builder whose ids are none of an existing case.
    init(besides existing: Set<String>, spelling: @escaping Spelling) {
        names = SourceNames(besides: existing, spelling: spelling)
    }

    /// Adds the source of a record and the report on its fields.
    mutating func add(_ record: ForeignRecord) {
        var draft = SourceDraft(record)
        draft.fill()
        var source = draft.source
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

    /// Keeps the citation key of a record, unless it is the id of the source already. The keys of Zotero's CSL-JSON are
    /// addresses, which nobody cites by.
    private mutating func keep(_ key: String?, of source: inout Source) -> ImportedField.Outcome {
        guard let key, key != source.id.text else { return .carried }
        guard ValueForm.isCitationKey(key), !key.contains("://") else { return .noPlace }
        guard names.take(key) else { return .keyTaken }
        source.citationKey = key
        return .carried
    }
}
