import CaseModel
import TextLayout

/// A small sound case to begin with, as YAML files whose comments explain each key.
package struct CaseTemplate {
    private let content: Case
    /// What the case does not have yet, in its own terms.
    private let examples: Case
    private let language: LanguageTag

    /// A case of three panes, each with a kind of item and an item. Comments and contents are in the nearest language
    /// of the interface.
    package init(id: String, title: String, panes: [(id: String, title: String)], language: LanguageTag) {
        self.language = language
        func only(_ text: Text) -> Text { Text(text.phrase(in: language.nearest)) }
        var content = Case(manifest: Manifest(id: ID(id), title: Text(title)))
        content.manifest.languages = [language]
        content.manifest.about = [only(Words.about)]
        content.panes = panes.map { Pane(id: ID($0.id), title: Text($0.title)) }
        content.kinds = zip(panes, [Kind.Role.driver, .arrangement, .project]).map { pane, role in
            Kind(
                id: ID(pane.id), pane: ID(pane.id), title: Text(pane.title), plural: Text(pane.title),
                role: role)
        }
        content.relations = [
            Relation(
                id: "follows-from", title: only(Words.relation), inverse: only(Words.inverse), flow: .backward
            )
        ]
        content.statuses = [Status(id: "under-way", title: only(Words.status), stage: .underWay)]
        let date = PartialDate(year: 2024)
        var source = Source(id: "src-example", title: only(Words.source), form: .report)
        source.issuer = only(Words.issuer)
        source.date = date
        content.sources = [source]
        for pane in panes {
            let title = Words.item(pane.title).phrase(in: language.nearest)
            var item = Item(id: ID("\(pane.id)-1"), kind: ID(pane.id), title: Text(title))
            // The panes have room for that many columns.
            if title.columns > 28, pane.title.columns <= 24 { item.short = Text(pane.title) }
            item.summary = only(Words.summary)
            var evidence = Evidence(claim: only(Words.claim), source: source.id, strength: .primary)
            evidence.locator = Locator(only(Words.locator))
            item.evidence = [evidence]
            if let before = content.items.last {
                var link = Link(to: before.id, relation: "follows-from")
                link.because = only(Words.because)
                item.links = [link]
            }
            content.items.append(item)
        }
        let last = content.items.count - 1
        content.items[last].period = Period(start: date)
        content.items[last].status = DatedStatus(value: "under-way", asOf: date, source: source.id)
        self.content = content
        examples = Self.examples(for: content, in: language.nearest)
    }

    /// A matrix, places, actors and a tour that the case may have as they are.
    private static func examples(for content: Case, in language: Language) -> Case {
        func only(_ text: Text) -> Text { Text(text.phrase(in: language)) }
        var examples = Case(manifest: content.manifest)
        let kinds = content.kinds.map(\.id)
        examples.matrix = Matrix(rows: kinds[0], columns: kinds[1], cells: kinds[2])
        var valley = Place(id: "plc-valley", title: only(Words.valley))
        (valley.latitude, valley.longitude) = (39.5, -0.4)
        valley.coordinatesSource = CoordinatesSource(name: Words.gazetteer.phrase(in: language))
        let plain = Place(id: "plc-plain", title: only(Words.plain))
        valley.borders = [Border(place: plain.id)]
        examples.places = [valley, plain]
        examples.actors = [Actor(id: "act-council", title: only(Words.council), level: .county)]
        var start = Tour.Step(headline: content.manifest.title, view: .title)
        start.minutes = 1
        var stop = Tour.Step(headline: content.items[2].title, view: .view(.reader))
        stop.at = ID(content.items[2].id.text)
        stop.points = [Tour.Step.Point(only(Words.point), evidence: 1)]
        stop.notes = only(Words.notes)
        stop.minutes = 2
        var tour = Tour(id: "seminar", title: only(Words.seminar))
        tour.minutes = 3
        tour.steps = [start, stop]
        examples.tours = [tour]
        return examples
    }

    /// True if the comments are in another language than the case: the program speaks English and Chinese alone.
    package var isCommentedInAnotherLanguage: Bool {
        ![LanguageTag.chinese.primary, LanguageTag.english.primary].contains(language.primary)
    }

    /// The files by their names.
    package var files: [(name: String, text: String)] {
        let manifest = RecordOutline(of: Manifest.self)
        let values = content.manifest.jsonMembers
        let fields = manifest.fields.flatMap { field in
            ["  # \(purpose(of: field))"]
                + (values.first { $0.key == field.key }.map { value in
                    YAMLWriter.document(.object([value])).split(separator: "\n").map { "  " + $0 }
                } ?? ["  #\(field.key):"])
        }
        let remarks = Words.head + (isCommentedInAnotherLanguage ? [Words.otherLanguage(language)] : [])
        let head = remarks.map { "# \(say($0))" } + ["format: \(Case.format)", ""]
        let top = [
            (
                "case.yaml",
                (head + ["# \(say(manifest.about.purpose))", "case:"] + fields).joined(separator: "\n") + "\n"
            )
        ]
        let framework = ["panes", "kinds", "relations", "statuses"].map { section($0) }
        let examples = ["matrix", "places", "actors", "tours"].map { example($0) }
        return [
            (top[0].0, ([top[0].1] + framework + examples).joined(separator: "\n")),
            ("items.yaml", section("items", Evidence.self, Link.self)),
            ("sources.yaml", section("sources", Source.Author.self, Source.Container.self)),
        ]
    }

    /// A list of records, below what can be said of each.
    private func section(_ key: String, _ inner: any CaseRecord.Type...) -> String {
        guard let record = Self.record(under: key),
            let value = content.jsonMembers.first(where: { $0.key == key })
        else { return "" }
        let comments = ([record] + inner).flatMap { explained($0) + ["#"] }.dropLast()
        return comments.joined(separator: "\n") + "\n" + YAMLWriter.document(.object([value]))
    }

    /// The example of a record that the case does not have yet, as a comment.
    private func example(_ key: String) -> String {
        guard let record = Self.record(under: key),
            let value = examples.jsonMembers.first(where: { $0.key == key })
        else { return "" }
        let lines = YAMLWriter.document(.object([value])).split(separator: "\n").map { "#\($0)" }
        return (["# \(say(record.recordDescription.purpose))"] + lines).joined(separator: "\n") + "\n"
    }

    /// What a record is and what each of its keys holds.
    private func explained(_ record: any CaseRecord.Type) -> [String] {
        let outline = RecordOutline(of: record)
        let width = outline.fields.map(\.key.count).max() ?? 0
        let keys = outline.fields.map { field in
            let blanks = String(repeating: " ", count: width - field.key.count)
            let mark = field.need == .required ? "*" : " "
            return "#  \(mark)\(field.key)\(blanks)  \(purpose(of: field))"
        }
        return ["# \(outline.about.name): \(say(outline.about.purpose))"] + keys
    }

    private static func record(under key: String) -> (any CaseRecord.Type)? {
        RecordOutline(of: Case.self).fields.first { $0.key == key }?.shape.nested
    }

    private func purpose(of field: RecordOutline.Field) -> String { say(field.purpose) }

    private func say(_ text: Text) -> String { text.phrase(in: language.nearest) }
}

/// What stands in a new case, to be replaced.
private enum Words {
    static let head = [
        Text(
            chinese: "一个可供修改的小案例。`triptych check` 指出其中的错误，`triptych help format` 说明全部的键。",
            english:
                "A small case to change as you like. `triptych check` names mistakes, `triptych help format` describes all keys."
        ),
        Text(
            chinese: "文字可以单写，也可以按语言分写：{zh: …, en: …}。以 # 开头的行是注释，程序不读；星号标出必须有的键。",
            english:
                "A text stands alone, or once a language: {zh: …, en: …}. Lines with # are comments; a star marks keys that every record has."
        ),
    ]
    /// The program has no words in the language.
    static func otherLanguage(_ language: LanguageTag) -> Text {
        Text(
            chinese: "注释是中文：程序只有中文和英文的说法；案例本身请用 \(language.text) 写，照样显示。",
            english:
                "These comments are in English, for the program speaks English and Chinese; the case itself is in \(language.text), and shown as you write it."
        )
    }
    static let about = Text(
        chinese: "在此说明方法与界限：依据何种材料，不涉及什么。",
        english: "Say here how the case was made and what it leaves out.")
    static let relation = Text(chinese: "出自", english: "follows from")
    static let inverse = Text(chinese: "引出", english: "leads to")
    static let status = Text(chinese: "进行中", english: "under way")
    static let source = Text(chinese: "第一个来源", english: "The first source")
    static let issuer = Text(chinese: "发布者", english: "Who issued it")
    static let summary = Text(
        chinese: "用一两句话说明它是什么。", english: "What it is, in a sentence or two.")
    static let claim = Text(
        chinese: "一句可以核实的陈述，用自己的话。",
        english: "One statement that can be checked, in your own words.")
    static let locator = Text(chinese: "第1页", english: "p. 1")
    static let because = Text(chinese: "此链接何以成立。", english: "Why the link holds.")

    static let valley = Text(chinese: "上谷", english: "Upper Valley")
    static let plain = Text(chinese: "下原", english: "Lower Plain")
    static let gazetteer = Text(chinese: "坐标的出处", english: "where the coordinates come from")
    static let council = Text(chinese: "水务会", english: "Water council")
    static let seminar = Text(chinese: "研讨", english: "Seminar")
    static let point = Text(chinese: "一句要点。", english: "A point, in a sentence.")
    static let notes = Text(chinese: "先问听众。", english: "Ask the audience first.")

    static func item(_ pane: String) -> Text {
        Text(chinese: "\(pane)之一", english: "The first of “\(pane)”")
    }
}
