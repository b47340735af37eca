extension YAMLMistake {
    /// What is wrong, for people who do not know how YAML is read: libyaml has its sentences in English alone, in terms
    /// of its own.
    func message(about word: String) -> DiagnosticMessage {
        let reading = start?.text ?? ""
        if problem.contains("directive") || problem.contains("version") || reading.contains("directive") {
            return .directive
        }
        switch problem {
        case "block sequence entries are not allowed in this context": return .entryBehindKey
        case "mapping keys are not allowed in this context": return .needsQuotes("? ")
        case "mapping values are not allowed in this context": return .colonInText
        case "found unexpected ':'": return .missingBlank(":")
        case "could not find expected ':'": return .missingColon
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            return .lookalike("\t")
        case "found undefined alias": return .undefinedAlias(word)
        case "did not find expected alphabetic or numeric character":
            return .needsQuotes(reading.contains("alias") ? "*" : "&")
        case "did not find expected node content": return .missingValue
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'": return .missingComma
        case "did not find expected <document start>": return .behindTheValue
        case "did not find expected comment or line break", "found an indentation indicator equal to 0":
            return .textBehindBlockSign
        case "did not find expected hexdecimal number": return .badEscape
        case "found invalid Unicode character escape code": return .escapedHalf
        case "found undefined tag handle", "did not find expected '!'", "did not find expected tag URI",
            "did not find URI escaped octet", "found an incorrect leading UTF-8 octet",
            "found an incorrect trailing UTF-8 octet", "did not find the expected '>'",
            "did not find expected whitespace or line break":
            return .needsQuotes("!")
        case _: return .syntax
        }
    }
}

// What libyaml finds and nothing else explains.
extension DiagnosticMessage {
    fileprivate static let syntax = error(
        zh: "从这里起不是有效的 YAML；请检查缩进、冒号和引号",
        en: "this is not valid YAML; check indentation, colons and quotes")
    fileprivate static let directive = error(
        zh: "以 % 开头的行是 YAML 的指令，案例用不着；请删去，如属文字，请加引号",
        en:
            "a line that begins with % is a directive to YAML, which no case needs; delete it, or quote the text"
    )
    fileprivate static let entryBehindKey = error(
        zh: "列表的一项不能与键写在同一行；请另起一行，如属文字，请加引号",
        en: "an entry of a list cannot stand behind its key; begin a new line, or quote the text")
    fileprivate static let missingValue = error(
        zh: "这里缺少一个值；请补上，或删去多余的符号",
        en: "a value is missing here; add it, or delete the sign that is too many")
    fileprivate static let textBehindBlockSign = error(
        zh: "“|”或“>”之后的文字须另起一行；如果它只是文字，请加引号",
        en: "a text behind '|' or '>' begins on the next line; if the sign is part of the text, quote it")
    fileprivate static let badEscape = error(
        zh: #"双引号内的 \x、\u、\U 之后须有 2、4、8 位十六进制数；如属文字，请写成 \\，或改用单引号"#,
        en:
            #"\x, \u and \U within double quotes take 2, 4 and 8 hexadecimal digits; write \\, or use single quotes"#
    )

    /// Half of a character of two, as JSON escapes them, or a number beyond the last character.
    fileprivate static let escapedHalf = error(
        zh: #"这里的 \u 或 \U 不是一个字符（JSON 的两半须紧挨着写，而 YAML 不能分两半写）；请直接写出这个字符"#,
        en:
            #"this \u or \U is no character (JSON needs both halves side by side, and YAML takes no halves); write the character itself"#
    )

    static func needsQuotes(_ sign: String) -> DiagnosticMessage {
        error(
            zh: "以“\(sign)”开头的文字须加引号；请给整段文字加引号",
            en: "a text that begins with '\(sign)' needs quotes around it; quote the whole text")
    }

    fileprivate static func undefinedAlias(_ word: String) -> DiagnosticMessage {
        let name = shown(String(word.dropFirst()))
        return error(
            zh: "“*\(name)”代表前面名为“&\(name)”的值，而前面没有；如属文字，请加引号",
            en:
                "'*\(name)' stands for a value named '&\(name)', and there is none above; if it is a text, quote it"
        )
    }
}
