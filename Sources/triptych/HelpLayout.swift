import TextLayout

/// Help and errors of ArgumentParser, broken into lines by the rules of Chinese and English.
///
/// The parser counts characters and breaks at blanks, of which Chinese has none; it is told that lines have no end
/// (`endless`), and its lines are broken here. They are indented by what they are: a description stands behind its
/// option, in the column in which the parser begins it.
enum HelpLayout {
    /// What the parser is told of the width.
    static let endless = "1000000"
    /// The column in which descriptions begin.
    private static let description = 26
    /// Descriptions begin farther left where a line is shorter than this.
    private static let narrow = 50

    /// The text in lines of at most so many columns, but for a word that is longer.
    static func wrapped(_ text: String, columns: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { lines(of: String($0), columns: columns) }
            .joined(separator: "\n")
    }

    private static func lines(of line: String, columns: Int) -> [String] {
        guard line.columns > columns else { return [line] }
        for heading in ["USAGE: ", "Usage: ", "用法："] where line.hasPrefix(heading) {
            return wrapped(
                heading, usage(line.dropFirst(heading.count)), indent: heading.columns, columns: columns
            ).map { $0.replacing("\u{A0}", with: " ") }
        }
        let indent = line.prefix { $0 == " " }.count
        if indent == 2, let (label, text) = parts(of: line) {
            guard columns < narrow else {
                return wrapped(label, text, indent: description, columns: columns)
            }
            return [label.withoutTrailingSpaces] + wrapped("", text, indent: 4, columns: columns)
        }
        return wrapped(
            "", String(line.dropFirst(indent)), indent: columns < narrow ? min(indent, 4) : indent,
            columns: columns)
    }

    /// The label of an option, with the blanks behind it, and its description; nil for any other line.
    private static func parts(of line: String) -> (label: String, text: String)? {
        var label = ""
        var text = Substring(line)
        while label.columns < description, let next = text.popFirst() { label.append(next) }
        guard label.columns == description, label.last == " ", text.first != " " else { return nil }
        return (label, String(text))
    }

    /// Lines behind a lead, which takes the place of the first one's indent.
    private static func wrapped(_ lead: String, _ text: String, indent: Int, columns: Int) -> [String] {
        let blanks = String(repeating: " ", count: indent)
        return Wrapping.lines(of: text, columns: max(1, columns - indent)).enumerated().map { number, line in
            (number == 0 && !lead.isEmpty ? lead : blanks) + line
        }
    }

    /// The usage, of which an option and its value stay together.
    private static func usage(_ text: Substring) -> String {
        var depth = 0
        return String(
            text.map { character in
                switch character {
                case "[", "<": depth += 1
                case "]", ">": depth -= 1
                case _: break
                }
                return depth > 0 && character == " " ? "\u{A0}" : character
            })
    }
}
