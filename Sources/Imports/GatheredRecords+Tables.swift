import CaseFiles
import CaseModel

// Rows of tables as records.
extension GatheredRecords {
    /// Adds the rows of a table; those of evidence, links and metrics belong to records that were added before, or
    /// that the case has. The kind is that of an item that names none, the strength that of evidence. A row that cannot
    /// be a record is left out, and the others come. Returns what became of every cell.
    package mutating func add(
        _ table: TableImport, as subject: RecordTable, kind: String? = nil, strength: String? = nil
    ) -> ImportReport {
        let columns = subject.columns
        var rows = TableRows(of: table, as: subject)
        for row in table.records {
            var reader = RowReader(
                row: row, fields: table.fields, original: existing?.manifest.languages.first)
            let members = columns.members { reader.value(of: $0) }
            rows.outcomes.merge(reader.outcomes) { first, _ in first }
            if let owner = subject.owner.first {
                attach(row, members, to: owner, strength, &rows)
            } else {
                add(row, members, kind, &rows)
            }
        }
        settleAdded(&rows)
        compareStanding(&rows)
        return rows.finishedReport
    }

    /// Adds a row as a record of its own, unless the case has one of its id.
    private mutating func add(
        _ row: TableRecord, _ members: Members, _ kind: String?, _ rows: inout TableRows
    ) {
        var members = members
        if let id = row.values["id"] {
            if let first = rows.numbersOfIDs[id] {
                return rows.leaveOut(row, because: ImportMessage.repeats(id, row: first))
            }
            rows.numbersOfIDs[id] = row.number
            if !ValueForm.isID(id), let address = row.addresses["id"] {
                // Another one is made of the title.
                members.removeAll { $0.key == "id" }
                rows.outcomes[address] = .malformed
            }
        }
        if rows.subject == .items, let kind, row.values["kind"] == nil {
            members.append(("kind", .string(kind)))
        }
        if let id = row.values["id"], standing(id, in: rows.subject.rawValue) != nil {
            rows.standing.append((row, id, members))
        } else {
            rows.added.append((add(members, to: rows.subject.rawValue), row))
        }
    }

    /// Adds a row to the record that its column names.
    private mutating func attach(
        _ row: TableRecord, _ members: Members, to column: String, _ strength: String?,
        _ rows: inout TableRows
    ) {
        var members = members
        let subject = rows.subject
        let owners = subject.owners(of: row.values["about_type"])
        let word = row.values[column] ?? ""
        let id = owner(named: word, among: owners)
        if subject == .evidence, let strength, row.values["strength"] == nil {
            members.append(("strength", .string(strength)))
        }
        members = settled(members, of: row, as: subject, &rows.outcomes)
        if let fault = fault(of: members, from: row, as: subject, needing: rows.needs, rows.outcomes) {
            return rows.leaveOut(row, for: fault)
        }
        switch attach(.object(members), as: subject.rawValue, to: id, among: owners) {
        case .attached: break
        case .known: rows.markKnown(row)
        case .repeated: rows.leaveOut(row, because: ImportMessage.repeated)
        case .nowhere:
            rows.leaveOut(
                row, at: row.addresses[column],
                because: word.isEmpty
                    ? ImportMessage.lacking(column, in: subject) : ImportMessage.noOwner(word, among: owners))
        }
    }

    /// Puts ids for titles in the rows that were added: a row may name one further down. Those that name one which is
    /// left out are looked at once more.
    private mutating func settleAdded(_ rows: inout TableRows) {
        let subject = rows.subject
        var left: Set<Int> = []
        repeat {
            rows.added.removeAll { left.contains($0.number) }
            left = []
            for (number, row) in rows.added {
                let members = settled(
                    records[subject.rawValue]?[number].members ?? [], of: row, as: subject, &rows.outcomes)
                if let fault = fault(of: members, from: row, as: subject, needing: rows.needs, rows.outcomes)
                {
                    leaveOut(number, of: subject.rawValue)
                    rows.leaveOut(row, for: fault)
                    left.insert(number)
                } else {
                    replace(number, of: subject.rawValue, with: members)
                }
            }
        } while !left.isEmpty
    }

    /// Compares the rows of records that the case has with these; what such a row names may be further down as well.
    private mutating func compareStanding(_ rows: inout TableRows) {
        let subject = rows.subject
        for (row, id, members) in rows.standing {
            let members = settled(members, of: row, as: subject, &rows.outcomes)
            if stands(members, as: id, in: subject.rawValue) {
                rows.markKnown(row)
            } else {
                rows.leaveOut(row, at: row.addresses["id"], because: ImportMessage.standsOtherwise(id))
            }
        }
    }
}

/// The rows of a table while they are added, and what became of them so far.
private struct TableRows {
    let subject: RecordTable
    /// The keys without which a row is no record, of those that the table has columns for.
    let needs: [String]
    var outcomes: [FileAddress: ImportedField.Outcome] = [:]
    /// The numbers of the rows by the ids that they have.
    var numbersOfIDs: [String: Int] = [:]
    /// The rows of records that the case has.
    var standing: [(row: TableRecord, id: String, members: GatheredRecords.Members)] = []
    /// The rows that were added, by their numbers in the list of records.
    var added: [(number: Int, row: TableRecord)] = []
    private var report: ImportReport

    init(of table: TableImport, as subject: RecordTable) {
        self.subject = subject
        needs = subject.needs.filter { subject.hasColumn(for: $0, in: table.fields) }
        report = table.report
    }

    mutating func leaveOut(_ row: TableRecord, for fault: LeftOutRecord) {
        for address in row.addresses.values { outcomes[address] = .withRecord }
        report.leftOut.append(fault)
    }

    mutating func leaveOut(_ row: TableRecord, at address: FileAddress? = nil, because reason: Text) {
        leaveOut(
            row,
            for: LeftOutRecord(
                record: Label.row(row.number), address: address ?? row.address, reason: reason))
    }

    mutating func markKnown(_ row: TableRecord) {
        for address in row.addresses.values where outcomes[address] == nil { outcomes[address] = .known }
    }

    /// The report with the outcome of every cell, what is left out in the order of the file.
    var finishedReport: ImportReport {
        var report = report
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
        let kinds = EntityKind.entities.filter { lists.contains($0.list) }
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
