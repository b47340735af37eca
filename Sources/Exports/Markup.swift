import CaseModel

extension [LanguageTag] {
    /// The wordings of a text in the languages, equal ones once.
    func wordings(_ text: Text) -> [String] { map { text.localized(in: $0) }.uniqued() }

    /// The references to a source in the languages, equal ones once, as Markdown.
    func markdownReferences(to source: Source, in style: any ReferenceStyle) -> [String] {
        references(to: source, in: style).map { Markdown.escaped($0, addresses: source.addresses) }
    }

    /// The references to a source in the languages, equal ones once.
    func references(to source: Source, in style: any ReferenceStyle) -> [String] {
        map { style.reference(to: source, in: $0) }.uniqued()
    }
}

extension Source {
    /// What a reference to the source may hold in addresses.
    var addresses: [String] { [url, archived].compactMap { $0 } }
}

/// Escaping of plain text for Markdown.
enum Markdown {
    /// Text on one line: markup is escaped, line breaks become spaces, addresses become links, and what would begin a
    /// list does not. Of addresses that are given the whole is one, whatever characters they have.
    static func escaped(_ text: String, addresses: [String] = []) -> String {
        var rest = text.replacing("\r\n", with: " ").replacing("\n", with: " ").replacing("\r", with: " ")[
            ...]
        let opening = opening(of: &rest)
        return WebText(String(rest), known: addresses).parts.reduce(opening) { result, part in
            result + (part.isAddress ? link(part.text) : plain(part.text))
        }
    }

    /// A field of a table: line breaks are kept, and one that holds an address is a link as a whole.
    static func cell(_ text: String, isAddress: Bool) -> String {
        isAddress ? escaped(text, addresses: [text]) : cell(text)
    }

    private static func cell(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            .map { escaped(String($0)) }.joined(separator: "<br>")
    }

    private static func plain(_ text: Substring) -> String {
        let marks = Set("\\`*_[]<>|#~&".unicodeScalars)
        var result = ""
        for scalar in text.unicodeScalars {
            if marks.contains(scalar) { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        // Readers of GitHub's Markdown would make a link of it, with the backslashes.
        return result.replacing("www.", with: "www\\.")
    }

    /// The number, hyphen or plus sign that would begin an entry of a list, or the hyphens that would be a rule, with
    /// its sign escaped.
    private static func opening(of text: inout Substring) -> String {
        let number = text.prefix { $0.isASCII && $0.isNumber }
        guard number.count < 10, let sign = text.dropFirst(number.count).first else { return "" }
        let signs: Set<Character> = number.isEmpty ? ["-", "+"] : [".", ")"]
        let rest = text.dropFirst(number.count + 1)
        let isRule = number.isEmpty && sign == "-" && rest.allSatisfy { $0 == "-" || $0.isWhitespace }
        guard signs.contains(sign), isRule || rest.first?.isWhitespace ?? true else { return "" }
        text = rest
        return number + "\\" + String(sign)
    }

    private static func link(_ address: Substring) -> String {
        let encoded = ["|": "%7C", "\\": "%5C", "<": "%3C", ">": "%3E"]
        return "<" + address.map { encoded[String($0)] ?? String($0) }.joined() + ">"
    }
}

extension String {
    /// The text escaped for XML 1.0 or HTML, in an element or between double quotes, without control characters,
    /// which these do not allow.
    var markup: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            case "\r": result += "&#13;"
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            case _: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
