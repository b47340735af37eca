import CaseFiles
import CaseModel

// Rows of tables as records.
extension GatheredRecords {
    /// Adds the rows of a table; those of evidence, links and metrics belong to records that were added before, or
    /// that the case has.
    /// The kind is that of an item that names none, the strength that of evidence. A row that cannot be a record is left
    /// out, and the others come. Returns what became of every cell.
    package mutating func add(
        _ table: TableImport, as subject: RecordTable, kind: String? = nil, strength: String? = nil
    ) -> ImportReport {
        var outcomes: [FileAddress: ImportedField.Outcome] = [:]
        let columns = subject.columns
        var rowsOfIDs: [String: Int] = [:]
        var standing: [(row: TableRecord, id: String, members: Members)] = []
        var added: [(number: Int, row: TableRecord)] = []
        let needs = subject.needs.filter { subject.hasColumn(for: $0, in: table.fields) }
        var report = table.report
        func leaveOut(_ row: TableRecord, for fault: LeftOutRecord) {
            for address in row.addresses.values { outcomes[address] = .withRecord }
            report.leftOut.append(fault)
        }
        func leaveOut(_ row: TableRecord, at address: FileAddress? = nil, because reason: Text) {
            leaveOut(
                row,
                for: LeftOutRecord(
                    record: Label.row(row.number), address: address ?? row.address, reason: reason))
        }
        func markKnown(_ row: TableRecord) {
            for address in row.addresses.values where outcomes[address] == nil { outcomes[address] = .known }
        }
        for row in table.records {
            var reader = RowReader(
                row: row, fields: table.fields, original: existing?.manifest.languages.first)
            var members = columns.members { reader.value(of: $0) }
            outcomes.merge(reader.outcomes) { first, _ in first }
            guard let owner = subject.owner.first else {
                if let id = row.values["id"], let first = rowsOfIDs[id] {
                    leaveOut(row, because: ImportMessage.repeats(id, row: first))
                    continue
                }
                if let id = row.values["id"] {
                    rowsOfIDs[id] = row.number
                    if !ValueForm.isID(id), let address = row.addresses["id"] {
                        // Another one is made of the title.
                        members.removeAll { $0.key == "id" }
                        outcomes[address] = .malformed
                    }
                }
                if subject == .items, let kind, row.values["kind"] == nil {
                    members.append(("kind", .string(kind)))
                }
                if let id = row.values["id"], self.standing(id, in: subject.rawValue) != nil {
                    standing.append((row, id, members))
                    continue
                }
                added.append((add(members, to: subject.rawValue), row))
                continue
            }
            let owners = subject.owners(of: row.values["about_type"])
            let word = row.values[owner] ?? ""
            let id = self.owner(named: word, among: owners)
            if subject == .evidence, let strength, row.values["strength"] == nil {
                members.append(("strength", .string(strength)))
            }
            members = settled(members, of: row, as: subject, &outcomes)
            if let fault = fault(of: members, from: row, as: subject, needing: needs, outcomes) {
                leaveOut(row, for: fault)
                continue
            }
            switch attach(.object(members), as: subject.rawValue, to: id, among: owners) {
            case .attached: break
            case .known:
                markKnown(row)
            case .repeated: leaveOut(row, because: ImportMessage.repeated)
            case .nowhere:
                leaveOut(
                    row, at: row.addresses[owner],
                    because: word.isEmpty
                        ? ImportMessage.lacking(owner, in: subject)
                        : ImportMessage.noOwner(word, among: owners))
            }
        }
        // A row may name one further down by its title. Those that name one which is left out are looked at once more.
        var left: Set<Int> = []
        repeat {
            added.removeAll { left.contains($0.number) }
            left = []
            for (number, row) in added {
                let members = settled(
                    records[subject.rawValue]?[number].members ?? [], of: row, as: subject, &outcomes)
                if let fault = fault(of: members, from: row, as: subject, needing: needs, outcomes) {
                    self.leaveOut(number, of: subject.rawValue)
                    leaveOut(row, for: fault)
                    left.insert(number)
                } else {
                    replace(number, of: subject.rawValue, with: members)
                }
            }
        } while !left.isEmpty
        // What such a row names may be further down as well.
        for (row, id, members) in standing {
            let members = settled(members, of: row, as: subject, &outcomes)
            if stands(members, as: id, in: subject.rawValue) {
                markKnown(row)
            } else {
                leaveOut(row, at: row.addresses["id"], because: ImportMessage.standsOtherwise(id))
            }
        }
        report.leftOut.sort {
            ($0.address.line, $0.address.column) < ($1.address.line, $1.address.column)
        }
        for place in report.fields.indices {
            if let outcome = outcomes[report.fields[place].address] { report.fields[place].outcome = outcome }
        }
        return report
    }
}

extension GatheredRecords {
    /// The id of the record to which a row belongs, which may name it by its title.
    private mutating func owner(named word: String, among lists: [String]) -> String {
        let kinds = EntityKind.entities.filter { lists.contains($0.rawValue + "s") }
        for kind in kinds {
            if let id = id(of: word, among: kind) { return id }
        }
        return word
    }
}

extension RecordTable {
    /// The keys that every row has: those without which there is no record, but for ids, which are made of titles.
    package var needs: [String] { RecordSection(self).required.filter { $0 != "id" } }

    /// True if one of some fields of a table holds a key, in whatever language.
    package func hasColumn(for key: String, in fields: Set<String>) -> Bool {
        fields.contains { field in
            field == key || columns.columns.contains { $0.name == key && $0.language(in: field) != nil }
        }
    }

    /// The tables in which the record may be to which a row belongs.
    func owners(of type: String?) -> [String] {
        switch self {
        case .items, .sources, .places, .actors: []
        case .links, .metrics: [RecordTable.items.rawValue]
        case .evidence:
            switch type {
            case "item": [RecordTable.items.rawValue]
            case "place": [RecordTable.places.rawValue]
            case "actor": [RecordTable.actors.rawValue]
            case _: [RecordTable.items, .places, .actors].map(\.rawValue)
            }
        }
    }
}

/// The cells of a row as values.
private struct RowReader {
    let row: TableRecord
    /// The fields that the table has columns for.
    let fields: Set<String>
    /// The language of a text without one beside wordings in others.
    let original: LanguageTag?
    /// What became of cells that are not carried.
    var outcomes: [FileAddress: ImportedField.Outcome] = [:]

    mutating func value(of column: RecordColumns.Column) -> JSONValue? {
        if column.cells.areInLanguages { return wordings(of: column) }
        guard let cell = row.values[column.name] else { return nil }
        switch column.cells {
        case .word, .text: return .string(cell)
        case .number, .numbers: return Self.number(cell)
        case .flag: return ["true", "false"].contains(cell) ? .bool(cell == "true") : .string(cell)
        case .words: return .strings(DelimitedLines.words(of: cell))
        case .value:
            if let value = try? JSONValue(reading: Array(cell.utf8)) { return value }
            lose(column.name, .malformed)
            return nil
        }
    }

    /// A text or number in its languages. Exports repeat one that reads the same in every language in all columns,
    /// unless there is a column without a language for it.
    private mutating func wordings(of column: RecordColumns.Column) -> JSONValue? {
        let stored = column.cells == .numbers ? Self.number : JSONValue.string
        let tagged = row.values.keys.filter { column.language(in: $0) != nil && fields.contains($0) }.sorted()
        let same = row.values[column.name]
        if tagged.isEmpty { return same.map(stored) }
        let texts = tagged.map { row.values[$0] ?? "" }
        if !fields.contains(column.name), texts.count > 1, Set(texts).count == 1,
            texts.count == fields.count(where: { column.language(in: $0) != nil })
        {
            return stored(texts[0])
        }
        var wordings = tagged.compactMap { name in
            column.language(in: name).map { (key: $0.text, value: stored(row.values[name] ?? "")) }
        }
        if let same {
            if let original, !wordings.contains(where: { $0.key == original.text }) {
                wordings.insert((original.text, stored(same)), at: 0)
            } else {
                lose(column.name, .again)
            }
        }
        return .object(wordings)
    }

    private mutating func lose(_ name: String, _ outcome: ImportedField.Outcome) {
        if let address = row.addresses[name] { outcomes[address] = outcome }
    }

    /// The number where JSON has it in these digits, else what was written.
    private static func number(_ text: String) -> JSONValue {
        guard case .number(let digits)? = try? JSONValue(reading: Array(text.utf8)), digits == text else {
            return .string(text)
        }
        return .number(digits)
    }
}
