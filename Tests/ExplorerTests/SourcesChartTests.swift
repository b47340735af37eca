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

    @Test func `an order by a column that has no room says so`() throws {
        let graph = try Self.bundled()
        for (columns, isShown) in [(80, false), (160, true)] {
            var rehearsal = Rehearsal(graph, columns: columns)
            rehearsal.press("8")
            while try chart(of: rehearsal).order != .publisher { rehearsal.press("o") }
            #expect(rehearsal.picture.contains("按发布者"))
            #expect(rehearsal.picture.contains("屏窄未列") != isShown)
        }
    }

    @Test func `where no source of the chosen type fits, the type is named`() throws {
        let graph = try Self.bundled()
        var rehearsal = Rehearsal(graph)
        rehearsal.press("8", "/")
        rehearsal.type("qqqq")
        #expect(rehearsal.picture.contains("没有相符的来源") && !rehearsal.picture.contains("没有相符的条目"))
        rehearsal.press(.escape, "x")
        let form = try #require(try chart(of: rehearsal).form)
        rehearsal.press("/")
        rehearsal.type("qqqq")
        #expect(rehearsal.picture.contains("“\(form.title.localized(in: .chinese))”中没有相符的来源；x 换类型"))
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

    @Test func `of equals the latest comes first, whatever the order`() throws {
        let graph = try Self.bundled()
        var rehearsal = Rehearsal(graph)
        rehearsal.press("8")
        for order in SourcesChart.Order.allCases where order != .listed && order != .title {
            while try chart(of: rehearsal).order != order { rehearsal.press("o") }
            let rows = try rows(of: rehearsal)
            func key(_ number: Int) -> String {
                let source = graph.case.sources[number]
                switch order {
                case .cited: return String(rows.citers[number].count)
                case .form: return source.form.rawValue
                case .strength: return rows.strengths[number]?.id.text ?? ""
                case .language: return source.language?.text ?? ""
                case .publisher: return source.whoPublished?.localized(in: .chinese) ?? ""
                case .date, .title, .listed: return ""
                }
            }
            var seen: Set<String> = []
            for (one, next) in zip(rows.numbers, rows.numbers.dropFirst()) {
                if key(one) == key(next) {
                    let (later, earlier) = (graph.case.sources[one].date, graph.case.sources[next].date)
                    #expect(earlier == nil || later.map { $0 >= earlier! } == true, "\(order)")
                } else {
                    #expect(seen.insert(key(one)).inserted, "\(order): those of a kind stand together")
                }
            }
        }
    }

    @Test func `a source is found by words of its title, and selected in the table`() throws {
        let graph = try Self.bundled()
        var rehearsal = Rehearsal(graph)
        rehearsal.press("8")
        let wanted = try #require(graph.case.sources.indices.last)
        let title = graph.case.sources[wanted].title.localized(in: .chinese)
        rehearsal.press("/")
        #expect(rehearsal.state.mode == .list(.choice))
        rehearsal.type(title)
        rehearsal.press(.enter)
        #expect(rehearsal.state.mode == .view(.sources), "in place")
        rehearsal.press(.enter)
        guard case .entity(.source(let number))? = rehearsal.state.reader?.subject else {
            Issue.record("a source")
            return
        }
        #expect(graph.case.sources[number].title.localized(in: .chinese).contains(title))
    }

    @Test func `o and O sort by the next and the previous column`() throws {
        var rehearsal = Rehearsal(try Self.bundled(), columns: 160, rows: 40)
        rehearsal.press("8")
        let left = rehearsal.picture
        #expect(left.contains("被引▾"))
        rehearsal.press("o")
        #expect(rehearsal.picture.contains("日期▾"))
        rehearsal.press("O")
        #expect(rehearsal.picture == left)
        for name in ["发布者", "强度", "↗语言", "题名"] { #expect(left.contains(name)) }
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
