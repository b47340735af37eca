import CaseModel

extension [LanguageTag] {
    /// A wording for each of the languages; where two read the same, once.
    func distinct(_ wording: (LanguageTag) -> String) -> [String] {
        var seen: Set<String> = []
        return map(wording).filter { seen.insert($0).inserted }
    }

    /// A text in each of the languages, each wording once.
    func wordings(_ text: Text) -> [String] { distinct { text.localized(in: $0) } }

    /// A source cited by GB/T 7714—2015 in each of the languages, each wording once.
    func references(to source: Source) -> [String] {
        distinct { GBT7714().reference(to: source, in: $0) }
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

extension String {
    /// The text as characters of XML 1.0 or HTML, in an element or between double quotes; the control characters
    /// that they cannot hold are left out.
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
