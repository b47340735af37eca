import BundledCase
import CaseModel
import GoldenSupport
import Screen
import Testing

@testable import Explorer

/// The evidence gap map as a picture, and its numbers compared with the model's.
@Suite struct MatrixPictureTests {
    private func opened(
        _ graph: CaseGraph = MatrixCase.graph, at id: ID<Item>? = nil, columns: Int = 80, rows: Int = 24,
        language: LanguageChoice = .chinese
    ) -> Rehearsal {
        .matrix(of: graph, at: id, columns: columns, rows: rows, language: language)
    }

    @Test(arguments: [(80, 24), (200, 60), (40, 10)], LanguageChoice.allCases)
    func picture(size: (Int, Int), language: LanguageChoice) throws {
        let graph = CaseGraph(try BundledCase.open())
        var rehearsal = opened(
            graph, at: "prj-zaodu-reservoir", columns: size.0, rows: size.1, language: language)
        let suffix = "\(size.0)x\(size.1)-\(language)"
        try expect(rehearsal.picture, matchesFile: "matrix-" + suffix, in: "Pictures")
        rehearsal.choose("x", language == .english ? "place" : "地点")
        rehearsal.choose("X", language == .english ? "level" : "层级")
        try expect(rehearsal.picture, matchesFile: "matrix-place-" + suffix, in: "Pictures")
    }

    @Test func `shades, gaps and the selection differ without colour, and in ASCII`() throws {
        let graph = CaseGraph(try BundledCase.open())
        let rehearsal = opened(graph, at: "prj-chongqing-guiyang-railway")
        try expect(rehearsal.grid.picture(marking: true), matchesFile: "matrix-styles-zh", in: "Pictures")
        try expect(
            opened(graph, language: .english).grid.drawn(in: .ascii).description,
            matchesFile: "matrix-ascii-en",
            in: "Pictures")
        try expect(
            opened(rows: 34, language: .both).picture, matchesFile: "matrix-small-both", in: "Pictures")
    }

    /// The numbers in a picture, line by line: `(items, evidence)`, nil for a gap.
    private func numbers(in picture: String, titles: [String]) throws -> [[String]] {
        var lines = picture.split(separator: "\n").map(String.init)[...]
        var found: [[String]] = []
        for title in titles {
            // A long title is wrapped, and the numbers are beside its first line.
            let beginning = title.split(separator: " ").first.map(String.init) ?? title
            lines = lines.drop { !$0.dropFirst().hasPrefix(beginning) }
            let next = lines.popFirst()
            let line = try #require(next, "\(title)")
            let numbers = line.dropFirst(1 + beginning.count).split(separator: " ")
                .filter { $0.contains("·") || $0.contains("┄") }.map(String.init)
            found.append(numbers)
        }
        return found
    }

    @Test(arguments: [(80, 24), (200, 60)])
    func `the numbers in the picture equal the model's`(size: (Int, Int)) throws {
        let graph = CaseGraph(try BundledCase.open())
        let crossTab = graph.crossTab(rows: .kind("field"), columns: .kind("mode"), cells: "project")
        let rehearsal = opened(graph, columns: size.0, rows: size.1, language: .english)
        let titles = crossTab.rows.map { $0.title.english ?? "" } + ["total"]
        let numbers = try numbers(in: rehearsal.picture, titles: titles)
        let rows = crossTab.rowLines + [.all]
        let columns = crossTab.columnLines + [.all]
        #expect(rows.count == titles.count)
        for (row, shown) in zip(rows, numbers) {
            let expected = columns.map { column in
                let cell = crossTab[row, column]
                return cell.isGap ? "┄" : "\(cell.items.count)·\(cell.evidence)"
            }
            #expect(shown.map { $0.hasPrefix("┄") ? "┄" : $0 } == expected)
        }
        #expect(rehearsal.picture.contains("Projects \(crossTab[.all, .all].items.count) · evidence"))
    }

    @Test func `each shade stands for the range in the legend`() {
        for most in [0, 1, 2, 3, 4, 10, 79] {
            let shade = MatrixShade(most: most)
            var ranges: [Int: ClosedRange<Int>] = [:]
            for evidence in 0...most {
                guard let level = shade.level(of: evidence) else {
                    #expect(evidence == 0)
                    continue
                }
                ranges[level] = (ranges[level]?.lowerBound ?? evidence)...evidence
            }
            let expected = ranges.sorted { $0.key < $1.key }.map { $0.value }.map {
                $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
            }
            #expect(shade.legend.map(\.range) == expected)
        }
    }

    @Test func `along strengths only the claims of a strength count`() throws {
        var rehearsal = opened(at: "prj-rail")
        rehearsal.choose("X", "证据强度")
        let numbers = try numbers(in: rehearsal.picture, titles: ["基础设施"])
        #expect(numbers == [["┄┄┄", "2·2", "1·1", "┄┄┄", "2·3"]])
    }
}
