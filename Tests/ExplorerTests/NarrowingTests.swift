import BundledCase
import CaseModel
import Screen
import Testing

@testable import Explorer

/// What pins let through: connections with everything pinned, by a grade.
@Suite struct NarrowingTests {
    private let graph: CaseGraph

    init() throws { graph = CaseGraph(try BundledCase.open()) }

    /// The items of a pane that are shown, without context.
    private func shown(_ rehearsal: Rehearsal, in pane: Int) -> Set<Int> {
        let outline = rehearsal.state.browse.columns[pane].outline
        return Set(graph.case.items.indices.filter { graph.panes[$0] == pane && outline.includes($0) })
    }

    /// The items of a pane that are connected with all of some items by a grade or a better one.
    private func connected(with pins: [Int], in pane: Int, by worst: Grade) -> Set<Int> {
        let all = pins.map { graph.connections(of: $0) }
        return Set(
            graph.case.items.indices.filter { position in
                graph.panes[position] == pane
                    && all.allSatisfy { $0.grade(of: position).map { $0 <= worst } ?? false }
            })
    }

    @Test func `v turns from well founded to all to direct, for every driver of the case`() throws {
        for driver in graph.case.items.indices where graph.kind(of: driver)?.role == .driver {
            var rehearsal = Rehearsal(graph)
            rehearsal.show(driver)
            rehearsal.press("P")
            for (grade, badge) in [
                (Grade.wellFounded, "●◐ 有据 v"), (.farFetched, "●◐○ 全部 v"), (.direct, "● 直接 v"),
                (.wellFounded, "●◐ 有据 v"),
            ] {
                #expect(rehearsal.picture.contains(badge))
                for pane in 1...2 {
                    #expect(shown(rehearsal, in: pane) == connected(with: [driver], in: pane, by: grade))
                }
                rehearsal.press("v")
            }
        }
    }

    @Test func `two pins let through what is connected with both`() throws {
        let driver = try #require(graph.position(of: "drv-chengdu-chongqing"))
        var rehearsal = Rehearsal(graph)
        rehearsal.show(driver)
        rehearsal.press("P", "2", "P")
        let second = try #require(rehearsal.state.browse.pins.last?.origin)
        #expect(graph.panes[second] == 1)
        #expect(shown(rehearsal, in: 2) == connected(with: [driver, second], in: 2, by: .wellFounded))
    }

    @Test func `the choice is an entry of the history, and part of a viewpoint`() throws {
        var rehearsal = Rehearsal(graph)
        rehearsal.press(.enter, "v")
        let words = rehearsal.state.viewpoint.encoded(in: graph)
        #expect(words.contains("grade=all"))
        let decoded = try #require(Viewpoint(encoded: words, in: rehearsal.state))
        #expect(decoded == rehearsal.state.viewpoint)
        rehearsal.press("[")
        #expect(rehearsal.picture.contains("●◐ 有据 v"))
        rehearsal.press("]")
        #expect(rehearsal.picture.contains("●◐○ 全部 v"))
    }

    @Test func `going to a far-fetched item keeps the pins and lets all grades through`() throws {
        let driver = try #require(graph.position(of: "drv-guizhou-new-path"))
        let connections = graph.connections(of: driver)
        let far = try #require(
            graph.case.items.indices.first {
                graph.panes[$0] == 2 && connections.grade(of: $0) == .farFetched
            })
        var rehearsal = Rehearsal(graph)
        rehearsal.show(driver)
        rehearsal.press("P")
        rehearsal.show(far)
        #expect(rehearsal.state.browse.selected == far)
        #expect(rehearsal.state.browse.pins.map(\.origin) == [driver])
        #expect(rehearsal.picture.contains("●◐○ 全部 v"))
    }

    @Test func `the first pin says what has happened, at 80 columns in full`() {
        for language in [LanguageChoice.chinese, .english] {
            var rehearsal = Rehearsal(graph, language: language)
            rehearsal.press(.enter)
            #expect(rehearsal.lastLine.contains(language.localized(Strings.firstPin(isPlain: false))))
        }
    }

    @Test func `what is farther is counted where a pane is empty`() {
        var rehearsal = Rehearsal()
        rehearsal.press(.enter)
        #expect(rehearsal.picture.contains("有 1 项与所固定"))
    }

    @Test func `a filter without results keeps the selection for when it is removed`() throws {
        var rehearsal = Rehearsal(graph)
        rehearsal.show(try #require(graph.position(of: "prj-baima-navigation-hub")))
        rehearsal.press("f")
        rehearsal.type("xyzzy")
        rehearsal.press(.enter)
        #expect(rehearsal.selected == nil)
        rehearsal.press("F")
        #expect(rehearsal.selected == "prj-baima-navigation-hub")
    }

    @Test(arguments: ["fld-ecology", "mode-network", "drv-guizhou-new-path"])
    func `charts have what is pinned and what is connected with it, while its pane shows all`(id: String)
        throws
    {
        let pin = try #require(graph.position(of: ID(id)))
        var rehearsal = Rehearsal(graph)
        rehearsal.show(pin)
        rehearsal.press("P")
        let wanted = graph.case.panes.indices.reduce(into: [pin] as Set) {
            $0.formUnion(connected(with: [pin], in: $1, by: .wellFounded))
        }
        let pane = graph.panes[pin]
        #expect(
            shown(rehearsal, in: pane) == Set(graph.case.items.indices.filter { graph.panes[$0] == pane }))
        let context = rehearsal.state.chartContext
        #expect(Set(graph.case.items.indices.filter(context.isShown)) == wanted)
        let claims = context.claimRows(order: .item, isDescending: false).claims
        #expect(claims.count == wanted.map { graph.item($0).evidence.count }.reduce(0, +))
        let sources = context.sourceRows(order: .cited, form: nil).numbers
        #expect(
            Set(sources.map { graph.case.sources[$0].id })
                == Set(wanted.flatMap { graph.item($0).citedSources }))
        let items = context.mapRanking(by: .items).items
        #expect(items.joined().allSatisfy(wanted.contains))
        rehearsal.press(.escape)
        #expect(rehearsal.state.chartContext.isLetThrough.allSatisfy { $0 })
    }
}
