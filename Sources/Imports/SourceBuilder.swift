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
        result.sources.append(ImportedSource(source: source, record: record.name, address: record.address))
        result.report.fields += draft.fields
        result.report.guesses += draft.guesses.map {
            ImportGuess(record: record.name, address: record.address, guess: $0)
        }
    }
}
