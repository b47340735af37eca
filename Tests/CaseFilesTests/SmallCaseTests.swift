import CaseFiles
import CaseModel
import Foundation
import Testing

/// The sound case of `Tests/Fixtures/cases/small`, which uses every key of the format.
@Suite struct SmallCaseTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/cases/small").path()

    private func small() throws -> Case {
        let outcome = try CaseReader.read(path: Self.folder)
        #expect(outcome.diagnostics == [])
        return try #require(outcome.caseFile)
    }

    @Test func manifest() throws {
        var manifest = Manifest(
            id: "two-valleys", title: Text(chinese: "双谷治水", english: "Two Valleys, One River"))
        manifest.subtitle = Text(chinese: "虚构的小案例", english: "a small invented case")
        manifest.authors = [Text("A. Example"), Text("例子")]
        manifest.licence = "CC0-1.0"
        manifest.about = [
            Text(chinese: "一切皆为虚构。", english: "Everything here is invented."),
            Text(chinese: "用来试验格式。", english: "It exercises the format."),
        ]
        manifest.cites = "src-paper"
        manifest.languages = [.chinese, .english]
        #expect(try small().manifest == manifest)
    }

    @Test func aboutMayBeOneText() throws {
        let base = Marked.base.replacing("{id: trial,", with: "{id: trial, about: {zh: 一段, en: one},")
        let about = try Marked(["base.yaml": base]).load().caseFile?.manifest.about
        #expect(about == [Text(chinese: "一段", english: "one")])
    }

    @Test func framework() throws {
        let small = try small()
        #expect(small.panes.map(\.id) == ["consensus", "organization", "action"])
        #expect(small.panes[1].question?.english == "Who works together?")
        #expect(small.panes[2].question == nil)
        #expect(small.kinds.map(\.role) == [.driver, .element, .arrangement, .mode, .field, .project])
        #expect(small.kinds[5].plural.english == "projects")
        #expect(small.relations.map(\.flow) == [.forward, .backward, .none])
        #expect(small.relations[0].inverse.chinese == "由其推动")
        #expect(small.statuses.map(\.stage) == [.planned, .agreed, .underWay, .inForce, .done, .stopped])
        #expect(small.matrix == Matrix(rows: "field", columns: "mode", cells: "project"))
    }

    @Test func item() throws {
        let item = try #require(try small().items.first { $0.id == "prj-water-works" })
        var expected = Item(
            id: "prj-water-works", kind: "project", title: Text(chinese: "净水厂", english: "Water works"))
        expected.parent = "fld-water"
        expected.summary = Text(chinese: "位于两谷之间。\n\n供两谷用水。", english: "Between the valleys.")
        expected.status = DatedStatus(value: "building", asOf: PartialDate(year: 2021))
        expected.places = ["plc-upper", "plc-lower"]
        expected.actors = ["act-works"]
        var capacity = Metric(
            name: Text(chinese: "日处理量", english: "daily capacity"), value: Text("12.50"),
            unit: Text(chinese: "万吨", english: "10⁴ t"))
        capacity.bound = .about
        capacity.source = "src-news"
        capacity.locator = Locator(Text(chinese: "第二段", english: "second paragraph"))
        var cost = Metric(
            name: Text(chinese: "投资", english: "investment"), value: Text("300"), unit: Text("km"))
        cost.display = Text(chinese: "三亿元", english: "300 million yuan")
        cost.bound = .upTo
        cost.source = "src-news"
        expected.metrics = [capacity, cost]
        var claim = Evidence(
            claim: Text(chinese: "2021年在建。", english: "It was being built in 2021."), source: "src-news",
            strength: .reported)
        claim.date = PartialDate(year: 2021)
        expected.evidence = [claim]
        var pact = Link(to: "arr-river-pact", relation: "implements")
        pact.because = Text(chinese: "协议附件列有此厂。", english: "The pact's annex lists the works.")
        pact.source = "src-pact"
        var mode = Link(to: "mod-split-costs", relation: "akin-to")
        mode.because = Text(chinese: "费用各半。", english: "Its cost is halved.")
        expected.links = [pact, mode]
        expected.note = Text(chinese: "造价说法不一。", english: "Sources differ on the cost.")
        #expect(item == expected)
    }

    @Test func itemWithNamesPeriodAndQuote() throws {
        let item = try #require(try small().items.first { $0.id == "arr-river-pact" })
        #expect(item.aka == ["两谷协议", "清水协议"])
        #expect(item.period == Period(start: PartialDate("2019-05-01"), end: PartialDate("2024-05")))
        #expect(
            item.status == DatedStatus(value: "valid", asOf: PartialDate("2019-05-01"), source: "src-pact"))
        #expect(item.evidence.first?.quote == "本协议有效期五年")
    }

    @Test func source() throws {
        let small = try small()
        var expected = Source(
            id: "src-paper", title: Text(chinese: "一江两谷", english: "One river and two valleys"), form: .paper)
        expected.authors = [
            Source.Author(family: "Li", given: "Ming", chinese: "李明"),
            Source.Author(family: "Example", given: "Ann"),
        ]
        expected.date = PartialDate("2020-02")
        expected.doi = "10.1000/182"
        var container = Source.Container(title: Text(chinese: "虚构学报", english: "Invented Journal"))
        container.volume = "32"
        container.issue = "2"
        container.pages = "27–41"
        expected.container = container
        expected.checked = .twice
        #expect(small.sources[0] == expected)
        #expect(small.sources[1].documentNumber == "虚发〔2018〕1号")
        #expect(small.sources[1].url == "https://example.org/order")
        #expect(small.sources[1].accessed == PartialDate("2026-11-23"))
        #expect(small.sources[2].note?.english == "Seen as a scan only.")
        #expect(small.sources[3].issuer == Text("双谷日报"))
        #expect(small.sources[3].url == nil)
    }

    @Test func placeActorAndTour() throws {
        let small = try small()
        let place = small.places[0]
        #expect(place.latitude == 29.03 && place.longitude == 106.65)
        #expect(place.coordinatesSource?.name == "geonames")
        #expect(place.borders == [Border(place: "plc-lower")])
        #expect(small.places[1].borders == [Border(place: "plc-upper", source: "src-paper")])
        #expect(place.evidence.count == 1 && place.summary != nil && place.note != nil)
        let actor = small.actors[0]
        #expect(actor.level == .county && actor.side?.english == "Upper Valley")
        #expect(actor.evidence.count == 1 && actor.summary != nil && actor.note != nil)
        #expect(small.actors[2].side == nil)
        let tour = small.tours[0]
        #expect(tour.minutes == 5)
        #expect(tour.steps.map(\.view) == [.title, .view(.browse), .view(.trace)])
        #expect(tour.steps.map(\.at) == [nil, "drv-clean-river", "prj-water-works"])
        #expect(
            tour.steps[1].points.map(\.text) == [Text(chinese: "同责", english: "shared duty"), Text("2018")])
        #expect(tour.steps[1].notes?.english == "pause here")
        #expect(tour.steps.map(\.minutes) == [0.5, 2, nil])
    }
}
