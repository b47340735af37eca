import CaseModel
import Screen

/// The map of a case.
public struct MapChart: ChartDrawing {
    static let title = Text(chinese: "地图", english: "map")
    static let hints: [[Command]] = [[.move(.up), .move(.down)]]
    private var selected = 0

    init(opening context: ChartContext) {}

    var chart: Chart { .map(self) }

    mutating func move(_ movement: Movement, in context: ChartContext) {}

    mutating func perform(_ command: ChartCommand, in context: ChartContext) -> Text? { nil }

    func item(in context: ChartContext) -> Int? { nil }

    func choice(in context: ChartContext) -> ChartChoice { .nothing(Phrases.nothingFound) }

    func draw(in area: Rect, on grid: inout Grid, context: ChartContext) {
        grid.write(context.language.interface(Self.title), in: area.line(0), style: Look.title)
    }
}
