import Screen
import TextLayout

/// A text alone on the screen, without frame or margin, so that the terminal's own selection can take it.
struct Pager: Equatable, Sendable {
    /// The text.
    let text: String
    /// The first line shown.
    var top = 0

    /// The text above, a notice below it, a hint on the last line.
    struct Layout {
        let text: Rect
        let notice: Rect
        let hint: Rect

        init(size: Size, noticeLines: Int) {
            let hints = size.rows >= 4 ? 1 : 0
            // The text keeps half of the screen at least.
            let notices = min(noticeLines, size.rows / 2 - hints)
            text = Rect(row: 0, column: 0, columns: size.columns, rows: size.rows - hints - max(0, notices))
            notice = Rect(row: text.bottom, column: 0, columns: size.columns, rows: notices)
            hint = Rect(row: notice.bottom, column: 0, columns: size.columns, rows: hints)
        }
    }

    /// The text in lines of so many columns.
    struct Page: Sendable {
        let text: String
        let columns: Int
        let lines: [[Span]]

        init(_ text: String, columns: Int) {
            #if DEBUG
                LaidOutText.observer?(.pager)
            #endif
            (self.text, self.columns) = (text, columns)
            lines = Wrapping.lines(of: Span.linking(text), columns: columns)
        }
    }
}

extension Pager {
    /// Scrolls a text of so many lines in so many rows; false for a command that does not scroll.
    mutating func carryOut(_ command: Command, lines: Int, rows: Int) -> Bool {
        switch command {
        case .move(.up): top -= 1
        case .move(.down): top += 1
        case .move(.pageUp): top -= max(1, rows - 1)
        case .move(.pageDown): top += max(1, rows - 1)
        case .move(.first): top = 0
        case .move(.last): top = lines
        case .move(.left), .move(.right), .enter, .back, .close, .pane, .reading, .chart, .view, .travel,
            .find, .own, .program, .talk:
            return false
        }
        top = min(max(0, top), max(0, lines - rows))
        return true
    }
}

extension State {
    /// Lays out the copied text that is left on the screen.
    mutating func layOutPager() {
        guard let sheet else {
            layout.pager = nil
            return
        }
        if let page = layout.pager, page.columns == size.columns, page.text == sheet.text { return }
        layout.pager = Pager.Page(sheet.text, columns: size.columns)
    }

    /// Carries out a command while a copied text is left on the screen: whatever does not scroll it closes it.
    mutating func carryOutInPager(_ command: Command) {
        let rows = Pager.Layout(size: size, noticeLines: 0).text.rows
        if let page = layout.pager, sheet?.carryOut(command, lines: page.lines.count, rows: rows) == false {
            sheet = nil
        }
    }
}

/// Draws a text that was left on the screen.
struct PagerView {
    let state: State
    let sheet: Pager

    func draw(on grid: inout Grid) {
        guard let lines = state.layout.pager?.lines else { return }
        grid.fill(Rect(grid.size))
        let notice = state.notice.map { state.language.localized($0) } ?? ""
        let notices = notice.isEmpty ? [] : Wrapping.lines(of: notice, columns: grid.size.columns)
        let layout = Pager.Layout(size: grid.size, noticeLines: notices.count)
        let top = min(sheet.top, max(0, lines.count - layout.text.rows))
        for row in 0..<min(layout.text.rows, lines.count - top) {
            // Without an ellipsis, whatever its width: the terminal's selection must get the text as it is.
            var column = 0
            for span in lines[top + row] {
                let point = Point(row: layout.text.row + row, column: column)
                column += grid.write(span, at: point, in: layout.text)
            }
        }
        for (row, line) in notices.enumerated() {
            grid.write(line, in: layout.notice.line(row), style: Theme.notice)
        }
        let position =
            lines.count > layout.text.rows
            ? "  \(min(lines.count, top + layout.text.rows))/\(lines.count)" : ""
        grid.write(
            state.language.localized(Strings.pagerHint) + position, in: layout.hint, style: Theme.faint)
        grid.cursor = Point(row: 0, column: 0)
    }
}
