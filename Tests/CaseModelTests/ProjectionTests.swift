import Foundation
import Testing

@testable import CaseModel

/// The projection compared with the globe.
@Suite struct ProjectionTests {
    /// The great circle's length in kilometres by the haversine formula.
    private func distance(
        _ from: (latitude: Double, longitude: Double), _ to: (latitude: Double, longitude: Double)
    ) -> Double {
        func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
        let (north, east) = (radians(to.latitude - from.latitude), radians(to.longitude - from.longitude))
        let half =
            sin(north / 2) * sin(north / 2)
            + cos(radians(from.latitude)) * cos(radians(to.latitude)) * sin(east / 2) * sin(east / 2)
        return 2 * 6371.0088 * asin(half.squareRoot())
    }

    private func flat(
        _ from: (latitude: Double, longitude: Double), _ to: (latitude: Double, longitude: Double),
        on map: Projection
    ) -> Double {
        let (start, end) = (
            map.point(latitude: from.latitude, longitude: from.longitude),
            map.point(latitude: to.latitude, longitude: to.longitude)
        )
        return
            ((end.east - start.east) * (end.east - start.east)
            + (end.north - start.north) * (end.north - start.north)).squareRoot()
    }

    @Test func `the cosine is accurate`() {
        for step in -900...900 {
            let degrees = Double(step) / 10
            #expect(abs(Projection.cosine(degrees: degrees) - cos(degrees * .pi / 180)) < 1e-10)
        }
    }

    @Test func `distances between towns equal those on the globe`() {
        // Qijiang, Xiushan, Tongren, Zunyi, Jiangjin, Wulong.
        let towns = [
            (29.0231, 106.648), (28.45049, 108.98901), (27.71722, 109.18528), (27.68667, 106.90722),
            (29.28993, 106.25001), (29.32431, 107.76056),
        ].map { (latitude: $0.0, longitude: $0.1) }
        let map = Projection(around: towns)
        for from in towns {
            for to in towns where from != to {
                let (onGlobe, onMap) = (distance(from, to), flat(from, to, on: map))
                #expect(abs(onMap / onGlobe - 1) < 0.01, "\(onMap) km instead of \(onGlobe) km")
            }
        }
    }

    @Test func `a degree north is 111 kilometres, and a degree east half that at 60 degrees`() {
        let map = Projection(around: [(60, 9), (60, 11)])
        #expect(abs(flat((60, 10), (61, 10), on: map) - 111.195) < 0.001)
        #expect(abs(flat((60, 10), (60, 11), on: map) - 55.598) < 0.001)
        let middle = map.point(latitude: 60, longitude: 10)
        #expect(abs(middle.east) < 1e-9 && abs(middle.north) < 1e-9)
    }

    @Test func `a case across the 180th meridian stays in one piece`() {
        let map = Projection(around: [(0, 179), (0, -178), (0, 178)])
        #expect(abs(flat((0, 178), (0, -178), on: map) - 4 * 111.195) < 0.01)
        #expect(map.point(latitude: 0, longitude: 179).east < map.point(latitude: 0, longitude: -178).east)
    }

    @Test func `no place, one place and the poles are harmless`() {
        #expect(Projection(around: []).point(latitude: 0, longitude: 0) == PlanePoint(east: 0, north: 0))
        let one = Projection(around: [(29, 106)]).point(latitude: 29, longitude: 106)
        #expect(one == PlanePoint(east: 0, north: 0))
        let pole = Projection(around: [(90, 0), (90, 90)]).point(latitude: 90, longitude: 45)
        #expect(pole.east.isFinite && pole.north == 0)
    }
}
