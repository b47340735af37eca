import CaseModel
import Foundation
import Testing

@testable import CaseFiles

/// Outlines of places in GeoJSON files: read, checked, simplified, and kept in every other form.
@Suite struct OutlineTests {
    private static let places = """
        places:
          - {id: plc-one, title: 一}
          - {id: plc-two, title: 二}

        """

    private func collection(
        _ features: String, facts: String = #""source": "survey", "licence": "CC0-1.0","#
    ) -> String {
        #"{"type": "FeatureCollection", "# + facts + "\n\"features\": [\n" + features + "\n]}"
    }

    private func feature(
        _ coordinates: String, of place: String = "plc-one", as type: String = "Polygon"
    ) -> String {
        """
        {"type": "Feature", "id": 7, "properties": {"place": "\(place)", "name": "x"}, \
        "geometry": {"type": "\(type)", "coordinates": \(coordinates)}}
        """
    }

    private func marked(_ geoJSON: String) -> Marked {
        Marked(["base.yaml": Marked.base, "lines.geojson": geoJSON, "more.yaml": Self.places])
    }

    private let square = "[[[1, 1], [2, 1], [2, 2, 99.5], [1, 2], [1, 1]]]"

    @Test func `a file of outlines gives them to their places`() throws {
        let file = collection(
            feature("[\(square), [[[5,5],[6.00004,5],[5,6e0],[5,5]]]]", of: "plc-two", as: "MultiPolygon"))
        let outcome = try marked(file).load()
        #expect(outcome.diagnostics.filter { $0.severity == .error } == [])
        let places = try #require(outcome.caseFile?.places.suffix(2))
        #expect(places.first?.outline == nil)
        let outline = try #require(places.last?.outline)
        #expect(outline.source == "survey" && outline.licence == "CC0-1.0")
        func vertex(_ east: Double, _ north: Double) -> PlaceOutline.Vertex {
            PlaceOutline.Vertex(latitude: north, longitude: east)
        }
        #expect(
            outline.rings == [
                [vertex(1, 1), vertex(2, 1), vertex(2, 2), vertex(1, 2), vertex(1, 1)],
                [vertex(5, 5), vertex(6, 5), vertex(5, 6), vertex(5, 5)],
            ], "a height is passed over, and a corner kept to ten metres")
    }

    @Test func `a feature may name a source and a licence of its own`() throws {
        let own = feature(square)
            .replacing(#""name": "x""#, with: #""source": "chart", "licence": "MIT""#)
        let content = try #require(try marked(collection(own, facts: "")).load().caseFile)
        let outline = try #require(content.places.last { $0.id == "plc-one" }?.outline)
        #expect(outline.source == "chart" && outline.licence == "MIT")
    }

    @Test func mistakes() throws {
        let corner = "a corner of an outline is [lon, lat], from -180 to 180 and from -90 to 90 degrees"
        let open =
            "the outline is not closed; it takes four corners or more, the last the same as the first"
        let cases: [(String, String)] = [
            ("«[1, 2]", DiagnosticMessage.notOutlines.message.en),
            (#"«{"type": "Topology", "features": []}"#, DiagnosticMessage.notOutlines.message.en),
            (collection("«" + feature(square), facts: ""), "the feature needs the key 'source'; add it"),
            (
                collection("«" + feature(square), facts: #""source": "s","#),
                "the feature needs the key 'licence'; add it"
            ),
            (collection("«{}"), "the feature needs the key 'place'; add it"),
            (
                collection(
                    feature("[1, 2]", as: "Point").replacing(#""geometry": {"#, with: #""geometry": «{"#)),
                DiagnosticMessage.noPolygon.message.en
            ),
            (
                collection(feature("[]").replacing(#""geometry": {"#, with: #""geometry": «{"#)),
                DiagnosticMessage.noRing.message.en
            ),
            (
                collection(
                    feature("[[]]", as: "MultiPolygon")
                        .replacing(#""geometry": {"#, with: #""geometry": «{"#)),
                DiagnosticMessage.noRing.message.en
            ),
            (collection(feature("[[«[1], [2, 1], [2, 2], [1]]]")), corner),
            (collection(feature("[[[1, 1], «[2, 91], [2, 2], [1, 1]]]")), corner),
            (collection(feature(#"[[[1, 1], «["2e", 1], [2, 2], [1, 1]]]"#)), corner),
            (collection(feature("[«[[1, 1], [2, 1], [2, 2]]]")), open),
            (collection(feature("[«[[1, 1], [2, 1], [1, 1]]]")), open),
        ]
        for (file, message) in cases { try marked(file).expect(.error, [message]) }
        let unknown = collection(
            feature(square, of: "plc-on").replacing(#""plc-on""#, with: #"«"plc-on""#))
        try marked(unknown).expect(
            .error, ["'place' names 'plc-on', which is not a place of this case"])
        let twice = collection(
            feature(square) + ",\n"
                + feature(square).replacing(#""plc-one""#, with: #"«"plc-one""#))
        try marked(twice).expect(
            .error, ["place 'plc-one' has its outline twice; delete one"])
        try marked(collection(feature("[«[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]]"))).expect(
            .warning, ["the outline crosses itself; check the order of its corners"])
    }

    @Test func `an outline within a place is checked as well`() throws {
        func place(_ rings: String) -> Marked {
            Marked("places: [{id: plc-x, title: 丙, outline: {source: s, licence: l, rings: \(rings)}}]")
        }
        try place("[«[[1, 1], [2, 1], [2, 2], [1, 2]]]").expect(
            .error, [DiagnosticMessage.openRing.message.en])
        let many = (0...2000).map { "[\(Double($0) / 100), 1]" }.joined(separator: ", ")
        try place("«[[\(many), [0.0, 1]]]").expect(.error, [DiagnosticMessage.tooManyCorners.message.en])
    }

    @Test func `a place has coordinates or a reason for none`() throws {
        try Marked("places: [{id: plc-x, title: 丙, lat: 1, lon: 2, no_coordinates: «太远}]").expect(
            .error, ["a place with coordinates needs no reason to have none; delete one of the two"])
    }

    @Test func `a coast of many corners is simplified, and what is read comes out of every form`() throws {
        // A circle of ten thousand corners.
        let ring = (0...10_000).map { step -> String in
            let angle = Double(step % 10_000) * .pi / 5000
            return "[\(107 + cos(angle)), \(28 + sin(angle))]"
        }
        let read = try marked(collection(feature("[[" + ring.joined(separator: ",") + "]]"))).load()
        let content = try #require(read.caseFile)
        let outline = try #require(content.places.last { $0.id == "plc-one" }?.outline)
        #expect((150...201).contains(outline.rings[0].count))
        for vertex in outline.rings[0] {
            let (east, north) = (vertex.longitude - 107, vertex.latitude - 28)
            #expect(abs(east * east + north * north - 1) < 0.001)
        }
        #expect(try Pack.open(Pack.bytes(of: content)) == content)
        #expect(try Marked(["case.json": content.jsonFile]).load().caseFile == content)
    }

    /// Lines that all lie side by side would take a time that grows with the square of their number.
    @Test(.timeLimit(.minutes(1))) func `a hostile ring is refused or read in time`() throws {
        let zigzag = (0..<60_000).map { "[\($0 % 2 == 0 ? 1 : 100),\(Double($0) / 1000)]" }
        let ring = (zigzag + [zigzag[0]]).joined(separator: ",")
        let outcome = try marked(collection(feature("[[" + ring + "]]"))).load()
        #expect(outcome.caseFile?.places.last { $0.id == "plc-one" }?.outline != nil)
    }
}
