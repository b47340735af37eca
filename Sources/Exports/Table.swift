import CaseFiles
import CaseModel

/// A part of a case as rows and columns. One table serves every format: in a spreadsheet a text takes a column for
/// each language, such as `title_zh` and `title_en`, a list one, and a record within the record several; in JSON they
/// stay what they are.
struct Table: Sendable {
    typealias Column = RecordColumns.Column

    /// A row, as cells and as a record.
    struct Row: Sendable {
        let cells: [JSONValue?]
        let members: JSONRecord
    }

    let columns: [Column]
    var rows: [Row]
    /// The languages of the case.
    var languages: [LanguageTag] = [.chinese, .english]

    /// Rows of these columns, with cells that are also the members of their records.
    init(columns: [Column], rows: [[JSONValue?]]) {
        self.columns = columns
        self.rows = rows.map { cells in
            Row(
                cells: cells,
                members: zip(columns, cells).compactMap { column, cell in cell.map { (column.name, $0) } })
        }
    }

    /// A record in a row, with the values in front that say what it belongs to, and those behind that follow from the
    /// rest of the case.
    struct Record {
        var owner: [JSONValue?] = []
        let members: JSONRecord
        var derived: [JSONValue?] = []
    }

    /// Rows of records, with the columns that their declaration gives them.
    init(of table: RecordTable, records: [Record]) {
        let own = table.columns
        let names = table.owner.map { RecordColumns.Column(name: $0, cells: .word) }
        columns = names + own.columns + table.derived
        let nested = Set(RecordTable.nested.map(\.rawValue))
        rows = records.map { record in
            func members(_ names: [String], _ values: [JSONValue?]) -> JSONRecord {
                zip(names, values).compactMap { name, value in value.map { (name, $0) } }
            }
            return Row(
                cells: record.owner + own.cells(of: .object(record.members)) + record.derived,
                members: members(table.owner, record.owner)
                    + record.members.filter { !nested.contains($0.key) }
                    + members(table.derived.map(\.name), record.derived))
        }
    }

    /// The lines of a spreadsheet, the names of its columns first; a missing value is an empty cell.
    var lines: [[String]] {
        let wordings = columns.indices.map { place in
            let cells = rows.compactMap { $0.cells[place] }
            // Numbers have one column, unless the units of some differ by language.
            let isWorded = columns[place].cells == .text || cells.contains { $0.word == nil }
            return isWorded && columns[place].cells.areInLanguages
                ? WordingColumns(of: cells, in: languages) : nil
        }
        let header = zip(columns, wordings).flatMap { column, wordings in
            wordings.map { $0.suffixes.map { column.name + $0 } } ?? [column.name]
        }
        return [header]
            + rows.map { row in
                zip(row.cells, wordings).flatMap { cell, wordings in
                    wordings?.cells(of: cell) ?? [Self.text(of: cell)]
                }
            }
    }

    private static func text(of cell: JSONValue?) -> String {
        switch cell {
        case nil, .null?: ""
        case .array(let elements)?:
            elements.allSatisfy { $0.word != nil }
                ? DelimitedLines.list(elements.compactMap(\.word)) : JSONValue.array(elements).line
        case let value?: value.word ?? value.line
        }
    }

    /// The rows as records, in the keys of the case format.
    var json: String { JSONValue.array(rows.map { .object($0.members) }).rendered() }
}

/// The columns that the wordings of a text take: one for each language of the case, and of the texts themselves.
///
/// A text that reads the same in every language fills all of them. Where that would tell nothing apart, as in a case of
/// one language, it stands alone in a column without a language.
private struct WordingColumns {
    private let tags: [String]
    /// True if there is a column for texts without a language.
    private let hasPlain: Bool

    init(of texts: [JSONValue], in languages: [LanguageTag]) {
        var used: [String] = []
        var hasSame = false
        for text in texts {
            guard case .object(let members) = text else {
                hasSame = true
                continue
            }
            for member in members where !used.contains(member.key) { used.append(member.key) }
        }
        let listed = languages.map(\.text)
        let all = listed + used.filter { !listed.contains($0) }.sorted()
        let looksSame = texts.contains { text in
            guard case .object(let members) = text, members.count == all.count else { return false }
            return Set(members.map { $0.value.word ?? "" }).count == 1
        }
        guard listed.count == 1 || looksSame else {
            (tags, hasPlain) = (all, false)
            return
        }
        tags = listed.count == 1 ? all.filter(used.contains) : all
        hasPlain = hasSame || tags.count != 1
    }

    var suffixes: [String] { (hasPlain ? [""] : []) + tags.map { "_" + $0 } }

    func cells(of text: JSONValue?) -> [String] {
        guard case .object(let members)? = text else {
            let word = text?.word ?? ""
            return hasPlain ? [word] + tags.map { _ in "" } : tags.map { _ in word }
        }
        let words = tags.map { tag in members.first { $0.key == tag }?.value.word ?? "" }
        return hasPlain ? [""] + words : words
    }
}

/// The part of a case shown in a table.
package enum TableSubject: Sendable {
    case records(RecordTable)
    /// The reader's notebook.
    case notebook(Notebook)
    /// The selected rows of another table.
    indirect case selected(TableSubject, CaseSelection)

    /// The table; what it says of citations is said of a part of the case, if one is given.
    func table(of graph: CaseGraph, only selection: CaseSelection? = nil) -> Table {
        if case .selected(let whole, let selection) = self {
            return whole.table(of: graph, only: selection).rows(of: selection, in: graph)
        }
        var table: Table =
            switch self {
            case .records(let records): Table.records(records, of: graph, only: selection)
            case .notebook(let notebook): .notebook(notebook, of: graph)
            case .selected: Table(columns: [], rows: [])
            }
        table.languages = graph.case.manifest.languages
        return table
    }
}
