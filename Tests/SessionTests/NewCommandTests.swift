import Foundation
import SessionSupport
import Testing

/// `triptych new`: a case to begin with, in the author's language and framework.
@Suite struct NewCommandTests {
    private func withFolder(_ work: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try work(folder)
    }

    @Test(arguments: [
        (["--lang", "en"], ["consensus", "organization", "action"]),
        (["--lang", "zh"], ["gongshi", "zuzhi", "xingdong"]),
        (["--lang", "en", "--panes", "Resource, Rules, Action"], ["resource", "rules", "action"]),
        (
            ["--lang", "es", "--panes", "Agua: ¿de quién?,Reglas #1,*Acción*"],
            ["agua-de-quien", "reglas-1", "accion"]
        ),
        (["--lang", "en", "--panes", "Σ,A!,a?"], ["pane-1", "a", "a-3"]),
        (["--lang", "zh", "--title", "“引号”: 水", "--panes", "资源，规则，行动"], ["ziyuan", "guize", "xingdong"]),
    ])
    func `the new case is sound and opens`(options: [String], panes: [String]) throws {
        try withFolder { folder in
            let path = folder.appending(path: "rivers").path
            let made = try Invocation(["new", path] + options)
            #expect(made.status == 0, "\(made.errors)")
            #expect(made.output.contains("triptych check \(path)"))
            let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
            #expect(names == ["case.yaml", "items.yaml", "sources.yaml"])
            let report = try Invocation(["check", path, "--strict", "--lang", "en"])
            #expect(report.output == "0 errors, 0 warnings\n")
            #expect(report.status == 0)
            let items = try Invocation.records("list", "--case", path)
            #expect(items.compactMap { $0["pane"] as? String } == panes)
            let trace = try Invocation(["trace", "\(panes[2])-1", "--case", path, "--format", "json"])
            #expect(trace.status == 0 && trace.output.contains("\(panes[0])-1"))
            let picture = try Invocation(["snapshot", "--view", "browse", "--format", "text", "--case", path])
            #expect(picture.status == 0)
        }
    }

    @Test func `the comments explain every key in the language`() throws {
        try withFolder { folder in
            for (language, words) in [
                (
                    "en",
                    ["One line under the title.", "#subtitle:", "A kind of item; a pane groups", "#places:"]
                ),
                ("zh", ["标题下的一行。", "#subtitle:", "条目的类别；各栏按类别分组。", "#places:"]),
            ] {
                let path = folder.appending(path: language)
                _ = try Invocation(["new", path.path, "--lang", language])
                let text = try String(contentsOf: path.appending(path: "case.yaml"), encoding: .utf8)
                for word in words { #expect(text.contains(word)) }
                let items = try String(contentsOf: path.appending(path: "items.yaml"), encoding: .utf8)
                #expect(items.contains("*strength") && items.contains("because"))
            }
        }
    }

    @Test func `nothing is overwritten`() throws {
        try withFolder { folder in
            let notes = folder.appending(path: "notes.txt")
            try Data("mine".utf8).write(to: notes)
            for path in [folder.path, notes.path] {
                let refused = try Invocation(["new", path, "--lang", "en"])
                #expect(refused.status == 64)
                #expect(
                    refused.errors
                        == "triptych: \(path) is there already and is no empty folder; give another name\n")
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(names == ["notes.txt"])
            let kept = try String(contentsOf: notes, encoding: .utf8)
            #expect(kept == "mine")
        }
    }

    @Test(arguments: ["A,B", "A,B,C,D", "A,B,A", "A,,C", ""])
    func `a case has three panes`(panes: String) throws {
        try withFolder { folder in
            let path = folder.appending(path: "rivers").path
            let refused = try Invocation(["new", path, "--panes", panes])
            #expect(refused.status == 64)
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }
}
