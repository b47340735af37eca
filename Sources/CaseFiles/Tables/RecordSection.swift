import CaseModel

/// A list of records as it stands in a file: at the top level of a case, or, as evidence, links and metrics do, within
/// another record.
package struct RecordSection: Sendable {
    /// The key of the list.
    package let key: String
    /// The keys of its records, in the order in which they are declared.
    package let keys: [String]
    /// The keys that every one of its records has.
    package let required: [String]

    private init(_ key: String, of record: any CaseRecord.Type) {
        let fields = RecordOutline(of: record).fields
        self.key = key
        keys = fields.map(\.key)
        required = fields.filter { $0.need == .required }.map(\.key)
    }

    /// The list under a key of a case file; nil for a key that has none.
    package init?(topLevel key: String) {
        guard let field = RecordOutline(of: Case.self).fields.first(where: { $0.key == key }),
            field.shape.isList, let record = field.shape.nested
        else { return nil }
        self.init(key, of: record)
    }

    /// The list that a table holds.
    package init(_ table: RecordTable) { self.init(table.rawValue, of: table.record) }

    /// The top-level keys of a case file, in the order in which they are declared.
    package static var topLevel: [String] { ["format"] + RecordOutline(of: Case.self).fields.map(\.key) }
}
