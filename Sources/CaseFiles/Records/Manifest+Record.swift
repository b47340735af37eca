import CaseModel

extension Manifest: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "case", subject: Text(chinese: "总述", english: "the manifest"),
        purpose: Text(
            chinese: "案例的总述：名称、作者、方法与界限、语言。",
            english: "What the case is: its name, authors, method and limits, languages."),
        example: """
            format: 1
            case:
              id: rivers
              title: {zh: 三河共治, en: Governing three rivers}
              authors: [A. Researcher]
              licence: CC-BY-4.0
              languages: [zh, en]
              about:
                - {zh: 依据公开文件编写。, en: Written from public documents.}
            """)

    package static var blank: Manifest {
        var blank = Manifest(id: ID(""), title: Text(""))
        // Without the key they are those that the texts are found to have.
        blank.languages = []
        return blank
    }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.required(
            "id", &id, PlainID(), "The case's own id, under which marks and notes are kept.",
            zh: "案例自身的 id，标记与笔记按它保存。")
        try fields.required("title", &title, .text, "The title in the header.", zh: "页眉上的标题。")
        try fields.optional("subtitle", &subtitle, .text, "One line under the title.", zh: "标题下的一行。")
        try fields.list(
            "authors", &authors, of: .text, "Who wrote the case files, not the literature that they rest on.",
            zh: "案例文件的作者（不是所据文献的作者）。")
        try fields.optional(
            "version", &version, .line, since: "0.2", "The edition of the case, such as 1.2.",
            zh: "案例的版本，如 1.2。")
        try fields.optional(
            "date", &date, .date, since: "0.2", "When this edition appeared.", zh: "此版本的日期。")
        try fields.optional(
            "url", &url, .address, since: "0.2", "Where the case can be had.", zh: "何处可得此案例。")
        try fields.optional(
            "licence", &licence, .line, "The licence of the case files, as an SPDX expression or a sentence.",
            zh: "案例文件的许可：SPDX 表达式或一句话。")
        try fields.field(
            "about", &about, Paragraphs(),
            FieldNote(
                need: .optional, since: "0.1", chinese: "方法与界限，每段一项。",
                english: "Method and limits, a paragraph each."))
        try fields.optional(
            "cites", &cites, Reference(), "The work whose framework the case applies.",
            zh: "案例所用框架的出处。")
        try fields.field(
            "languages", &languages, LanguageList(),
            FieldNote(
                need: .optional, since: "0.1", chinese: "案例的语言（BCP 47），原文语言在前；每种都应完整。",
                english:
                    "The languages of the case (BCP 47), the original first; it claims to be complete in each."
            ))
        try fields.defaulted(
            "levels", &levels, ListOf(form: Nested()), to: Level.ordinary, since: "0.2",
            "The tiers of actors, the highest first; without the key `central`, `provincial`, `city`, `county`, `township`, `market` and `public`.",
            zh: "参与者的层级，自高而低；不写则为 `central`、`provincial`、`city`、`county`、`township`、`market`、`public`。")
        try fields.defaulted(
            "sides", &sides, ListOf(form: Nested()), to: [], since: "0.2",
            "The sides on which actors stand, in their order; with the key no others count, without it all that actors name.",
            zh: "参与者所属的各方，按其次序；写了则只算这些，不写则参与者写到的都算。")
        try fields.defaulted(
            "strengths", &strengths, ListOf(form: Nested()), to: Strength.ordinary, since: "0.2",
            "The strengths of evidence; without the key `primary`, `reported` and `analytic`.",
            zh: "证据的强度；不写则为 `primary`、`reported`、`analytic`。")
        try fields.optional(
            "place_word", &placeWord, .text, since: "0.2",
            "What the `province` of a place is called, such as country; without the key, province.",
            zh: "地点的 `province` 叫作什么，如国家；不写则为省份。")
        try fields.defaulted(
            "quote_limit", &quoteLimit, CountForm(range: 0...Limits.longestQuote),
            to: Manifest.ordinaryQuoteLimit, since: "0.2",
            "The most characters of a `quote`; without the key, 60.",
            zh: "`quote` 的字数上限；不写则为 60。")
    }
}

extension Level: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "level", subject: Text(chinese: "层级", english: "the level"),
        purpose: Text(chinese: "参与者的层级。", english: "A tier at which actors stand."),
        example: """
            levels: [{id: council, title: {zh: 长老会, en: council}}, {id: household, title: {zh: 农户, en: household}}]
            """)

    package static var blank: Level { Level(id: ID(""), title: Text("")) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.ownID(&id, "Its id.", zh: "层级的 id。")
        try fields.required("title", &title, .text, "What it is called.", zh: "层级的称呼。")
    }
}

extension Side: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "side", subject: Text(chinese: "一方", english: "the side"),
        purpose: Text(
            chinese: "参与者所属的一方；合作网络每方一栏，跨方的合作按双方计数。",
            english:
                "A side on which actors stand; the network has a column for each and counts the ties between any two."
        ),
        example: """
            sides: [{id: upper, title: {zh: 上游, en: upstream}}, {id: lower, title: {zh: 下游, en: downstream}}]
            """)

    package static var blank: Side { Side(id: ID(""), title: Text("")) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.ownID(&id, "Its id.", zh: "一方的 id。")
        try fields.required("title", &title, .text, "What it is called.", zh: "一方的称呼。")
    }
}

extension Strength: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "strength", subject: Text(chinese: "证据强度", english: "the strength"),
        purpose: Text(chinese: "来源的证明力。", english: "How far a source of some sort carries."),
        example: """
            strengths:
              - {id: observed, title: {zh: 亲见, en: observed}, rank: 1}
              - {id: told, title: {zh: 访谈, en: told in an interview}, rank: 2}
            """)

    package static var blank: Strength { Strength(id: ID(""), title: Text(""), rank: 1) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.ownID(&id, "Its id.", zh: "证据强度的 id。")
        try fields.required("title", &title, .text, "What it is called.", zh: "证据强度的称呼。")
        try fields.required(
            "rank", &rank, CountForm(range: 1...99),
            "Its place, of which 1 carries furthest; several may have the same.",
            zh: "位次，1 最强；可以并列。")
    }
}

/// One text or a list of them.
private struct Paragraphs: RefinedForm {
    let base = ListOf(form: TextForm(measure: .prose))

    func read(_ value: Value) -> [Text]? {
        value.isList ? base.read(value) : TextForm(measure: .prose).read(value).map { [$0] }
    }

    var shape: FieldShape {
        let (one, several) = (TextForm(measure: .prose).shape, base.shape)
        return FieldShape(
            words: Text(
                chinese: "\(one.words.zh)，或由此组成的列表",
                english: "\(one.words.en), or a list of them"),
            schema: .object([("anyOf", .array([several.schema, one.schema]))]))
    }
}

/// Languages, none of them twice.
private struct LanguageList: RefinedForm {
    let base = ListOf(form: LanguageForm())

    func read(_ value: Value) -> [LanguageTag]? {
        var languages: [LanguageTag] = []
        for element in value.elements() {
            guard let language = LanguageForm().read(element) else { continue }
            if languages.contains(language) {
                element.report(.languageTwice(language))
            } else {
                languages.append(language)
            }
        }
        return languages
    }
}
