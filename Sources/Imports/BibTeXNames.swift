/// The names of an author or editor field, as BibTeX divides them.
enum BibTeXNames {
    /// `Zhao, Ying and {World Bank} and Vincent van Gogh and others`.
    static func names(in value: String) -> [ForeignName] {
        divided(value, at: " and ", ignoringCase: true).map(\.trimmed).filter { !$0.isEmpty }.map(name)
    }

    private static func name(_ text: String) -> ForeignName {
        if text.lowercased() == "others" { return .others }
        if isBraced(text) {
            // Braces keep a Chinese name whole, and that of a body; only a body's has Latin letters.
            let name = plain(text)
            return name.contains(",") ? .body(name) : ForeignName(inverted: name)
        }
        let parts = divided(text, at: ",").map(\.trimmed)
        // The extended notation of biblatex: family=Gogh, given=Vincent, prefix=van.
        if let extended = extended(parts) { return extended }
        switch parts.count {
        case 1: return inOrder(text)
        case 2: return person(parts[0], parts[1])
        case _:
            return person(parts[0], [parts[2...].joined(separator: " "), parts[1]].joined(separator: " "))
        }
    }

    private static func person(_ family: String, _ given: String) -> ForeignName {
        .person(family: plain(family), given: plain(given).trimmed)
    }

    /// The names of a field in Chinese, Japanese or Korean letters that no comma divides, which BibTeX would turn round.
    static func presumed(in value: String) -> [String] {
        divided(value, at: " and ", ignoringCase: true).map(\.trimmed)
            .filter { !isBraced($0) && ForeignName(familyFirst: plain($0)) != nil }.map(plain)
    }

    /// A name in the order of speech: the family name is the last word, with the particles in small letters
    /// before it.
    private static func inOrder(_ text: String) -> ForeignName {
        if let name = ForeignName(familyFirst: plain(text)) { return name }
        let words = divided(text, at: " ").filter { !$0.isEmpty }
        guard words.count > 1 else {
            let name = plain(text)
            return ForeignName(inverted: name)
        }
        let particle = words.dropLast().firstIndex { $0.first?.isLowercase == true }
        let start = particle ?? words.count - 1
        // A name that begins with its particle has no given name before it.
        return person(words[start...].joined(separator: " "), words[..<start].joined(separator: " "))
    }

    private static func extended(_ parts: [String]) -> ForeignName? {
        var values: [String: String] = [:]
        for part in parts {
            guard let sign = part.firstIndex(of: "=") else { return nil }
            values[part[..<sign].trimmed.lowercased()] = plain(String(part[part.index(after: sign)...]))
        }
        guard let family = values["family"] else { return nil }
        return .person(
            family: [values["prefix"], family].compactMap { $0 }.joined(separator: " "),
            given: [values["given"], values["suffix"]].compactMap { $0 }.joined(separator: " "))
    }

    private static func plain(_ text: String) -> String { LaTeXText(text).text.onOneLine }

    /// Whether one pair of braces holds all of it.
    private static func isBraced(_ text: String) -> Bool {
        guard text.hasPrefix("{"), text.hasSuffix("}"), !text.hasPrefix("{\\") else { return false }
        var depth = 0
        for (place, character) in text.enumerated() {
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            if depth == 0, place < text.count - 1 { return false }
        }
        return true
    }

    /// The parts between the signs that stand outside of braces.
    private static func divided(_ text: String, at sign: String, ignoringCase: Bool = false) -> [String] {
        let characters = text.map { $0.isWhitespace ? " " : $0 }
        let sign = Array(sign)
        var (parts, part, depth, place) = ([String](), "", 0, 0)
        while place < characters.count {
            let window = characters[place..<min(place + sign.count, characters.count)]
            let isSign =
                depth == 0
                && (ignoringCase
                    ? window.map { $0.lowercased() } == sign.map(String.init) : Array(window) == sign)
            if isSign {
                parts.append(part)
                part = ""
                // The blank behind `and` may begin the next one.
                place += sign.count > 1 && sign.last == " " ? sign.count - 1 : sign.count
                continue
            }
            if characters[place] == "{" { depth += 1 }
            if characters[place] == "}" { depth -= 1 }
            part.append(characters[place])
            place += 1
        }
        return parts + [part]
    }
}
