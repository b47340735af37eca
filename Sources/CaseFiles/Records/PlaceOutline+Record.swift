import CaseModel

extension PlaceOutline: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "outline", subject: Text(chinese: "轮廓", english: "the outline"),
        purpose: Text(
            chinese: "地点的轮廓，画在地图最底层。一般写在案例文件夹里的 GeoJSON 文件（`.geojson`）中，读入时精简。",
            english: """
                The lines that enclose a place, drawn beneath everything on the map. They commonly stand in a GeoJSON \
                file (`.geojson`) in the case's folder, and are simplified when that is read.
                """),
        example: """
            outline:
              source: Natural Earth, Admin 1, 1:10m, 4.1.0
              licence: public domain
              rings: [[[-0.6, 39.3], [-0.2, 39.3], [-0.2, 39.8], [-0.6, 39.3]]]
            """)

    package static var blank: PlaceOutline { PlaceOutline(source: "", licence: "") }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.required(
            "source", &source, .line, since: "0.2", "The map or data set that it is taken from.",
            zh: "所据的地图或数据集。")
        try fields.required(
            "licence", &licence, .line, since: "0.2",
            "The licence under which that may be used, as an SPDX expression or a sentence.",
            zh: "其使用许可：SPDX 表达式或一句话。")
        try fields.list(
            "rings", &rings, of: RingForm(), need: .required, since: "0.2",
            "Closed lines: outer limits, and holes within them.", zh: "闭合的线：外缘，以及其中的空洞。")
    }

    package var contradictions: [Finding] {
        var findings: [Finding] = []
        if rings.reduce(0, { $0 + $1.count }) > Limits.outlineCorners {
            findings.append(Finding(.tooManyCorners, at: .key("rings")))
        }
        for (number, ring) in rings.enumerated() where !Self.isClosed(ring) {
            findings.append(Finding(.openRing, at: .entry(number, of: "rings")))
        }
        return findings
    }

    /// True for a triangle or more that returns to its beginning.
    static func isClosed(_ ring: [Vertex]) -> Bool { ring.count >= 4 && ring.first == ring.last }
}

/// A closed line as in GeoJSON: corners of degrees east and north.
package struct RingForm: FieldForm {
    package func read(_ value: Value) -> [PlaceOutline.Vertex]? {
        var ring: [PlaceOutline.Vertex] = []
        for corner in value.elements() {
            guard let vertex = corner.vertex() else { return nil }
            ring.append(vertex)
        }
        return ring
    }

    package func json(_ stored: [PlaceOutline.Vertex]) -> JSONValue? {
        .array(stored.map { .array([.decimal($0.longitude), .decimal($0.latitude)]) })
    }

    package func pack(_ stored: [PlaceOutline.Vertex], into writer: inout PackWriter) {
        writer.number(stored.count)
        for vertex in stored {
            writer.double(vertex.longitude)
            writer.double(vertex.latitude)
        }
    }

    package func unpack(from reader: inout PackReader) throws(PackError) -> [PlaceOutline.Vertex] {
        var ring: [PlaceOutline.Vertex] = []
        for _ in 0..<(try reader.count()) {
            let longitude = try reader.double(in: Limits.longitude)
            ring.append(
                PlaceOutline.Vertex(latitude: try reader.double(in: Limits.latitude), longitude: longitude))
        }
        return ring
    }

    package var shape: FieldShape {
        func degrees(_ range: ClosedRange<Double>) -> JSONValue { NumberForm(range: range).shape.schema }
        let corner = JSONValue.object([
            ("type", .string("array")),
            ("prefixItems", .array([degrees(Limits.longitude), degrees(Limits.latitude)])),
            ("minItems", .count(2)), ("items", .object([("type", .string("number"))])),
        ])
        return FieldShape(
            words: Text(
                chinese: "`[经度, 纬度]` 的列表，末点与首点相同",
                english: "a list of `[lon, lat]`, the last the same as the first"),
            schema: .object([
                ("type", .string("array")), ("items", corner), ("minItems", .count(4)),
                ("maxItems", .count(Limits.outlineCorners)),
            ]), cells: .value)
    }
}

extension Value {
    /// A corner of an outline, `[lon, lat]` as in GeoJSON; a height after them is passed over.
    func vertex() -> PlaceOutline.Vertex? {
        guard let sequence = node.sequence, sequence.count >= 2,
            let longitude = degrees(sequence[0], in: Limits.longitude),
            let latitude = degrees(sequence[1], in: Limits.latitude)
        else {
            report(.badCorner)
            return nil
        }
        return PlaceOutline.Vertex(latitude: latitude, longitude: longitude)
    }

    private func degrees(_ node: Node, in range: ClosedRange<Double>) -> Double? {
        guard let number = node.scalar.flatMap({ Double($0.string) }), range.contains(number) else {
            return nil
        }
        return number
    }
}
