import Screen

/// Where the parts of a timeline stand in the room that it has.
///
/// ```
/// axis      2010            2015            2020        今天
/// heading  行动 · 项目  58，日期不详 26
/// items        ┊    ┣━━━━━━━━━━━━┫ 渝贵铁路   ┊         │
/// rule     ─────────────────────────── ● 日  ┣━┫ 时段 ─────
/// caption  渝贵铁路  Chongqing–Guiyang railway
///          2013年5月至2018年1月25日 · 项目
/// ```
///
/// With little room the rule goes first, then the caption, the heading that stays, and the axis.
struct TimelineLayout: Equatable {
    let axis: Rect
    /// The line for the heading of the lane at the top; where there is none, headings scroll away.
    let heading: Rect
    let items: Rect
    let rule: Rect
    let caption: Rect

    init(_ size: Size) {
        self.init(Rect(size))
    }

    init(_ area: Rect) {
        let rows = area.rows
        func lines(_ count: Int, below row: Int) -> Rect {
            Rect(row: row, column: area.column, columns: area.columns, rows: count)
        }
        let captionRows = rows >= 40 ? 5 : rows >= 14 ? 2 : rows >= 6 ? 1 : 0
        axis = lines(rows >= 3 ? 1 : 0, below: area.row)
        heading = lines(rows >= 5 ? 1 : 0, below: axis.bottom)
        caption = lines(captionRows, below: area.bottom - captionRows)
        rule = lines(rows >= 14 ? 1 : 0, below: caption.row - (rows >= 14 ? 1 : 0))
        items = lines(rule.row - heading.bottom, below: heading.bottom)
    }
}
