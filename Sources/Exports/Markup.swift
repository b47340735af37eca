import CaseModel

/// The wordings in some languages, equal ones once.
extension [LanguageTag] {
    func distinct(_ wording: (LanguageTag) -> String) -> [String] {
        var seen: Set<String> = []
        return map(wording).filter { seen.insert($0).inserted }
    }

    /// The wordings of a text in the languages, equal ones once.
    func wordings(_ text: Text) -> [String] { distinct { text.localized(in: $0) } }

    /// The references to a source in the languages, equal ones once.
    func references(to source: Source, in style: any ReferenceStyle) -> [String] {
        distinct { style.reference(to: source, in: $0) }
    }
}

/// Escaping of plain text for Markdown.
enum Markdown {
    /// Text on one line: markup is escaped, line breaks become spaces, addresses become links, and what would begin a
    /// list does not.
    static func escaped(_ text: String) -> String {
        var rest = text.replacing("\r\n", with: " ").replacing("\n", with: " ").replacing("\r", with: " ")[
            ...]
        let opening = opening(of: &rest)
        return WebText(String(rest)).parts.reduce(opening) { result, part in
            result + (part.isAddress ? link(part.text) : plain(part.text))
        }
    }

    /// A field of a table: line breaks are kept.
    static func cell(_ text: String) -> String {
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
        return result
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
        "<" + address.replacing("|", with: "%7C").replacing("\\", with: "%5C") + ">"
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
