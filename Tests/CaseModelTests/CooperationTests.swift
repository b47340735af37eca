import SeededRandom
import Testing

@testable import CaseModel

/// Networks with known figures: a star, a ring, a clique.
@Suite struct PartnerNetworkTests {
    private static let star = PartnerNetwork(nodes: 6, members: (1..<6).map { [0, $0] })
    private static let ring = PartnerNetwork(nodes: 6, members: (0..<6).map { [$0, ($0 + 1) % 6] })
    private static let clique = PartnerNetwork(nodes: 5, members: [[0, 1, 2, 3, 4]])

    @Test func `all ties are with the hub in a star, and evenly distributed in a ring or a clique`() {
        #expect(Self.star.centralisation == 1)
        #expect(Self.ring.centralisation == 0)
        #expect(Self.clique.centralisation == 0)
    }

    @Test func `actors without items do not change the centralisation`() {
        let larger = PartnerNetwork(nodes: 40, members: Self.star.members)
        #expect(larger.centralisation == 1)
        #expect(larger.takingPart == [0, 1, 2, 3, 4, 5])
    }

    @Test func `a path of four is between a star and a ring`() {
        // The degrees 1, 2, 2, 1 lack 2 of the most; the most that four could lack is 3 · 2.
        #expect(PartnerNetwork(nodes: 4, members: [[0, 1], [1, 2], [2, 3]]).centralisation == 2.0 / 6)
    }

    @Test func `two nodes are too few for a centralisation`() {
        #expect(PartnerNetwork(nodes: 9, members: [[3, 4]]).centralisation == nil)
        #expect(PartnerNetwork(nodes: 0, members: []).centralisation == nil)
    }

    @Test func `partners come with the shared groups, those with most first`() {
        let network = PartnerNetwork(nodes: 4, members: [[0, 1], [0, 2, 3], [2, 0], [0]])
        #expect(
            network.partners(of: 0) == [
                PartnerNetwork.Partner(node: 2, shared: [1, 2]),
                PartnerNetwork.Partner(node: 1, shared: [0]),
                PartnerNetwork.Partner(node: 3, shared: [1]),
            ])
    }

    @Test func `a node named twice in a group is not its own partner`() {
        let network = PartnerNetwork(nodes: 2, members: [[0, 0], [1, 0, 1]])
        #expect(network.degrees == [1, 1])
        #expect(network.members == [[0], [0, 1]])
    }

    @Test func `components are sorted by size, and nodes without partners differ from those without groups`()
    {
        let network = PartnerNetwork(nodes: 7, members: [[5], [0, 1], [2, 3], [3, 6], []])
        #expect(network.components == [[2, 3, 6], [0, 1], [5]])
        #expect(network.alone == [5])
        #expect(network.takingPart == [0, 1, 2, 3, 5, 6])
    }

    @Test(arguments: UInt64(1)...20)
    func `degrees, ties and components agree with a recomputation by brute force`(seed: UInt64) {
        var random = Seeded(seed: seed)
        let nodes = Int(random.next() % 30) + 1
        let members = (0..<Int(random.next() % 25)).map { _ in
            (0..<Int(random.next() % 5)).map { _ in Int(random.next() % UInt64(nodes)) }
        }
        let network = PartnerNetwork(nodes: nodes, members: members)
        var joined = Array(repeating: Array(repeating: 0, count: nodes), count: nodes)
        for group in members {
            for one in Set(group) { for other in Set(group) where one != other { joined[one][other] += 1 } }
        }
        for node in 0..<nodes {
            let row = joined[node]
            #expect(network.degrees[node] == row.count { $0 > 0 })
            let partners = network.partners(of: node)
            #expect(Set(partners.map(\.node)) == Set(row.indices.filter { row[$0] > 0 }))
            #expect(partners.allSatisfy { $0.shared.count == row[$0.node] })
        }
        let pairs = (0..<nodes).flatMap { one in (one + 1..<max(nodes, one + 1)).map { (one, $0) } }
        #expect(network.ties == pairs.count { joined[$0.0][$0.1] > 0 })
        var ties: [[Int]] = []
        network.eachTie { ties.append([$0, $1]) }
        #expect(Set(ties) == Set(pairs.filter { joined[$0.0][$0.1] > 0 }.map { [$0.0, $0.1] }))
        #expect(ties.count == network.ties)

        var union = UnionFind(count: nodes)
        for (one, other) in pairs where joined[one][other] > 0 { union.join(one, other) }
        let roots = Dictionary(grouping: Set(members.joined()).sorted(), by: { union.root(of: $0) })
        #expect(Set(network.components) == Set(roots.values))
    }
}

/// Disjoint sets, for counting components in a different way.
private struct UnionFind {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    func root(of node: Int) -> Int {
        var node = node
        while parents[node] != node { node = parents[node] }
        return node
    }

    mutating func join(_ one: Int, _ other: Int) { parents[root(of: one)] = root(of: other) }
}

/// A made-up case of six actors: two on each of two sides, one above them, one on a third side.
@Suite struct CooperationTests {
    private let graph: CaseGraph = {
        var made = Case(manifest: Manifest(id: "border", title: Text("border")))
        made.panes = ["one", "two", "three"].map { Pane(id: ID($0), title: Text($0)) }
        made.kinds = [
            Kind(id: "pact", pane: "two", title: Text("p"), plural: Text("p"), role: .arrangement),
            Kind(id: "work", pane: "three", title: Text("w"), plural: Text("w"), role: .project),
            Kind(id: "push", pane: "one", title: Text("d"), plural: Text("d"), role: .driver),
        ]
        func actor(_ id: ID<Actor>, _ side: String?) -> Actor {
            var actor = Actor(id: id, title: Text(id.text), level: .county)
            actor.side = side.map { Text($0) }
            return actor
        }
        made.actors = [
            actor("e1", "East"), actor("n", "North"), actor("w1", "West"), actor("w2", "West"),
            actor("e2", "East"), actor("all", nil),
        ]
        func item(_ id: ID<Item>, _ kind: ID<Kind>, _ actors: [ID<Actor>]) -> Item {
            var item = Item(id: id, kind: kind, title: Text(id.text))
            item.actors = actors
            return item
        }
        made.items = [
            item("push-0", "push", ["n", "w2"]),
            item("pact-0", "pact", ["e1", "w1", "all"]),
            item("pact-1", "pact", ["e1", "e2"]),
            item("work-0", "work", ["e2", "w2"]),
            item("pact-2", "pact", []),
        ]
        return CaseGraph(made)
    }()

    /// The case with its first two sides declared, the second one first.
    private var declared: CaseGraph {
        var made = graph.case
        made.manifest.sides = [
            Side(id: "w", title: Text(chinese: "西", english: "West")),
            Side(id: "e", title: Text(chinese: "东", english: "East")),
        ]
        return CaseGraph(made)
    }

    @Test func `without a declaration all sides that actors name count, in the order of first mention`() {
        #expect(graph.sides.titles == ["East", "North", "West"].map { Text($0) })
        #expect(graph.sides.numbers == [0, 1, 2, 2, 0, nil])
    }

    @Test func `declared sides count in their order, by id or by name, and no others`() {
        var made = declared.case
        made.actors[4].side = Text("e")
        made.actors[3].side = Text(chinese: "西")
        let sides = Sides(of: made)
        #expect(sides.titles == made.manifest.sides.map(\.title))
        #expect(sides.numbers == [1, nil, 0, 0, 1, nil])
        #expect(sides.titlesOfActors[1] == Text("North"))
        #expect(sides.titlesOfActors[4]?.english == "East")
    }

    @Test func `actors without a side leave a case without sides`() {
        var made = graph.case
        for number in made.actors.indices { made.actors[number].side = nil }
        let cooperation = CaseGraph(made).cooperation()
        #expect(cooperation.sides.titles.isEmpty)
        #expect(cooperation.crossings.isEmpty && cooperation.crossingTies == 0)
        #expect(cooperation.takingPart(.actors).allSatisfy { !cooperation.bridges($0) })
    }

    @Test func `a tie needs an item of the chosen basis`() {
        #expect(graph.cooperation().actors.ties == 4)
        #expect(graph.cooperation(through: .projects).actors.ties == 1)
        #expect(graph.cooperation(through: .both).actors.ties == 5)
        #expect(graph.cooperation().items == [1, 2, 4])
    }

    @Test func `items excluded by a filter make no ties`() {
        let cooperation = graph.cooperation { $0 != 1 }
        #expect(cooperation.items == [2, 4])
        #expect(cooperation.actors.takingPart == [0, 4])
        #expect(cooperation.crossingTies == 0)
    }

    @Test func `ties between sides are counted by their two sides`() {
        typealias Crossing = Cooperation.Crossing
        #expect(graph.cooperation().crossings == [Crossing(first: 0, second: 2, ties: 1)])
        #expect(graph.cooperation(through: .both).crossingShare == 2.0 / 5)
        #expect(graph.cooperation { _ in false }.crossingShare == nil)
        var made = graph.case
        made.items[1].actors = ["e1", "w1", "n", "w2"]
        #expect(
            CaseGraph(made).cooperation(through: .both).crossings == [
                Crossing(first: 0, second: 2, ties: 3), Crossing(first: 1, second: 2, ties: 2),
                Crossing(first: 0, second: 1, ties: 1),
            ])
    }

    @Test func `a bridge has itself and its partners on more than one side`() {
        let cooperation = graph.cooperation(through: .both)
        // The one of the north has no partners; the one above works with one of each side.
        #expect(graph.case.actors.indices.filter { cooperation.bridges(.actor($0)) } == [0, 2, 3, 4, 5])
        #expect(!graph.cooperation().bridges(.actor(4)))
        #expect(cooperation.items.filter { cooperation.bridges(.item($0)) } == [1, 3])
    }

    @Test func `an item is on the common side of its actors that have one`() {
        let cooperation = graph.cooperation(through: .both)
        #expect([1, 2, 3, 4].map { cooperation.side(of: .item($0)) } == [nil, 0, nil, nil])
        #expect(cooperation.side(of: .actor(2)) == 2)
    }

    @Test func `an item that is not counted is not in the network`() {
        let cooperation = graph.cooperation()
        #expect(!cooperation.includes(.item(0)))
        #expect(!cooperation.includes(.item(3)))
        #expect(cooperation.includes(.item(4)))
        #expect(cooperation.degree(of: .item(3)) == 0)
        #expect(cooperation.ties(of: .item(0)).isEmpty)
    }

    @Test func `arrangements are tied by shared actors`() {
        let cooperation = graph.cooperation(through: .both)
        #expect(
            cooperation.ties(of: .item(2)) == [
                Cooperation.Tie(partner: .item(1), shared: [.actor(0)]),
                Cooperation.Tie(partner: .item(3), shared: [.actor(4)]),
            ])
        #expect(cooperation.arrangements.components == [[0, 1, 2]])
        #expect(cooperation.component(of: .item(4)) == nil)
    }
}
