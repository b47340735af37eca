import CaseModel
import TextLayout

// An item and the records within it.

extension Item: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "item", subject: Text(chinese: "条目", english: "the item"),
        purpose: Text(
            chinese: "案例所述的一个事物：驱动、要素、安排、方式、领域或项目。",
            english:
                "One thing that the case is about: a driver, an element, an arrangement, a mode, a field or a project."
        ),
        example: """
            items:
              - id: weir
                kind: practice
                title: {zh: 分水堰, en: Dividing weir}
                summary: {zh: 以石堰分水。, en: A stone weir divides the water.}
                period: {start: 1984, end: 1991-06}
                status: {value: operating, as_of: 2020, source: src-survey}
                places: [plc-valley]
                actors: [act-council]
                evidence:
                  - claim: {zh: 1984 年建成。, en: It was built in 1984.}
                    source: src-survey
                    locator: {zh: 第12页, en: p. 12}
                    strength: primary
            """)

    package static var blank: Item { Item(id: ID(""), kind: ID(""), title: Text("")) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.ownID(&id, "Its permanent name, which is also its permalink.", zh: "永久的名称，也是其固定链接。")
        try fields.required(
            "kind", &kind, Reference(), "Its kind, which also says in which pane it stands.",
            zh: "其类别，也决定所在的栏。")
        try fields.optional(
            "parent", &parent, ParentReference(), "The item of the same pane under which it stands.",
            zh: "同一栏中它所从属的条目。")
        try fields.required("title", &title, .text, "Its title.", zh: "标题。")
        try fields.optional(
            "short", &short, .text, since: "0.2", "A title of at most 24 columns, for panes and breadcrumbs.",
            zh: "至多 24 列的短标题，供各栏与路径使用。")
        try fields.list("aka", &aka, of: .line, "Other names, found by search.", zh: "别名，可被搜到。")
        try fields.optional(
            "summary", &summary, .prose, "What it is, in a sentence or two.", zh: "一两句话说明它是什么。")
        try fields.optional(
            "period", &period,
            Shorthand(short: IntervalForm(), expanded: { $0 }, shortened: { _ in nil }),
            "When it began and ended.", zh: "起止时间。")
        if period == Period() { period = nil }
        try fields.optional(
            "status", &status, Nested(), "How far along it is, and as of when.", zh: "进展及其时点。")
        try fields.field(
            "places", &places, ReferenceList(),
            FieldNote(need: .optional, since: "0.1", chinese: "所在地点。", english: "Where it is."))
        try fields.field(
            "actors", &actors, ReferenceList(),
            FieldNote(need: .optional, since: "0.1", chinese: "参与者。", english: "Who takes part."))
        try fields.list("metrics", &metrics, of: Nested(), "Its figures.", zh: "数据。")
        try fields.list(
            "evidence", &evidence, of: Nested(), "What is claimed of it, each claim with its source.",
            zh: "关于它的陈述，各附来源。")
        try fields.list("links", &links, of: Nested(), "The links that it states.", zh: "它所陈述的链接。")
        try fields.optional(
            "note", &note, .prose, "Caveats and conflicts between sources.", zh: "注意事项与来源之间的矛盾。")
    }

    package var contradictions: [Finding] {
        var findings: [Finding] = []
        if let columns = short?.wordings.map(\.narrowColumns).max(), columns > Item.shortColumns {
            findings.append(Finding(.shortTooWide(columns), at: .key("short")))
        }
        // A pack's links are looked at when they are shown, and all of them by `Case.verify`.
        guard !links.isDeferred else { return findings }
        // An item states a few links: comparing each with those before it costs less than a table.
        var first: [Link.Target: Int]? = links.count > 32 ? [:] : nil
        for (number, link) in links.enumerated() where !link.to.text.isEmpty {
            let path = FieldPath.entry(number, of: "links", "to")
            if link.to == id { findings.append(Finding(.linkToItself(id.text), at: path)) }
            var same: Int?
            if first != nil {
                let target = Link.Target(to: link.to, relation: link.relation)
                same = first?[target]
                if same == nil { first?[target] = number }
            } else {
                same = links[..<number].firstIndex { $0.to == link.to && $0.relation == link.relation }
            }
            if let same {
                findings.append(
                    Finding(
                        .linkTwice(link.relation.text, link.to.text), at: path,
                        first: .entry(same, of: "links", "to")))
            }
        }
        return findings
    }
}

extension Link {
    /// What two links of an item have in common that are one.
    fileprivate struct Target: Hashable {
        let to: ID<Item>
        let relation: ID<Relation>
    }
}

/// The item under which another stands; it is of the same pane, which is checked when all items are known.
private struct ParentReference: RefinedForm {
    let base = Reference<Item>()

    func read(_ value: Value) -> ID<Item>? {
        guard let parent = base.read(value) else { return nil }
        value.context.parenthoods.append(
            .init(child: ID(value.owner), parent: parent, address: value.address))
        return parent
    }
}

extension Period: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "period", subject: Text(chinese: "时期", english: "the period"),
        purpose: Text(
            chinese: "起止时间，知道多少写多少。", english: "When something began and ended, as precisely as is known."),
        example: """
            period: {start: 2010-12, end: 2018-01-25}
            # the same as an interval; 2018/.. goes on, 2018/ has an unknown end
            # period: 2010-12/2018-01-25
            """)

    package static var blank: Period { Period() }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.defaulted(
            "start", &beginning, BoundForm(), to: .unknown, "When it began.", zh: "何时开始。")
        try fields.defaulted("end", &ending, BoundForm(), to: .unknown, "When it ended.", zh: "何时结束。")
    }

    package var contradictions: [Finding] {
        if isBackwards { return [Finding(.periodBackwards, at: .key("end"))] }
        return isDated || self == Period() ? [] : [Finding(.undatedPeriod, at: .whole)]
    }
}

extension DatedStatus: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "dated-status", subject: Text(chinese: "状态", english: "the status"),
        purpose: Text(chinese: "状态及其所据的日期。", english: "A status with the date for which it is known."),
        example: "status: {value: operating, as_of: 2018-01-25, source: src-survey}")

    package static var blank: DatedStatus { DatedStatus(value: ID("")) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.required("value", &value, Reference(), "The status.", zh: "状态。")
        try fields.optional("as_of", &asOf, .date, "The date for which it is known.", zh: "状态所据的日期。")
        try fields.optional("source", &source, Reference(), "Who says so.", zh: "出自何处。")
    }

    package var doubts: [Finding] { asOf == nil ? [Finding(.undatedStatus, at: .whole)] : [] }
}

extension Metric: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "metric", subject: Text(chinese: "数据", english: "the metric"),
        purpose: Text(chinese: "带单位与来源的数据。", english: "A figure with its unit and source."),
        example: """
            metrics:
              - {name: {zh: 全长, en: length}, value: 347, unit: km, source: src-survey, locator: p. 3}
            """)

    package static var blank: Metric { Metric(name: Text(""), value: Text("0")) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.required("name", &name, .text, "What is measured.", zh: "所测为何。")
        try fields.required(
            "value", &value, .decimal,
            "The number; no digit is gained or lost. One in each language where the units differ: `{zh: 3.5, en: 35}`.",
            zh: "数值；位数照录。各语言单位不同时分列：`{zh: 3.5, en: 35}`。")
        try fields.optional("unit", &unit, .text, "The unit of `value`.", zh: "`value` 的单位。")
        try fields.optional(
            "display", &display, .text,
            "The figure as one would print it, where number and unit alone read badly.",
            zh: "数与单位连读不顺时，印出的写法。")
        try fields.optional("bound", &bound, Choice(), "How the source rounds.", zh: "来源如何取约数。")
        try fields.optional("source", &source, Reference(), "Who says so.", zh: "出自何处。")
        try fields.locator(&locator, "Where in the source.", zh: "来源中的位置。")
    }

    package var doubts: [Finding] { source == nil ? [Finding(.unsourcedMetric, at: .whole)] : [] }
}

extension Evidence: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "evidence", subject: Text(chinese: "证据", english: "the evidence"),
        purpose: Text(
            chinese: "一条可核对的陈述及证明它的来源。", english: "One checkable statement with the source that bears it out."
        ),
        example: """
            evidence:
              - claim: {zh: 2018 年 1 月 25 日开通。, en: It opened on 25 January 2018.}
                source: src-survey
                locator: {article: 3, paragraph: 2}
                date: 2018-01-25
                strength: primary
                quote: opened to traffic
            """)

    package static var blank: Evidence { Evidence(claim: Text(""), source: ID(""), strength: .reported) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.required(
            "claim", &claim, .prose, "The statement, in the case author's own words.", zh: "陈述，用案例作者自己的话。")
        try fields.required("source", &source, Reference(), "Who bears it out.", zh: "证明它的来源。")
        try fields.locator(&locator, "Where in the source.", zh: "来源中的位置。")
        try fields.optional(
            "date", &date, .date, "The date of what the claim tells, not of its source.",
            zh: "陈述之事的日期（不是来源的日期）。")
        try fields.required("strength", &strength, Reference(), "How far the source carries.", zh: "来源的证明力。")
        try fields.defaulted(
            "supports", &support, Choice(), to: .supports, since: "0.2",
            "Whether the claim bears out the item or speaks against it.", zh: "陈述支持该条目，还是与之相悖。")
        try fields.optional(
            "quote", &quote, .quote,
            "A few words of the source, verbatim, at most `quote_limit` characters.",
            zh: "来源原文数语，不超过 `quote_limit` 个字符。")
    }
}

extension Locator: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "locator", subject: Text(chinese: "出处位置", english: "the locator"),
        purpose: Text(
            chinese: "在来源中的位置：页、节、条、段（款），或用文字说明。",
            english:
                "Where in a source something stands: by page, section, article and paragraph, or in words."),
        example: """
            locator: {section: 2, page: 12-15}
            # the same in words
            # locator: {zh: 第二节，第12–15页, en: "section 2, pp. 12–15"}
            """)

    package static var blank: Locator { Locator() }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.optional(
            "page", &page, .line, since: "0.2", "The page or pages, such as 12, 12-15 or iv.",
            zh: "页码，如 12、12-15、iv。")
        try fields.optional(
            "section", &section, .line, since: "0.2", "The section or chapter, by its number or heading.",
            zh: "章节的编号或标题。")
        try fields.optional(
            "article", &article, .line, since: "0.2", "The article of a law, treaty or agreement.",
            zh: "法律、条约或协议的条。")
        try fields.optional(
            "paragraph", &paragraph, .line, since: "0.2", "The paragraph of the article or section.",
            zh: "条中的款，或节中的段。")
        try fields.optional(
            "words", &words, .text, since: "0.2", "Anything else, such as a table or a preface.",
            zh: "其他，如某表、序言。")
    }
}

extension FieldVisitor {
    /// Where in a source; in words unless it is a map whose keys are no languages.
    fileprivate mutating func locator(
        _ locator: inout Locator?, _ english: StaticString, zh chinese: StaticString
    ) throws(Failure) {
        try optional(
            "locator", &locator,
            Shorthand(
                short: TextForm(measure: .line), expanded: { Locator($0) }, shortened: { $0.onlyWords },
                isShort: { $0.isText }),
            english, zh: chinese)
        if locator == Locator() { locator = nil }
    }
}

extension Link: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "link", subject: Text(chinese: "链接", english: "the link"),
        purpose: Text(
            chinese: "两个条目之间的有向链接；没有来源的是案例作者的解读。",
            english:
                "A directed link between two items; without a source it is the case author's interpretation."),
        example: """
            links:
              - to: plan
                relation: implements
                because: {zh: 规划第三条列入。, en: The plan's article 3 lists it.}
                source: src-plan
            """)

    package static var blank: Link { Link(to: ID(""), relation: ID("")) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.required("relation", &relation, Reference(), "What kind of link it is.", zh: "链接的类别。")
        try fields.required(
            "to", &to, LinkEnd(relation: relation), "The item at the far end.", zh: "另一端的条目。")
        try fields.optional(
            "because", &because, .prose, "Why the link holds; shown in the trace.", zh: "链接何以成立；在追溯中显示。")
        try fields.optional("source", &source, Reference(), "Evidence for the link itself.", zh: "链接本身的证据。")
        try fields.defaulted(
            "classified", &isClassified, .flag, to: false, since: "0.2",
            "The source bears the fact out; that it counts as this link is the case author's classification.",
            zh: "来源证明事实，将其归为此链接则是案例作者的判断。")
    }

    package var contradictions: [Finding] {
        isClassified && source == nil ? [Finding(.classifiedWithoutSource, at: .key("classified"))] : []
    }

    package var doubts: [Finding] { because == nil ? [Finding(.unexplainedLink, at: .key("to"))] : [] }
}

/// The item at the far end of a link, which messages describe by its relation.
private struct LinkEnd: RefinedForm {
    let relation: ID<Relation>
    var base: Reference<Item> { Reference() }

    func read(_ value: Value) -> ID<Item>? {
        // Without a relation that can be named, the key has to do.
        Reference<Item>(mention: relation.text.isEmpty ? nil : .link(relation: relation.text)).read(value)
    }
}
