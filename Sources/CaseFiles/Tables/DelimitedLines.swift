import CaseModel

/// Lines of a spreadsheet: RFC 4180, with CR LF at the end of each.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return as a formula and may
/// execute it (OWASP, CSV Injection); some also accept the full-width signs. Such a cell, and one that begins with an
/// apostrophe before such, is given an apostrophe in front, which `plain` takes away again. Numbers stay as they are.
package enum DelimitedLines {
    /// The lines as text; a byte order mark shows Excel that it is UTF-8.
    package static func written(
        _ lines: [[String]], delimiter: Character = ",", byteOrderMark: Bool = false
    ) -> String {
        let special = Set("\"\r\n,\t;".unicodeScalars)
        let rows = lines.map { cells in
            cells.map { cell in
                let text = isFormula(cell[...]) ? "'" + cell : cell
                // A line with nothing in it would be no row.
                let isQuoted = text.unicodeScalars.contains(where: special.contains) || cells == [""]
                return isQuoted ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
            }.joined(separator: String(delimiter)) + "\r\n"
        }
        return (byteOrderMark ? "\u{FEFF}" : "") + rows.joined()
    }

    /// The text of a cell without the apostrophe that keeps a spreadsheet from running it.
    package static func plain(_ cell: String) -> String {
        guard cell.hasPrefix("'"), isFormula(cell.dropFirst()) else { return cell }
        return String(cell.dropFirst())
    }

    /// Words in one cell, with `; ` between them; a semicolon within a word has a backslash in front.
    package static func list(_ words: [String]) -> String {
        words.map { $0.escaped(at: ";") }.joined(separator: "; ")
    }

    /// The words of a list in one cell, empty ones too, without blanks around them.
    package static func words(of list: String) -> [String] {
        if list.isEmpty { return [] }
        return list.parts(at: ";").map { word in
            let start = word.drop(while: \.isWhitespace)
            return String(start.dropLast(start.reversed().prefix(while: \.isWhitespace).count))
        }
    }

    private static let signs = Set("=+-@\t\r＝＋－＠".unicodeScalars)

    /// Whether a text is a formula, or one behind apostrophes.
    private static func isFormula(_ text: Substring) -> Bool {
        guard let first = text.unicodeScalars.drop(while: { $0 == "'" }).first, signs.contains(first) else {
            return false
        }
        return !isNumber(text)
    }

    /// Whether a text is a negative number as a spreadsheet itself would write it: `-0.4`, not the date `-0255`.
    private static func isNumber(_ text: Substring) -> Bool {
        let digits = text.utf8.dropFirst().split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard text.utf8.first == UInt8(ascii: "-"), (1...2).contains(digits.count),
            digits.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } })
        else { return false }
        return digits[0].count == 1 || digits[0].first != UInt8(ascii: "0")
    }
}

extension String {
    /// The text with a backslash in front of each of these signs, and of each backslash.
    func escaped(at sign: Character) -> String {
        replacing("\\", with: "\\\\").replacing(String(sign), with: "\\" + String(sign))
    }

    /// The parts between the signs that have no backslash in front. Of so many the last one has the rest as it is.
    func parts(at sign: Character, most: Int = .max) -> [String] {
        var parts = [""]
        var isEscaped = false
        for character in self {
            switch character {
            case _ where parts.count == most: parts[most - 1].append(character)
            case "\\" where !isEscaped: isEscaped = true
            case sign where !isEscaped: parts.append("")
            case _:
                if isEscaped, character != sign, character != "\\" { parts[parts.count - 1].append("\\") }
                parts[parts.count - 1].append(character)
                isEscaped = false
            }
        }
        if isEscaped { parts[parts.count - 1].append("\\") }
        return parts
    }
}
