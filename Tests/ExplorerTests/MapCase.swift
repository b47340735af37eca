import CaseModel

/// The small case with every kind of place, on a grid of degrees around 29° N, 107° E.
///
/// ```
///                plc-north (East, 2)
/// plc-west (West, 1)   plc-middle (East, 3), plc-twin (West, 0): the same point     plc-east (no province, 1)
///                plc-south (West, 2)
/// without coordinates: plc-capital (East, 4), plc-empty (North, 0)
/// ```
enum MapCase {
    static let graph = CaseGraph(make())

    static func make() -> Case {
        var made = SmallCase.make()
        made.places = [
            place(
                "plc-middle", "中心区", "Middle District", east, 29, 107, borders: ["plc-south", "plc-north"]),
            place("plc-north", "北县", "North County", east, 30, 107),
            place("plc-south", "南苗族土家族自治县", "South Miao and Tujia Autonomous County", west, 28, 107),
            place("plc-west", "西县", "West County", west, 29, 106, borders: ["plc-capital", "plc-middle"]),
            place("plc-east", "东镇", "East Town", nil, 29, 109),
            place("plc-twin", "同点镇", "Twin Town", west, 29, 107),
            place("plc-capital", "省会市", "Capital City", east, nil, nil),
            place("plc-empty", "空县", "Empty County", Text(chinese: "北省", english: "North"), nil, nil),
        ]
        let items: [(ID<Item>, [ID<Place>])] = [
            ("prj-rail", ["plc-middle", "plc-capital", "plc-north"]),
            ("prj-river", ["plc-middle", "plc-south", "plc-capital"]),
            ("prj-lone", ["plc-east", "plc-west"]), ("arr-pact", ["plc-capital", "plc-middle"]),
            ("arr-talks", ["plc-capital", "plc-south", "plc-north"]),
        ]
        for (id, places) in items {
            guard let position = made.items.firstIndex(where: { $0.id == id }) else { continue }
            made.items[position].places = places
        }
        return made
    }

    private static let east = Text(chinese: "东省", english: "East")
    private static let west = Text(chinese: "西省", english: "West")

    private static func place(
        _ id: ID<Place>, _ chinese: String, _ english: String, _ province: Text?, _ latitude: Double?,
        _ longitude: Double?, borders: [ID<Place>] = []
    ) -> Place {
        var place = Place(id: id, title: Text(chinese: chinese, english: english))
        place.province = province
        place.latitude = latitude
        place.longitude = longitude
        place.coordinatesSource = latitude == nil ? nil : CoordinatesSource(name: "GeoNames")
        place.borders = borders.map { Border(place: $0) }
        return place
    }
}
