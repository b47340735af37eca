import CaseFiles
import CaseModel

// Cells that are not in the words of the format: titles become ids, and what cannot be read is left out, as is a row that
// lacks what every record needs.
extension GatheredRecords {
    /// The members of a row as the format can read them; each cell that is left out is named with the reason.
    mutating func settled(
        _ members: Members, of row: TableRecord, as subject: RecordTable,
        _ outcomes: inout [FileAddress: ImportedField.Outcome]
    ) -> Members {
        var members = members
        for mention in RecordTrial(members, of: subject).mentions {
            let id = id(of: mention.word, among: mention.kind)
            if id == mention.word || id == nil && !isKnown(mention.kind) { continue }
            let value = id.map(JSONValue.string) ?? .null
            members = JSONValue.object(members).replacing(mention.path[...], with: value).members ?? []
            if id == nil, let address = address(of: mention.path, in: row, of: subject) {
                outcomes[address] = .unreadable(ImportMessage.noSuch(mention.kind, mention.word))
            }
        }
        members = JSONValue.object(members).withoutNulls?.members ?? []
        // What contradicts something is found in the second round, when what cannot be read is gone.
        for _ in 0..<2 {
            for fault in RecordTrial(members, of: subject).faults {
                members = JSONValue.object(members).replacing(fault.path[...], with: .null).members ?? []
                if let address = address(of: fault.path, in: row, of: subject) {
                    outcomes[address] = .unreadable(fault.message)
                }
            }
            members = JSONValue.object(members).withoutNulls?.members ?? []
        }
        return members
    }

    /// The cell that holds the value at the end of a path.
    private func address(of path: RecordTrial.Path, in row: TableRecord, of subject: RecordTable)
        -> FileAddress?
    {
        let column = subject.columns.column(of: path) ?? path[0]
        return row.addresses["\(column)_\(path.last ?? "")"] ?? row.addresses[column]
    }

    /// True if what is not known of a kind does not exist. Without a case it may stand in another file, and sides need
    /// not be declared.
    private func isKnown(_ kind: EntityKind) -> Bool {
        guard let existing else { return false }
        return kind != .side || !existing.manifest.sides.isEmpty
    }

    /// Why a row cannot be a record: it lacks a key that each has. The cell that held it, if there is one, says more.
    func fault(
        of members: Members, from row: TableRecord, as subject: RecordTable, needing keys: [String],
        _ outcomes: [FileAddress: ImportedField.Outcome]
    ) -> LeftOutRecord? {
        guard let key = keys.first(where: { key in !members.contains { $0.key == key } }) else { return nil }
        var fault = LeftOutRecord(
            record: Label.row(row.number), address: row.address,
            reason: ImportMessage.lacking(key, in: subject))
        if let address = address(of: [key], in: row, of: subject),
            case .unreadable(let reason)? = outcomes[address]
        {
            (fault.address, fault.reason) = (address, reason)
        }
        return fault
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
            let wordings = value.members?.compactMap(\.value.word) ?? [value.word].compactMap { $0 }
            for wording in wordings where ownTitles[kind]?[wording.lowercased()] == nil {
                ownTitles[kind, default: [:]][wording.lowercased()] = id
            }
        }
    }
}

extension EntityKind {
    /// The list of a case in which entities of the kind stand.
    var list: String { rawValue + "s" }
}

extension JSONValue {
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
