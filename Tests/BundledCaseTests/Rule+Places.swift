import CaseModel

extension Rule {
    static let places: [Rule] = [
        Rule(
            "borders are told from both sides, by a source, and cross from Chongqing to Guizhou",
            violations: { the in
                let byID = Dictionary(the.places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
                return the.places.flatMap { place in
                    place.borders.filter { border in
                        guard let other = byID[border.place] else { return true }
                        let sides = Set([place, other].map { $0.province?.english })
                        return border.source == nil || sides != ["Chongqing", "Guizhou"]
                            || !other.borders.contains { $0.place == place.id }
                    }.map { "\(place.id) – \($0.place)" }
                }
            },
            mistakes: { $0.changePlace("plc-qijiang") { $0.borders.removeLast() } },
            { $0.changePlace("plc-qijiang") { $0.borders[0].source = nil } },
            { $0.changePlace("plc-tongzi") { $0.province = Text(chinese: "四川", english: "Sichuan") } }),

        Rule(
            "the case has the fourteen pairs whose boundaries touch",
            violations: { the in
                let pairs = the.places.reduce(0) { $0 + $1.borders.count } / 2
                return pairs == 14 ? [] : ["\(pairs) pairs"]
            },
            mistakes: { the in the.changePlace("plc-qijiang") { $0.borders = [] } }),

        Rule(
            "coordinates lie in the region and say where they come from",
            violations: { the in
                the.places.filter { place in
                    guard let latitude = place.latitude, let longitude = place.longitude else {
                        return place.latitude != nil || place.longitude != nil
                    }
                    return !(26...30.7).contains(latitude) || !(104...110.1).contains(longitude)
                        || place.coordinatesSource == nil
                }.map(\.id.text)
            },
            mistakes: { the in
                the.changePlace("plc-qijiang") { ($0.latitude, $0.longitude) = ($0.longitude, $0.latitude) }
            },
            { $0.changePlace("plc-qijiang") { $0.coordinatesSource = nil } },
            { $0.changePlace("plc-qijiang") { $0.longitude = nil } }),

        Rule(
            "every place says what it is, and one without coordinates says why",
            violations: { the in
                the.places.filter { place in
                    (place.kind?.english ?? "").isEmpty
                        || (place.latitude == nil) != (place.reasonForNoCoordinates?.chinese != nil)
                }.map(\.id.text)
            },
            mistakes: { $0.changePlace("plc-qijiang") { $0.kind = nil } },
            { $0.changePlace("plc-guizhou") { $0.reasonForNoCoordinates = nil } },
            { the in
                the.changePlace("plc-qijiang") {
                    ($0.latitude, $0.longitude, $0.coordinatesSource) = (nil, nil, nil)
                }
            }),

        Rule(
            "the two capitals and Zunyi are on the map, and the two have outlines in the public domain",
            violations: { the in
                let byID = Dictionary(the.places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
                let pointed: [ID<Place>] = ["plc-chongqing", "plc-guiyang", "plc-zunyi"]
                let outlined: [ID<Place>] = ["plc-chongqing", "plc-guizhou"]
                return pointed.filter { byID[$0]?.latitude == nil }.map { "\($0) has no point" }
                    + outlined.filter { id in
                        guard let outline = byID[id]?.outline else { return true }
                        let corners = outline.rings.reduce(0) { $0 + $1.count }
                        return !(50...250).contains(corners) || !outline.source.contains("Natural Earth")
                            || outline.licence.isEmpty
                    }.map { "\($0) has no outline" }
            },
            mistakes: { $0.changePlace("plc-guizhou") { $0.outline = nil } },
            { $0.changePlace("plc-chongqing") { $0.outline?.rings = [] } },
            { $0.changePlace("plc-zunyi") { $0.latitude = nil } }),

        Rule(
            "a point names its gazetteer, its number there and what it is",
            violations: { the in
                the.places.filter { place in
                    guard let source = place.coordinatesSource else { return false }
                    return source.point == nil || source.name == "GeoNames" && source.id == nil
                }.map(\.id.text)
            },
            mistakes: { $0.changePlace("plc-qijiang") { $0.coordinatesSource?.id = nil } },
            { $0.changePlace("plc-qijiang") { $0.coordinatesSource?.point = nil } }),
    ]
}
