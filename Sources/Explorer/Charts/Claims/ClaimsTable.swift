import CaseModel
import Screen
import TextLayout

/// Draws the claims as a table, with the whole of the selected one below it.
struct ClaimsTable {
    let chart: ClaimsChart
    let rows: ClaimRows
    let context: ChartContext

    private var graph: CaseGraph { context.graph }
    private var language: LanguageChoice { context.language }

    /// A column with its width.
    private struct Column {
        let order: ClaimOrder
        let columns: Int
    }

    /// As many columns as fit; the claim takes what is left.
    private func columns(in width: Int) -> [Column] {
        let strengths = graph.case.manifest.rankedStrengths.map { language.localized($0.title).columns }
        var result: [Column] = []
        if width >= 40 { result.append(Column(order: .date, columns: 10)) }
        if width >= 60 { result.append(Column(order: .strength, columns: (strengths.max() ?? 0))) }
        if width >= 60 { result.append(Column(order: .item, columns: width >= 110 ? 24 : 16)) }
        if width >= 110 { result.append(Column(order: .source, columns: 24)) }
        if width >= 150 { result.append(Column(order: .locator, columns: 16)) }
        let used = result.reduce(0) { $0 + $1.columns + 2 }
        return result + [Column(order: .claim, columns: max(0, width - used - 1))]
    }

    func draw(_ layout: TableLayout, _ selection: TableSelection<Claim>, on grid: inout Grid) {
        let columns = columns(in: layout.list.columns)
        let isShown = chart.order == .item || columns.contains { $0.order == chart.order }
        grid.write(
            " " + summary(isOrderShown: isShown), in: layout.summary, style: Theme.title)
        guard let place = selection.index(in: rows.claims) else {
            return layout.drawReason(context.reasonForNoRows, on: &grid)
        }
        func line(_ text: (ClaimOrder) -> String) -> String {
            " " + columns.map { TextFit.padded(text($0.order), to: $0.columns) }.joined(separator: "  ")
        }
        grid.write(
            line { language.localized(Strings.name(of: $0)) }, in: layout.heading, style: Theme.heading)
        layout.draw(rows.claims, selection, on: &grid) {
            context.marker(of: $0.entity)
        } text: { claim in
            line { text(of: claim, in: $0) }
        }
        if !layout.detail.isEmpty {
            let claim = rows.claims[place]
            layout.drawDetail(
                "\(graph.id(of: claim.entity)) \(claim.number + 1)",
                detail(of: claim, columns: layout.detailColumns), on: &grid)
        }
    }

    /// How many claims in what order, whether there is no room for the column of that order, and how many have no date.
    func summary(isOrderShown: Bool = true) -> String {
        let all = context.cache.table(for: ClaimsChart.name) { graph.claims.count }
        let count = rows.claims.count == all ? "\(all)" : "\(rows.claims.count)/\(all)"
        var parts = [
            "\(language.localized(ClaimsChart.title)) \(count)",
            language.localized(Strings.sorted(by: chart.order)) + (chart.isDescending ? " ↑" : " ↓")
                + (isOrderShown ? "" : language.localized(Strings.noRoomForColumn)),
        ]
        if rows.undated > 0 { parts.append(language.localized(Strings.undatedClaims(rows.undated))) }
        return parts.joined(separator: " · ")
    }

    func text(of claim: Claim, in column: ClaimOrder) -> String {
        let evidence = graph.evidence(of: claim)
        switch column {
        case .item:
            guard case .item(let position) = claim.entity else {
                return language.shortTitle(of: claim.entity, in: graph)
            }
            let item = graph.item(position)
            return language.localized(item.short ?? item.title)
        case .claim: return language.localized(evidence.claim)
        case .source: return graph.source(evidence.source).map { language.shortTitle(of: $0) } ?? ""
        case .date: return evidence.date.map { language.localized($0.label) } ?? "—"
        case .strength: return language.localized(graph.strength(of: claim))
        case .locator: return graph.locator(of: claim).map { language.localized($0) } ?? ""
        }
    }

    /// What the claim is about, the claim in full, its quote, its source with the locator, and the reader's note on what
    /// it is about.
    private func detail(of claim: Claim, columns: Int) -> [[Span]] {
        let evidence = graph.evidence(of: claim)
        let quote = [evidence.quoted].compactMap(\.self)
        let references =
            graph.source(evidence.source)?.references(
                in: graph.case.manifest, at: evidence.locator, language) ?? []
        let texts =
            [(language.shortTitle(of: claim.entity, in: graph), Theme.title)]
            + (language.paragraphs(evidence.claim) + quote).map { ($0, Style.plain) }
            + references.map { ($0, Theme.sourced) }
        let paragraphs =
            texts.map { [Span($0.0, style: $0.1)] } + [context.note(on: claim.entity)].compactMap(\.self)
        return paragraphs.flatMap { Wrapping.lines(of: $0, columns: columns) }
    }
}

extension Strings {
    static func name(of column: ClaimOrder) -> Text {
        switch column {
        case .item: Text(chinese: "所述", english: "about")
        case .claim: Text(chinese: "论断", english: "claim")
        case .source: Text(chinese: "来源", english: "source")
        case .date: Text(chinese: "日期", english: "date")
        case .strength: Text(chinese: "强度", english: "strength")
        case .locator: Text(chinese: "出处", english: "locator")
        }
    }

    static func sorted(by column: ClaimOrder) -> Text {
        let name =
            column == .item ? Text(chinese: "所述", english: "subject") : name(of: column)
        return Text(chinese: "按\(name.chinese ?? "")排序", english: "by \(name.english ?? "")")
    }

    static func undatedClaims(_ count: Int) -> Text {
        Text(chinese: "另有 \(count) 条日期不详", english: "\(count) more undated")
    }
}
