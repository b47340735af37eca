import Foundation
import SessionSupport
import Testing

/// `triptych trace` on the bundled case, with each step compared with the links of `show`.
@Suite struct TraceCommandTests {
    private func chains(_ arguments: String...) throws -> [[String: Any]] {
        try Invocation.records(of: Invocation(["trace"] + arguments + ["--format", "json"]).output)
    }

    private func steps(_ chain: [String: Any]) throws -> [[String: Any]] {
        try #require(chain["steps"] as? [[String: Any]])
    }

    @Test func `every project is reached from a policy driver, or marked as context`() throws {
        for project in try Invocation.records("list", "project") {
            let id = try #require(project["id"] as? String)
            guard let chain = try chains(id, "--most", "1").first else {
                let note = try #require(try Invocation.records("show", id).first?["note"] as? [String: Any])
                #expect((note["en"] as? String)?.contains("context") == true, "\(id)")
                continue
            }
            #expect(try steps(chain).first.flatMap { $0["id"] as? String }?.hasPrefix("drv-") == true)
            #expect(try steps(chain).last?["id"] as? String == id)
        }
    }

    @Test func `each step is a link stated by one of its ends, and chains come best first`() throws {
        let found = try chains("prj-chongqing-guiyang-railway", "--most", "25")
        #expect(found.count >= 5)
        let order = ["direct": 0, "well-founded": 1, "far-fetched": 2]
        let grades = found.compactMap { ($0["grade"] as? String).flatMap { order[$0] } }
        #expect(grades.count == found.count)
        #expect(grades == grades.sorted())
        let ids = Set(try found.flatMap { try steps($0).compactMap { $0["id"] as? String } })
        let shown = try Invocation.records(
            of: Invocation(["show"] + ids.sorted() + ["--format", "json"]).output)
        let items = Dictionary(uniqueKeysWithValues: shown.map { ($0["id"] as? String ?? "", $0) })
        for chain in found {
            let steps = try steps(chain)
            #expect(chain["length"] as? Int == steps.count - 1)
            #expect(Set(steps[0].keys).isSubset(of: ["id", "predates", "claimed_since"]))
            var isSourced = true
            for (before, after) in zip(steps, steps.dropFirst()) {
                let ends = try [before, after].map { try #require($0["id"] as? String) }
                let relation = try #require(after["relation"] as? String)
                let (stating, named) = after["direction"] as? String == "forward" ? (0, 1) : (1, 0)
                if relation == "parent" {
                    #expect(items[ends[1]]?["parent"] as? String == ends[0])
                    isSourced = false
                } else {
                    let links = items[ends[stating]]?["links"] as? [[String: Any]] ?? []
                    #expect(
                        links.contains {
                            $0["to"] as? String == ends[named] && $0["relation"] as? String == relation
                        }, "\(ends) by \(relation)")
                    isSourced = isSourced && after["standing"] as? String == "sourced"
                }
            }
            #expect(chain["sourced"] as? Bool == isSourced)
        }
    }

    @Test func `from 国发〔2022〕2号 to the railway there is a chain through the organization`() throws {
        let found = try chains("prj-chongqing-guiyang-railway", "--from", "drv-guizhou-new-path")
        let ids = try steps(try #require(found.first)).compactMap { $0["id"] as? String }
        #expect(ids.first == "drv-guizhou-new-path")
        #expect(ids.contains { $0.hasPrefix("con-") })
        #expect(ids.contains { $0.hasPrefix("arr-") || $0.hasPrefix("org-") })
        let text = try Invocation(
            ["trace", "prj-chongqing-guiyang-railway", "--from", "drv-guizhou-new-path", "--lang", "zh"])
        #expect(text.output.contains("渝贵铁路"))
        #expect(text.output.contains("解读"))
    }

    /// The project is undated, of the plan of 2024 above it, and its source is of 2016.
    @Test func `what is undated says since when it is claimed of`() throws {
        let id = "prj-fuling-liuzhou-railway"
        let pivot = "arr-zunyi-pivot-plan-2024"
        let last = try steps(try #require(try chains(id, "--from", pivot).first)).last
        #expect(last?["claimed_since"] as? String == "2016")
        #expect(last?["claimed_before"] as? String == pivot)
        #expect(last?["predates"] == nil && last?["backwards"] as? Bool == false)
        let text = try Invocation(["trace", id, "--from", pivot, "--most", "1", "--lang", "en"]).output
        #expect(text.contains("undated, already claimed of 2016"))
        #expect(
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
                "(already claimed of 2016, before what it answers of 2024)"))
        #expect(
            try Invocation(["list", "project", "--connected-to", pivot, "--format", "json"]).output
                .contains("\"claimed_since\": \"2016\""))
    }

    @Test func `any two items have their chains, in either order`() throws {
        let down = try chains("prj-zaodu-reservoir", "--from", "drv-guizhou-new-path")
        let up = try chains("drv-guizhou-new-path", "--from", "prj-zaodu-reservoir")
        #expect(!down.isEmpty && down as NSArray == up as NSArray)
        let (one, other) = ("prj-xiushan-wuling-hub", "prj-land-sea-corridor-13-plus-2")
        let pair = try chains(one, "--from", other)
        let ids = try steps(try #require(pair.first)).compactMap { $0["id"] as? String }
        #expect(ids.first == other && ids.last == one)
        let text = try Invocation(["trace", one, "--from", other, "--most", "1"])
        #expect(text.output.contains("↑ "), "a way that turns leads up first")
    }

    @Test func `an item without chains has a status of its own`() throws {
        // This driver has no driver upstream.
        let none = try Invocation(["trace", "drv-new-development-pattern"])
        #expect(none.status == 1)
        #expect(none.output.isEmpty && none.errors.contains("drv-new-development-pattern"))
        #expect(try Invocation(["trace", "prj-nowhere"]).status == 66)
        for number in ["0", "-3"] {
            let refused = try Invocation(["trace", "prj-zaodu-reservoir", "--most", number])
            #expect(refused.status == 64 && refused.errors.contains("--most takes a number above 0"))
        }
    }
}
