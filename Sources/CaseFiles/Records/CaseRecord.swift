import CaseModel

/// A record of the case format, declared once: `visit` names its fields in order, and everything that reads, writes or
/// describes records is a `FieldVisitor`. A new field is one line in `visit` and shows up in YAML, JSON, packs, tables,
/// the JSON Schema and the documentation.
package protocol CaseRecord: Equatable, Sendable {
    /// What the record is called and for.
    static var recordDescription: RecordDescription { get }

    /// A record of which nothing is known: what stands in for required values that could not be read.
    static var blank: Self { get }

    /// Shows every field to the visitor, which may read or replace it.
    mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure)

    /// What contradicts itself within the record: an error at its field in YAML, and a reason to refuse a pack.
    var contradictions: [Finding] { get }

    /// What is doubtful within the record: a warning at its field in YAML. Packs are opened without asking for it.
    var doubts: [Finding] { get }
}

extension CaseRecord {
    package var contradictions: [Finding] { [] }
    package var doubts: [Finding] { [] }
}

/// A rule that a record breaks.
package struct Finding {
    let message: DiagnosticMessage
    /// The value that breaks it.
    let path: FieldPath
    /// The earlier value that it clashes with.
    var first: FieldPath?

    init(_ message: DiagnosticMessage, at path: FieldPath, first: FieldPath? = nil) {
        self.message = message
        self.path = path
        self.first = first
    }
}

/// What a record of the case format is called and for.
package struct RecordDescription: Sendable {
    /// The name in the JSON Schema and in headings, such as `evidence`.
    let name: String
    /// The subject of a sentence about one that has no id: `the evidence`.
    let subject: Text
    /// What one is, in a sentence.
    let purpose: Text
    /// One, as it may stand in a case file.
    let example: String
    /// The keys whose values share a cell in a table, with a comma and a blank between them.
    var sharingCell: [String] = []
}

/// What is said of a field beside its key and form.
package struct FieldNote: Sendable {
    /// Whether the record needs the field.
    package enum Need: Sendable {
        case optional
        /// Every record has it.
        case required
        /// One file of the case has it.
        case once
    }

    let need: Need
    /// The version of triptych that first read it.
    let since: StaticString
    let chinese: StaticString
    let english: StaticString
}

/// Reads, writes or describes the fields of a record, one after the other.
package protocol FieldVisitor {
    /// Why a visit ends early.
    associatedtype Failure: Error

    /// The id under which the record is known.
    mutating func ownID<Named: Identified>(_ id: inout ID<Named>, _ note: FieldNote) throws(Failure)

    /// A field of this form.
    mutating func field<Form: FieldForm>(
        _ key: StaticString, _ value: inout Form.Stored, _ form: Form, _ note: FieldNote
    ) throws(Failure)
}

/// The version in which the format of cases began; later fields name theirs.
private let first: StaticString = "0.1"

extension FieldVisitor {
    /// The id under which the record is known.
    mutating func ownID<Named: Identified>(
        _ id: inout ID<Named>, _ english: StaticString, zh chinese: StaticString
    ) throws(Failure) {
        try ownID(&id, FieldNote(need: .required, since: first, chinese: chinese, english: english))
    }

    /// A field that every record has.
    mutating func required<Form: FieldForm>(
        _ key: StaticString, _ value: inout Form.Stored, _ form: Form, since: StaticString = first,
        _ english: StaticString, zh chinese: StaticString
    ) throws(Failure) {
        try field(
            key, &value, form,
            FieldNote(need: .required, since: since, chinese: chinese, english: english))
    }

    /// A field that a record may lack.
    mutating func optional<Form: FieldForm>(
        _ key: StaticString, _ value: inout Form.Stored?, _ form: Form, since: StaticString = first,
        _ english: StaticString, zh chinese: StaticString
    ) throws(Failure) {
        try field(
            key, &value, Optionally(form: form),
            FieldNote(need: .optional, since: since, chinese: chinese, english: english))
    }

    /// A field with a value that goes without saying.
    mutating func defaulted<Form: FieldForm>(
        _ key: StaticString, _ value: inout Form.Stored, _ form: Form, to ordinary: Form.Stored,
        since: StaticString = first, _ english: StaticString, zh chinese: StaticString
    ) throws(Failure) where Form.Stored: Equatable {
        try field(
            key, &value, Defaulted(base: form, ordinary: ordinary),
            FieldNote(need: .optional, since: since, chinese: chinese, english: english))
    }

    /// A list, which may be empty.
    mutating func list<Form: FieldForm>(
        _ key: StaticString, _ value: inout [Form.Stored], of form: Form, need: FieldNote.Need = .optional,
        since: StaticString = first, _ english: StaticString, zh chinese: StaticString
    ) throws(Failure) {
        try field(
            key, &value, ListOf(form: form),
            FieldNote(need: need, since: since, chinese: chinese, english: english))
    }
}

extension FieldVisitor {
    /// A list of records, which may be empty.
    mutating func list<Record: CaseRecord>(
        _ key: StaticString, _ value: inout Records<Record>, of form: Nested<Record>,
        since: StaticString = first, _ english: StaticString, zh chinese: StaticString
    ) throws(Failure) {
        try field(
            key, &value, DeferredList<Record>(),
            FieldNote(need: .optional, since: since, chinese: chinese, english: english))
    }

    /// The records of the case that are known by their ids in all of it.
    mutating func entities<Record: CaseRecord & Identified>(
        _ key: StaticString, _ value: inout Records<Record>, _ english: StaticString,
        zh chinese: StaticString
    ) throws(Failure) {
        try field(
            key, &value, EntityList<Record>(),
            FieldNote(need: .optional, since: first, chinese: chinese, english: english))
    }
}

/// The way from a record to a value within it: `links`, 3, `to`.
package struct FieldPath: Equatable, Sendable {
    /// A key or a number in a list.
    package enum Step: Equatable, Sendable {
        case key(String)
        case entry(Int)
    }

    let steps: [Step]

    /// The record itself.
    static let whole = FieldPath(steps: [])

    /// The value of a key.
    static func key(_ key: String) -> FieldPath { FieldPath(steps: [.key(key)]) }

    /// An entry of a list, or the value of one of its keys.
    static func entry(_ number: Int, of list: String, _ key: String? = nil) -> FieldPath {
        FieldPath(steps: [.key(list), .entry(number)] + (key.map { [.key($0)] } ?? []))
    }
}
