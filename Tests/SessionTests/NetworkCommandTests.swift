import Foundation
import SessionSupport
import Testing
import TextLayout

/// The network of the bundled case, with each figure compared with `list` and `actors`.
@Suite struct NetworkCommandTests {
    private func network(_ arguments: String...) throws -> [String: Any] {
        let text = try Invocation(["network"] + arguments + ["--format", "json"]).output
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test(arguments: ["zh", "en"]) func `no line is wider than asked for`(language: String) throws {
        let text = try Invocation(["network", "--lang", language, "--width", "60"]).output
        for line in text.split(separator: "\n") { #expect(String(line).columns <= 60, "\(line)") }
    }

    private func id(_ record: [String: Any]) throws -> String { try #require(record["id"] as? String) }

    /// For each pair of actors, in the directory's order, the items of these kinds that name both.
    private func shared(_ kinds: [String]) throws -> [[String]: [String]] {
        let order = try Invocation.records("actors").map(id)
        var result: [[String]: [String]] = [:]
        for item in try Invocation.records(of: Invocation(["list"] + kinds + ["--format", "json"]).output) {
            let named = item["actors"] as? [String] ?? []
            for (number, one) in order.enumerated() where named.contains(one) {
                for other in order[(number + 1)...] where named.contains(other) {
                    result[[one, other], default: []].append(try id(item))
                }
            }
        }
        return result
    }

    @Test(arguments: [
        ("arrangements", ["arrangement"]), ("projects", ["project"]), ("both", ["arrangement", "project"]),
    ])
    func `ties and degrees follow from the items`(ground: String, kinds: [String]) throws {
        let network = try network("--through", ground)
        let shared = try shared(kinds)
        let ties = try #require(network["ties"] as? [[String: Any]])
        #expect(ties.count == shared.count)
        for tie in ties {
            let pair = try [#require(tie["from"] as? String), #require(tie["to"] as? String)]
            #expect(tie["shared"] as? [String] == shared[pair], "\(pair)")
        }
        for actor in try #require(network["actors"] as? [[String: Any]]) {
            let own = try id(actor)
            #expect(actor["degree"] as? Int == shared.keys.count { $0.contains(own) }, "\(own)")
        }
    }

    @Test func `figures follow from the ties`() throws {
        let network = try network()
        let actors = try #require(network["actors"] as? [[String: Any]])
        let ties = try #require(network["ties"] as? [[String: Any]]).map { tie in
            try [#require(tie["from"] as? String), #require(tie["to"] as? String)]
        }
        let sides = try actors.reduce(into: [:]) { sides, actor in
            sides[try id(actor)] = (actor["side"] as? [String: String])?["en"]
        }
        let crossing = ties.count { Set($0.map { sides[$0] }) == ["Chongqing", "Guizhou"] }
        #expect(crossing > 0)
        #expect(network["crossing_ties"] as? Int == crossing)
        let share = try #require(network["crossing_share"] as? Double)
        #expect(abs(share - Double(crossing) / Double(ties.count)) < 1e-9)

        let part = actors.filter {
            ($0["arrangements"] as? [String])?.isEmpty == false
                || ($0["projects"] as? [String])?.isEmpty == false
        }
        #expect(network["taking_part"] as? Int == part.count)
        let degrees = part.compactMap { $0["degree"] as? Int }
        let most = try #require(degrees.max())
        let lacking = degrees.reduce(0) { $0 + most - $1 }
        let centralisation = try #require(network["centralisation"] as? Double)
        #expect(abs(centralisation - Double(lacking) / Double((part.count - 1) * (part.count - 2))) < 1e-9)

        // Components by propagating the smaller name along the ties until nothing changes.
        var names = try Dictionary(uniqueKeysWithValues: part.map { (try id($0), try id($0)) })
        var isSpreading = true
        while isSpreading {
            isSpreading = false
            for tie in ties {
                let least = try #require(tie.compactMap { names[$0] }.min())
                for end in tie where names[end] != least { (names[end], isSpreading) = (least, true) }
            }
        }
        #expect(network["components"] as? Int == Set(names.values).count)
        let told = try Dictionary(grouping: part) { $0["component"] as? Int ?? 0 }
            .mapValues { Set(try $0.map(id)) }
        #expect(
            Set(told.values) == Set(Dictionary(grouping: names.keys) { names[$0] }.values.map { Set($0) }))
        #expect(told[1]?.count == network["largest_component"] as? Int)
        let bridging = try Set(actors.filter { $0["bridges"] as? Bool == true }.map(id))
        let expected = try Set(
            actors.map(id).filter { actor in
                let circle = [actor] + ties.filter { $0.contains(actor) }.joined()
                return Set(circle.compactMap { sides[$0] }).isSuperset(of: ["Chongqing", "Guizhou"])
            })
        #expect(bridging == expected)
    }

    @Test func `what is absent is left out, and a list without entries is empty`() throws {
        let network = try network("--filter", "kind:driver")
        #expect(Set(["centralisation", "crossing_share", "ego"]).isDisjoint(with: network.keys))
        #expect((network["ties"] as? [Any])?.isEmpty == true)
        let actor = try #require((network["actors"] as? [[String: Any]])?.first)
        #expect(
            Set(actor.keys) == ["id", "level", "degree", "arrangements", "projects", "bridges"])
        #expect(try Invocation(["network", "--filter", "kind:driver"]).status == 1)
    }

    @Test func `the partners of a node are listed with the shared groups`() throws {
        let ego = try #require(network("--at", "act-chongqing-government")["ego"] as? [String: Any])
        #expect(ego["id"] as? String == "act-chongqing-government")
        let expected = try shared(["arrangement"]).filter { $0.key.contains("act-chongqing-government") }
        let partners = try #require(ego["partners"] as? [[String: Any]])
        let counts = partners.compactMap { ($0["shared"] as? [String])?.count }
        #expect(counts == expected.values.map(\.count).sorted(by: >))

        let text = try Invocation(["network", "--lang", "en", "--at", "act-chongqing-government"]).output
        #expect(text.contains("partners \(partners.count)\n●\(counts[0])  act-guizhou-government  "))
        #expect(text.contains("centralisation"))
    }

    @Test func `an arrangement can be requested, a project only if it counts`() throws {
        let item = "arr-framework-agreement-2018"
        let ego = try #require(network("--at", item)["ego"] as? [String: Any])
        let mine = try Set(
            #require(Invocation.records("list").first { $0["id"] as? String == item }?["actors"] as? [String])
        )
        for partner in try #require(ego["partners"] as? [[String: Any]]) {
            #expect(Set(try #require(partner["shared"] as? [String])).isSubset(of: mine))
        }
        let refused = try Invocation(["network", "--at", "prj-chongqing-guiyang-railway"])
        #expect(refused.status == 66)
        #expect(
            refused.errors.contains(
                "a project, is not counted in the network through arrangements; ask for --through projects"))
        let chinese = try Invocation(
            ["network", "--at", "prj-chongqing-guiyang-railway", "--lang", "zh"],
            environment: ["LANG": "zh_CN.UTF-8"])
        #expect(chinese.errors.contains("不计入经由安排的网络；请用 --through projects"))
        let place = try Invocation(["network", "--at", "plc-qijiang"])
        #expect(place.status == 66)
        #expect(
            place.errors.contains(
                "'plc-qijiang' is a place and no actor or item; to see it: triptych show plc-qijiang"))
        let mistyped = try Invocation(["network", "--at", "act-chongqing-governmnt"])
        #expect(mistyped.status == 66)
        #expect(mistyped.errors.contains("did you mean 'act-chongqing-government'?"))
    }
}
