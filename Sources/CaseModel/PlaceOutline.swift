/// The outline of a place: the lines that enclose it, for a map on which it can be recognised.
package struct PlaceOutline: Equatable, Sendable {
    /// A corner of an outline.
    package struct Vertex: Hashable, Sendable {
        /// Degrees north.
        package var latitude: Double
        /// Degrees east.
        package var longitude: Double

        package init(latitude: Double, longitude: Double) {
            (self.latitude, self.longitude) = (latitude, longitude)
        }
    }

    /// The map or data set that it is taken from.
    package var source: String
    /// The licence under which that may be used, as an SPDX expression or a sentence.
    package var licence: String
    /// Closed lines, each with its first corner again at the end: outer limits, and holes within them.
    package var rings: [[Vertex]]

    package init(source: String, licence: String, rings: [[Vertex]] = []) {
        (self.source, self.licence, self.rings) = (source, licence, rings)
    }
}

extension PlaceOutline {
    /// True where two lines of a ring are found to cross, so that it encloses nothing definite. Lines that stand side by
    /// side are compared with each other, up to a number that no real outline needs.
    package static func crossesItself(_ ring: [Vertex]) -> Bool {
        struct Line {
            let number: Int
            let start, end: Vertex
            var west: Double { min(start.longitude, end.longitude) }
            var east: Double { max(start.longitude, end.longitude) }
        }
        let last = ring.count - 2
        let lines = zip(ring, ring.dropFirst()).enumerated()
            .map { Line(number: $0, start: $1.0, end: $1.1) }
            .sorted { ($0.west, $0.number) < ($1.west, $1.number) }
        var open: [Line] = []
        var comparisons = 0
        for line in lines {
            comparisons += open.count
            guard comparisons <= mostComparisons else { return false }
            open.removeAll { $0.east < line.west }
            for other in open {
                let apart = abs(other.number - line.number)
                // Neighbours share a corner.
                if apart <= 1 || apart == last { continue }
                if crosses(line.start, line.end, other.start, other.end) { return true }
            }
            open.append(line)
        }
        return false
    }

    private static let mostComparisons = 2_000_000

    private static func crosses(_ one: Vertex, _ two: Vertex, _ three: Vertex, _ four: Vertex) -> Bool {
        turn(three, four, one) * turn(three, four, two) < 0
            && turn(one, two, three) * turn(one, two, four) < 0
    }

    /// More than zero for a turn to the left from one corner over another to a third; twice the area between them.
    fileprivate static func turn(_ from: Vertex, _ over: Vertex, _ to: Vertex) -> Double {
        (from.longitude - over.longitude) * (to.latitude - over.latitude)
            - (from.latitude - over.latitude) * (to.longitude - over.longitude)
    }
}

extension [PlaceOutline] {
    /// The outlines with no more than a number of corners on an average, of which the ones are kept that matter most
    /// (Visvalingam and Whyatt 1993): each removal takes the corner that encloses the smallest area with its
    /// neighbours. A border that two outlines share stays the same in both, since one measure serves them all. Rings
    /// that are too small to be seen go, but each outline keeps its largest.
    package func simplified(toEach corners: Int) -> [PlaceOutline] {
        var simplifier = OutlineSimplifier(self)
        simplifier.reduce(to: corners * count)
        return simplifier.outlines
    }
}

/// Takes corners out of outlines, the least important first.
private struct OutlineSimplifier {
    /// A corner within its ring.
    private struct Corner {
        let vertex: PlaceOutline.Vertex
        let ring: Int
        var before: Int
        var after: Int
        /// How often its neighbours have changed; an entry of the heap with another number is out of date.
        var version = 0
        var isTaken = false
    }

    private struct Candidate {
        let corner: Int
        let version: Int
        let area: Double
    }

    private let sources: [PlaceOutline]
    private var corners: [Corner] = []
    /// For each ring: its outline, its first corner that is left, how many are, and whether it is its outline's largest.
    private var rings: [(outline: Int, first: Int, count: Int, isLargest: Bool)] = []
    private var heap = Heap<Candidate> { ($0.area, $0.corner) < ($1.area, $1.corner) }
    private var count = 0

    init(_ outlines: [PlaceOutline]) {
        sources = outlines
        for (number, outline) in outlines.enumerated() {
            let areas = outline.rings.map(Self.area)
            let largest = areas.indices.max { areas[$0] < areas[$1] }
            for (place, ring) in outline.rings.enumerated() {
                let vertices = ring.dropLast()
                let first = corners.count
                for (step, vertex) in vertices.enumerated() {
                    corners.append(
                        Corner(
                            vertex: vertex, ring: rings.count,
                            before: first + (step + vertices.count - 1) % vertices.count,
                            after: first + (step + 1) % vertices.count))
                }
                rings.append((number, first, vertices.count, place == largest))
            }
        }
        count = corners.count
        for corner in corners.indices { push(corner) }
    }

    private static func area(of ring: [PlaceOutline.Vertex]) -> Double {
        guard let origin = ring.first else { return 0 }
        let triangles = zip(ring, ring.dropFirst()).map { PlaceOutline.turn($0, origin, $1) }
        return abs(triangles.reduce(0, +)) / 2
    }

    private mutating func push(_ number: Int) {
        let corner = corners[number]
        let (before, after) = (corners[corner.before].vertex, corners[corner.after].vertex)
        let area = abs(PlaceOutline.turn(before, corner.vertex, after))
        let shrinking = Projection.cosine(degrees: corner.vertex.latitude)
        heap.push(Candidate(corner: number, version: corner.version, area: area * shrinking))
    }

    /// Takes corners until few enough are left, and then those that matter as little as the last one taken: the same
    /// corner of another outline.
    mutating func reduce(to most: Int) {
        var threshold = 0.0
        while let next = heap.first, count > most || next.area <= threshold {
            _ = heap.popFirst()
            guard !corners[next.corner].isTaken, corners[next.corner].version == next.version else {
                continue
            }
            if take(next.corner) { threshold = max(threshold, next.area) }
        }
    }

    /// True unless the corner belongs to the last triangle of an outline.
    private mutating func take(_ number: Int) -> Bool {
        let corner = corners[number]
        if rings[corner.ring].count <= 3 {
            guard !rings[corner.ring].isLargest else { return false }
            count -= rings[corner.ring].count
            rings[corner.ring].count = 0
            for other in [number, corner.before, corner.after] { corners[other].isTaken = true }
            return true
        }
        corners[number].isTaken = true
        corners[corner.before].after = corner.after
        corners[corner.after].before = corner.before
        if rings[corner.ring].first == number { rings[corner.ring].first = corner.after }
        rings[corner.ring].count -= 1
        count -= 1
        for neighbour in [corner.before, corner.after] {
            corners[neighbour].version += 1
            push(neighbour)
        }
        return true
    }

    var outlines: [PlaceOutline] {
        var result = sources
        for number in result.indices { result[number].rings = [] }
        for ring in rings where ring.count > 0 {
            var vertices = [corners[ring.first].vertex]
            var next = corners[ring.first].after
            while next != ring.first {
                vertices.append(corners[next].vertex)
                next = corners[next].after
            }
            result[ring.outline].rings.append(vertices + vertices.prefix(1))
        }
        return result
    }
}
