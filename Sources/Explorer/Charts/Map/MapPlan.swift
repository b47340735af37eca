import CaseModel
import Screen

/// The case projected on a plane: coordinates, borders, items by place, and the mark of each province.
struct MapPlan: Sendable {
    /// The mark of a province's places; shape and colour each identify it.
    struct Mark: Equatable, Sendable {
        let glyph: Character
        let colour: Colour?
    }

    /// Two bordering places on the map.
    struct Border: Equatable, Sendable {
        let one: Int
        let other: Int
    }

    /// The position of each place, in kilometres from the middle of all places; nil if unknown.
    let points: [PlanePoint?]
    /// The extent of the places to the east and north of the middle; never zero, so that a single place has a
    /// scale.
    let reach: PlanePoint
    /// The numbers of the places that each place borders, whichever side states the border.
    let neighbours: [[Int]]
    /// The projection of all points.
    let projection: Projection
    /// The outlines of places, as open lines where the map is cut through them.
    let outlines: [[PlanePoint]]
    /// For each place, the nearest of the places that it lies in that is on the map; nil if there is none.
    let hosts: [Int?]
    /// The borders between places on the map, each once.
    let borders: [Border]
    /// The positions of the items at each place.
    let items: [[Int]]
    /// The provinces on the map with their marks.
    let legend: [(title: Text, mark: Mark)]
    private let marks: [Mark]
    /// The index of each place's province; places without one come last.
    private let provinces: [Int]

    /// Shapes that stay distinct in ASCII, in the colours without another meaning.
    private static let shapes = [
        Mark(glyph: "●", colour: .cyan), Mark(glyph: "■", colour: .yellow),
        Mark(glyph: "▲", colour: .magenta),
        Mark(glyph: "▼", colour: .green), Mark(glyph: "◐", colour: .blue), Mark(glyph: "▶", colour: .red),
        Mark(glyph: "◀", colour: .brightCyan), Mark(glyph: "□", colour: .brightYellow),
    ]
    private static let rest = Mark(glyph: "○", colour: nil)
    private static let leastReach = 5.0

    init(_ graph: CaseGraph) {
        let places = graph.case.places
        let coordinates = places.map(\.coordinates)
        let projection = Projection(around: coordinates.compactMap { $0 })
        let points = coordinates.map { place in
            place.map { projection.point(latitude: $0.latitude, longitude: $0.longitude) }
        }
        self.points = points
        self.projection = projection
        outlines = places.compactMap(\.outline).flatMap(\.rings).flatMap { Self.lines(of: $0, projection) }
        hosts = Self.hosts(of: places, on: points)
        let known = points.compactMap { $0 }
        reach = PlanePoint(
            east: max(Self.leastReach, known.map { abs($0.east) }.max() ?? 0),
            north: max(Self.leastReach, known.map { abs($0.north) }.max() ?? 0))
        let neighbours = graph.neighboursOfPlaces
        self.neighbours = neighbours
        borders = places.indices.flatMap { one in
            neighbours[one].filter { $0 > one && points[one] != nil && points[$0] != nil }
                .map { Border(one: one, other: $0) }
        }
        items = graph.itemsOfPlaces

        var named: [Text] = []
        for province in places.compactMap(\.province) where !named.contains(province) {
            named.append(province)
        }
        provinces = places.map { $0.province.flatMap { named.firstIndex(of: $0) } ?? named.count }
        let drawn = places.indices.filter { points[$0] != nil }
        var shaped: [Int] = []
        for province in drawn.map({ [provinces] in provinces[$0] })
        where province < named.count && !shaped.contains(province) && shaped.count < Self.shapes.count {
            shaped.append(province)
        }
        let marks = provinces.map { province in
            shaped.firstIndex(of: province).map { Self.shapes[$0] } ?? Self.rest
        }
        self.marks = marks
        let others = drawn.contains { marks[$0] == Self.rest } ? [(Strings.otherProvinces, Self.rest)] : []
        legend = shaped.enumerated().map { (named[$1], Self.shapes[$0]) } + others
    }

    /// A ring as lines on the plane, broken where the map is cut.
    private static func lines(of ring: [PlaceOutline.Vertex], _ projection: Projection) -> [[PlanePoint]] {
        var lines: [[PlanePoint]] = [[]]
        for (number, vertex) in ring.enumerated() {
            if number > 0, projection.isCut(between: ring[number - 1].longitude, and: vertex.longitude) {
                lines.append([])
            }
            lines[lines.count - 1].append(
                projection.point(latitude: vertex.latitude, longitude: vertex.longitude))
        }
        return lines
    }

    private static func hosts(of places: Records<Place>, on points: [PlanePoint?]) -> [Int?] {
        let numbers = Dictionary(places.enumerated().map { ($1.id, $0) }) { first, _ in first }
        return places.indices.map { place in
            var seen: Set<Int> = [place]
            var host = places[place].within.flatMap { numbers[$0] }
            while let here = host, points[here] == nil, seen.insert(here).inserted {
                host = places[here].within.flatMap { numbers[$0] }
            }
            return host.flatMap { points[$0] == nil || $0 == place ? nil : $0 }
        }
    }

    func mark(of place: Int) -> Mark { marks[place] }

    /// The index of a place's province among those of the case.
    func province(of place: Int) -> Int { provinces[place] }

    /// The nearest place in a direction: among those within 45° of it, else among those on that side at all.
    /// Sideways distance counts twice. The result does not depend on the screen, since distances are measured on
    /// the ground.
    func neighbour(of place: Int, going direction: Direction) -> Int? {
        guard let here = points[place] else { return nil }
        var best: (isAside: Bool, distance: Double, place: Int)?
        for (other, there) in points.enumerated() {
            guard let there else { continue }
            let way = direction.way(from: here, to: there)
            guard way.forward > 0 else { continue }
            let distance = way.forward + 2 * way.aside
            let found = (isAside: way.aside > way.forward, distance: distance, place: other)
            if let best, (best.isAside ? 1 : 0, best.distance) <= (found.isAside ? 1 : 0, distance) {
                continue
            }
            best = found
        }
        return best?.place
    }
}

/// A direction on the map.
enum Direction {
    case north, south, east, west

    /// The distances forward and sideways in this direction between two points.
    func way(from here: PlanePoint, to there: PlanePoint) -> (forward: Double, aside: Double) {
        let (east, north) = (there.east - here.east, there.north - here.north)
        return switch self {
        case .north: (north, abs(east))
        case .south: (-north, abs(east))
        case .east: (east, abs(north))
        case .west: (-east, abs(north))
        }
    }
}

extension ChartContext {
    var mapPlan: MapPlan { cache.table(for: 0) { MapPlan(graph) } }
}
