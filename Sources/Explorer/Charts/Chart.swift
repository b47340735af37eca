import CaseModel
import CaseSearch
import Screen
import TextLayout

extension ChartName {
    /// The chart type of this name; a new chart is registered here.
    var chart: any ChartDrawing.Type {
        switch self {
        case .matrix: MatrixChart.self
        case .timeline: TimelineChart.self
        case .map: MapChart.self
        case .network: NetworkChart.self
        case .sources: SourcesChart.self
        case .claims: ClaimsChart.self
        }
    }
}

/// A chart of the whole case together with the choices made in it, so that the history can return to it unchanged.
package struct Chart: Hashable, Sendable {
    /// A boxed value of any type, which keeps the state small to copy.
    private final class Box: Sendable {
        let drawing: any ChartDrawing

        init(_ drawing: any ChartDrawing) {
            self.drawing = drawing
        }
    }

    private var box: Box

    /// The chart as its concrete type.
    var drawing: any ChartDrawing {
        get { box.drawing }
        set { box = Box(newValue) }
    }

    init(_ drawing: any ChartDrawing) {
        box = Box(drawing)
    }

    /// Carries out a command of this chart; another chart's command does nothing, and no key leads to one here.
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

    /// The list that a command of this chart opens.
    func list(for command: ChartCommand, in context: ChartContext) -> (any Listing)? {
        func list<Drawing: ChartDrawing>(of drawing: Drawing) -> (any Listing)? {
            (command.action as? Drawing.Action).flatMap { drawing.list(for: $0, in: context) }
        }
        return list(of: drawing)
    }

    var title: Text { type(of: drawing).title }

    /// The name of the chart's view.
    var name: ChartName { type(of: drawing).name }

    package static func == (left: Chart, right: Chart) -> Bool { left.drawing.equals(right.drawing) }

    package func hash(into hasher: inout Hasher) {
        drawing.hash(into: &hasher)
    }
}

/// The declarations and operations of a chart. Its value holds only the user's choices; everything derived from
/// them and from the case is kept in the state's `ChartCache`.
///
/// Language, size, pins and filter may change between two calls: each use fits the choices to the context.
protocol ChartDrawing: Hashable, Sendable {
    /// The name of the chart's view.
    static var name: ChartName { get }
    /// The title, in both languages.
    static var title: Text { get }
    /// The commands that only this chart has.
    associatedtype Action: CaseIterable, Hashable, Sendable
    /// The rows of the key table that only this chart has: its actions, and the meaning of Enter.
    static var keys: [KeyRow] { get }
    /// True for an action that only changes the picture, and has no meaning in plain mode.
    static func needsScreen(_ action: Action) -> Bool
    /// Everything that decides the picture, each part with its name; see `ChartProperty`.
    static var properties: [ChartProperty<Self>] { get }
    /// The properties that a version 1 encoding stands for; empty for invalid text.
    static func properties(inVersion1 text: String) -> [String: String]
    /// The chart of a case in its initial state.
    init(in graph: CaseGraph)
    /// The chart as it opens: at the item selected in the panes, if the chart shows it.
    init(opening context: ChartContext)
    /// Moves the selection.
    mutating func move(_ movement: Movement, in context: ChartContext)
    /// Carries out an action; returns a notice for the last line, if any.
    mutating func perform(_ action: Action, in context: ChartContext) -> Text?
    /// The list that an action opens instead, whose entries change the chart.
    func list(for action: Action, in context: ChartContext) -> (any Listing)?
    /// The item at the selection, which the panes then select too; nil if the selection is not one item.
    func item(in context: ChartContext) -> Int?
    /// The place, actor or source at the selection, which has a page of its own; nil if there is none.
    func subject(in context: ChartContext) -> Subject?
    /// The destination of Enter.
    func choice(in context: ChartContext) -> ChartChoice
    /// Draws into an area of any size, even an empty one, and puts the cursor on the selection.
    func draw(in area: Rect, on grid: inout Grid, context: ChartContext)
    /// The chart with the part selected that its picture marks with this number for the mouse; nil if there is none.
    func selecting(part number: Int, in context: ChartContext) -> Self?
    /// The chart with the selection moved as the wheel asks where it is turned, in an area of the screen; nil where the
    /// wheel is the same as the arrow keys.
    func turningWheel(by step: Int, at point: Point, in area: Rect, context: ChartContext) -> Self?
    /// What the picture shows, in words.
    func text(in context: ChartContext) -> ChartText
}

extension ChartDrawing {
    func list(for action: Action, in context: ChartContext) -> (any Listing)? { nil }

    func turningWheel(by step: Int, at point: Point, in area: Rect, context: ChartContext) -> Self? { nil }

    fileprivate func equals(_ other: any ChartDrawing) -> Bool { other as? Self == self }
}

extension ChartDrawing {
    /// A row of the key table for an action.
    static func row(
        _ action: Action, _ keys: [Key], _ group: KeyRow.Group, _ chinese: String, _ english: String,
        hint: KeyRow.Hint? = nil
    ) -> KeyRow {
        KeyRow(.chart(command(action)), keys, in: [.view(.chart(name))], group, chinese, english, hint: hint)
    }

    /// The row of the key table for Enter.
    static func enterRow(
        _ chinese: String, _ english: String, keys: [Key] = [.enter], hint: KeyRow.Hint
    ) -> KeyRow {
        KeyRow(.enter, keys, in: [.view(.chart(name))], .open, chinese, english, hint: hint)
    }
}

/// The input of a chart.
struct ChartContext {
    let graph: CaseGraph
    /// The language of data and interface.
    let language: LanguageChoice
    /// The item to open at: the one selected in the panes.
    var selected: Int?
    /// The page open in the reader.
    var subject: Subject?
    /// The size of the chart's area.
    let area: Size
    /// Today's date, if known.
    let today: PartialDate?
    /// True if pins are set.
    let hasPins: Bool
    /// The query of the filter.
    let filter: String?
    /// The filter itself, for what it asks of claims.
    let claimFilter: Filter?
    /// For each item of the case, whether pins and filter let it through.
    let isLetThrough: [Bool]
    /// The reader's marks and notes.
    let notebook: Notebook
    /// The cache of tables derived from the case.
    let cache: ChartCache

    /// True if pins or a filter are set.
    var isNarrowed: Bool { hasPins || filter != nil }

    /// Why the chart may be empty, and what to do about it; nil without pins and filter.
    var reasonForEmptiness: Text? {
        switch (hasPins, filter) {
        case (false, nil): nil
        case (true, nil): Strings.emptiedByPins
        case (let hasPins, let query?): Strings.emptied(by: query, andPins: hasPins)
        }
    }

    /// What a table without rows says in their place.
    var reasonForNoRows: String { language.localized(reasonForEmptiness ?? Strings.nothingFound) }

    /// The reader's mark and note on an entity.
    func marker(of entity: Entity) -> NoteMarker? {
        NoteMarker(of: graph.reference(to: entity), in: notebook)
    }

    /// The reader's note on an entity, for its details.
    func note(on entity: Entity) -> [Span]? { notebook.paragraph(on: graph.reference(to: entity)) }

    /// True for an item that pins and filter let through. Unlike its pane, a chart shows nothing beside a pinned item
    /// that is not connected with it.
    func isShown(_ position: Int) -> Bool { isLetThrough[position] }

    /// What pins and filter let through; nil without them.
    var selection: CaseSelection? {
        guard isNarrowed else { return nil }
        struct Key: Equatable {
            let filter: Filter?
            let hasPins: Bool
            let isLetThrough: [Bool]
        }
        return cache.table(for: Key(filter: claimFilter, hasPins: hasPins, isLetThrough: isLetThrough)) {
            let part = claimFilter?.selection(in: graph) ?? .whole(graph)
            return hasPins ? part.keeping(in: graph, where: isShown) : part
        }
    }
}

/// The destination of Enter in a chart.
enum ChartChoice {
    /// The page of an item.
    case item(Int)
    /// A list of items to choose from.
    case items([Int], title: String)
    /// The page of a place, an actor or a source.
    case subject(Subject)
    /// A claim on the page of what it is about.
    case claim(Claim)
    /// None, with the reason.
    case nothing(Text)
}

extension State {
    /// The open chart.
    var openChart: Chart? {
        if case .chart(let chart)? = reader?.subject { chart } else { nil }
    }

    /// The input of a chart in the present state.
    var chartContext: ChartContext { chartContext(size: layout.room) }

    /// The input of a chart on a screen of a given size.
    func chartContext(size: Size) -> ChartContext {
        let area = ChartLayout(size: size).area
        return ChartContext(
            graph: graph, language: language, selected: browse.selected, subject: reader?.subject,
            area: Size(columns: area.columns, rows: area.rows), today: today,
            hasPins: !browse.pins.isEmpty, filter: browse.filter?.query, claimFilter: browse.filter?.filter,
            isLetThrough: browse.isLetThrough, notebook: notebook, cache: chartCache)
    }

    /// Carries out a command in a chart.
    mutating func chart(_ command: Command) -> [Effect] {
        guard var chart = openChart else { return [] }
        let context = chartContext
        switch command {
        case .move(let movement): chart.drawing.move(movement, in: context)
        case .chart(let command):
            if let list = chart.list(for: command, in: context) {
                open(list)
                return []
            }
            notice = chart.perform(command, in: context)
        case .enter:
            choose(chart.drawing.choice(in: context))
            return []
        case .back:
            leaveView()
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
        case .claim(let claim):
            read(.entity(claim.entity))
            aim(at: .evidence(claim.entity, claim.number))
        case .nothing(let reason): notice = reason
        }
    }

    /// Shows the open chart with another row selected.
    mutating func choose(_ row: ChartText.Row) {
        if let chosen = row.chosen { show(chosen) }
    }

    /// Shows the open chart with another selection.
    mutating func show(_ chosen: any ChartDrawing) {
        guard openChart != nil else { return }
        reader?.subject = .chart(Chart(chosen))
        if let position = chosen.item(in: chartContext) { select(position) }
    }

    /// Selects an item in the panes that show it, so that all views have the same selection.
    private mutating func select(_ position: Int) {
        let pane = graph.panes[position]
        browse.unfold(to: position, in: graph)
        guard browse.columns[pane].outline.row(of: position) != nil else { return }
        browse.focus = pane
        browse.columns[pane].selected = position
        refresh()
    }
}
