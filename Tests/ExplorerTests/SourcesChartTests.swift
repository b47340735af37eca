import BundledCase
import CaseModel
import GoldenSupport
import Screen
import Testing

@testable import Explorer

@Suite struct SourcesChartTests {
    private static func bundled() throws -> CaseGraph { CaseGraph(try BundledCase.open()) }

    @Test(arguments: [(80, 24), (200, 60), (40, 10)], [LanguageChoice.chinese, .english])
    func picture(size: (Int, Int), language: LanguageChoice) throws {
        var rehearsal = Rehearsal(
            try Self.bundled(), columns: size.0, rows: size.1, language: language)
        rehearsal.press("8")
        let name = "sources-\(size.0)x\(size.1)-\(language == .chinese ? "zh" : "en")"
        try expect(rehearsal.picture, matchesFile: name, in: "Pictures")
    }

    @Test func `the most cited sources come first, as a count over the whole case confirms`() throws {
        let graph = try Self.bundled()
        var cited: [ID<Source>: Int] = [:]
        for item in graph.case.items { for source in item.citedSources { cited[source, default: 0] += 1 } }
        for place in graph.case.places { for source in place.citedSources { cited[source, default: 0] += 1 } }
        for actor in graph.case.actors { for source in actor.citedSources { cited[source, default: 0] += 1 } }
        var rehearsal = Rehearsal(graph)
        rehearsal.press("8", .home)
        let rows = try rows(of: rehearsal)
        let counts = rows.numbers.map { cited[graph.case.sources[$0].id] ?? 0 }
        #expect(counts == counts.sorted(by: >))
        #expect(Set(rows.numbers).count == graph.case.sources.count)
    }

    @Test func `every order contains every source, dates are descending`() throws {
        let graph = try Self.bundled()
        var rehearsal = Rehearsal(graph)
        rehearsal.press("8", "o")
        let dates = try rows(of: rehearsal).numbers
            .compactMap { graph.case.sources[$0].date?.description }
        for (later, earlier) in zip(dates, dates.dropFirst()) {
            #expect(later.prefix(4) >= earlier.prefix(4))
        }
        for _ in SourcesChart.Order.allCases {
            rehearsal.press("o")
            let numbers = try rows(of: rehearsal).numbers
            #expect(numbers.sorted() == Array(graph.case.sources.indices))
        }
    }

    @Test func `a type shows its sources alone, and all come back after the last type`() throws {
        let graph = try Self.bundled()
        var rehearsal = Rehearsal(graph)
        rehearsal.press("8")
        var seen = 0
        for form in SourceRows.forms(of: graph) {
            rehearsal.press("x")
            let numbers = try rows(of: rehearsal).numbers
            #expect(numbers.allSatisfy { graph.case.sources[$0].form == form })
            seen += numbers.count
        }
        #expect(seen == graph.case.sources.count)
        rehearsal.press("x")
        #expect(try chart(of: rehearsal).form == nil)
    }

    @Test func `pins and filter leave the sources cited by included items`() {
        var rehearsal = Rehearsal()
        rehearsal.press("f")
        rehearsal.type("prj-rail")
        rehearsal.press(.enter, "8")
        #expect(rehearsal.picture.contains("来源 2 · "))
        rehearsal.press(.escape, "F", "f")
        rehearsal.type("kind:driver")
        rehearsal.press(.enter, "8")
        #expect(rehearsal.picture.contains("来源 "))
    }

    @Test func `Enter opens the source, and back returns to the same table`() throws {
        var rehearsal = Rehearsal(try Self.bundled())
        rehearsal.press("8", "o", .down, .down)
        let left = rehearsal.picture
        rehearsal.press(.enter)
        #expect(rehearsal.picture.contains("如何引用"))
        rehearsal.press(.escape)
        #expect(rehearsal.picture == left)
    }

    private func chart(of rehearsal: Rehearsal) throws -> SourcesChart {
        try rehearsal.chart(SourcesChart.self)
    }

    /// The sources in the open table.
    private func rows(of rehearsal: Rehearsal) throws -> SourceRows {
        let chart = try chart(of: rehearsal)
        return rehearsal.state.chartContext.sourceRows(order: chart.order, form: chart.form)
    }
}
