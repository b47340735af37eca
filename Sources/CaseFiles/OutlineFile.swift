import CaseModel

/// A GeoJSON file (RFC 7946) of outlines: a collection of features, each with a polygon or several and with the id of
/// its place under `properties.place`. The source and the licence stand in the collection, or in the properties of a
/// feature; whatever else a file holds is passed over.
struct OutlineFile {
    /// The outline of a place, with where it stands.
    struct Entry {
        let place: ID<Place>
        var outline: PlaceOutline
        let address: Address
    }

    /// True for the name of a file of outlines.
    static func isOne(_ name: String) -> Bool { name.lowercased().hasSuffix(".geojson") }

    private let collection: Value
    private(set) var entries: [Entry] = []

    /// Reads a file; reports what keeps it or a feature from being shown.
    init(_ root: Node, of file: SourceText, context: LoadContext) {
        collection = Value(node: root, file: file, context: context, name: .file)
        guard collection["type"]?.text == "FeatureCollection", let features = collection["features"],
            features.isList
        else {
            collection.report(.notOutlines)
            return
        }
        entries = features.elements().compactMap(entry)
        let outlines = entries.map(\.outline).simplified(toEach: Limits.simplifiedCorners)
        for number in entries.indices { entries[number].outline = outlines[number] }
    }

    private func entry(_ feature: Value) -> Entry? {
        let properties = feature["properties"]
        guard let named = properties?["place"], let place = named.reference(to: Place.self) else {
            if properties?["place"] == nil { feature.report(.missingKey("place", in: .feature)) }
            return nil
        }
        var outline = PlaceOutline.blank
        for (key, path) in [("source", \PlaceOutline.source), ("licence", \.licence)] {
            guard let value = properties?[key] ?? collection[key] else {
                feature.report(.missingKey(key, in: .feature))
                return nil
            }
            guard let text = value.string() else { return nil }
            outline[keyPath: path] = text
        }
        let geometry = feature["geometry"]
        guard let geometry, let type = geometry["type"]?.text, ["Polygon", "MultiPolygon"].contains(type)
        else {
            (geometry ?? feature).report(.noPolygon)
            return nil
        }
        let isOne = type == "Polygon"
        guard let coordinates = geometry["coordinates"], isOne || !coordinates.holdsOnlyEmptyLists else {
            geometry.report(.noRing)
            return nil
        }
        outline.rings = isOne ? rings(of: coordinates) : coordinates.elements().flatMap(rings)
        return outline.rings.isEmpty ? nil : Entry(place: place, outline: outline, address: named.address)
    }

    /// The rings of a polygon that are sound, to within ten metres.
    private func rings(of polygon: Value) -> [[PlaceOutline.Vertex]] {
        polygon.elements().compactMap { ring in
            guard let vertices = RingForm().read(ring) else { return nil }
            guard PlaceOutline.isClosed(vertices) else {
                ring.report(.openRing)
                return nil
            }
            if PlaceOutline.crossesItself(vertices) { ring.report(.crossedRing) }
            return vertices.map {
                PlaceOutline.Vertex(latitude: $0.latitude.rounded4, longitude: $0.longitude.rounded4)
            }
        }
    }
}

extension Double {
    /// To four decimals: as degrees, some ten metres.
    fileprivate var rounded4: Double { (self * 10_000).rounded() / 10_000 }
}

extension Subject {
    /// A feature of a GeoJSON file.
    static let feature = Subject.noun(Text(chinese: "要素", english: "the feature"))
}

extension Value {
    /// The value of a key; nil where it is missing or empty, or this is no map.
    fileprivate subscript(key: String) -> Value? {
        guard let next = node.mapping?[key] else { return nil }
        let value = Value(node: next, file: file, context: context, key: key, owner: owner)
        return value.isAbsent ? nil : value
    }

    /// True for a list in which there are lists without entries alone.
    fileprivate var holdsOnlyEmptyLists: Bool {
        node.sequence?.allSatisfy { $0.sequence?.isEmpty == true } == true
    }

    /// The text of a scalar, whatever it is.
    fileprivate var text: String? { node.scalar?.string }
}

extension CaseBuilder {
    /// Adds the outlines of a file.
    mutating func addOutlines(_ root: Node, of file: SourceText) {
        outlines += OutlineFile(root, of: file, context: context).entries
    }

    /// Hands the outlines of files over to their places, each of which has one.
    mutating func placeOutlines() {
        let numbers = Dictionary(content.places.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var first: [ID<Place>: Address] = [:]
        for entry in outlines {
            guard let number = numbers[entry.place] else { continue }
            if content.places[number].outline != nil {
                let note = first[entry.place].map { DiagnosticMessage.alsoStated(at: $0) }
                context.report(.secondOutline(entry.place.text).noting(note), at: entry.address)
            } else {
                content.places[number].outline = entry.outline
                first[entry.place] = entry.address
            }
        }
    }
}
