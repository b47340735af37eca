import Screen

/// The layout of a timeline's parts in an area.
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
/// A small area drops the rule first, then the caption, the fixed heading, and the axis.
struct TimelineLayout: Equatable {
    let axis: Rect
    /// The line for the heading of the topmost lane; empty if headings scroll away.
    let heading: Rect
    let items: Rect
    let rule: Rect
    let caption: Rect

    init(_ size: Size) {
        self.init(Rect(size))
    }

    init(_ area: Rect) {
        let rows = area.rows
        let captionRows = rows >= 40 ? 5 : rows >= 14 ? 2 : rows >= 6 ? 1 : 0
        axis = area.lines(rows >= 3 ? 1 : 0, at: area.row)
        heading = area.lines(rows >= 5 ? 1 : 0, at: axis.bottom)
        caption = area.lines(captionRows, at: area.bottom - captionRows)
        rule = area.lines(rows >= 14 ? 1 : 0, at: caption.row - (rows >= 14 ? 1 : 0))
        items = area.lines(rule.row - heading.bottom, at: heading.bottom)
    }
}

/// The columns of a bar's title: right of the bar if it fits there, else left, else the larger part; the bar itself
/// if it leaves hardly any columns.
enum TimelineLabel {
    /// The least number of columns for a title.
    private static let least = 10

    /// The columns for a text of this width. The text is followed by a blank if it fits, and separated from the bar
    /// by another.
    static func room(for columns: Int, beside bar: Range<Int>, in line: Range<Int>) -> Range<Int> {
        let bar = bar.clamped(to: line)
        let right = bar.upperBound..<line.upperBound
        let left = line.lowerBound..<bar.lowerBound
        if columns < right.count {
            return right.lowerBound..<min(right.upperBound, right.lowerBound + columns + 2)
        }
        if columns < left.count {
            return max(left.lowerBound, left.upperBound - columns - 2)..<left.upperBound
        }
        let larger = right.count >= left.count ? right : left
        return larger.count < least && bar.count > larger.count + 2
            ? bar.lowerBound + 1..<bar.upperBound - 1 : larger
    }
}
