import CaseModel
import Screen

/// The point in the middle of a map, in metres from the middle of all places: whole numbers, so that words can carry
/// it to another screen.
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
struct MapWindow: Equatable {
    /// The largest zoom.
    static let closest = 9

    /// Its size in cells.
    let size: Size
    /// How far it is zoomed, 0 to `closest`.
    let zoom: Int
    /// Dots of a braille canvas for each kilometre.
    let scale: Double
    /// The point in the middle, in kilometres.
    private(set) var middle: PlanePoint
    /// How far from the middle a point may lie to have a margin around it, in kilometres.
    private let half: PlanePoint
    private let reach: PlanePoint

    /// A window of so many cells that shows land around a centre, and in any case a point if one is given.
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
        // There is nothing to see beyond the outermost places.
        let slack = (east: max(0, reach.east - half.east), north: max(0, reach.north - half.north))
        middle.east = min(max(middle.east, -slack.east), slack.east)
        middle.north = min(max(middle.north, -slack.north), slack.north)
    }

    /// The middle in whole metres.
    var centre: MapCentre { MapCentre(middle) }

    /// How far a point lies from the middle, in kilometres squared.
    func distance(of point: PlanePoint) -> Double {
        let (east, north) = (point.east - middle.east, point.north - middle.north)
        return east * east + north * north
    }

    /// The dot at which a point is drawn; it may lie outside.
    func dot(of point: PlanePoint) -> BrailleCanvas.Dot {
        func whole(_ value: Double) -> Int { Int(min(max(-1e6, value.rounded()), 1e6)) }
        return BrailleCanvas.Dot(
            x: whole(Double(2 * size.columns - 1) / 2 + (point.east - middle.east) * scale),
            y: whole(Double(4 * size.rows - 1) / 2 - (point.north - middle.north) * scale))
    }

    /// The cell of a point; nil where it is out of view.
    func cell(of point: PlanePoint) -> Point? {
        let cell = dot(of: point).cell
        let isInView = (0..<size.rows).contains(cell.row) && (0..<size.columns).contains(cell.column)
        return isInView ? cell : nil
    }

    /// The centre half a window further in a direction.
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

    /// A round number of kilometres that takes at most so many columns, and how many it takes; nil where nothing
    /// does.
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
