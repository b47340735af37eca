import CaseModel
import Yams

/// One value of a file with what is needed to complain about it: where it stands and what it is called.
struct Value {
    let node: Node
    let file: SourceText
    let context: LoadContext
    /// What the value is, as the beginning of a sentence: `title`, `an entry of 'links'`.
    let name: String

    /// Where the value begins.
    var address: Address { Address(of: node, in: file) }

    /// Whether the value says nothing: nothing at all, `~`, `null`, or an empty text, list or map.
    var isAbsent: Bool {
        switch node {
        case .scalar(let scalar):
            scalar.string.allSatisfy { $0 == " " || $0 == "\n" }
                || (scalar.style == .plain && ["~", "null", "Null", "NULL"].contains(scalar.string))
        case .sequence(let sequence): sequence.isEmpty
        case .mapping(let mapping): mapping.isEmpty
        case .alias: false
        }
    }

    /// Reports what is wrong with this value.
    func report(_ message: DiagnosticMessage) {
        context.report(message, at: address)
    }

    /// The value as a map, or nil after reporting that it is none.
    func fields(called subject: String) -> Fields? {
        guard case .mapping(let mapping) = node else {
            reportShape(expected: "a map of keys and values")
            return nil
        }
        return Fields(mapping, subject: subject, address: address, file: file, context: context)
    }

    /// The values of a list, or none after reporting that it is no list.
    func elements() -> [Value] {
        guard case .sequence(let sequence) = node else {
            reportShape(expected: "a list")
            return []
        }
        if sequence.count > Limits.entries { report(.tooManyEntries(name)) }
        return sequence.prefix(Limits.entries).map {
            Value(node: $0, file: file, context: context, name: "an entry of \(name)")
        }
    }

    /// Reports that the value has another shape than it should.
    func reportShape(expected: String) {
        let found =
            switch node {
            case .scalar: isAbsent ? "empty" : "a text"
            case .sequence: "a list"
            case .mapping: "a map"
            case .alias: "an alias"
            }
        report(.wrongShape(name, expected: expected, found: found))
    }
}

extension Address {
    /// The place where a node begins, as libyaml reports it.
    init(of node: Node, in file: SourceText) {
        self.init(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }
}
