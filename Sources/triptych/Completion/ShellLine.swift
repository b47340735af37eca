/// A command line of bash up to the cursor, which bash itself cuts into words at colons and within quotes.
struct ShellLine {
    /// The words behind the program's name, without their quotes.
    private(set) var words: [String] = []
    /// The word at the cursor, without its quotes; empty behind a blank.
    private(set) var typed = ""
    /// The quotation mark that is open at the cursor.
    private var quote: Character?
    /// The beginning of the word at the cursor that bash keeps and puts nothing in place of.
    private var kept = ""

    /// Reads a line, of which bash is about to replace the end.
    init(_ line: String, replacing end: String) {
        (words, typed, quote) = Self.words(of: line)
        // Variables are set before the program's name.
        while let first = words.first, first.contains("="), !first.hasPrefix("-") {
            words.removeFirst()
        }
        if !words.isEmpty { words.removeFirst() }
        let (before, last, _) = Self.words(of: (quote.map(String.init) ?? "") + end)
        kept = before.isEmpty && typed.hasSuffix(last) ? String(typed.dropLast(last.count)) : ""
    }

    /// What bash is to put in place of the end of the line for a word; nil for a word that does not begin with what
    /// bash keeps.
    func insertion(of word: String) -> String? {
        guard word.hasPrefix(kept) else { return nil }
        let special = quote == "'" ? "" : quote == "\"" ? "\"\\$`" : " \t\"'\\$`&|;<>()*?[]{}~#!"
        return word.dropFirst(kept.count).map { special.contains($0) ? "\\\($0)" : String($0) }.joined()
    }

    private static func words(of line: String) -> (words: [String], last: String, quote: Character?) {
        var (words, word): ([String], String?) = ([], nil)
        var quote: Character?
        var isEscaped = false
        for character in line {
            if isEscaped {
                let isPlain = quote == "\"" && !"\"\\$`".contains(character)
                word = (word ?? "") + (isPlain ? "\\" : "") + String(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
                word = word ?? ""
            } else if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if character.isWhitespace {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        return (words, word ?? "", quote)
    }
}
