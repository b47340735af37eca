import TextLayout

extension Grid {
    /// Draws a text from `point` on, clipped to `area` and the grid, and returns its columns, those hidden on the
    /// left included. A wide glyph that an edge would cut is blank; drawing stops at the first glyph that does not
    /// fit on the right.
    @discardableResult
    package mutating func write(_ text: String, at point: Point, in area: Rect, style: Style = .plain) -> Int
    {
        let part = clip(area)
        guard part.rows.contains(point.row) else { return 0 }
        var column = point.column
        for glyph in Glyphs(text) {
            let end = Rect.sum(column, glyph.columns)
            if end > part.columns.upperBound {
                if part.columns.contains(column) { set(.space, point.row, column, style) }
                break
            }
            if column >= part.columns.lowerBound {
                set(glyph, point.row, column, style)
            } else if end > part.columns.lowerBound {
                set(.space, point.row, part.columns.lowerBound, style)
            }
            column = end
        }
        return Rect.difference(column, point.column)
    }

    /// Draws a span from `point` on by the same rules, with its link.
    @discardableResult
    package mutating func write(_ span: Span, at point: Point, in area: Rect) -> Int {
        let columns = write(span.text, at: point, in: area, style: span.style)
        if let link = span.link {
            let part = clip(area)
            let end = min(Rect.sum(point.column, columns), part.columns.upperBound)
            let start = max(point.column, part.columns.lowerBound)
            if part.rows.contains(point.row), start < end {
                self.link(Rect(row: point.row, column: start, columns: end - start, rows: 1), to: link)
            }
        }
        return columns
    }

    /// Draws a text at the upper left of `line`, clipped with an ellipsis when it is too long, and returns
    /// the columns it takes.
    @discardableResult
    package mutating func write(_ text: String, in line: Rect, style: Style = .plain) -> Int {
        let text = TextFit.clipped(text, to: line.columns)
        return write(text, at: Point(row: line.row, column: line.column), in: line, style: style)
    }

    /// Draws spans one after another at the upper left of `line`, clipped with an ellipsis if they are too long
    /// together, and returns the columns that they take.
    @discardableResult
    package mutating func write(_ spans: [Span], in line: Rect) -> Int {
        var used = 0
        var rest = spans.columns
        let isTooLong = rest > line.columns
        for span in spans {
            let columns = span.text.columns
            rest -= columns
            let room = line.columns - used
            // A span that leaves no room for the ellipsis ends with it.
            let isLast = isTooLong && columns + (rest > 0 ? "…".columns : 0) > room
            let text = isLast ? TextFit.clipped(span.text + (rest > 0 ? "…" : ""), to: room) : span.text
            let point = Point(row: line.row, column: Rect.sum(line.column, used))
            used += write(span.with(text: text), at: point, in: line)
            if isLast { break }
        }
        return used
    }
}
