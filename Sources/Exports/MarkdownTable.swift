import CaseModel

/// A table in GitHub's Markdown, a row a line.
package struct MarkdownTable: CaseFormat {
    private let subject: TableSubject

    /// The table of a part of a case.
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

/// How plain text is written so that Markdown shows it as it is.
enum Markdown {
    /// Text on one line: marks are escaped, line breaks become blanks.
    static func escaped(_ text: String) -> String {
        let marks = Set("\\`*_[]<>|#~&".unicodeScalars)
        var result = ""
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            if marks.contains(scalar) { result += "\\" }
            if scalar == "\n" || scalar == "\r" {
                result += " "
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The field of a table: line breaks stay, and an address can be followed.
    static func cell(_ text: String) -> String {
        if text.hasPrefix("https://") || text.hasPrefix("http://") {
            return "<" + text.replacing("|", with: "%7C").replacing(">", with: "%3E") + ">"
        }
        return text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            .map { escaped(String($0)) }.joined(separator: "<br>")
    }
}
