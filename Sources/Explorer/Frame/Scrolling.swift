/// Where a list must start so that a row of it is seen.
///
/// A pane among three cannot use the terminal's own scrolling, so a list moves by half its height at a time:
/// one redraw buys several key presses without any.
enum Scrolling {
    /// The first row to show, given the one shown now, so that `row` is seen and no room is wasted below.
    static func top(_ top: Int, showing row: Int?, of count: Int, in height: Int) -> Int {
        let last = max(0, count - height)
        guard height > 0, let row else { return min(max(0, top), last) }
        var top = min(max(0, top), last)
        if row < top || row >= top + height { top = row - height / 2 }
        return min(max(0, top), last)
    }
}
