import CaseModel

// The outlines of places.
extension DiagnosticMessage {
    static let notOutlines = error(
        zh:
            "这不是轮廓文件；请写 GeoJSON 的 FeatureCollection，每个要素有“geometry”（Polygon 或 MultiPolygon）和“properties”中的“place”",
        en: """
            this is no file of outlines; write a GeoJSON FeatureCollection whose features have a 'geometry' (Polygon or \
            MultiPolygon) and a 'place' in their 'properties'
            """)
    static let noPolygon = error(
        zh: "轮廓须是 Polygon 或 MultiPolygon；请改正，或删去这个要素",
        en: "an outline is a Polygon or a MultiPolygon; mend the feature or delete it")
    static let noRing = error(
        zh: "轮廓没有线；请在“coordinates”中写上各点，或删去这个要素",
        en: "the outline has no ring; write its corners in 'coordinates', or delete the feature")
    static let badCorner = error(
        zh: "轮廓的一点写作 [经度, 纬度]，经度 -180 至 180，纬度 -90 至 90",
        en: "a corner of an outline is [lon, lat], from -180 to 180 and from -90 to 90 degrees")
    static let openRing = error(
        zh: "轮廓线没有闭合；至少要四个点，末点与首点相同",
        en: "the outline is not closed; it takes four corners or more, the last the same as the first")
    static let crossedRing = warning(
        zh: "轮廓线与自己相交；请检查各点的次序",
        en: "the outline crosses itself; check the order of its corners")
    static let tooManyCorners = error(
        zh: "轮廓超过 \(Limits.outlineCorners) 点；请放进 GeoJSON 文件，读入时会精简",
        en: """
            the outline has more than \(Limits.outlineCorners) corners; put it into a GeoJSON file, which is \
            simplified when it is read
            """)

    static func secondOutline(_ place: String) -> DiagnosticMessage {
        error(
            zh: "地点“\(shown(place))”的轮廓写了两次；请删去一个",
            en: "place '\(shown(place))' has its outline twice; delete one")
    }
}
