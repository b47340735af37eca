import CaseModel
import Screen
import TextLayout

/// Draws a step of a talk: its headline and revealed points below its view.
struct TalkView {
    let state: State
    let talk: Talk

    func draw(on grid: inout Grid) {
        if talk.isBlank { return drawBlank(on: &grid) }
        guard let page = state.layout.step else {
            return state.drawPlace(on: &grid)
        }
        if let size = page.room {
            // The view has a grid of its own, so that the text covers no part of it.
            var place = Grid(size: size)
            state.drawPlace(on: &place)
            grid.paste(place, at: Point(row: page.divider.bottom, column: 0))
            grid.fill(page.divider, with: Theme.rule, style: Theme.frame)
        }
        for row in 0..<page.title.rows {
            let (line, words) = (page.title.line(row), page.titleLines[row])
            let column = max(0, (line.columns - words.columns) / 2)
            grid.write(words, at: Point(row: line.row, column: column), in: line, style: Theme.faint)
        }
        for row in 0..<page.bar.rows {
            let line = page.bar.line(row)
            grid.fill(line, style: Theme.headline)
            grid.write(page.headline[row], in: line.inset(columns: 1))
        }
        if page.showsOccasion(revealed: talk.revealed) {
            grid.write(lines: page.occasionLines, in: page.occasion)
        }
        for row in 0..<page.code.rows {
            grid.write(page.codeLines[row], in: page.code.line(row))
        }
        drawText(on: page, on: &grid)
        drawFooter(in: page.footer, on: &grid)
    }

    /// A blank screen that says so, with the hints on its last line.
    private func drawBlank(on grid: inout Grid) {
        let size = grid.size
        let words = state.language.localized(Strings.paused)
        let line = Rect(row: size.rows / 2, column: 0, columns: size.columns, rows: min(1, size.rows))
        let start = Point(row: line.row, column: max(0, (size.columns - words.columns) / 2))
        grid.write(words, at: start, in: line, style: Theme.faint)
        grid.cursor = start
        let footer = Rect(row: size.rows - 1, column: 0, columns: size.columns, rows: size.rows >= 3 ? 1 : 0)
        if !footer.isEmpty { Frame(state: state).drawKeys(in: footer, on: &grid) }
    }

    private func drawText(on page: TalkPage, on grid: inout Grid) {
        let area = page.text
        let lines = page.lines(revealed: talk.revealed)
        let top = min(max(0, talk.top), max(0, lines.count - area.rows))
        grid.write(lines: lines.dropFirst(top), in: area)
        if top > 0 { grid.put("↑", at: Point(row: area.row, column: area.right), style: Theme.key) }
        if top + area.rows < lines.count {
            grid.put("↓", at: Point(row: area.bottom - 1, column: area.right), style: Theme.key)
        }
        grid.cursor = Point(row: area.row, column: area.column)
    }

    /// The numbers of the step and of its revealed points, and the hints.
    private func drawFooter(in line: Rect, on grid: inout Grid) {
        guard !line.isEmpty else { return }
        let points = state.step?.points.count ?? 0
        let dots =
            String(repeating: "●", count: talk.revealed)
            + String(repeating: "○", count: max(0, points - talk.revealed))
        let frame = Frame(state: state)
        // What is said or asked comes before the numbers where there is no room for both.
        let text =
            Frame.isShort(line.columns) && (frame.sentence != nil || state.mode.isTyping)
            ? "" : " \(talk.step + 1)/\(state.stepCount) \(dots) "
        grid.write(
            text, at: Point(row: line.row, column: line.right - text.columns), in: line, style: Theme.faint)
        frame.drawKeys(in: line.dropLast(columns: text.columns), on: &grid)
    }
}
