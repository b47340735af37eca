import CaseModel
import Screen
import Testing

@testable import Explorer

/// The pages on places and actors, and the links to and from them.
@Suite struct SurroundingsTests {
    /// The small case with a neighbouring place, and texts on place and actor.
    private let graph: CaseGraph = {
        var made = SmallCase.make()
        var claim = Evidence(
            claim: Text(chinese: "与桐梓接壤。", english: "It borders Tongzi."), source: "src-paper",
            strength: .analytic)
        claim.quote = "接壤"
        made.places[0].province = Text(chinese: "重庆", english: "Chongqing")
        made.places[0].latitude = 29
        made.places[0].longitude = 106.65
        made.places[0].coordinatesSource = CoordinatesSource(name: "GeoNames")
        made.places[0].summary = Text(chinese: "边界上的区。", english: "A district on the border.")
        made.places[0].evidence = [claim]
        made.places[0].note = Text(chinese: "界线未查。", english: "The line was not checked.")
        var tongzi = Place(id: "plc-tongzi", title: Text(chinese: "桐梓县", english: "Tongzi County"))
        tongzi.borders = [Border(place: "plc-qijiang", source: "src-news")]
        made.places.append(tongzi)
        made.actors[0].side = Text(chinese: "重庆", english: "Chongqing")
        made.actors[0].evidence = [claim]
        return CaseGraph(made)
    }()

    private func open(_ title: String, rows: Int = 60) -> Rehearsal {
        var rehearsal = Rehearsal(graph, rows: rows)
        rehearsal.press(":")
        rehearsal.type("prj-rail")
        rehearsal.press(.enter, "r")
        for _ in 0..<30 {
            rehearsal.press(.tab)
            let reader = rehearsal.state.reader
            let lines = rehearsal.state.document(of: reader?.subject ?? .about).lines(columns: 78)
            let aimed = lines.first { $0.target != nil && $0.target == reader?.target }
            if aimed?.spans.first?.text == "· " + title { break }
        }
        rehearsal.press(.enter)
        return rehearsal
    }

    @Test func `an item links to its place, and the place back`() throws {
        var rehearsal = open("綦江区")
        #expect(rehearsal.state.viewpoint.subject == .place(0))
        #expect(rehearsal.picture.contains("› 綦江区"))
        for part in [
            "Qijiang District", "地点 · plc-qijiang", "边界上的区。", "所属省份  重庆", "坐标  29, 106.65（GeoNames）", "相邻 1",
            "· 桐梓县 [2]", "1. 与桐梓接壤。", "[1] 学术 · “接壤”", "此地的条目 1", "· 渝贵铁路", "界线未查。", "[2] 一则报道. 2018-01-25",
        ] {
            #expect(rehearsal.picture.contains(part), "\(part) is missing")
        }
        rehearsal.press(.left)
        let rail = try #require(graph.position(of: "prj-rail"))
        #expect(rehearsal.state.viewpoint.subject == .item(rail))
        rehearsal.press("]")
        #expect(rehearsal.state.viewpoint.subject == .place(0))
    }

    @Test func `a neighbour is one key away, and lists the border too`() {
        var rehearsal = open("綦江区")
        rehearsal.press(.tab, .enter)
        #expect(rehearsal.state.viewpoint.subject == .place(1))
        #expect(rehearsal.picture.contains("· 綦江区 [1]"))
        #expect(rehearsal.picture.contains("尚无证据"))
        #expect(rehearsal.picture.contains("此地的条目 0"))
    }

    @Test func `an item links to its actor`() {
        let picture = open("发展改革委").picture
        for part in ["参与者 · act-drc", "层级  省级", "所属一方  重庆", "参与的条目 1", "· 渝贵铁路"] {
            #expect(picture.contains(part), "\(part) is missing")
        }
    }

    @Test func `a source lists the places and actors that cite it`() {
        let text = SourceDocument.make(graph, number: 0, language: .english).text(columns: 80)
        #expect(text.contains("Cited by 4"))
        #expect(text.contains("  · Qijiang District\n    It borders Tongzi.\n"))
        #expect(text.contains("  · DRC\n    It borders Tongzi."))
    }

    @Test func `properties of one entity agree with those of all`() {
        for (number, place) in graph.case.places.enumerated() {
            #expect(graph.items(at: place.id) == graph.itemsOfPlaces[number])
        }
        for (number, actor) in graph.case.actors.enumerated() {
            #expect(graph.items(of: actor.id) == graph.itemsOfActors[number])
        }
        for (number, source) in graph.case.sources.enumerated() {
            #expect(graph.citers(of: source.id) == graph.citers[number])
        }
    }
}
