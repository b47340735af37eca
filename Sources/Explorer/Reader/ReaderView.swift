import CaseModel
import Screen
import TextLayout

/// Draws the open page of the reader.
struct ReaderView {
    let state: State
    let reader: Reader

    func draw(on grid: inout Grid) {
        guard let page = state.layout.page else { return }
        let (layout, lines) = (page.layout, page.lines)
        let chrome = Frame(state: state)
        chrome.drawHeader(in: layout.header, on: &grid)
        let top = reader.top
        let footer = drawPosition(top: top, of: lines.count, layout: layout, on: &grid)
        chrome.drawFooter(in: drawFind(in: footer, on: &grid), on: &grid)
        grid.cursor = Point(row: layout.body.row, column: layout.body.column)
        let claim = reader.target.flatMap(page.claim(ofTarget:)) ?? 0..<0
        var isFirstOfTarget = true
        for row in 0..<layout.body.rows {
            guard lines.indices.contains(top + row) else { break }
            let line = lines[top + row]
            let isAimed = line.target != nil && line.target == reader.target
            let style = isAimed ? Theme.selected : claim.contains(top + row) ? Theme.claim : nil
            let own = style.map { style in line.spans.map { $0.with(style: style) } } ?? line.spans
            let marks = page.hits?.marks(on: top + row) ?? []
            let spans = own.restyled(marks.map(\.characters)) { style, number in
                // The present one is the reverse of its line.
                let isReversed = isAimed != (marks[number].hit == reader.hit)
                return isReversed ? Theme.found.adding(.reverse) : Theme.found
            }
            let area = Rect(
                row: layout.body.row + row, column: layout.body.column + line.column,
                columns: layout.body.columns - line.column, rows: 1)
            grid.write(spans, in: area)
            if claim.contains(top + row), line.column > 0 {
                grid.put(
                    Theme.bar, at: Point(row: area.row, column: layout.body.column), style: Theme.claim)
            }
            if isAimed, isFirstOfTarget {
                grid.cursor = Point(row: area.row, column: area.column)
                isFirstOfTarget = false
            }
            if let mark = marks.first(where: { $0.hit == reader.hit }), mark.isFirst {
                let before = line.spans.map(\.text).joined().prefix(mark.characters.lowerBound)
                grid.cursor = Point(
                    row: area.row, column: min(area.column + String(before).columns, area.right - 1))
            }
        }
    }

    /// Draws which of the places or results this is, and the keys that go on from it, at the left end of the last line;
    /// returns the rest of that line, nothing if the line is too short for more.
    private func drawFind(in line: Rect, on grid: inout Grid) -> Rect {
        guard state.notice == nil, state.picker == nil, let find = reader.find else { return line }
        let (position, keys) = state.tally(of: find)
        var used = grid.write(" " + position, in: line, style: Theme.title)
        let query = TextFit.clipped(find.query, to: max(4, line.columns / 4))
        for span in [Span(" “\(query)” ")] + keys {
            let rest = line.dropFirst(columns: used)
            guard span.text.columns <= rest.columns else { break }
            used += grid.write([span], in: rest)
        }
        return line.dropFirst(columns: used)
    }

    /// Draws the numbers of the last visible line and of all lines at the right end of the last line; returns the
    /// rest of that line.
    private func drawPosition(
        top: Int, of count: Int, layout: Reader.Layout, on grid: inout Grid
    ) -> Rect {
        let footer = layout.footer
        guard count > layout.body.rows, footer.columns >= 40 else { return footer }
        let text = " \(min(count, top + layout.body.rows))/\(count) "
        let rest = footer.dropLast(columns: text.columns)
        grid.write(text, at: Point(row: footer.row, column: rest.right), in: footer, style: Theme.faint)
        return rest
    }
}
