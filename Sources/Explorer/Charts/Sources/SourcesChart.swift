import CaseModel
import Screen
import TextLayout

/// The bibliography as a table: how often each source is cited, when it appeared, what it is; below it what the
/// selected one is cited by and as.
package struct SourcesChart: ChartDrawing {
    /// By what the rows are ordered; the next one follows upon asking.
    enum Order: String, CaseIterable, Hashable, Sendable {
        /// The most cited first.
        case cited
        /// The latest first, the undated last.
        case date
        /// By type, and within one the latest first.
        case form
        /// As the case lists them.
        case listed
    }

    static let name = ChartName.sources
    static let title = Text(chinese: "来源", english: "sources")
    package enum Action: CaseIterable, Hashable, Sendable {
        case next, previous
        /// Another order of the rows.
        case order
        /// The next type of source, alone, and after the last all of them.
        case nextType
    }

    static let keys = [
        row(.next, .tab, .move, "下一个来源", "next source"),
        row(.previous, .backTab, .move, "上一个来源", "previous source"),
        row(.order, "o", .here, "换排序", "other order", hint: .init(5, "排序", "order")),
        row(
            .nextType, "x", .here, "换一种来源类型", "sources of the next type only", hint: .init(5, "类型", "type")),
        KeyRow(
            .enter, [.enter, .right, "l"], in: [.view(.sources)], .open, "阅读所选来源", "read the selected source",
            hint: .init(1, "阅读", "read")),
    ]

    private static func row(
        _ action: Action, _ key: Key, _ group: KeyRow.Group, _ chinese: String, _ english: String,
        hint: KeyRow.Hint? = nil
    ) -> KeyRow {
        KeyRow(.chart(.sources(action)), [key], in: [.view(.sources)], group, chinese, english, hint: hint)
    }

    private(set) var order = Order.cited
    /// The one type that is shown; nil for all.
    private(set) var form: Source.Form?
    /// The number of the selected source.
    private var selected: Int?
    /// The number of the source on the first row shown.
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

    /// The parts of the table: the line that says what it shows, the rows, and what there is to know of one.
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
            } part: { word, _ in
                Source.Form(rawValue: word)
            },
            .source("at", \.selected), .source("top", \.top, isScroll: true),
        ]
    }

    /// `date/plan/src-yq-plan-2018`: the order, the type or nothing, the source or nothing.
    static func properties(inVersion1 landmark: String) -> [String: String] {
        let parts = landmark.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
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

/// The sources that a table shows, in its order.
struct SourceRows: Sendable {
    /// The numbers of the sources.
    let numbers: [Int]
    /// For each source of the case, who cites it among what is shown.
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
        case .date: numbers = Self.sorted(shown) { -Self.day(of: sources[$0]) }
        case .form:
            let ranks = Dictionary(uniqueKeysWithValues: zip(Source.Form.allCases, 0...))
            numbers = Self.sorted(Self.sorted(shown) { -Self.day(of: sources[$0]) }) {
                ranks[sources[$0].form] ?? 0
            }
        }
    }

    /// Where a source stands among those shown: the first one where it is not among them, nil if there are none.
    func place(of number: Int?) -> Int? {
        numbers.isEmpty ? nil : number.flatMap { numbers.firstIndex(of: $0) } ?? 0
    }

    /// Where a source stands that was the first one shown; at the top where it is not among them.
    func first(_ number: Int?) -> Int { number.flatMap { numbers.firstIndex(of: $0) } ?? 0 }

    /// The types that there are sources of, in the order of their declaration.
    static func forms(of graph: CaseGraph) -> [Source.Form] {
        let used = Set(graph.case.sources.map(\.form))
        return Source.Form.allCases.filter(used.contains)
    }

    /// Sorted by a key, equals as they stood.
    private static func sorted(_ numbers: [Int], by key: (Int) -> Int) -> [Int] {
        numbers.enumerated().map { (key: key($1), place: $0, number: $1) }
            .sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.number)
    }

    /// A date as a number that grows with it; a source without one counts as before all.
    private static func day(of source: Source) -> Int {
        source.date.map { ($0.year * 13 + ($0.month ?? 0)) * 32 + ($0.day ?? 0) } ?? 0
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
