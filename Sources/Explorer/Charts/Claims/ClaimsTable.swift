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

    func draw(_ layout: ClaimsChart.Layout, selected: Claim?, top: Int, on grid: inout Grid) {
        grid.write(" " + summary, in: layout.summary, style: Theme.title)
        guard let place = rows.place(of: selected) else {
            grid.write(
                " " + language.localized(Strings.nothingFound), in: layout.list.line(0), style: Theme.faint)
            return
        }
        let columns = columns(in: layout.list.columns)
        drawHeading(columns, in: layout.heading, on: &grid)
        let top = Scrolling.top(top, showing: place, of: rows.claims.count, in: layout.list.rows)
        for line in 0..<layout.list.rows {
            guard rows.claims.indices.contains(top + line) else { break }
            draw(
                rows.claims[top + line], columns, isSelected: top + line == place,
                in: layout.list.line(line), on: &grid)
            grid.react(layout.list.line(line), as: .part(top + line))
        }
        if !layout.detail.isEmpty { drawDetail(of: rows.claims[place], in: layout.detail, on: &grid) }
    }

    /// How many claims in what order, and how many have no date.
    var summary: String {
        let all = context.cache.table(for: ClaimsChart.name) { graph.claims.count }
        let count = rows.claims.count == all ? "\(all)" : "\(rows.claims.count)/\(all)"
        var parts = [
            "\(language.localized(ClaimsChart.title)) \(count)",
            language.localized(Strings.sorted(by: chart.order)) + (chart.isDescending ? " ↑" : " ↓"),
        ]
        if rows.undated > 0 { parts.append(language.localized(Strings.undatedClaims(rows.undated))) }
        return parts.joined(separator: " · ")
    }

    private func drawHeading(_ columns: [Column], in line: Rect, on grid: inout Grid) {
        let names = columns.map { column in
            TextFit.padded(
                TextFit.clipped(language.localized(Strings.name(of: column.order)), to: column.columns),
                to: column.columns)
        }
        grid.write(" " + names.joined(separator: "  "), in: line, style: Theme.heading)
    }

    private func draw(
        _ claim: Claim, _ columns: [Column], isSelected: Bool, in line: Rect, on grid: inout Grid
    ) {
        let style = isSelected ? Theme.selected : Style.plain
        if isSelected {
            grid.fill(line, style: style)
            grid.cursor = Point(row: line.row, column: line.column)
        }
        let cells = columns.map { column in
            TextFit.padded(
                TextFit.clipped(text(of: claim, in: column.order), to: column.columns), to: column.columns)
        }
        grid.write(" " + cells.joined(separator: "  "), in: line, style: style)
    }

    func text(of claim: Claim, in column: ClaimOrder) -> String {
        let evidence = graph.evidence(of: claim)
        switch column {
        case .item:
            guard case .item(let position) = claim.entity else {
                return language.localized(graph.title(of: claim.entity))
            }
            let item = graph.item(position)
            return language.localized(item.short ?? item.title)
        case .claim: return language.localized(evidence.claim)
        case .source: return graph.source(evidence.source).map { language.localized($0.title) } ?? ""
        case .date: return evidence.date.map { language.localized($0.label) } ?? "—"
        case .strength: return language.localized(graph.strength(of: claim))
        case .locator: return graph.locator(of: claim).map { language.localized($0) } ?? ""
        }
    }

    /// What the claim is about, the claim in full, its quote, and its source with the locator.
    private func drawDetail(of claim: Claim, in area: Rect, on grid: inout Grid) {
        let divider = Rect(row: area.row - 1, column: area.column, columns: area.columns, rows: 1)
        grid.fill(divider, with: "─", style: Theme.frame)
        let label = "\(graph.id(of: claim.entity)) \(claim.number + 1)"
        grid.write(
            " \(label) ", at: Point(row: divider.row, column: divider.right - label.columns - 4),
            in: divider, style: Theme.frame)
        let room = area.inset(columns: 1)
        let evidence = graph.evidence(of: claim)
        let quote = evidence.quote.map { ["“\($0)”"] } ?? []
        let references =
            graph.source(evidence.source)?.references(at: evidence.locator, language) ?? []
        let texts =
            [(language.localized(graph.title(of: claim.entity)), Theme.title)]
            + (language.paragraphs(evidence.claim) + quote).map { ($0, Style.plain) }
            + references.map { ($0, Theme.sourced) }
        let lines = texts.flatMap { text, style in
            Wrapping.lines(of: text, columns: room.columns).map { Span($0, style: style) }
        }
        for (number, line) in lines.prefix(room.rows).enumerated() {
            grid.write([line], in: room.line(number))
        }
        if lines.count > room.rows {
            grid.put("↓", at: Point(row: room.bottom - 1, column: room.right - 1))
        }
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
        let name = name(of: column)
        return Text(chinese: "按\(name.chinese ?? "")排序", english: "by \(name.english ?? "")")
    }

    static func undatedClaims(_ count: Int) -> Text {
        Text(chinese: "另有 \(count) 条日期不详", english: "\(count) more undated")
    }
}
