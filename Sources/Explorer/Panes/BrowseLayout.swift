import Screen
import TextLayout

extension Browse {
    /// The layout of the panes on a screen of some size.
    ///
    /// ```
    /// header      渝黔毗邻省际协作治理   ⌂ › 国发〔2022〕2号                    中文
    /// titles     ┌1 共识 ── 3/14 ──┬2 组织 ── 6/39 ──┬3 行动 ── 11/72 ─┐
    /// panes      │                 │                 │                 │
    ///            ├─────────────────┴─────────────────┴─────────────────┤
    /// detail     │ 渝贵铁路  Chongqing–Guiyang railway                  │
    /// footer     └ ↑↓ 移动  Enter 进入 ────────────────────────────────┘
    /// ```
    ///
    /// Short screens drop the detail bar, then the frame, then footer and titles; narrow ones show one pane and
    /// keep the titles as tabs.
    struct Layout: Sendable {
        /// The least number of rows for the questions that the panes answer.
        static let tall = 30
        /// The least number of columns for panes side by side.
        static let narrow = 72

        /// The screen size, zoom and focus of the layout.
        let size: Size
        let zoom: Zoom?
        let focus: Int
        /// The line at the top; empty on a short screen.
        let header: Rect
        /// The line of pane titles, part of the frame if there is one.
        let titles: Rect
        /// The rows of each pane; hidden panes have the area that they would get.
        let panes: [Rect]
        /// The numbers of the visible panes.
        let shown: ClosedRange<Int>
        /// The lines about the selected item.
        let detail: Rect
        /// The line of hints and notices, part of the frame if there is one.
        let footer: Rect
        /// True if each pane has its question above it.
        let hasQuestions: Bool
        /// True if panes and detail bar have a frame.
        let isFramed: Bool

        init(size: Size, zoom: Zoom? = nil, focus: Int = 0) {
            (self.size, self.zoom, self.focus) = (size, zoom, focus)
            let (columns, rows) = (size.columns, size.rows)
            isFramed = rows >= 8 && columns >= 8
            let isAlone = columns < Self.narrow || zoom == .pane
            shown = isAlone ? focus...focus : 0...2

            let edge = isFramed ? 1 : 0
            header = Rect(row: 0, column: 0, columns: columns, rows: rows >= 8 ? 1 : 0)
            titles = Rect(row: header.bottom, column: 0, columns: columns, rows: rows >= 2 ? 1 : 0)
            footer = Rect(row: rows - 1, column: 0, columns: columns, rows: rows >= 4 ? 1 : 0)

            let body = Rect(
                row: titles.bottom, column: edge, columns: columns - 2 * edge,
                rows: rows - titles.bottom - footer.rows)
            let detailRows: Int
            switch zoom {
            case .detail: detailRows = body.rows - edge
            case .pane: detailRows = 0
            case nil: detailRows = rows >= 16 ? max(2, rows / 8) : 0
            }
            let dividing = detailRows > 0 ? edge : 0
            detail = Rect(
                row: body.bottom - detailRows, column: edge, columns: body.columns, rows: detailRows)
            let paneRows = body.rows - detailRows - dividing
            hasQuestions = rows >= Self.tall && zoom != .detail
            if isAlone {
                panes = (0...2).map { _ in
                    Rect(row: body.row, column: edge, columns: body.columns, rows: paneRows)
                }.map(hasQuestions ? Self.belowQuestion : { $0 })
            } else {
                let room = body.columns - 2
                let widths = [room / 3, (room + 1) / 3, room - room / 3 - (room + 1) / 3]
                var column = edge
                panes = widths.map { width in
                    defer { column += width + 1 }
                    return Rect(row: body.row, column: column, columns: width, rows: paneRows)
                }.map(hasQuestions ? Self.belowQuestion : { $0 })
            }
        }

        /// The columns of the lines between visible panes.
        var dividers: [Int] {
            shown.dropLast().map { panes[$0].right }
        }

        /// The title of a pane: above it, or as one of three tabs.
        func title(of pane: Int) -> Rect {
            guard shown.count == 1 else {
                return Rect(
                    row: titles.row, column: panes[pane].column, columns: panes[pane].columns,
                    rows: titles.rows)
            }
            let edge = isFramed ? 1 : 0
            let room = max(0, titles.columns - 2 * edge)
            let start = edge + room * pane / 3
            let end = edge + room * (pane + 1) / 3
            return Rect(row: titles.row, column: start, columns: end - start - 1, rows: titles.rows)
        }

        /// The line of the question above a pane; empty on a short screen.
        func question(of pane: Int) -> Rect {
            Rect(
                row: panes[pane].row - 1, column: panes[pane].column, columns: panes[pane].columns,
                rows: hasQuestions ? 1 : 0)
        }

        private static func belowQuestion(_ pane: Rect) -> Rect {
            Rect(row: pane.row + 1, column: pane.column, columns: pane.columns, rows: pane.rows - 1)
        }
    }
}
