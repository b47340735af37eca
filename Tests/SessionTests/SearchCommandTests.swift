import Foundation
import SessionSupport
import Testing

/// `triptych search` and `triptych list --filter` on the bundled case.
@Suite struct SearchCommandTests {
    private func ids(_ records: [[String: Any]]) -> [String] { records.compactMap { $0["id"] as? String } }

    @Test func `matches come best first, with the documented keys`() throws {
        let records = try Invocation.records("search", "铁路")
        #expect(records.count > 3)
        for record in records {
            let own: Set = ["id", "entity", "title", "rank", "matched_in", "approximate"]
            let isItem = record["entity"] as? String == "item"
            #expect(Set(record.keys) == (isItem ? own.union(["kind", "pane"]) : own))
            #expect(Set((record["title"] as? [String: Any] ?? [:]).keys) == ["zh", "en"])
        }
        let ranks = records.compactMap { $0["rank"] as? Int }
        #expect(ranks.count == records.count && ranks == ranks.sorted())
        #expect(records.first?["matched_in"] as? String == "title")
        let listed = try Invocation.records("list")
        for record in records where record["entity"] as? String == "item" {
            let same = try #require(listed.first { $0["id"] as? String == record["id"] as? String })
            for key in ["kind", "pane"] { #expect(record[key] as? String == same[key] as? String) }
        }
        let text = try Invocation(["search", "铁路", "--lang", "zh"]).output
        #expect(
            text.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
                == ids(records))
    }

    @Test func `pinyin, traditional and full-width letters find the same`() throws {
        let railway = "prj-chongqing-guiyang-railway"
        for query in [
            "渝贵铁路", "渝貴鐵路", "yuguitielu", "ygtl", "渝贵tielu", railway, "ＰＲＪ-chongqing-guiyang-railway",
        ] {
            #expect(ids(try Invocation.records("search", query)).first == railway, "\(query)")
        }
        #expect(try Invocation(["search", "渝贵", "铁路"]).output == Invocation(["search", "渝贵 铁路"]).output)
    }

    @Test func `a search without results has a status of its own`() throws {
        let none = try Invocation(["search", "nowhere-to-be-found", "--format", "json"])
        #expect(none.status == 1)
        #expect(try Invocation.records(of: none.output).isEmpty)
        let told = try Invocation(["search", "nowhere-to-be-found", "--lang", "en"])
        #expect(told.status == 1 && told.output.isEmpty)
        #expect(told.errors == "triptych: nothing found for 'nowhere-to-be-found'\n")
        #expect(try Invocation(["search", " "]).status == 64)
        #expect(try Invocation(["search"]).status == 64)
    }

    @Test func `a filter keeps the case's order`() throws {
        let all = ids(try Invocation.records("list", "project"))
        let records = try Invocation.records("list", "project", "--filter", "place:qijiang -evidence:none")
        #expect(!records.isEmpty && records.count < all.count)
        for record in records { #expect((record["places"] as? [String])?.contains("plc-qijiang") == true) }
        #expect(all.filter(Set(ids(records)).contains) == ids(records))
        #expect(try Invocation(["list", "driver", "--filter", "kind:project"]).status == 1)
        let others = ids(try Invocation.records("list", "project", "--filter", "-place:qijiang"))
        #expect(all.filter { !others.contains($0) } == ids(records))
    }

    @Test func `an invalid filter is shown with the error marked`() throws {
        let bad = try Invocation(["list", "--lang", "en", "--filter", "铁路 plce:綦江"])
        #expect(bad.status == 64)
        #expect(bad.output.isEmpty)
        let lines = bad.errors.split(separator: "\n").map(String.init)
        #expect(lines.first?.hasPrefix("triptych: there is no facet 'plce'") == true)
        #expect(Array(lines.dropFirst()) == ["  铁路 plce:綦江", "       ^^^^"])
    }
}
