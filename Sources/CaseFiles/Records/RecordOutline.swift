import CaseModel

/// The fields of a record as data, for documentation, JSON Schema and the columns of tables.
package struct RecordOutline {
    /// A field as data.
    package struct Field {
        let key: String
        let shape: FieldShape
        let need: FieldNote.Need
        let since: String
        let purpose: Text
    }

    let about: RecordDescription
    let fields: [Field]

    init(of record: any CaseRecord.Type) {
        about = record.recordDescription
        fields = Self.fields(of: record)
    }

    private static func fields<Record: CaseRecord>(of _: Record.Type) -> [Field] {
        var collector = FieldCollector()
        var record = Record.blank
        record.visit(&collector)
        return collector.fields
    }
}

/// Collects the fields of a record as data.
private struct FieldCollector: FieldVisitor {
    var fields: [RecordOutline.Field] = []

    mutating func ownID<Named: Identified>(_: inout ID<Named>, _ note: FieldNote) {
        add("id", PlainID<Named>().shape, note)
    }

    mutating func field<Form: FieldForm>(
        _ key: StaticString, _: inout Form.Stored, _ form: Form, _ note: FieldNote
    ) {
        add(key.description, form.shape, note)
    }

    private mutating func add(_ key: String, _ shape: FieldShape, _ note: FieldNote) {
        fields.append(
            RecordOutline.Field(
                key: key, shape: shape, need: note.need, since: note.since.description,
                purpose: Text(chinese: note.chinese.description, english: note.english.description)))
    }
}
