import CaseModel
import Screen
import TextLayout

/// The lines below the panes about the selected item and the quality of its evidence.
struct DetailBar: Sendable {
    /// A line, with right-aligned text if there is room.
    struct Line: Sendable {
        var left: [Span]
        var right: String?
        /// The key that pressing the text on the right stands for.
        var key: Screen.Key?

        /// Whether the text on the right has room beside one on the left, with a gap between them.
        func fits(beside left: [Span], columns: Int) -> Bool {
            left.columns + (right?.columns ?? 0) + 2 <= columns
        }
    }

    /// Everything that the text depends on.
    struct Key: Equatable, Sendable {
        /// The described item; nil for the card of welcome.
        let position: Int?
        let language: LanguageChoice
        let columns: Int
        let note: Notebook.Note?
        /// The item by which the connection is explained: the last pinned one, or that of a pane out of sight.
        let pin: Int?

        /// Nil if there is no item or no room.
        init?(in state: State, columns: Int) {
            guard let position = state.browse.described, columns > 0 else { return nil }
            self.position = position
            self.columns = columns
            language = state.language
            note = state.notebook.notes[.item(state.graph.item(position).id)]
            pin = state.browse.reference(of: position)?.origin
        }

        /// The key of the card of welcome.
        init(cardIn state: State, columns: Int) {
            (position, note, pin) = (nil, nil, nil)
            (self.columns, language) = (columns, state.language)
        }
    }

    let key: Key
    let lines: [Line]

    init(_ key: Key, in state: State) {
        #if DEBUG
            LaidOutText.observer?(.detail)
        #endif
        self.key = key
        guard let position = key.position else {
            lines = WelcomeCard(state: state, columns: key.columns).lines
            return
        }
        let text = DetailText(of: position, in: state)
        lines =
            [Line(left: text.titles, right: text.status)]
            + text.paragraphs(titleColumns: DetailText.titleColumns(onLineOf: key.columns)).flatMap {
                paragraph in
                Wrapping.lines(of: paragraph, columns: key.columns).map { Line(left: $0) }
            }
    }

    func draw(from top: Int, in area: Rect, on grid: inout Grid) {
        if lines.count > top + area.rows, area.rows > 0 {
            // The sign for more lines is in the margin.
            grid.write(
                Theme.more, at: Point(row: area.bottom - 1, column: area.right),
                in: Rect(row: area.row, column: area.right, columns: 1, rows: area.rows), style: Theme.faint)
        }
        for row in 0..<area.rows {
            guard lines.indices.contains(top + row) else { break }
            let line = lines[top + row]
            grid.write(line.left, in: area.line(row))
            if let right = line.right, line.fits(beside: line.left, columns: area.columns) {
                grid.write(
                    right, at: Point(row: area.row + row, column: area.right - right.columns), in: area,
                    style: Theme.faint)
                if let key = line.key {
                    grid.react(
                        Rect(
                            row: area.row + row, column: area.right - right.columns, columns: right.columns,
                            rows: 1), as: .key(key))
                }
            }
        }
    }
}
