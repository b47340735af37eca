import CaseModel
import Screen

/// The network of a case.
public struct NetworkChart: ChartDrawing {
    static let title = Text(chinese: "网络", english: "network")
    static let hints: [[Command]] = [[.move(.up), .move(.down)]]
    private var selected = 0

    init(opening context: ChartContext) {}

    var chart: Chart { .network(self) }

    mutating func move(_ movement: Movement, in context: ChartContext) {}

    mutating func perform(_ command: ChartCommand, in context: ChartContext) -> Text? { nil }

    func item(in context: ChartContext) -> Int? { nil }

    func choice(in context: ChartContext) -> ChartChoice { .nothing(Phrases.nothingFound) }

    func draw(in area: Rect, on grid: inout Grid, context: ChartContext) {
        grid.write(context.language.interface(Self.title), in: area.line(0), style: Look.title)
    }
}
