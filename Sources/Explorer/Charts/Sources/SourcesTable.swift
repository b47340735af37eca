import CaseModel
import Screen
import TextLayout

/// Draws the bibliography as a table, with the details of the selected source below it.
struct SourcesTable {
    let chart: SourcesChart
    let rows: SourceRows
    let context: ChartContext

    private var language: LanguageChoice { context.language }

    func draw(_ layout: TableLayout, _ selection: TableSelection<Int>, on grid: inout Grid) {
        let columns = columns(of: layout.list.columns)
        let isShown = chart.order == .listed || columns.contains { $0.order == chart.order }
        grid.write(
            " " + summary(isOrderShown: isShown), in: layout.summary, style: Theme.title)
        guard let place = selection.index(in: rows.numbers) else {
            return layout.drawReason(context.reasonForNoRows, on: &grid)
        }
        drawHeading(columns, in: layout.heading, on: &grid)
        layout.draw(rows.numbers, selection, on: &grid) {
            context.marker(of: .source($0))
        } text: { number in
            columns.map { cell(text(of: number, in: $0.order), $0) }.joined()
        }
        if !layout.detail.isEmpty {
            let number = rows.numbers[place]
            layout.drawDetail(
                context.graph.case.sources[number].id.text,
                detail(of: number, columns: layout.detailColumns, rows: layout.detail.rows), on: &grid)
        }
    }

    /// The columns of a day in digits, or of the widest date that needs words.
    private var dateColumns: Int {
        context.graph.case.sources.lazy.compactMap(\.date).filter { !$0.isPlain }
            .map { language.localized($0.label).columns }.reduce(10, max)
    }

    /// How many sources of what type in what order, and whether there is no room for the column of that order.
    func summary(isOrderShown: Bool = true) -> String {
        let all = context.graph.case.sources.count
        let count = rows.numbers.count == all ? "\(all)" : "\(rows.numbers.count)/\(all)"
        let form = chart.form.map(\.title) ?? Strings.allTypes
        return [
            "\(language.localized(SourcesChart.title)) \(count)", language.localized(form),
            language.localized(Strings.name(of: chart.order))
                + (isOrderShown ? "" : language.localized(Strings.noRoomForColumn)),
        ].joined(separator: " · ")
    }

    /// A column of the table: its order, and how wide it is.
    private struct Column {
        let order: SourcesChart.Order
        let columns: Int
    }

    /// The columns for a width: the count and the title always, then the date, the type, the link and the language,
    /// the strength, and who published it.
    private func columns(of width: Int) -> [Column] {
        let forms = rows.forms.map { language.localized($0.title).columns }.max() ?? 0
        let strengths = rows.allStrengths.map { language.localized($0.title).columns }.max() ?? 0
        func wide(_ order: SourcesChart.Order, _ columns: Int) -> Column {
            Column(
                order: order, columns: max(columns, language.localized(Strings.head(of: order)).columns + 1))
        }
        var columns = [wide(.cited, 4)]
        if width >= 40 { columns.append(wide(.date, dateColumns)) }
        if width >= 60 { columns.append(wide(.form, forms)) }
        if width >= 100 {
            columns.append(wide(.strength, strengths))
            columns.append(wide(.language, 6))
        }
        if width >= 120 { columns.append(wide(.publisher, width >= 160 ? 36 : 22)) }
        return columns + [Column(order: .title, columns: 0)]
    }

    /// The names of the columns; the one that sorts the rows is marked.
    private func drawHeading(_ columns: [Column], in line: Rect, on grid: inout Grid) {
        let names = columns.map { column in
            let name = language.localized(Strings.head(of: column.order))
            let isSorted = column.order == chart.order
            return Span(
                cell(name + (isSorted ? Self.sorted : ""), column),
                style: isSorted ? Theme.title : Theme.faint)
        }
        grid.write(names, in: line)
    }

    private static let sorted = "▾"
    /// The sign of a source with an address.
    private static let linked = "↗"

    /// A text in its column, followed by a gap; counts are aligned to the right.
    private func cell(_ text: String, _ column: Column) -> String {
        switch column.order {
        case .cited: TextFit.rightAligned(text, to: column.columns) + "  "
        case .title: text
        case .date, .form, .publisher, .strength, .language, .listed:
            TextFit.padded(text, to: column.columns) + "  "
        }
    }

    func text(of number: Int, in order: SourcesChart.Order) -> String {
        let source = context.graph.case.sources[number]
        switch order {
        case .cited: return String(rows.citers[number].count)
        case .date: return language.localized(source.date?.label ?? Strings.dateUnknown)
        case .form: return language.localized(source.form.title)
        case .publisher: return source.whoPublished.map(language.localized) ?? ""
        case .strength: return rows.strengths[number].map { language.localized($0.title) } ?? ""
        case .language:
            let link = source.url == nil && source.doi == nil ? "  " : Self.linked + " "
            return link + (source.language?.text ?? "")
        case .title: return language.title(of: source)
        case .listed: return ""
        }
    }

    /// The full reference, the reader's note, and the entities that cite the source.
    private func detail(of number: Int, columns: Int, rows height: Int) -> [[Span]] {
        let references = context.graph.case.sources[number].references(
            in: context.graph.case.manifest, language
        ).flatMap { Wrapping.lines(of: $0, columns: columns, hanging: 2) }
        let titles = rows.citers[number].map { language.line(context.graph.title(of: $0)) }
        let head = Span("\(language.localized(Strings.citedBy)) \(titles.count)", style: Theme.heading)
        let citers = titles.isEmpty ? [] : [head] + titles.map { Span("· " + $0) }
        let note = context.note(on: .source(number)).map { Wrapping.lines(of: $0, columns: columns) } ?? []
        // All parts are shown as far as they fit; a third of the room is reserved for a note, and one for citations.
        let forNote = min(note.count, max(1, height / 3))
        let rest = height - forNote
        let forCiters = min(citers.count, max(height / 3, rest - references.count))
        return references.prefix(max(0, rest - forCiters)).map { [Span($0)] } + note.prefix(forNote)
            + citers.map { [$0] }
    }
}

extension Strings {
    static let allTypes = Text(chinese: "全部类型", english: "all types")

    /// That no source fits what is typed, and that only those of a type were asked.
    static func noSource(of form: Source.Form?) -> Text {
        guard let form else { return Text(chinese: "没有相符的来源", english: "no source matches") }
        let other = key(.chart(SourcesChart.command(.nextType)), in: .view(.chart(.sources)))
        return form.title.inPhrase { language, type in
            switch language {
            case .chinese: "“\(type)”中没有相符的来源；\(other) 换类型"
            case .english: "no source of the type '\(type)' matches; \(other) changes the type"
            }
        }
    }

    static func name(of order: SourcesChart.Order) -> Text {
        switch order {
        case .cited: Text(chinese: "按被引次数", english: "by times cited")
        case .date: Text(chinese: "按日期", english: "by date")
        case .form: Text(chinese: "按类型", english: "by type")
        case .publisher: Text(chinese: "按发布者", english: "by publisher")
        case .strength: Text(chinese: "按证据强度", english: "by strength of evidence")
        case .language: Text(chinese: "按语言", english: "by language")
        case .title: Text(chinese: "按题名", english: "by title")
        case .listed: Text(chinese: "按案例次序", english: "as the case lists them")
        }
    }

    /// The name of a column.
    static func head(of order: SourcesChart.Order) -> Text {
        switch order {
        case .cited: Text(chinese: "被引", english: "cited")
        case .date: Text(chinese: "日期", english: "date")
        case .form: Text(chinese: "类型", english: "type")
        case .publisher: Text(chinese: "发布者", english: "publisher")
        case .strength: Text(chinese: "强度", english: "strength")
        case .language: Text(chinese: "↗语言", english: "↗lang")
        case .title: Text(chinese: "题名", english: "title")
        case .listed: Text("")
        }
    }
}
