import Foundation
import SessionSupport
import Testing

/// `triptych timeline` of the bundled case, compared with `list`.
@Suite struct TimelineCommandTests {
    private let kinds: Set = ["driver", "arrangement", "project"]

    /// The items in time according to `list`.
    private func listed() throws -> [[String: Any]] {
        try Invocation.records("list").filter { kinds.contains($0["kind"] as? String ?? "") }
    }

    @Test func `the records equal those of list, the undated included`() throws {
        let records = try Invocation.records("timeline")
        let listed = try listed()
        #expect(records.count == listed.count)
        #expect(listed.contains { $0["period"] == nil })
        for (record, item) in zip(records, listed) {
            #expect(Set(["id", "start", "end", "kind"]).isSuperset(of: record.keys))
            let period = item["period"] as? [String: Any]
            #expect(record["id"] as? String == item["id"] as? String)
            #expect(record["kind"] as? String == item["kind"] as? String)
            #expect(record["start"] as? String == period?["start"] as? String)
            #expect(record["end"] as? String == period?["end"] as? String)
        }
    }

    @Test func `every item has a line, the earliest first and the undated last`() throws {
        let output = try Invocation(["timeline", "--lang", "en"]).output
        // The first line has the years.
        let lines = output.split(separator: "\n").dropFirst().map(String.init)
        let listed = try listed()
        let titles = listed.compactMap { ($0["title"] as? [String: Any])?["en"] as? String }
        #expect(lines.count == titles.count)
        for title in titles { #expect(lines.contains { $0.hasSuffix("  " + title) }, "\(title)") }

        // A year begins with its first day.
        let begins = lines.filter { !$0.hasPrefix("?    ") }.map { line in
            let words = line.split(separator: " ")
            let date = words[line.hasPrefix("?") ? 2 : 0].replacing("?", with: "")
            return String((date + "-01-01").prefix(10))
        }
        #expect(begins == begins.sorted())
        let dated = listed.count { !($0["period"] == nil) }
        #expect(lines.dropFirst(dated).allSatisfy { $0.hasPrefix("?    ") })
    }

    @Test func `open, unknown and imprecise dates are kept`() throws {
        let output = try Invocation(["timeline", "--lang", "en", "--width", "120"]).output
        func line(_ title: String) throws -> String {
            try #require(output.split(separator: "\n").map(String.init).first { $0.hasSuffix(title) })
        }
        let railway = try line("Chongqing–Guiyang railway")
        #expect(railway.hasPrefix("2013-05 – 2018-01-25 "))
        #expect(try line("Wulong–Daozhen expressway").hasPrefix("? – 2025-06-27 "))
        let law = try line("Unified national market")
        #expect(law.hasPrefix("2022-04-10 – ? "))
        #expect(law.contains("●┄?"))
        #expect(try line("Panlong pumped-storage power station, Qijiang").contains(" ┣━"))
        let narrow = try Invocation(["timeline", "--lang", "en", "--width", "30"]).output
        #expect(!narrow.contains("●"))
        #expect(try Invocation(["timeline", "--width", "3"]).status == 64)
    }

    @Test func `the years stand above the bars, each where it begins`() throws {
        let output = try Invocation(["timeline", "--lang", "en", "--width", "120"]).output
        let lines = output.split(separator: "\n")
        let years = try #require(lines.first)
        let railway = try #require(lines.first { $0.hasPrefix("2013-05 – 2018-01-25 ") })
        func column(of sign: String, in line: Substring) throws -> Int {
            let start = try #require(line.firstRange(of: sign)?.lowerBound, "\(sign) in \(line)")
            return line.distance(from: line.startIndex, to: start)
        }
        let opened = try column(of: "┣", in: railway)
        #expect(try column(of: "2000", in: years) < opened)
        #expect(try opened < column(of: "2020", in: years))
        let narrow = try Invocation(["timeline", "--lang", "en", "--width", "30"]).output
        #expect(narrow.hasPrefix("1965"), "without bars there are no years above them")
    }

    @Test func `a case without items in time has an empty list, with status 1`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let bare = """
            format: 1
            case: {id: bare, title: Bare}
            panes: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]
            kinds: [{id: thing, pane: a, title: thing, plural: things, role: element}]
            items: [{id: one, kind: thing, title: One}]

            """
        try Data(bare.utf8).write(to: folder.appending(path: "case.yaml"))
        let json = try Invocation(["timeline", "--case", folder.path, "--format", "json"])
        #expect(json.status == 1)
        #expect(try Invocation.records(of: json.output).isEmpty)
        #expect(try Invocation(["timeline", "--case", folder.path]).output.isEmpty)
    }
}
