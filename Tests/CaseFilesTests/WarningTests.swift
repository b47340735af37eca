import CaseModel
import Testing

/// Warnings, with which a case can be opened.
@Suite struct WarningTests {
    @Test func baseHasNone() throws {
        try Marked(["base.yaml": Marked.base]).expect(.warning, [])
        try Marked(["base.yaml": Marked.base]).expect(.error, [])
    }

    @Test func unevidenced() throws {
        try Marked("items:\n  - {id: «prj-x, kind: project, title: 事}").expect(
            .warning, ["item 'prj-x' has no evidence; add a claim with its source"])
    }

    @Test func `one id for two entities`() throws {
        try Marked(
            "items:\n  - {id: base-x, kind: project, title: 事, \(evidence)}\nplaces:\n  - {id: «base-x, title: 地}"
        )
        .expect(
            .warning,
            ["place 'base-x' has the id of item 'base-x', which may be opened instead; rename one"])
    }

    @Test func `a spelling in Latin letters is no language of the case`() throws {
        let source = "sources:\n  - {id: src-x, type: web, title: {zh: 源, en: Source, «zh-Latn: Yuan}}\n"
        let item =
            "items:\n  - {id: prj-x, kind: project, title: 事, evidence: [{claim: 有。, source: src-x, strength: primary}]}"
        let plain = Marked((source + item).replacing("«", with: ""))
        try plain.expect(.warning, [])
        let outcome = try plain.load()
        #expect(outcome.caseFile?.manifest.languages == [.chinese, .english])
        // One of a language that the case does not have is a slip all the same.
        let strange = try Marked((source + item).replacing("«zh-Latn", with: "ru-Latn")).load()
        #expect(strange.diagnostics.contains { $0.english.contains("'ru-Latn'") })
    }

    @Test func `a kind with the name of a facet`() throws {
        let kind = "kinds:\n  - {id: «level, pane: action, title: 层, plural: 层, role: element}"
        try Marked(kind).expect(
            .warning,
            ["kind 'level' has the name of a facet, so that filters and the matrix cannot name it; rename it"]
        )
        try Marked(kind.replacing("«level", with: "field").replacing("element", with: "field")).expect(
            .warning, [])
    }

    @Test func `a long title without a short one`() throws {
        let title = "A title of twenty-nine columns"
        try Marked("items:\n  - {id: «prj-x, kind: project, title: \(title), \(evidence)}").expect(
            .remark, ["the title of item 'prj-x' takes 30 columns; give it a 'short' of at most 24"])
        for rest in ["title: 十四字之内的标题不需要短名", "title: \(title), short: Short"] {
            try Marked("items:\n  - {id: prj-x, kind: project, \(rest), \(evidence)}").expect(.remark, [])
        }
    }

    @Test func uncited() throws {
        try Marked("sources:\n  - {id: «src-x, title: 源, type: web}").expect(
            .warning, ["nothing cites source 'src-x'; cite it or delete it"])
    }

    @Test func citedBySomethingElseThanEvidence() throws {
        let base = Marked.base.replacing("{id: trial,", with: "{id: trial, cites: src-x,")
        try Marked(["base.yaml": base, "more.yaml": "sources:\n  - {id: src-x, title: 源, type: web}"]).expect(
            .warning, [])
    }

    private let evidence = "evidence: [{claim: 有。, source: src-base, strength: primary}]"

    @Test func metricLinkAndStatus() throws {
        try Marked(
            """
            items:
              - id: prj-x
                kind: project
                title: 事
                \(evidence)
                status: «{value: operating}
                metrics: [«{name: 长, value: 347, unit: km}]
                links: [{to: «pln-base, relation: implements}]
            """
        ).expect(
            .warning,
            [
                "the status has no date for which it is known; add 'as_of'",
                "the metric names no source; add 'source'",
                "the link does not say why it holds; add 'because'",
            ])
    }

    @Test func `a link that runs backwards in time is no mistake`() throws {
        let marked = Marked(
            """
            items:
              - {id: prj-old, kind: project, title: 旧, \(evidence), period: {start: 2013-05}, links: [{to: «pln-new, relation: implements, because: 列入}]}
              - {id: prj-late, kind: project, title: 迟, \(evidence), period: {start: 2022}, links: [{to: pln-new, relation: implements, because: 列入}]}
              - {id: pln-new, kind: plan, title: 新, \(evidence), period: {start: 2022-01-18}}
            """)
        try marked.expect(
            .remark,
            [
                "'prj-old' (2013-05) began before 'pln-new' (2022-01-18), which it answers; it must have been taken up later, and is marked ↶"
            ])
        #expect(try marked.load().diagnostics.map(\.severity) == [.remark])
    }

    @Test func `an undated item that was spoken of before what it answers is no mistake`() throws {
        let dated = evidence.replacing("strength:", with: "date: 2017-10, strength:")
        let marked = Marked(
            """
            items:
              - {id: prj-old, kind: project, title: 旧, \(dated), links: [{to: «pln-new, relation: implements, because: 列入}]}
              - {id: pln-new, kind: plan, title: 新, \(evidence), period: {start: 2022-01-18}}
            """)
        try marked.expect(
            .remark,
            [
                "'prj-old' has no date, but something is claimed of it of 2017-10, before 'pln-new' (2022-01-18), which it answers; if a source says when it began, add 'period'"
            ])
    }

    @Test func untranslated() throws {
        let item = "items:\n  - {id: prj-x, kind: project, title: «{zh: 事}, \(evidence)}"
        try Marked(item).expect(
            .warning, ["'title' has no wording in 'en'; add it or take the language out of the manifest"])
        let base = Marked.base.replacing(
            "{id: trial, title: {zh: 试, en", with: "{id: trial, languages: [zh], title: {zh: 试, «en")
        try Marked(["base.yaml": base, "more.yaml": item.replacing("«", with: "")]).expect(
            .warning,
            ["'title' (and 3 more) has a wording in 'en', but 'languages' of the manifest lists zh"])
    }

    @Test func stepThatNoLongerFits() throws {
        let marked = Marked(
            """
            tours:
              - id: talk
                title: 讲
                steps:
                  - {at: drv-base, headline: 起}
                  - {at: «drv-bose, headline: 承}
            """)
        try marked.expect(
            .warning,
            ["the step no longer fits: 'drv-bose' is not an item, source, place or actor of this case"],
            notes: ["did you mean 'drv-base'? (case/base.yaml:23:9)"])
        let steps = try #require(try marked.load().caseFile?.tours.first?.steps)
        #expect(steps.map(\.at) == ["drv-base", nil])
    }

    @Test func `a step that points at what the case does not have`() throws {
        let marked = Marked(
            """
            items:
              - {id: fld-x, kind: field, title: 域, evidence: [{claim: 有。, source: src-base, strength: primary}]}
            kinds:
              - {id: field, pane: right, title: 域, plural: 域, role: field}
              - {id: mode, pane: right, title: 式, plural: 式, role: mode}
            tours:
              - id: talk
                title: 讲
                steps:
                  - {at: src-base, view: reader, evidence: «1, headline: 一}
                  - at: drv-base
                    view: reader
                    evidence: «2
                    headline: 二
                    points: [有令, {text: 有令, evidence: 1}, {text: 无, evidence: «3}]
                  - {at: drv-base, view: trace, from: «act-base, headline: 三}
                  - {at: plc-base, view: map, pins: [drv-base, «drv-bose], headline: 四}
                  - {view: matrix, cell: «{row: fld-x, column: mode-x}, headline: 五}
                  - {view: matrix, cell: {row: fld-x, column: none}, headline: 六}
            """)
        try marked.expect(
            .warning,
            [
                "the step no longer fits: 'src-base' has no claims and none of number 1",
                "the step no longer fits: 'drv-base' has 1 claim and none of number 2",
                "the step no longer fits: 'drv-base' has 1 claim and none of number 3",
                "the step no longer fits: 'act-base' is not an item of this case",
                "the step no longer fits: 'drv-bose' is not an item of this case",
                "the step no longer fits: 'mode-x' is not a row or column of the matrix where it stands",
            ])
        let steps = try #require(try marked.load().caseFile?.tours.first?.steps)
        #expect(steps.map(\.at) == ["src-base", "drv-base", "drv-base", "plc-base", nil, nil])
        #expect(steps.allSatisfy { $0.evidence == nil && $0.from == nil })
        #expect(steps[1].points.map(\.evidence) == [nil, 1, nil])
        #expect(steps[3].pins == ["drv-base"])
        #expect(steps.suffix(2).map(\.cell) == [nil, Tour.Step.Cell(row: "fld-x", column: "none")])
    }

    @Test func `parts of a step that belong to another view, or to nothing`() throws {
        try Marked(
            """
            tours:
              - id: talk
                title: 讲
                steps:
                  - {at: drv-base, view: reader, from: «pln-base, headline: 一}
                  - {at: drv-base, cell: «{row: none}, headline: 二}
                  - {evidence: «1, headline: 三, points: [{text: 有, evidence: «1}]}
            """
        ).expect(
            .warning,
            [
                "'from' is for 'view: trace' alone; change the view or delete it",
                "'cell' is for 'view: matrix' alone; change the view or delete it",
                "a claim is one of what 'at' names; add 'at' or delete it",
                "a claim is one of what 'at' names; add 'at' or delete it",
            ])
    }

    @Test func languagesOfTheManifest() throws {
        func base(_ languages: String) -> Marked {
            Marked([
                "base.yaml": Marked.base.replacing(
                    "{id: trial,", with: "{id: trial, languages: \(languages),")
            ])
        }
        try base("[zh, «french]").expect(
            .error,
            ["'french' is not the tag of a language; write one of BCP 47, such as zh, en or pt-BR"])
        try base("[zh, «ZH]").expect(.error, ["language 'zh' is listed twice; delete one"])
        let found = try base("[pt-br, zh-hant]").load().caseFile?.manifest.languages.map(\.text)
        #expect(found == ["pt-BR", "zh-Hant"])
    }

    @Test func `a language that the manifest does not list`() throws {
        let item = "items:\n  - {id: prj-x, kind: project, title: {zh: 事, en: work, «ne: work}, \(evidence)}"
        try Marked(item).expect(
            .warning,
            ["'title' has a wording in 'ne', but 'languages' of the manifest lists zh, en"],
            notes: [])
        for (map, meant) in [("zh: 事, «ne: work", "en"), ("«cn: 事, en: work", "zh"), ("«cn: 事, zh: 事", "en")]
        {
            let item = "items:\n  - {id: prj-x, kind: project, title: {\(map)}, \(evidence)}"
            let found = try Marked(item).load().diagnostics.filter { $0.english.contains("has a wording in") }
            #expect(found.map(\.englishNotes) == [["did you mean '\(meant)'?"]])
        }
    }

    @Test func `an id that means no value in the cell of a tour`() throws {
        let found = try Marked("places:\n  - {id: none, title: 地}").load().diagnostics.map(\.english)
        #expect(
            found.contains(
                "the id of place 'none' means 'no value' in the 'cell' of a tour, which cannot name it; rename it"
            ))
    }

    @Test func `the warnings of another part of the program count among those of the files`() throws {
        let outcome = try Marked("sources:\n  - {id: src-x, title: 源, type: web}").load()
        let warning = try #require(outcome.diagnostics.first { $0.severity == .warning })
        let all = outcome.diagnostics(adding: Array(repeating: warning, count: 2000))
        #expect(all.count { $0.severity == .warning } == 1001)
        #expect(
            all.last?.english == "there are more than 1000 warnings; mend the first ones and check again")
        #expect(outcome.diagnostics(adding: [warning]).count == outcome.diagnostics.count + 1)
    }
}
