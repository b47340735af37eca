import CaseModel
import Screen
import TextLayout

/// The claims of the case as a table, each with what it is about, its source, date and strength; below it the whole of
/// the selected one.
package struct ClaimsChart: ChartDrawing {
    static let name = ChartName.claims
    static let title = Text(chinese: "论断", english: "claims")
    package enum Action: CaseIterable, Hashable, Sendable {
        case next, previous
        /// Sort by the next column.
        case order
        /// Turn the order round.
        case reverse
    }

    static let keys = [
        row(.next, [.tab], .move, "下一条论断", "next claim"),
        row(.previous, [.backTab], .move, "上一条论断", "previous claim"),
        row(.order, ["o"], .here, "按下一列排序", "sort by the next column", hint: .init(5, "排序", "sort")),
        row(.reverse, ["O"], .here, "倒序", "turn the order round", hint: .init(6, "倒序", "reverse")),
        enterRow(
            "到所属条目中的这条论断", "go to the claim in its item", keys: [.enter, .right, "l"],
            hint: .init(1, "阅读", "read")),
    ]

    static func needsScreen(_ action: Action) -> Bool { false }

    private(set) var order = ClaimOrder.item
    private(set) var isDescending = false
    private var selection = TableSelection<Claim>()

    init(in graph: CaseGraph) {}

    init(opening context: ChartContext) {
        selection.row = context.selected.flatMap { position in
            context.graph.item(position).evidence.isEmpty ? nil : Claim(.item(position), 0)
        }
        scroll(in: context)
    }

    mutating func move(_ movement: Movement, in context: ChartContext) {
        selection.move(movement, in: rows(in: context).claims, height: TableLayout.height(in: context))
    }

    mutating func perform(_ action: Action, in context: ChartContext) -> Text? {
        switch action {
        case .next: move(.down, in: context)
        case .previous: move(.up, in: context)
        case .order: (order, isDescending) = (order.cycled(), false)
        case .reverse: isDescending.toggle()
        }
        scroll(in: context)
        return nil
    }

    /// The claim on the selected row.
    private func claim(in context: ChartContext) -> Claim? {
        let claims = rows(in: context).claims
        return selection.index(in: claims).map { claims[$0] }
    }

    func item(in context: ChartContext) -> Int? {
        if case .item(let position)? = claim(in: context)?.entity { position } else { nil }
    }

    func subject(in context: ChartContext) -> Subject? { claim(in: context).map { .entity($0.entity) } }

    func choice(in context: ChartContext) -> ChartChoice {
        claim(in: context).map(ChartChoice.claim) ?? .nothing(Strings.nothingFound)
    }

    func draw(in area: Rect, on grid: inout Grid, context: ChartContext) {
        let rows = rows(in: context)
        ClaimsTable(chart: self, rows: rows, context: context)
            .draw(TableLayout(area: area), selection, on: &grid)
    }

    /// A part is a row.
    func selecting(part number: Int, in context: ChartContext) -> Self? {
        let claims = rows(in: context).claims
        guard claims.indices.contains(number) else { return nil }
        var chosen = self
        chosen.selection.row = claims[number]
        chosen.scroll(in: context)
        return chosen
    }

    func text(in context: ChartContext) -> ChartText {
        let rows = rows(in: context)
        let table = ClaimsTable(chart: self, rows: rows, context: context)
        guard let place = selection.index(in: rows.claims) else {
            return ChartText([table.summary(), context.reasonForNoRows])
        }
        var text = ChartText([table.summary()])
        for (number, claim) in rows.claims.enumerated() {
            var chosen = self
            chosen.selection.row = claim
            let columns: [ClaimOrder] = [.claim, .item, .strength, .date, .source, .locator]
            let facts = columns.map { table.text(of: claim, in: $0) }
            text.add(
                facts.filter { !$0.isEmpty && $0 != "—" }.joined(separator: " · "),
                isSelected: number == place, choosing: chosen)
        }
        return text
    }

    private func rows(in context: ChartContext) -> ClaimRows {
        context.claimRows(order: order, isDescending: isDescending)
    }

    private mutating func scroll(in context: ChartContext) {
        selection.scroll(in: rows(in: context).claims, height: TableLayout.height(in: context))
    }
}

extension ClaimsChart {
    /// `order=date&reverse=1&at=prj-rail.3`.
    static var properties: [ChartProperty<ClaimsChart>] {
        [
            ChartProperty("order", \.order),
            ChartProperty("reverse") { chart, _ in
                chart.isDescending ? "1" : nil
            } read: { chart, text, _ in
                chart.isDescending = text == "1"
            },
            .claim("at", \.selection.row), .claim("top", \.selection.top, isScroll: true),
        ]
    }

    /// There were no claims as a chart in version 1.
    static func properties(inVersion1 text: String) -> [String: String] { [:] }
}

extension ChartProperty {
    /// A claim, stored as the id of what it is about and its number from 1.
    fileprivate static func claim(
        _ key: String, _ path: WritableKeyPath<Chart, Claim?>, isScroll: Bool = false
    ) -> Self {
        Self(key, path, isScroll: isScroll) { claim, graph in
            let reference = graph.reference(to: claim.entity)
            return "\(reference.kind.rawValue):\(reference.id):\(claim.number + 1)"
        } decode: { text, graph in
            let parts = text.split(separator: ":").map(String.init)
            guard parts.count == 3, let kind = EntityRef.Kind(rawValue: parts[0]),
                let entity = graph.entity(EntityRef(kind, id: parts[1])),
                let number = Int(parts[2]), graph.evidence(of: entity).indices.contains(number - 1)
            else { return nil }
            return Claim(entity, number - 1)
        }
    }
}

/// The claims of a table, in its order.
struct ClaimRows: Sendable {
    let claims: [Claim]
    /// The number of claims left out only because they have no date.
    let undated: Int

    init(order: ClaimOrder, isDescending: Bool, in context: ChartContext) {
        let (included, undated) = context.claimFilter?.claims(in: context.graph) ?? (context.graph.claims, 0)
        let shown = !context.hasPins ? included : included.filter { Self.isShown($0.entity, in: context) }
        claims = context.graph.sorted(
            shown, by: order, descending: isDescending, in: context.language.languages[0])
        self.undated = undated
    }

    /// With pins, only claims on what they let through.
    private static func isShown(_ entity: Entity, in context: ChartContext) -> Bool {
        switch entity {
        case .item(let position): context.isShown(position)
        case .source, .place, .actor: false
        }
    }
}

extension ChartContext {
    func claimRows(order: ClaimOrder, isDescending: Bool) -> ClaimRows {
        struct Key: Equatable {
            let order: ClaimOrder
            let isDescending: Bool
            let language: LanguageChoice
            let filter: String?
            let isPinned: Bool
            let isLetThrough: [Bool]
        }
        let key = Key(
            order: order, isDescending: isDescending, language: language, filter: filter,
            isPinned: hasPins, isLetThrough: isLetThrough)
        return cache.table(for: key) { ClaimRows(order: order, isDescending: isDescending, in: self) }
    }
}
