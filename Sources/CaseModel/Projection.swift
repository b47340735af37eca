/// A point of a flat map, in kilometres from its middle.
package struct PlanePoint: Hashable, Sendable {
    /// Kilometres to the east of the middle.
    package var east: Double
    /// Kilometres to the north of the middle.
    package var north: Double

    package init(east: Double, north: Double) {
        self.east = east
        self.north = north
    }
}

/// An equirectangular projection of a part of the earth, true to scale along its middle latitude.
///
/// Over the few hundred kilometres of a case, the error of distances is about one per cent.
package struct Projection: Equatable, Sendable {
    /// The earth's mean radius in kilometres (IUGG).
    private static let radius = 6371.0088
    private static let kilometresPerDegree = radius * Double.pi / 180

    private let latitude: Double
    private let longitude: Double
    private let shrinking: Double

    /// The projection around the middle of some places, in degrees north and east. Places on both sides of the
    /// 180th meridian stay together: the map is cut at the widest gap between them.
    package init(around places: [(latitude: Double, longitude: Double)]) {
        let latitudes = places.map(\.latitude)
        latitude = ((latitudes.min() ?? 0) + (latitudes.max() ?? 0)) / 2
        longitude = Self.middle(of: places.map(\.longitude))
        shrinking = Self.cosine(degrees: latitude)
    }

    /// The point of a place in degrees north and east.
    package func point(latitude: Double, longitude: Double) -> PlanePoint {
        PlanePoint(
            east: Self.turned(longitude - self.longitude) * shrinking * Self.kilometresPerDegree,
            north: (latitude - self.latitude) * Self.kilometresPerDegree)
    }

    /// The degrees north and east of a point; degrees east go on beyond 180 across the meridian.
    package func degrees(at point: PlanePoint) -> (latitude: Double, longitude: Double) {
        (
            latitude + point.north / Self.kilometresPerDegree,
            longitude + point.east / max(shrinking, Self.leastShrinking) / Self.kilometresPerDegree
        )
    }

    /// True if the map is cut between two longitudes, so that a line between them would go around the earth.
    package func isCut(between longitude: Double, and other: Double) -> Bool {
        abs(Self.turned(longitude - self.longitude) - Self.turned(other - self.longitude)) > 180
    }

    /// At a pole all longitudes are one point.
    private static let leastShrinking = 1e-6

    /// The middle of the shortest arc that contains all longitudes.
    private static func middle(of longitudes: [Double]) -> Double {
        let sorted = longitudes.sorted()
        guard let first = sorted.first, let last = sorted.last else { return 0 }
        var (start, end, widest) = (first, last, first + 360 - last)
        for (west, east) in zip(sorted, sorted.dropFirst()) where east - west > widest {
            (start, end, widest) = (east, west + 360, east - west)
        }
        return (start + end) / 2
    }

    /// A difference of longitudes normalised to −180 to 180 degrees.
    private static func turned(_ degrees: Double) -> Double {
        degrees - 360 * (degrees / 360).rounded()
    }

    /// The cosine of an angle of −90 to 90 degrees, by its Taylor series up to the fourteenth power. The error is
    /// less than the next term, (π/2)¹⁶ / 16! < 10⁻¹⁰.
    static func cosine(degrees: Double) -> Double {
        let square = (degrees * Double.pi / 180) * (degrees * Double.pi / 180)
        return stride(from: 14.0, through: 2, by: -2).reduce(1) { 1 - $0 * square / ($1 * ($1 - 1)) }
    }
}

extension Place {
    /// The coordinates in degrees north and east, if known.
    package var coordinates: (latitude: Double, longitude: Double)? {
        guard let latitude, let longitude else { return nil }
        return (latitude, longitude)
    }
}
