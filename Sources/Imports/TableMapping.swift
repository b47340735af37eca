import CaseFiles
import CaseModel

/// Which field of the case format each column of a table holds.
///
/// The fields are the columns that the record's declaration gives it. A text has one for each language, such as
/// `title_en`; without a tag it reads the same in every language. What `export … --format csv` writes needs no mapping.
package struct TableMapping: Equatable, Sendable {
    private var columns: [(column: String, field: String)]
    /// What a row of the table is.
    package var subject: RecordTable

    /// Columns by their names, each with the name of a field; the columns that are named like a field are that
    /// field without being mapped.
    package init(_ subject: RecordTable, columns: [(column: String, field: String)] = []) {
        (self.subject, self.columns) = (subject, columns)
    }

    package static func == (left: TableMapping, right: TableMapping) -> Bool {
        left.subject == right.subject && left.columns.elementsEqual(right.columns, by: ==)
    }

    /// Reads `Column=field`, at the last equals sign; nil without one.
    package static func parsed(_ argument: String) -> (column: String, field: String)? {
        guard let sign = argument.lastIndex(of: "=") else { return nil }
        let (column, field) = (argument[..<sign].trimmed, argument[argument.index(after: sign)...].trimmed)
        return column.isEmpty || field.isEmpty ? nil : (column, field)
    }

    /// The rows of a table as fields with their values, and what became of every cell.
    ///
    /// Empty cells are no fields. A mapping to a field that does not exist, or from a column that the table does not
    /// have, is an error; a column that nothing is said about is lost, cell by cell.
    package func rows(of table: DelimitedTable) throws(ImportError) -> TableImport {
        let places = try fields(of: table)
        var result = TableImport()
        result.fields = Set(places.compactMap { if case .field(let name)? = $0 { name } else { nil } })
        for row in table.rows {
            var record = TableRecord(number: row.number, address: row.address)
            for (place, cell) in row.cells.enumerated() where !cell.text.isEmpty {
                let value = DelimitedLines.plain(cell.text)
                let outcome: ImportedField.Outcome
                switch places[place] {
                case .field(let name):
                    record.values[name] = value.withoutUnsafe
                    record.addresses[name] = cell.address
                    outcome = value.withoutUnsafe == value ? .carried : .inPart(value.withoutUnsafe)
                case .derived: outcome = .carried
                case nil: outcome = .unknown
                }
                result.report.fields.append(
                    ImportedField(
                        record: Label.row(row.number), name: table.header[place].text, value: cell.text,
                        address: cell.address, outcome: outcome))
            }
            if !record.values.isEmpty { result.records.append(record) }
        }
        return result
    }

    private enum Meaning {
        case field(String)
        case derived
    }

    /// For each column the field that it holds.
    private func fields(of table: DelimitedTable) throws(ImportError) -> [Meaning?] {
        let start = table.header.first?.address ?? FileAddress(beginningOf: table.file)
        var wanted: [String: String] = [:]
        for (column, field) in columns {
            guard table.header.contains(where: { $0.text == column }) else {
                throw ImportError(
                    ImportMessage.noSuchColumn(column, among: table.header.map(\.text)), at: start)
            }
            guard meaning(of: field) != nil else {
                let names = subject.owner + subject.columns.columns.map(\.name)
                throw ImportError(ImportMessage.noSuchField(field, among: names), at: start)
            }
            wanted[column] = field
        }
        var taken: Set<String> = []
        // Columns that are mapped go before those that are only named like a field.
        let mapped = Set(wanted.values)
        return try table.header.map { cell throws(ImportError) -> Meaning? in
            let name = wanted[cell.text] ?? (mapped.contains(cell.text) ? nil : cell.text)
            guard let name, let meaning = meaning(of: name) else { return nil }
            if case .derived = meaning { return meaning }
            guard taken.insert(name).inserted else {
                throw ImportError(ImportMessage.fieldTwice(name), at: cell.address)
            }
            return meaning
        }
    }

    /// What a column of this name holds, where a text may have a language behind it; nil where there is no such field.
    private func meaning(of name: String) -> Meaning? {
        func isNamed(_ column: RecordColumns.Column) -> Bool {
            column.name == name || column.cells.areInLanguages && column.language(in: name) != nil
        }
        let columns = subject.columns.columns
        if subject.owner.contains(name) || columns.contains(where: { $0.name == name }) {
            return .field(name)
        }
        if subject.derived.contains(where: isNamed) { return .derived }
        return columns.contains(where: isNamed) ? .field(name) : nil
    }
}

extension RecordColumns.Column {
    /// The language that stands behind the name of the column, as in `title_en`.
    func language(in name: String) -> LanguageTag? {
        name.hasPrefix(self.name + "_") ? LanguageTag(String(name.dropFirst(self.name.utf8.count + 1))) : nil
    }
}

/// The rows of a table as fields of the case format.
package struct TableImport: Equatable, Sendable {
    /// The rows, in the order of the table.
    package var records: [TableRecord] = []
    /// The fields that the table has columns for.
    package var fields: Set<String> = []
    /// What became of every cell.
    package var report = ImportReport()
}

/// A row of a table as fields of the case format.
package struct TableRecord: Equatable, Sendable {
    /// The number of the row in a spreadsheet.
    package var number: Int
    /// Where the row begins.
    package var address: FileAddress
    /// The values by field, such as `title_en`; a list is one value with `; ` between its words.
    package var values: [String: String] = [:]
    /// Where each value stands.
    package var addresses: [String: FileAddress] = [:]
}
