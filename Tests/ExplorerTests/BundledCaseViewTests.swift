import BundledCase
import CaseModel
import Screen
import Testing

@testable import Explorer

/// Every page and view of the real case at the usual sizes: nothing traps or overflows, and the contents are
/// complete.
@Suite struct BundledCaseViewTests {
    private let graph: CaseGraph

    init() throws {
        graph = CaseGraph(try BundledCase.open())
    }

    @Test(arguments: [(200, 60), (80, 24), (40, 10), (1, 1), (0, 0)], LanguageChoice.allCases)
    func `every item can be selected, pinned and read`(size: (Int, Int), language: LanguageChoice) {
        var rehearsal = Rehearsal(graph, columns: size.0, rows: size.1, language: language)
        for position in graph.case.items.indices {
            rehearsal.show(position)
            #expect(rehearsal.state.browse.selected == position)
            #expect(rehearsal.grid.size == rehearsal.state.size)
            rehearsal.press(.enter)
            _ = rehearsal.grid
            rehearsal.press(.escape, "r")
            #expect(rehearsal.grid.size == rehearsal.state.size)
            rehearsal.press("q")
        }
    }

    @Test func `every source can be read`() {
        var rehearsal = Rehearsal(graph)
        for number in graph.case.sources.indices {
            rehearsal.read(.source(number))
            #expect(rehearsal.picture.contains(graph.case.sources[number].id.text))
        }
    }

    @Test(arguments: [20, 40, 80])
    func `no line of an item's text is too wide, and no claim is missing`(columns: Int) {
        for (position, item) in graph.case.items.enumerated() {
            let text = readerText(graph, entity: .item(position), language: .both, columns: columns)
            for line in text.split(separator: "\n") {
                #expect(String(line).columns <= columns, "\(item.id): \(line)")
            }
            let glyphs = text.filter { !$0.isWhitespace }
            for evidence in item.evidence {
                for claim in [evidence.claim.chinese, evidence.claim.english].compactMap({ $0 }) {
                    #expect(glyphs.contains(claim.filter { !$0.isWhitespace }), "\(item.id): \(claim)")
                }
            }
        }
    }

    @Test func `the counts in the titles are those of the case`() {
        let rehearsal = Rehearsal(graph, columns: 120, rows: 30)
        let total = graph.panes.count { $0 == 0 }
        #expect(rehearsal.picture.contains(" ── \(total) 项 ─"))
        let connections = graph.connections(of: rehearsal.state.browse.selected ?? 0)
        for pane in 1...2 {
            let grades = connections.positions.filter { graph.panes[$0] == pane }
                .compactMap(connections.grade(of:))
            let counts = Grade.allCases.compactMap { grade in
                let count = grades.count { $0 == grade }
                return count > 0 ? "\(grade.sign)\(count)" : nil
            }
            #expect(!counts.isEmpty)
            #expect(rehearsal.picture.contains(" \(counts.joined(separator: " ")) "))
        }
    }
}
