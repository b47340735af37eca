import CaseFiles
import CaseModel
import Testing

/// Slips of typing, each reported at its own place and not where YAML stops making sense.
@Suite struct MistakeTests {
    private static let item = "items:\n  - id: prj-x\n    kind: project\n"

    /// The end of a message about a character that looks like one of YAML's.
    private static func lookalike(_ character: String, _ code: String, _ meant: String) -> String {
        let blank = meant == ":" || meant == "-" ? " and a blank" : ""
        return "'\(character)' (\(code)) means nothing in YAML; write an ASCII '\(meant)'\(blank)"
    }

    private static func curly(_ character: String, _ code: String, _ meant: String = "\"") -> String {
        "'\(character)' (\(code)) quotes nothing in YAML; put the text between ASCII \(meant)"
    }

    private static func blank(_ name: String, _ code: String) -> String {
        "here is \(name) (\(code)), which neither indents nor separates in YAML; use ordinary blanks"
    }

    @Test(arguments: [
        Fault("items:\n  - id: prj-x\n    kind«：project\n    title: 事", lookalike("：", "U+FF1A", ":")),
        Fault("items:\n  - id«：prj-x\n    kind: project\n    title: 事", lookalike("：", "U+FF1A", ":")),
        Fault("items«：\n  - {id: prj-x, kind: project, title: 事}", lookalike("：", "U+FF1A", ":")),
        Fault(item + "    title: 事\n    period«：\n      start: 2018", lookalike("：", "U+FF1A", ":")),
        Fault(item + "    title: {zh«：事, en: thing}", lookalike("：", "U+FF1A", ":")),
        Fault(item + "    title: {zh: 事, en«：thing}", lookalike("：", "U+FF1A", ":")),
        Fault(item + "    title: 事\n  «－ id: prj-y\n    kind: project", lookalike("－", "U+FF0D", "-")),
        Fault("items:\n  «– id: prj-x\n    kind: project\n    title: 事", lookalike("–", "U+2013", "-")),
        Fault(item + "    title: «｛zh: 事, en: thing｝", lookalike("｛", "U+FF5B", "{")),
        Fault(item + "    title: {zh: 事, en: thing«｝\n    aka: [x]", lookalike("｝", "U+FF5D", "}")),
        Fault(item + "    title: {zh: 事«，en: thing}", lookalike("，", "U+FF0C", ",")),
        Fault(item + "    title: «“事: 情”", curly("“", "U+201C")),
        Fault(item + "    title: {zh: 事, en: «“thing, other”}", curly("“", "U+201C")),
        Fault(item + "    title: «＂事: 情＂", curly("＂", "U+FF02")),
        Fault(item + "    title: «‘事: 情’", curly("‘", "U+2018", "'")),
    ])
    func fullWidth(_ fault: Fault) throws { try Marked(fault.yaml).expect(.error, fault.messages) }

    @Test(arguments: [
        Fault(item + "«\u{3000}\u{3000}title: 事", blank("an ideographic blank", "U+3000")),
        Fault(
            "items:\n  - id: prj-x\n«\u{3000}\u{3000}kind: project\n    title: 事",
            blank("an ideographic blank", "U+3000")),
        Fault(
            "items:\n  - id: prj-x\n«\u{A0}\u{A0}\u{A0}\u{A0}kind: project\n    title: 事",
            blank("a no-break blank", "U+00A0")),
        Fault(item + "  «\u{3000}title: 事", blank("an ideographic blank", "U+3000")),
        Fault(item + "    title:«\u{A0}事\n    aka: [x]", blank("a no-break blank", "U+00A0")),
        Fault(item + "«\ttitle: 事", blank("a tab", "U+0009")),
        Fault("items:\n  -«\u{3000}id: prj-x\n    kind: project", blank("an ideographic blank", "U+3000")),
    ])
    func blanks(_ fault: Fault) throws { try Marked(fault.yaml).expect(.error, fault.messages) }

    private static let missing = "a blank is missing behind the ':'; add it"
    private static let opening = "needs quotes around it; quote the whole text"

    @Test(arguments: [
        Fault(item + "    title«\u{A0}: River", blank("a no-break blank", "U+00A0")),
        Fault(item + "    title«\u{202F}: River", blank("a narrow no-break blank", "U+202F")),
        Fault(item + "    title: {fr:«\u{A0}I, zh: 一}", blank("a no-break blank", "U+00A0")),
        Fault(item + "    title: {fr«:River, zh: 河}", missing),
        Fault("items:\n  - {id«:prj-x, kind: project, title: 事}", missing),
        Fault(item + "    title«:{fr: R, zh: S}", missing),
        Fault(item + "    title: «[Draft] The river\n", "a text that begins with '[' \(opening)"),
        Fault(item + "    title: «{A} b\n", "a text that begins with '{' \(opening)"),
        Fault(item + "    aka: «[A] b\n    title: 事", "a text that begins with '[' \(opening)"),
        Fault(
            "case: {id: r, title: River}«}\n",
            "there is one } too many; delete it, or quote the text that it belongs to"),
        Fault(
            "items:\n  - {id: prj-x, kind: project, title: 事}«}\n  - {id: prj-y}\n",
            "there is one } too many; delete it, or quote the text that it belongs to"),
        Fault(
            "case: {id: r, title: River «#2, licence: X}\nitems: []\n",
            "a comment begins at this '#' and the } belongs to it; quote the text"),
        Fault(
            item
                + "    title: 事\n    evidence:\n      - {claim: 事, source: src-a, locator: {fr: p. 3, «page: 3}}",
            "'page' is a key of a locator and no language; write the words beside it under 'words'"),
    ])
    func brackets(_ fault: Fault) throws {
        let found = try Marked(fault.yaml).load().diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.message.english).contains(fault.messages[0]), "\(found.map(\.message.english))")
    }

    private static let unclosed = "the quote that opens here is not closed; close it at the end of the text"
    private static let after =
        #"the quotes end before this text; write \" for a " within double quotes and '' for a ' within single ones"#

    @Test(arguments: [
        Fault(item + "    title: «\"事\n    note: \"情\"\n    aka: [x]", unclosed),
        Fault(item + "    title: «'事\n    note: 情\n    aka: [x]", unclosed),
        Fault(item + "    title: {zh: «\"事, en: \"thing\"}", unclosed),
        Fault("items:\n  - id: «\"prj-x\n    title: 事\n", unclosed),
        Fault(item + "    title: \"a \"«b\" c\"", after),
        Fault(item + "    title: 'It'«s'", after),
        Fault(
            item + "    title: \"C:«\\d\"",
            #"a \ within double quotes begins an escape; write \\, or use single quotes"#),
    ])
    func quotes(_ fault: Fault) throws { try Marked(fault.yaml).expect(.error, fault.messages) }

    private static let comma =
        "a comma is missing before this; a text that holds a colon and a blank or a comma needs quotes around it"

    /// Slips in what is written as JSON, which quotes everything.
    @Test(arguments: [
        Fault(#"items: [{"id": "prj-x" «"kind": "project"}]"#, comma),
        Fault(#"items: [{"id": "prj-x", "aka": ["a" «"b"]}]"#, comma),
        Fault(#"items: [{"id": "prj-x" «kind: "project"}]"#, comma),
        Fault(#"items: [{"id": "prj-x", «"title" "t"}]"#, "the key here has no colon; write 'key: value'"),
        Fault(
            #"items: [{"id": "prj-x" «// c"# + "\n" + #", "kind": "project"}]"#,
            "a '/' begins no comment here; write '#' behind a blank, or delete it"),
        Fault(#"items: [{"id": "prj-x"«， "kind": "project"}]"#, lookalike("，", "U+FF0C", ",")),
        Fault(#"items: [«{"id": "prj-x", "title": "t"]"#, "the { that opens here is not closed; add its }"),
        Fault(#"items: [{"id": "prj-x", "title": "He said "«no" again"}]"#, after),
        Fault(#"{"items": []} «x"#, behind),
        Fault(#"{"items": []}"# + "\n" + #"«{"places": []}"#, behind),
    ])
    func json(_ fault: Fault) throws { try Marked(fault.yaml).expect(.error, fault.messages) }

    private static let behind =
        "what the file holds ends before this; make it part of the value above, or a file of its own"

    @Test(arguments: [
        Fault("items:\n  «-id: prj-x\n    kind: project", "a blank is missing behind the '-'; add it"),
        Fault("items:\n  - id«:prj-x\n    kind: project", "a blank is missing behind the ':'; add it"),
        Fault(
            "items:\n  «* id: prj-x\n    kind: project",
            "an entry of a list does not begin with '*'; write '- '"),
        Fault(
            item + "    title: 甲： b«: c",
            "a second colon stands in this line; a text that holds a colon and a blank needs quotes around it"
        ),
        Fault(
            item + "    title: a： b«: c",
            "a second colon stands in this line; a text that holds a colon and a blank needs quotes around it"
        ),
        Fault(
            item + "    title: 甲«: 乙",
            "a second colon stands in this line; a text that holds a colon and a blank needs quotes around it"
        ),
        Fault(
            "items:\n  - id: prj-x\n    «kind project\n    title: 事",
            "the key here has no colon; write 'key: value'"),
        Fault(
            item + "    title: 事\n    «links\n      - to: x", "the key here has no colon; write 'key: value'"),
        Fault(
            "items:\n  - id: prj-x\n    kind«:project\n    title: 事",
            "a blank is missing behind the ':'; add it"),
        Fault(item + "    title: 事\n  «-id: prj-y\n", "a blank is missing behind the '-'; add it"),
        Fault(
            item + "    title: «{zh: 事, en: thing\n    aka: [x]",
            "the { that opens here is not closed; add its }"),
        Fault(item + "    aka: «[x, y\n    title: 事", "the [ that opens here is not closed; add its ]"),
        Fault("items:\n  - «{id: a\n", "the { that opens here is not closed; add its }"),
        Fault(
            item + "    title: {zh: 事 en«: thing}",
            "a comma is missing before this; a text that holds a colon and a blank or a comma needs quotes around it"
        ),
        Fault(
            item + "    title: 事\n  «id: prj-y\n",
            "this line stands in a list but does not begin with '- '; add it, or indent the line like the keys above"
        ),
        Fault(
            item + "   «title: 事", "this line is indented by 3, those that it belongs with by 4; align them"),
        Fault(
            item + "     «title: 事", "this line is indented by 5, those that it belongs with by 4; align them"
        ),
        Fault(item + "    «<<: {title: 事}", "'<<' merges nothing here; write the keys themselves"),
        Fault(
            item + "    title: «@x", "a text that begins with a sign such as @, ` or % needs quotes around it"
        ),
    ])
    func structure(_ fault: Fault) throws { try Marked(fault.yaml).expect(.error, fault.messages) }

    /// What libyaml notices itself, told in words of both languages and with what to do.
    @Test(arguments: [
        Fault(
            "question: «? Why", "a text that begins with '? ' needs quotes around it; quote the whole text"),
        Fault(
            "title: «- x",
            "an entry of a list cannot stand behind its key; begin a new line, or quote the text"),
        Fault(
            "kind: «*proj",
            "'*proj' stands for a value named '&proj', and there is none above; if it is a text, quote it"),
        Fault("title: «&水 坝", "a text that begins with '&' needs quotes around it; quote the whole text"),
        Fault("title: «*, x", "a text that begins with '*' needs quotes around it; quote the whole text"),
        Fault("title: «!x!y z", "a text that begins with '!' needs quotes around it; quote the whole text"),
        Fault(
            "title: {en: ,«, zh: x}", "a value is missing here; add it, or delete the sign that is too many"),
        Fault(
            "note: «> five",
            "a text behind '|' or '>' begins on the next line; if the sign is part of the text, quote it"),
        Fault(
            "title: \"\\x«zz\"",
            #"\x, \u and \U within double quotes take 2, 4 and 8 hexadecimal digits; write \\, or use single quotes"#
        ),
        Fault(
            "«%x y\n---\ntitle: x",
            "a line that begins with % is a directive to YAML, which no case needs; delete it, or quote the text"
        ),
        Fault("{title«:[x]}", "a blank is missing behind the ':'; add it"),
        Fault(
            "{a: b}\n«c: d",
            "what the file holds ends before this; make it part of the value above, or a file of its own"
        ),
    ])
    func `what YAML finds is told in plain words`(_ fault: Fault) throws {
        let marked = Marked(fault.yaml)
        try marked.expect(.error, fault.messages)
        let chinese = try #require(try marked.load().diagnostics.first?.chinese)
        let words = chinese.split { !$0.isASCII || !$0.isLetter }.filter { $0.count > 3 }.map(String.init)
        #expect(Set(words).isSubset(of: ["YAML", "proj"]), "\(chinese)")
    }

    @Test func missingDashRepeatsKeys() throws {
        try Marked(Self.item + "    title: 事\n    evidence: []\n    «id: prj-y\n    kind: project").expect(
            .error, ["key 'id' stands twice in the same map; join the two or delete one"],
            notes: ["if an entry begins here, put '- ' in front of it"])
    }

    private static let evidenced = "    evidence: [{claim: 有。, source: src-base, strength: primary}]\n"

    @Test(arguments: [
        Fault(
            item + evidenced + "    title: Monitoring «#2",
            "a comment begins at this '#' and cuts the text; quote the text, or put a blank behind the '#'"),
        Fault(
            item + evidenced + "    title: «“渝新欧”",
            "these quotes quote nothing and are shown as they are; use ASCII quotes, or put \" around them"),
        Fault(
            item + evidenced + "    title: «!!binary aGVsbG8=",
            "the tag '!!binary' is ignored and its value read as if there were none; delete it"),
        Fault(
            item + evidenced + "    title: «&Water works",
            "'&Water' is a name for aliases and no part of the text, which reads 'works'; quote the text, or delete the name"
        ),
        Fault(
            item + evidenced + "    title: x\n    aka: «&names [y]",
            "'&names' is a name for aliases, and no alias uses it; delete it, or quote the text"),
        Fault(
            item + evidenced + "    title: «&a x\n    aka: [&a y, *a]",
            "'&a' is a name for aliases and no part of the text, which reads 'x'; quote the text, or delete the name"
        ),
        Fault(item + evidenced + "    title: &a x\n    aka: [*a]"),
    ])
    func warnings(_ fault: Fault) throws { try Marked(fault.yaml).expect(.warning, fault.messages) }

    /// What looks like a slip and is none.
    @Test func textsStayTexts() throws {
        let marked = Marked(
            Self.item + Self.evidenced + """
                    title: "“渝新欧”: #1"
                    aka: [“甲”与“乙”, C#, 甲，乙] # 注
                    summary: |
                      注意：“甲” #2
                        　　－ 乙：丙
                    note: 第一句，
                      说明：第二句 “丙” 与 'x
                      "丁" # a comment
                """)
        try marked.expect(.error, [])
        try marked.expect(.warning, [])
        #expect(try marked.load().caseFile?.items.last?.title.english == "“渝新欧”: #1")
    }

    /// Sentences for people who read Chinese: in their punctuation, with the words of the file as they are.
    @Test func chinese() throws {
        func shown(_ yaml: String) throws -> [String] {
            try Marked(yaml).load().diagnostics.map { $0.rendered(in: .chinese) }
        }
        #expect(
            try shown("items:\n  - {id: prj-x, kind: projec, title: 事}") == [
                """
                case/marked.yaml:2:10: 警告：条目“prj-x”没有证据；请补上一条有来源的论断
                2 |   - {id: prj-x, kind: projec, title: 事}
                  |          ^
                """,
                """
                case/marked.yaml:2:23: 错误：“kind”写的是“projec”，而本案例没有这样的类别
                2 |   - {id: prj-x, kind: projec, title: 事}
                  |                       ^ 是不是“project”？（case/base.yaml:10:10）
                """,
            ])
        #expect(
            try shown("items:\n  - id: prj-x\n    kind：project\n    title: 事") == [
                """
                case/marked.yaml:3:9: 错误：“：”（U+FF1A）在 YAML 中不起作用；请用半角的 :，后面加一个空格
                3 |     kind：project
                  |         ^
                """
            ])
        #expect(CaseFileError.missing(path: "x").sentence.chinese == "没有文件或文件夹“x”；请检查路径")
    }
}
