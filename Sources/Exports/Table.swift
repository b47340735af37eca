import CaseFiles
import CaseModel

/// A part of a case as rows and columns. One table serves every format: in a spreadsheet a text takes a column for
/// each language of the case, such as `title_zh` and `title_en`, and a list one; in JSON they stay what they are.
struct Table: Sendable {
    /// A value in a table.
    enum Cell: Sendable {
        case word(String?)
        case text(Text?)
        case number(Int)
        case flag(Bool)
        /// Ids or names; none contains a semicolon followed by a space.
        case list([String])
    }

    /// A column; of texts it takes one for each language in a spreadsheet.
    struct Column: Sendable {
        let name: String
        var isText = false
    }

    let columns: [Column]
    let rows: [[Cell]]
    /// The languages of the case.
    var languages: [LanguageTag] = [.chinese, .english]

    /// The first line of a spreadsheet.
    var header: [String] {
        columns.flatMap { column in
            column.isText ? languages.map { "\(column.name)_\($0.text)" } : [column.name]
        }
    }

    /// The lines of a spreadsheet below the first, with empty fields for missing values.
    var lines: [[String]] {
        rows.map { row in row.flatMap { $0.fields(in: languages) } }
    }

    /// The rows as records.
    var json: String {
        JSONValue.array(rows.map { row in .object(zip(columns, row).map { ($0.name, $1.json) }) })
            .compacted.rendered()
    }
}

extension Table.Cell {
    fileprivate func fields(in languages: [LanguageTag]) -> [String] {
        switch self {
        case .word(let word): [word ?? ""]
        case .text(let text): languages.map { text?[$0] ?? "" }
        case .number(let number): [String(number)]
        case .flag(let flag): [flag ? "true" : "false"]
        case .list(let words): [words.joined(separator: "; ")]
        }
    }

    fileprivate var json: JSONValue {
        switch self {
        case .word(let word): JSONValue(word)
        case .text(let text): .text(text)
        case .number(let number): .count(number)
        case .flag(let flag): .bool(flag)
        case .list(let words): .strings(words)
        }
    }
}

/// The part of a case shown in a table.
package enum TableSubject: Sendable {
    case items, evidence, links, sources
    /// The reader's notebook.
    case notebook(Notebook)

    func table(of graph: CaseGraph) -> Table {
        var table: Table =
            switch self {
            case .items: .items(of: graph)
            case .evidence: .evidence(of: graph)
            case .links: .links(of: graph)
            case .sources: .sources(of: graph)
            case .notebook(let notebook): .notebook(notebook, of: graph)
            }
        table.languages = graph.case.manifest.languages
        return table
    }
}

/// The standing of an exported statement: sourced, or the word of the case's author or the reader.
enum Standing: String {
    /// The reader's own.
    case sourced, classified, interpretation
    case own

    /// The standing of a link.
    init(_ standing: Link.Standing) {
        switch standing {
        case .sourced: self = .sourced
        case .classified: self = .classified
        case .interpretation: self = .interpretation
        }
    }
}
