import CaseFiles
import CaseModel
import Testing

/// Diagnostics as a terminal shows them.
@Suite struct PictureTests {
    @Test func caretStandsUnderChinese() throws {
        let marked = Marked(
            """
            items:
              - {id: prj-a, kind: project, title: {zh: 渝贵铁路（一期）, en: x}, links: [{to: pln-bose, relation: implements}]}
            """)
        let error = try #require(try marked.load().diagnostics.first { $0.severity == .error })
        #expect(
            error.rendered(in: .english) == """
                case/marked.yaml:2:75: error: link 'implements' points to 'pln-bose', which is not an item of this case
                2 |   - {id: prj-a, kind: project, title: {zh: 渝贵铁路（一期）, en: x}, links: [{to: pln-bose, relation: implements}]}
                  |                                                                                   ^ did you mean 'pln-base'? (case/base.yaml:27:9)
                """)
    }

    @Test func exampleOfTheDocumentation() {
        let diagnostic = Diagnostic(
            severity: .error, file: "yuqian/projects.yaml", line: 41, column: 13,
            message: Text(
                "link 'implements' points to 'arr-pilot-zone-pln', which is not an item of this case"),
            notes: [Text("did you mean 'arr-pilot-zone-plan'? (yuqian/arrangements.yaml:12:7)")],
            sourceLine: "      - to: arr-pilot-zone-pln")
        #expect(
            diagnostic.rendered(in: .english) == """
                yuqian/projects.yaml:41:13: error: link 'implements' points to 'arr-pilot-zone-pln', which is not an item of this case
                41 |       - to: arr-pilot-zone-pln
                   |             ^ did you mean 'arr-pilot-zone-plan'? (yuqian/arrangements.yaml:12:7)
                """)
    }

    @Test func `in a number of columns messages are broken between words`() {
        let diagnostic = Diagnostic(
            severity: .error, file: "yuqian/projects.yaml", line: 41, column: 13,
            message: Text("link 'implements' points to 'arr-plan', which is not an item"),
            notes: [Text("did you mean 'arr-pilot-zone-plan'? (yuqian/arrangements.yaml:12:7)")],
            sourceLine: "      - to: arr-plan")
        #expect(
            diagnostic.rendered(in: .english, columns: 40) == """
                yuqian/projects.yaml:41:13: error: link
                  'implements' points to 'arr-plan',
                  which is not an item
                41 |       - to: arr-plan
                   |             ^
                   = did you mean 'arr-pilot-zone-plan'?
                     (yuqian/arrangements.yaml:12:7)
                """)
    }

    private func picture(_ line: String?, column: Int, notes: [String] = []) -> String {
        Diagnostic(
            severity: .warning, file: "f.yaml", line: 7, column: column, message: Text("m"),
            notes: notes.map { Text($0) },
            sourceLine: line
        ).rendered(in: .english)
    }

    @Test func withoutALine() {
        #expect(picture(nil, column: 1) == "f.yaml:7:1: warning: m")
        #expect(picture(nil, column: 1, notes: ["n"]) == "f.yaml:7:1: warning: m\n  = n")
    }

    @Test func furtherNotes() {
        #expect(
            picture("ab", column: 2, notes: ["one", "two", "three"]) == """
                f.yaml:7:2: warning: m
                7 | ab
                  |  ^ one
                  = two
                  = three
                """)
    }

    @Test func caretBehindTheEnd() {
        #expect(picture("ab", column: 3) == "f.yaml:7:3: warning: m\n7 | ab\n  |   ^")
        #expect(picture("ab", column: 99) == "f.yaml:7:99: warning: m\n7 | ab\n  |   ^")
        #expect(picture("", column: 0) == "f.yaml:7:0: warning: m\n7 |\n  | ^")
    }

    @Test func tabsStayTabs() {
        #expect(picture("\ta\tb", column: 4) == "f.yaml:7:4: warning: m\n7 | \ta\tb\n  | \t \t^")
    }

    @Test func unsafeCharactersAreReplaced() {
        #expect(
            picture("a\u{1B}[2J\u{202E}b", column: 7)
                == "f.yaml:7:7: warning: m\n7 | a␛[2J\u{FFFD}b\n  |       ^")
    }

    @Test func longLinesAreCutAroundTheCaret() {
        let line = String(repeating: "山", count: 200) + "水" + String(repeating: "山", count: 200)
        let lines = picture(line, column: 201).split(separator: "\n").map(String.init)
        #expect(
            lines[1] == "7 | …" + String(repeating: "山", count: 50) + "水" + String(repeating: "山", count: 69)
                + "…")
        #expect(lines[2] == "  |  " + String(repeating: " ", count: 100) + "^")
    }

    @Test func longWordsAreCut() throws {
        let word = String(repeating: "x", count: 200)
        let outcome = try Marked("items:\n  - {id: prj-x, kind: project, title: 事, \(word): 1}").load()
        let error = try #require(outcome.diagnostics.first { $0.severity == .error })
        #expect(error.english.count < 130)
    }
}
