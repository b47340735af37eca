import Foundation
import SessionSupport
import Testing

/// `triptych claims`, and `--filter` on listings and exports, compared with a recount over the records of the case.
@Suite struct ClaimsCommandTests {
    private let query = "乌江 year:2018..2022 strength:reported"

    private func records(_ arguments: String...) throws -> [[String: Any]] {
        try Invocation.records(of: Invocation(arguments + ["--format", "json"]).output)
    }

    private func ids(_ arguments: String...) throws -> [String] {
        try Invocation.records(of: Invocation(arguments + ["--format", "json"]).output)
            .map { try #require($0["id"] as? String) }
    }

    @Test func `every claim is listed, with what it is about`() throws {
        let claims = try records("claims")
        let exported = try records("export", "evidence")
        #expect(claims.count == exported.count && claims.count > 600)
        for (claim, row) in zip(claims, exported) {
            for key in ["about", "about_type", "source", "date", "strength"] {
                #expect(claim[key] as? String == row[key] as? String)
            }
            #expect(claim["number"] as? Int == row["number"] as? Int)
        }
        let text = try Invocation(["claims", "--lang", "zh"]).output.split(separator: "\n")
        #expect(text.count == claims.count)
        let csv = try Invocation(["claims", "--format", "csv"]).output
        #expect(csv == (try Invocation(["export", "evidence", "--format", "csv"]).output))
    }

    @Test func `a filter is applied claim by claim`() throws {
        let claims = try records("claims", "--filter", query)
        #expect(!claims.isEmpty)
        #expect(claims.allSatisfy { $0["strength"] as? String == "reported" })
        for claim in claims {
            guard let date = claim["date"] as? String else { continue }
            #expect(("2018"..."2022").contains(date.prefix(4)))
        }
        // The same claims leave as a table, and their sources as a bibliography.
        let exported = try records("export", "evidence", "--filter", query)
        #expect(
            exported.map { "\($0["about"] ?? "") \($0["number"] ?? "")" }
                == claims.map { "\($0["about"] ?? "") \($0["number"] ?? "")" })
        let sources = Set(claims.compactMap { $0["source"] as? String })
        #expect(Set(try ids("sources", "--filter", query)) == sources)
        #expect(Set(try ids("export", "sources", "--filter", query)) == sources)
        let bibliography = try Invocation(["export", "sources", "--format", "ris", "--filter", query]).output
        #expect(bibliography.components(separatedBy: "ER  - ").count == sources.count + 1)
        let items = Set(
            claims.filter { $0["about_type"] as? String == "item" }.compactMap { $0["about"] as? String })
        #expect(
            Set(try ids("list", "--filter", query)).isSubset(
                of: items.union(try ids("list", "--filter", "乌江"))))
        #expect(Set(try ids("export", "items", "--filter", query)) == Set(try ids("list", "--filter", query)))
    }

    @Test(arguments: ["item", "claim", "source", "date", "strength", "locator"])
    func `claims are sorted by any column`(column: String) throws {
        let sorted = try records("claims", "--sort", column, "--filter", "kind:project")
        let turned = try records("claims", "--sort", column, "--reverse", "--filter", "kind:project")
        #expect(sorted.count == turned.count)
        guard column == "date" else { return }
        let dates = sorted.map { $0["date"] as? String }
        let known = dates.prefix { $0 != nil }.compactMap(\.self)
        #expect(known.map { $0.prefix(4) } == known.map { $0.prefix(4) }.sorted())
        #expect(dates.dropFirst(known.count).allSatisfy { $0 == nil })
        #expect(turned.first?["date"] as? String == known.last)
    }

    @Test func `the text is sorted by the sources that it prints`() throws {
        func printed(_ options: String...) throws -> [String] {
            let text = try Invocation(["claims", "--sort", "source", "--filter", "kind:project"] + options)
                .output
            return text.split(separator: "\n").compactMap { line in
                line.split(separator: " ").first { $0.hasPrefix("src-") }.map(String.init)
            }
        }
        let ids = try printed()
        #expect(Set(ids).count > 10)
        #expect(ids == ids.sorted())
        #expect(try printed("--reverse") == ids.reversed())
    }

    @Test func `every listing takes a filter`() throws {
        let items = Set(try ids("list", "--filter", "place:qijiang kind:project"))
        #expect(!items.isEmpty)
        for listing in ["places", "actors", "timeline", "sources"] {
            let all = try ids(listing)
            let some = try ids(listing, "--filter", "place:qijiang kind:project")
            #expect(!some.isEmpty && some.count < all.count, "\(listing)")
            #expect(some == all.filter(Set(some).contains), "\(listing) keeps the order of the case")
        }
        #expect(Set(try ids("timeline", "--filter", "place:qijiang kind:project")).isSubset(of: items))
        #expect(try ids("tours", "--filter", "kind:driver").count <= ids("tours").count)
        #expect(try Invocation(["places", "--filter", "xyzzy"]).status == 1)
    }

    @Test func `a part of the case is again a case`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "part.json").path
        let written = try Invocation([
            "export", "case", "--format", "json", "--filter", "place:qijiang", "-o", file,
        ])
        #expect(written.status == 0)
        #expect(try Invocation(["check", file]).status == 0)
        let part = try ids("list", "--case", file)
        #expect(part == (try ids("list", "--filter", "place:qijiang")))
        let graph = try Invocation(["export", "graph", "--format", "json", "--filter", "place:qijiang"])
            .output
        let read = try #require(try JSONSerialization.jsonObject(with: Data(graph.utf8)) as? [String: Any])
        #expect((read["nodes"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == part)
    }

    @Test(arguments: ["place:qijiang", "kind:driver", "strength:primary"])
    func `a handout keeps the steps that lead to what the filter lets through`(query: String) throws {
        let export = ["export", "tour", "--tour", "seminar", "--format", "markdown", "--lang", "en"]
        let (whole, part) = (
            try Invocation(export).output, try Invocation(export + ["--filter", query]).output
        )
        func numbers(_ handout: String) -> [Int] {
            handout.split(separator: "\n").filter { $0.hasPrefix("## ") }
                .compactMap { Int($0.dropFirst(3).prefix(while: \.isNumber)) }
        }
        let included = Set(
            try ["list", "places", "actors", "sources"].flatMap { try ids($0, "--filter", query) })
        let tour = try #require(try records("tours").first { $0["id"] as? String == "seminar" })
        let steps = try #require(tour["steps"] as? [[String: Any]])
        let expected = steps.indices.filter { number in
            let step = steps[number]
            let named = [step["at"], step["from"]].compactMap { $0 as? String }
            return !included.isDisjoint(with: named + (step["pins"] as? [String] ?? []))
        }
        #expect(!expected.isEmpty && expected.count < steps.count)
        #expect(numbers(whole) == Array(1...steps.count))
        // The steps have the numbers of the talk.
        #expect(numbers(part) == expected.map { $0 + 1 })
    }

    @Test func `a handout of nothing has no tour`() throws {
        let none = try Invocation(["export", "tour", "--format", "html", "--filter", "xyzzy"])
        #expect(none.status == 0 && none.output.hasPrefix("<!DOCTYPE html>"))
        #expect(!none.output.contains("<article") && none.errors.contains("xyzzy"))
    }

    @Test func `what a filter leaves out is told on stderr, and errors in the language asked for`() throws {
        let undated = try Invocation(["list", "--filter", "year:1900..2100", "--lang", "zh"])
        #expect(
            undated.errors.hasPrefix("triptych: 另有 ") && undated.errors.hasSuffix(" 项日期不详，都在 year:none 之中\n"))
        let none = try Invocation(["list", "--filter", "kind:project xyzzy", "--lang", "en"])
        #expect(none.status == 1)
        #expect(none.errors.hasPrefix("triptych: nothing matches: 'xyzzy' took away the last "))
        let wrong = try Invocation(["list", "--filter", "plce:x", "--lang", "zh"])
        #expect(wrong.status == 64)
        #expect(wrong.errors.contains("没有“plce”这个方面"))
        // Where no language is named, all messages are in one.
        let unnamed = try Invocation(["list", "--filter", "plce:x"])
        #expect(unnamed.errors.contains("there is no facet 'plce'"))
    }

    @Test func `show takes sources, places and actors`() throws {
        let source = try #require(try records("show", "src-paper-2026").first)
        let claims = try #require(source["claims"] as? [[String: Any]])
        let wanted = try records("claims", "--filter", "source:src-paper-2026")
        #expect(claims.count == wanted.count && claims.count > 10)
        #expect(claims.allSatisfy { $0["source"] as? String == "src-paper-2026" })
        #expect((source["cited_by"] as? [String])?.isEmpty == false)
        let place = try #require(try records("show", "plc-qijiang").first)
        let items = try records("list", "--filter", "place:plc-qijiang")
        #expect(place["items"] as? [String] == items.compactMap { $0["id"] as? String })
        let actor = try #require(try ids("actors").first)
        let pages = try Invocation(["show", "src-paper-2026", "plc-qijiang", actor, "--lang", "en"])
        #expect(pages.status == 0)
        for part in ["src-paper-2026", "plc-qijiang", actor, "Cited by"] {
            #expect(pages.output.contains(part), "\(part)")
        }
        let unknown = try Invocation(["show", "src-paper-2062"])
        #expect(unknown.status == 66)
        #expect(unknown.errors.contains("did you mean 'src-paper-2026'?"))
    }

    /// What cites each source in some rows, by the member that names it.
    private func citers(_ rows: [[String: Any]], by member: String) -> [String: Set<String>] {
        var citers: [String: Set<String>] = [:]
        for row in rows {
            if let source = row["source"] as? String, let citer = row[member] as? String {
                citers[source, default: []].insert(citer)
            }
        }
        return citers
    }

    @Test(arguments: [
        "乌江 年份:2018..2022", "year:2018..2022", "place:zunyi year:2023", "kind:driver year:2020",
        "strength:primary",
        "乌江",
    ])
    func `the sources under a filter are those that its claims, links, figures and statuses cite`(
        query: String
    ) throws {
        var cited = citers(try records("claims", "--filter", query), by: "about")
        cited.merge(citers(try records("export", "links", "--filter", query), by: "from")) { $0.union($1) }
        cited.merge(citers(try records("export", "metrics", "--filter", query), by: "about")) { $0.union($1) }
        var withStatuses = cited
        for item in try records("export", "items", "--filter", query) {
            guard let status = item["status"] as? [String: Any], let source = status["source"] as? String,
                let id = item["id"] as? String
            else { continue }
            withStatuses[source, default: []].insert(id)
        }
        for command in [["sources"], ["export", "sources"]] {
            let listed = try Invocation.records(
                of: Invocation(command + ["--filter", query, "--format", "json"]).output)
            let ids = Set(listed.compactMap { $0["id"] as? String })
            #expect(ids.isSuperset(of: cited.keys) && ids.isSubset(of: withStatuses.keys))
            for source in listed {
                let (id, citers) = (source["id"] as? String ?? "", Set(source["cited_by"] as? [String] ?? []))
                #expect(
                    citers.isSuperset(of: cited[id] ?? []) && citers.isSubset(of: withStatuses[id] ?? []),
                    "\(id)")
            }
        }
        let text = try Invocation(["sources", "--filter", query, "--lang", "en"]).output
        let counts = try records("sources", "--filter", query).map {
            ($0["cited_by"] as? [String] ?? []).count
        }
        for (line, count) in zip(text.split(separator: "\n"), counts) {
            let words = line.split(separator: " ")
            let place = try #require(words.firstIndex(of: "cited"))
            #expect(words[place + 1] == "\(count)")
        }
    }
}
