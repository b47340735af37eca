import BundledCase
import CaseModel
import CaseSearch
import Screen
import Testing

@testable import Explorer

/// What views say under a filter and under pins is what the command line lists, and what is not connected says so.
@Suite struct NarrowedViewsTests {
    private static let bundled = Result { CaseGraph(try BundledCase.open()) }

    @Test(arguments: [
        "source:src-paper-2026", "strength:primary", "place:qijiang", "乌江", "乌江 year:2018..2022",
        "kind:project",
        "year:none",
    ])
    func `the sources under a filter are those of what it includes`(query: String) throws {
        let graph = try Self.bundled.get()
        var rehearsal = Rehearsal(graph)
        rehearsal.press("f")
        rehearsal.type(query)
        rehearsal.press(.enter, "8")
        guard case .chart(let chart)? = rehearsal.state.reader?.subject,
            let sources = chart.drawing as? SourcesChart
        else {
            Issue.record("no view of sources")
            return
        }
        let rows = rehearsal.state.chartContext.sourceRows(order: sources.order, form: nil)
        let selection = try Filter.parse(query, in: SearchIndex(graph)).selection(in: graph)
        #expect(Set(rows.numbers.map { graph.case.sources[$0].id }) == selection.sources)
    }

    @Test func `the overview under a filter counts the claims that the filter includes`() throws {
        let graph = try Self.bundled.get()
        let selection = try Filter.parse("place:qijiang", in: SearchIndex(graph)).selection(in: graph)
        let text = aboutText(
            graph, language: .english, columns: 80, only: NarrowedCase(selection, by: "place:qijiang"))
        let all = selection.claims.count
        #expect(all < graph.claims.count)
        #expect(text.contains("\(all) with those on places and actors"))
    }

    @Test(arguments: [LanguageChoice.chinese, .english])
    func `the strip says that a row is not connected with the pin`(language: LanguageChoice) throws {
        let graph = try Self.bundled.get()
        var rehearsal = Rehearsal(graph, columns: 120, language: language)
        rehearsal.press(":")
        rehearsal.type("drv-guizhou-new-path")
        rehearsal.press(.enter, "P", .home)
        let position = try #require(rehearsal.state.browse.selected)
        let pin = try #require(rehearsal.state.browse.pins.last)
        #expect(pin.chain(to: position) == nil)
        let title = language.localized(graph.item(pin.origin).short ?? graph.item(pin.origin).title)
        #expect(rehearsal.picture.contains(language == .chinese ? "不相连" : "not connected with"))
        #expect(rehearsal.picture.contains(title))
        // A trace to it has no grade.
        rehearsal.press("t")
        let words = language == .chinese ? "二者不相连" : "These are not connected"
        #expect(rehearsal.picture.contains(words))
        let rank = rehearsal.picture.split(separator: "\n").first {
            $0.contains(language == .chinese ? "第 1 条" : "1 of ")
        }
        #expect(rank.map { line in !"●◐○".contains { line.contains($0) } } == true)
    }

    @Test func `whoever goes to what pins hide is told that they are taken off`() throws {
        let graph = try Self.bundled.get()
        var rehearsal = Rehearsal(graph, language: .english)
        rehearsal.press(":")
        rehearsal.type("drv-guizhou-new-path")
        rehearsal.press(.enter, .enter, ":")
        rehearsal.type("mode-horizontal")
        rehearsal.press(.enter)
        #expect(rehearsal.state.browse.pins.isEmpty)
        #expect(rehearsal.picture.contains("the pins were taken off"))
    }

    @Test func `a cell that a filter empties is no gap`() throws {
        let graph = try Self.bundled.get()
        let axes = graph.standardAxes
        let whole = graph.crossTab(rows: axes.rows, columns: axes.columns, cells: axes.cells)
        let none = graph.crossTab(
            rows: axes.rows, columns: axes.columns, cells: axes.cells, isShown: { _ in false })
        let report = TextReport(graph, language: .english, columns: 120)
        let text = report.matrix(none, of: axes.cells, without: whole)
        #expect(text.contains("(n) held back"))
        let counts = whole.rowLines.flatMap { row in
            whole.columnLines.map { whole[row, $0].items.count }
        }
        for count in Set(counts) where count > 0 { #expect(text.contains("(\(count))")) }
        #expect(!report.matrix(whole, of: axes.cells, without: nil).contains("held back"))
    }

    @Test func `how often a source is cited is one number in its view and on its page`() throws {
        let graph = try Self.bundled.get()
        let query = "乌江 year:2018..2022"
        let number = try #require(graph.case.sources.firstIndex { $0.id == "src-framework-agreement-2018" })
        let selection = try Filter.parse(query, in: SearchIndex(graph)).selection(in: graph)
        let (part, all) = (graph.citers(in: selection)[number].count, graph.citers[number].count)
        #expect(part > 0 && part < all)
        var rehearsal = Rehearsal(graph)
        rehearsal.choose("f", query)
        let rows = rehearsal.state.chartContext.sourceRows(order: .cited, form: nil)
        #expect(rows.citers[number].count == part)
        func page(_ rehearsal: Rehearsal) -> String {
            rehearsal.state.document(of: .source(number)).text(columns: 80)
        }
        #expect(page(rehearsal).contains("引用它的 \(part)/\(all)"))
        #expect(page(rehearsal).contains("不在筛选和固定之内的 \(all - part)"))
        rehearsal.press("F")
        #expect(page(rehearsal).contains("引用它的 \(all)\n") && !page(rehearsal).contains("之内的"))
    }

    @Test(arguments: ["", "strength:primary year:2020", "乌江 year:2018..2022"])
    func `each count of a narrowed overview leads to what it counts`(query: String) throws {
        let graph = try Self.bundled.get()
        var rehearsal = Rehearsal(graph, language: .english)
        if query.isEmpty {
            rehearsal.show(try #require(graph.position(of: "drv-guizhou-new-path")))
            rehearsal.press("P")
        } else {
            rehearsal.choose("f", query)
        }
        var state = rehearsal.state
        let document = state.document(of: .about)
        #expect(
            document.text(columns: 80).contains(query.isEmpty ? "the pins let" : "the filter “\(query)” lets")
        )
        var counts = 0
        for paragraph in document.paragraphs {
            guard let number = paragraph.spans.first.flatMap({ Int($0.text.drop { $0 == " " }) }) else {
                continue
            }
            switch paragraph.target {
            case .counted(.tours)?, .subject?, nil: continue
            case .counted(let counted)?:
                var list = counted.list(in: graph, only: state.selection)
                list.refresh("", in: &state)
                #expect(list.entries("", in: state).count == number, "\(counted)")
            case .view(let view)?:
                #expect(view == .sources)
                #expect(state.chartContext.sourceRows(order: .cited, form: nil).numbers.count == number)
            }
            counts += 1
        }
        #expect(counts > 5)
        let items = try #require(state.selection).items.count
        #expect(items < graph.case.items.count)
    }

    @Test func `the strip counts the sources that the page lists`() throws {
        let graph = try Self.bundled.get()
        for id: ID<Item> in ["drv-guizhou-new-path", "mode-horizontal", "prj-chongqing-guiyang-railway"] {
            let position = try #require(graph.position(of: id))
            let count = graph.sourcesOfPage(at: position).count
            #expect(count > graph.item(position).citedSources.count)
            let page = readerText(graph, entity: .item(position), language: .chinese, columns: 80)
            #expect(page.contains("来源 \(count)\n"))
            var rehearsal = Rehearsal(graph, columns: 200, rows: 60)
            rehearsal.show(position)
            #expect(rehearsal.picture.contains("来源 \(count)，"))
        }
    }
}
