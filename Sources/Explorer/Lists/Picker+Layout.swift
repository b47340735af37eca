import Screen

extension Picker {
    /// Where the parts of an open list stand: what is typed, then the entries, in a box; or, where the selected
    /// entry is a text to be taken along, over the whole screen with that text below.
    struct Layout {
        let box: Rect
        let query: Rect
        let list: Rect
        /// Horizontal lines.
        let rules: [Rect]
        /// Whether the box has sides.
        let hasSides: Bool
        /// The selected text, whole.
        let whole: Rect
        /// What the keys do with it.
        let hint: Rect

        init(size: Size, of content: Content) {
            switch content {
            case .copies: self.init(besideText: size)
            case .commands, .items, .finds, .filter, .choice, .steps, .leads, .notebookEntries:
                self.init(size: size)
            }
        }

        private init(size: Size) {
            let isRoomy = size.columns >= 40 && size.rows >= 12
            let columns = isRoomy ? min(size.columns - 8, 84) : size.columns
            let rows = isRoomy ? size.rows - 4 : size.rows
            box = Rect(
                row: (size.rows - rows) / 2, column: (size.columns - columns) / 2, columns: columns,
                rows: rows)
            let inner = isRoomy ? box.inset(rows: 1, columns: 2) : box
            query = inner.line(0)
            list = Rect(
                row: inner.row + 1, column: inner.column, columns: inner.columns, rows: inner.rows - 1)
            rules = isRoomy ? [box.line(0), box.line(box.rows - 1)] : []
            hasSides = isRoomy
            whole = Rect(row: box.bottom, column: 0, columns: 0, rows: 0)
            hint = whole
        }

        /// The text has about two thirds of the screen; of a low one the list keeps three rows, of a lower one all.
        private init(besideText size: Size) {
            box = Rect(size)
            let title = size.rows >= 12 ? 1 : 0
            query = box.line(title)
            let rest = size.rows - title - 1
            let isRoomy = rest >= 7
            let rows = isRoomy ? max(3, rest / 3) : rest
            list = Rect(row: query.row + 1, column: 0, columns: size.columns, rows: rows)
            let rule = Rect(row: list.bottom, column: 0, columns: size.columns, rows: isRoomy ? 1 : 0)
            rules = title > 0 ? [box.line(0), rule] : [rule]
            hasSides = false
            hint = Rect(row: size.rows - 1, column: 0, columns: size.columns, rows: isRoomy ? 1 : 0)
            whole = Rect(
                row: rule.bottom, column: 0, columns: size.columns, rows: isRoomy ? hint.row - rule.bottom : 0
            )
        }
    }
}
