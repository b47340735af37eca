import CaseModel
import Screen
import TextLayout

/// A map fitted to the pins, the filter and the size of its area.
struct MapScene {
    let chart: MapChart
    let context: ChartContext
    /// The coordinates, borders and marks of the case.
    let plan: MapPlan
    /// The places in their order.
    let ranking: MapRanking
    let layout: MapLayout
    let window: MapWindow

    init(_ chart: MapChart, in context: ChartContext, area: Rect) {
        self.chart = chart
        self.context = context
        (plan, ranking) = (context.mapPlan, context.mapRanking(by: chart.order))
        layout = MapLayout(area, hasUndrawn: !ranking.undrawn.isEmpty)
        window = chart.window(size: layout.map.size, of: plan)
    }

    /// The selected place.
    var selected: Int? { chart.selected }
    /// The language of data and interface.
    var language: LanguageChoice { context.language }
    var places: Records<Place> { context.graph.case.places }

    /// True if a place borders the selected one.
    func isNeighbour(_ place: Int) -> Bool { selected.map { plan.neighbours[$0].contains(place) } ?? false }

    /// A place's title on one line.
    func title(of place: Int) -> String { language.line(places[place].title) }

    func localized(_ phrase: Text) -> String { language.localized(phrase) }

    /// The lines beneath markers and labels.
    func lines() -> MapLines { MapLines(plan, in: window, selected: selected) }

    /// Where markers and labels stand. Lines count whatever is selected, so that labels stay where they are: they are
    /// laid out once, and a selection only adds its own, unless its marker is under another one.
    func labels() -> MapLabels {
        struct Key: Equatable {
            let window: MapWindow
            let items: [[Int]]
            let language: LanguageChoice
        }
        let key = Key(window: window, items: ranking.items, language: language)
        var labels = context.cache.table(for: key) { self.labels(selecting: nil) }
        guard let selected else { return labels }
        if labels.hidden.contains(selected) { return self.labels(selecting: selected) }
        labels.ensureLabel(of: selected, names: names(of: selected) + [brief(of: selected)])
        return labels
    }

    /// The labels laid out from the beginning.
    func labels(selecting place: Int?) -> MapLabels {
        MapLabels(
            ranking.mostFirst, selected: place, on: MapLines(plan, in: window, selected: nil).all,
            cell: { place in plan.points[place].flatMap(window.cell) }, names: names, brief: brief)
    }

    /// The possible labels of a place, each with the number of items, the longest first.
    private func names(of place: Int) -> [String] {
        let title = places[place].title
        let (whole, short) = (language.line(title), localized(title))
        let widest = max(14, layout.map.columns / 3)
        let names = [whole, short, Self.shortened(short, to: 24), Self.shortened(short, to: 13)]
        let count = " \(ranking.count(of: place))"
        let fitting = names.dropLast().filter { $0.columns + count.columns <= widest } + names.suffix(1)
        return fitting.map { $0 + count }
    }

    /// The shortest label of a place.
    private func brief(of place: Int) -> String {
        "\(Self.shortened(localized(places[place].title), to: 5)) \(ranking.count(of: place))"
    }

    /// As many whole words of a name as fit, followed by an ellipsis; a single word is cut to fit.
    private static func shortened(_ name: String, to columns: Int) -> String {
        guard name.columns > columns else { return name }
        var words = name.split(separator: " ")
        while words.count > 1 {
            words.removeLast()
            let shorter = words.joined(separator: " ") + "…"
            if shorter.columns <= columns { return shorter }
        }
        return TextFit.clipped(name, to: columns)
    }
}

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
        func lines(_ count: Int, below row: Int) -> Rect {
            Rect(row: row, column: area.column, columns: columns, rows: count)
        }
        summary = lines(isWide || rows >= 14 ? 1 : 0, below: area.row)
        strip = lines(!isWide && hasUndrawn && rows >= 2 ? 1 : 0, below: summary.bottom)
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

/// The centre of a map in metres from the middle of all places; whole numbers, so that it can be encoded for
/// another screen.
struct MapCentre: Hashable, Sendable {
    var east = 0
    var north = 0
}

extension MapCentre {
    init(_ point: PlanePoint) {
        self.init(east: Int((point.east * 1000).rounded()), north: Int((point.north * 1000).rounded()))
    }
}

/// The part of the flat map that is in view, and how large: at zoom 0 all places fit, and each step shows two thirds
/// of what was seen before. Another size of the screen sees about the same land.
struct MapWindow: Equatable, Sendable {
    /// The largest zoom.
    static let closest = 9

    /// The size in cells.
    let size: Size
    /// The zoom level, 0 to `closest`.
    let zoom: Int
    /// Braille dots per kilometre.
    let scale: Double
    /// The centre, in kilometres.
    private(set) var middle: PlanePoint
    /// The distances from the centre within which a point has a margin around it, in kilometres.
    private let half: PlanePoint
    private let reach: PlanePoint

    /// A window of this many cells around a centre, moved so that it contains a point if one is given.
    init(_ plan: MapPlan, size: Size, zoom: Int, centre: MapCentre, showing point: PlanePoint? = nil) {
        let zoom = min(max(0, zoom), Self.closest)
        let margin = (columns: min(3, size.columns / 8), rows: size.rows >= 6 ? 1 : 0)
        let room = (
            across: Double(max(1, 2 * (size.columns - 2 * margin.columns) - 1)),
            down: Double(max(1, 4 * (size.rows - 2 * margin.rows) - 1))
        )
        let fit = min(room.across / plan.reach.east, room.down / plan.reach.north) / 2
        let scale = (0..<zoom).reduce(fit) { scale, _ in scale * 1.5 }
        self.size = size
        self.zoom = zoom
        self.scale = scale
        reach = plan.reach
        half = PlanePoint(east: room.across / scale / 2, north: room.down / scale / 2)
        middle = PlanePoint(east: Double(centre.east) / 1000, north: Double(centre.north) / 1000)
        if let point {
            middle.east = min(max(middle.east, point.east - half.east), point.east + half.east)
            middle.north = min(max(middle.north, point.north - half.north), point.north + half.north)
        }
        // The window stops at the outermost places.
        let slack = (east: max(0, reach.east - half.east), north: max(0, reach.north - half.north))
        middle.east = min(max(middle.east, -slack.east), slack.east)
        middle.north = min(max(middle.north, -slack.north), slack.north)
    }

    /// The centre in whole metres.
    var centre: MapCentre { MapCentre(middle) }

    /// The squared distance of a point from the centre, in kilometres squared.
    func distance(of point: PlanePoint) -> Double {
        let (east, north) = (point.east - middle.east, point.north - middle.north)
        return east * east + north * north
    }

    /// The dot of a point; it may lie outside.
    func dot(of point: PlanePoint) -> BrailleCanvas.Dot {
        func whole(_ value: Double) -> Int { Int(min(max(-1e6, value.rounded()), 1e6)) }
        return BrailleCanvas.Dot(
            x: whole(Double(2 * size.columns - 1) / 2 + (point.east - middle.east) * scale),
            y: whole(Double(4 * size.rows - 1) / 2 - (point.north - middle.north) * scale))
    }

    /// The cell of a point; nil if it is out of view.
    func cell(of point: PlanePoint) -> Point? {
        let cell = dot(of: point).cell
        return Rect(size).contains(cell) ? cell : nil
    }

    /// The centre after panning half a window in a direction.
    func panned(to direction: Direction) -> MapCentre {
        let step: (east: Double, north: Double) =
            switch direction {
            case .north: (0, half.north)
            case .south: (0, -half.north)
            case .east: (half.east, 0)
            case .west: (-half.east, 0)
            }
        return MapCentre(PlanePoint(east: middle.east + step.east, north: middle.north + step.north))
    }

    /// The longest scale bar of a round number of kilometres within a number of columns; nil if none fits.
    func scaleBar(atMost columns: Int) -> (kilometres: Int, columns: Int)? {
        var best: (kilometres: Int, columns: Int)?
        for power in [1, 10, 100, 1000] {
            for kilometres in [power, 2 * power, 5 * power] {
                let length = Int((Double(kilometres) * scale / 2).rounded())
                if length >= 2, length <= columns { best = (kilometres, length) }
            }
        }
        return best
    }
}
