import CaseModel
import Testing

/// The words that a case has of its own for levels, sides and strengths, and locators in parts.
@Suite struct VocabularyTests {
    private static func base(_ manifest: String) -> String {
        Marked.base.replacing("{id: trial,", with: "{id: trial, \(manifest),")
            .replacing("level: county", with: "level: elder").replacing(
                "strength: primary", with: "strength: seen")
    }

    private static let own =
        "levels: [{id: elder, title: 长老}, {id: household, title: 农户}], "
        + "strengths: [{id: told, title: 访谈, rank: 2}, {id: seen, title: 亲见, rank: 1}]"

    private func marked(_ yaml: String, _ more: String = "") -> Marked {
        Marked(["base.yaml": Self.base(Self.own + more), "marked.yaml": yaml])
    }

    @Test func `declared words replace the program's`() throws {
        let manifest = try #require(try marked("").load().caseFile).manifest
        #expect(manifest.levels.map(\.id) == ["elder", "household"])
        #expect(manifest.rankedStrengths.map(\.id) == ["seen", "told"])
        let ordinary = try #require(try Marked("").load().caseFile).manifest
        #expect(ordinary.levels == Level.ordinary && ordinary.strengths == Strength.ordinary)
        #expect(ordinary.sides.isEmpty && ordinary.placeWord == nil)
    }

    @Test func `the program's words stay valid`() throws {
        for level in Level.ordinary {
            try Marked("actors: [{id: act-x, title: 人, level: \(level.id)}]").expect(.error, [])
        }
    }

    @Test(arguments: [
        Fault(
            "actors: [{id: act-x, title: 人, level: «houshold}]",
            "'level' cannot be 'houshold'; choose one of elder, household",
            notes: ["did you mean 'household'? (case/base.yaml:2:\(base(own).column(of: "household,")))"]),
        Fault(
            "actors: [{id: act-x, title: 人, level: «county}]",
            "'level' cannot be 'county'; choose one of elder, household", notes: []),
        Fault(
            "items: [{id: prj-x, kind: project, title: 事, evidence: [{claim: 有。, source: src-base, strength: «primary}]}]",
            "'strength' cannot be 'primary'; choose one of told, seen", notes: []),
    ])
    func `a word that the case does not have`(_ fault: Fault) throws {
        try marked(fault.yaml).expect(.error, fault.messages, notes: fault.notes)
    }

    @Test(arguments: [
        (
            "levels: [{id: elder, title: 甲}, {id: «elder, title: 乙}]",
            "level 'elder' is defined twice; rename or delete one"
        ),
        (
            "sides: [{id: up, title: 上}, {id: «up, title: 下}]",
            "side 'up' is defined twice; rename or delete one"
        ),
        (
            "strengths: [{id: seen, title: 亲见, rank: «0}]",
            "'rank' '0' is out of range; give a number from 1 to 99"
        ),
        ("levels: [«{id: elder}]", "level 'elder' needs the key 'title'; add it"),
    ])
    func `a vocabulary that is not sound`(manifest: String, message: String) throws {
        let base = Marked.base.replacing("{id: trial,", with: "{id: trial, \(manifest),")
            .replacing("county", with: manifest.hasPrefix("levels") ? "elder" : "county")
            .replacing("primary", with: manifest.hasPrefix("strengths") ? "seen" : "primary")
        let outcome = try Marked(["base.yaml": base]).load()
        let errors = outcome.diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.english) == [message])
        #expect(
            errors.map { Marked.Place(file: $0.file, line: $0.line, column: $0.column) }
                == Marked(["base.yaml": base]).places)
    }

    @Test func `a side is the id of a declared one, or the name of any`() throws {
        let sides = ", sides: [{id: upper, title: 上游}, {id: lower, title: 下游}]"
        let actors = ["upper", "下游", "{zh: 邻省, en: neighbours}", "far"].enumerated().map { number, side in
            "  - {id: act-\(number), title: 人, level: elder, side: \(side)}"
        }
        let marked = marked("actors:\n" + actors.joined(separator: "\n"), sides)
        try marked.expect(.warning, [])
        let found = Sides(of: try #require(try marked.load().caseFile))
        #expect(found.numbers == [nil, 0, 1, nil, nil])
        #expect(found.titlesOfActors.map { $0?.localized(in: .chinese) } == [nil, "上游", "下游", "邻省", "far"])
    }

    @Test func `a word that is like a declared side is probably mistyped`() throws {
        let sides = ", sides: [{id: upper, title: 上游}, {id: lower, title: 下游}]"
        try marked("actors: [{id: act-x, title: 人, level: elder, side: «uper}]", sides).expect(
            .warning,
            [
                "'sides' of the manifest has no 'uper', so that the actor counts on none of them; correct it or add the "
                    + "side"
            ],
            notes: [
                "did you mean 'upper'? (case/base.yaml:2:\(Self.base(Self.own + sides).column(of: "upper,"))"
                    + ")"
            ])
    }

    @Test(arguments: Facet.allCases) func `no kind has the name of a facet`(facet: Facet) throws {
        let kind = "kinds: [{id: \(facet.rawValue), pane: left, title: 类, plural: 类, role: element}]"
        let warnings = try Marked(kind).load().diagnostics.filter { $0.severity == .warning }
        #expect(warnings.map(\.english).count { $0.contains("has the name of a facet") } == 1)
    }

    @Test func `a locator is a text, or a map of its parts`() throws {
        func locator(_ yaml: String) throws -> Locator? {
            try Marked(
                "items: [{id: prj-x, kind: project, title: 事, evidence: [{claim: 有。, source: src-base, strength: primary, locator: \(yaml)}]}]"
            ).load().caseFile?.items.last?.evidence[0].locator
        }
        #expect(try locator("p. 3") == Locator(Text("p. 3")))
        #expect(try locator("{zh: 序, en: preface}") == Locator(Text(chinese: "序", english: "preface")))
        #expect(
            try locator("{page: 12-15, section: 2, words: {zh: 表, en: table}}")
                == Locator(page: "12-15", section: "2", words: Text(chinese: "表", english: "table")))
        #expect(try locator("{article: 3, paragraph: 1}") == Locator(article: "3", paragraph: "1"))
        #expect(try locator("{page: ~}") == nil)
    }

    @Test func `a part that a locator does not have`() throws {
        try Marked(
            "items: [{id: prj-x, kind: project, title: 事, evidence: [{claim: 有。, source: src-base, strength: primary, locator: {«pages: 3}}]}]"
        ).expect(
            .error, ["the locator has no key 'pages'; delete it or correct its name"],
            notes: ["did you mean 'page'?"])
    }

    @Test func `the title of a work in another language is not asked for in every language of the case`()
        throws
    {
        func source(_ language: String, title: String) -> Marked {
            Marked([
                "base.yaml": Marked.base.replacing("{id: trial,", with: "{id: trial, languages: [zh, en],"),
                "more.yaml":
                    "sources: [{id: src-x, title: \(title), publisher: {fr: Seuil}, container: {title: {fr: Revue}}, language: \(language), type: book}]"
                    + "\nitems: [{id: prj-x, kind: project, title: 事, evidence: [{claim: 有。, source: src-x, strength: primary}]}]",
            ])
        }
        let french = source("fr", title: "«{fr: Le puits}")
        try french.expect(
            .remark, ["'title' has no translation into 'zh'; the readers of the case may want one"])
        #expect(try french.load().diagnostics.allSatisfy { $0.severity == .remark })
        try source("fr", title: "{fr: Le puits, zh: 井}").expect(.remark, [])
        #expect(try source("fr", title: "{fr: Le puits, zh: 井}").load().diagnostics.isEmpty)
        // So is a work in a language of the case, but for a title that is not in it.
        let english = try source("en", title: "{en: The well}").load().diagnostics.map(\.english)
        let wanted = "'title' has no wording in 'zh'"
        #expect(english.count { $0.hasPrefix(wanted) } == 1, "that of what it appeared in")
        #expect(english.contains { $0.hasPrefix("'title' has no translation into 'zh'") })
        let other = try source("en", title: "{zh: 井}").load().diagnostics.map(\.english)
        #expect(other.count { $0.hasPrefix("'title' has no wording in 'en'") } == 2)
        #expect(english.contains { $0.contains("has a wording in 'fr'") })
    }
}

extension String {
    /// The column of a word in its line, counted from 1.
    fileprivate func column(of word: String) -> Int {
        let line = split(separator: "\n").first { $0.contains(word) } ?? ""
        return
            (line.firstRange(of: word).map { line.distance(from: line.startIndex, to: $0.lowerBound) } ?? 0)
            + 1
    }
}
