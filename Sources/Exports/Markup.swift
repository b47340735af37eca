import CaseModel

/// The wordings in some languages, equal ones once.
extension [LanguageTag] {
    func distinct(_ wording: (LanguageTag) -> String) -> [String] {
        var seen: Set<String> = []
        return map(wording).filter { seen.insert($0).inserted }
    }

    /// The wordings of a text in the languages, equal ones once.
    func wordings(_ text: Text) -> [String] { distinct { text.localized(in: $0) } }

    /// The GB/T 7714—2015 references to a source in the languages, equal ones once.
    func references(to source: Source) -> [String] {
        distinct { GBT7714().reference(to: source, in: $0) }
    }
}

/// Escaping of plain text for Markdown.
enum Markdown {
    /// Text on one line: markup is escaped, line breaks become spaces.
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

    /// A field of a table: line breaks are kept, and addresses become links.
    static func cell(_ text: String) -> String {
        if text.hasPrefix("https://") || text.hasPrefix("http://") {
            return "<" + text.replacing("|", with: "%7C").replacing(">", with: "%3E") + ">"
        }
        return text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            .map { escaped(String($0)) }.joined(separator: "<br>")
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
