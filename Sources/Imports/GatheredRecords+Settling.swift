import CaseFiles
import CaseModel

// Cells that are not in the words of the format: titles become ids, and what cannot be read is left out.
extension GatheredRecords {
    /// The members of a row as the format can read them; each cell that is left out is named with the reason.
    mutating func settled(
        _ members: Members, of row: TableRecord, as subject: RecordTable,
        _ outcomes: inout [FileAddress: ImportedField.Outcome]
    ) -> Members {
        var members = members
        for mention in RecordTrial(members, of: subject).mentions {
            guard let id = id(of: mention.word, among: mention.kind), id != mention.word else { continue }
            members = JSONValue.object(members).replacing(mention.path[...], with: .string(id)).ownMembers
        }
        // What contradicts something is found in the second round, when what cannot be read is gone.
        for _ in 0..<2 {
            for fault in RecordTrial(members, of: subject).faults {
                members = JSONValue.object(members).replacing(fault.path[...], with: .null).ownMembers
                let column = subject.columns.column(of: fault.path) ?? fault.path[0]
                let tagged = "\(column)_\(fault.path.last ?? "")"
                if let address = row.addresses[tagged] ?? row.addresses[column] {
                    outcomes[address] = .unreadable(fault.message)
                }
            }
            members = JSONValue.object(members).withoutNulls?.ownMembers ?? []
        }
        return members
    }

    /// The id that a word stands for: itself, or that of what has it for a title.
    mutating func id(of word: String, among kind: EntityKind) -> String? {
        if places[kind.list]?[word] != nil || titles.knows(word, among: kind) { return word }
        return ownTitles[kind]?[word.lowercased()] ?? titles.id(of: word, among: kind)
    }

    /// Notes the titles of a record that is gathered.
    mutating func note(titlesOf members: Members, id: String, in list: String) {
        guard let kind = EntityKind.entities.first(where: { $0.list == list }) else { return }
        for key in ["title", "short", "citation_key"] {
            guard let value = members.first(where: { $0.key == key })?.value else { continue }
            var wordings = [value.word].compactMap { $0 }
            if case .object(let members) = value { wordings = members.compactMap(\.value.word) }
            for wording in wordings where ownTitles[kind]?[wording.lowercased()] == nil {
                ownTitles[kind, default: [:]][wording.lowercased()] = id
            }
        }
    }
}

extension EntityKind {
    /// The list of a case in which entities of the kind stand.
    fileprivate var list: String { rawValue + "s" }
}

extension JSONValue {
    /// The members of an object.
    fileprivate var ownMembers: [(key: String, value: JSONValue)] {
        if case .object(let members) = self { members } else { [] }
    }

    /// The value with another one at the end of a path.
    fileprivate func replacing(_ path: ArraySlice<String>, with value: JSONValue) -> JSONValue {
        guard let step = path.first else { return value }
        switch self {
        case .object(let members):
            return .object(
                members.map { member in
                    member.key == step
                        ? (member.key, member.value.replacing(path.dropFirst(), with: value)) : member
                })
        case .array(let elements):
            return .array(
                elements.enumerated().map { number, element in
                    String(number) == step ? element.replacing(path.dropFirst(), with: value) : element
                })
        case .null, .bool, .number, .string: return self
        }
    }

    /// The value without what is null, and without lists and objects that hold nothing else.
    fileprivate var withoutNulls: JSONValue? {
        switch self {
        case .null: return nil
        case .bool, .number, .string: return self
        case .array(let elements):
            let kept = elements.compactMap(\.withoutNulls)
            return kept.isEmpty ? nil : .array(kept)
        case .object(let members):
            let kept = members.compactMap { key, value in value.withoutNulls.map { (key: key, value: $0) } }
            return kept.isEmpty ? nil : .object(kept)
        }
    }
}
