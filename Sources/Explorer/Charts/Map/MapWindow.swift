import CaseModel
import Screen

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
