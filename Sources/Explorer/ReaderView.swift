import CaseModel
import Screen

/// Draws one item or source to be read.
struct ReaderView {
    let state: State
    let reader: Reader

    private static let hints: [[Command]] = [
        [.up, .down], [.enter], [.back], [.help], [.close], [.cycleLanguage], [.nextTarget], [.goTo],
        [.historyBack, .historyForward],
    ]

    func draw(on grid: inout Grid) {
        let layout = Reader.Layout(size: grid.size)
        let chrome = Chrome(state: state)
        chrome.drawHeader(in: layout.header, on: &grid)
        chrome.drawFooter(in: layout.footer, hints: Self.hints, mode: .reader, on: &grid)
        let lines = state.document(of: reader.subject).lines(columns: layout.body.columns)
        let top = min(max(0, reader.top), max(0, lines.count - layout.body.rows))
        grid.cursor = Point(row: layout.body.row, column: layout.body.column)
        var isFirstOfTarget = true
        for row in 0..<layout.body.rows {
            guard lines.indices.contains(top + row) else { break }
            let line = lines[top + row]
            let isAimed = line.target != nil && line.target == reader.target
            let spans = isAimed ? line.spans.map { Span($0.text, style: Look.selected) } : line.spans
            let area = Rect(
                row: layout.body.row + row, column: layout.body.column + line.column,
                columns: layout.body.columns - line.column, rows: 1)
            grid.write(spans, in: area)
            if isAimed, isFirstOfTarget {
                grid.cursor = Point(row: area.row, column: area.column)
                isFirstOfTarget = false
            }
        }
        drawPosition(top: top, of: lines.count, layout: layout, on: &grid)
    }

    /// How much of the text lies above and below, at the right end of the last line.
    private func drawPosition(top: Int, of count: Int, layout: Reader.Layout, on grid: inout Grid) {
        guard count > layout.body.rows, layout.footer.columns >= 40 else { return }
        let text = " \(min(count, top + layout.body.rows))/\(count) "
        grid.write(
            text, at: Point(row: layout.footer.row, column: layout.footer.right - text.columns),
            in: layout.footer, style: Look.faint)
    }
}
