import CaseModel
import Screen
import Synchronization
import Testing

@testable import Explorer

/// The text of a chart for readers who do not see the picture.
@Suite struct ChartTextTests {
    /// A chart of three rows that counts how often it is laid out.
    private struct CountingChart: ChartDrawing {
        static let layouts = Mutex(0)

        static let name = ChartName.claims
        static let title = Text("counting")
        static let keys: [KeyRow] = []
        static var properties: [ChartProperty<CountingChart>] { [] }

        enum Action: CaseIterable, Hashable, Sendable { case none }

        var row = 0

        init(in graph: CaseGraph) {}
        init(opening context: ChartContext) {}

        static func needsScreen(_ action: Action) -> Bool { false }
        static func properties(inVersion1 text: String) -> [String: String] { [:] }
        mutating func move(_ movement: Movement, in context: ChartContext) {}
        mutating func perform(_ action: Action, in context: ChartContext) -> Text? { nil }
        func item(in context: ChartContext) -> Int? { nil }
        func subject(in context: ChartContext) -> Subject? { nil }
        func choice(in context: ChartContext) -> ChartChoice { .nothing(Strings.nothingFound) }
        func draw(in area: Rect, on grid: inout Grid, context: ChartContext) {}
        func selecting(part number: Int, in context: ChartContext) -> Self? { nil }

        func text(in context: ChartContext) -> ChartText {
            Self.layouts.withLock { $0 += 1 }
            var text = ChartText(["three rows, \(context.language)"])
            for number in 0..<3 {
                var chosen = self
                chosen.row = number
                text.add("row \(number)", isSelected: number == row, choosing: chosen)
            }
            return text
        }
    }

    @Test func `a chart is laid out once for each line that changes it, and not at all for others`() {
        var state = State(SmallCase.graph, language: .english, size: Size(columns: 80, rows: 24))
        state.open(.claims)
        let chart = CountingChart(in: SmallCase.graph)
        state.reader?.subject = .chart(Chart(chart))
        CountingChart.layouts.withLock { $0 = 0 }
        var session = PlainSession(state, columns: 80, lines: 0)
        #expect(session.begin().contains("row 2"))
        #expect(CountingChart.layouts.withLock(\.self) == 1)
        for (line, said, layouts) in [
            ("next", "2. row 1", 2), ("3", "row 2", 3), ("", "", 3), ("list", "row 0", 3), ("1", "row 0", 3),
            ("language", "row 2", 4),
        ] {
            _ = session.take(line)
            let announced = session.announcement()
            #expect(announced.contains(said) || said.isEmpty, "\(line): \(announced)")
            #expect(CountingChart.layouts.withLock(\.self) <= layouts, "\(line)")
        }
    }
}
