import CaseModel
import Yams

/// The keys and values of one map while they are read.
///
/// Every key that is read is a known key: `finish()` reports the others, so that the code that reads an entity is the
/// only list of its keys.
struct Fields {
    /// The map as the subject of a sentence: `item 'prj-x'`.
    var subject: String
    /// Where the map begins.
    let address: Address
    let file: SourceText
    let context: LoadContext
    private let mapping: Node.Mapping
    private var values: [String: Node] = [:]
    private var asked: [String] = []

    init(_ mapping: Node.Mapping, subject: String, address: Address, file: SourceText, context: LoadContext) {
        self.mapping = mapping
        self.subject = subject
        self.address = address
        self.file = file
        self.context = context
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else { continue }
            values[scalar.string] = value
        }
    }

    /// The value of a key, or nil if it is missing or empty.
    mutating func optional(_ key: String) -> Value? {
        asked.append(key)
        guard let node = values[key] else { return nil }
        let value = Value(node: node, file: file, context: context, name: "'\(key)'")
        return value.isAbsent ? nil : value
    }

    /// The value of a key, or nil after reporting that it is missing.
    mutating func required(_ key: String) -> Value? {
        if let value = optional(key) { return value }
        context.report(.missingKey(key, in: subject), at: address)
        return nil
    }

    /// The place of a key's value, or of the map if it has no such key.
    func address(of key: String) -> Address {
        values[key].map { Address(of: $0, in: file) } ?? address
    }

    /// The place of a key, or of the map if it has no such key.
    func keyAddress(of key: String) -> Address {
        for (candidate, _) in mapping {
            if case .scalar(let scalar) = candidate, scalar.string == key {
                return Address(of: candidate, in: file)
            }
        }
        return address
    }

    /// Reports the keys that were not read.
    func finish() {
        for (key, value) in mapping {
            let place = Address(of: key, in: file)
            guard case .scalar(let scalar) = key else {
                context.report(.keyNotText, at: place)
                continue
            }
            guard !asked.contains(scalar.string) else { continue }
            if context.isFull { return }
            var hint = Suggestion.nearest(to: scalar.string, among: asked).map { DiagnosticMessage.meant($0) }
            if hint == nil, value.scalar?.string.isEmpty == true {
                // `{en: bridges, roads}`: a key without a value is probably the rest of a text.
                hint = DiagnosticMessage.unquotedComma
            }
            context.report(.unknownKey(scalar.string, in: subject).noting(hint), at: place)
        }
    }
}

// Reading by key; a placeholder replaces a required value that cannot be read, which is reported.
extension Fields {
    mutating func string(_ key: String, _ measure: Measure = .line) -> String {
        required(key)?.string(measure) ?? ""
    }

    mutating func optionalString(_ key: String, _ measure: Measure = .line) -> String? {
        optional(key)?.string(measure)
    }

    mutating func text(_ key: String, _ measure: Measure = .line) -> Text {
        required(key)?.text(measure) ?? Text("")
    }

    mutating func optionalText(_ key: String, _ measure: Measure = .line) -> Text? {
        optional(key)?.text(measure)
    }

    mutating func optionalDate(_ key: String) -> PartialDate? {
        optional(key)?.date()
    }

    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String, else standIn: Choice)
        -> Choice
    {
        required(key)?.choice(Choice.self) ?? standIn
    }

    mutating func optionalChoice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String) -> Choice? {
        optional(key)?.choice(Choice.self)
    }

    mutating func reference<Named: Identified>(_ key: String) -> ID<Named> {
        required(key)?.reference("'\(key)' names") ?? ID("")
    }

    mutating func optionalReference<Named: Identified>(_ key: String) -> ID<Named>? {
        optional(key)?.reference("'\(key)' names")
    }

    /// The map's own `id`, which later messages use as its name.
    mutating func ownID<Named: Identified>(_: Named.Type) -> ID<Named> {
        guard let value = required("id"), let text = value.string(), !text.isEmpty else { return ID("") }
        // An id of the wrong form is defined all the same, so that references to it are not reported as well.
        context.define(Named.entityKind, text, at: value.address)
        subject = "\(Named.entityKind.rawValue) \(DiagnosticMessage.quoted(text))"
        return ID(value.idText() ?? text)
    }

    /// A list of maps, each read by `read` and then checked for unknown keys.
    mutating func list<Element>(
        _ key: String, called subject: String, _ read: (inout Fields) -> Element
    ) -> [Element] {
        guard let value = optional(key) else { return [] }
        return value.elements().compactMap { element in
            guard var fields = element.fields(called: subject) else { return nil }
            let read = read(&fields)
            fields.finish()
            return read
        }
    }

    /// A map read by `read` and then checked for unknown keys.
    mutating func map<Element>(
        _ key: String, called subject: String, _ read: (inout Fields) -> Element
    ) -> Element? {
        guard var fields = optional(key)?.fields(called: subject) else { return nil }
        let read = read(&fields)
        fields.finish()
        return read
    }

    /// A list of ids, none of them twice.
    mutating func references<Named: Identified>(_ key: String) -> [ID<Named>] {
        var seen: Set<ID<Named>> = []
        return (optional(key)?.elements() ?? []).compactMap { element in
            guard let id: ID<Named> = element.reference("'\(key)' names") else { return nil }
            if !seen.insert(id).inserted { element.report(.listedTwice(Named.entityKind.rawValue, id.text)) }
            return id
        }
    }

    /// A list of texts in one language.
    mutating func strings(_ key: String) -> [String] {
        (optional(key)?.elements() ?? []).compactMap { $0.string() }
    }
}
