import Foundation
import SessionSupport
import Testing

@testable import TextLayout

/// `triptych snapshot`: the explorer's frames as pictures.
@Suite struct SnapshotCommandTests {
    static let views = [
        "browse", "reader", "trace", "matrix", "timeline", "map", "network", "sources", "overview",
    ]
    private let railway = "prj-chongqing-guiyang-railway"

    private func snapshot(_ arguments: String..., environment: [String: String] = [:]) throws -> Invocation {
        try Invocation(["snapshot"] + arguments, environment: environment)
    }

    @Test(arguments: views)
    func `each view is drawn at the requested size and item`(view: String) throws {
        let text = try snapshot(
            "--view", view, "--at", railway, "--size", "90x20", "--lang", "zh", "--format", "text")
        #expect(text.status == 0)
        let lines = text.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 21 && lines.last == "")
        #expect(text.output.contains("渝黔毗邻省际协作治理"))
        let svg = try snapshot(
            "--view", view, "--at", railway, "--size", "90x20", "--lang", "zh", "--format", "svg")
        #expect(svg.output.hasPrefix("<svg ") && svg.output.hasSuffix("</svg>\n"))
        #expect(svg.output.contains("viewBox=\"0 0 920 420\""))
        let title = try #require(svg.output.firstMatch(of: /<title>(.*)<\/title>/)).1
        #expect(title.hasPrefix("渝黔毗邻省际协作治理 · ") && title.hasSuffix(" · 渝贵铁路"))
    }

    @Test func `the picture equals the explorer's frame`() throws {
        let program = TmuxSession.quoted(Program.built("triptych"))
        let session = try TmuxSession("\(program) open \(railway) --lang zh", columns: 80, rows: 24)
        let printed = try snapshot("--view", "browse", "--at", railway, "--size", "80x24", "--lang", "zh")
        try session.wait(for: "the frame that was printed") { $0 == printed.output }
    }

    @Test func `each format has the same text`() throws {
        let options = ["snapshot", "--view", "reader", "--at", railway, "--size", "60x12", "--lang", "both"]
        let text = try Invocation(options).output
        let ansi = try Invocation(options + ["--format", "ansi"]).output
        #expect(ansi != text)
        #expect(ansi.replacing(/\u{1B}\[[0-9;]*m/, with: "") == text)
        let html = try Invocation(options + ["--format", "html"]).output
        let pre = try #require(html.firstMatch(of: /(?s)<pre[^>]*>\n(.*)<\/pre>/)).1
        #expect(!pre.contains("&"))
        #expect(pre.replacing(/<[^>]*>/, with: "") == text)
    }

    @Test func `pins narrow the panes, and are not dropped silently`() throws {
        let pinned = try snapshot(
            "--view", "browse", "--pin", "drv-guizhou-new-path", "--pin", "arr-pilot-zone-layout", "--at",
            railway, "--lang", "zh")
        #expect(pinned.output.contains("⌂ › 国发〔2022〕2号：闯新路 › “一轴一核、一带三片”"))
        let apart = try snapshot(
            "--view", "browse", "--pin", "arr-pilot-zone-layout", "--at", "prj-zaodu-reservoir")
        #expect(apart.status == 66)
        #expect(apart.output.isEmpty)
        #expect(apart.errors.contains("'prj-zaodu-reservoir' is not connected with all that is pinned"))
    }

    @Test func `the reader also takes a source, a place and an actor`() throws {
        for list in ["sources", "places", "actors"] {
            let record = try #require(try Invocation.records(list).first)
            let id = try #require(record["id"] as? String)
            let title = try #require((record["title"] as? [String: String])?["zh"])
            let read = try snapshot("--view", "reader", "--at", id, "--lang", "zh")
            let lines = read.output.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines[0].contains(" ⌂ › \(title.prefix(6))"))
            #expect(lines[2] == " \(title)")
            let svg = try snapshot("--view", "reader", "--at", id, "--lang", "zh", "--format", "svg")
            #expect(svg.output.contains(" · \(title)</title>"))
            #expect(try snapshot("--view", "browse", "--at", id).status == 66)
        }
    }

    @Test(arguments: [
        ("places", "plc-qijiang", "map"), ("actors", "act-chongqing-government", "network"),
        ("sources", "src-xinhua-rivers-2020", "sources"), ("places", "plc-qijiang", "overview"),
    ])
    func `a view opens at an id of any kind, as the explorer does`(list: String, id: String, view: String)
        throws
    {
        let record = try #require(try Invocation.records(list).first { $0["id"] as? String == id })
        let title = try #require((record["title"] as? [String: String])?["zh"])
        let read = try snapshot("--view", view, "--at", id, "--lang", "zh", "--size", "120x40")
        #expect(read.status == 0)
        if view != "overview" { #expect(read.output.contains(title.prefix(10)), "\(id) in \(view)") }
    }

    @Test func `the explorer opens at a place, and leads to the panes from there`() throws {
        let program = TmuxSession.quoted(Program.built("triptych"))
        let session = try TmuxSession("\(program) plc-qijiang --lang zh", columns: 80, rows: 24)
        try session.wait(for: "the page of the place") { $0.contains("⌂ › 綦江") }
        try session.type("q")
        try session.wait(for: "the panes") { $0.contains("1 共识") }
    }

    @Test func `colours and characters are as requested`() throws {
        func ansi(_ arguments: String..., environment: [String: String] = [:]) throws -> String {
            try Invocation(
                ["snapshot", "--view", "browse", "--format", "ansi"] + arguments, environment: environment
            ).output
        }
        let colour = /\u{1B}\[[0-9;]*;?[39][0-7]m/
        #expect(try ansi().contains(colour))
        #expect(try !ansi("--color", "never").contains(colour))
        #expect(try ansi("--color", "never").contains("\u{1B}[0;1m"))
        #expect(try !ansi(environment: ["NO_COLOR": "1"]).contains(colour))
        #expect(try ansi("--color", "always", environment: ["NO_COLOR": "1"]).contains(colour))
        let ascii = try snapshot("--view", "browse", "--ascii", environment: ["LC_ALL": "C"]).output
        #expect(ascii.allSatisfy { $0.isASCII })
        #expect(ascii.contains("+1 "))
    }

    @Test func `a file has the contents of stdout`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "browse.svg")
        let arguments = ["snapshot", "--view", "browse", "--format", "svg"]
        let written = try Invocation(arguments + ["-o", file.path])
        #expect(written.status == 0 && written.output.isEmpty)
        #expect(try String(contentsOf: file, encoding: .utf8) == Invocation(arguments).output)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["browse.svg"])
        #expect(
            try Invocation(arguments + ["-o", folder.appending(path: "no/b.svg").path]).status == 74)
    }

    @Test(arguments: ["0x30", "30x0", "1001x30", "30", "x", "-3x4", "3x4x5", "axb"])
    func `an invalid size is refused`(size: String) throws {
        let outcome = try snapshot("--view", "browse", "--size=\(size)")
        #expect(outcome.status == 64)
        #expect(outcome.errors.replacing("\n", with: " ").contains("columns x rows, each from 1 to 1000"))
    }

    @Test func `a size is written with x or with the sign of multiplication`() throws {
        let drawn = try ["80x24", "80X24", "80×24"].map {
            try snapshot("--view", "browse", "--size", $0, "--format", "text")
        }
        #expect(drawn.allSatisfy { $0.status == 0 && $0.output == drawn[0].output })
    }

    @Test func `the smallest sizes and missing items`() throws {
        #expect(try snapshot("--view", "browse", "--size", "1x1", "--format", "svg").status == 0)
        #expect(try snapshot("--view", "nothing").status == 64)
        #expect(try snapshot("--view", "reader").status == 64)
        #expect(try snapshot("--view", "browse", "--at", "prj-nowhere").status == 66)
        #expect(try snapshot("--view", "browse", "--format", "png").status == 64)
    }

    @Test func `with --ascii a UTF-8 locale keeps its text`() throws {
        let picture = try snapshot(
            "--view", "browse", "--ascii", "--lang", "zh", environment: ["LC_ALL": "zh_CN.UTF-8"]
        ).output
        #expect(picture.contains("+1 共识") && picture.contains("新时代西部大开发"))
        #expect(!picture.unicodeScalars.contains { $0.isDrawing })
    }

    /// The columns of a line where ambiguous characters are wide.
    private func columns(_ line: Substring) -> Int {
        line.unicodeScalars.reduce(0) { $0 + $1.columns(ambiguous: .wide) }
    }

    @Test(arguments: views, ["80x24", "132x40"])
    func `where ambiguous characters are wide, the frame fits and is drawn with narrow ones`(
        view: String, size: String
    ) throws {
        let width = try #require(size.split(separator: "x").first.flatMap { Int($0) })
        for language in ["zh", "en"] {
            let picture = try snapshot(
                "--view", view, "--at", railway, "--size", size, "--lang", language, "--ambiguous", "wide"
            ).output
            let lines = picture.split(separator: "\n")
            for line in lines where columns(line) > width { Issue.record("\(columns(line)): \(line)") }
            // A line with a border at both sides takes the whole width.
            for line in lines where line.first == "|" && line.last == "|" { #expect(columns(line) == width) }
            #expect(!picture.unicodeScalars.contains { $0.isDrawing && $0.isAmbiguous })
        }
    }

    @Test func `text moves to make room for wide ambiguous characters, and signs do not`() throws {
        func rows(_ width: String) throws -> [Substring] {
            try snapshot("--view", "browse", "--size", "80x24", "--lang", "zh", "--ambiguous", width).output
                .split(separator: "\n")
        }
        let (narrow, wide) = (try rows("narrow"), try rows("wide"))
        #expect(try rows("auto") == narrow)
        #expect(narrow[1].hasPrefix("┌1 共识") && wide[1].hasPrefix("+1 共识"))
        #expect(wide.map(columns) == narrow.map { $0.reduce(0) { $0 + String($1).columns } })
    }
}
