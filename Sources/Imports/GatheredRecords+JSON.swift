import CaseFiles
import CaseModel

// Case documents and lists of records as JSON.
extension GatheredRecords {
    /// The lists that records without a document may be of, those first that are named rather than any other that would
    /// fit as well.
    private static let sections: [RecordSection] =
        ["items", "sources", "places", "actors", "tours", "kinds", "relations", "statuses"]
        .compactMap { RecordSection(topLevel: $0) } + RecordTable.nested.map { RecordSection($0) }

    /// What exports, `show`, `search` and `list` add to the keys of the format because it follows from the rest of the
    /// case.
    private static let derived = Set(
        RecordTable.allCases.flatMap { $0.derived.map(\.name) } + [
            "incoming", "claims", "entity", "rank", "matched_in", "approximate", "grade", "chain",
        ])

    /// Adds the records of a JSON file: a case, a list of records, or one.
    /// Returns what became of every member; a record that cannot come is left out, and the others come.
    package mutating func add(json bytes: [UInt8], file: String) throws(ImportError) -> ImportReport {
        let source = try SourceFile(bytes, name: file)
        let root = try source.json()
        let topLevel = Set(RecordSection.topLevel)
        var report = ImportReport()
        switch root.content {
        case .array(let elements):
            for element in elements { try add(record: element, of: source, to: &report) }
        case .object(let members) where members.contains { topLevel.contains($0.key) && $0.key != "format" }:
            for (key, value) in members { try add(key, value, of: source, to: &report) }
        case .object: try add(record: root, of: source, to: &report)
        case .null, .bool, .number, .string: throw source.error(ImportMessage.notRecords, at: root.offset)
        }
        return report
    }

    /// Adds the value of a top-level key.
    private mutating func add(
        _ key: String, _ value: JSONNode, of file: SourceFile, to report: inout ImportReport
    ) throws(ImportError) {
        let outcome: ImportedField.Outcome
        if let section = RecordSection(topLevel: key), !(key == "panes" && existing != nil) {
            guard let elements = value.elements else {
                throw file.error(ImportMessage.notRecords, at: value.offset)
            }
            for element in elements {
                // Commands list parts of records under such keys as well: `network` its items without their titles.
                let keys = Set((element.members ?? []).map(\.key))
                if let lacking = section.required.first(where: { !keys.contains($0) }) {
                    throw file.error(ImportMessage.notWhole(lacking, of: key), at: element.offset)
                }
                try add(record: element, as: section, of: file, to: &report)
            }
            return
        } else if !RecordSection.topLevel.contains(key) {
            outcome = .unknown
        } else if existing == nil {
            others.append((key, value.value))
            outcome = .carried
        } else {
            let own = existing?.jsonMembers.first { $0.key == key }?.value
            let isSame = key == "format" || own == value.value
            outcome = !isSame ? .caseHasOwn : key == "format" ? .carried : .known
        }
        report.fields.append(
            ImportedField(
                record: Label.wholeCase, name: key, value: value.line,
                address: file.address(of: value.offset),
                outcome: outcome))
    }

    /// Adds a record to the list whose keys it has.
    private mutating func add(
        record node: JSONNode, of file: SourceFile, to report: inout ImportReport
    ) throws(ImportError) {
        let keys = Set((node.members ?? []).map(\.key))
        // A match of a search says of what kind it is.
        if let kind = node["entity"]?.word.flatMap(EntityKind.init),
            let section = RecordSection(topLevel: kind.list)
        {
            if let lacking = section.required.first(where: { !keys.contains($0) }) {
                throw file.error(ImportMessage.notWhole(lacking, of: section.key), at: node.offset)
            }
            return try add(record: node, as: section, of: file, to: &report)
        }
        let fitting = Self.sections.filter { section in
            let owner = RecordTable(rawValue: section.key)?.owner.first
            return section.required.allSatisfy { keys.contains($0) || $0 == "id" }
                && owner.map(keys.contains) ?? true
        }
        func strange(_ section: RecordSection) -> Int {
            keys.subtracting(Self.derived).subtracting(section.keys).count
        }
        guard let section = fitting.min(by: { strange($0) < strange($1) }) else {
            throw file.error(ImportMessage.notRecords, at: node.offset)
        }
        try add(record: node, as: section, of: file, to: &report)
    }

    /// Adds a record to a list.
    private mutating func add(
        record node: JSONNode, as section: RecordSection, of file: SourceFile, to report: inout ImportReport
    ) throws(ImportError) {
        guard let members = node.members else { throw file.error(ImportMessage.notRecords, at: node.offset) }
        let table = RecordTable(rawValue: section.key)
        let owner = table?.owner ?? []
        let own = section.keys.compactMap { key in
            members.first { $0.key == key && $0.value.isThere }.map { (key: key, value: $0.value.value) }
        }
        let id = node[owner.first ?? "id"]?.word ?? ""
        let fate = fate(of: own, of: id, as: section.key, about: node["about_type"]?.word)
        let record = Text(id.isEmpty ? section.key : id)
        if case .leftOut(let reason) = fate {
            report.leftOut.append(
                LeftOutRecord(record: record, address: file.address(of: node.offset), reason: reason))
        }
        for (key, value) in members where value.isThere {
            let outcome: ImportedField.Outcome =
                switch fate {
                case .leftOut: .withRecord
                case .added where section.keys.contains(key) || owner.contains(key): .carried
                case .standing(let outcomes) where section.keys.contains(key): outcomes[key] ?? .known
                case .known: .known
                case .added, .standing:
                    Self.derived.contains(key) || owner.contains(key) ? .carried : .unknown
                }
            report.fields.append(
                ImportedField(
                    record: record, name: key, value: value.line,
                    address: file.address(of: value.offset), outcome: outcome))
        }
    }

    /// What becomes of a record.
    private enum Fate {
        case added
        case known
        /// The case has it: what becomes of its members.
        case standing([String: ImportedField.Outcome])
        case leftOut(Text)
    }

    /// Adds a record, or what it has more than the one of its id in the case.
    private mutating func fate(of own: Members, of id: String, as list: String, about type: String?) -> Fate {
        if let table = RecordTable(rawValue: list), !table.owner.isEmpty {
            let owners = table.owners(of: type)
            switch attach(.object(own), as: list, to: id, among: owners) {
            case .attached: return .added
            case .known: return .known
            case .repeated: return .leftOut(ImportMessage.repeated)
            case .nowhere: return .leftOut(ImportMessage.ownerElsewhere(id, among: owners))
            }
        }
        if places[list]?[id] != nil { return .leftOut(ImportMessage.idAgain(id)) }
        guard standing(id, in: list) != nil else {
            add(own, to: list)
            return .added
        }
        var outcomes: [String: ImportedField.Outcome] = [:]
        var isMore = false
        for (key, value) in own {
            guard RecordTable.nested.contains(where: { $0.rawValue == key }), case .array(let entries) = value
            else {
                outcomes[key] = stands([(key, value)], as: id, in: list) ? .known : .caseHasOwn
                continue
            }
            let fates = entries.map { attach($0, as: key, to: id, among: [list]) }
            outcomes[key] = fates.contains(.attached) ? .carried : .known
            isMore = isMore || fates.contains(.attached)
        }
        if isMore || outcomes.values.allSatisfy({ $0 == .known }) { return .standing(outcomes) }
        return .leftOut(ImportMessage.standsOtherwise(id))
    }
}

extension JSONNode {
    /// Whether there is a value: null stands for none.
    fileprivate var isThere: Bool {
        if case .null = content { false } else { true }
    }
}
