import CaseModel
import TextLayout

/// A value of a file, with its place and name for diagnostics.
package struct Value {
    let node: Node
    let file: SourceText
    let context: LoadContext
    /// The subject of messages about it: `'title'`, `an entry of 'links'`.
    let name: Subject
    /// The key under which it stands, or its list does.
    let key: String
    /// The id of the record in which it stands, as far as that has been read.
    let owner: String

    /// A value with a name of its own, such as a whole file.
    init(
        node: Node, file: SourceText, context: LoadContext, name: Subject, key: String = "",
        owner: String = ""
    ) {
        self.node = node
        self.file = file
        self.context = context
        self.name = name
        self.key = key
        self.owner = owner
    }

    /// The value of a key.
    init(node: Node, file: SourceText, context: LoadContext, key: String, owner: String) {
        self.init(node: node, file: file, context: context, name: .key(key), key: key, owner: owner)
    }

    /// How an id that is its value is used.
    var mention: Mention { .key(key) }

    /// The place where it begins.
    var address: Address { Address(of: node, in: file) }

    /// True if it is empty: nothing at all, `~`, `null`, or an empty text, list or map.
    var isAbsent: Bool {
        switch node {
        case .scalar(let scalar): scalar.isAbsent
        case .sequence(let sequence): sequence.isEmpty
        case .mapping(let mapping): mapping.isEmpty
        }
    }

    /// Reports a diagnostic at its place.
    func report(_ message: DiagnosticMessage) {
        context.report(message, at: address)
    }

    /// The value as a map, or nil after reporting that it is not one.
    func fields(called subject: Subject) -> Fields? {
        guard case .mapping(let mapping) = node else {
            reportShape(expected: .keysAndValues)
            return nil
        }
        return Fields(
            mapping, subject: subject, owner: owner, address: address, file: file, context: context)
    }

    /// The values of a list, or none after reporting that it is not one.
    func elements() -> [Value] {
        guard case .sequence(let sequence) = node else {
            reportShape(expected: .list)
            return []
        }
        if sequence.count > Limits.entries { report(.tooManyEntries(name)) }
        let name = Subject.entry(of: name)
        return sequence.prefix(Limits.entries).map {
            Value(node: $0, file: file, context: context, name: name, key: key, owner: owner)
        }
    }

    /// True if it is a list.
    var isList: Bool {
        if case .sequence = node { true } else { false }
    }

    /// True if it is a text or a number.
    var isScalar: Bool {
        if case .scalar = node { true } else { false }
    }

    /// True if it is a map with this key.
    func hasKey(_ key: String) -> Bool {
        node.mapping?[key] != nil
    }

    /// True if it is a text, in one language or a map of several.
    var isText: Bool {
        guard case .mapping(let mapping) = node else { return isScalar }
        return mapping.contains { $0.key.scalar.map { LanguageTag($0.string) != nil } ?? false }
    }

    /// Reports that it is of another shape than expected.
    func reportShape(expected: Shape) {
        let found: Shape =
            switch node {
            case .scalar: isAbsent ? .nothing : .text
            case .sequence: .list
            case .mapping: .map
            }
        let opening = node.scalar?.string.unicodeScalars.first
        let isLookalike = opening.map { Lookalikes.opensValue($0) || Lookalikes.isDash($0) } == true
        let hint = isLookalike ? DiagnosticMessage.fullWidthHint(in: node.scalar?.string ?? "") : nil
        report(.wrongShape(name, expected: expected, found: found).noting(hint))
    }
}

extension Node.Scalar {
    /// The scalars before a colon that no blank follows and that makes the plain text `fr:River` no key; nil where what
    /// stands in front of it is no key either.
    func colonBehindKey(where isKey: (String) -> Bool) -> Int? {
        guard style == .plain, let colon = string.unicodeScalars.firstIndex(of: ":"),
            isKey(String(string.unicodeScalars[..<colon]))
        else { return nil }
        return string.unicodeScalars.distance(from: string.unicodeScalars.startIndex, to: colon)
    }

    /// True for nothing at all, blanks, `~` and `null`.
    var isAbsent: Bool {
        var first = string.utf8.makeIterator()
        switch first.next() {
        case nil: return true
        case UInt8(ascii: " "), UInt8(ascii: "\n"):
            return string.utf8.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
            return style == .plain && ["~", "null", "Null", "NULL"].contains(string)
        case _: return false
        }
    }
}
