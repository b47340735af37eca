import CaseModel

/// Which field of the case format each column of a table holds.
///
/// A field is named as the case format names it. A text has a field for each language, such as `title_en`; without a
/// tag it reads the same in every language. What `export … --format csv` writes needs no mapping.
package struct TableMapping: Equatable, Sendable {
    /// What a row of the table is.
    package enum Subject: String, CaseIterable, Sendable {
        case items, evidence, links, sources

        /// The fields that a row may have.
        package var fields: [Field] {
            switch self {
            case .items: Field.items
            case .evidence: Field.evidence
            case .links: Field.links
            case .sources: Field.sources
            }
        }
    }

    /// A field of a row.
    package struct Field: Equatable, Sendable {
        /// What stands in a cell.
        package enum Content: Sendable {
            /// One word, number, date or id.
            case word
            /// A text, in a column for each language.
            case text
            /// Several, with a semicolon and a blank between them.
            case list
            /// What follows from the rest of the case and is not read.
            case derived
        }

        /// Its name.
        package var name: String
        /// What stands in its cells.
        package var content: Content
    }

    private var columns: [(column: String, field: String)]
    /// What a row of the table is.
    package var subject: Subject

    /// Columns by their names, each with the name of a field; the columns that are named like a field are that
    /// field without being mapped.
    package init(_ subject: Subject, columns: [(column: String, field: String)] = []) {
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
        for row in table.rows {
            var record = TableRecord(number: row.number, address: row.address)
            for (place, cell) in row.cells.enumerated() where !cell.text.isEmpty {
                let value = DelimitedTable.plain(cell.text)
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
                        record: "row \(row.number)", name: table.header[place].text, value: cell.text,
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
        let start = table.header.first?.address ?? FileAddress(file: table.file, line: 1, column: 1)
        var wanted: [String: String] = [:]
        for (column, field) in columns {
            guard table.header.contains(where: { $0.text == column }) else {
                throw ImportError(
                    ImportMessage.noSuchColumn(column, among: table.header.map(\.text)), at: start)
            }
            guard subject.field(named: field) != nil else {
                throw ImportError(
                    ImportMessage.noSuchField(
                        field, among: subject.fields.filter { $0.content != .derived }.map(\.name)), at: start
                )
            }
            wanted[column] = field
        }
        var taken: Set<String> = []
        // Columns that are mapped go before those that are only named like a field.
        let mapped = Set(wanted.values)
        return try table.header.map { cell throws(ImportError) -> Meaning? in
            let name = wanted[cell.text] ?? (mapped.contains(cell.text) ? nil : cell.text)
            guard let name, let field = subject.field(named: name) else { return nil }
            if field.content == .derived { return .derived }
            guard taken.insert(name).inserted else {
                throw ImportError(ImportMessage.fieldTwice(name), at: cell.address)
            }
            return .field(name)
        }
    }
}

/// The rows of a table as fields of the case format.
package struct TableImport: Equatable, Sendable {
    /// The rows, in the order of the table.
    package var records: [TableRecord] = []
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

    /// The wordings of a text by language, with an empty tag for one that reads the same in every language.
    package func wordings(of field: String) -> [String: String] {
        var wordings: [String: String] = [:]
        for (name, value) in values {
            if name == field { wordings[""] = value }
            if name.hasPrefix(field + "_"),
                let tag = LanguageTag(String(name.dropFirst(field.utf8.count + 1)))
            {
                wordings[tag.description] = value
            }
        }
        return wordings
    }

    /// The words of a list.
    package func words(of field: String) -> [String] {
        (values[field] ?? "").split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
    }
}

extension TableMapping.Subject {
    /// The field of a name, where a text may have a language behind it; nil where there is none.
    func field(named name: String) -> TableMapping.Field? {
        if let field = fields.first(where: { $0.name == name }) { return field }
        return fields.first { field in
            field.content != .word && field.content != .list && name.hasPrefix(field.name + "_")
                && LanguageTag(String(name.dropFirst(field.name.utf8.count + 1))) != nil
        }
    }
}

extension TableMapping.Field {
    private static func fields(
        words: [String] = [], texts: [String] = [], lists: [String] = [], derived: [String] = []
    ) -> [TableMapping.Field] {
        let groups: [([String], Content)] = [
            (words, .word), (texts, .text), (lists, .list), (derived, .derived),
        ]
        return groups.flatMap { names, content in names.map { TableMapping.Field(name: $0, content: content) }
        }
    }

    static let items = fields(
        words: [
            "id", "kind", "parent", "period_start", "period_end", "status", "status_as_of", "status_source",
        ],
        texts: ["title", "short", "summary", "note"], lists: ["aka", "places", "actors"],
        derived: ["pane", "modes", "evidence_count", "source_count", "standing"])

    static let evidence = fields(
        words: ["about", "about_type", "source", "date", "strength", "quote", "supports"],
        texts: ["claim", "locator"], derived: ["about_title", "number", "standing"])

    static let links = fields(
        words: ["from", "relation", "to", "source", "classified"], texts: ["because"],
        derived: ["from_title", "relation_title", "flow", "to_title", "standing", "backwards"])

    static let sources = fields(
        words: [
            "id", "type", "date", "document_number", "volume", "issue", "pages", "url", "doi", "accessed",
            "checked",
            "isbn", "issn", "language", "copy", "archived", "title_is_descriptive", "archive_location",
        ],
        texts: [
            "title", "issuer", "container", "note", "publisher", "place", "edition", "outlet", "genre",
            "archive",
        ],
        lists: ["authors", "authors_zh", "authors_en", "editors", "editors_zh", "editors_en"])
}
