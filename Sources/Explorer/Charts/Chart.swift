import CaseModel
import Screen
import TextLayout

extension ChartName {
    /// The chart of this name: each registers here, in one line.
    var chart: any ChartDrawing.Type {
        switch self {
        case .matrix: MatrixChart.self
        case .timeline: TimelineChart.self
        case .map: MapChart.self
        case .network: NetworkChart.self
        case .sources: SourcesChart.self
        }
    }
}

/// A picture of the whole case and what is chosen in it, so that a chart as it was left is a place in the history.
package struct Chart: Hashable, Sendable {
    /// A value of any type, in the room of one reference: so the state stays a plain value to copy.
    private final class Box: Sendable {
        let drawing: any ChartDrawing

        init(_ drawing: any ChartDrawing) {
            self.drawing = drawing
        }
    }

    private var box: Box

    /// The chart as its own type.
    var drawing: any ChartDrawing {
        get { box.drawing }
        set { box = Box(newValue) }
    }

    init(_ drawing: any ChartDrawing) {
        box = Box(drawing)
    }

    /// Carries out a command of this chart; another chart's does nothing, and no key asks for it here.
    mutating func perform(_ command: ChartCommand, in context: ChartContext) -> Text? {
        func carryOut<Drawing: ChartDrawing>(in drawing: Drawing) -> (any ChartDrawing, Text?)? {
            guard let action = command.action as? Drawing.Action else { return nil }
            var drawing = drawing
            let notice = drawing.perform(action, in: context)
            return (drawing, notice)
        }
        guard let (changed, notice) = carryOut(in: drawing) else { return nil }
        drawing = changed
        return notice
    }

    /// What the chart is called.
    var title: Text { type(of: drawing).title }

    /// The name of the view that the chart is.
    var name: ChartName { type(of: drawing).name }

    package static func == (left: Chart, right: Chart) -> Bool { left.drawing.equals(right.drawing) }

    package func hash(into hasher: inout Hasher) {
        drawing.hash(into: &hasher)
    }
}

/// What a chart declares and does. Its value holds only what is chosen; what follows from that and from the case is
/// kept in the state's `ChartCache`.
///
/// Language, size, pins and filter may have changed since the chart was last asked: what is chosen is fitted to the
/// context whenever it is used.
protocol ChartDrawing: Hashable, Sendable {
    /// The name of the view that the chart is.
    static var name: ChartName { get }
    /// What the chart is called.
    static var title: Text { get }
    /// What only this chart's keys ask for.
    associatedtype Action: CaseIterable, Hashable, Sendable
    /// The rows of the key table that only this chart has: its actions, and what Enter does in it.
    static var keys: [KeyRow] { get }
    /// All that decides what is drawn, each part with its name: see `ChartProperty`.
    static var properties: [ChartProperty<Self>] { get }
    /// The properties that a place's words of version 1 meant; empty for words that mean nothing.
    static func properties(inVersion1 landmark: String) -> [String: String]
    /// The chart of a case with nothing chosen.
    init(in graph: CaseGraph)
    /// The chart as it opens: at the item selected in the panes, if that is in it.
    init(opening context: ChartContext)
    /// Moves the selection.
    mutating func move(_ movement: Movement, in context: ChartContext)
    /// Carries out an action; returns something to say on the last line, if anything.
    mutating func perform(_ action: Action, in context: ChartContext) -> Text?
    /// The item that the chart stands at, which the panes then select too; nil where it stands at no one item.
    func item(in context: ChartContext) -> Int?
    /// The place, actor or source that the chart stands at, which has a page of its own; nil where there is none.
    func subject(in context: ChartContext) -> Subject?
    /// What Enter leads to.
    func choice(in context: ChartContext) -> ChartChoice
    /// Draws into an area of any size, even an empty one, and puts the cursor on what is selected.
    func draw(in area: Rect, on grid: inout Grid, context: ChartContext)
}

extension ChartDrawing {
    fileprivate func equals(_ other: any ChartDrawing) -> Bool { other as? Self == self }
}

/// What a chart is drawn from.
struct ChartContext {
    /// The case.
    let graph: CaseGraph
    /// The language of data and interface.
    let language: LanguageChoice
    /// The item to open at: the one selected in the panes.
    var selected: Int?
    /// What is open in the reader.
    let subject: Subject?
    /// The room that the chart is drawn in.
    let area: Size
    /// Today's date where it is known.
    let today: PartialDate?
    /// True where pins or a filter may hold anything back.
    let isNarrowed: Bool
    /// What the panes show.
    let outlines: [Outline]
    /// The tables that charts have made.
    let cache: ChartCache

    /// True for an item that pins and filter let through: the panes show it, and not for context only.
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
            outlines: browse.columns.map(\.outline), cache: chartCache)
    }

    /// Carries out a command in a chart.
    mutating func chart(_ command: Command) -> [Effect] {
        guard case .chart(var chart)? = reader?.subject else { return [] }
        let context = chartContext
        switch command {
        case .move(let movement): chart.drawing.move(movement, in: context)
        case .chart(let command): notice = chart.perform(command, in: context)
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
        case .reading, .view, .travel, .find, .note, .talk, .program, .list, .editor, .pager: return []
        }
        reader?.subject = .chart(chart)
        if let position = chart.drawing.item(in: context) { select(position) }
        return []
    }

    private mutating func choose(_ choice: ChartChoice) {
        switch choice {
        case .item(let position): read(.item(position))
        case .items(let positions, let title): open(ItemList(positions, title: title))
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
