import CaseModel

// Places and actors.

extension Place: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "place", subject: Text(chinese: "地点", english: "the place"),
        purpose: Text(chinese: "地名录的一项。", english: "An entry of the gazetteer."),
        example: """
            places:
              - id: plc-valley
                title: {zh: 上谷, en: Upper Valley}
                lat: 39.5
                lon: -0.4
                coordinates_source: geonames
                borders: [plc-plain]
            """)

    package static var blank: Place { Place(id: ID(""), title: Text("")) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.ownID(&id, "Its id.", zh: "地点的 id。")
        try fields.required("title", &title, .text, "Its name.", zh: "地名。")
        try fields.optional(
            "province", &province, .text, "The province or other division that it belongs to.",
            zh: "所属的省份或其他区划。")
        try fields.optional(
            "within", &within, HostReference(), since: "0.2", "The place in which it lies.", zh: "它所在的地点。")
        try fields.optional(
            "kind", &kind, .text, since: "0.2", "What sort of place it is, such as a county or a basin.",
            zh: "何种地点，如县或流域。")
        try fields.optional("lat", &latitude, .number(in: Limits.latitude), "Degrees north.", zh: "北纬度数。")
        try fields.optional("lon", &longitude, .number(in: Limits.longitude), "Degrees east.", zh: "东经度数。")
        try fields.optional(
            "coordinates_source", &coordinatesSource,
            Shorthand(
                short: LineForm(measure: .line), expanded: { CoordinatesSource(name: $0) },
                shortened: { $0.id == nil && $0.point == nil ? $0.name : nil }),
            "Where the coordinates come from.", zh: "坐标的出处。")
        try fields.optional(
            "no_coordinates", &reasonForNoCoordinates, .text, since: "0.2",
            "Why it has no coordinates, where none are given on purpose.", zh: "有意不给坐标时，为何不给。")
        try fields.optional(
            "outline", &outline, Nested(), since: "0.2", "The lines that enclose it.", zh: "它的轮廓。")
        try fields.list(
            "borders", &borders,
            of: Shorthand(
                short: Reference<Place>(), expanded: { Border(place: $0) },
                shortened: { $0.source == nil ? $0.place : nil }),
            "The places that it borders, each stated by either side.", zh: "相邻的地点，由任一方陈述即可。")
        try fields.optional("summary", &summary, .prose, "What is to be known of it.", zh: "应知的概况。")
        try fields.list("evidence", &evidence, of: Nested(), "What is claimed of it.", zh: "关于它的陈述。")
        try fields.optional("note", &note, .prose, "Caveats.", zh: "注意事项。")
    }

    package var contradictions: [Finding] {
        var findings: [Finding] = []
        if (latitude == nil) != (longitude == nil) {
            findings.append(Finding(.halfACoordinate, at: .key(latitude == nil ? "lon" : "lat")))
        }
        if latitude != nil, longitude != nil, reasonForNoCoordinates != nil {
            findings.append(Finding(.coordinatesAndNone, at: .key("no_coordinates")))
        }
        guard !id.text.isEmpty else { return findings }
        for (number, border) in borders.enumerated() where border.place == id {
            findings.append(Finding(.bordersItself(id.text), at: .entry(number, of: "borders")))
        }
        return findings
    }
}

/// The place in which another lies; that none lies in itself is checked when all places are known.
private struct HostReference: RefinedForm {
    let base = Reference<Place>()

    func read(_ value: Value) -> ID<Place>? {
        guard let host = base.read(value) else { return nil }
        value.context.enclosures.append(
            .init(child: ID(value.owner), parent: host, address: value.address))
        return host
    }
}

extension Border: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "border", subject: Text(chinese: "边界", english: "the border"),
        purpose: Text(chinese: "共同的边界。", english: "A common border."),
        example: "borders: [plc-plain, {place: plc-hills, source: src-survey}]")

    package static var blank: Border { Border(place: ID("")) }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.required("place", &place, Reference(), "The place on the other side.", zh: "另一侧的地点。")
        try fields.optional("source", &source, Reference(), "Who says so.", zh: "出自何处。")
    }
}

extension CoordinatesSource: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "coordinates-source", subject: Text(chinese: "坐标出处", english: "the source of coordinates"),
        purpose: Text(chinese: "坐标取自何处，点为何物。", english: "Where coordinates come from and what the point is."),
        example: "coordinates_source: {name: geonames, id: \"1794903\", point: seat}")

    package static var blank: CoordinatesSource { CoordinatesSource(name: "") }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.required("name", &name, .line, "The gazetteer, map or survey.", zh: "地名录、地图或测量。")
        try fields.optional("id", &id, .line, "The id of the place there.", zh: "地点在其中的 id。")
        try fields.optional("point", &point, Choice(), "What the point is.", zh: "点为何物。")
    }
}

extension CaseModel.Actor: CaseRecord {
    package static let recordDescription = RecordDescription(
        name: "actor", subject: Text(chinese: "参与者", english: "the actor"),
        purpose: Text(
            chinese: "参与的政府、机构、企业或群体。", english: "A government, body, firm or group that takes part."),
        example: """
            actors:
              - {id: act-council, title: {zh: 水务会, en: Water council}, level: county}
            """)

    package static var blank: CaseModel.Actor {
        CaseModel.Actor(id: ID(""), title: Text(""), level: .central)
    }

    package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) throws(Visitor.Failure) {
        try fields.ownID(&id, "Its id.", zh: "参与者的 id。")
        try fields.required("title", &title, .text, "Its name.", zh: "名称。")
        try fields.required("level", &level, Reference(), "Its tier.", zh: "层级。")
        try fields.optional(
            "side", &side, SideForm(),
            "The side on which it stands: the id of a side, or its name; none for those above all or on none.",
            zh: "所属的一方：其 id 或称呼；居于各方之上或不属任何一方者不写。")
        try fields.optional("summary", &summary, .prose, "What is to be known of it.", zh: "应知的概况。")
        try fields.list("evidence", &evidence, of: Nested(), "What is claimed of it.", zh: "关于它的陈述。")
        try fields.optional("note", &note, .prose, "Caveats.", zh: "注意事项。")
    }
}

/// The id or the name of a side; a word that is like the id of a declared one is probably mistyped.
private struct SideForm: RefinedForm {
    let base = TextForm(measure: .line)

    func read(_ value: Value) -> Text? {
        guard let text = base.read(value) else { return nil }
        if value.isScalar, let word = text.chinese, ValueForm.isID(word) {
            value.context.sides.append(
                .init(kind: .side, id: word, mention: value.mention, address: value.address))
        }
        return text
    }
}
