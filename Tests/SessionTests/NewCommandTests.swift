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
            let hyphened = try Invocation(
                inShell: "cd '\(path)/..' && \"$PROGRAM\" new --lang en -- -x")
            #expect(hyphened.output.contains("triptych --case ./-x\n"), "\(hyphened.errors)")
            #expect(hyphened.output.contains("triptych check ./-x\n"))
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

    @Test func `a language that the program does not speak is told that the comments are English`() throws {
        try withFolder { folder in
            for (language, isTold) in [("es", true), ("en-GB", false), ("zh-Hant", false), ("zh", false)] {
                let path = folder.appending(path: language)
                let made = try Invocation(["new", path.path, "--lang", language])
                #expect(made.output.contains("the comments and examples are in English") == isTold)
                let text = try String(contentsOf: path.appending(path: "case.yaml"), encoding: .utf8)
                #expect(text.contains("# These comments are in English") == isTold)
            }
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

    /// The commented blocks of a file, each with the numbers of its lines: from a key behind `#` to the last line that
    /// is indented below it.
    private func blocks(of lines: [String]) -> [Range<Int>] {
        var blocks: [Range<Int>] = []
        for (number, line) in lines.enumerated() {
            let rest = line.drop { $0 == " " }
            if rest.first == "#", rest.dropFirst().first?.isLetter == true {
                blocks.append(number..<(number + 1))
            } else if rest.hasPrefix("#  "), let last = blocks.last, last.upperBound == number {
                blocks[blocks.count - 1] = last.lowerBound..<(number + 1)
            }
        }
        return blocks
    }

    /// A newcomer begins by taking the signs of comments away.
    @Test(arguments: [
        ["--lang", "en"], ["--lang", "zh"], ["--lang", "es", "--panes", "Agua,Reglas #1,*Acción*"],
        ["--lang", "zh", "--title", "“引号”: 水", "--panes", "资源，规则，行动"],
    ])
    func `each commented block is sound, alone and with all others`(options: [String]) throws {
        try withFolder { folder in
            let path = folder.appending(path: "rivers").path
            #expect(try Invocation(["new", path] + options).status == 0)
            let file = URL(filePath: path).appending(path: "case.yaml")
            let lines = try String(contentsOf: file, encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let blocks = blocks(of: lines)
            let keys = ["#matrix:", "#places:", "#actors:", "#tours:", "  #subtitle:", "  #levels:"]
            #expect(
                Set(keys).isSubset(of: blocks.map { String(lines[$0.lowerBound].prefix { $0 != ":" }) + ":" })
            )
            for chosen in blocks.map({ [$0] }) + [blocks] {
                var text = lines
                for line in chosen.joined() {
                    text[line] = text[line].replacing("#", with: "", maxReplacements: 1)
                }
                try Data(text.joined(separator: "\n").utf8).write(to: file)
                let report = try Invocation(["check", path, "--strict", "--lang", "en"])
                #expect(
                    report.output == "0 errors, 0 warnings\n" && report.status == 0,
                    "\(chosen.map { lines[$0.lowerBound] }): \(report.output)")
            }
        }
    }

    /// A line that is printed to be copied runs as it stands.
    @Test(arguments: ["mine 8", "it's", "案例", "$HOME"]) func `what is printed can be run`(name: String) throws
    {
        try withFolder { folder in
            let path = folder.appending(path: name).path
            for language in ["en", "zh"] {
                try? FileManager.default.removeItem(atPath: path)
                let made = try Invocation(["new", path, "--lang", language])
                let line = try #require(made.output.split(separator: "\n").last)
                let command = try #require(line.range(of: "triptych")).upperBound
                let checked = try Invocation(inShell: "\"$PROGRAM\"\(line[command...])")
                #expect(checked.status == 0 && checked.output.hasPrefix("0 "), "\(line): \(checked.errors)")
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
