import CaseModel

/// The visible part of a timeline's days.
///
/// At zoom 0 all days are visible; each level doubles the columns of a day, until each day has one of its own.
struct TimelineWindow: Equatable {
    /// The zoom level.
    let zoom: Int
    /// The columns of the days.
    let scale: TimelineScale
    /// The column of the first visible day on the scale.
    let offset: Int
    /// The number of visible columns without margins.
    let width: Int

    /// A window of this width, with zoom and first day clamped to valid values.
    init(_ range: ClosedRange<Int>, columns: Int, zoom: Int, left: Int) {
        let width = max(1, columns - 2 * TimelineBar.margin)
        let deepest = (0..<24).first { width << $0 >= range.count } ?? 24
        let zoom = min(max(0, zoom), deepest)
        let scale = TimelineScale(range, columns: width << zoom)
        let day = min(max(range.lowerBound, left), range.upperBound)
        offset = min(scale.column(of: day), scale.columns - width)
        (self.zoom, self.scale, self.width) = (zoom, scale, width)
    }

    /// The visible columns of the scale with margins.
    var seen: Range<Int> { offset - TimelineBar.margin..<offset + width + TimelineBar.margin }

    /// The first visible day.
    var left: Int { scale.day(in: offset) }

    /// True if any part of an item's bar is visible.
    func shows(_ entry: Timeline.Entry) -> Bool {
        TimelineBar(entry, on: scale).columns.map(seen.overlaps) ?? false
    }

    /// The window at another zoom level in which these days begin in the same column, moved as far as necessary to
    /// show all of them, or at least their beginning.
    func zoomed(to zoom: Int, around days: ClosedRange<Int>) -> TimelineWindow {
        let next = with(zoom: zoom, left: left)
        let start = next.scale.column(of: days.lowerBound)
        let length = next.scale.column(of: days.upperBound) - start
        let edge = width / 8
        let place = min(scale.column(of: days.lowerBound) - offset, width - 1 - edge - length)
        return next.with(zoom: next.zoom, left: next.scale.day(in: start - max(edge, place)))
    }

    /// The window moved by a number of columns.
    func panned(by columns: Int) -> TimelineWindow {
        with(zoom: zoom, left: scale.day(in: min(max(0, offset + columns), scale.columns - width)))
    }

    private func with(zoom: Int, left: Int) -> TimelineWindow {
        TimelineWindow(scale.range, columns: width + 2 * TimelineBar.margin, zoom: zoom, left: left)
    }
}

/// The columns of a range of days. A later day is never further left than an earlier one.
struct TimelineScale: Equatable {
    /// The range of days.
    let range: ClosedRange<Int>
    /// The number of columns, 1 or more.
    let columns: Int

    init(_ range: ClosedRange<Int>, columns: Int) {
        self.range = range
        self.columns = max(1, columns)
    }

    /// The column of a day, 0 for the first of the range; days outside of the range have columns outside.
    func column(of day: Int) -> Int {
        PartialDate.floored((day - range.lowerBound) * columns, range.count)
    }

    /// The first day of a column, or of the columns to its right if a day takes several.
    func day(in column: Int) -> Int {
        let (quotient, remainder) = (column * range.count).quotientAndRemainder(dividingBy: columns)
        return range.lowerBound + quotient + (remainder > 0 ? 1 : 0)
    }

    /// The columns of a number of days, rounded down.
    func columns(ofDays days: Int) -> Int { days * columns / range.count }
}
