import CaseFiles
import Foundation
import SeededRandom
import Testing

/// Files that are not valid YAML or would cost too much to read.
@Suite struct YAMLTests {
    @Test(arguments: [
        Fault(
            "title: «*none",
            "'*none' stands for a value named '&none', and there is none above; if it is a text, quote it"),
        Fault("items: []\n«---\nplaces: []", "a second document begins here; put it into a file of its own"),
    ])
    func syntax(_ fault: Fault) throws {
        try Marked(fault.yaml).expect(.error, fault.messages)
    }

    @Test(arguments: [
        Fault(
            "items:\n  - id: prj-x\n    kind: project\n    title: 事\n    «kind: plan",
            "key 'kind' stands twice in the same map; join the two or delete one",
            notes: ["the first one stands in line 3"]),
        Fault(
            "items: []\nplaces: []\n«items: []",
            "key 'items' stands twice in the same map; join the two or delete one",
            notes: ["the first one stands in line 1"]),
        Fault(
            "items:\n  - id: prj-x\n    kind: of a kind or kind, kind\n    title: 事\n    «kind: plan",
            "key 'kind' stands twice in the same map; join the two or delete one",
            notes: ["the first one stands in line 3"]),
        Fault(
            "items: [{id: a, title: {zh: id, en: the id }, «id: b}]",
            "key 'id' stands twice in the same map; join the two or delete one",
            notes: ["the first one stands in line 1"]),
    ])
    func duplicateKey(_ fault: Fault) throws {
        try Marked(fault.yaml).expect(.error, fault.messages, notes: fault.notes)
    }

    /// An error in one file does not hide those of another, and definitions that the broken file may have are not
    /// reported as missing.
    @Test func otherFilesAreStillRead() throws {
        try Marked([
            "a.yaml": Marked.base, "b.yaml": "items: [{id: prj-a, kind: prjct, title: 事, «oops: 1}]",
            "c.yaml": "items:\n  - «{id: x\n", "d.yaml": "places: [{id: plc-x, title: 地, lat: «x, lon: 1}]",
        ]).expect(
            .error,
            [
                "item 'prj-a' has no key 'oops'; delete it or correct its name",
                "the { that opens here is not closed; add its }",
                "'x' is not a number; write digits with a decimal point, such as 1234.5",
            ])
    }

    @Test func everyFaultOfAFileIsReported() throws {
        try Marked(
            """
            items:
              - id: «Prj
                kind: «projct
                titel: 事
                period: {start: «soon}
                links:
                  - {to: «pln-bas, relation: implements, source: «src-bas}
              - «id: prj-y
                kind: project
            """.replacing("titel", with: "title")
        ).expect(
            .error,
            [
                "'Prj' is not an id; use lower-case ASCII letters and digits joined by hyphens",
                "'kind' names 'projct', which is not a kind of this case",
                DateSentence.bad("soon"),
                "link 'implements' points to 'pln-bas', which is not an item of this case",
                "'source' names 'src-bas', which is not a source of this case",
                "item 'prj-y' needs the key 'title'; add it",
            ])
    }

    @Test(arguments: ["[", "{a: ", "- ", "? "])
    func deepNesting(_ opening: String) throws {
        let outcome = try Marked(
            "items: \(opening == "- " || opening == "? " ? "\n  " : "")"
                + String(repeating: opening, count: 100_000)
        ).load()
        #expect(
            outcome.diagnostics.map(\.english) == [
                "lists and maps are nested more than 24 deep here; flatten them"
            ])
    }

    @Test func nestingJustTooDeep() throws {
        let opening = String(repeating: "[", count: 23)
        let closing = String(repeating: "]", count: 23)
        try Marked("items: \(opening)[«x]\(closing)").expect(
            .error, ["lists and maps are nested more than 24 deep here; flatten them"])
    }

    @Test func billionLaughs() throws {
        var yaml = "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for (name, last) in zip("bcdefghi", "abcdefgh") {
            let aliases = Array(repeating: "*\(last)", count: 9).joined(separator: ", ")
            yaml += "\(name): &\(name) [\(aliases)]\n"
        }
        let outcome = try Marked(yaml).load()
        #expect(
            outcome.diagnostics.map(\.english) == [
                "the aliases of the file stand for more than 2000 values; write the values themselves"
            ])
        #expect(outcome.diagnostics.first?.line == 4)
    }

    @Test func tooManyAliases() throws {
        let outcome = try Marked("a: &a x\nb:\n" + String(repeating: "- *a\n", count: 65)).load()
        #expect(
            outcome.diagnostics.map(\.english) == [
                "the file has more than 64 aliases; write the values themselves"
            ])
        #expect(outcome.diagnostics.first?.line == 67)
    }

    @Test func fewAliasesForMuch() throws {
        var yaml = "a: &a [x, x, x]\n"
        for (name, last) in zip("bcdefghijklm", "abcdefghijkl") {
            yaml += "\(name): &\(name) [*\(last), *\(last), *\(last)]\n"
        }
        let outcome = try Marked(yaml).load()
        #expect(
            outcome.diagnostics.map(\.english) == [
                "the aliases of the file stand for more than 2000 values; write the values themselves"
            ])
    }

    /// Values so small that each takes a hundred times its bytes.
    @Test func tooManyValues() throws {
        let outcome = try Marked("aka: [" + String(repeating: "a,", count: 1_500_000) + "]").load()
        #expect(outcome.diagnostics.map(\.english) == ["the file holds more than 1500000 values; split it"])
    }

    /// Comparing such a key with others would not end in practice.
    @Test(arguments: ["? *z\n: 1", "{[*z]: 1}", "*z : 1", "{{a: *z} : 1}", "- ? *z"])
    func aliasInKey(_ key: String) throws {
        var yaml = "a: &a [x, x, x, x]\n"
        let names = Array("abcdefghijklmnopqrst") + "z"
        for (name, last) in zip(names.dropFirst(), names) {
            yaml += "\(name): &\(name) [*\(last), *\(last), *\(last)]\n"
        }
        let messages = try Marked(yaml + key).load().diagnostics.map(\.english)
        #expect(
            messages == [
                "the aliases of the file stand for more than 2000 values; write the values themselves"
            ])
    }

    @Test func aFewAliasesAreFine() throws {
        let marked = Marked(
            """
            items:
              - id: prj-x
                kind: &kind project
                title: &title {zh: 事, en: thing}
              - {id: prj-y, kind: *kind, title: *title}
            """)
        try marked.expect(.error, [])
        #expect(try marked.load().caseFile?.items.last?.title.english == "thing")
    }

    /// Prose that looks like an alias, in a file without keys that could hold one.
    @Test func asterisksInProse() throws {
        let marked = Marked(
            """
            items:
              - id: prj-x
                kind: project
                title: 事 *甲* [1]
                summary: |
                  *甲* and *乙*
                  * one? : two
                note: "*丙*, {丁}"
            """)
        try marked.expect(.error, [])
    }

    /// Bytes of the small case are changed at random: reading them never traps.
    @Test(arguments: 0..<12) func mistypedCasesNeverTrap(seed: UInt64) throws {
        let file = URL(filePath: SmallCaseTests.folder).appending(path: "items.yml")
        let sound = Array(try String(contentsOf: file, encoding: .utf8))
        let typed = Array("{}[]:,-?*&!|>'\"%#@`~ \n\n\t-: a1渝")
        var random = Seeded(seed: seed)
        for _ in 0..<25 {
            var text = sound
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<text.count, using: &random)
                let character = typed.randomElement(using: &random) ?? " "
                switch Int.random(in: 0..<3, using: &random) {
                case 0: text[place] = character
                case 1: text.insert(character, at: place)
                case _: text.remove(at: place)
                }
            }
            let outcome = try Marked(["base.yaml": Marked.base, "items.yaml": String(text)]).load()
            let errors = outcome.diagnostics.filter { $0.severity == .error }
            #expect(errors.isEmpty == (outcome.caseFile != nil))
            for diagnostic in outcome.diagnostics {
                #expect(diagnostic.line >= 1 && diagnostic.column >= 1)
                #expect(!diagnostic.rendered(in: .english).isEmpty)
            }
        }
    }

    @Test func notUTF8() throws {
        let outcome = try Marked.inFolder { folder in
            try Data(Marked.base.utf8).write(to: folder.appending(path: "a.yaml"))
            // 渝 in GBK
            try Data("items: []\n# 试 ".utf8 + [0xD3, 0xE5]).write(to: folder.appending(path: "b.yaml"))
            return try CaseReader.read(path: folder.path(), calledBy: "case")
        }
        #expect(outcome.caseFile == nil)
        #expect(
            outcome.diagnostics.map { $0.rendered(in: .english) } == [
                """
                case/b.yaml:2:5: error: the text is not UTF-8 from here on; save the file as UTF-8
                2 | # 试
                  |      ^
                """
            ])
    }

    @Test func byteOrderMarkAndForeignLineEnds() throws {
        let base = "\u{FEFF}" + Marked.base.replacing("\n", with: "\r\n")
        try Marked(["base.yaml": base]).expect(.error, [])
        var marked = Marked("«itemz: []\nplaces: []\n«tour: []")
        marked.files = marked.files.mapValues { "\u{FEFF}" + $0.replacing("\n", with: "\r\n") }
        try marked.expect(
            .error,
            [
                "a case has no key 'itemz'; delete it or correct its name",
                "a case has no key 'tour'; delete it or correct its name",
            ])
    }

    @Test func columnsCountCharacters() throws {
        // Flags and families are several scalars, yet one character.
        try Marked("items:\n  - {id: prj-x, kind: project, title: {zh: 👨‍👩‍👧🇨🇳é, en: x, «fr!: y}}").expect(
            .error, ["'fr!' is not a language of the case; write its BCP 47 tag, such as zh, en or pt-BR"])
    }

    @Test func emptyFilesAreFine() throws {
        try Marked(["a.yaml": Marked.base, "b.yaml": "", "c.yaml": "# nothing yet", "d.yaml": "items:"])
            .expect(
                .error, [])
    }

    /// JSON escapes characters beyond the first plane in two halves, as `json.dumps` of Python does.
    @Test func `a JSON file may escape a character in two halves`() throws {
        func marked(_ title: String, rest: String = "") -> Marked {
            Marked([
                "base.yaml": Marked.base,
                "marked.json":
                    #"{"items":[{"id":"prj-x","kind":"project","title":"\#(title)"\#(rest)}]}"#,
            ])
        }
        let title = try marked(#"Wald \ud83c\udf32 \\ud83c \uD842\uDFB7"#).load().caseFile?.items.last?.title
        #expect(title?.chinese == "Wald 🌲 \\ud83c 𠮷")
        // What follows the pairs on their line stands where the file has it.
        try marked(#"\ud83c\udf32\ud83c\udf32"#, rest: #", «"colour": "x""#).expect(
            .error, ["item 'prj-x' has no key 'colour'; delete it or correct its name"])
        let half =
            #"this \u or \U is no character (JSON needs both halves side by side, and YAML takes no halves); write the character itself"#
        try marked(#"\ud83c\udf32 \u«d83c x"#).expect(.error, [half])
        try marked(#"\u«df32\ud83c x"#).expect(.error, [half])
        try Marked(#"items: [{id: prj-x, kind: project, title: "\u«d83c\udf32"}]"#).expect(.error, [half])
    }
}
