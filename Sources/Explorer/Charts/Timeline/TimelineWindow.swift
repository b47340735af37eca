import CaseModel

/// The part of a timeline's days that is in view.
///
/// Zoomed by nothing, all days are in view; each step doubles the columns that a day takes, until it has one of
/// its own.
struct TimelineWindow: Equatable {
    /// How many steps it is zoomed in.
    let zoom: Int
    /// Where the days stand.
    let scale: TimelineScale
    /// The column of the scale that the first day in view stands in.
    let offset: Int
    /// The columns in view, margins not counted.
    let width: Int

    /// A window so many columns wide. Zoom and first day are brought to the nearest that there are.
    init(_ range: ClosedRange<Int>, columns: Int, zoom: Int, left: Int) {
        let width = max(1, columns - 2 * TimelineBar.margin)
        let deepest = (0..<24).first { width << $0 >= range.count } ?? 24
        let zoom = min(max(0, zoom), deepest)
        let scale = TimelineScale(range, columns: width << zoom)
        let day = min(max(range.lowerBound, left), range.upperBound)
        offset = min(scale.column(of: day), scale.columns - width)
        (self.zoom, self.scale, self.width) = (zoom, scale, width)
    }

    /// The columns of the scale in view, margins counted.
    var seen: Range<Int> { offset - TimelineBar.margin..<offset + width + TimelineBar.margin }

    /// The first day in view.
    var left: Int { scale.day(in: offset) }

    /// Whether something of an item's bar is in view.
    func shows(_ entry: Timeline.Entry) -> Bool {
        TimelineBar(entry, on: scale).columns.map(seen.overlaps) ?? false
    }

    /// The window at another zoom in which these days begin where they did, or as far from there as it takes to
    /// have them all in view, or at least their beginning.
    func zoomed(to zoom: Int, around days: ClosedRange<Int>) -> TimelineWindow {
        let next = with(zoom: zoom, left: left)
        let start = next.scale.column(of: days.lowerBound)
        let length = next.scale.column(of: days.upperBound) - start
        let edge = width / 8
        let place = min(scale.column(of: days.lowerBound) - offset, width - 1 - edge - length)
        return next.with(zoom: next.zoom, left: next.scale.day(in: start - max(edge, place)))
    }

    /// The window moved by so many columns.
    func panned(by columns: Int) -> TimelineWindow {
        with(zoom: zoom, left: scale.day(in: min(max(0, offset + columns), scale.columns - width)))
    }

    private func with(zoom: Int, left: Int) -> TimelineWindow {
        TimelineWindow(scale.range, columns: width + 2 * TimelineBar.margin, zoom: zoom, left: left)
    }
}
