import CaseFiles
import CaseModel

// Case documents and lists of records as JSON.
extension GatheredRecords {
    /// The lists that records without a document may be of, those first that are named rather than any other that would
    /// fit as well.
    private static let sections: [RecordSection] =
        ["items", "sources", "places", "actors", "tours", "kinds", "relations", "statuses"]
        .compactMap { RecordSection(topLevel: $0) } + RecordTable.nested.map { RecordSection($0) }

    /// What commands and exports add to the keys of the format because it follows from the rest of the case.
    private static let derived: Set<String> = Set(
        RecordTable.allCases.flatMap { $0.derived.map(\.name) })

    /// Adds the records of a JSON file: a case, a list of records, or one.
    /// Returns what became of every member.
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
            for element in elements { try add(record: element, as: section, of: file, to: &report) }
            return
        } else if !RecordSection.topLevel.contains(key) {
            outcome = .unknown
        } else if existing == nil {
            others.append((key, value.value))
            outcome = .carried
        } else {
            let own = existing?.jsonMembers.first { $0.key == key }?.value
            let isSame = key == "format" || own == value.value
            outcome = isSame ? .carried : .caseHasOwn
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
        var fate: ImportedField.Outcome?
        if let table, !owner.isEmpty {
            switch attach(
                .object(own), as: section.key, to: id, among: table.owners(of: node["about_type"]?.word))
            {
            case .attached: break
            case .known: fate = .known
            case .nowhere: fate = .dangling
            }
        } else if let standing = standing(id, in: section.key) {
            fate = standing == JSONValue.object(own) ? .carried : .stands(id)
        } else {
            add(own, to: section.key)
        }
        for (key, value) in members where value.isThere {
            var outcome = ImportedField.Outcome.carried
            if let fate {
                outcome = fate
            } else if !section.keys.contains(key), !owner.contains(key), !Self.derived.contains(key) {
                outcome = key == "incoming" ? .noPlace : .unknown
            }
            report.fields.append(
                ImportedField(
                    record: Text(same: id.isEmpty ? section.key : id), name: key, value: value.line,
                    address: file.address(of: value.offset), outcome: outcome))
        }
    }
}

extension JSONNode {
    /// Whether there is a value: null stands for none.
    fileprivate var isThere: Bool {
        if case .null = content { false } else { true }
    }
}
