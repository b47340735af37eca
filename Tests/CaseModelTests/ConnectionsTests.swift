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
            item.links = links.map { Link(to: $0.0, relation: $0.1) }
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

    private func connected(to id: ID<Item>) throws -> [String: Nearness] {
        let position = try #require(graph.position(of: id))
        let found = graph.connections(of: position).nearness
        return Dictionary(uniqueKeysWithValues: found.map { (graph.item($0.key).id.text, $0.value) })
    }

    @Test func `downstream is near first and by way of the rest after`() throws {
        #expect(try connected(to: "a") == ["b": .near, "c": .indirect, "d": .indirect])
    }

    @Test func `upstream walks do not turn around`() throws {
        #expect(try connected(to: "c") == ["b": .near, "a": .indirect])
        #expect(try connected(to: "d") == ["b": .near, "a": .indirect])
    }

    @Test func `a link without flow connects its ends and leads no further`() throws {
        #expect(try connected(to: "b") == ["a": .near, "c": .near, "d": .near, "e": .near])
        #expect(try connected(to: "e") == ["b": .near, "f": .near])
    }

    @Test func `the items between are told in their order`() throws {
        let (a, b, c) = (0, 1, 2)
        #expect(graph.connections(of: a).between(c) == [b])
        #expect(graph.connections(of: a).between(b) == [])
        #expect(graph.connections(of: a).between(5) == nil)
    }

    @Test func `connection is mutual`() {
        for here in graph.case.items.indices {
            for there in graph.case.items.indices where there != here {
                let forth = graph.connections(of: here).nearness[there]
                #expect(forth == graph.connections(of: there).nearness[here], "\(here) and \(there)")
            }
        }
    }

    @Test func `a circle of links ends the walk`() {
        var made = graph.case
        made.items[2].links.append(Link(to: "a", relation: "leads-to"))
        let circle = CaseGraph(made)
        #expect(circle.connections(of: 0).nearness.keys.sorted() == [1, 2, 3])
        #expect(circle.connections(of: 0).between(3) == [1])
    }
}

@Suite struct PartialDateTests {
    @Test(arguments: ["2018", "2018-01", "2018-01-25", "2020-02-29", "2000-02-29"])
    func `dates of the calendar are read and written alike`(text: String) {
        #expect(PartialDate(text)?.description == text)
    }

    @Test(arguments: [
        "", "18", "2018-1", "2018-13", "2019-02-29", "1900-02-29", "2018-00", "2018-01-25-01", "２０１８",
        "2018-", "0000",
    ])
    func `anything else is refused`(text: String) {
        #expect(PartialDate(text) == nil)
    }
}
