import SeededRandom
import Testing

@testable import CaseModel

/// Walks over a made-up chain: `a → b → c`, with `d` a child of `b`, and `e` kin to `b` without flow.
@Suite struct ConnectionsTests {
    private let graph: CaseGraph = {
        var made = Case(manifest: Manifest(id: "chain", title: Text("chain")))
        made.panes = [
            Pane(id: "one", title: Text("one")), Pane(id: "two", title: Text("two")),
            Pane(id: "three", title: Text("three")),
        ]
        made.kinds = [Kind(id: "thing", pane: "one", title: Text("t"), plural: Text("t"), role: .element)]
        made.relations = [
            Relation(id: "leads-to", title: Text("leads to"), inverse: Text("comes from"), flow: .forward),
            Relation(id: "answers", title: Text("answers"), inverse: Text("is answered by"), flow: .backward),
            Relation(id: "resembles", title: Text("resembles"), inverse: Text("resembles"), flow: .none),
        ]
        func item(_ id: ID<Item>, _ links: [(ID<Item>, ID<Relation>)], under parent: ID<Item>? = nil) -> Item
        {
            var item = Item(id: id, kind: "thing", title: Text(id.text))
            item.links = Records(links.map { Link(to: $0.0, relation: $0.1) })
            item.parent = parent
            return item
        }
        made.items = [
            item("a", [("b", "leads-to")]),
            item("b", [("e", "resembles")]),
            item("c", [("b", "answers")]),
            item("d", [], under: "b"),
            item("e", []),
            item("f", [("e", "leads-to")]),
        ]
        return CaseGraph(made)
    }()

    private func connected(to id: ID<Item>) throws -> [String: Grade] {
        let connections = graph.connections(of: try #require(graph.position(of: id)))
        return Dictionary(
            uniqueKeysWithValues: connections.positions.compactMap { position in
                connections.grade(of: position).map { (graph.item(position).id.text, $0) }
            })
    }

    @Test func `one step is direct; a chain of readings is far-fetched`() throws {
        #expect(try connected(to: "a") == ["b": .direct, "c": .farFetched, "d": .farFetched])
    }

    @Test func `upstream walks do not turn around`() throws {
        #expect(try connected(to: "c") == ["b": .direct, "a": .farFetched])
        #expect(try connected(to: "d") == ["b": .direct, "a": .farFetched])
    }

    @Test func `a link without flow connects its ends and leads no further`() throws {
        #expect(try connected(to: "b") == ["a": .direct, "c": .direct, "d": .direct, "e": .direct])
        #expect(try connected(to: "e") == ["b": .direct, "f": .direct])
    }

    @Test func `a chain has its upstream end first, whichever way it was walked`() {
        let (a, b, c, d) = (0, 1, 2, 3)
        let down = graph.connections(of: a).chain(to: c)
        #expect(down?.items == [a, b, c])
        #expect(graph.connections(of: c).chain(to: a) == down)
        #expect(graph.connections(of: d).chain(to: a)?.steps.last == .parent)
        #expect(graph.connections(of: a).chain(to: 5) == nil)
    }

    @Test func `a chain does not continue after a link without flow`() throws {
        // e is nearest to b by kinship, but the items after e follow from the flow alone.
        var made = graph.case
        made.items[0].links = [Link(to: "e", relation: "leads-to"), Link(to: "b", relation: "resembles")]
        made.items[1].links = [Link(to: "f", relation: "leads-to")]
        made.items[4].links = [Link(to: "b", relation: "leads-to")]
        made.items[5].links = []
        let turned = CaseGraph(made)
        #expect(turned.connections(of: 0).chain(to: 1)?.items == [0, 1])
        #expect(turned.connections(of: 0).chain(to: 5)?.items == [0, 4, 1, 5])
    }

    @Test func `connection and grade are mutual`() {
        for here in graph.case.items.indices {
            for there in graph.case.items.indices where there != here {
                let forth = graph.connections(of: here).grade(of: there)
                #expect(forth == graph.connections(of: there).grade(of: here), "\(here) and \(there)")
            }
        }
    }

    @Test func `a circle of links ends the walk`() {
        var made = graph.case
        made.items[2].links.append(Link(to: "a", relation: "leads-to"))
        let circle = CaseGraph(made)
        #expect(circle.connections(of: 0).positions.sorted() == [1, 2, 3])
        #expect(circle.connections(of: 0).chain(to: 3)?.items == [0, 1, 3])
    }
}

/// Grades compared with all existing chains, on small random cases with sources, dates, parents and circles.
@Suite struct GradeTests {
    /// A case of nine items whose links, sources, dates and parents come from a seed.
    private func graph(seed: UInt64) -> CaseGraph {
        var random = Seeded(seed: seed)
        var made = Case(manifest: Manifest(id: "made", title: Text("made")))
        made.panes = ["one", "two", "three"].map { Pane(id: ID($0), title: Text($0)) }
        made.kinds = [Kind(id: "thing", pane: "one", title: Text("t"), plural: Text("t"), role: .element)]
        made.relations = [
            Relation(id: "leads-to", title: Text("leads to"), inverse: Text("from"), flow: .forward),
            Relation(id: "answers", title: Text("answers"), inverse: Text("answered"), flow: .backward),
            Relation(id: "kin", title: Text("kin"), inverse: Text("kin"), flow: .none),
        ]
        let count = 9
        made.items = Records(
            (0..<count).map { number in
                var item = Item(id: ID("i\(number)"), kind: "thing", title: Text("i"))
                if Int.random(in: 0..<3, using: &random) > 0 {
                    item.period = Period(
                        start: PartialDate(year: Int.random(in: 2010...2014, using: &random)))
                }
                if number > 0, Int.random(in: 0..<4, using: &random) == 0 {
                    item.parent = ID("i\(Int.random(in: 0..<number, using: &random))")
                }
                for _ in 0..<Int.random(in: 0...2, using: &random) {
                    let to = Int.random(in: 0..<count, using: &random)
                    guard to != number else { continue }
                    let relation = made.relations[Int.random(in: 0..<3, using: &random)].id
                    var link = Link(to: ID("i\(to)"), relation: relation)
                    if Bool.random(using: &random) { link.source = "src" }
                    item.links.append(link)
                }
                return item
            })
        return CaseGraph(made)
    }

    /// The least cost of all simple chains from an item to each other one, by brute force.
    private func costsByHand(of origin: Int, in graph: CaseGraph) -> [Int: ChainCost] {
        var best: [Int: ChainCost] = [:]
        func note(_ cost: ChainCost, at end: Int) {
            if end != origin, best[end].map({ cost < $0 }) ?? true { best[end] = cost }
        }
        func year(_ position: Int) -> Int? { graph.item(position).period?.start?.year }
        func step(_ cost: ChainCost, isReading: Bool, upper: Int, lower: Int) -> ChainCost {
            var cost = cost
            cost.length += 1
            if isReading { cost.readings += 1 }
            if let asked = year(upper), let answered = year(lower), answered < asked { cost.backwards += 1 }
            return cost
        }
        // Every step downstream in the case: upper end, lower end, whether it is a reading.
        var steps: [(upper: Int, lower: Int, isReading: Bool)] = []
        for (number, item) in graph.case.items.enumerated() {
            if let parent = graph.parents[number] { steps.append((parent, number, true)) }
            for link in item.links {
                guard let to = graph.position(of: link.to) else { continue }
                switch link.relation {
                case "leads-to": steps.append((number, to, link.source == nil))
                case "answers": steps.append((to, number, link.source == nil))
                case _:
                    let kin = ChainCost(readings: link.source == nil ? 1 : 0, backwards: 0, length: 1)
                    if number == origin { note(kin, at: to) }
                    if to == origin { note(kin, at: number) }
                }
            }
        }
        func walk(from here: Int, downstream: Bool, seen: Set<Int>, cost: ChainCost) {
            for each in steps where (downstream ? each.upper : each.lower) == here {
                let next = downstream ? each.lower : each.upper
                guard !seen.contains(next) else { continue }
                let cost = step(cost, isReading: each.isReading, upper: each.upper, lower: each.lower)
                note(cost, at: next)
                walk(from: next, downstream: downstream, seen: seen.union([next]), cost: cost)
            }
        }
        for downstream in [true, false] {
            walk(from: origin, downstream: downstream, seen: [origin], cost: ChainCost())
        }
        return best
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `the best chain has the least cost of all chains`(seed: UInt64) throws {
        let graph = graph(seed: seed)
        for origin in graph.case.items.indices {
            let byHand = costsByHand(of: origin, in: graph)
            let connections = graph.connections(of: origin)
            #expect(connections.positions == Set(byHand.keys))
            for (position, cost) in byHand {
                #expect(connections.cost(of: position) == cost, "seed \(seed), \(origin) to \(position)")
                let chain = try #require(connections.chain(to: position))
                #expect(graph.cost(of: chain) == cost)
                #expect(Set([chain.items.first, chain.items.last]) == [origin, position])
            }
        }
    }

    @Test func `a chain is marked if anything in it began before what stands above it`() throws {
        let marked = try (0..<60).reduce(0) { try $0 + checkedMarks(seed: $1) }
        #expect(marked > 200)
    }

    /// Checks the marks of all chains of a case, and returns their number.
    private func checkedMarks(seed: UInt64) throws -> Int {
        let graph = graph(seed: seed)
        var marked = 0
        for origin in graph.case.items.indices {
            let connections = graph.connections(of: origin)
            for position in connections.positions {
                let chain = try #require(connections.chain(to: position))
                let isKin = graph.direction(of: chain.steps[0], to: chain.items[1]) == nil
                let years = isKin ? [] : chain.items.compactMap { graph.item($0).period?.start?.year }
                let isBackwards = years != years.sorted()
                #expect(connections.runsBackwards(to: position) == isBackwards, "seed \(seed)")
                let predated = graph.predatedItems(in: chain)
                #expect(predated.contains { $0 != nil } == isBackwards)
                #expect(graph.signs(of: chain).hasSuffix("↶") == isBackwards)
                for (number, item) in predated.enumerated() {
                    guard let item else { continue }
                    marked += 1
                    let asked = try #require(graph.item(item).period?.start?.year)
                    let answered = try #require(graph.item(chain.items[number + 1]).period?.start?.year)
                    #expect(answered < asked && chain.items[...number].contains(item))
                }
            }
        }
        return marked
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `chains come best first, each once, and the first has the best cost`(seed: UInt64) {
        let graph = graph(seed: seed)
        for origin in graph.case.items.indices {
            for end in graph.case.items.indices where end != origin {
                let chains = Array(Chains(graph, from: [origin], to: end))
                let costs = chains.map(graph.cost(of:))
                #expect(costs == costs.sorted())
                #expect(Set(chains).count == chains.count)
            }
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `the chain that grades a connection is the first of its trace`(seed: UInt64) {
        let graph = graph(seed: seed)
        for origin in graph.case.items.indices {
            let connections = graph.connections(of: origin)
            for end in connections.positions {
                let chains = Array(graph.chains(from: origin, to: end).prefix(100))
                #expect(chains.first == connections.chain(to: end), "seed \(seed), \(origin) to \(end)")
                #expect(Set(chains).count == chains.count)
            }
        }
    }

    @Test func `a step runs backwards only if the dates leave no doubt`() {
        func runs(_ upper: String?, _ lower: String?) -> Bool {
            var made = Case(manifest: Manifest(id: "made", title: Text("made")))
            made.items = Records(
                [upper, lower].enumerated().map { number, date in
                    var item = Item(id: ID("i\(number)"), kind: "thing", title: Text("i"))
                    item.period = date.map { Period(start: PartialDate($0)) }
                    return item
                })
            return CaseGraph(made).runsBackwards(from: 0, to: 1)
        }
        #expect(runs("2022-01-18", "2018"))
        #expect(runs("2022-02", "2022-01-31"))
        #expect(!runs("2022-01-18", "2022"))
        #expect(!runs("2022", "2022-01-18"))
        #expect(!runs("2018", "2022"))
        #expect(!runs(nil, "2018"))
        #expect(!runs("2018", nil))
    }

    @Test(arguments: [
        (ChainCost(readings: 1, backwards: 1, length: 1), Grade.direct),
        (ChainCost(readings: 1, backwards: 0, length: 5), .wellFounded),
        (ChainCost(readings: 2, backwards: 0, length: 2), .farFetched),
        (ChainCost(readings: 0, backwards: 1, length: 2), .farFetched),
    ])
    func `readings and order in time determine the grade`(cost: ChainCost, grade: Grade) {
        #expect(cost.grade == grade)
    }
}
