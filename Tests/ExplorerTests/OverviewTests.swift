import CaseModel
import Screen
import Testing

@testable import Explorer

/// The counts of the small case, checked by hand.
@Suite struct OverviewTests {
    private let graph = SmallCase.graph

    @Test func `items are counted by kind, in the case's order`() {
        let overview = graph.overview
        let counts = overview.kinds.map { (graph.case.kinds[$0.kind].id.text, $0.items) }
        #expect(counts.map(\.0) == ["driver", "need", "element", "arrangement", "mode", "field", "project"])
        #expect(counts.map(\.1) == [2, 1, 1, 2, 1, 2, 3])
    }

    @Test func `evidence is counted by strength, links by standing`() {
        let overview = graph.overview
        #expect(overview.evidence == [.primary: 0, .reported: 1, .analytic: 1])
        #expect(overview.evidenceTotal == 2)
        #expect(overview.sources == 2)
        #expect(overview.links == [.sourced: 2, .classified: 0, .interpretation: 5])
        #expect(overview.linkTotal == graph.case.items.map(\.links.count).reduce(0, +))
    }

    @Test func `of a part the links within it, its claims and its sources are counted`() throws {
        let rail = try #require(graph.position(of: "prj-rail"))
        let claims = graph.claims.filter { $0.entity == .item(rail) }
        let part = CaseSelection([rail], Array(claims.prefix(1)), in: graph)
        let overview = graph.overview(of: part)
        #expect(overview.kinds.map(\.items).reduce(0, +) == 1)
        #expect(overview.evidenceTotal == 1 && overview.sources == 1)
        #expect(overview.linkTotal == 0 && overview.unevidenced.isEmpty)
        let text = aboutText(graph, language: .english, columns: 80, only: NarrowedCase(part, by: "rail"))
        #expect(text.contains("“rail”") && text.contains("\n1  Items"))
    }

    @Test func `items without evidence are listed`() throws {
        let rail = try #require(graph.position(of: "prj-rail"))
        #expect(graph.overview.unevidenced == graph.case.items.indices.filter { $0 != rail })
    }

    @Test func `claims on places and actors support no item, but cite their source`() throws {
        var made = SmallCase.make()
        let claim = Evidence(claim: Text("it lies here"), source: "src-news", strength: .primary)
        made.places[0].evidence = [claim, claim]
        made.actors[0].evidence = [claim]
        let graph = CaseGraph(made)
        #expect(graph.overview == self.graph.overview)
        // What the number counts is told where there is more, in the page's language.
        let english = aboutText(graph, language: .english, columns: 80)
        #expect(english.contains("2  Evidence  claims on items; 5 with those on places and actors\n"))
        #expect(aboutText(graph, language: .chinese, columns: 80).contains("2  证据  条目的论断；连同地点和参与者的共 5 条\n"))
        #expect(aboutText(self.graph, language: .english, columns: 80).contains("2  Evidence\n"))
        let rail = try #require(graph.position(of: "prj-rail"))
        #expect(graph.citers[1] == [.item(rail), .place(0), .actor(0)])
    }

    @Test func `a border counts for both places, whichever states it`() {
        var made = SmallCase.make()
        made.places = Records(["plc-a", "plc-b", "plc-c"].map { Place(id: ID($0), title: Text($0)) })
        made.places[0].borders = [Border(place: "plc-b")]
        made.places[1].borders = [Border(place: "plc-a"), Border(place: "plc-c")]
        #expect(CaseGraph(made).neighboursOfPlaces == [[1], [0, 2], [1]])
    }

    @Test func `an empty case has only zeros`() {
        let graph = CaseGraph(Case(manifest: Manifest(id: "none", title: Text("none"))))
        #expect(graph.overview.evidenceTotal == 0)
        #expect(graph.overview.unevidenced.isEmpty)
        #expect(TextReport(graph, language: .both).sources.isEmpty)
        #expect(aboutText(graph, language: .both, columns: 20).hasPrefix("none\n"))
    }
}
