import CaseModel
import Screen
import TextLayout

/// The bibliography as a table with citations, dates and types; below it the selected source and the entities that
/// cite it.
package struct SourcesChart: ChartDrawing {
    /// The order of the rows: by one of the columns, or as the case has them. Of equals the latest comes first.
    enum Order: String, CaseIterable, Hashable, Sendable {
        /// By number of citing entities, the largest first.
        case cited
        /// By date, the latest first, undated sources last.
        case date
        /// By type.
        case form
        /// By who issued or published it.
        case publisher
        /// By the best strength of the claims that cite it.
        case strength
        /// By its language.
        case language
        /// By title.
        case title
        /// In the order of the case.
        case listed
    }

    static let name = ChartName.sources
    static let title = Text(chinese: "来源", english: "sources")
    package enum Action: CaseIterable, Hashable, Sendable {
        case next, previous
        /// Find a source by its title.
        case find
        /// Sort by the next column, or by the previous one.
        case order, orderBack
        /// Show the next type of source alone, after the last one all types.
        case nextType
    }

    static let keys = [
        row(.next, [.tab], .move, "下一个来源", "next source"),
        row(.previous, [.backTab], .move, "上一个来源", "previous source"),
        row(
            .find, ["/"], .find, "按题名、作者等查找来源", "find a source by title, author or publisher",
            hint: .init(4, "查找", "find")),
        row(.order, ["o"], .here, "按下一栏排序", "sort by the next column", hint: .init(5, "排序", "order")),
        row(.orderBack, ["O"], .here, "按上一栏排序", "sort by the previous column", hint: .init(5, "排序", "order")),
        row(
            .nextType, ["x"], .here, "换一种来源类型", "sources of the next type only", hint: .init(5, "类型", "type")),
        enterRow(
            "阅读所选来源", "read the selected source", keys: [.enter, .right, "l"],
            hint: .init(1, "阅读", "read")),
    ]

    static func needsScreen(_ action: Action) -> Bool { false }

    private(set) var order = Order.cited
    /// The only type shown; nil for all.
    private(set) var form: Source.Form?
    /// The numbers of the selected source and of the first visible one.
    private var selection = TableSelection<Int>()

    init(in graph: CaseGraph) {}

    init(opening context: ChartContext) {
        let cited = context.selected.map { context.graph.item($0).citedSources } ?? []
        selection.row = cited.first.flatMap { context.graph.number(of: $0) }
        if case .entity(.source(let number))? = context.subject { selection.row = number }
        scroll(in: context)
    }

    mutating func move(_ movement: Movement, in context: ChartContext) {
        selection.move(movement, in: rows(in: context).numbers, height: TableLayout.height(in: context))
    }

    mutating func perform(_ action: Action, in context: ChartContext) -> Text? {
        switch action {
        case .next: move(.down, in: context)
        case .previous: move(.up, in: context)
        // A list is opened for it.
        case .find: break
        case .order: order = order.cycled()
        case .orderBack: order = order.cycled(by: -1)
        case .nextType:
            let forms = SourceRows.forms(of: context.graph)
            form = form.map { form in forms.drop { $0 != form }.dropFirst().first } ?? forms.first
        }
        scroll(in: context)
        return nil
    }

    func list(for action: Action, in context: ChartContext) -> (any Listing)? {
        guard action == .find else { return nil }
        let numbers = rows(in: context).numbers
        return EntryList(
            .choice, Self.title, count: numbers.count, labelColumns: 10, missing: Strings.noSource(of: form)
        ) { row, state in
            let source = state.graph.case.sources[numbers[row]]
            let facts =
                source.authors.map { $0.chinese ?? "\($0.given) \($0.family)" }
                + [source.whoPublished.map(state.language.localized), source.doi].compactMap(\.self)
            let others = facts.isEmpty ? "" : "  " + facts.joined(separator: " · ")
            return Picker.Entry(
                label: source.date.map { state.language.localized($0.label) } ?? "",
                text: [Span(state.language.title(of: source)), Span(others, style: Theme.faint)],
                of: .source(numbers[row])
            ) { $0.select(source: numbers[row]) }
        }
    }

    /// Selects a source.
    mutating func select(source number: Int, in context: ChartContext) {
        selection.row = number
        scroll(in: context)
    }

    func item(in context: ChartContext) -> Int? { nil }

    func subject(in context: ChartContext) -> Subject? { nil }

    func choice(in context: ChartContext) -> ChartChoice {
        let numbers = rows(in: context).numbers
        guard let place = selection.index(in: numbers) else { return .nothing(Strings.nothingFound) }
        return .subject(.source(numbers[place]))
    }

    func draw(in area: Rect, on grid: inout Grid, context: ChartContext) {
        SourcesTable(chart: self, rows: rows(in: context), context: context)
            .draw(TableLayout(area: area), selection, on: &grid)
    }

    /// A part is a row.
    func selecting(part number: Int, in context: ChartContext) -> Self? {
        let numbers = rows(in: context).numbers
        guard numbers.indices.contains(number) else { return nil }
        var chosen = self
        chosen.select(source: numbers[number], in: context)
        return chosen
    }

    func text(in context: ChartContext) -> ChartText {
        let rows = rows(in: context)
        let table = SourcesTable(chart: self, rows: rows, context: context)
        var text = ChartText([table.summary()])
        guard let place = selection.index(in: rows.numbers) else {
            return ChartText([table.summary(), context.reasonForNoRows])
        }
        let cited = context.language.localized(Strings.cited)
        for (number, source) in rows.numbers.enumerated() {
            var chosen = self
            chosen.selection.row = source
            let facts: [Order] = [.title, .publisher, .date, .form]
            let texts = facts.map { table.text(of: source, in: $0) }
            text.add(
                (texts.filter { !$0.isEmpty } + ["\(cited) \(table.text(of: source, in: .cited))"])
                    .joined(separator: " · "), isSelected: number == place, choosing: chosen)
        }
        return text
    }

    private func rows(in context: ChartContext) -> SourceRows {
        context.sourceRows(order: order, form: form)
    }

    private mutating func scroll(in context: ChartContext) {
        selection.scroll(in: rows(in: context).numbers, height: TableLayout.height(in: context))
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
            .source("at", \.selection.row), .source("top", \.selection.top, isScroll: true),
        ]
    }

    /// `date/plan/src-yq-plan-2018`: order, type or nothing, source or nothing.
    static func properties(inVersion1 text: String) -> [String: String] {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, Order(rawValue: parts[0]) != nil else { return [:] }
        return ["order": parts[0], "type": parts[1], "at": parts[2]]
    }
}

extension State {
    /// Selects a source in the open table.
    fileprivate mutating func select(source number: Int) {
        guard var sources = openChart?.drawing as? SourcesChart else { return }
        sources.select(source: number, in: chartContext)
        show(sources)
    }
}
