import Foundation
import Testing

/// `triptych list --connected-to` on the bundled case, compared with `trace`.
@Suite struct ConnectedCommandTests {
    private func ids(_ arguments: String...) throws -> [String] {
        try Invocation.records(of: Invocation(["list"] + arguments + ["--format", "json"]).output)
            .map { try #require($0["id"] as? String) }
    }

    @Test func `the chain of a connection is the first of its trace, and its steps give the grade`() throws {
        let driver = "drv-guizhou-new-path"
        let connected = try Invocation.records("list", "--connected-to", driver, "--grade", "all")
        #expect(connected.count > 40)
        for item in connected {
            let id = try #require(item["id"] as? String)
            let chain = try #require(item["chain"] as? [String: Any])
            let steps = try #require(chain["steps"] as? [[String: Any]])
            #expect(Set([steps.first?["id"] as? String, steps.last?["id"] as? String]) == [id, driver])
            let readings = steps.dropFirst().count { $0["standing"] as? String != "sourced" }
            let isBackwards = steps.contains { $0["backwards"] as? Bool == true }
            #expect(item["backwards"] as? Bool == isBackwards, "\(id)")
            let grade =
                steps.count == 2 ? "direct" : readings <= 1 && !isBackwards ? "well-founded" : "far-fetched"
            #expect(item["grade"] as? String == grade, "\(id)")
        }
        for item in connected.prefix(12) {
            let id = try #require(item["id"] as? String)
            let traced = try Invocation.records("trace", id, "--from", driver, "--most", "1")
            #expect(traced.first.map { $0 as NSDictionary } == item["chain"] as? NSDictionary, "\(id)")
        }
    }

    @Test func `each grade includes the better ones, and several items narrow further`() throws {
        let (one, other) = ("drv-chengdu-chongqing", "drv-yangtze-belt")
        let grades = try ["direct", "well-founded", "all"].map {
            Set(try ids("project", "--connected-to", one, "--grade", $0))
        }
        #expect(!grades[0].isEmpty && grades[0].isStrictSubset(of: grades[1]))
        #expect(grades[1].isStrictSubset(of: grades[2]))
        #expect(Set(try ids("project", "--connected-to", one)) == grades[1])
        let both = Set(try ids("project", "--connected-to", one, "--connected-to", other))
        #expect(both == grades[1].intersection(try ids("project", "--connected-to", other)))
        #expect(!both.isEmpty && both.isStrictSubset(of: grades[1]))
        #expect(
            try ids("--connected-to", one, "--filter", "year:2018..")
                == ids("--connected-to", one).filter(
                    Set(try ids("--filter", "year:2018..")).contains))
    }

    @Test func `as text each item has the sign of its connection`() throws {
        let listed = try Invocation([
            "list", "--connected-to", "drv-guizhou-new-path", "--grade", "all", "--lang", "zh",
        ])
        let signs = listed.output.split(separator: "\n").map { $0.prefix(2) }
        #expect(Set(signs).isSuperset(of: ["● ", "◐ ", "○ ", "○↶"]))
        #expect(try Invocation(["list", "--connected-to", "drv-nowhere"]).status == 66)
        #expect(try Invocation(["list", "--grade", "all"]).status == 64)
    }
}
