import CaseModel
import Screen
import TextLayout

/// Draws the bibliography as a table, with the details of the selected source below it.
struct SourcesTable {
    let chart: SourcesChart
    let rows: SourceRows
    let context: ChartContext

    private var language: LanguageChoice { context.language }

    func draw(_ layout: SourcesChart.Layout, selected: Int?, top: Int, on grid: inout Grid) {
        grid.write(" " + summary, in: layout.summary, style: Theme.title)
        guard let place = rows.place(of: selected) else {
            grid.write(
                " " + language.localized(Strings.nothingFound), in: layout.list.line(0), style: Theme.faint)
            return
        }
        let top = Scrolling.top(top, showing: place, of: rows.numbers.count, in: layout.list.rows)
        let dateColumns = dateColumns
        for line in 0..<layout.list.rows {
            guard rows.numbers.indices.contains(top + line) else { break }
            draw(
                rows.numbers[top + line], isSelected: top + line == place, dateColumns: dateColumns,
                in: layout.list.line(line), on: &grid)
        }
        if !layout.detail.isEmpty { drawDetail(of: rows.numbers[place], in: layout.detail, on: &grid) }
    }

    /// The columns of a day in digits, or of the widest date that needs words.
    private var dateColumns: Int {
        context.graph.case.sources.lazy.compactMap(\.date).filter { !$0.isPlain }
            .map { language.localized($0.label).columns }.reduce(10, max)
    }

    /// How many sources of what type in what order.
    private var summary: String {
        let all = context.graph.case.sources.count
        let count = rows.numbers.count == all ? "\(all)" : "\(rows.numbers.count)/\(all)"
        let form = chart.form.map { Strings.name(of: $0) } ?? Strings.allTypes
        return [
            "\(language.localized(SourcesChart.title)) \(count)", language.localized(form),
            language.localized(Strings.name(of: chart.order)),
        ].joined(separator: " · ")
    }

    /// `  12  2018-01-25  规划  title`: narrow rows do without the type, then without the date.
    private func draw(
        _ number: Int, isSelected: Bool, dateColumns: Int, in line: Rect, on grid: inout Grid
    ) {
        let source = context.graph.case.sources[number]
        let style = isSelected ? Theme.selected : Style.plain
        if isSelected {
            grid.fill(line, style: style)
            grid.cursor = Point(row: line.row, column: line.column)
        }
        let count = String(rows.citers[number].count)
        var cells = [String(repeating: " ", count: max(0, 4 - count.columns)) + count]
        if line.columns >= 40 {
            let date = language.localized(source.date?.label ?? Strings.dateUnknown)
            cells.append(TextFit.padded(date, to: dateColumns))
        }
        if line.columns >= 60 {
            let widest = rows.forms.map { language.localized(Strings.name(of: $0)).columns }.max()
            cells.append(TextFit.padded(language.localized(Strings.name(of: source.form)), to: widest ?? 0))
        }
        let lead = cells.joined(separator: "  ") + "  "
        grid.write([Span(lead, style: style), Span(language.line(source.title), style: style)], in: line)
    }

    /// The full reference, and the entities that cite the source.
    private func drawDetail(of number: Int, in area: Rect, on grid: inout Grid) {
        let divider = Rect(row: area.row - 1, column: area.column, columns: area.columns, rows: 1)
        grid.fill(divider, with: "─", style: Theme.frame)
        let source = context.graph.case.sources[number]
        grid.write(
            " \(source.id) ", at: Point(row: divider.row, column: divider.right - source.id.text.columns - 4),
            in: divider, style: Theme.frame)
        let room = area.inset(columns: 1)
        let references = source.references(language).flatMap {
            Wrapping.lines(of: $0, columns: room.columns, hanging: 2)
        }
        let titles = rows.citers[number].map { language.line(context.graph.title(of: $0)) }
        let head = "\(language.localized(Strings.citedBy)) \(titles.count)"
        let citers = titles.isEmpty ? [] : [head] + titles.map { "· " + $0 }
        // Both parts are shown as far as they fit; a third of the room is reserved for citations.
        let forCiters = min(citers.count, max(room.rows / 3, room.rows - references.count))
        let shown = Array(references.prefix(room.rows - forCiters)) + citers
        for (line, text) in shown.prefix(room.rows).enumerated() {
            let isHead = text == head
            grid.write(text, in: room.line(line), style: isHead ? Theme.heading : .plain)
        }
        if shown.count > room.rows { grid.put("↓", at: Point(row: room.bottom - 1, column: room.right - 1)) }
    }
}

extension Strings {
    static let allTypes = Text(chinese: "全部类型", english: "all types")

    static func name(of order: SourcesChart.Order) -> Text {
        switch order {
        case .cited: Text(chinese: "按被引次数", english: "by times cited")
        case .date: Text(chinese: "按日期", english: "by date")
        case .form: Text(chinese: "按类型", english: "by type")
        case .listed: Text(chinese: "按案例次序", english: "as the case lists them")
        }
    }
}
