import CaseFiles
import CaseModel
import Testing

/// The rules that hold between the parts of a case.
@Suite struct ReferenceTests {
    @Test func `no two sources are cited by one key`() throws {
        func sources(_ first: String, _ second: String) -> String {
            "sources:\n  - {id: src-a, type: web, title: 源, \(first)}\n  - {id: «src-b, type: web, title: 源, \(second)}\n"
        }
        let told = "is that of source 'src-a' as well; change one"
        try Marked(sources("citation_key: x1990", "citation_key: x1990")).expect(
            .error, ["the citation key 'x1990' of source 'src-b' \(told)"])
        try Marked(sources("language: zh", "citation_key: src-a")).expect(
            .error, ["the citation key 'src-a' of source 'src-b' \(told)"])
        let sound = Marked(sources("citation_key: x1990", "citation_key: 1990").replacing("«", with: ""))
        let whole = try #require(try sound.load().caseFile)
        #expect(whole.sources.map(\.citationKey) == [nil, "x1990", "1990"])
        // A pack obeys the same rule.
        #expect(try Pack.open(Pack.bytes(of: whole)) == whole)
        var unsound = whole
        unsound.sources[2].citationKey = "x1990"
        #expect(throws: PackError.self) { try Pack.verified(Pack.bytes(of: unsound)) }
    }

    @Test func `of an id that is defined twice nothing else is said`() throws {
        let source = "id: src-s, type: web, title: 源, citation_key: k}"
        let item = "kind: project, title: 事}"
        let twice = Marked(
            "sources:\n  - {\(source)\n  - {\(source.replacing("src-s", with: "«src-s"))\n"
                + "items:\n  - {id: prj-s, \(item)\n  - {id: «prj-s, \(item)\n")
        let diagnostics = try twice.load().diagnostics.filter { $0.message.english?.contains("-s'") == true }
        #expect(
            diagnostics.map(\.message.english) == [
                "source 'src-s' is defined twice; rename or delete one",
                "item 'prj-s' is defined twice; rename or delete one",
            ])
    }

    @Test func `a date that cannot be read is no missing one`() throws {
        let item =
            "items:\n  - {id: prj-s, kind: project, title: 事, status: {value: operating, as_of: «12/2024}}"
        let diagnostics = try Marked(item).load().diagnostics
        #expect(diagnostics.contains { $0.message.english?.hasPrefix("'12/2024' is not a date") == true })
        #expect(!diagnostics.contains { $0.message.english?.contains("no date") == true })
    }

    @Test func `a work may be in any language, but in one that has a tag`() throws {
        try Marked("sources:\n  - {id: src-a, type: web, title: 源, language: «french}\n").expect(
            .error,
            ["'french' is not the tag of a language; write one of BCP 47, such as zh, en or pt-BR"])
    }

    @Test func `a citation key is one word`() throws {
        try Marked("sources:\n  - {id: src-a, type: web, title: 源, citation_key: «two words}\n").expect(
            .error,
            [
                "'two words' is no citation key; write a word without blanks and , { } ( ) \" # % ~ = \\ ', such as ostrom1990"
            ])
    }

    @Test(arguments: [
        Fault(
            "{kind: «projekt}", "'kind' names 'projekt', which is not a kind of this case",
            notes: ["did you mean 'project'? (case/base.yaml:10:10)"]),
        Fault(
            "{kind: project, parent: «drv-bass}",
            "'parent' names 'drv-bass', which is not an item of this case",
            notes: ["did you mean 'drv-base'? (case/base.yaml:23:9)"]),
        Fault(
            "{kind: project, places: [«plc-bse]}",
            "'places' names 'plc-bse', which is not a place of this case",
            notes: ["did you mean 'plc-base'? (case/base.yaml:18:10)"]),
        Fault(
            "{kind: project, actors: [«somebody-else]}",
            "'actors' names 'somebody-else', which is not an actor of this case", notes: []),
        Fault(
            "{kind: project, status: {value: «operates, as_of: 2020}}",
            "'value' names 'operates', which is not a status of this case"),
        Fault(
            "{kind: project, status: {value: operating, as_of: 2020, source: «src-none}}",
            "'source' names 'src-none', which is not a source of this case"),
        Fault(
            "{kind: project, metrics: [{name: 长, value: 1, source: «src-bas}]}",
            "'source' names 'src-bas', which is not a source of this case"),
        Fault(
            "{kind: project, evidence: [{claim: 有。, source: «src-bas, strength: primary}]}",
            "'source' names 'src-bas', which is not a source of this case"),
        Fault(
            "{kind: project, links: [{to: «pln-bose, relation: implements}]}",
            "link 'implements' points to 'pln-bose', which is not an item of this case",
            notes: ["did you mean 'pln-base'? (case/base.yaml:27:9)"]),
        Fault(
            "{kind: project, links: [{to: pln-base, relation: «implement}]}",
            "'relation' names 'implement', which is not a relation of this case"),
        Fault(
            "{kind: project, links: [{to: pln-base, relation: implements, source: «src-bas}]}",
            "'source' names 'src-bas', which is not a source of this case"),
        Fault(
            "{kind: project, parent: «drv-base}",
            "parent 'drv-base' stands in pane 'left', not in 'right'; choose one of the same pane"),
        Fault(
            "{kind: project, parent: «prj-x}",
            "an item cannot stand under itself: prj-x → prj-x; take one parent out"),
        Fault(
            "{kind: project, links: [{to: «prj-x, relation: implements}]}",
            "item 'prj-x' links to itself; name another item or delete the link"),
        Fault(
            "{kind: project, links: [{to: pln-base, relation: implements}, {to: «pln-base, relation: implements}]}",
            "the link 'implements' to 'pln-base' is stated twice; join the two or delete one",
            notes: ["it is first stated at case/marked.yaml:2:55"]),
    ])
    func item(_ fault: Fault) throws {
        try Marked("items:\n  - {id: prj-x, title: 事, \(fault.yaml.dropFirst())")
            .expect(.error, fault.messages, notes: fault.notes)
    }

    @Test(arguments: [
        Fault(
            "kinds: [{id: odd, pane: «lift, title: 怪, plural: 怪, role: mode}]",
            "'pane' names 'lift', which is not a pane of this case",
            notes: ["did you mean 'left'? (case/base.yaml:4:10)"]),
        Fault(
            "matrix: {rows: driver, columns: «plans, cells: project}",
            "'columns' names 'plans', which is not a kind of this case"),
        Fault(
            "places: [{id: plc-x, title: 地, borders: [«plc-fur]}]",
            "'borders' names 'plc-fur', which is not a place of this case"),
        Fault(
            "places: [{id: plc-x, title: 地, borders: [{place: plc-far, source: «src-bas}]}]",
            "'source' names 'src-bas', which is not a source of this case"),
        Fault(
            "actors: [{id: act-x, title: 人, level: city, evidence: [{claim: 有。, source: «src-bas, strength: primary}]}]",
            "'source' names 'src-bas', which is not a source of this case"),
    ])
    func surroundings(_ fault: Fault) throws {
        try Marked(fault.yaml).expect(.error, fault.messages, notes: fault.notes)
    }

    @Test func duplicateIDPointsAtBoth() throws {
        try Marked("items:\n  - id: «drv-base\n    kind: driver\n    title: 令").expect(
            .error, ["item 'drv-base' is defined twice; rename or delete one"],
            notes: ["it is first defined at case/base.yaml:23:9"])
        try Marked("sources: [{id: «src-base, title: 源, type: web}]").expect(
            .error, ["source 'src-base' is defined twice; rename or delete one"])
    }

    @Test func longCircleIsReportedOnce() throws {
        try Marked(
            """
            items:
              - {id: prj-a, kind: project, title: 甲, parent: «prj-b}
              - {id: prj-b, kind: project, title: 乙, parent: prj-c}
              - {id: prj-c, kind: project, title: 丙, parent: prj-a}
              - {id: prj-d, kind: project, title: 丁, parent: prj-a}
            """
        ).expect(
            .error, ["an item cannot stand under itself: prj-a → prj-b → prj-c → prj-a; take one parent out"])
    }

    @Test(arguments: [
        Fault("{within: «plc-x}", "a place cannot lie in itself: plc-x → plc-x; take one 'within' out"),
        Fault(
            "{within: «plc-y}\n  - {id: plc-y, title: 地, within: plc-x}",
            "a place cannot lie in itself: plc-x → plc-y → plc-x; take one 'within' out"),
        Fault("{within: plc-y}\n  - {id: plc-y, title: 地, within: plc-base}"),
    ])
    func `no place lies in itself`(_ fault: Fault) throws {
        let marked = Marked("places:\n  - {id: plc-x, title: 地, \(fault.yaml.dropFirst())")
        try marked.expect(.error, fault.messages)
        let chinese = try marked.load().diagnostics.filter { $0.severity == .error }.map(\.chinese)
        #expect(chinese.allSatisfy { $0.hasPrefix("地点不能位于自身之中：plc-x → ") })
    }

    @Test(arguments: [
        Fault(
            "{kind: project, evidence: [{claim: 有。, source: src-base, strength: «一手}]}",
            "'strength' cannot be '一手'; choose one of primary, reported, analytic",
            notes: ["did you mean 'primary'?"]),
        Fault(
            "{kind: «事}", "'kind' names '事', which is not a kind of this case",
            notes: ["did you mean 'project'? (case/base.yaml:10:10)"]),
        Fault(
            "{kind: project, status: {value: «运行, as_of: 2020}}",
            "'value' names '运行', which is not a status of this case",
            notes: ["did you mean 'operating'? (case/base.yaml:14:10)"]),
        Fault(
            "{kind: project, links: [{to: «案, relation: «落实, because: 因}]}",
            "'to' names '案', which is not an item of this case",
            "'relation' names '落实', which is not a relation of this case",
            notes: [
                "did you mean 'pln-base'? (case/base.yaml:27:9)",
                "did you mean 'implements'? (case/base.yaml:12:10)",
            ]),
        Fault(
            "{kind: project, places: [«远]}", "'places' names '远', which is not a place of this case",
            notes: ["did you mean 'plc-far'? (case/base.yaml:19:10)"]),
        Fault(
            "{kind: «无此}", "'无此' is not an id; use lower-case ASCII letters and digits joined by hyphens",
            notes: []),
    ])
    func `a title where an id belongs`(_ fault: Fault) throws {
        try Marked("items:\n  - {id: prj-x, title: 某, \(fault.yaml.dropFirst())")
            .expect(.error, fault.messages, notes: fault.notes)
    }

    @Test(arguments: [
        ("actors:\n  - {id: act-x, title: 人, level: «区县级}", "did you mean 'county'?"),
        ("actors:\n  - {id: act-x, title: 人, level: «County}", "did you mean 'county'?"),
        ("sources:\n  - {id: src-x, title: 源, type: «报告}", "did you mean 'report'?"),
        ("sources:\n  - {id: src-x, title: 源, type: «web page}", "did you mean 'web'?"),
    ])
    func `a title of the program's own words where its id belongs`(yaml: String, hint: String) throws {
        let marked = Marked(yaml)
        let errors = try marked.load().diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.englishNotes) == [[hint]])
        #expect(errors.map(\.column) == marked.places.map(\.column))
    }

    /// What cannot be looked up, because another file is broken, is reported all the same.
    @Test func `a title in a case that cannot be read whole`() throws {
        let outcome = try Marked([
            "a.yaml": Marked.base, "b.yaml": "items: [{id: prj-x, title: 某, kind: 事}]", "c.yaml": "[",
        ]).load()
        #expect(outcome.diagnostics.contains { $0.english.hasPrefix("'事' is not an id") })
    }

    @Test func manifestCitesASource() throws {
        let base = Marked.base.replacing("{id: trial,", with: "{id: trial, cites: «src-bas,")
        try Marked(["base.yaml": base]).expect(
            .error, ["'cites' names 'src-bas', which is not a source of this case"])
    }

    @Test func exactlyThreePanes() throws {
        let base = Marked.base.replacing("panes:", with: "«panes:")
        try Marked(["base.yaml": base, "more.yaml": "panes: [{id: fourth, title: 四}]"]).expect(
            .error, ["a case has exactly three panes, this one has 4; list three under 'panes'"])
        try Marked(["base.yaml": "format: 1\n«case: {id: trial, title: 试}"]).expect(
            .error, ["a case has exactly three panes, this one has 0; list three under 'panes'"])
    }

    @Test func manifestStandsOnce() throws {
        try Marked(["base.yaml": Marked.base, "more.yaml": "«case: {id: other, title: 另}"]).expect(
            .error, ["a case has 'case' only once; join the two or delete one"],
            notes: ["it is first defined at case/base.yaml:2:1"])
        let matrix = "matrix: {rows: driver, columns: plan, cells: project}"
        try Marked(["base.yaml": Marked.base + matrix, "more.yaml": "«\(matrix)"]).expect(
            .error, ["a case has 'matrix' only once; join the two or delete one"])
    }

    @Test func format() throws {
        func base(_ format: String) -> String { Marked.base.replacing("format: 1", with: format) }
        // Keys that a newer format may have are not reported.
        try Marked(["base.yaml": base("format: «2") + "novelty: 1"]).expect(
            .error, ["the case is written in format '2', this program knows format 1; use a newer triptych"])
        try Marked(["base.yaml": base("format: «one")]).expect(
            .error, ["'one' is not a format of case files; write 'format: 1'"])
        try Marked(["base.yaml": base("").replacing("case: {", with: "«case: {")]).expect(
            .error, ["the manifest's file does not name its format; add 'format: 1' at its top"])
        try Marked(["base.yaml": Marked.base, "more.yaml": "format: «1"]).expect(
            .error, ["'format' belongs in the file that has the key 'case'; move it there"])
    }

    @Test func noManifest() throws {
        let outcome = try Marked(["a.yaml": "items: []", "b.yaml": "# nothing"]).load()
        #expect(outcome.caseFile == nil)
        #expect(
            outcome.diagnostics.map { $0.rendered(in: .english) } == [
                "case:1:1: error: the case has no manifest; add the top-level key 'case' to one file"
            ])
    }

    @Test func `of many links one that is stated twice is found`() throws {
        let links = (0..<40).map { "{to: pln-\($0), relation: implements}" }.joined(separator: ", ")
        let plans = (0..<40).map { "{id: pln-\($0), kind: plan, title: 案}" }.joined(separator: ", ")
        try Marked(
            """
            items:
              - id: prj-x
                kind: project
                title: 事
                links: [\(links), {to: «pln-7, relation: implements}]
            """ + "\n  - \(plans.replacing("}, {", with: "}\n  - {"))"
        ).expect(.error, ["the link 'implements' to 'pln-7' is stated twice; join the two or delete one"])
    }
}
