import Foundation
import Testing

/// `triptych import`: references and coded texts as a file of a case, with a report of what was lost.
@Suite struct ImportCommandTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "ImportsTests/Fixtures")

    private static func fixture(_ name: String) -> String { fixtures.appending(path: name).path }

    /// Runs a test with a new case and the folder that it is in.
    private func withCase(_ work: (String, URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "rivers").path
        let made = try Invocation(["new", path, "--lang", "en"])
        try #require(made.status == 0)
        try work(path, folder)
    }

    @Test(arguments: [
        ("bibtex", "zotero.bib"), ("bibtex", "zotero-biblatex.bib"), ("ris", "zotero.ris"),
        ("csl-json", "zotero.json"),
    ])
    func `references become a file of sources`(format: String, name: String) throws {
        try withCase { path, _ in
            let before = try Invocation.records("sources", "--case", path).count
            let outcome = try Invocation([
                "import", format, Self.fixture(name), "--into", path, "--lang", "en",
            ])
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
            let slug = name.split(separator: ".")[0]
            let file = "\(path)/sources-\(slug).yaml"
            #expect(outcome.errors.contains("wrote \(file)\n"))
            let report = try #require(outcome.errors.firstMatch(of: #/: (\d+) of (\d+) fields carried/#))
            let (carried, all) = (try #require(Int(report.1)), try #require(Int(report.2)))
            #expect(carried > 50 && carried <= all)
            // Each field that was lost has a line with its address.
            let lines = outcome.errors.split(separator: "\n").filter {
                $0.contains(#//zotero[^\n]*:\d+:\d+: /#) && !$0.contains(": a guess: ")
            }
            #expect(lines.count == all - carried)
            let check = try Invocation(["check", path, "--lang", "en"])
            #expect(check.output.contains("0 errors"), "\(check.output)")
            let after = try Invocation.records("sources", "--case", path)
            #expect(after.count > before + 5)
        }
    }

    @Test func `what stands there is not touched, and ids stay unique`() throws {
        try withCase { path, folder in
            let arguments = ["import", "bibtex", Self.fixture("zotero.bib"), "--into", path, "--lang", "en"]
            #expect(try Invocation(arguments).status == 0)
            let before = try Invocation.records("sources", "--case", path).count
            let again = try Invocation(arguments)
            #expect(again.status == 0, "\(again.errors)")
            #expect(again.errors.hasSuffix("the case has all of it already; nothing is to be written\n"))
            // The library has grown; its file of before stays.
            let copy = folder.appending(path: "zotero.bib")
            let text = try String(contentsOf: Self.fixtures.appending(path: "zotero.bib"), encoding: .utf8)
            try Data((text + "\n@book{new2020, title = {New}, year = 2020}\n").utf8).write(to: copy)
            let grown = try Invocation(["import", "bibtex", copy.path, "--into", path, "--lang", "en"])
            #expect(grown.status == 0, "\(grown.errors)")
            #expect(grown.errors.contains("wrote \(path)/sources-zotero-2.yaml\n"))
            #expect(try Invocation.records("sources", "--case", path).count == before + 1)
            let ids = try Invocation.records("sources", "--case", path).compactMap { $0["id"] as? String }
            #expect(Set(ids).count == ids.count && ids.count > 10)
        }
    }

    @Test func `without a case the sources go to stdout or a file`() throws {
        try withCase { _, folder in
            let arguments = ["import", "ris", Self.fixture("zotero.ris"), Self.fixture("zotero.ris")]
            let printed = try Invocation(arguments)
            #expect(printed.status == 0 && printed.output.hasPrefix("sources:\n  - "))
            let ids = printed.output.matches(of: #/\n  - \{?id: ([a-z0-9-]+)/#).map { String($0.1) }
            #expect(Set(ids).count == ids.count && ids.count > 10)
            let file = folder.appending(path: "sources.yaml")
            #expect(try Invocation(arguments + ["-o", file.path]).output.isEmpty)
            #expect(try String(contentsOf: file, encoding: .utf8) == printed.output)
            let piped = try Invocation(inShell: "\"$PROGRAM\" import ris - < '\(Self.fixture("zotero.ris"))'")
            #expect(piped.output.hasPrefix("sources:\n  - "))
        }
    }

    @Test(arguments: ["interviews.qde", "interviews.qdpx"])
    func `codes become items with evidence`(name: String) throws {
        try withCase { path, _ in
            let arguments = [
                "import", "refi-qda", Self.fixture(name), "--into", path, "--lang", "en", "--kind",
            ]
            let unknown = try Invocation(arguments + ["codes"])
            #expect(unknown.status == 66)
            #expect(unknown.errors.contains("no kind 'codes'; it has consensus, organization, action"))
            let outcome = try Invocation(arguments + ["organization"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            let check = try Invocation(["check", path, "--lang", "en"])
            #expect(check.output.contains("0 errors"), "\(check.output)")
            let items = try Invocation.records("list", "organization", "--case", path)
            #expect(items.count > 2)
            #expect(items.contains { ($0["evidence_count"] as? Int ?? 0) > 0 })
        }
    }

    /// What the case says and the file does not: the reader of the report is to know.
    @Test(arguments: [
        (
            "bibtex", "@misc{q7, title = {T}}",
            "q7: a guess: type paper, for the record says “misc” and no more"
        ),
        (
            "csl-json", #"[{"id": "q7", "type": "dataset", "title": ""}]"#,
            "q7: a guess: “q7” for a title, for the record has none"
        ),
        (
            "ris", "TY  - GEN\nTI  - T\nER  - \n",
            "record 1: a guess: type paper, for the record says “GEN” and no more"
        ),
    ])
    func `guesses are named`(format: String, text: String, line: String) throws {
        try withCase { _, folder in
            let file = folder.appending(path: "x.txt")
            try Data(text.utf8).write(to: file)
            let english = try Invocation(["import", format, file.path, "--lang", "en"])
            #expect(english.errors.contains(line), "\(english.errors)")
            let chinese = try Invocation(["import", format, file.path, "--lang", "zh"])
            #expect(chinese.errors.contains("猜测：") && !chinese.errors.contains("guess"))
        }
    }

    @Test func `guesses about a coded project are named by source`() throws {
        let outcome = try Invocation([
            "import", "refi-qda", Self.fixture("interviews.qde"), "--kind", "code", "--lang", "en",
        ])
        #expect(
            outcome.errors.contains(
                #/: source [^\n]+: a guess: type interview and strength primary of its \d+ claims/#),
            "\(outcome.errors)")
    }

    @Test func `what cannot be read is told, in both languages`() throws {
        try withCase { path, folder in
            let file = folder.appending(path: "broken.json")
            try Data("[{".utf8).write(to: file)
            let broken = try Invocation(["import", "csl-json", file.path, "--lang", "en"])
            #expect(broken.status == 65)
            #expect(broken.errors.hasPrefix("triptych: \(file.path):1:"))
            #expect(try Invocation(["import", "ris", folder.path + "/gone.ris"]).status == 66)
            try Data("[]".utf8).write(to: file)
            let empty = try Invocation(["import", "csl-json", file.path, "--into", path, "--lang", "zh"])
            #expect(empty.status == 1 && empty.errors.contains("没有可导入的内容"))
            #expect(!FileManager.default.fileExists(atPath: path + "/sources-broken.yaml"))
            let nowhere = try Invocation([
                "import", "csl-json", file.path, "--into", path + "/gone", "--lang", "en",
            ])
            #expect(nowhere.status == 66 && nowhere.errors.contains("'triptych new' makes one"))
            #expect(try Invocation(["import", "refi-qda", file.path]).status == 64)
            #expect(try Invocation(["import", "ris", file.path, "--kind", "x"]).status == 64)
        }
    }
}
