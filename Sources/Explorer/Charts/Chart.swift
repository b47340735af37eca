import CaseModel
import Screen

/// A picture of the whole case, with its own state: how far it is zoomed, what is selected in it. So a chart as it
/// was left is a place in the history.
package enum Chart: Hashable, Sendable {
    case matrix(MatrixChart)
    case timeline(TimelineChart)
    case map(MapChart)
    case network(NetworkChart)
    case sources(SourcesChart)

    /// The chart as what every chart is.
    var drawing: any ChartDrawing {
        get {
            switch self {
            case .matrix(let chart): chart
            case .timeline(let chart): chart
            case .map(let chart): chart
            case .network(let chart): chart
            case .sources(let chart): chart
            }
        }
        set { self = newValue.chart }
    }

    /// What the chart is called.
    var title: Text { type(of: drawing).title }

    /// The view that the chart is.
    var name: ViewName {
        switch self {
        case .matrix: .matrix
        case .timeline: .timeline
        case .map: .map
        case .network: .network
        case .sources: .sources
        }
    }
}

/// What every chart is made of.
///
/// Language, size, pins and filter may have changed since the chart was last asked: what is kept of the selection
/// is fitted to the context whenever it is used.
protocol ChartDrawing: Hashable, Sendable {
    /// What the chart is called.
    static var title: Text { get }
    /// What its keys do, in the order in which the hints give way on a narrow screen.
    static var hints: [[Command]] { get }
    /// What a command does here, in the one or two words of a hint, where that is more particular than elsewhere.
    static func words(for command: ChartCommand) -> Text?
    /// The chart as it opens: at the item selected in the panes, if that is in it.
    init(opening context: ChartContext)
    /// The chart as one of all charts.
    var chart: Chart { get }
    /// Moves the selection.
    mutating func move(_ movement: Movement, in context: ChartContext)
    /// Carries out a command; returns something to say on the last line, if anything.
    mutating func perform(_ command: ChartCommand, in context: ChartContext) -> Text?
    /// The item that the chart stands at, which the panes then select too; nil where it stands at no one item.
    func item(in context: ChartContext) -> Int?
    /// The place, actor or source that the chart stands at, which has a page of its own; nil where there is none.
    func subject(in context: ChartContext) -> Subject?
    /// What the chart stands at, in words of the case that mean the same at every size and in every language; nil
    /// where there is nothing to stand at.
    func landmark(in graph: CaseGraph) -> String?
    /// Stands at what such words name; words that mean nothing here change nothing.
    mutating func stand(at landmark: String, in context: ChartContext)
    /// What Enter leads to.
    func choice(in context: ChartContext) -> ChartChoice
    /// Draws into an area of any size, even an empty one, and puts the cursor on what is selected.
    func draw(in area: Rect, on grid: inout Grid, context: ChartContext)
}

extension ChartDrawing {
    static func words(for command: ChartCommand) -> Text? { nil }
    func subject(in context: ChartContext) -> Subject? { nil }
    func landmark(in graph: CaseGraph) -> String? { nil }
    mutating func stand(at landmark: String, in context: ChartContext) {}
}

/// What a chart is drawn from.
struct ChartContext {
    /// The case.
    let graph: CaseGraph
    /// The language of data and interface.
    let language: LanguageChoice
    /// The item selected in the panes.
    let selected: Int?
    /// What is open in the reader.
    let subject: Subject?
    /// The room that the chart is drawn in.
    let area: Size
    /// Today's date where it is known.
    let today: PartialDate?
    /// Whether pins or a filter hold anything back.
    let isNarrowed: Bool
    /// What the panes show.
    let outlines: [Outline]

    /// Whether pins and filter let an item through: whether the panes show it, and not for context only.
    func isShown(_ position: Int) -> Bool {
        let outline = outlines[graph.panes[position]]
        return outline.row(of: position).map { !outline.rows[$0].isContext } ?? false
    }
}

/// What Enter leads to from a chart.
enum ChartChoice {
    /// To an item, to read it.
    case item(Int)
    /// To a list of items to choose from.
    case items([Int], title: String)
    /// To a place, an actor or a source.
    case subject(Subject)
    /// Nowhere, and why.
    case nothing(Text)
}

extension State {
    /// What a chart is drawn from just now.
    var chartContext: ChartContext { chartContext(size: layout.room) }

    /// What a chart is drawn from on a screen of some size.
    func chartContext(size: Size) -> ChartContext {
        let area = ChartLayout(size: size).area
        return ChartContext(
            graph: graph, language: language, selected: browse.selected, subject: reader?.subject,
            area: Size(columns: area.columns, rows: area.rows), today: today,
            isNarrowed: !browse.pins.isEmpty || browse.narrowing != nil,
            outlines: browse.columns.map(\.outline))
    }

    /// Carries out a command in a chart.
    mutating func chart(_ command: Command) -> [Effect] {
        guard case .chart(var chart)? = reader?.subject else { return [] }
        let context = chartContext
        switch command {
        case .move(let movement): chart.drawing.move(movement, in: context)
        case .chart(let command): notice = chart.drawing.perform(command, in: context)
        case .enter:
            choose(chart.drawing.choice(in: context))
            return []
        case .back:
            travel(.back)
            return []
        case .close:
            open(.browse)
            return []
        case .pane(let command):
            leave(for: command)
            return []
        case .reading, .view, .travel, .find, .own, .talk, .program: return []
        }
        reader?.subject = .chart(chart)
        if let position = chart.drawing.item(in: context) { select(position) }
        return []
    }

    private mutating func choose(_ choice: ChartChoice) {
        switch choice {
        case .item(let position): read(.item(position))
        case .items(let positions, let title): open(.choice(positions, title: title))
        case .subject(let subject): read(subject)
        case .nothing(let reason): notice = reason
        }
    }

    /// Selects an item in the panes that show it, so that every view stands at the same one.
    private mutating func select(_ position: Int) {
        let pane = graph.panes[position]
        guard browse.columns[pane].outline.row(of: position) != nil else { return }
        browse.focus = pane
        browse.columns[pane].selected = position
        refresh()
    }
}
