import Testing

@testable import CaseModel

/// Chains in made-up graphs with listed chains, and in graphs with more chains than atoms.
@Suite struct TraceTests {
    /// A case of drivers `d…` and other items, with the links given as `from>to`.
    private func graph(_ names: [String], _ links: [String], under parents: [String: String] = [:])
        -> CaseGraph
    {
        var made = Case(manifest: Manifest(id: "made", title: Text("made")))
        made.panes = ["one", "two", "three"].map { Pane(id: ID($0), title: Text($0)) }
        made.kinds = [
            Kind(id: "driver", pane: "one", title: Text("d"), plural: Text("d"), role: .driver),
            Kind(id: "thing", pane: "two", title: Text("t"), plural: Text("t"), role: .arrangement),
        ]
        made.relations = [
            Relation(id: "leads-to", title: Text("leads to"), inverse: Text("comes from"), flow: .forward),
            Relation(id: "kin", title: Text("kin"), inverse: Text("kin"), flow: .none),
        ]
        made.items = Records(
            names.map { name in
                var item = Item(
                    id: ID(name), kind: name.hasPrefix("d") ? "driver" : "thing", title: Text(name))
                item.parent = parents[name].map { ID($0) }
                item.links = Records(
                    links.filter { $0.hasPrefix(name + ">") || $0.hasPrefix(name + "~") }.map { link in
                        let to = link.dropFirst(name.count + 1)
                        return Link(to: ID(String(to)), relation: link.contains("~") ? "kin" : "leads-to")
                    })
                return item
            })
        return CaseGraph(made)
    }

    private func names(_ chain: Chain, _ graph: CaseGraph) -> String {
        chain.items.map { graph.item($0).id.text }.joined(separator: ">")
    }

    @Test func `every chain is found, the shortest first`() {
        let graph = graph(["d1", "d2", "a", "b", "c"], ["d1>a", "a>b", "b>c", "d1>c", "d2>b", "a~c"])
        let end = graph.position(of: "c") ?? -1
        #expect(graph.chains(to: end).map { names($0, graph) } == ["d1>c", "d2>b>c", "d1>a>b>c"])
        // The link without flow is the best connection of the two, whichever comes first.
        #expect(graph.chains(from: 2, to: end).map { names($0, graph) } == ["a>c", "a>b>c"])
        #expect(graph.chains(from: end, to: 2).map { names($0, graph) } == ["c>a", "a>b>c"])
    }

    @Test func `chains are counted as far as a limit`() {
        let graph = graph(["d1", "d2", "a", "b", "c"], ["d1>a", "a>b", "b>c", "d1>c", "d2>b", "a~c"])
        func count(upTo limit: Int) -> Chains.Count { graph.chains(to: 4).count(upTo: limit) }
        #expect(count(upTo: 4) == Chains.Count(number: 3, isComplete: true))
        #expect(count(upTo: 3) == Chains.Count(number: 3, isComplete: true))
        #expect(count(upTo: 2) == Chains.Count(number: 2, isComplete: false))
        #expect(graph.chains(to: 0).count(upTo: 2) == Chains.Count(number: 0, isComplete: true))
    }

    @Test func `any two related items have chains, which change direction only if no others exist`() {
        let graph = graph(
            ["d", "a", "b", "c", "e", "far"], ["d>a", "a>b", "d>c", "c~e"], under: ["e": "b"])
        func between(_ from: ID<Item>, _ to: ID<Item>) -> [String] {
            graph.chains(from: graph.position(of: from) ?? -1, to: graph.position(of: to) ?? -1)
                .map { names($0, graph) }
        }
        #expect(between("b", "c") == ["b>a>d>c"])
        #expect(between("c", "e") == ["c>e"])
        #expect(between("e", "a") == ["a>b>e"])
        #expect(between("e", "far").isEmpty)
        let turning = graph.chains(from: 2, to: 3).map { chain in
            zip(chain.steps, chain.items.dropFirst()).map { graph.direction(of: $0, to: $1) }
        }
        #expect(turning == [[.upstream, .upstream, .downstream]])
    }

    @Test func `what a link without flow connects is connected by that alone`() {
        // Ways that turn lead from one to the other too, and have no grade.
        let graph = graph(["d", "a", "b", "c"], ["d>a", "d>b", "a~b", "b~a", "d>c"])
        let chains = graph.chains(from: 1, to: 2)
        #expect(chains.areConnections)
        #expect(chains.map { names($0, graph) } == ["a>b", "a>b"])
        #expect(chains.count(upTo: 9) == Chains.Count(number: 2, isComplete: true))
        #expect(!graph.chains(from: 1, to: 3).areConnections)
    }

    @Test func `items with the same parent are connected through it only without links`() {
        let graph = graph(["d", "a", "b", "c"], ["d>a"], under: ["b": "a", "c": "a"])
        let chains = Array(graph.chains(from: 2, to: 3))
        #expect(chains.map { names($0, graph) } == ["b>a>c"])
        #expect(chains.first?.steps == [.child, .parent])
        #expect(chains.first.map(graph.isSourced) == false)
    }

    @Test func `each item one step downstream has a step, in the same order`() {
        let graph = graph(["d", "a", "b", "c"], ["a>b", "d>a", "a~d"], under: ["c": "a"])
        for position in graph.case.items.indices {
            #expect(
                graph.steps(downstreamOf: position).map(\.item) == graph.steps(from: position, .downstream))
        }
    }

    @Test func `a step from a parent is an interpretation`() {
        let graph = graph(["d", "a", "b"], ["d>a"], under: ["b": "a"])
        let chains = Array(graph.chains(to: 2))
        #expect(chains.map { names($0, graph) } == ["d>a>b"])
        #expect(chains.first?.steps.last == .parent)
        #expect(chains.first.map(graph.isSourced) == false)
    }

    @Test func `a chain visits each item at most once`() {
        let graph = graph(["d", "a", "b", "c"], ["d>a", "a>b", "b>a", "b>c"])
        #expect(graph.chains(to: 3).map { names($0, graph) } == ["d>a>b>c"])
    }

    @Test func `a driver has no chain to itself`() {
        let graph = graph(["d1", "d2"], ["d1>d2"])
        #expect(graph.chains(to: 1).map { names($0, graph) } == ["d1>d2"])
        #expect(Array(graph.chains(to: 0)).isEmpty)
    }

    @Test func `the cost of a chain depends on its length, not on the number of chains`() {
        // Ten layers of 40 items, each linked to all of the next: 40^9 chains.
        let layers = (0..<10).map { layer in (0..<40).map { "n\(layer)-\($0)-" } }
        var links = layers[0].map { "d>" + $0 }
        for (layer, next) in zip(layers, layers.dropFirst()) {
            for from in layer { links += next.map { from + ">" + $0 } }
        }
        let graph = graph(["d"] + layers.flatMap { $0 }, links)
        var chains = graph.chains(to: graph.position(of: "n9-0-") ?? -1)
        #expect(chains.next()?.length == 10)
        #expect(chains.visits < 10 * 40 * 2)
        for _ in 0..<1000 {
            let before = chains.visits
            #expect(chains.next()?.length == 10)
            #expect(chains.visits - before < 10 * 40 * 2)
        }
    }

    @Test func `a dead end is not explored`() {
        // Twelve items, all linked with each other, are attached to a chain; there are 12! paths among them.
        let maze = (0..<12).map { "m\($0)-" }
        var links = ["d>a", "a>b"]
        for from in maze {
            links += ["a>" + from, from + ">a"]
            links += maze.filter { $0 != from }.map { from + ">" + $0 }
        }
        let graph = graph(["d", "a", "b"] + maze, links)
        var chains = graph.chains(to: 2)
        #expect(chains.next().map { names($0, graph) } == "d>a>b")
        #expect(chains.next() == nil)
        #expect(chains.visits < 4000)
    }

    @Test func `the first of very many chains come at once`() {
        // 40 layers of 10 items, each linked to all of the next: 10^39 chains.
        let layers = (0..<40).map { layer in (0..<10).map { "n\(layer)-\($0)-" } }
        var links: [String] = ["d>" + layers[0][0]]
        for (layer, next) in zip(layers, layers.dropFirst()) {
            for from in layer { links += next.map { from + ">" + $0 } }
        }
        let graph = graph(["d"] + layers.flatMap { $0 }, links)
        let end = graph.position(of: ID(layers[39][9])) ?? -1
        let first = Array(graph.chains(to: end).prefix(100))
        #expect(first.count == 100)
        #expect(Set(first).count == 100)
        #expect(first.allSatisfy { $0.length == 40 })
    }
}
