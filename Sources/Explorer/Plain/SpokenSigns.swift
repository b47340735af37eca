import CaseModel

/// The signs of the screen as words, for texts that are heard or felt rather than seen.
///
/// A sign is replaced only where it stands apart, as the interface writes it: a circle within a word of the case, such
/// as 二○二二, is a character of that word. What stands apart in a text of the case stays as it is.
struct SpokenSigns: Equatable, Sendable {
    let language: Language
    /// The words of the case and of its reader that look like signs.
    var own = CaseWords()

    /// True for a word between spaces that would not be read as it stands.
    static func isSign(_ token: Substring) -> Bool {
        let signs = SpokenSigns(language: .english)
        guard !token.isEmpty else { return false }
        return token.allSatisfy { $0 == "·" } || signs.words(of: token) != nil || signs.inWords(token) != nil
    }

    /// The words of a sign; empty for one that only separates or decorates.
    private func word(for sign: Character) -> String? {
        func words(_ text: Text) -> String { text.phrase(in: language) }
        if let grade = Grade.allCases.first(where: { $0.sign == sign }) {
            return words(Strings.name(of: grade))
        }
        switch sign {
        case "↶": return words(Strings.backwards)
        case Theme.pinned: return words(Strings.pinned)
        case Theme.marked: return words(Strings.yourMark)
        case Theme.noted: return words(Text(chinese: "笔记", english: "note"))
        case "→": return words(Text(chinese: "到", english: "to"))
        case "×": return words(Text(chinese: "与", english: "by"))
        case "–": return words(Text(chinese: "至", english: "to"))
        case "≈": return words(Text(chinese: "近似", english: "similar"))
        case "·", "•", "←", "↑", "↓", "»", "↩", "›", "⌂", "↗", "▾", "▇", "░", "▒", "▓", "┄", "└", "■":
            return ""
        case _: return nil
        }
    }

    private var comma: String { language == .chinese ? "，" : ", " }

    /// A text on one line with its signs in words, and with commas in place of dots and of gaps between columns.
    func spoken(_ text: String) -> String {
        let tokens = bracketsRemoved(from: text).split(separator: " ", omittingEmptySubsequences: false)
        // A dash with nothing behind it is that of a time without an end.
        if text.hasSuffix(" –") && !own.hold(tokens.count - 1, of: tokens) || text.hasSuffix(" – ") {
            let lasting = language == .chinese ? " 起" : " onwards"
            return spoken(String(text.dropLast(text.hasSuffix(" ") ? 3 : 2))) + lasting
        }
        var result = ""
        /// What separates the next word from the text so far.
        var gap = ""
        var isAfterSign = false
        for (place, token) in tokens.enumerated() {
            if !token.isEmpty, own.hold(place, of: tokens) {
                result += gap + token
                (gap, isAfterSign) = (" ", false)
                continue
            }
            if token.isEmpty || token.allSatisfy({ $0 == "·" }) {
                // A dot between spaces, and a second space, separate facts.
                if let last = result.last {
                    gap = last.endsSentence ? (language == .chinese ? "" : " ") : comma
                }
                continue
            }
            if let words = words(of: token) {
                // A sign at the beginning shows a direction or a row that the words name anyhow.
                let isArrow = token.allSatisfy { $0 == "→" || $0 == "–" }
                guard !words.isEmpty, !(result.isEmpty && isArrow) else { continue }
                let isJoint = isArrow || token.allSatisfy { $0 == "×" }
                result += (isJoint && !result.isEmpty ? " " : gap) + words
                gap = isJoint ? " " : comma
                isAfterSign = !isJoint
                continue
            }
            // A sign beside its own word says nothing more.
            if isAfterSign, let said = signWords(endOf: result), token.hasPrefix(said) {
                result.removeLast(said.count)
                gap = ""
            }
            result += gap + (inWords(token) ?? String(token))
            gap = " "
            isAfterSign = false
        }
        return result
    }

    /// A token in words that speech would spell: `3/15` as which of how many, a date in digits by the name of its month,
    /// and `?` for one that is unknown; nil for any other.
    private func inWords(_ token: Substring) -> String? {
        let isInner = { (character: Character) in character.isASCIIDigit || "/-?".contains(character) }
        guard let first = token.firstIndex(where: isInner), let last = token.lastIndex(where: isInner) else {
            return nil
        }
        let (lead, inner, tail) = (token[..<first], token[first...last], token[last...].dropFirst())
        guard lead.last.map({ "（(“：:".contains($0) }) ?? true, tail.count < 3,
            !tail.contains(where: \.isLetter)
        else { return nil }
        let words: String
        let numbers = inner.split(separator: "/", omittingEmptySubsequences: false)
        if inner == "?" {
            words = language == .chinese ? "不详" : "unknown"
        } else if numbers.count == 2, numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }) {
            words = language == .chinese ? "\(numbers[0])，共 \(numbers[1])" : "\(numbers[0]) of \(numbers[1])"
        } else if inner.contains("-"), inner.first != "-", inner.count >= 7,
            let date = PartialDate(String(inner))
        {
            words = date.inWords.phrase(in: language)
        } else {
            return nil
        }
        return lead + words + tail
    }

    /// The words of a token that consists of signs, with a number behind them if there is one: `●2`.
    private func words(of token: Substring) -> String? {
        let signs = token.prefix { word(for: $0) != nil }
        let rest = token.dropFirst(signs.count)
        guard !signs.isEmpty, rest.allSatisfy(\.isASCIIDigit) else { return nil }
        let words = signs.compactMap { word(for: $0) }.filter { !$0.isEmpty }
        // A bar is a picture of the number beside it.
        return (words.joined(separator: comma) + (rest.isEmpty ? "" : " \(rest)"))
    }

    /// The words of the sign at the end of a text.
    private func signWords(endOf text: String) -> String? {
        let named: [Character] = Grade.allCases.map(\.sign) + [Theme.pinned, Theme.marked, Theme.noted, "↶"]
        return named.compactMap { word(for: $0) }.first { text.hasSuffix($0) }
    }

    /// The text without signs in brackets, which stand behind the word that they are the sign of.
    private func bracketsRemoved(from text: String) -> String {
        var text = text
        for sign in [String(Theme.pinned), String(Theme.near)] {
            for bracketed in ["（\(sign)）", " (\(sign))"] { text = text.replacing(bracketed, with: "") }
        }
        return text
    }
}

extension Character {
    fileprivate var endsSentence: Bool { ".。!！?？;；:：,，".contains(self) }
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
