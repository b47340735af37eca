import CaseModel
import TextLayout

/// The messages about case files, each in Chinese and in English: a sentence without a full stop that says what is
/// wrong and what to do.
package struct DiagnosticMessage {
    let severity: Diagnostic.Severity
    let message: Text
    var notes: [Text] = []

    static func error(zh: String, en: String) -> DiagnosticMessage {
        DiagnosticMessage(severity: .error, message: Text(chinese: zh, english: en))
    }
    static func warning(zh: String, en: String) -> DiagnosticMessage {
        DiagnosticMessage(severity: .warning, message: Text(chinese: zh, english: en))
    }
    static func remark(zh: String, en: String) -> DiagnosticMessage {
        DiagnosticMessage(severity: .remark, message: Text(chinese: zh, english: en))
    }

    /// What is wrong, without what to do about it.
    var problem: Text {
        func beginning(_ sentence: String, _ separator: Character) -> String {
            sentence.prefix { $0 != separator }.description
        }
        return Text(chinese: beginning(message.zh, "；"), english: beginning(message.en, ";"))
    }

    /// The message with one more hint.
    func noting(_ note: Text?) -> DiagnosticMessage {
        var message = self
        if let note { message.notes.append(note) }
        return message
    }

    /// A word of the file for quoting, shortened where it is long, with every character visible.
    static func shown(_ text: String) -> String {
        let cut = text.count > 60 ? text.prefix(59) + "…" : text[...]
        return cut.spelledOut
    }
}

// Files and folders.
extension DiagnosticMessage {
    static let noFiles = error(
        zh: "这里没有 .yaml、.yml 或 .json 文件；案例是放有这类文件的文件夹",
        en: "there is no .yaml, .yml or .json file here; a case is a folder of them")
    static let tooManyFiles = error(
        zh: "案例的文件超过 \(Limits.files) 个；请合并一些",
        en: "the case has more than \(Limits.files) files; join some of them")
    static let folderTooDeep = error(
        zh: "文件夹嵌套超过 \(Limits.folderDepth) 层；请把文件移到上层",
        en: "the folders are nested more than \(Limits.folderDepth) deep; move the files up")
    static let leadsOut = error(
        zh: "这个符号链接指向案例之外；请把文件本身放在这里",
        en: "this symbolic link leads out of the case; put the file itself here")
    static let deadLink = error(
        zh: "这个符号链接指向不存在的文件；请把文件本身放在这里",
        en: "this symbolic link leads nowhere; put the file itself here")
    static let linkedFolder = error(
        zh: "这个符号链接指向文件夹，不予读取；请把文件夹本身放在这里",
        en: "this is a symbolic link to a folder, which is not followed; put the folder itself here")
    static let notAFile = error(
        zh: "这既不是文件也不是文件夹；请放普通文件",
        en: "this is neither a file nor a folder; put an ordinary file here")
    static let notUTF8 = error(
        zh: "从这里起文字不是 UTF-8；请把文件存为 UTF-8",
        en: "the text is not UTF-8 from here on; save the file as UTF-8")
    static let caseTooLarge = error(
        zh: "案例的文件合计超过 \(Limits.caseBytes >> 20) MiB；请去掉一些",
        en:
            "the files of the case are larger than \(Limits.caseBytes >> 20) MiB together; leave some of them out"
    )
    static let passedOver = remark(
        zh: "这个文件没有读取；案例的文件以 .yaml、.yml、.json 或 .geojson 结尾",
        en: "this file is passed over; the files of a case end in .yaml, .yml, .json or .geojson")

    static func morePassedOver(_ count: Int) -> DiagnosticMessage {
        remark(
            zh: "还有 \(count) 个文件没有读取；案例的文件以 .yaml、.yml、.json 或 .geojson 结尾",
            en:
                "\(count) more files are passed over; the files of a case end in .yaml, .yml, .json or .geojson"
        )
    }

    static func fileTooLarge(limit: Int) -> DiagnosticMessage {
        error(
            zh: "文件超过 \(limit >> 20) MiB；请拆成几个", en: "the file is larger than \(limit >> 20) MiB; split it")
    }

    static func unreadableFile(_ reason: Text) -> DiagnosticMessage {
        error(
            zh: "文件无法读取（\(reason.zh)）；请检查权限",
            en: "the file cannot be read (\(reason.en)); check its permissions")
    }

    static func unreadableFolder(_ reason: Text) -> DiagnosticMessage {
        error(
            zh: "文件夹无法读取（\(reason.zh)）；请检查权限",
            en: "the folder cannot be read (\(reason.en)); check its permissions")
    }

    static func damagedPack(_ damage: PackError) -> DiagnosticMessage {
        error(zh: damage.sentence.zh, en: damage.sentence.en)
    }

    static func more(_ severity: Diagnostic.Severity) -> DiagnosticMessage {
        let limit = Limits.diagnostics
        return DiagnosticMessage(
            severity: severity,
            message: Text(
                chinese: "\(severity.word.zh)超过 \(limit) 个；请先改正前面的，再检查一遍",
                english:
                    "there are more than \(limit) \(severity.word.en)s; mend the first ones and check again"))
    }
}

// Keys and the shape of values.
extension DiagnosticMessage {
    static func duplicateKey(_ key: String) -> DiagnosticMessage {
        error(
            zh: "键“\(shown(key))”在同一处写了两次；请合并或删去一个",
            en: "key '\(shown(key))' stands twice in the same map; join the two or delete one")
    }

    static func unsafeCharacter(_ scalar: Unicode.Scalar) -> DiagnosticMessage {
        error(
            zh: "文字中有 \(scalar.codePoint)，显示这个字符不安全；请删去",
            en: "the text holds \(scalar.codePoint), a character that is not safe to show; delete it")
    }

    static func unknownKey(_ key: String, in subject: Subject) -> DiagnosticMessage {
        error(
            zh: "\(subject.zh)没有键“\(shown(key))”；请删去或改正键名",
            en: "\(subject.en) has no key '\(shown(key))'; delete it or correct its name")
    }

    static func missingKey(_ key: String, in subject: Subject) -> DiagnosticMessage {
        error(zh: "\(subject.zh)缺少键“\(key)”；请补上", en: "\(subject.en) needs the key '\(key)'; add it")
    }

    static func wrongShape(_ what: Subject, expected: Shape, found: Shape) -> DiagnosticMessage {
        error(
            zh: "\(what.zh)应是\(expected.name.zh)，而不是\(found.name.zh)",
            en: "\(what.en) must be \(expected.name.en), not \(found.name.en)")
    }

    static func tooManyEntries(_ what: Subject) -> DiagnosticMessage {
        error(
            zh: "\(what.zh)超过 \(Limits.entries) 项；请去掉一些",
            en: "\(what.en) has more than \(Limits.entries) entries; leave some of them out")
    }

    static func noWording(_ what: Subject) -> DiagnosticMessage {
        error(
            zh: "\(what.zh)没有文字；请写“zh”或“en”，或两者都写",
            en: "\(what.en) has no wording; give it 'zh', 'en' or both")
    }

    static func tooLong(_ what: Subject, count: Int, limit: Int) -> DiagnosticMessage {
        error(
            zh: "\(what.zh)有 \(count) 个字符；请缩短到 \(limit) 个",
            en: "\(what.en) has \(count) characters; shorten it to \(limit)")
    }

    static func tooManyMarks(_ what: Subject) -> DiagnosticMessage {
        error(
            zh: "\(what.zh)中有一个字符由 \(Limits.codePoints) 个以上的码位组成；请去掉一些附加符号",
            en: "\(what.en) has a character of more than \(Limits.codePoints) code points; take marks off it")
    }

    static func severalLines(_ what: Subject) -> DiagnosticMessage {
        error(
            zh: "\(what.zh)只能写在一行里；请去掉换行", en: "\(what.en) must stand on one line; take the line break out")
    }

    /// A date of a month that has no such day; nil for a text that is none for another reason.
    private static func noSuchDay(_ text: String, within interval: String) -> DiagnosticMessage? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].count == 2, let day = Int(parts[2]), day > 0,
            let year = PartialDate(parts[0])?.year, let month = Int(parts[1]),
            let last = (28...31).last(where: { PartialDate(year: year, month: month, day: $0) != nil }),
            day > last
        else { return nil }
        return error(
            zh: "“\(shown(interval))”中没有这一天；\(year)年\(month)月有 \(last) 天",
            en:
                "'\(shown(interval))' names no day; \(PartialDate.english(month: month)) \(year) has \(last) days"
        )
    }

    static func badDate(_ text: String) -> DiagnosticMessage {
        noSuchDay(text, within: text)
            ?? error(
                zh: "“\(shown(text))”不是日期；请写成 2018、2018-01 或 2018-01-25，也可写 960、-0255（公元前256年）、2018~（约）、"
                    + "2018?（存疑）、201X（十年中某年）或 2018-21（春）",
                en:
                    "'\(shown(text))' is not a date; write 2018, 2018-01 or 2018-01-25, also 960, -0255 (256 BCE), "
                    + "2018~ (about), 2018? (uncertain), 201X (some year of ten) or 2018-21 (spring)")
    }

    static func badPeriod(_ text: String) -> DiagnosticMessage {
        text.split(separator: "/").lazy.compactMap { noSuchDay(String($0), within: text) }.first
            ?? error(
                zh: "“\(shown(text))”不是时期；请写成 2018/2020、2018/..（仍在继续）、2018/（终止不明）或 ../2018，或“start”与“end”的映射",
                en:
                    "'\(shown(text))' is not a period; write 2018/2020, 2018/.. (goes on), 2018/ (end unknown) or ../2018, "
                    + "or a map of 'start' and 'end'")
    }

    static var undatedPeriod: DiagnosticMessage {
        error(zh: "时期没有日期；请写明开始或结束", en: "the period has no date; give it a start or an end")
    }

    static func badID(_ text: String) -> DiagnosticMessage {
        let message = error(
            zh: "“\(shown(text))”不能作编号；请用小写英文字母和数字，以连字符相连",
            en: "'\(shown(text))' is not an id; use lower-case ASCII letters and digits joined by hyphens")
        return message.noting(fullWidthHint(in: text) ?? foreignLetterHint(in: text))
    }

    /// The hint about a Cyrillic or Greek letter among ASCII ones, for which it cannot be told from one by its look.
    private static func foreignLetterHint(in text: String) -> Text? {
        let letters = text.unicodeScalars
        guard letters.contains(where: { $0.isASCII && $0.properties.isAlphabetic }),
            let foreign = letters.first(where: { (0x370...0x52F).contains($0.value) })
        else { return nil }
        return Text(
            chinese: "“\(foreign)”是 \(foreign.codePoint)，不是英文字母；请重新输入",
            english: "'\(foreign)' is \(foreign.codePoint) and no ASCII letter; type it anew")
    }

    static func badNumber(_ text: String) -> DiagnosticMessage {
        error(
            zh: "“\(shown(text))”不是数；请写数字，小数用点，如 1234.5",
            en: "'\(shown(text))' is not a number; write digits with a decimal point, such as 1234.5")
    }

    static func tooManyDigits(_ what: Subject, _ text: String) -> DiagnosticMessage {
        error(
            zh: "\(what.zh)有 \(text.utf8.count) 位；数字和符号至多 \(Limits.number) 位，请缩短",
            en:
                "\(what.en) has \(text.utf8.count) digits and signs; a number takes at most \(Limits.number), shorten it"
        )
    }

    static func notWhole(_ what: Subject, _ text: String, _ range: ClosedRange<Int>) -> DiagnosticMessage {
        error(
            zh: "\(what.zh)的值“\(shown(text))”不是整数；请写 \(range.lowerBound) 到 \(range.upperBound) 的整数",
            en:
                "\(what.en) '\(shown(text))' is not a whole number; give one from \(range.lowerBound) to \(range.upperBound)"
        )
    }

    static func outOfRange(_ what: Subject, _ text: String, _ range: ClosedRange<Double>) -> DiagnosticMessage
    {
        let (least, most) = (Int(range.lowerBound), Int(range.upperBound))
        return error(
            zh: "\(what.zh)的值“\(shown(text))”超出范围；请写 \(least) 到 \(most) 的数",
            en: "\(what.en) '\(shown(text))' is out of range; give a number from \(least) to \(most)")
    }

    static func badChoice(_ what: Subject, _ text: String, allowed: [String]) -> DiagnosticMessage {
        error(
            zh: "\(what.zh)不能是“\(shown(text))”；请选 \(allowed.joined(separator: "、")) 之一",
            en: "\(what.en) cannot be '\(shown(text))'; choose one of \(allowed.joined(separator: ", "))")
    }

    static func badAddress(_ text: String) -> DiagnosticMessage {
        error(
            zh: "“\(shown(text))”不是网址；请以 https:// 或 http:// 开头，不要有空格",
            en: "'\(shown(text))' is not an address; begin with https:// or http:// and use no spaces")
    }

    static func badCitationKey(_ text: String) -> DiagnosticMessage {
        error(
            zh: "“\(shown(text))”不能作引用键；请写不含空白和 , { } ( ) \" # % ~ = \\ ' 的词，如 ostrom1990",
            en:
                "'\(shown(text))' is no citation key; write a word without blanks and , { } ( ) \" # % ~ = \\ ', such "
                + "as ostrom1990")
    }

    static func badDOI(_ text: String) -> DiagnosticMessage {
        error(
            zh: "“\(shown(text))”不是 DOI；请不带解析网址，写成如 10.1000/182",
            en: "'\(shown(text))' is not a doi; write it without a resolver's address, such as 10.1000/182")
    }

    static func listedTwice(_ what: Text, _ text: String) -> DiagnosticMessage {
        error(
            zh: "\(what.zh)“\(shown(text))”列了两次；请删去一个",
            en: "\(what.en) '\(shown(text))' is listed twice; delete one")
    }

    static func longTitle(_ id: String, _ columns: Int) -> DiagnosticMessage {
        remark(
            zh: "条目“\(shown(id))”的标题占 \(columns) 列；请用“short”写一个至多 \(Item.shortColumns) 列的短标题",
            en: "the title of item '\(shown(id))' takes \(columns) columns; give it a 'short' of at most "
                + "\(Item.shortColumns)")
    }

    static func shortTooWide(_ columns: Int) -> DiagnosticMessage {
        error(
            zh: "“short”占 \(columns) 列；请缩短到 \(Item.shortColumns) 列",
            en: "'short' takes \(columns) columns; shorten it to \(Item.shortColumns)")
    }

    static let classifiedWithoutSource = error(
        zh: "归类的链接须有支持其事实的来源；请补上“source”",
        en: "a classified link needs a source for its fact; add 'source'")
    static let periodBackwards = error(
        zh: "结束早于开始；请对调日期", en: "the period ends before it starts; exchange the dates")
    static let coordinatesAndNone = error(
        zh: "有坐标的地点不必说明为何没有坐标；请删去其一",
        en: "a place with coordinates needs no reason to have none; delete one of the two")
    static let halfACoordinate = error(
        zh: "“lat”和“lon”须成对；请两个都写，或都不写",
        en: "'lat' and 'lon' belong together; give both or neither")
}
