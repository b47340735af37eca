import CaseModel

/// How the value of a field is written: in YAML and JSON, in a pack, and in words.
package protocol FieldForm {
    /// The value in the model.
    associatedtype Stored

    /// The value as it stands in a file, or nil after reporting why it is none.
    func read(_ value: Value) -> Stored?

    /// The value in the keys of the case format; nil where the key is left out.
    func json(_ stored: Stored) -> JSONValue?

    /// Appends the value to a pack.
    func pack(_ stored: Stored, into writer: inout PackWriter)

    /// The next value of a pack.
    func unpack(from reader: inout PackReader) throws(PackError) -> Stored

    /// What can be written, for people and in JSON Schema.
    var shape: FieldShape { get }

    /// Combines what was read before under the same key of another file with what is read now.
    func joined(_ before: Stored, _ now: Stored) -> Stored
}

extension FieldForm {
    package func joined(_: Stored, _ now: Stored) -> Stored { now }
}

/// A form that differs from another one in how it is read.
package protocol RefinedForm: FieldForm {
    associatedtype Base: FieldForm where Base.Stored == Stored

    /// The form that it is written in.
    var base: Base { get }
}

extension RefinedForm {
    package func json(_ stored: Stored) -> JSONValue? { base.json(stored) }
    package func pack(_ stored: Stored, into writer: inout PackWriter) { base.pack(stored, into: &writer) }

    package func unpack(from reader: inout PackReader) throws(PackError) -> Stored {
        try base.unpack(from: &reader)
    }

    package var shape: FieldShape { base.shape }
}

/// What can be written as the value of a field.
package struct FieldShape: Sendable {
    /// In words, for the documentation: `a date`, `a list of ids of places`.
    var words: Text
    /// In JSON Schema 2020-12.
    var schema: JSONValue
    /// The record that is nested here.
    var nested: (any CaseRecord.Type)?
    /// What stands in the cells of a table.
    var cells = Cells.word
    /// Whether there may be several.
    var isList = false

    /// What stands in the cells of a table.
    package enum Cells: Equatable, Sendable {
        /// A word, id, date or address.
        case word
        /// Digits.
        case number
        /// `true` or `false`.
        case flag
        /// A text, in a column for each language.
        case text
        /// Digits, in a column for each language.
        case numbers
        /// Several words with semicolons between them.
        case words
        /// What has no cell of its own: a record, or a list of texts.
        case value

        /// Whether there is a column for each language.
        package var areInLanguages: Bool { self == .text || self == .numbers }
    }
}

/// A value that may be missing.
package struct Optionally<Form: FieldForm>: FieldForm {
    let form: Form

    package func read(_ value: Value) -> Form.Stored?? { form.read(value).map(Optional.some) }

    package func json(_ stored: Form.Stored?) -> JSONValue? { stored.flatMap(form.json) }

    package func pack(_ stored: Form.Stored?, into writer: inout PackWriter) {
        writer.byte(stored == nil ? 0 : 1)
        if let stored { form.pack(stored, into: &writer) }
    }

    package func unpack(from reader: inout PackReader) throws(PackError) -> Form.Stored? {
        switch try reader.byte() {
        case 0: nil
        case 1: try form.unpack(from: &reader)
        case _: throw .damaged
        }
    }

    package var shape: FieldShape { form.shape }
}

/// A value that is left out where it is the ordinary one.
package struct Defaulted<Base: FieldForm>: RefinedForm where Base.Stored: Equatable {
    package let base: Base
    let ordinary: Base.Stored

    package func read(_ value: Value) -> Base.Stored? { base.read(value) }

    package func json(_ stored: Base.Stored) -> JSONValue? { stored == ordinary ? nil : base.json(stored) }
}

/// A list; the key of an empty one is left out.
package struct ListOf<Form: FieldForm>: FieldForm {
    let form: Form

    package func read(_ value: Value) -> [Form.Stored]? { value.elements().compactMap(form.read) }

    package func json(_ stored: [Form.Stored]) -> JSONValue? {
        stored.isEmpty ? nil : .array(stored.map { form.json($0) ?? .null })
    }

    package func pack(_ stored: [Form.Stored], into writer: inout PackWriter) {
        writer.number(stored.count)
        for value in stored { form.pack(value, into: &writer) }
    }

    package func unpack(from reader: inout PackReader) throws(PackError) -> [Form.Stored] {
        let count = try reader.count()
        var values: [Form.Stored] = []
        // A forged count must not reserve more than the bytes could hold; growing is cheap.
        values.reserveCapacity(min(count, 1024))
        for _ in 0..<count { values.append(try form.unpack(from: &reader)) }
        return values
    }

    package var shape: FieldShape {
        let entry = form.shape
        return FieldShape(
            words: Text(
                chinese: "列表：每项为" + entry.words.zh,
                english: "a list, each entry " + entry.words.en),
            schema: .object([("type", .string("array")), ("items", entry.schema)]), nested: entry.nested,
            cells: entry.nested != nil ? entry.cells : entry.cells == .word ? .words : .value, isList: true)
    }

    package func joined(_ before: [Form.Stored], _ now: [Form.Stored]) -> [Form.Stored] { before + now }
}

/// A list of ids of entities defined elsewhere, none of them twice.
package struct ReferenceList<Named: Identified>: RefinedForm {
    package let base = ListOf(form: Reference<Named>())

    package func read(_ value: Value) -> [ID<Named>]? {
        var seen: Set<ID<Named>> = []
        return value.elements().compactMap { element in
            guard let id = base.form.read(element) else { return nil }
            if !seen.insert(id).inserted { element.report(.listedTwice(Named.entityKind.title, id.text)) }
            return id
        }
    }
}

/// A record within a record.
package struct Nested<Record: CaseRecord>: FieldForm {
    package func read(_ value: Value) -> Record? {
        guard var fields = value.fields(called: .noun(Record.recordDescription.subject)) else { return nil }
        var record = Record.blank
        fields.read(&record)
        return record
    }

    package func json(_ stored: Record) -> JSONValue? {
        let members = stored.jsonMembers
        return members.isEmpty ? nil : .object(members)
    }

    package func pack(_ stored: Record, into writer: inout PackWriter) {
        var stored = stored
        stored.visit(&writer)
    }

    package func unpack(from reader: inout PackReader) throws(PackError) -> Record {
        try reader.record()
    }

    package var shape: FieldShape {
        let about = Record.recordDescription
        return FieldShape(
            words: Text(chinese: "记录 `\(about.name)`", english: "a record `\(about.name)`"),
            schema: .object([("$ref", .string("#/$defs/" + about.name))]), nested: Record.self, cells: .value)
    }
}

/// A record that may be written shorter, as a text where that says it all.
package struct Shorthand<Record: CaseRecord, Short: FieldForm>: RefinedForm {
    package let base = Nested<Record>()
    let short: Short
    /// The record that a short form stands for.
    let expanded: (Short.Stored) -> Record
    /// The short form of a record, or nil where it would lose something.
    let shortened: (Record) -> Short.Stored?
    /// Whether a value is written in the short form.
    var isShort: (Value) -> Bool = { $0.isScalar }

    package func read(_ value: Value) -> Record? {
        isShort(value) ? short.read(value).map(expanded) : base.read(value)
    }

    package func json(_ stored: Record) -> JSONValue? {
        shortened(stored).map(short.json) ?? base.json(stored)
    }

    package var shape: FieldShape {
        let (whole, short) = (base.shape, short.shape)
        return FieldShape(
            words: Text(
                chinese: "\(short.words.zh)，或\(whole.words.zh)",
                english: "\(short.words.en), or \(whole.words.en)"),
            schema: .object([("anyOf", .array([short.schema, whole.schema]))]), nested: Record.self,
            cells: short.cells)
    }
}
