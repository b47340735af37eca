import Foundation
import SessionSupport
import Testing

/// `triptych export`: output to stdout and to files, and errors.
@Suite struct ExportCommandTests {
    private func withFolder(_ work: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try work(folder)
    }

    @Test func `rows state their standing`() throws {
        for (subject, standings) in [
            ("evidence", ["sourced"]), ("links", ["classified", "interpretation", "sourced"]),
        ] {
            let records = try Invocation.records("export", subject)
            #expect(Set(records.compactMap { $0["standing"] as? String }).sorted() == standings)
            #expect(
                records.allSatisfy {
                    ($0["standing"] as? String == "interpretation") == !($0["source"] is String)
                })
        }
    }

    @Test(arguments: [
        "field:fld-ecology", "field:fld-ecology standing:sourced", "-standing:sourced", "year:2020",
    ])
    func `the overview counts the links that the export writes`(query: String) throws {
        let links = try Invocation.records("export", "links", "--filter", query)
        let overview = try JSONSerialization.jsonObject(
            with: Data(Invocation(["overview", "--filter", query, "--format", "json"]).output.utf8))
        let counted = try #require((overview as? [String: Any])?["links"] as? [String: Int])
        #expect(!links.isEmpty && counted.values.reduce(0, +) == links.count)
    }

    @Test func `a file has the contents of stdout, and no temporary file is left`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "sources.bib")
            try Data("old".utf8).write(to: file)
            let arguments = ["export", "sources", "--format", "bibtex", "--lang", "en"]
            let printed = try Invocation(arguments)
            let written = try Invocation(arguments + ["-o", file.path])
            #expect(written.status == 0)
            #expect(written.output.isEmpty)
            #expect(try String(contentsOf: file, encoding: .utf8) == printed.output)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["sources.bib"])
        }
    }

    @Test(arguments: [
        ["export", "items", "--format", "csv"], ["snapshot", "--view", "matrix", "--size", "40x10"],
        ["schema"],
    ])
    func `a file called - is stdout`(arguments: [String]) throws {
        try withFolder { folder in
            let outcome = try Invocation(
                inShell: "cd '\(folder.path)' && \"$PROGRAM\" \(arguments.joined(separator: " ")) -o -")
            #expect(outcome.status == 0)
            #expect(try outcome.output == Invocation(arguments).output)
            #expect(!outcome.output.isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test func `an unwritable path is reported, with status 74`() throws {
        try withFolder { folder in
            for path in [folder.path, folder.appending(path: "gone/items.csv").path, "/dev/null"] {
                let outcome = try Invocation(["export", "items", "--format", "csv", "-o", path])
                #expect(outcome.status == 74)
                #expect(outcome.errors.hasPrefix("triptych: \(path) "))
            }
        }
    }

    @Test func `an unsupported combination is refused with the supported ones`() throws {
        let outcome = try Invocation(["export", "items", "--format", "bibtex"])
        #expect(outcome.status == 64)
        #expect(
            outcome.errors.contains(
                "'items' cannot be exported as 'bibtex'; it has csv, tsv, json, markdown"))
        #expect(try Invocation(["export", "sources", "--format", "ris", "--bom"]).status == 64)
        #expect(try Invocation(["export", "items", "--format", "csv", "--notes"]).status == 64)
        #expect(try Invocation(["export", "nothing", "--format", "csv"]).status == 64)
    }

    @Test func `the byte order mark and the notes are written only on request`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "links.csv")
            _ = try Invocation(["export", "links", "--format", "csv", "--bom", "-o", file.path])
            let bytes = try Data(contentsOf: file)
            #expect(Array(bytes.prefix(4)) == [0xEF, 0xBB, 0xBF, 0x66])
        }
        let tour = ["export", "tour", "--format", "markdown", "--lang", "en"]
        let (plain, told) = (try Invocation(tour), try Invocation(tour + ["--notes"]))
        #expect(!plain.output.contains("\n> "))
        #expect(told.output.contains("\n> "))
    }

    @Test func `a handout is of the tour asked for, with pictures, or of the tours of a file`() throws {
        try withFolder { folder in
            let export = ["export", "tour", "--lang", "en", "--format"]
            let whole = try Invocation(export + ["html", "--no-pictures"]).output
            let one = try Invocation(
                export + ["html", "--tour", "five-minutes", "--join", "ssh seminar@host"])
            #expect(whole.components(separatedBy: "<article").count > 2)
            #expect(one.output.components(separatedBy: "<article").count == 2)
            #expect(one.output.contains("<article id=\"five-minutes\">"))
            #expect(one.output.contains("<code>ssh seminar@host</code>"))
            #expect(one.output.contains("<img") && !whole.contains("<img"))
            // The way to join can be scanned.
            #expect(one.output.contains("<figure class=\"code\"><img alt=\"ssh seminar@host\""))

            let walk = folder.appending(path: "walk.yaml").path
            try """
            tours:
              - id: walk
                title: {zh: "一次", en: "A walk"}
                steps:
                  - view: map
                    headline: {zh: "地图", en: "The map"}

            """.write(toFile: walk, atomically: true, encoding: .utf8)
            let questions = folder.appending(path: "questions.md").path
            try "# Questions\n\n- [ ] 14:05 Why \\*here\\*?\n- [x] 14:07 And now?\n".write(
                toFile: questions, atomically: true, encoding: .utf8)
            let own = try Invocation(
                export + ["markdown", "--tour-file", walk, "--questions", questions])
            #expect(own.output.hasPrefix("# A walk\n\nChongqing–Guizhou"))
            #expect(own.output.contains("\n\n## 1. The map"))
            #expect(own.output.contains("- 14:05 Why \\*here\\*?\n- 14:07 And now?\n"))
            #expect(!own.errors.contains("has no questions"))
            let other = try Invocation(export + ["markdown", "--tour-file", walk, "--questions", walk])
            #expect(other.status == 0 && other.errors.contains("walk.yaml has no questions"))
        }
        #expect(try Invocation(["export", "tour", "--format", "html", "--tour", "semnar"]).status == 66)
        #expect(try Invocation(["export", "items", "--format", "csv", "--tour", "seminar"]).status == 64)
    }
}
