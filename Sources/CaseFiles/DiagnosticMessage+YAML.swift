import CaseModel

// YAML itself: what cannot be parsed, and what would cost too much.
extension DiagnosticMessage {
    static let tooDeep = error(
        zh: "列表和映射在这里嵌套超过 \(Limits.nesting) 层；请减少层次",
        en: "lists and maps are nested more than \(Limits.nesting) deep here; flatten them")
    static let tooManyAliases = error(
        zh: "文件中的别名超过 \(Limits.aliases) 个；请直接写出值",
        en: "the file has more than \(Limits.aliases) aliases; write the values themselves")
    static let aliasesTooLarge = error(
        zh: "文件中的别名所代表的值超过 \(Limits.aliasedValues) 个；请直接写出值",
        en:
            "the aliases of the file stand for more than \(Limits.aliasedValues) values; write the values themselves"
    )
    static let tooManyValues = error(
        zh: "文件中的值超过 \(Limits.values) 个；请拆成几个文件",
        en: "the file holds more than \(Limits.values) values; split it")
    static let secondDocument = error(
        zh: "这里开始了第二份文档；请另存为一个文件", en: "a second document begins here; put it into a file of its own")
    static let keyNotText = error(
        zh: "键须是一个词；请写成“key: value”的样子", en: "a key must be a word; write 'key: value'")

    static func begun(at address: Address) -> Text {
        Text(
            chinese: "所读的内容始于 \(address.described)",
            english: "what is being read began at \(address.described)")
    }
}

// Mistakes of typing, each at its own place.
extension DiagnosticMessage {
    /// A character that looks like one of YAML's signs or blanks.
    static func lookalike(_ scalar: Unicode.Scalar) -> DiagnosticMessage {
        guard let meant = Lookalikes.meant(by: scalar) else { return wrongBlank(scalar) }
        if Lookalikes.isCurlyQuote(scalar) { return wrongQuote(scalar, meant) }
        let needsBlank = meant == ":" || meant == "-"
        return error(
            zh: "“\(scalar)”（\(scalar.codePoint)）在 YAML 中不起作用；请用半角的 \(meant)"
                + (needsBlank ? "，后面加一个空格" : ""),
            en: "'\(scalar)' (\(scalar.codePoint)) means nothing in YAML; write an ASCII '\(meant)'"
                + (needsBlank ? " and a blank" : ""))
    }

    private static func wrongBlank(_ scalar: Unicode.Scalar) -> DiagnosticMessage {
        let name =
            switch scalar {
            case "\t": Text(chinese: "制表符", english: "a tab")
            case "\u{3000}": Text(chinese: "全角空格", english: "an ideographic blank")
            case "\u{A0}": Text(chinese: "不换行空格", english: "a no-break blank")
            case "\u{202F}": Text(chinese: "窄不换行空格", english: "a narrow no-break blank")
            case _: Text(chinese: "特殊空格", english: "an unusual blank")
            }
        return error(
            zh: "这里有\(name.zh)（\(scalar.codePoint)），在 YAML 中不能用来缩进或分隔；请改用普通空格",
            en:
                "here is \(name.en) (\(scalar.codePoint)), which neither indents nor separates in YAML; use ordinary blanks"
        )
    }

    private static func wrongQuote(_ scalar: Unicode.Scalar, _ meant: String) -> DiagnosticMessage {
        error(
            zh: "这里的 \(scalar)（\(scalar.codePoint)）在 YAML 中不是引号；请用半角的 \(meant) 括起文字",
            en:
                "'\(scalar)' (\(scalar.codePoint)) quotes nothing in YAML; put the text between ASCII \(meant)"
        )
    }

    static let unclosedQuote = error(
        zh: "从这里开始的引号没有合上；请在文字末尾补上",
        en: "the quote that opens here is not closed; close it at the end of the text")
    static let textAfterQuote = error(
        zh: #"引号已合上，后面还有文字；引号内的 " 请写成 \"，单引号内的 ' 请写成 ''"#,
        en:
            #"the quotes end before this text; write \" for a " within double quotes and '' for a ' within single ones"#
    )
    static let unknownEscape = error(
        zh: #"双引号内的 \ 有特殊含义；请写成 \\，或改用单引号"#,
        en: #"a \ within double quotes begins an escape; write \\, or use single quotes"#)
    static let missingColon = error(
        zh: "这个键后面没有冒号；请写成“key: value”的样子", en: "the key here has no colon; write 'key: value'")
    static let colonInText = error(
        zh: "这一行有第二个冒号；含有“: ”的文字须加引号",
        en: "a second colon stands in this line; a text that holds a colon and a blank needs quotes around it"
    )
    static let missingComma = error(
        zh: "这里之前缺少逗号；含有“: ”或逗号的文字须加引号",
        en:
            "a comma is missing before this; a text that holds a colon and a blank or a comma needs quotes around it"
    )
    static let foreignComment = error(
        zh: "这里以“/”开头的不是注释；注释以“#”开头，前面有空格，请改写或删去",
        en: "a '/' begins no comment here; write '#' behind a blank, or delete it")
    static let behindTheValue = error(
        zh: "文件的内容到这里之前已经结束；请把后面的并入上面的值，或另存为一个文件",
        en: "what the file holds ends before this; make it part of the value above, or a file of its own"
    )
    static let missingDash = error(
        zh: "这一行在列表之中，却不以“- ”开头；请补上，或与上一项的键对齐",
        en:
            "this line stands in a list but does not begin with '- '; add it, or indent the line like the keys above"
    )
    static let reservedSign = error(
        zh: "文字不能以这个符号开头；请给整段文字加引号",
        en: "a text that begins with a sign such as @, ` or % needs quotes around it")
    static let mergeKey = error(
        zh: "“<<”不会并入其他键；请把这些键直接写出来", en: "'<<' merges nothing here; write the keys themselves")

    static func wrongBullet(_ sign: Unicode.Scalar) -> DiagnosticMessage {
        error(
            zh: "列表的一项不以“\(sign)”开头；请改写为“- ”",
            en: "an entry of a list does not begin with '\(sign)'; write '- '")
    }

    static func missingBlank(_ sign: String) -> DiagnosticMessage {
        error(
            zh: "“\(sign)”后面缺少空格；请补上", en: "a blank is missing behind the '\(sign)'; add it")
    }

    static func unclosed(_ bracket: Unicode.Scalar) -> DiagnosticMessage {
        let closing = bracket == "{" ? "}" : "]"
        return error(
            zh: "从这里开始的 \(bracket) 没有合上；请补上 \(closing)",
            en: "the \(bracket) that opens here is not closed; add its \(closing)")
    }

    static func closedTooOften(_ bracket: Unicode.Scalar) -> DiagnosticMessage {
        error(
            zh: "这里多了一个 \(bracket)；请删去，如属文字，请加引号",
            en: "there is one \(bracket) too many; delete it, or quote the text that it belongs to")
    }

    static func commentBeforeEnd(_ bracket: Unicode.Scalar) -> DiagnosticMessage {
        let closing = bracket == "{" ? "}" : "]"
        return error(
            zh: "“#”之前有空格，从这里起都算注释，\(closing) 也在其中；请给文字加引号",
            en: "a comment begins at this '#' and the \(closing) belongs to it; quote the text")
    }

    /// Columns are counted from 0, as the number of blanks in front.
    static func indentation(_ found: Int, expected: Int) -> DiagnosticMessage {
        error(
            zh: "这一行缩进 \(found) 格，与它同级的各行缩进 \(expected) 格；请对齐",
            en: "this line is indented by \(found), those that it belongs with by \(expected); align them")
    }

    /// The hint about a word that holds full-width punctuation.
    static func fullWidthHint(in text: String) -> Text? {
        let found = text.unicodeScalars.lazy.compactMap { scalar in
            Lookalikes.meant(by: scalar).map { (scalar, $0) }
        }
        return found.first.map { scalar, meant in
            Text(
                chinese: "“\(scalar)”在 YAML 中不起作用；请用半角的 \(meant)",
                english: "'\(scalar)' means nothing in YAML; write an ASCII '\(meant)'")
        }
    }
}

// Warnings of what is valid but surely not meant.
extension DiagnosticMessage {
    static let cutText = warning(
        zh: "“#”之前有空格，从这里起都算注释；如属文字，请加引号，如是注释，请在“#”后加空格",
        en: "a comment begins at this '#' and cuts the text; quote the text, or put a blank behind the '#'")
    static let curlyQuotes = warning(
        zh: #"这对引号不起括起作用，会照样显示；请改用半角引号，或在外面再加半角的 ""#,
        en: #"these quotes quote nothing and are shown as they are; use ASCII quotes, or put " around them"#)

    static func ignoredTag(_ tag: String) -> DiagnosticMessage {
        warning(
            zh: "标签“\(shown(tag))”不起作用，值照没有标签时读取；请删去",
            en: "the tag '\(shown(tag))' is ignored and its value read as if there were none; delete it")
    }

    /// A name for aliases that no alias uses, and what is left of the text behind it.
    static func unusedAnchor(_ name: String, before text: String?) -> DiagnosticMessage {
        let sign = "&\(shown(name))"
        guard let text, !text.isEmpty else {
            return warning(
                zh: "“\(sign)”是供别名引用的名称，而没有别名引用它；请删去，如属文字，请加引号",
                en: "'\(sign)' is a name for aliases, and no alias uses it; delete it, or quote the text")
        }
        return warning(
            zh: "“\(sign)”是供别名引用的名称，不算文字，读到的只有“\(shown(text))”；请给整段文字加引号，或删去它",
            en:
                "'\(sign)' is a name for aliases and no part of the text, which reads '\(shown(text))'; quote "
                + "the text, or delete the name")
    }
}
