import CaseFiles
import CaseModel

/// What is said of files that cannot be read: a sentence each, without a full stop, that says what to do.
enum ImportMessage {
    static let tooManyRecords = Text(
        chinese: "记录多于 \(ImportLimits.records) 条；请分成几个文件",
        english: "there are more than \(ImportLimits.records) records; export them in parts")
    static let nestedTooDeep = Text(
        chinese: "嵌套多于 \(ImportLimits.nesting) 层",
        english: "this is nested more than \(ImportLimits.nesting) deep; simplify it")

    // BibTeX
    static let unclosedEntry = Text(
        chinese: "此条目没有右括号；请补上", english: "the entry has no closing brace; add it")
    static let unclosed = Text(
        chinese: "此处打开的括号或引号没有关上；请补上",
        english: "the brace or quotation mark opened here is not closed; close it")
    static let braceTooMany = Text(
        chinese: "右花括号多了一个；请删去", english: "there is a closing brace too many; take it out")

    static func noEqualsSign(after name: String) -> Text {
        name.isEmpty
            ? Text(
                chinese: "此处应为字段名；前面可能少了逗号",
                english: "a field's name should stand here; is a comma missing before it?")
            : Text(
                chinese: "“\(name)”后面缺等号；前一字段后可能少了逗号",
                english: "there is no equals sign after '\(name)'; is a comma missing before it?")
    }

    static func noValue(of name: String) -> Text {
        Text(
            chinese: "“\(name)”没有值；请写成 \(name) = {…}", english: "'\(name)' has no value; write \(name) = {…}")
    }

    static func fieldTooLong(_ name: String) -> Text {
        let limit = ImportLimits.fieldBytes >> 20
        return Text(
            chinese: "“\(name)”长于 \(limit) MiB；请缩短",
            english: "'\(name)' is longer than \(limit) MiB; shorten it")
    }

    static let noEntry = Text(
        chinese: "条目以“@book{”之类开头，这里一个也没有；这不像 BibTeX 文件",
        english: "an entry begins like '@book{', and there is none; this does not look like a BibTeX file")

    // RIS
    static let noRecordType = Text(
        chinese: "记录应以“TY  - ”开头；这不像 RIS 文件",
        english: "a record begins with 'TY  - '; this does not look like an RIS file")

    // JSON
    static let notReferences = Text(
        chinese: "这里应为 CSL-JSON 条目的数组", english: "an array of CSL-JSON items should stand here")

    static func expected(_ sign: Character) -> Text {
        Text(chinese: "此处应为“\(sign)”", english: "'\(sign)' should stand here; add it")
    }

    // Tables
    static let noHeader = Text(
        chinese: "表是空的；第一行应为列名", english: "the table is empty; its first line names the columns")
    static let tooManyColumns = Text(
        chinese: "列多于 \(ImportLimits.columns)",
        english: "there are more than \(ImportLimits.columns) columns; is this a table?")
    static let textAfterQuote = Text(
        chinese: "右引号后面还有文字；单元格里的引号要写两遍",
        english: "text follows the closing quote; a quote within a cell is written twice")

    static func columnTwice(_ name: String) -> Text {
        Text(chinese: "有两列名为“\(name)”；请改名", english: "two columns are named '\(name)'; rename one")
    }

    static func noSuchColumn(_ name: String, among names: [String]) -> Text {
        let list = names.prefix(20)
        return Text(
            chinese: "表里没有“\(name)”列；现有：\(list.joined(separator: "、"))",
            english: "the table has no column '\(name)'; it has \(list.joined(separator: ", "))")
    }

    static func noSuchField(_ name: String, among names: [String]) -> Text {
        Text(
            chinese: "没有“\(name)”字段；可选：\(names.joined(separator: "、"))",
            english: "there is no field '\(name)'; choose one of \(names.joined(separator: ", "))")
    }

    static func noOwner(_ id: String, among owners: [String]) -> Text {
        let options = owners.map { "--\($0)" }
        return Text(
            chinese: "“\(id)”不在 \(options.joined(separator: "、")) 的表里，也不在案例中；请先写出它所属的记录",
            english:
                "'\(id)' is in no table of \(options.joined(separator: " or ")) and not in the case; name the record that this belongs to"
        )
    }

    static func repeats(_ id: String, row: Int) -> Text {
        Text(
            chinese: "第 \(row) 行已用了编号“\(id)”；请换一个编号",
            english: "row \(row) has the id '\(id)' already; give it another id")
    }

    static func idAgain(_ id: String) -> Text {
        Text(
            chinese: "前面已有编号“\(id)”的一条；请换一个编号",
            english: "an earlier record has the id '\(id)'; give it another id")
    }

    /// Of a claim, link or figure in JSON.
    static func ownerElsewhere(_ id: String, among lists: [String]) -> Text {
        let kinds = EntityKind.entities.filter { lists.contains($0.list) }
        return Text(
            chinese:
                "文件和案例里都没有它所属的\(kinds.map { $0.title.localized(in: .chinese) }.joined(separator: "或"))“\(id)”；请用 --into 指明有它的案例",
            english:
                "neither the file nor a case has the \(kinds.map(\.rawValue).joined(separator: " or ")) '\(id)' that it belongs to; name a case that has it with --into"
        )
    }

    /// Of what a command prints that is only a part of a record.
    static func notWhole(_ key: String, of list: String) -> Text {
        Text(
            chinese: "这里没有“\(key)”，而 \(list) 的每一条都要有：这不是完整的记录；请改用 `triptych export` 写出的文件",
            english:
                "this has no '\(key)', which every record of \(list) has: it is only a part of one; import what 'triptych export' writes"
        )
    }

    static let repeated = Text(
        chinese: "前面已有内容完全相同的一条；请删去其一", english: "an earlier one says the same; delete one of the two")

    /// Of a record that the case has in other words: only its author can say which are right.
    static func standsOtherwise(_ id: String) -> Text {
        Text(
            chinese: "“\(id)”已在案例中，内容有所不同；如要更改，请在案例的文件里改",
            english: "'\(id)' stands in the case and says something else; change it there if this is right")
    }

    /// The text of a source that the project does not hold.
    static func lackingText(_ name: Substring) -> Text {
        let shown = name.spelledOut
        return Text(
            chinese: "项目里没有文件 \(shown)，片段因此没有引文；请连同来源导出为 .qdpx",
            english:
                "the project lacks the file \(shown), so that its segments have no quote; export it with its sources as .qdpx"
        )
    }

    static func beyondText(_ length: Int) -> Text {
        Text(
            chinese: "文本只有 \(length) 个字符，片段不在其中，论断没有位置和引文；请重新导出项目",
            english:
                "the text has \(length) characters and this is no part of it, so that the claim has neither place nor "
                + "quote; export the project again")
    }

    static func lacking(_ key: String, in table: RecordTable) -> Text {
        Text(
            chinese: "它没有“\(key)”，而 \(table.rawValue) 的每一行都要有；请补上",
            english: "it has no '\(key)', which every row of \(table.rawValue) needs; add it")
    }

    static func noSuch(_ kind: EntityKind, _ word: String) -> Text {
        Text(
            chinese: "案例和各表里没有\(kind.title.localized(in: .chinese))“\(word)”；请改正，或先导入它",
            english:
                "neither the case nor a table has the \(kind.rawValue) '\(word)'; correct it, or import that first"
        )
    }

    static let notRecords = Text(
        chinese: "这不是案例文件，也不是其记录的列表；`triptych help format` 说明各种记录的键",
        english:
            "this is neither a case nor a list of its records; 'triptych help format' describes the keys of each"
    )

    static func fieldTwice(_ name: String) -> Text {
        Text(chinese: "两列都对应“\(name)”；请只选一列", english: "two columns are mapped to '\(name)'; choose one")
    }

    static func tooManyCells(_ found: Int, of expected: Int) -> Text {
        Text(
            chinese: "这一行有 \(found) 格，而表头只有 \(expected) 格",
            english:
                "this row has \(found) cells, but the header has \(expected); check its quotes and delimiters"
        )
    }

    // XML
    static let notXML = Text(chinese: "这不像 XML 文件", english: "this does not look like an XML file")
    static let badMarkup = Text(chinese: "标记写法有误", english: "the markup is not well-formed here; mend it")
    static let doctype = Text(
        chinese: "不接受文件类型声明（DTD）；请删去", english: "a document type declaration is not accepted; take it out")
    static let badCharacter = Text(
        chinese: "XML 里不能有此字符", english: "XML may not hold this character; take it out")
    static let textOutside = Text(
        chinese: "根元素之外有文字", english: "there is text outside of the root element; take it out")
    static let endsEarly = Text(
        chinese: "文件没有写完", english: "the file ends before its elements are closed; export it again")
    static let tooManyAttributes = Text(chinese: "属性太多", english: "the element has too many attributes")
    static let attributeTwice = Text(chinese: "属性重复", english: "the attribute is given twice; take one out")

    static func numberOfNoCharacter(_ name: String) -> Text {
        let shown = name.spelledOut
        return Text(
            chinese: "“&\(shown);”不是 XML 可用的字符；请删去",
            english: "'&\(shown);' is the number of no character that XML may hold; delete it")
    }

    static func unknownEntity(_ name: String) -> Text {
        Text(
            chinese: "不认识实体“&\(name);”；只有 amp、lt、gt、quot、apos 和编号",
            english: "the entity '&\(name);' is not known; only amp, lt, gt, quot, apos and numbers are")
    }

    static func wrongEnd(_ found: String, of open: String) -> Text {
        Text(
            chinese: "</\(found)> 关不上 <\(open)>",
            english: "</\(found)> does not close <\(open)>; mend one of them")
    }

    static func wrongRoot(_ found: String) -> Text {
        Text(
            chinese: "根元素是 <\(found)>，REFI-QDA 项目应为 <Project> 或 <CodeBook>",
            english: "the root element is <\(found)>; a REFI-QDA project has <Project> or <CodeBook>")
    }

    static func noAttribute(_ name: String, of element: String) -> Text {
        Text(
            chinese: "<\(element)> 缺属性 \(name)",
            english: "<\(element)> has no attribute '\(name)'; export the project again")
    }

    // Archives
    static let notAnArchive = Text(
        chinese: "这不是 zip 档案，或者不完整", english: "this is no zip archive, or not a whole one")
    static let tooManyEntries = Text(chinese: "档案里的文件太多", english: "the archive has too many entries")
    static let tooMuchUnpacked = Text(
        chinese: "档案解开后大于 \(ImportLimits.unpackedBytes >> 20) MiB",
        english: "unpacked, the archive is larger than \(ImportLimits.unpackedBytes >> 20) MiB")
    static let noProject = Text(
        chinese: "档案里没有 project.qde；这不是 REFI-QDA 项目",
        english: "the archive has no project.qde; it is no REFI-QDA project")

    static func damagedEntry(_ name: String) -> Text {
        Text(
            chinese: "档案里的“\(name)”已损坏；请重新导出",
            english: "'\(name)' in the archive is damaged; export the project again")
    }

    static func unsupportedEntry(_ name: String) -> Text {
        Text(
            chinese: "档案里的“\(name)”加了密或用了别的压缩法",
            english:
                "'\(name)' in the archive is encrypted or packed in a way other than deflate; pack it anew")
    }
}
