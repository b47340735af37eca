import CaseModel
import Screen
import TextLayout

/// Draws a timeline.
struct TimelineView {
    let context: ChartContext
    let rows: TimelineRows
    /// The first row; drawn only if no heading stays above the others.
    let top: Int
    /// The visible days; nil if nothing is dated.
    let window: TimelineWindow?
    /// The position of the selected item.
    let selected: Int?

    private static let tick: Character = "┊"
    private static let now: Character = "│"
    private static let earlier = "‹"
    private static let later = "›"
    /// The least number of columns for dates after the titles.
    private static let wide = 120

    func draw(in area: Rect, on grid: inout Grid) {
        let layout = TimelineLayout(area)
        guard !rows.rows.isEmpty else {
            return drawNothing(in: area, on: &grid)
        }
        if let window { drawDays(window, layout: layout, on: &grid) }
        grid.cursor = Point(row: layout.items.row, column: layout.items.column)
        if let lane = rows.lane(of: top) {
            draw(.heading(rows.lanes[lane].kind), on: layout.heading, grid: &grid)
        }
        let first = top + layout.heading.rows
        for number in 0..<layout.items.rows {
            guard rows.rows.indices.contains(first + number) else { break }
            draw(rows.rows[first + number], on: layout.items.line(number), grid: &grid)
        }
        TimelineCaption(context: context, position: selected.flatMap { rows.row(of: $0) == nil ? nil : $0 })
            .draw(in: layout, on: &grid)
    }

    /// Draws years or months with light lines below them, and a solid line for today.
    private func drawDays(_ window: TimelineWindow, layout: TimelineLayout, on grid: inout Grid) {
        let axis = layout.axis
        let shift = axis.column - window.seen.lowerBound
        func drawLine(_ glyph: Character, at column: Int, style: Style) {
            for row in layout.heading.row..<layout.items.bottom {
                grid.put(glyph, at: Point(row: row, column: column), style: style)
            }
        }
        let ticks = TimelineAxis(window).ticks
        for tick in ticks { drawLine(Self.tick, at: tick.column + shift, style: Theme.faint) }

        var taken = axis.right..<axis.right
        let today = context.today.map { window.scale.column(of: $0.days.lowerBound) }
        if let today, window.seen.contains(today) {
            drawLine(Self.now, at: today + shift, style: Theme.title)
            let label = context.language.localized(Strings.today)
            let start = max(axis.column, min(today + shift, axis.right - label.columns))
            grid.write(label, at: Point(row: axis.row, column: start), in: axis, style: Theme.title)
            taken = start - 1..<start + label.columns + 1
        }
        var free = axis.column
        for tick in ticks {
            let label = context.language.localized(tick.label)
            let columns = tick.column + shift..<tick.column + shift + label.columns
            guard columns.upperBound <= axis.right, columns.lowerBound >= free, !columns.overlaps(taken)
            else { continue }
            free = columns.upperBound + 1
            grid.write(
                label, at: Point(row: axis.row, column: columns.lowerBound), in: axis, style: Theme.faint)
        }
    }

    private func draw(_ row: TimelineRows.Row, on line: Rect, grid: inout Grid) {
        switch row {
        case .heading(let number):
            guard let lane = rows.lanes.first(where: { $0.kind == number }) else { return }
            let kind = context.graph.case.kinds[number]
            let pane = context.graph.case.panes.first { $0.id == kind.pane }
            let names = [pane?.title, kind.plural].compactMap { $0.map(context.language.line) }
            let isMatched = rows.items(of: lane).contains { context.claimFilter?.matches($0) != false }
            let counts = context.language.localized(
                Strings.inLane(dated: lane.dated, undated: lane.undated, isMatched: isMatched))
            grid.write(
                [
                    Span(names.joined(separator: " · "), style: Theme.heading),
                    Span("  " + counts + " ", style: Theme.faint),
                ], in: line)
        case .item(let position):
            grid.react(line, as: .part(position))
            let bar: Range<Int>
            let entry = context.graph.entry(of: position)
            if let entry, let window {
                bar = draw(entry, in: window, on: line, grid: &grid)
            } else {
                bar = point(at: String(TimelineBar.unknown), atEnd: false, on: line, grid: &grid)
            }
            let isWide = entry != nil && line.columns >= Self.wide
            drawLabel(of: position, dates: isWide ? entry : nil, beside: bar, on: line, grid: &grid)
        }
    }

    /// Draws the visible part of a bar, or an arrow towards it; returns the columns used.
    private func draw(
        _ entry: Timeline.Entry, in window: TimelineWindow, on line: Rect, grid: inout Grid
    ) -> Range<Int> {
        let bar = TimelineBar(entry, on: window.scale)
        let seen = window.seen
        guard let columns = bar.columns, columns.upperBound >= seen.lowerBound else {
            return point(at: Self.earlier, atEnd: false, on: line, grid: &grid)
        }
        guard columns.lowerBound < seen.upperBound else {
            return point(at: Self.later, atEnd: true, on: line, grid: &grid)
        }
        let shift = line.column - seen.lowerBound
        let style = entry.position == selected ? Theme.title : Theme.span
        for run in bar.runs {
            let part = Range(run.columns).clamped(to: seen)
            grid.fill(
                Rect(row: line.row, column: part.lowerBound + shift, columns: part.count, rows: line.rows),
                with: run.glyph, style: style)
        }
        let part = Range(columns).clamped(to: seen)
        return part.lowerBound + shift..<part.upperBound + shift
    }

    /// Draws a sign for days out of view at one end of the line; returns its column.
    private func point(at sign: String, atEnd: Bool, on line: Rect, grid: inout Grid) -> Range<Int> {
        let column = atEnd ? max(line.column, line.right - 1) : line.column
        grid.write(sign, at: Point(row: line.row, column: column), in: line, style: Theme.faint)
        return column..<column + 1
    }

    /// Writes an item's title beside its bar, with the reader's signs and followed by the dates if both fit, in one
    /// language if two do not fit.
    private func drawLabel(
        of position: Int, dates entry: Timeline.Entry?, beside bar: Range<Int>, on line: Rect,
        grid: inout Grid
    ) {
        let title = context.graph.item(position).title
        let (whole, short) = (context.language.line(title), context.language.localized(title))
        let wording = Wording(case: context.graph.case, language: context.language)
        let signs = context.marker(of: .item(position))?.tail.text ?? ""
        let labels = [(whole, entry.map { "  " + wording.dates($0) } ?? ""), (whole, ""), (short, "")]
            .map { ($0, signs + $1) }
        func room(for label: (String, String)) -> Range<Int> {
            let columns = label.0.columns + label.1.columns
            return TimelineLabel.room(for: columns, beside: bar, in: line.column..<line.right)
        }
        let label = labels.first { $0.columns + $1.columns < room(for: ($0, $1)).count } ?? labels[2]
        let columns = room(for: label)
        let name = TextFit.clipped(label.0, to: columns.count - 1 - label.1.columns)
        let text = name + label.1
        // A title left of its bar is aligned to the bar's beginning.
        let isLeft = columns.upperBound <= bar.lowerBound
        let wanted = isLeft ? columns.upperBound - 1 - text.columns : columns.lowerBound + 1
        let start = min(max(line.column, wanted), max(line.column, line.right - 1))
        let isSelected = position == selected
        func write(_ text: String, at column: Int, style: Style) {
            grid.write(text, at: Point(row: line.row, column: column), in: line, style: style)
        }
        if start > line.column { write(" ", at: start - 1, style: .plain) }
        write(text + " ", at: start, style: Theme.faint)
        write(name, at: start, style: isSelected ? Theme.selected : .plain)
        write(signs, at: start + name.columns, style: Theme.notebook)
        if isSelected { grid.cursor = Point(row: line.row, column: start) }
    }

    private func drawNothing(in area: Rect, on grid: inout Grid) {
        grid.write(
            wrapping: context.language.localized(context.reasonForEmptiness ?? Strings.nothingInTime),
            in: area.inset(columns: 1), from: area.rows / 3)
    }
}
