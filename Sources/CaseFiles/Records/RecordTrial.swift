import CaseModel

/// A record that is not in a file yet, read as if it were: what of it cannot be read, and which ids it names.
package struct RecordTrial {
    /// The keys and numbers of entries on the way to a value: `links`, `2`, `to`.
    package typealias Path = [String]

    /// What keeps a value from being read, or contradicts another one.
    package private(set) var faults: [(path: Path, message: Text)] = []
    /// The words that stand where ids of entities of a kind belong.
    package private(set) var mentions: [(path: Path, kind: EntityKind, word: String)] = []

    /// The record as a case has it, each value in its usual form; nil where something of it cannot be read. What is
    /// missing has a stand-in.
    package private(set) var written: JSONValue?

    /// For each value the way to it; diagnostics name a value by its number in place of a line.
    private var paths: [Path] = [[]]

    /// Reads the members of a record of a table. What is missing is no fault, since it may yet come.
    package init(_ members: [(key: String, value: JSONValue)], of table: RecordTable) {
        let node = node(.object(members), at: [])
        guard case .mapping(let mapping) = node else { return }
        let file = SourceText(name: "", text: nil)
        let context = LoadContext()
        var fields = Fields(
            mapping, subject: .file, owner: "", address: Address(file: file, line: 0, column: 1), file: file,
            context: context)
        let read = Self.read(table.record, from: &fields)
        for diagnostic in context.diagnostics where diagnostic.severity == .error {
            guard paths.indices.contains(diagnostic.line), !paths[diagnostic.line].isEmpty else { continue }
            faults.append((paths[diagnostic.line], diagnostic.message))
        }
        if faults.isEmpty { written = read }
        for reference in context.references + context.misnomers.map(\.reference) {
            guard paths.indices.contains(reference.address.line) else { continue }
            mentions.append((paths[reference.address.line], reference.kind, reference.id))
        }
    }

    private static func read<Record: CaseRecord>(_: Record.Type, from fields: inout Fields) -> JSONValue {
        var record = Record.blank
        fields.read(&record)
        return record.json
    }

    /// The value as it would be composed from a file.
    private mutating func node(_ value: JSONValue, at path: Path) -> Node {
        let mark = Node.Mark(line: Int32(clamping: paths.count), column: 1)
        paths.append(path)
        switch value {
        case .array(let elements):
            let nodes = elements.enumerated().map { node($1, at: path + [String($0)]) }
            return .sequence(Node.Sequence(elements: nodes, mark: mark))
        case .object(let members):
            let pairs = members.map { key, value in
                let value = node(value, at: path + [key])
                return (
                    key: Node.scalar(Node.Scalar(string: key, mark: value.mark, style: .doubleQuoted)),
                    value: value
                )
            }
            return .mapping(Node.Mapping(pairs: pairs, mark: mark))
        case .null, .bool, .number, .string:
            return .scalar(Node.Scalar(string: value.word ?? "", mark: mark, style: .doubleQuoted))
        }
    }
}
