import CaseModel
import Screen
import TextLayout

/// The bibliography as a table with citations, dates and types; below it the selected source and the entities that
/// cite it.
package struct SourcesChart: ChartDrawing {
    /// The order of the rows; `next` cycles through the cases.
    enum Order: String, CaseIterable, Hashable, Sendable {
        /// By number of citing entities, the largest first.
        case cited
        /// By date, the latest first, undated sources last.
        case date
        /// By type, within one by date.
        case form
        /// In the order of the case.
        case listed
    }

    static let name = ChartName.sources
    static let title = Text(chinese: "来源", english: "sources")
    package enum Action: CaseIterable, Hashable, Sendable {
        case next, previous
        /// Change the order of the rows.
        case order
        /// Show the next type of source alone, after the last one all types.
        case nextType
    }

    static let keys = [
        row(.next, [.tab], .move, "下一个来源", "next source"),
        row(.previous, [.backTab], .move, "上一个来源", "previous source"),
        row(.order, ["o"], .here, "换排序", "other order", hint: .init(5, "排序", "order")),
        row(
            .nextType, ["x"], .here, "换一种来源类型", "sources of the next type only", hint: .init(5, "类型", "type")),
        enterRow(
            "阅读所选来源", "read the selected source", keys: [.enter, .right, "l"],
            hint: .init(1, "阅读", "read")),
    ]

    static func command(_ action: Action) -> ChartCommand { .sources(action) }

    private(set) var order = Order.cited
    /// The only type shown; nil for all.
    private(set) var form: Source.Form?
    private var selected: Int?
    /// The number of the first visible source.
    private var top: Int?

    init(in graph: CaseGraph) {}

    init(opening context: ChartContext) {
        let cited = context.selected.map { context.graph.item($0).citedSources } ?? []
        selected = cited.first.flatMap { context.graph.number(of: $0) }
        scroll(in: context)
    }

    mutating func move(_ movement: Movement, in context: ChartContext) {
        let rows = context.sourceRows(order: order, form: form)
        guard let here = rows.place(of: selected) else { return }
        let page = max(1, Layout(area: Rect(context.area)).list.rows - 1)
        let wanted: Int
        switch movement {
        case .up: wanted = here - 1
        case .down: wanted = here + 1
        case .pageUp: wanted = here - page
        case .pageDown: wanted = here + page
        case .first: wanted = 0
        case .last: wanted = rows.numbers.count - 1
        case .left, .right: return
        }
        selected = rows.numbers[min(max(0, wanted), rows.numbers.count - 1)]
        scroll(in: context)
    }

    mutating func perform(_ action: Action, in context: ChartContext) -> Text? {
        switch action {
        case .next: move(.down, in: context)
        case .previous: move(.up, in: context)
        case .order: order = order.next
        case .nextType:
            let forms = SourceRows.forms(of: context.graph)
            form = form.map { form in forms.drop { $0 != form }.dropFirst().first } ?? forms.first
        }
        scroll(in: context)
        return nil
    }

    func item(in context: ChartContext) -> Int? { nil }

    func subject(in context: ChartContext) -> Subject? { nil }

    func choice(in context: ChartContext) -> ChartChoice {
        let rows = context.sourceRows(order: order, form: form)
        guard let place = rows.place(of: selected) else { return .nothing(Strings.nothingFound) }
        return .subject(.source(rows.numbers[place]))
    }

    /// The layout of the table: summary, rows and details.
    struct Layout {
        let summary: Rect
        let list: Rect
        let detail: Rect

        init(area: Rect) {
            let detailRows = area.rows >= 14 ? min(12, area.rows / 3) : 0
            summary = area.line(0)
            let divider = detailRows > 0 ? 1 : 0
            list = Rect(
                row: area.row + summary.rows, column: area.column, columns: area.columns,
                rows: area.rows - summary.rows - detailRows - divider)
            detail = Rect(
                row: list.bottom + divider, column: area.column, columns: area.columns, rows: detailRows)
        }
    }

    func draw(in area: Rect, on grid: inout Grid, context: ChartContext) {
        let rows = context.sourceRows(order: order, form: form)
        SourcesTable(chart: self, rows: rows, context: context)
            .draw(Layout(area: area), selected: selected, top: rows.first(top), on: &grid)
    }

    private mutating func scroll(in context: ChartContext) {
        let rows = context.sourceRows(order: order, form: form)
        let first = Scrolling.top(
            rows.first(top), showing: rows.place(of: selected), of: rows.numbers.count,
            in: Layout(area: Rect(context.area)).list.rows)
        top = rows.numbers.indices.contains(first) ? rows.numbers[first] : nil
    }
}

extension SourcesChart {
    /// `order=date&type=plan&at=src-yq-plan-2018`.
    static var properties: [ChartProperty<SourcesChart>] {
        [
            ChartProperty("order", \.order),
            ChartProperty("type", \.form) { form, _ in
                form.rawValue
            } decode: { text, _ in
                Source.Form(rawValue: text)
            },
            .source("at", \.selected), .source("top", \.top, isScroll: true),
        ]
    }

    /// `date/plan/src-yq-plan-2018`: order, type or nothing, source or nothing.
    static func properties(inVersion1 text: String) -> [String: String] {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, Order(rawValue: parts[0]) != nil else { return [:] }
        return ["order": parts[0], "type": parts[1], "at": parts[2]]
    }
}

extension SourcesChart.Order {
    fileprivate var next: SourcesChart.Order {
        switch self {
        case .cited: .date
        case .date: .form
        case .form: .listed
        case .listed: .cited
        }
    }
}

/// The sources of a table, in its order.
struct SourceRows: Sendable {
    /// The numbers of the sources.
    let numbers: [Int]
    /// The included entities that cite each source of the case.
    let citers: [[Entity]]
    /// The types that there are sources of, in the order of their declaration.
    let forms: [Source.Form]

    init(order: SourcesChart.Order, form: Source.Form?, in context: ChartContext) {
        let sources = context.graph.case.sources
        let all = context.cache.table(for: 0) { context.graph.citers }
        let isNarrowed = context.isNarrowed
        let citers = !isNarrowed ? all : all.map { citers in citers.filter { Self.isShown($0, in: context) } }
        let shown = sources.indices.filter { number in
            (form == nil || sources[number].form == form) && (!isNarrowed || !citers[number].isEmpty)
        }
        self.citers = citers
        forms = Self.forms(of: context.graph)
        switch order {
        case .listed: numbers = shown
        case .cited: numbers = Self.sorted(shown) { -citers[$0].count }
        case .date: numbers = Self.newestFirst(shown, of: sources)
        case .form:
            let ranks = Dictionary(uniqueKeysWithValues: zip(Source.Form.allCases, 0...))
            numbers = Self.sorted(Self.newestFirst(shown, of: sources)) {
                ranks[sources[$0].form] ?? 0
            }
        }
    }

    /// The index of a source; 0 for one that is not shown, nil for an empty table.
    func place(of number: Int?) -> Int? {
        numbers.isEmpty ? nil : number.flatMap { numbers.firstIndex(of: $0) } ?? 0
    }

    /// The index of the source that was the first visible one; 0 if it is not shown any more.
    func first(_ number: Int?) -> Int { number.flatMap { numbers.firstIndex(of: $0) } ?? 0 }

    /// The types of the case's sources, in the order of their declaration.
    static func forms(of graph: CaseGraph) -> [Source.Form] {
        let used = Set(graph.case.sources.map(\.form))
        return Source.Form.allCases.filter(used.contains)
    }

    /// A stable sort by a key.
    private static func sorted(_ numbers: [Int], by key: (Int) -> Int) -> [Int] {
        numbers.enumerated().map { (key: key($1), place: $0, number: $1) }
            .sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.number)
    }

    /// Sorted by date, the newest first and those without one last, equals as they stood.
    private static func newestFirst(_ numbers: [Int], of sources: [Source]) -> [Int] {
        let dates = Set(numbers.compactMap { sources[$0].date }).sorted()
        let ranks = Dictionary(uniqueKeysWithValues: zip(dates, 1...))
        return sorted(numbers) { -(sources[$0].date.flatMap { ranks[$0] } ?? 0) }
    }

    private static func isShown(_ citer: Entity, in context: ChartContext) -> Bool {
        switch citer {
        case .item(let position): context.isShown(position)
        case .source, .place, .actor: false
        }
    }
}

extension ChartContext {
    func sourceRows(order: SourcesChart.Order, form: Source.Form?) -> SourceRows {
        struct Key: Equatable {
            let order: SourcesChart.Order
            let form: Source.Form?
            let isNarrowed: Bool
            let outlines: [Outline]
        }
        let key = Key(order: order, form: form, isNarrowed: isNarrowed, outlines: outlines)
        return cache.table(for: key) { SourceRows(order: order, form: form, in: self) }
    }
}
