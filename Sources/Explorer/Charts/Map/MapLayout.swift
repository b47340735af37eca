import Screen

/// The layout of a map's parts in an area.
///
/// ```
/// 地点 73 · 图上 17 · 不在图上 56                          summary
///                                     │ 图上 17            list: where there is room beside the map
///      ● 江津区 9     ● 綦江区 24     │ ■ 遵义市       29
///        ⠈⠢⡀                         │ ● 綦江区       24
/// ── ● 重庆  ■ 贵州  ⠤⠤ 相邻 ─────────┴───────────────     legend
/// 綦江区  Qijiang District                                 details
/// ```
///
/// Without room for the list, places without coordinates are shown in a single line. A single line of details
/// describes only the selected place.
struct MapLayout: Equatable {
    let summary: Rect
    let strip: Rect
    let map: Rect
    let list: Rect
    let legend: Rect
    let details: Rect

    /// The least number of columns for a list beside the map.
    private static let wide = 64
    /// The least number of columns for a list as high as the area, since longer lines of details are hard to read.
    private static let tall = 120

    /// The layout of an area, with or without places that have no coordinates.
    init(_ area: Rect, hasUndrawn: Bool) {
        let (columns, rows) = (area.columns, area.rows)
        let isWide = columns >= Self.wide && rows >= 12
        summary = area.lines(isWide || rows >= 14 ? 1 : 0, at: area.row)
        strip = area.lines(!isWide && hasUndrawn && rows >= 2 ? 1 : 0, at: summary.bottom)
        let detailRows = rows >= 40 ? 9 : rows >= 20 ? 5 : rows >= 14 ? 4 : rows >= 10 ? 2 : 1
        let listColumns = isWide ? min(60, max(26, columns * 3 / 10)) : 0
        let gap = isWide ? 3 : 0
        let mapColumns = columns - listColumns - gap
        let isTall = columns >= Self.tall
        let below = isTall ? mapColumns + 1 : columns
        func floor(_ count: Int, above row: Int) -> Rect {
            Rect(row: row - count, column: area.column, columns: below, rows: count)
        }
        details = floor(rows >= 4 || rows == 1 ? detailRows : 0, above: area.bottom)
        legend = floor(rows >= 7 ? 1 : 0, above: details.row)
        let body = legend.row - strip.bottom
        map = Rect(row: strip.bottom, column: area.column, columns: mapColumns, rows: body)
        list = Rect(
            row: strip.bottom, column: map.right + gap, columns: listColumns,
            rows: isTall ? area.bottom - strip.bottom : body)
    }

    /// The line between map and list, one column wide; empty without a list.
    var divider: Rect {
        Rect(row: list.row, column: map.right + 1, columns: list.isEmpty ? 0 : 1, rows: list.rows)
    }
}
