import CaseFiles
import CaseModel

/// A part of a case as rows and columns. One table serves every format: in a spreadsheet a text takes two
/// columns, `title_zh` and `title_en`, and a list one; in JSON they stay what they are.
struct Table: Sendable {
    /// What stands where a row and a column meet.
    enum Cell: Sendable {
        case word(String?)
        case text(Text?)
        case number(Int)
        /// Ids or names; none of them contains a semicolon followed by a blank.
        case list([String])
    }

    /// A column, with how many columns it takes in a spreadsheet.
    struct Column: Sendable {
        let name: String
        var isBilingual = false
    }

    let columns: [Column]
    let rows: [[Cell]]

    /// The first line of a spreadsheet.
    var header: [String] {
        columns.flatMap { $0.isBilingual ? [$0.name + "_zh", $0.name + "_en"] : [$0.name] }
    }

    /// The lines of a spreadsheet below the first; what is missing is an empty field.
    var lines: [[String]] {
        rows.map { row in row.flatMap(\.fields) }
    }

    /// The rows as records.
    var json: JSONValue {
        .array(rows.map { row in .object(zip(columns, row).map { ($0.name, $1.json) }) })
    }
}

extension Table.Cell {
    fileprivate var fields: [String] {
        switch self {
        case .word(let word): [word ?? ""]
        case .text(let text): [text?.chinese ?? "", text?.english ?? ""]
        case .number(let number): [String(number)]
        case .list(let words): [words.joined(separator: "; ")]
        }
    }

    fileprivate var json: JSONValue {
        switch self {
        case .word(let word): JSONValue(word)
        case .text(let text): .text(text)
        case .number(let number): .count(number)
        case .list(let words): .strings(words)
        }
    }
}

/// Which part of a case is laid out as a table.
package enum TableSubject: Sendable {
    case items, evidence, links, sources
    /// What a reader keeps of the case.
    case notebook(Notebook)

    func table(of graph: CaseGraph) -> Table {
        switch self {
        case .items: .items(of: graph)
        case .evidence: .evidence(of: graph)
        case .links: .links(of: graph)
        case .sources: .sources(of: graph)
        case .notebook(let notebook): .notebook(notebook, of: graph)
        }
    }
}

/// What every exported statement says of itself: whether a source bears it out, or else whose word it is.
enum Standing: String {
    case sourced, classified, interpretation
    /// The reader's.
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
