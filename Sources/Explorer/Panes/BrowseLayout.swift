import CaseModel
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
    /// The focused pane has about half of the width where a third of it is too little for titles. Short screens drop
    /// the detail bar, then the frame, then footer and titles; narrow ones show one pane and keep the titles as tabs.
    struct Layout: Sendable {
        /// The choices and texts that determine a layout.
        struct Choices: Equatable, Sendable {
            var size: Size
            var zoom: Zoom?
            var focus = 0
            /// The lines of the card of welcome; 0 if it is closed.
            var cardRows = 0
            /// The lines of the longest of the questions that the panes answer.
            var questionRows = 0
        }

        /// The least number of rows for the questions that the panes answer.
        static let tall = 30
        /// The least number of columns for panes side by side.
        static let narrow = 72
        /// The columns of a focused pane that has room for nearly every title.
        private static let ample = 60
        /// The columns that a pane beside the focused one keeps.
        private static let least = 12

        let choices: Choices
        /// The line at the top; empty on a short screen.
        let header: Rect
        /// The line of pane titles, part of the frame if there is one.
        let titles: Rect
        /// The rows of each pane; hidden panes have the area that they would get.
        let panes: [Rect]
        /// The numbers of the visible panes.
        let shown: ClosedRange<Int>
        /// The lines about the selected item, or of the card of welcome.
        let detail: Rect
        /// The line of hints and notices, part of the frame if there is one.
        let footer: Rect
        /// True if panes and detail bar have a frame.
        let isFramed: Bool

        init(size: Size, zoom: Zoom? = nil, focus: Int = 0) {
            self.init(Choices(size: size, zoom: zoom, focus: focus))
        }

        init(_ choices: Choices) {
            self.choices = choices
            let (columns, rows) = (choices.size.columns, choices.size.rows)
            isFramed = Self.isFramed(choices.size)
            let isAlone = columns < Self.narrow || choices.zoom == .pane
            shown = isAlone ? choices.focus...choices.focus : 0...2

            let edge = isFramed ? 1 : 0
            header = Rect(row: 0, column: 0, columns: columns, rows: rows >= 8 ? 1 : 0)
            titles = Rect(row: header.bottom, column: 0, columns: columns, rows: rows >= 2 ? 1 : 0)
            footer = Rect(row: rows - 1, column: 0, columns: columns, rows: rows >= 4 ? 1 : 0)

            let body = Rect(
                row: titles.bottom, column: edge, columns: columns - 2 * edge,
                rows: rows - titles.bottom - footer.rows)
            let detailRows: Int
            switch choices.zoom {
            case .detail: detailRows = body.rows - edge
            case .pane: detailRows = 0
            case nil:
                let card = rows >= 8 ? min(choices.cardRows, body.rows * 3 / 5) : 0
                let share =
                    Preferences.current.layout.details.map { rows * $0 / 100 }
                    ?? min(rows / 6, max(4, rows / 8))
                detailRows = max(card, rows >= 16 ? min(max(2, share), body.rows - 4) : 0)
            }
            let dividing = detailRows > 0 ? edge : 0
            detail = Rect(
                row: body.bottom - detailRows, column: edge, columns: body.columns, rows: detailRows)
            let paneRows = body.rows - detailRows - dividing
            let questions = rows >= Self.tall && choices.zoom != .detail ? choices.questionRows : 0
            let widths = isAlone ? [] : Self.widths(of: body.columns, focus: choices.focus)
            var column = edge
            panes = (0...2).map { pane in
                let width = isAlone ? body.columns : widths[pane]
                defer { column += isAlone ? 0 : width + 1 }
                return Rect(
                    row: body.row + questions, column: column, columns: width, rows: paneRows - questions)
            }
        }

        /// The columns of the texts of the detail bar on a screen of some size.
        static func textColumns(of size: Size) -> Int { size.columns - (isFramed(size) ? 4 : 2) }

        private static func isFramed(_ size: Size) -> Bool { size.rows >= 8 && size.columns >= 8 }

        /// The widths of panes side by side with a line between each two; `share` is what the user wants for the focused
        /// one, in hundredths. The others keep what their signs and a few letters need.
        static func widths(
            of columns: Int, focus: Int, share: Int? = Preferences.current.layout.focusedPane
        ) -> [Int] {
            let room = columns - 2
            let usual = max((room + 2) / 3, min(room / 2, ample))
            let wide = share.map { max(0, min(room * $0 / 100, room - 2 * least)) } ?? usual
            let others = [(room - wide) / 2, room - wide - (room - wide) / 2]
            var widths = others
            widths.insert(wide, at: focus)
            return widths
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

        /// The visible pane whose rows are at a point.
        func pane(at point: Point) -> Int? { shown.first { panes[$0].contains(point) } }

        /// The lines of the question above a pane; empty on a short screen.
        func question(of pane: Int) -> Rect {
            Rect(
                row: titles.bottom, column: panes[pane].column, columns: panes[pane].columns,
                rows: panes[pane].row - titles.bottom)
        }
    }

    /// The questions that the panes answer, wrapped for their panes.
    struct Questions: Sendable {
        /// Everything that the lines depend on.
        struct Key: Equatable, Sendable {
            let columns: Int
            let focus: Int
            let isAlone: Bool
            let language: LanguageChoice
        }

        /// The most lines of a question.
        private static let most = 3

        let key: Key
        /// The lines of each pane's question.
        let lines: [[String]]
        /// The lines of the longest question, whichever pane has the focus, so that rows stay where they are.
        let rows: Int

        init(_ key: Key, of panes: [Pane]) {
            self.key = key
            func wrapped(_ pane: Int, focus: Int) -> [String] {
                guard let question = panes[pane].question else { return [] }
                let room = key.columns - 2
                let columns = key.isAlone ? room : Layout.widths(of: room, focus: focus)[pane]
                return Wrapping.lines(of: key.language.first.line(question), columns: columns - 1)
            }
            lines = panes.indices.map { Array(wrapped($0, focus: key.focus).prefix(Self.most)) }
            let counts = panes.indices.flatMap { pane in panes.indices.map { wrapped(pane, focus: $0).count }
            }
            rows = min(Self.most, counts.max() ?? 0)
        }
    }
}
