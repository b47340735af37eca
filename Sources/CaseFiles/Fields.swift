import CaseModel
import TextLayout

/// The keys and values of one map while they are read as a record.
///
/// Every key that the record visits is a known key: `read` reports the others, so that the declaration of a record is
/// the only list of its keys.
struct Fields {
    /// The map as the subject of a sentence: `item 'prj-x'`.
    private(set) var subject: Subject
    /// Where the map begins.
    let address: Address
    let file: SourceText
    let context: LoadContext
    private let mapping: Node.Mapping
    private var asked: [StaticString] = []
    /// Where the key stands that was found last: most stand in the order in which they are asked for.
    private var place = 0
    private var hasUnreadableValue = false
    /// The id of the record once it is read, before that of the one that it stands in.
    private var id = ""

    init(
        _ mapping: Node.Mapping, subject: Subject, owner: String, address: Address, file: SourceText,
        context: LoadContext
    ) {
        id = owner
        self.mapping = mapping
        self.subject = subject
        self.address = address
        self.file = file
        self.context = context
        asked.reserveCapacity(16)
    }

    /// Reads a record, then reports unknown keys and what contradicts itself.
    ///
    /// A value that cannot be read is reported and leaves what the record had. A case is returned only if there is no
    /// error, so that no such stand-in gets out.
    mutating func read<Record: CaseRecord>(_ record: inout Record) {
        record.visit(&self)
        finish()
        // Where a value is missing because it could not be read, a contradiction or a doubt is no news.
        for finding in hasUnreadableValue ? [] : record.contradictions + record.doubts {
            let first = finding.first.map { DiagnosticMessage.alsoStated(at: address(of: $0)) }
            context.report(finding.message.noting(first), at: address(of: finding.path))
        }
    }

    /// The value of a key, or nil if it is missing or empty.
    mutating func optional(_ key: StaticString) -> Value? {
        guard let value = given(key), !value.isAbsent else { return nil }
        return value
    }

    /// The value of a key, also an empty one; nil if the key is missing.
    mutating func given(_ key: StaticString) -> Value? {
        asked.append(key)
        guard let place = placeOfValue(of: key) else { return nil }
        self.place = place
        return Value(
            node: mapping[place].value, file: file, context: context, key: key.description, owner: id)
    }

    /// Where a key stands in the map. Records have few keys, so that looking through them costs less than a table.
    private func placeOfValue(of key: StaticString) -> Int? {
        let count = mapping.count
        return (0..<count).lazy.map { (self.place + $0) % count }.first { place in
            guard case .scalar(let scalar) = mapping[place].key else { return false }
            return scalar.string.isEqual(to: key)
        }
    }

    /// The value of a key, or nil after reporting that it is missing.
    private mutating func required(_ key: StaticString) -> Value? {
        if let value = optional(key) { return value }
        context.report(.missingKey(key.description, in: subject), at: address)
        return nil
    }

    /// The place of a value within the map, or of the last value on the way to it that there is.
    func address(of path: FieldPath) -> Address {
        var node = Node.mapping(mapping)
        for step in path.steps {
            switch step {
            case .key(let key):
                // A short form has no keys: the whole value is meant.
                guard let next = node.mapping?[key] else { return Address(of: node, in: file) }
                node = next
            case .entry(let number):
                guard let entries = node.sequence, number < entries.count else {
                    return Address(of: node, in: file)
                }
                node = entries[number]
            }
        }
        return path.steps.isEmpty ? address : Address(of: node, in: file)
    }

    /// The place of a key, or of the map if it has no such key.
    func keyAddress(of key: String) -> Address {
        mapping.first { $0.key.scalar?.string == key }.map { Address(of: $0.key, in: file) } ?? address
    }

    /// Reports the keys that were not read.
    mutating func finish() {
        // What stands there already is not what an unknown key is meant for.
        lazy var missing: [String] = {
            let standing = mapping.keys
            return asked.map(\.description).filter { !standing.contains($0) }
        }()
        for (key, value) in mapping {
            if context.isFull(of: .error) { return }
            guard case .scalar(let scalar) = key else {
                context.report(.keyNotText, at: Address(of: key, in: file))
                continue
            }
            guard !asked.contains(where: { scalar.string.isEqual(to: $0) }) else { continue }
            if let colon = scalar.colonBehindKey(where: { word in asked.contains { word.isEqual(to: $0) } }) {
                context.report(
                    .missingBlank(":"), at: Address(of: key, in: file).moved(right: colon))
                continue
            }
            var hint = Suggestion.nearest(to: scalar.string, among: missing).map {
                DiagnosticMessage.meant($0)
            }
            if hint == nil, value.scalar?.string.isEmpty == true {
                // `{en: bridges, roads}`: a key without a value is probably the rest of a text.
                hint = DiagnosticMessage.unquotedComma
            }
            context.report(
                .unknownKey(scalar.string, in: subject).noting(hint), at: Address(of: key, in: file))
        }
    }
}

extension Fields: FieldVisitor {
    /// Reads the map's own `id`, which later messages use as its name.
    mutating func ownID<Named: Identified>(_ id: inout ID<Named>, _: FieldNote) {
        guard let value = required("id"), let text = value.string(), !text.isEmpty else { return }
        // An id of the wrong form is defined all the same, so that references to it are not reported as well.
        context.define(Named.entityKind, text, at: value.address)
        subject = .entity(Named.entityKind, text)
        id = ID(value.idText() ?? text)
        self.id = id.text
    }

    mutating func field<Form: FieldForm>(
        _ key: StaticString, _ stored: inout Form.Stored, _ form: Form, _ note: FieldNote
    ) {
        let value =
            switch note.need {
            case .required: required(key)
            case .optional, .once: optional(key)
            }
        guard let value else { return }
        if let read = form.read(value) {
            stored = form.joined(stored, read)
        } else {
            hasUnreadableValue = true
        }
    }
}

extension String {
    /// Whether it has the same bytes as a key.
    fileprivate func isEqual(to key: StaticString) -> Bool {
        guard utf8.count == key.utf8CodeUnitCount else { return false }
        return key.withUTF8Buffer { utf8.elementsEqual($0) }
    }
}
