import CaseModel
import Screen

/// A chart as lines of text, for readers who do not see the picture: what stands above its rows, and the rows, most of
/// which can be selected.
struct ChartText {
    /// A line of the text.
    struct Row {
        let text: String
        /// The depth below the rows above.
        var indent = 0
        /// The chart with this row selected; nil for a heading.
        let chosen: (any ChartDrawing)?
        /// True for what is selected now.
        var isSelected = false
    }

    /// What is counted, in what order; or the reason why there are no rows.
    let summary: [String]
    private(set) var rows: [Row] = []

    init(_ summary: [String]) { self.summary = summary }

    mutating func add(heading: String) { rows.append(Row(text: heading, chosen: nil)) }

    mutating func add(
        _ text: String, indent: Int = 0, isSelected: Bool, choosing chart: any ChartDrawing
    ) {
        rows.append(Row(text: text, indent: indent, chosen: chart, isSelected: isSelected))
    }

    /// The rows that can be selected.
    var choices: [Row] { rows.filter { $0.chosen != nil } }
}

extension State {
    /// What the open chart says, laid out once for all that ask for it between two changes; nil where none is open.
    var openChartText: ChartText? {
        guard let chart = openChart else { return nil }
        let context = chartContext
        let key = ChartTextKey(
            chart: chart, language: context.language, area: context.area, today: context.today,
            hasPins: context.hasPins, filter: context.filter, selected: context.selected,
            isLetThrough: context.isLetThrough)
        return chartCache.table(for: key) { chart.drawing.text(in: context) }
    }
}

/// What the text of a chart depends on.
private struct ChartTextKey: Equatable {
    let chart: Chart
    let language: LanguageChoice
    let area: Size
    let today: PartialDate?
    let hasPins: Bool
    let filter: String?
    let selected: Int?
    let isLetThrough: [Bool]
}
