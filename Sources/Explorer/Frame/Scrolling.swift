/// The scroll position at which a row of a list is visible.
///
/// A pane beside others cannot use the terminal's own scrolling, so that a list moves by half its height at a time:
/// one larger redraw in place of many.
enum Scrolling {
    /// The first row to show, given the present one, so that `row` is visible and no rows below the last are empty.
    static func top(_ top: Int, showing row: Int?, of count: Int, in height: Int) -> Int {
        let last = max(0, count - height)
        guard height > 0, let row else { return min(max(0, top), last) }
        var top = min(max(0, top), last)
        if row < top || row >= top + height { top = row - height / 2 }
        return min(max(0, top), last)
    }
}
