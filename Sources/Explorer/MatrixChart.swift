import CaseModel
import Screen

/// The matrix of a case.
public struct MatrixChart: ChartDrawing {
    static let title = Text(chinese: "矩阵", english: "matrix")
    static let hints: [[Command]] = [[.move(.up), .move(.down)]]
    private var selected = 0

    init(opening context: ChartContext) {}

    var chart: Chart { .matrix(self) }

    mutating func move(_ movement: Movement, in context: ChartContext) {}

    mutating func perform(_ command: ChartCommand, in context: ChartContext) -> Text? { nil }

    func item(in context: ChartContext) -> Int? { nil }

    func choice(in context: ChartContext) -> ChartChoice { .nothing(Phrases.nothingFound) }

    func draw(in area: Rect, on grid: inout Grid, context: ChartContext) {
        grid.write(context.language.interface(Self.title), in: area.line(0), style: Look.title)
    }
}
