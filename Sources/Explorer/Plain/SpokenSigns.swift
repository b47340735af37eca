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

    /// A text on one line with its signs in words, and with commas in place of dots and of gaps between columns.
    func spoken(_ text: String) -> String {
        let text = bracketsRemoved(from: text).replacing(" –（", with: " – （").replacing(" ?（", with: " ? （")
        let tokens = text.split(separator: " ", omittingEmptySubsequences: false)
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
            if let period = Dash(at: place, of: tokens) {
                (result, gap) = spoken(period, after: result, gap: gap)
                isAfterSign = false
                continue
            }
            if token.isEmpty || token.allSatisfy({ $0 == "·" }) {
                // A dot between spaces, and a second space, separate facts.
                if let last = result.last {
                    gap = last.endsSentence ? (language == .chinese ? "" : " ") : language.comma
                }
                continue
            }
            if let words = words(of: token) {
                // A sign at the beginning shows a direction or a row that the words name anyhow.
                let isArrow = token.allSatisfy { $0 == "→" || $0 == "–" }
                guard !words.isEmpty, !(result.isEmpty && isArrow) else { continue }
                let isJoint = isArrow || token.allSatisfy { $0 == "×" }
                result += (isJoint && !result.isEmpty ? " " : gap) + words
                gap = isJoint ? " " : language.comma
                isAfterSign = !isJoint
                continue
            }
            // A sign beside its own word says nothing more.
            if isAfterSign, let said = signWords(endOf: result), token.hasPrefix(said) {
                result.removeLast(said.count)
                gap = ""
            }
            result += gap + (inWords(token) ?? year(token, at: place, of: tokens) ?? String(token))
            gap = " "
            isAfterSign = false
        }
        return result
    }

    /// A part of a period of which an end is open or not known, as `Timeline.Entry.label` writes it.
    private enum Dash {
        /// `1993 –`, with nothing behind it but another fact or a remark in brackets.
        case lasting
        /// `2018 – ?`: the dash, whose question mark is said with it, and that question mark.
        case unended, saidAlready
        /// The whole of a fact, as of a figure that cannot be computed.
        case alone
        /// `– 2018`, the first of its fact.
        case beginningless
        /// `? – 2018`: the question mark, and the dash behind it.
        case unbegun, until

        init?(at place: Int, of tokens: [Substring]) {
            func token(_ step: Int) -> Substring {
                tokens.indices.contains(place + step) ? tokens[place + step] : ""
            }
            let isFirst =
                token(-1).isEmpty || token(-1) == "·" || token(-1).last.map { ":：".contains($0) } == true
            let next = token(1)
            let isLast = next.isEmpty || next == "·" || next.first.map { "(（".contains($0) } == true
            switch token(0) {
            case "–" where isFirst && isLast: self = .alone
            case "–" where isLast: self = .lasting
            case "–" where isFirst: self = .beginningless
            case "–" where next == "?": self = .unended
            case "–" where token(-1) == "?": self = .until
            case "?" where token(-1) == "–" && place > 1 && !token(-2).isEmpty: self = .saidAlready
            case "?" where next == "–" && !token(2).isEmpty: self = .unbegun
            case _: return nil
            }
        }
    }

    /// A text with what a dash says behind it, and what separates the next word.
    private func spoken(_ dash: Dash, after text: String, gap: String) -> (text: String, gap: String) {
        let isChinese = language == .chinese
        switch dash {
        case .alone: return (text, gap)
        case .lasting: return (text + (isChinese ? "起" : " onwards"), isChinese ? "" : " ")
        case .unended: return (text + (isChinese ? "起，终期不详" : " onwards, end unknown"), " ")
        case .saidAlready: return (text, isChinese ? "" : " ")
        case .beginningless: return (text + gap + (isChinese ? "至" : "until"), isChinese ? "" : " ")
        case .unbegun: return (text + gap + (isChinese ? "起始不详" : "start unknown"), " ")
        case .until: return (text + (isChinese ? "，至" : ", to"), isChinese ? "" : " ")
        }
    }

    /// A bare year beside the dash of a period, which Chinese calls a year; nil for any other word.
    private func year(_ token: Substring, at place: Int, of tokens: [Substring]) -> String? {
        let beside = [place - 1, place + 1].filter(tokens.indices.contains).map { tokens[$0] }
        guard language == .chinese, token.count == 4, token.allSatisfy(\.isASCIIDigit), beside.contains("–")
        else { return nil }
        return token + "年"
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
        return words.joined(separator: language.comma) + (rest.isEmpty ? "" : " \(rest)")
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
