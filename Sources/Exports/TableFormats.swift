import CaseFiles
import CaseModel

/// A table for spreadsheets: comma-separated values (RFC 4180), or the same with tabs.
package struct DelimitedText: CaseFormat {
    /// The separator between two fields.
    package enum Delimiter: Character, Sendable {
        case comma = ","
        case tab = "\t"
    }

    private let subject: TableSubject
    private let delimiter: Delimiter
    private let hasByteOrderMark: Bool

    /// A part of a case; a byte order mark shows Excel that the text is UTF-8.
    package init(_ subject: TableSubject, delimiter: Delimiter, byteOrderMark: Bool = false) {
        self.subject = subject
        self.delimiter = delimiter
        hasByteOrderMark = byteOrderMark
    }

    /// The header and one line a row.
    package func text(of graph: CaseGraph) -> String {
        DelimitedLines.written(
            subject.table(of: graph).lines, delimiter: delimiter.rawValue, byteOrderMark: hasByteOrderMark)
    }
}

/// A table in GitHub's Markdown, one row a line.
package struct MarkdownTable: CaseFormat {
    private let subject: TableSubject

    package init(_ subject: TableSubject) {
        self.subject = subject
    }

    /// The header, the rule under it, and one line a row.
    package func text(of graph: CaseGraph) -> String {
        let lines = subject.table(of: graph).lines
        let header = lines[0]
        let rows = [header.map { Markdown.escaped($0) }, header.map { _ in "---" }]
        let columns = header.map { $0 == "url" || $0 == "archived" }
        let cells = lines.dropFirst().map { line in
            zip(line, columns).map { Markdown.cell($0, isAddress: $1) }
        }
        return (rows + cells).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }
}

/// A table as an array of records, with texts in every language and without the keys of what is absent.
package struct TableJSON: CaseFormat {
    private let subject: TableSubject

    package init(_ subject: TableSubject) {
        self.subject = subject
    }

    /// One record for each row, with keys in the order of the columns.
    package func text(of graph: CaseGraph) -> String {
        subject.table(of: graph).json
    }
}
