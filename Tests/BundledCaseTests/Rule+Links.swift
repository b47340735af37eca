import CaseModel

extension Rule {
    static let links: [Rule] = [
        Rule(
            "every link says why it holds",
            violations: { the in
                the.items.flatMap { item in
                    item.links.filter { ($0.because?.chinese ?? "").count < 4 }.map {
                        "\(item.id) → \($0.to)"
                    }
                }
            },
            mistakes: { $0.change("prj-zaodu-reservoir") { $0.links[0].because = nil } }),

        Rule(
            "every project is reached from a driver by way of consensus and organization",
            violations: { the in
                let graph = CaseGraph(the)
                return the.items(.project).filter { !Walk(graph, to: $0.id).isWhole }.map(\.id.text)
            },
            mistakes: { $0.change("prj-yangjiao-border-market") { $0.links = [] } },
            { the in
                // Drivers still reach the projects, but past the elements of consensus.
                for driver in the.items(.driver) {
                    the.change(driver.id) { item in
                        for number in item.links.indices { item.links[number].to = "org-pilot-zone" }
                    }
                }
            }),

        Rule(
            "国发〔2022〕2号 leads to the Chongqing–Guiyang railway, step by step",
            violations: { the in
                let graph = CaseGraph(the)
                let way: [ID<Item>] = [
                    "drv-guizhou-new-path", "con-provincial-needs", "org-decentralized-layout",
                    "arr-pilot-zone-layout", "prj-chongqing-guiyang-railway",
                ]
                return zip(way, way.dropFirst()).filter { from, to in
                    guard let from = graph.position(of: from), let to = graph.position(of: to) else {
                        return true
                    }
                    return !graph.steps(from: from, .downstream).contains(to)
                }.map { "\($0) does not lead to \($1)" }
            },
            mistakes: { $0.change("prj-chongqing-guiyang-railway") { $0.links = [] } },
            { $0.change("drv-guizhou-new-path") { $0.links = [] } }),

        Rule(
            "no item links to itself, or twice to another by the same relation",
            violations: { the in
                the.items.filter { item in
                    let ends = item.links.map { "\($0.relation) \($0.to)" }
                    return Set(ends).count < ends.count || item.links.contains { $0.to == item.id }
                }.map(\.id.text)
            },
            mistakes: { $0.change("prj-zaodu-reservoir") { $0.links.append($0.links[0]) } },
            { $0.change("prj-zaodu-reservoir") { $0.links[0].to = "prj-zaodu-reservoir" } }),

        Rule(
            "a link from a driver to an element of consensus names the paper only where the paper names it",
            violations: { the in
                let named: Set<ID<Item>> = [
                    "drv-unified-market", "drv-western-development", "drv-chengdu-chongqing",
                    "drv-guizhou-new-path",
                ]
                return the.items(.driver).filter { driver in
                    !named.contains(driver.id) && driver.links.contains { $0.source == "src-paper-2026" }
                }.map(\.id.text)
            },
            mistakes: { $0.change("drv-yangtze-belt") { $0.links[0].source = "src-paper-2026" } }),
    ]
}

/// The ways upstream from an item, with what they pass.
private struct Walk {
    /// Whether a driver is reached past an item of organization and, above it, an element of consensus.
    private(set) var isWhole = false

    private struct Stage: Hashable {
        var position: Int
        var hasOrganization = false
        var hasConsensus = false
    }

    init(_ graph: CaseGraph, to id: ID<Item>) {
        guard let start = graph.position(of: id) else { return }
        var seen: Set<Stage> = []
        var waiting = [Stage(position: start)]
        while let here = waiting.popLast() {
            let role = graph.kind(of: here.position)?.role
            if role == .driver, here.hasConsensus { isWhole = true }
            for next in graph.steps(from: here.position, .upstream) {
                var stage = here
                stage.position = next
                if graph.panes[next] == 1 { stage.hasOrganization = true }
                if graph.panes[next] == 0, graph.kind(of: next)?.role == .element, stage.hasOrganization {
                    stage.hasConsensus = true
                }
                if seen.insert(stage).inserted { waiting.append(stage) }
            }
        }
    }
}
