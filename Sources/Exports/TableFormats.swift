import CaseModel

/// A table for spreadsheets: comma-separated values (RFC 4180), or the same with tabs.
///
/// A spreadsheet takes a field that begins with `=`, `+`, `-`, `@`, a tab or a carriage return as a formula and may
/// execute it (OWASP, CSV Injection); some also accept the full-width signs. Such a field gets an apostrophe in
/// front, which spreadsheets show as plain text.
package struct DelimitedText: CaseFormat {
    /// The separator between two fields.
    package enum Delimiter: String, Sendable {
        case comma = ","
        case tab = "\t"
    }

    private let subject: TableSubject
    private let delimiter: Delimiter
    private let hasByteOrderMark: Bool

    /// A part of a case; a byte order mark tells Excel that the text is UTF-8.
    package init(_ subject: TableSubject, delimiter: Delimiter, byteOrderMark: Bool = false) {
        self.subject = subject
        self.delimiter = delimiter
        hasByteOrderMark = byteOrderMark
    }

    /// The header and one line a row, each ending in CR LF.
    package func text(of graph: CaseGraph) -> String {
        let table = subject.table(of: graph)
        let lines = ([table.header] + table.lines).map { fields in
            fields.map { quoted(Self.defused($0)) }.joined(separator: delimiter.rawValue) + "\r\n"
        }
        return (hasByteOrderMark ? "\u{FEFF}" : "") + lines.joined()
    }

    /// The field as text that no spreadsheet executes.
    static func defused(_ field: String) -> String {
        let triggers = Set("=+-@\t\r＝＋－＠".unicodeScalars)
        guard let first = field.unicodeScalars.first, triggers.contains(first) else { return field }
        return "'" + field
    }

    private func quoted(_ field: String) -> String {
        let special = Set("\"\r\n,\t".unicodeScalars)
        guard field.unicodeScalars.contains(where: special.contains) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
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
        let table = subject.table(of: graph)
        let rule = table.header.map { _ in "---" }
        let lines = [table.header.map(Markdown.escaped), rule] + table.lines.map { $0.map(Markdown.cell) }
        return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
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
