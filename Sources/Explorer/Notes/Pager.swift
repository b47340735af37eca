import Screen
import TextLayout

/// Commands of the pager, which shows a text alone on the screen.
package enum PagerCommand: CaseIterable, Hashable, Sendable {
    case up, down, pageUp, pageDown, first, last, close
}

/// A pager: a text alone on the screen, without frame or margin, so that the terminal's own selection can take it.
struct Pager: Equatable, Sendable {
    /// What is shown.
    enum Content: Equatable, Sendable {
        case text(String)
        /// Messages about the case's files, which change when they are read again.
        case notes([SourceNote])

        /// The text in so many columns, in which the line of a file does not wrap.
        func text(columns: Int) -> String {
            switch self {
            case .text(let text): text
            case .notes(let notes):
                notes.map { $0.lines(columns: columns).joined(separator: "\n") + "\n" }.joined()
            }
        }
    }

    let content: Content
    /// The first visible line.
    var top = 0

    /// A text.
    init(text: String) { content = .text(text) }

    /// Messages about the case's files.
    init(notes: [SourceNote]) { content = .notes(notes) }

    /// True for messages about the case's files.
    var isOfMistakes: Bool {
        if case .notes = content { true } else { false }
    }

    /// The layout: text, notice and hints.
    struct Layout {
        let text: Rect
        let notice: Rect
        let hint: Rect

        init(size: Size, noticeLines: Int) {
            let hints = size.rows >= 4 ? 1 : 0
            // At least half of the screen is for the text.
            let notices = min(noticeLines, size.rows / 2 - hints)
            text = Rect(row: 0, column: 0, columns: size.columns, rows: size.rows - hints - max(0, notices))
            notice = Rect(row: text.bottom, column: 0, columns: size.columns, rows: notices)
            hint = Rect(row: notice.bottom, column: 0, columns: size.columns, rows: hints)
        }
    }

    /// The text wrapped to a width.
    struct Page: Sendable {
        let content: Content
        let columns: Int
        let lines: [[Span]]

        init(_ content: Content, columns: Int) {
            #if DEBUG
                LaidOutText.observer?(.pager)
            #endif
            (self.content, self.columns) = (content, columns)
            lines = Wrapping.lines(of: Span.linking(content.text(columns: columns)), columns: columns)
        }
    }
}

extension Pager {
    /// Scrolls; false for the command that closes the pager.
    mutating func carryOut(_ command: PagerCommand, lines: Int, rows: Int) -> Bool {
        switch command {
        case .up: top -= 1
        case .down: top += 1
        case .pageUp: top -= max(1, rows - 1)
        case .pageDown: top += max(1, rows - 1)
        case .first: top = 0
        case .last: top = lines
        case .close: return false
        }
        top = min(max(0, top), max(0, lines - rows))
        return true
    }
}

extension State {
    /// Lays out the open pager.
    mutating func layOutPager() {
        guard let pager else {
            layout.pager = nil
            return
        }
        if let page = layout.pager, page.columns == size.columns, page.content == pager.content { return }
        layout.pager = Pager.Page(pager.content, columns: size.columns)
    }

    /// Carries out a command of the open pager.
    mutating func carryOutInPager(_ command: PagerCommand) {
        let rows = Pager.Layout(size: size, noticeLines: 0).text.rows
        if let page = layout.pager, pager?.carryOut(command, lines: page.lines.count, rows: rows) == false {
            pager = nil
        }
    }
}

/// Draws the pager.
struct PagerView {
    let state: State
    let pager: Pager

    func draw(on grid: inout Grid) {
        guard let lines = state.layout.pager?.lines else { return }
        grid.fill(Rect(grid.size))
        let notice = state.notice.map { state.language.localized($0) } ?? ""
        let notices = notice.isEmpty ? [] : Wrapping.lines(of: notice, columns: grid.size.columns)
        let layout = Pager.Layout(size: grid.size, noticeLines: notices.count)
        let top = min(pager.top, max(0, lines.count - layout.text.rows))
        for row in 0..<min(layout.text.rows, lines.count - top) {
            // No ellipsis is drawn, since the terminal's selection would copy it.
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
            ? " \(min(lines.count, top + layout.text.rows))/\(lines.count) " : ""
        let keys = layout.hint.dropLast(columns: position.columns)
        grid.write(
            position, at: Point(row: layout.hint.row, column: keys.right), in: layout.hint, style: Theme.faint
        )
        Frame(state: state).drawHints(in: keys, on: &grid)
        grid.cursor = Point(row: 0, column: 0)
    }
}
