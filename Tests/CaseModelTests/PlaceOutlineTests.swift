import SeededRandom
import Testing

@testable import CaseModel

/// The simplification of outlines.
@Suite struct PlaceOutlineTests {
    private func vertex(_ east: Double, _ north: Double) -> PlaceOutline.Vertex {
        PlaceOutline.Vertex(latitude: north, longitude: east)
    }

    private func outline(_ rings: [[PlaceOutline.Vertex]]) -> PlaceOutline {
        PlaceOutline(source: "s", licence: "l", rings: rings.map { $0 + $0.prefix(1) })
    }

    @Test func `the corners that enclose the smallest areas go first`() {
        let ring = [
            vertex(0, 0), vertex(5, 0.01), vertex(10, 0), vertex(10, 10), vertex(5, 12), vertex(0, 10),
        ]
        let once = [outline([ring])].simplified(toEach: 5)
        #expect(once == [outline([[ring[0], ring[2], ring[3], ring[4], ring[5]]])])
        let twice = [outline([ring])].simplified(toEach: 4)
        #expect(twice == [outline([[ring[0], ring[2], ring[3], ring[5]]])])
        #expect([outline([ring])].simplified(toEach: 6) == [outline([ring])])
    }

    @Test func `small rings go, and the last triangle of an outline stays`() {
        let island = [vertex(20, 0), vertex(20.1, 0), vertex(20, 0.1)]
        let land = [vertex(0, 0), vertex(10, 0), vertex(10, 10), vertex(0, 10)]
        #expect([outline([island, land])].simplified(toEach: 4) == [outline([land])])
        let both = [outline([island]), outline([land])].simplified(toEach: 1)
        #expect(both.map { $0.rings.map(\.count) } == [[4], [4]], "a triangle, closed")
        #expect([PlaceOutline]().simplified(toEach: 3) == [])
    }

    @Test(arguments: 0..<20) func `a shared border stays the same on both sides`(seed: UInt64) {
        var random = Seeded(seed: seed)
        // A ragged border from south to north, with a country to the west of it and one to the east.
        let border = (0...200).map { vertex(Double.random(in: -1...1, using: &random), Double($0) / 10) }
        let west = [vertex(-20, 20), vertex(-20, 0)]
        let east = [vertex(20, 0), vertex(20, 20)]
        let simple = [outline([border + west]), outline([border.reversed() + east])].simplified(toEach: 30)
        func shared(_ outline: PlaceOutline) -> Set<PlaceOutline.Vertex> {
            // The ends of the border have other neighbours on either side.
            Set(outline.rings.joined().filter { abs($0.longitude) <= 1 && (1...19).contains($0.latitude) })
        }
        #expect(shared(simple[0]) == shared(simple[1]))
        #expect(simple.reduce(0) { $0 + $1.rings.joined().count } <= 62)
    }

    @Test func crossings() {
        let square = [vertex(0, 0), vertex(2, 0), vertex(2, 2), vertex(0, 2), vertex(0, 0)]
        #expect(!PlaceOutline.crossesItself(square))
        let bow = [vertex(0, 0), vertex(2, 2), vertex(2, 0), vertex(0, 2), vertex(0, 0)]
        #expect(PlaceOutline.crossesItself(bow))
    }
}
